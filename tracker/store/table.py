"""A table of events on its way into the record, row by row, by id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from tracker.errors import InputError
from tracker.model import Event, InvalidRow, Origin, TableRow
from tracker.store.ids import fingerprint, well_formed
from tracker.store.outcome import ImportOutcome, RowOutcome
from tracker.store.rows import Stored
from tracker.store.work import Work

Row = Mapping[str, str]


class Codec(Protocol):
    """What reads a row of a table; the module `tracker.views.rows` is one."""

    def event(self, row: Row) -> Event:
        """The event that a row tells; InputError when a cell cannot be meant."""

    def changes(self, present: Event, row: Row) -> Mapping[str, object]:
        """The fields of an event that a row tells otherwise; InputError when a cell cannot be meant."""


class EventTable:
    """The rows of one file; what becomes of each sound one is `kept` for the outcome if so asked."""

    def __init__(self, work: Work, codec: Codec, *, kept: bool) -> None:
        self._work, self._codec, self._kept = work, codec, kept
        self._lines: dict[str, int] = {}
        self._alike: Counter[str] = Counter()

    def record(self, rows: Iterable[TableRow | InvalidRow]) -> ImportOutcome:
        """Puts the sound rows on record."""
        counts: Counter[str] = Counter()
        invalid, told = [], []
        for row in rows:
            placed = self._placed(row) if isinstance(row, TableRow) else row
            if isinstance(placed, InvalidRow):
                invalid.append(placed)
            else:
                counts[placed.what] += 1
                told += [placed] if self._kept else []
        return ImportOutcome(counts["new"], counts["changed"], counts["same"], tuple(invalid), tuple(told))

    def _placed(self, row: TableRow) -> RowOutcome | InvalidRow:
        try:
            return self._place(row.line, row.cells)
        except InputError as error:
            column = self._column_at_fault(row.cells)
            return InvalidRow(row.line, row.names.get(column, column), str(error))

    def _place(self, line: int, row: Row) -> RowOutcome:
        id = _id(row)
        if id in self._lines:
            raise InputError(f"the id {id} stands in line {self._lines[id]} already")
        if id:
            self._lines[id] = line
        present = self._work.reader.find(id) if id else None
        if present is None:
            return self._create(line, id, row)
        _require_standing(present)
        changes = self._work.edit(present, self._codec.changes(present.event, row))
        return RowOutcome(line, "changed" if changes else "same", present.event, tuple(changes))

    def _create(self, line: int, id: str, row: Row) -> RowOutcome:
        event = replace(self._codec.event(row), id=id if well_formed(id) else "", origin=Origin.IMPORT)
        alike = fingerprint("import", *(f"{column}={value}" for column, value in sorted(row.items()) if value))
        self._alike[alike] += 1
        origin = fingerprint(alike, str(self._alike[alike]))
        if self._work.known(origin):
            return RowOutcome(line, "same", event)
        return RowOutcome(line, "new", self._work.create(event, origin).event)

    def _column_at_fault(self, row: Row) -> str:
        present = self._work.reader.find(_id(row))
        return column_at_fault(
            row, lambda cell: self._codec.changes(present.event, cell) if present else self._codec.event(cell)
        )


def column_at_fault(row: Row, read: Callable[[Row], object]) -> str:
    """The first column whose cell is refused by itself; empty when it takes several to be wrong."""
    columns = sorted(row, key=lambda column: column != "type")  # no other cell can be read without
    return next((column for column in columns if not _readable(column, row, read)), "")


def _readable(column: str, row: Row, read: Callable[[Row], object]) -> bool:
    try:
        read({name: row[name] for name in ("type", column) if name in row})
    except InputError:
        return False
    return True


def _id(row: Row) -> str:
    return row.get("id", "").strip().lower()


def _require_standing(stored: Stored) -> None:
    id = stored.event.id
    if stored.deleted:
        raise InputError(f"event {id} was deleted")
    if stored.merged_into:
        raise InputError(f"event {id} was merged into {stored.merged_into}")
