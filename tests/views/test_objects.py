"""An event as the JSON object that scripts rely on."""

from __future__ import annotations

from datetime import date

from tracker.model import Event, Participant, PartyKind, Place, Source, TimeSpan
from tracker.views import record, stored_record

NO_PERSON = {"organisation": None, "office": None}
EVENT = Event(
    id="7c1a",
    type="visit",
    when=TimeSpan.day(date(2025, 2, 15), date(2025, 2, 21), text="15 to 21 February"),
    participants=(
        Participant(kind=PartyKind.COUNTRY, name="Japan", role="host", country="JPN"),
        Participant(kind=PartyKind.COUNTRY, name="Afghanistan", role="visitor", country="AFG"),
    ),
    place=Place("Tokyo", "JPN"),
    confidence=0.9,
    sources=(Source(document="a.txt", quote="They came.", start=10, end=20),),
)


def test_the_record_of_an_event() -> None:
    assert record(EVENT) == {
        "id": "7c1a",
        "type": "visit",
        "subtype": None,
        "status": "occurred",
        "start": "2025-02-15",
        "end": "2025-02-21",
        "precision": "day",
        "date_text": "15 to 21 February",
        "title": "",
        "countries": ["AFG", "JPN"],
        "organisations": [],
        "people": [],
        "roles": {"host": ["JPN"], "visitor": ["AFG"]},
        "participants": [
            {"kind": "country", "name": "Japan", "role": "host", "country": "JPN", **NO_PERSON},
            {"kind": "country", "name": "Afghanistan", "role": "visitor", "country": "AFG", **NO_PERSON},
        ],
        "place": {"name": "Tokyo", "country": "JPN"},
        "confidence": 0.9,
        "sources": [{"document": "a.txt", "field": "text", "quote": "They came.", "start": 10, "end": 20}],
    }


def test_the_database_adds_what_it_knows() -> None:
    added = {name: value for name, value in stored_record(EVENT).items() if name not in record(EVENT)}
    assert added == {
        "review": "unreviewed",
        "origin": "machine",
        "tags": [],
        "note": "",
        "conflicts": [],
        "history": [],
    }


def test_what_is_not_dated_is_null() -> None:
    undated = record(Event(id="7c1a", type="visit", when=TimeSpan.unknown(end=date(2021, 11, 25))))
    assert (undated["start"], undated["end"], undated["precision"]) == (None, "2021-11-25", "unknown")
