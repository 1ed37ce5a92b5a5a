"""Months of use in minutes: articles come in, an analyst corrects, merges, takes back, exports and imports.

    each month: read ─▶ correct ─▶ merge, split, undo, redo ─▶ read again ─▶ export ─▶ import ─▶ check

What the analyst says of some events is remembered here too, and must stand at the end of every month.
"""

from __future__ import annotations

import io
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from tests.soak.readouts import Prepared, Told, readouts
from tracker import pipeline, resolve, store
from tracker.errors import InputError
from tracker.model import Filter, TableRow
from tracker.store.record import Recorder
from tracker.views import rows, tables

_FIRST_DAY = date(2024, 1, 1)
_DAYS = 30
"""Days of a month."""

_EDITS, _DECISIONS, _REREAD, _ADDED = 20, 200, 200, 100
"""One edit comes on so many articles; one merge, split, undo and redo; one article read again; one event imported."""


@dataclass(slots=True)
class Month:
    """How the record stood at the end of a month, and what was spent on it.

    `seconds` are of processor time, by what was done; `done` counts what that was. `wrong` must be empty.
    """

    number: int
    articles: int = 0
    events: int = 0
    bytes: int = 0
    done: Counter[str] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def cost(self, what: str) -> float:
        """Milliseconds of processor time that one of a kind took; 0 where there was none."""
        return self.seconds[what] * 1000 / self.done[what] if self.done[what] else 0.0


class Years:
    """A record in use; articles come evenly, one in a hundred of them through `reader` where one is given."""

    def __init__(
        self, path: Path, *, articles: int, months: int, reader: pipeline.Extractor | None = None, seed: int = 1
    ) -> None:
        self._url, self._path, self._reader = str(path), path, reader
        self._months, self._monthly = months, articles // months
        self._chance = random.Random(seed)
        self._said: dict[str, str] = {}

    def months(self) -> Iterator[Month]:
        """One after another."""
        for number in range(1, self._months + 1):
            month = Month(number)
            since = _FIRST_DAY + timedelta(days=_DAYS * (number - 1))
            told = list(islice(readouts(number, since=since, days=_DAYS), self._monthly))
            self._read(told, month)
            ids = self._ids(since)
            self._correct(ids, month)
            self._decide(ids, month)
            self._read_again(told, month)
            self._export(month)
            self._import(number, since, month)
            self._settle(month)
            yield month

    def _read(self, told: list[Told], month: Month) -> None:
        """The month's articles."""
        by_rules = len(told) // 100 if self._reader else 0
        prepared = Prepared(told[by_rules:])
        with self._recorder("ingest") as recorder, _timed(month, "article", len(told) - by_rules):
            for _ in pipeline.ingest(prepared.documents(), pipeline.Here(prepared), recorder, version="prepared"):
                pass
        if self._reader:
            documents = [document for document, _ in told[:by_rules]]
            with self._recorder("ingest") as recorder, _timed(month, "article by the rules", by_rules):
                for _ in pipeline.ingest(documents, pipeline.Here(self._reader), recorder):
                    pass

    def _ids(self, since: date) -> list[str]:
        """The month's events."""
        with store.open_reader(self._url) as reader:
            asked = Filter(since=since, until=since + timedelta(days=_DAYS - 1))
            return [event.id for event in reader.events(asked)]

    def _correct(self, ids: list[str], month: Month) -> None:
        """Corrections by hand; the notes of events that nothing else happens to are remembered."""
        times = max(self._monthly // _EDITS, 1)
        with self._recorder("edit") as recorder, _timed(month, "edit", times):
            for number in range(times):
                id, note = self._chance.choice(ids[::2]), f"Month {month.number}, note {number}"
                recorder.edit(id, {"note": note, "tags": (f"month-{month.number}",)})
                self._said[id] = note

    def _decide(self, ids: list[str], month: Month) -> None:
        """Merges, splits and their being taken back and brought again, on the other events."""
        times = max(self._monthly // _DECISIONS, 1)
        with self._recorder("merge") as recorder:
            for _ in range(times):
                pair = self._chance.sample(ids[1::2], 2)
                for what, act in self._acts(recorder, pair):
                    with _timed(month, what, 1):
                        _tried(act, month)

    def _acts(self, recorder: Recorder, pair: list[str]) -> list[tuple[str, Callable[[], object]]]:
        return [
            ("merge", lambda: recorder.merge(pair, resolve)),
            ("undo", lambda: recorder.undo(resolve)),
            ("redo", lambda: recorder.redo(resolve)),
            ("split", lambda: recorder.split(pair[0], self._last_mention(pair[0]), resolve)),
            ("delete", lambda: recorder.delete(pair[1])),
            ("undo", lambda: recorder.undo(resolve)),
        ]

    def _last_mention(self, id: str) -> list[int]:
        with store.open_reader(self._url) as reader:
            return [claim.number for claim in reader.claims_of(id)][-1:]

    def _read_again(self, told: list[Told], month: Month) -> None:
        """Some articles by a better extractor, which is surer of all and misses the last thing told."""
        chosen = self._chance.sample(told, max(len(told) // _REREAD, 1))
        better = [(one, [replace(m, confidence=0.95) for m in mentions[:-1] or mentions]) for one, mentions in chosen]
        with self._recorder("reread") as recorder, _timed(month, "article read again", len(better)):
            recorder.reread(better, resolve, extractor="prepared better")

    def _export(self, month: Month) -> None:
        """The whole record as a table."""
        with store.open_reader(self._url) as reader:
            count = reader.info().events
            with _timed(month, "event exported", count):
                tables.write(reader.stream(Filter(include_rejected=True)), io.BytesIO(), ending=".csv")

    def _import(self, number: int, since: date, month: Month) -> None:
        """A colleague's table: events of the month, of which some come again with the next."""
        told = islice(readouts(1000 + number, since=since, days=_DAYS), max(self._monthly // _ADDED, 1))
        mentions = [mention for _, several in told for mention in several]
        cells = [
            {"type": one.type, "start": str(one.when.start), "countries": "; ".join(one.countries), "title": one.title}
            for one in mentions
        ]
        with self._recorder("import") as recorder, _timed(month, "row imported", len(cells)):
            recorder.import_rows((TableRow(line, row) for line, row in enumerate(cells, start=2)), rows)

    def _settle(self, month: Month) -> None:
        """What is on record now, and what is wrong with it."""
        with store.open_reader(self._url) as reader:
            held = reader.info()
            month.wrong += [
                f"the note on {id} is gone" for id, note in self._said.items() if reader.event(id).note != note
            ]
        month.articles, month.events, month.bytes = held.documents, held.events, self._path.stat().st_size
        with _timed(month, "event checked", held.events):
            month.wrong += store.check(self._url)
        if held.documents != self._monthly * month.number:
            month.wrong.append(f"{held.documents} articles are on record of {self._monthly * month.number}")

    def _recorder(self, command: str) -> AbstractContextManager[Recorder]:
        return store.open_recorder(self._url, author="Ada", command=command)


@contextmanager
def _timed(month: Month, what: str, times: int) -> Iterator[None]:
    """Adds the processor time that something takes, so many times over."""
    begun = time.process_time()
    yield
    month.seconds[what] += time.process_time() - begun
    month.done[what] += times


def _tried(act: Callable[[], object], month: Month) -> None:
    """What cannot be done any more, as events change, is told and counted."""
    try:
        act()
    except InputError:
        month.done["refused"] += 1
