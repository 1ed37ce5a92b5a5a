"""Who is named in a sentence, as what, and for whom they act."""

import pytest

from tracker.extract.actors import Actor, find_actors
from tracker.extract.tagging import tag

ACTORS = [
    ("Japanese foreign minister Kenji Sato spoke.", ["Kenji Sato, foreign minister, JPN"]),
    ("Prime Minister of Malaysia Anwar Ibrahim spoke.", ["Anwar Ibrahim, Prime Minister, MYS"]),
    ("Alma Reyes, the Chilean foreign minister, spoke.", ["Alma Reyes, foreign minister, CHL"]),
    ("Peru's Luis Gil and Alma Reyes of Chile spoke.", ["Luis Gil, PER", "Alma Reyes, CHL"]),
    ("Japan's new ambassador to Kabul, Takashi Okada, came.", ["Takashi Okada, new ambassador, JPN, to AFG"]),
    ("The Afghan delegation left.", ["delegation, AFG"]),
    ("The Dutch and Danish prime ministers met.", ["prime ministers, NLD", "prime ministers, DNK"]),
    ("Its foreign minister met his Kenyan counterpart.", ["foreign minister", "counterpart, KEN"]),
    ("NATO Secretary General Mark Holm spoke.", ["Mark Holm, Secretary General, NATO"]),
    ("Ghana and the African Union agreed.", ["Ghana, GHA", "African Union, AU"]),
    ("The Syrian capital was quiet.", ["Damascus, SYR"]),
    ("The presidents of Chile, Peru and Togo came.", ["presidents, CHL", "presidents, PER", "presidents, TGO"]),
    ("He spoke in Virginia and in South Carolina.", []),
    ("The factory is in Jersey City.", ["Jersey City, USA"]),
    ("Trade ministers in Lomé spoke.", ["Trade ministers", "Lomé, TGO"]),
    ("Senior officials in Lomé spoke.", ["Senior officials, TGO"]),
    ("Deputy Energy Minister Ona Kaune resigned.", ["Ona Kaune, Deputy Energy Minister"]),
    ("There George W. Bush told Aldo Moro.", ["George W. Bush", "Aldo Moro"]),
    ("Her Peruvian host and the visitor talked.", ["host, PER", "visitor"]),
    ("Vice Premier He Lifeng arrived.", ["He Lifeng, Vice Premier"]),
    ("An official visit followed general elections.", []),
    ("Japan Airlines flies to Jordan Ellis.", ["Jordan Ellis"]),
    ("The brewer's shares fell.", []),
]


def _shown(actor: Actor) -> str:
    """Name, office, party, and post of an envoy."""
    named = actor.name if actor.office or actor.organisation != actor.name else "African Union"
    post = f"to {actor.post}" if actor.post else ""
    return ", ".join(filter(None, (named, actor.office, actor.organisation or actor.country, post)))


@pytest.mark.parametrize(("sentence", "actors"), ACTORS)
def test_sentence_names(sentence: str, actors: list[str]) -> None:
    """People with their offices, officials, countries and organisations, in the order of the sentence."""
    assert [_shown(actor) for actor in find_actors(sentence)] == actors


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("Japanese foreign minister Taro Kono", "DmONN"),
        ("Minister of Defence of Kenya Amina Odhiambo", "OfmfCNN"),
        ("Peru's Luis Gil flew to Oslo.", "CsNNwtK."),
        ("H.E. Sheikh Nasser al-Sabah", "HONN"),
    ],
)
def test_sentence_is_tagged(sentence: str, tags: str) -> None:
    """One letter for each name, office and word."""
    units = tag(sentence, on=None, known=lambda _: False, meant={})
    assert "".join(unit.tag for unit in units) == tags
    assert [unit.after for unit in units][-1] >= len(units)


def test_an_actor_stands_where_it_says() -> None:
    """Offsets span the whole phrase; the head is the word that the sentence hangs on."""
    sentence = "On Monday the Chilean foreign minister, Alma Reyes, left."
    (actor,) = find_actors(sentence)
    assert sentence[actor.start : actor.end] == "the Chilean foreign minister, Alma Reyes"
    assert sentence[actor.head :].startswith("Reyes")
