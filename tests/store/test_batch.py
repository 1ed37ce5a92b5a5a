"""What comes in by batches is on record as if it had come one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.store.conftest import NewDatabase
from tracker import store
from tracker.model import Event, Filter, Listing, Origin, TableRow
from tracker.store import table as table_module
from tracker.store.address import Address
from tracker.store.engine import open_engine
from tracker.views import rows

TABLES = {
    "event": "id",
    "participation": "event_key, ordinal",
    "party": "identity",
    "tag": "event_key, name",
    "citation": "event_key, ordinal",
    "change": "event_key, id",
}
OWN = {"at", "fingerprint", "operation_id"}
"""What two records of the same never share, or by chance alone."""


def everything(url: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table that an import writes, and the words by which events are found."""
    with open_engine(Address.read(url), wait=1).connect() as connection:
        found = {
            name: [dict(row) for row in connection.execute(text(f"select * from {name} order by {order}")).mappings()]
            for name, order in TABLES.items()
        }
        words = "event_search order by " + ("rowid" if connection.dialect.name == "sqlite" else "event_key")
        found["words"] = [{"words": row[0]} for row in connection.execute(text(f"select words from {words}"))]
    return {name: [{k: v for k, v in row.items() if k not in OWN} for row in told] for name, told in found.items()}


def one_by_one(url: str, events: list[Event]) -> None:
    """Puts events on record as `add` does, but as imported ones and in one operation."""
    with (
        store.open_recorder(url, author="Ada", command="import") as recorder,
        recorder._work(Origin.IMPORT) as work,
    ):
        for number, event in enumerate(events):
            work.create(replace(event, origin=Origin.IMPORT), str(number))


def by_batch(url: str, events: list[Event]) -> None:
    """The same as rows of a table."""
    with store.open_recorder(url, author="Ada", command="import") as recorder:
        outcome = recorder.import_rows(
            [TableRow(line, rows.cells(event)) for line, event in enumerate(events, 2)], rows
        )
    assert outcome == store.ImportOutcome(new=len(events))


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_batch_leaves_the_rows_that_single_events_leave(
    kind: str, new_database: NewDatabase, emptied: Any, any_event: st.SearchStrategy[Event]
) -> None:
    """In every table, to the last column."""

    @given(st.lists(any_event, min_size=1, max_size=4))
    @settings(max_examples=12 if kind == "sqlite" else 4, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def same(drawn: list[Event]) -> None:
        told = [rows.event({**rows.cells(event), "id": f"cow-{n}"}) for n, event in enumerate(drawn)]
        found = []
        for bring in (one_by_one, by_batch):
            url = new_database("sqlite") if kind == "sqlite" else emptied()
            bring(url, told)
            found.append(everything(url))
        assert found[0] == found[1]

    same()


def test_a_party_is_spelt_as_it_was_first(new_database: NewDatabase) -> None:
    """Whether its events come one by one or together."""
    told = [
        rows.event({"id": f"cow-{n}", "type": "call", "people": name})
        for n, name in enumerate(("José Gil", "Jose Gil"))
    ]
    found = []
    for bring in (one_by_one, by_batch):
        url = new_database("sqlite")
        bring(url, told)
        found.append([party["name"] for party in everything(url)["party"]])
    assert found == [["José Gil"], ["José Gil"]]


def test_pages_are_one_table(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """An id that was told, and a row that is like another, are known however far before they stand."""
    monkeypatch.setattr(table_module, "_PAGE", 2)
    cells = {"type": "meeting", "start": "2021-11-23", "countries": "JPN; AFG"}
    told = [{**cells, "id": "cow-1"}, cells, cells, cells, cells, {**cells, "id": "cow-1"}]
    numbered = [TableRow(line, row) for line, row in enumerate(told, 2)]
    with store.open_recorder(url, author="Ada", command="import") as recorder:
        outcome = recorder.import_rows(numbered, rows, keep_going=True)
        assert (outcome.new, [str(one) for one in outcome.invalid]) == (
            5,
            ["line 7: the id cow-1 stands in line 2 already"],
        )
        assert recorder.import_rows(numbered[:-1], rows) == store.ImportOutcome(same=5)
    assert store.check(url) == []


def test_a_listing_tells_what_the_event_does(url: str, read: Any) -> None:
    """Of every event, in the same order."""
    read("visit ~2025-02-18 AFG:visitor JPN:host Abdul_Latif_Nazari/AFG @Tokyo/JPN", "summit planned 2025-05 JPN NATO")
    read("call 2024-05-01 AFG IRN")
    with store.open_recorder(url, author="Ada", command="test") as recorder:
        recorder.import_rows(
            [TableRow(2, {"type": "visit", "tags": "b; a", "sources": "x; https://example.org"})], rows
        )
    with store.open_reader(url) as reader:
        told = [rows.listing(event) for event in reader.events(Filter(include_rejected=True))]
        assert [*reader.listings()] == told
        assert all(isinstance(one, Listing) for one in told)


def test_the_comparison_sees_a_party_that_was_not_kept(
    monkeypatch: pytest.MonkeyPatch, new_database: NewDatabase
) -> None:
    """A batch that forgets one is found out."""
    event = rows.event({"id": "cow-1", "type": "meeting", "countries": "JPN"})
    one, other = new_database("sqlite"), new_database("sqlite")
    one_by_one(one, [event])
    monkeypatch.setattr("tracker.store.batch._took_part", lambda *_: [])
    by_batch(other, [event])
    assert everything(one)["event"] == everything(other)["event"]
    assert everything(one) != everything(other)
