"""What a writer may be at when it is killed: tasks in steps, each acknowledged when it is done."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from unittest.mock import patch

from tests.soak.readouts import Prepared, Told, readouts
from tracker import pipeline, resolve, store
from tracker.model import Filter, TableRow
from tracker.store import migrate, table
from tracker.store.address import Address
from tracker.store.record import Recorder
from tracker.views import rows

_ARTICLES = 10
"""Articles of one ingest, events of one import: few, so that a kill costs a second and there can be many."""

Steps = Callable[[Path, int], Iterable[object]]
"""The steps on a record, from that number on; each value is an acknowledgement."""


@dataclass(frozen=True, slots=True)
class Task:
    """`prepare` makes the record that it begins with; `anew` tells that the next run begins with the first step again.

    `witness` does the same step by step where one step of the task makes several.
    """

    name: str
    prepare: Callable[[Path], None]
    steps: Steps
    anew: bool = False
    witness: Steps | None = None


def tasks() -> list[Task]:
    """What the writer does in the course of its life."""
    return [
        Task("first ingest", nothing, _ingest, anew=True),
        Task("ingest", some_articles, _ingest, anew=True),
        Task("first import", nothing, _first_import, anew=True),
        Task("import", some_articles, _import, anew=True),
        Task("edit", some_articles, _edit),
        Task("merge, split, undo", some_articles, _merge),
        Task("migration", _of_the_first_version, _migrate, anew=True),
    ]


def told(*, seed: int) -> Iterator[Told]:
    """The same few articles each time."""
    return islice(readouts(seed, since=date(2024, 1, 1), days=60), _ARTICLES)


def nothing(path: Path) -> None:
    """A record that is yet to be made."""


def some_articles(path: Path) -> None:
    """A record of some articles."""
    for _ in _read(path, told(seed=1)):
        pass


def _of_the_first_version(path: Path) -> None:
    """The same, in tables of the first version of the program."""
    present = path.with_suffix(".present")
    some_articles(present)
    old = path.with_suffix(".scripts")
    shutil.copytree(migrate.scripts(), old, ignore=shutil.ignore_patterns("000[2-9]_*", "__pycache__"))
    migrate.upgrade(Address.read(str(path)), wait=1, folder=old)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("attach ? as new", (str(present),))
        for (table,) in connection.execute("select name from main.sqlite_master where type = 'table'").fetchall():
            if table != "alembic_version" and not table.startswith("event_search_"):
                names = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
                connection.execute(f"insert into main.{table} ({names}) select {names} from new.{table}")
        connection.commit()
    shutil.rmtree(old)
    present.unlink()


def _ingest(path: Path, first: int) -> Iterator[object]:
    store.upgrade(str(path))
    yield "the record is there"
    yield from _read(path, told(seed=2))


def _read(path: Path, told: Iterable[Told]) -> Iterator[object]:
    prepared = Prepared(told)
    with _recorder(path, "ingest") as recorder:
        yield from pipeline.ingest(prepared.documents(), pipeline.Here(prepared), recorder, version="prepared")


def _first_import(path: Path, first: int) -> Iterator[object]:
    """The same into a record that is yet to be made, in pages so small that its indexes are made after the first."""
    store.upgrade(str(path))
    yield "the record is there"
    with patch.object(table, "_PAGE", 3):
        yield from _import(path, first)


def _import(path: Path, first: int) -> Iterator[object]:
    """Four tables of events that articles tell elsewhere."""
    mentions = [mention for _, several in told(seed=3) for mention in several]
    cells = [
        {
            "type": one.type,
            "start": one.when.start.isoformat() if one.when.start else "",
            "title": one.title,
            "countries": "; ".join(one.countries),
            "people": "; ".join(one.people),
        }
        for one in mentions
    ]
    with _recorder(path, "import") as recorder:
        for part in range(4):
            lines = (TableRow(number, row) for number, row in enumerate(cells[part::4], start=2))
            yield recorder.import_rows(lines, rows)


def _edit(path: Path, first: int) -> Iterator[object]:
    """Each step sets several fields of several events."""
    with store.open_reader(str(path)) as reader:
        ids = [event.id for event in reader.events(Filter())][:6]
    with _recorder(path, "edit") as recorder:
        for step in range(first, 8):
            said = {"title": f"Title {step}", "note": f"Note {step}", "tags": (f"tag-{step}",)}
            yield recorder.revise(ids[step % 3 :: 2], lambda _, said=said: said, f"step {step}")


def _merge(path: Path, first: int) -> Iterator[object]:
    """Events made one and taken apart, by the ids that they had at first."""
    with store.open_reader(str(path)) as reader:
        a, b, c, d, *_ = [one.event.id for one in reader.everything()]
    done: list[Callable[[Recorder], object]] = [
        lambda recorder: recorder.merge([a, b], resolve),
        lambda recorder: recorder.merge([a, c], resolve),
        lambda recorder: recorder.undo(resolve),
        lambda recorder: recorder.redo(resolve),
        lambda recorder: recorder.part(a, b, resolve),
        lambda recorder: recorder.merge([d, b], resolve),
        lambda recorder: recorder.delete(d),
        lambda recorder: recorder.undo(resolve),
    ]
    with _recorder(path, "merge") as recorder:
        for step in done[first:]:
            yield step(recorder)


def _migrate(path: Path, first: int) -> Iterator[object]:
    yield store.upgrade(str(path))


def _recorder(path: Path, command: str) -> AbstractContextManager[Recorder]:
    return store.open_recorder(str(path), author="Ada", command=command)
