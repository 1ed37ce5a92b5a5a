"""A table of very many events, for which a file's indexes are made when all of it is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.store.test_import import MEETING, numbered
from tracker import store
from tracker.model import TableRow
from tracker.store import table
from tracker.store.record import Recorder
from tracker.views import rows

MANY = [{**MEETING, "id": f"cow-{number}", "countries": "AFG" if number % 2 else "AFG; JPN"} for number in range(7)]
WRONG = {**MEETING, "type": "coronation"}


@pytest.fixture(autouse=True)
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that seven rows are very many."""
    monkeypatch.setattr(table, "_PAGE", 3)


def made(url: str) -> list[tuple[str, str]]:
    """The tables and indexes of a file."""
    with closing(sqlite3.connect(url)) as connection:
        return connection.execute("select name, sql from sqlite_master order by name").fetchall()


def indexes(recorder: Recorder) -> int:
    """How many a writer sees in the transaction under way."""
    driver = recorder._connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    count: int = driver.execute("select count(*) from sqlite_master where type = 'index'").fetchone()[0]
    return count


def brought_in(url: str, cells: list[dict[str, str]], seen: list[int]) -> store.ImportOutcome:
    """Imports rows; as each is asked for, how many indexes there are is added to what was seen."""

    def told() -> Iterator[TableRow]:
        for row in numbered(*cells):
            seen.append(indexes(recorder))
            yield row

    with store.open_recorder(url, author="Ada", command="import") as recorder:
        return recorder.import_rows(told(), rows)


def test_they_are_the_same_afterwards(sqlite: str) -> None:
    """To the letter; meanwhile they are not there, for the writer alone."""
    before, seen = made(sqlite), list[int]()
    assert brought_in(sqlite, MANY, seen) == store.ImportOutcome(new=7)
    assert made(sqlite) == before
    assert seen[3] < seen[0]
    assert store.check(sqlite) == []


def test_nothing_is_left_out_where_events_are_on_record(sqlite: str) -> None:
    """Since rows may change them; nor for a small table."""
    seen: list[int] = []
    brought_in(sqlite, MANY[:2], seen)
    brought_in(sqlite, MANY, seen)
    assert len({*seen}) == 1


def test_a_table_that_is_refused_leaves_them(sqlite: str) -> None:
    """As it leaves everything else."""
    before, seen = made(sqlite), list[int]()
    assert len(brought_in(sqlite, [*MANY, WRONG], seen).invalid) == 1
    assert seen[-1] < seen[0]
    assert made(sqlite) == before
    with store.open_reader(sqlite) as reader:
        assert reader.info().events == 0
