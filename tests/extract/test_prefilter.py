"""Only passages that can tell an engagement are parsed."""

import pytest

from tracker.extract.actors import find_actors
from tracker.extract.prefilter import deserves


def _deserves(text: str, parties: int = 2) -> bool:
    return deserves(text, find_actors(text), parties=parties)


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Espen Barth Eide met his Kenyan counterpart on Monday.",
        "Norway's envoys flew to Nairobi.",
        "She has left for Nairobi.",
        "The two sides held another round of talks.",
        "Kenya severed diplomatic ties with Norway.",
        "Norway is shutting its embassy in Nairobi.",
        "The delegation arrived here late on Friday.",
        "Eide, in Nairobi for a day, said little.",
    ],
)
def test_an_engagement_deserves_a_parse(text: str) -> None:
    """A trigger word in any of its forms, and somebody that it can be told of."""
    assert _deserves(text)


@pytest.mark.parametrize(
    "text",
    [
        "Shares of the brewer fell four per cent.",
        "The museum's visitors came by bus.",
        "Norway's harvest was the best in years.",
        "Exports went up in Kenya.",
        "Norway sold more apples to Kenya.",
    ],
)
def test_other_news_does_not(text: str) -> None:
    """Nobody to tell it of, no word to tell it with, or a weak word without a traveller."""
    assert not _deserves(text)


def test_one_party_alone_can_only_hold_a_gathering() -> None:
    """A document that names a single party tells no meeting of two, but may tell a summit."""
    assert not _deserves("Norway's minister met the farmers.", parties=1)
    assert _deserves("Norway hosted the summit.", parties=1)
    assert not _deserves("He hosted the summit.", parties=0)


def test_a_run_of_signs_without_a_space_is_not_parsed() -> None:
    """The tokenizer would take seconds for it."""
    actors = find_actors("Kenya's president met Chad's president")
    assert not deserves("Kenya's president met Chad's president " + "(" * 300, actors, parties=2)
