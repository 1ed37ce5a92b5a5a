"""What becomes of a claim: its words found in the text, and read by the tables and time expressions of the rules."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tracker.extract.llm.answer import Claim
from tracker.extract.llm.reading import Dropped, Reading
from tracker.model import Mention, PartyKind, TimeSpan


@pytest.fixture
def read(document, claim):
    """The mention of a claim with other fields, about the text or another one."""

    def call(text: str = "", /, **fields: Any) -> Mention:
        about = replace(document, text=text) if text else document
        told = {"quotes": [text]} if text else {}
        return Reading(about).mention(Claim.model_validate(claim(**told | fields)))

    return call


def country(name: str, role: str | None = None) -> dict[str, Any]:
    return {"kind": "country", "name": name, "role": role}


def organisation(name: str, role: str | None = None) -> dict[str, Any]:
    return {"kind": "organisation", "name": name, "role": role}


@pytest.mark.parametrize(
    "quote",
    [
        "Yoko Kamikawa, arrived in Paris on Tuesday.",
        'France\'s "Elysée  Palace" said more talks',  # other quotation marks and spaces
        "Kamikawa in Paris",  # the title
    ],
)
def test_a_quote_stands_in_the_text_however_it_is_set(read, quote: str) -> None:
    assert read(quotes=[quote]).evidence


@pytest.mark.parametrize(
    "quotes",
    [
        ["Kamikawa flew to Paris on Tuesday."],
        ["arrived in Paris on Tuesday.", "The talks lasted three hours."],
        ["in Paris"],  # too short to be anybody's
        ["rrived in Paris on Tuesday"],
    ],
)
def test_an_event_with_an_invented_quote_is_dropped(read, quotes: list[str]) -> None:
    with pytest.raises(Dropped, match="quotes do not stand"):
        read(quotes=quotes)


def test_nothing_is_read_from_boilerplate(document, claim) -> None:
    everything = replace(document, boilerplate=((0, len(document.text)),))
    with pytest.raises(Dropped, match="quotes do not stand"):
        Reading(everything).mention(Claim.model_validate(claim()))


@pytest.mark.parametrize(
    ("fields", "dates"),
    [
        ({"date_text": "on Tuesday"}, "2024-04-30 2024-04-30 day"),
        ({"date_text": "the next day"}, "2024-05-01 2024-05-01 day"),
        ({"date_text": "in May", "status": "planned"}, "2024-05-01 2024-05-31 month"),
        ({"date_text": "on Tuesday", "status": "planned"}, "2024-05-07 2024-05-07 day"),
        ({"date_text": None}, "2024-04-26 2024-05-02 week"),
        ({"date_text": None, "current": False}, "None 2024-05-02 unknown"),
        ({"date_text": None, "status": "planned"}, "2024-05-02 None unknown"),
        ({"date_text": "30 April 2024"}, "2024-04-26 2024-05-02 week"),  # nowhere in the text
        ({"date_text": "arrived"}, "2024-04-26 2024-05-02 week"),
    ],
)
def test_dates_are_read_by_the_programs_own_rules(read, fields: dict[str, Any], dates: str) -> None:
    when = read(**fields).when
    assert f"{when.start} {when.end} {when.precision}" == dates


def test_what_is_done_is_not_dated_ahead(read) -> None:
    when = read("Japan and France met; a treaty is due on 1 June 2024.", date_text="1 June 2024").when
    assert when.basis == "the news itself, undated"


def test_without_a_publication_day_nothing_is_counted(document, claim) -> None:
    when = Reading(replace(document, published=None)).mention(Claim.model_validate(claim())).when
    assert when == TimeSpan.unknown(basis="undated")


@pytest.mark.parametrize(
    ("party", "known"),
    [
        (country("Tokyo"), "JPN"),
        (country("the Kremlin"), "RUS"),
        (country("French"), "FRA"),
        (organisation("Taliban"), "AFG"),
        (organisation("United Nations"), "UN"),
    ],
)
def test_parties_are_those_of_the_tables(read, party: dict[str, Any], known: str) -> None:
    text = f"Talks between Chile and {party['name']} were held on Tuesday."
    mention = read(text, type="meeting", parties=[country("Chile"), party], people=[], place=None)
    assert set(mention.countries + mention.organisations) == {"CHL", known}
    assert set(mention.roles) == {"participant"}


def test_whom_only_a_person_acts_for_takes_part(read) -> None:
    person = {"name": "Yoko Kamikawa", "office": None, "acts_for": "Japan", "role": "visitor"}
    mention = read(parties=[country("France", "host")], people=[person])
    assert mention.roles == {"host": ("FRA",), "visitor": ("JPN",)}


def test_who_is_not_named_in_the_text_takes_no_part_and_lowers_confidence(read) -> None:
    stranger = {"name": "Stéphane Séjourné", "office": None, "acts_for": "France", "role": "host"}
    mention = read(people=[stranger])
    assert mention.people == ()
    assert mention.confidence == 0.72
    assert "Stéphane Séjourné is not named so in the text" in mention.reasons


@pytest.mark.parametrize(
    "fields",
    [
        {"parties": [country("Japan", "visitor")], "people": []},
        {"parties": [country("Japan", "visitor"), country("Japan", "host")]},
        {"parties": [country("Japan", "visitor"), country("Ruritania", "host")]},
        {"type": "meeting", "parties": [country("Japan")], "people": []},
        {"type": "summit", "parties": [], "people": [], "place": None},
    ],
)
def test_an_event_without_its_sides_is_dropped(read, fields: dict[str, Any]) -> None:
    with pytest.raises(Dropped, match="without the parties"):
        read(**fields)


def test_a_type_that_is_not_known_is_dropped(read) -> None:
    with pytest.raises(Dropped, match="no known type"):
        read(type="banquet")


def test_a_subtype_that_is_not_known_is_left_out(read) -> None:
    assert read(subtype="secret").subtype is None
    assert read(subtype="working").subtype == "working"


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ({"city": "Paris", "country": None}, ("Paris", "FRA")),
        ({"city": "Lyon", "country": "France"}, (None, "FRA")),  # not in the text
        (None, (None, "FRA")),  # where the host is
    ],
)
def test_the_place_is_that_of_the_tables(read, told: dict[str, Any] | None, place: tuple[str | None, str]) -> None:
    found = read(place=told).place
    assert (found.name, found.country) == place


def test_people_stand_for_the_party_that_they_act_for(read) -> None:
    [person] = [one for one in read().participants if one.kind is PartyKind.PERSON]
    assert (person.name, person.country, person.office, person.role) == (
        *("Yoko Kamikawa", "JPN"),
        *("foreign minister", "visitor"),
    )
