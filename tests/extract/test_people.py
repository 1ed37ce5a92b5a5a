"""For whom the people of a document act, and who is meant by a short name."""

from collections import Counter

import pytest

from tracker.extract.actors import find_actors
from tracker.extract.people import Cast


def _last_of(*sentences: str, home: str | None = None) -> str:
    """The last actor of the sentences, resolved: name, office, party."""
    cast = Cast(home=home)
    found = []
    for number, sentence in enumerate(sentences):
        found = find_actors(sentence, known=cast.known)
        cast.introduce(found, number)
    cast.settle(Counter())
    actor = cast.resolve(found[-1])
    return ", ".join(filter(None, (actor.name, actor.office, actor.organisation or actor.country)))


@pytest.mark.parametrize(
    ("sentences", "meant"),
    [
        (("Kenyan foreign minister Amina Odhiambo came.", "Odhiambo smiled."), "Amina Odhiambo, foreign minister, KEN"),
        (("Kenyan envoy Ali bin Salim came.", "Salim smiled."), "Ali bin Salim, envoy, KEN"),
        (("Odhiambo came.", "Kenyan minister Amina Odhiambo smiled."), "Amina Odhiambo, minister, KEN"),
        (("Japan's ambassador, Kenji Sato, came.", "The ambassador smiled."), "Kenji Sato, ambassador, JPN"),
        (("Japan's ambassador to Oslo came.", "Ambassador Kenji Sato smiled."), "Kenji Sato, Ambassador, JPN"),
        (("Cardinal Carlo Berti of Italy came.", "Berti smiled."), "Carlo Berti, Cardinal, VAT"),
        (("Peru's new premier came.", "Luis Gil smiled."), "Luis Gil, new premier, PER"),
        (("Luis Gil came.", "The Peruvian premier wept.", "Then Luis Gil smiled."), "Luis Gil, premier, PER"),
        (("Luis Gil of Peru and Rosa Gil of Chile came.", "Rosa Gil smiled."), "Rosa Gil, CHL"),
    ],
)
def test_a_short_form_means(sentences: tuple[str, ...], meant: str) -> None:
    """The person introduced before, with the office and the party that the document told."""
    assert _last_of(*sentences) == meant


def test_an_office_without_a_country_is_the_homes() -> None:
    """A national office that nobody is said to hold for another state belongs to the article's home."""
    assert _last_of("Foreign Minister Rita Borg smiled.", home="MLT") == "Rita Borg, Foreign Minister, MLT"


def test_an_envoy_of_an_organisation_acts_for_it() -> None:
    """Whatever country the envoy comes from."""
    cast = Cast()
    cast.introduce(find_actors("Danish diplomat Nils Lind spoke."), 0)
    cast.serves("Nils Lind", "UN")
    (actor,) = find_actors("Lind spoke.", known=cast.known)
    assert (cast.resolve(actor).organisation, cast.resolve(actor).country) == ("UN", None)


def test_of_two_of_one_name_the_last_is_meant() -> None:
    """A surname alone means whoever was named last."""
    assert _last_of("Luis Gil of Peru came.", "Rosa Gil of Chile came.", "Gil smiled.") == "Rosa Gil, CHL"
