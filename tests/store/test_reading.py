"""What a filter finds, the same on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from tracker import store
from tracker.errors import AmbiguousId, InputError, UnknownName
from tracker.model import Filter, Review, Source, Status, TableRow
from tracker.store import search
from tracker.store.address import Address
from tracker.store.connect import Connection, reading
from tracker.store.query import Reader
from tracker.views import rows as codec

EVENTS = {
    "closure": "mission/closure 2021-08-15 JPN:sender AFG:receiver @Kabul/AFG",
    "doha": "meeting 2021-10 JPN:participant AFG:participant Takashi_Okada/JPN Amir_Khan_Muttaqi/AFG @Doha/QAT",
    "kabir": "meeting 2021-11-23 JPN:participant AFG:participant Takashi_Okada/JPN Abdul_Kabir/AFG @Kabul/AFG",
    "oslo": "summit 2022-01-23..2022-01-25 NOR:host AFG:participant UNAMA @Oslo/NOR",
    "ankara": "call <2022-03-01 TUR AFG Mevlüt_Çavuşoğlu/TUR",
    "tokyo": "visit 2025-02-15..2025-02-21 AFG:visitor JPN:host NIPPON @Tokyo/JPN",
    "later": "meeting planned >2025-02-18 AFG JPN",
    "off": "visit cancelled 2025-03-01 QAT:visitor JPN:host @Tokyo/JPN",
}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def record(request, new_database, told) -> tuple[str, dict[str, str]]:
    """A database that holds `EVENTS`, and their names by id."""
    url, ids = new_database(request.param), {}
    with store.open_recorder(url, author="Ada", command="add") as recorder:
        for name, line in EVENTS.items():
            note = {"doha": "Under the Ångström chandelier", "oslo": "Three-day round"}.get(name, "")
            engagement = replace(told(line), title=f"{name} talks", confidence={"oslo": 0.4}.get(name))
            ids[
                recorder.add(
                    engagement, note=note, tags=[name], sources=[Source(document="wire", quote="", start=0, end=0)]
                )
            ] = name
    return url, ids


@pytest.fixture
def names(record) -> Callable[..., list[str]]:
    """The names of the events that a filter finds, in order."""
    url, ids = record

    def find(**asked: object) -> list[str]:
        with store.open_reader(url) as reader:
            return [ids[event.id] for event in reader.events(Filter(**asked))]

    return find


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, "closure doha kabir oslo ankara tokyo later off"),
        ({"countries": ("JPN",)}, "closure doha kabir tokyo later off"),
        ({"countries": ("QAT",)}, "doha off"),
        ({"countries": ("QAT",), "country_as": "party"}, "off"),
        ({"countries": ("QAT",), "country_as": "place"}, "doha"),
        ({"countries": ("AFG", "JPN")}, "closure doha kabir tokyo later"),
        ({"countries": ("AFG", "QAT")}, "doha"),
        ({"countries": ("AFG", "QAT"), "country_as": "party"}, ""),
        ({"countries": ("AFG",), "partners": ("TUR",)}, "ankara"),
        ({"partners": ("QAT", "JPN")}, "off"),
        ({"countries": ("FRA",)}, ""),
        ({"types": ("summit", "call")}, "oslo ankara"),
        ({"people": ("okada",)}, "doha kabir"),
        ({"people": ("CAVUSOGLU", "abdul kabir")}, "kabir ankara"),
        ({"people": ("mut",)}, "doha"),
        ({"organisations": ("unama",)}, "oslo"),
        ({"organisations": ("UN",)}, ""),
        ({"places": ("kabul",)}, "closure kabir"),
        ({"places": ("Japan",)}, "tokyo off"),
        ({"statuses": (Status.PLANNED, Status.CANCELLED)}, "later off"),
        ({"since": date(2022, 1, 25), "until": date(2022, 2, 1)}, "oslo ankara"),
        ({"until": date(2021, 10, 5)}, "closure doha ankara"),
        ({"since": date(2025, 2, 21)}, "tokyo later off"),
        ({"min_confidence": 0.5, "types": ("summit", "call")}, "ankara"),
        ({"text": "chandelier"}, "doha"),
        ({"text": "angstrom"}, "doha"),
        ({"text": '"oslo talks"'}, "oslo"),
        ({"text": '"talks oslo"'}, ""),
        ({"text": "three day"}, "oslo"),
        ({"text": "chand*"}, "doha"),
        ({"text": "talks AND NOT"}, ""),
        ({"text": "'; --"}, ""),
        ({"limit": 2}, "closure doha"),
        ({"limit": 2, "latest_first": True}, "off later"),
        ({"countries": ("QAT",), "limit": 1, "latest_first": True}, "off"),
        ({"countries": ("JPN",), "limit": 1, "types": ("meeting",), "latest_first": True}, "later"),
    ],
    ids=str,
)
def test_filters(asked: dict[str, object], found: str, names) -> None:
    """In order of the first day known, else the last, then as they came."""
    assert names(**asked) == found.split()


def test_an_event_is_whole(record) -> None:
    """With its parties in order, tags, sources and changes."""
    url, ids = record
    with store.open_reader(url) as reader:
        event = reader.event(next(iter(ids)))
    assert [(party.name, party.role) for party in event.participants] == [
        ("Japan", "sender"),
        ("Afghanistan", "receiver"),
    ]
    assert (event.place.name, event.place.country, event.when.precision) == ("Kabul", "AFG", "day")
    assert (event.tags, [source.document for source in event.sources]) == (("closure",), ["wire"])
    assert len(event.history) == 1


def test_an_event_by_the_beginning_of_its_id(record) -> None:
    """In any case of letters, as long as no other begins so."""
    url, ids = record
    with store.open_reader(url) as reader:
        for id in ids:
            assert reader.event(f" {id.upper()} ").id == id
            alone = next(id[:size] for size in range(1, 5) if sum(other.startswith(id[:size]) for other in ids) == 1)
            assert reader.event(alone).id == id


def test_an_id_that_is_not_on_record(record) -> None:
    """Is answered as such, wildcards and all."""
    with store.open_reader(record[0]) as reader:
        for id in ("zzzz", "", "%", "b_", "' or 1=1"):
            with pytest.raises(UnknownName, match="unknown id"):
                reader.event(id)


def test_an_id_that_begins_several(sqlite, told) -> None:
    """Is answered with those that it begins."""
    rows = [TableRow(line, {"id": id, "type": "call"}) for line, id in enumerate(("ab-1", "ab-2", "ac-3"), 2)]
    with store.open_recorder(sqlite, author="Ada", command="import") as recorder:
        recorder.import_rows(rows, codec)
    with store.open_reader(sqlite) as reader:
        assert reader.event("ac").id == "ac-3"
        with pytest.raises(AmbiguousId, match="ab-1, ab-2"):
            reader.event("ab")


def test_a_deleted_event_is_told_to_be_deleted(url, recorder, told) -> None:
    """And is in no timeline."""
    with recorder() as writer:
        id = writer.add(told("call 2024-05-01 AFG IRN"))
        writer.delete(id)
    with store.open_reader(url) as reader:
        assert reader.events(Filter()) == []
        with pytest.raises(InputError, match=f"event {id} was deleted"):
            reader.event(id)


def test_countries(record) -> None:
    """What is planned, cancelled or not dated does not say when it began or ended."""
    with store.open_reader(record[0]) as reader:
        found = {one.country: one for one in reader.country_summaries()}
    assert (found["JPN"].events, str(found["JPN"].first), str(found["JPN"].last)) == (4, "2021-08-15", "2025-02-21")
    assert found["JPN"].partners == (("AFG", 4),)
    assert (found["TUR"].events, found["TUR"].first) == (1, None)
    assert "QAT" not in found


def test_types(record) -> None:
    """How many events there are of each, planned ones too."""
    with store.open_reader(record[0]) as reader:
        assert reader.type_counts() == {"mission": 1, "meeting": 3, "summit": 1, "call": 1, "visit": 2}


def test_rejected_events_are_shown_on_demand(url, recorder, told) -> None:
    """And counted nowhere."""
    with recorder() as writer:
        writer.edit(writer.add(told("call 2024-05-01 AFG IRN")), {"review": Review.REJECTED})
    with store.open_reader(url) as reader:
        assert (reader.events(Filter()), len(reader.events(Filter(include_rejected=True)))) == ([], 1)
        assert (reader.country_summaries(), reader.type_counts()) == ([], {})


def test_any_number_of_events_takes_as_many_statements(sqlite, told) -> None:
    """A page of a hundred is completed as one of two is."""
    with store.open_recorder(sqlite, author="Ada", command="add") as recorder:
        for day in range(1, 31):
            recorder.add(told(f"call 2024-05-{day:02} AFG IRN"))
    counts = []
    with reading(Address.read(sqlite)) as connection:
        for limit in (2, 30):
            counted = Counted(connection)
            Reader(counted, Address.read(sqlite)).events(Filter(countries=("AFG",), limit=limit))
            counts.append(counted.statements)
    assert counts == [7, 7]


class Counted:
    """A connection that counts what it is asked."""

    def __init__(self, connection: Connection) -> None:
        self.dialect, self._connection, self.statements = connection.dialect, connection, 0

    def rows(self, *asked: object) -> object:
        self.statements += 1
        return self._connection.rows(*asked)


def test_a_country_is_read_off_its_index(sqlite) -> None:
    """The newest events of a country, as party or place, cost no walk over the others and no sorting."""
    asked = Filter(countries=("JPN",), limit=50, latest_first=True)
    with reading(Address.read(sqlite)) as connection:
        statement, binds = search.events(asked, "sqlite")
        plan = [row["detail"] for row in connection.rows(f"explain query plan {statement}", binds)]
    assert "SEARCH c USING INDEX ix_participation_party_id_day_event_key (party_id=?)" in plan
    assert "SEARCH e USING INDEX ix_event_third_country (place_country=?)" in plan
    found_by = "SEARCH x USING COVERING INDEX ix_participation_party_id_day_event_key"
    assert f"{found_by} (party_id=? AND day=? AND event_key=?)" in plan
    sorted_after = {step for step, following in pairwise(plan) if following == "USE TEMP B-TREE FOR ORDER BY"}
    assert sorted_after == {"SCAN walk0", "SCAN walk1"}  # the fifty of each, when they are brought together


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("meeting 2021-11-24 AFG JPN", "kabir"),
        ("meeting 2021-11 JPN", "doha kabir"),
        ("meeting <2021-12-01 AFG JPN", "doha kabir"),
        ("visit ~2025-02-02 AFG JPN", "tokyo"),
        ("meeting planned >2025-02-10 AFG JPN", "later"),
        ("call 2021-12-24 TUR", "ankara"),
        ("call 2022-12-24 TUR", ""),
        ("summit 2022-02 UNAMA", "oslo"),
        ("meeting 2021-11-24 FRA", ""),
        ("meeting 2021-11-24", ""),
    ],
)
def test_candidates(mention: str, expected: str, record, told) -> None:
    """Events of the type that share a party and lie near in time, or may, not being dated."""
    url, ids = record
    asked = told(mention)
    with store.open_reader(url) as reader:
        found = reader.candidates(asked, types=(asked.type,))
    assert sorted(ids[event.id] for event in found) == expected.split()
