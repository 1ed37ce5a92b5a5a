"""Where a document stands: its masthead, the years of its paragraphs, and whose its shared names are."""

from __future__ import annotations

import pytest

from tracker.extract.namesakes import namesakes
from tracker.extract.passages import chronology, cut
from tracker.extract.skim import skim
from tracker.model import Document

_LEAD = "\n\nThe minister left for Oslo on Monday. He will stay for two days."


@pytest.mark.parametrize(
    ("first_lines", "home"),
    [
        ("REPUBLIC OF MALAWI\nGOVERNMENT GAZETTE\nLilongwe, Friday, 9th June, 2023", "MWI"),
        ("THE EVENING POST, Banjul\nLetter from the ferry", "GMB"),
        ("Press Service of the President of the Republic of Kazakhstan\nEvents", "KAZ"),
        ("ITAMARATY\nTranscript of the weekly briefing", "BRA"),
        ("Ministry of Foreign Affairs of Chad is to move to new offices", None),
        ("Lima counts its friends", None),
    ],
)
def test_masthead_tells_home(first_lines: str, home: str | None) -> None:
    """An issuer with its state, or a city alone, is where a text is published; a headline is not."""
    assert skim(Document(text=first_lines + _LEAD)).cast.home == home


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Sergei Lavrov and Vladimir Putin smiled at Angela Merkel.", "RUS"),
        ("Sergei Lavrov smiled at Angela Merkel.", None),
    ],
)
def test_those_named_without_an_office_tell_home(text: str, home: str | None) -> None:
    """The country of most of those whom a text need not introduce is its home, where it is clear."""
    assert skim(Document(text=text)).cast.home == home


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The Dominicans recalled their envoy, Santo Domingo said.", {"Dominicans": "DOM"}),
        ("The Congolese minister flew home to Brazzaville.", {"Congolese": "COG"}),
        ("The Congolese minister flew home to Kinshasa from Brazzaville.", {}),
        ("The Dominicans stayed at home.", {}),
    ],
)
def test_shared_names_mean_the_country_named(text: str, meant: dict[str, str]) -> None:
    """A shared name goes with the country that the text names by a name of its own."""
    assert namesakes(text) == meant


def test_namesake_does_not_lend_his_country() -> None:
    """Somebody with the family name of an office holder and another given name serves no state for that."""
    cast = skim(Document(text="Zebedee Lavrov, the foreign minister, smiled.")).cast
    assert [person.country for person in cast.people] == [None]


def test_a_second_crown_hides_no_president() -> None:
    """Somebody who mostly held office for one state acts for it: France's president is a prince of Andorra too."""
    cast = skim(Document(text="Emmanuel Macron smiled.")).cast
    assert [person.country for person in cast.people] == ["FRA"]


def test_chronology_gives_its_years() -> None:
    """Paragraphs headed by a year tell of that year; a single one is none's."""
    text = "1948. Relations are cut.\n\n1955: They are restored.\n\n1978 – The presidents meet."
    passages = cut(Document(text=text)).passages
    assert [span.start.year for span in chronology(passages).values() if span.start] == [1948, 1955, 1978]
    assert chronology(passages[:1]) == {}
