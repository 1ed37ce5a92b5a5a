"""What a person decides takes as many steps of the database in a large record as in a small one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import pytest

from tests.soak.readouts import Prepared, Told, readouts
from tracker import pipeline, resolve, store
from tracker.model import Filter
from tracker.store.record import Recorder

FIRST_DAY, MONTH = date(2024, 1, 1), timedelta(days=30)
FEW, MANY = 1, 8
"""Months, of thirty articles and one edit each."""

GROWTH = 1.15
"""A little, since a table of eight times the rows may be a level deeper."""


def articles(month: int) -> list[Told]:
    """The same whenever they are asked for."""
    return list(islice(readouts(month, since=FIRST_DAY + month * MONTH * 2, days=MONTH.days), 30))


def filled(path: Path, months: int) -> str:
    """A record of so many months, the first of them decided on."""
    with store.open_recorder(str(path), author="Ada", command="tag") as recorder:
        for month in range(months):
            prepared = Prepared(articles(month))
            list(pipeline.ingest(prepared.documents(), pipeline.Here(prepared), recorder, version="prepared"))
            recorder.edit(events(str(path))[-1], {"note": f"month {month}"})
    return str(path)


def events(url: str) -> list[str]:
    """The events of the first month, the earliest first."""
    with store.open_reader(url) as reader:
        return [one.id for one in reader.events(Filter(until=FIRST_DAY + MONTH))]


def last_mention(url: str, id: str) -> list[int]:
    """The one that came last of those that tell an event."""
    with store.open_reader(url) as reader:
        return [claim.number for claim in reader.claims_of(id)][-1:]


def acts(recorder: Recorder, url: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """One of each, on the events of the first month."""
    one, other, third, *_ = events(url)
    better = [(document, [replace(m, confidence=0.95) for m in told]) for document, told in articles(0)[:3]]
    yield "merge", lambda: recorder.merge([one, other], resolve)
    yield "undo", lambda: recorder.undo(resolve)
    yield "redo", lambda: recorder.redo(resolve)
    yield "split", lambda: recorder.split(one, last_mention(url, one), resolve)
    yield "part", lambda: recorder.part(one, third, resolve)
    yield "delete", lambda: recorder.delete(third)
    yield "undo again", lambda: recorder.undo(resolve)
    yield "edit", lambda: recorder.edit(third, {"note": "a note"})
    yield "read again", lambda: recorder.reread(better, resolve, extractor="better")


def steps(url: str) -> dict[str, int]:
    """How many instructions of SQLite's each act takes."""
    taken: dict[str, int] = {}
    with store.open_recorder(url, author="Ada", command="decide") as recorder:
        driver = recorder._connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        for what, act in acts(recorder, url):
            counted = iter(range(10**9))
            driver.set_progress_handler(lambda counted=counted: next(counted) < 0, 1)
            act()
            taken[what] = next(counted)
            driver.set_progress_handler(None, 0)
    return taken


def grown(small: dict[str, int], large: dict[str, int]) -> dict[str, float]:
    """The acts that take more steps in the large record, and how many times as many."""
    ratios = {what: large[what] / small[what] for what in small}
    return {what: round(ratio, 2) for what, ratio in ratios.items() if ratio > GROWTH}


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, int], str]:
    """What the acts take in a small record, and a large one."""
    folder = tmp_path_factory.mktemp("records")
    return steps(filled(folder / "small.db", FEW)), filled(folder / "large.db", MANY)


@pytest.fixture
def large(records: tuple[dict[str, int], str], tmp_path: Path) -> Path:
    """A copy of the large record."""
    copy = tmp_path / "large.db"
    with closing(sqlite3.connect(records[1])) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def test_no_decision_takes_longer_in_a_larger_record(records, large: Path) -> None:
    """Of eight times the articles, events, judgements and operations."""
    assert grown(records[0], steps(str(large))) == {}


def test_a_decision_that_goes_through_all_that_stands_is_seen(records, large: Path) -> None:
    """As where an index holds what was not withdrawn: nearly everything."""
    with closing(sqlite3.connect(large)) as connection:
        connection.execute("drop index ix_judgement_withdrawn_by")
        connection.execute("create index ix_judgement_withdrawn_by on judgement (withdrawn_by)")
    assert {"merge", "split", "part"} <= grown(records[0], steps(str(large))).keys()
