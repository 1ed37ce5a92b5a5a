"""A table of events on its way into the record, row by row, by id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from tracker.errors import InputError
from tracker.model import Event, Origin
from tracker.store.ids import fingerprint, well_formed
from tracker.store.outcome import ImportOutcome, InvalidRow
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
    """The rows of one file."""

    def __init__(self, work: Work, codec: Codec) -> None:
        self._work, self._codec = work, codec
        self._lines: dict[str, int] = {}
        self._alike: Counter[str] = Counter()

    def record(self, rows: Iterable[tuple[int, Row]]) -> ImportOutcome:
        """Puts the sound rows on record, each with the number of its line."""
        counts: Counter[str] = Counter()
        invalid = []
        for line, row in rows:
            try:
                counts[self._place(line, row)] += 1
            except InputError as error:
                invalid.append(InvalidRow(line, self._column_at_fault(row), str(error)))
        return ImportOutcome(counts["new"], counts["changed"], counts["same"], tuple(invalid))

    def _place(self, line: int, row: Row) -> str:
        id = _id(row)
        if id in self._lines:
            raise InputError(f"the id {id} stands in line {self._lines[id]} already")
        if id:
            self._lines[id] = line
        present = self._work.reader.find(id) if id else None
        if present is None:
            return self._create(id, row)
        _require_standing(present)
        return "changed" if self._work.edit(present, self._codec.changes(present.event, row)) else "same"

    def _create(self, id: str, row: Row) -> str:
        event = replace(self._codec.event(row), id=id if well_formed(id) else "", origin=Origin.IMPORT)
        alike = fingerprint("import", *(f"{column}={value}" for column, value in sorted(row.items()) if value))
        self._alike[alike] += 1
        origin = fingerprint(alike, str(self._alike[alike]))
        if self._work.known(origin):
            return "same"
        self._work.create(event, origin)
        return "new"

    def _column_at_fault(self, row: Row) -> str:
        """The first column whose cell is refused by itself; empty when it takes several to be wrong."""
        present = self._work.reader.find(_id(row))
        columns = sorted(row, key=lambda column: column != "type")  # no other cell can be read without
        return next((column for column in columns if not self._readable(column, row, present)), "")

    def _readable(self, column: str, row: Row, present: Stored | None) -> bool:
        try:
            if present:
                self._codec.changes(present.event, {column: row[column]})
            else:
                self._codec.event({"type": row.get("type", ""), column: row[column]})
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
