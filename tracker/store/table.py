"""A table of events on its way into the record, by id: what is on record is edited, all else comes in by batches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from itertools import islice
from typing import NamedTuple, Protocol

from tracker.errors import InputError
from tracker.model import Change, Event, InvalidRow, Origin, TableRow
from tracker.store.batch import Draft, put
from tracker.store.ids import fingerprint, well_formed
from tracker.store.outcome import ImportOutcome, RowOutcome, What
from tracker.store.rows import Stored
from tracker.store.seen import Seen
from tracker.store.uncollected import uncollected
from tracker.store.unindexed import unindexed
from tracker.store.work import Work

Row = Mapping[str, str]

_PAGE = 1_000
"""Rows that are looked up, and written, at a time."""

_KNOWN = "select fingerprint from event where fingerprint in ({texts})"


class Codec(Protocol):
    """What reads a row of a table; the module `tracker.views.rows` is one."""

    def event(self, row: Row) -> Event:
        """The event that a row tells; InputError when a cell cannot be meant."""

    def changes(self, present: Event, row: Row) -> Mapping[str, object]:
        """The fields of an event that a row tells otherwise; InputError when a cell cannot be meant."""


class EventTable:
    """The rows of one file, some hundred at a time; what becomes of each sound one is `kept` if so asked."""

    def __init__(self, work: Work, codec: Codec, *, kept: bool) -> None:
        self._work, self._codec, self._kept = work, codec, kept
        self._seen = Seen(work.ledger.connection)
        self._counts: Counter[str] = Counter()
        self._invalid: list[InvalidRow] = []
        self._told: list[RowOutcome] = []

    def record(self, rows: Iterable[TableRow | InvalidRow]) -> ImportOutcome:
        """Puts the sound rows on record."""
        found = iter(rows)
        page = list(islice(found, _PAGE))
        with uncollected() as collect, unindexed(self._work.ledger) if len(page) == _PAGE else nullcontext():
            while page:
                self._record(page)
                collect()
                page = list(islice(found, _PAGE))
        told = sorted(self._told, key=lambda outcome: outcome.line)
        return ImportOutcome(**self._counts, invalid=tuple(self._invalid), rows=tuple(told))

    def _record(self, page: Sequence[TableRow | InvalidRow]) -> None:
        ids = [_id(row.cells) for row in page if isinstance(row, TableRow)]
        self._present = self._work.reader.find_all([*filter(None, dict.fromkeys(ids))])
        self._lines = self._seen.numbers(filter(None, ids))
        before = {*self._lines}
        placed = [self._place(row) if isinstance(row, TableRow) else row for row in page]
        self._invalid += [one for one in placed if isinstance(one, InvalidRow)]
        self._seen.put({id: line for id, line in self._lines.items() if id not in before})
        self._create([one for one in placed if isinstance(one, _New)], reserved=ids)
        self._work.ledger.finish()

    def _place(self, row: TableRow) -> InvalidRow | _New | None:
        try:
            return self._meant(row)
        except InputError as error:
            column = self._column_at_fault(row.cells)
            return InvalidRow(row.line, row.names.get(column, column), str(error))

    def _meant(self, row: TableRow) -> _New | None:
        """The new event that a row tells; what it changes of one on record is done at once."""
        id = _id(row.cells)
        if id in self._lines:
            raise InputError(f"the id {id} stands in line {self._lines[id]} already")
        if id:
            self._lines[id] = row.line
        present = self._present.get(id)
        if present is None:
            draft = Draft.of(self._codec.event(row.cells), id if well_formed(id) else "", Origin.IMPORT)
            return _New(row.line, draft, _alike(row.cells), bool(id))
        _require_standing(present)
        changes = self._work.edit(present, self._codec.changes(present.event, row.cells))
        self._count(row.line, "changed" if changes else "same", present.event, tuple(changes))
        return None

    def _count(self, line: int, what: What, event: Event, changes: tuple[Change, ...] = ()) -> None:
        self._counts[what] += 1
        if self._kept:
            self._told.append(RowOutcome(line, what, event, changes))

    def _create(self, new: Sequence[_New], *, reserved: Sequence[str]) -> None:
        """Puts those on record that were not imported before."""
        marks = self._marks(new)
        known = {row[0] for row in self._work.ledger.among(_KNOWN, marks)}
        unknown = [(one.draft, mark) for one, mark in zip(new, marks, strict=True) if mark not in known]
        drafts, fresh = [draft for draft, _ in unknown], [mark for _, mark in unknown]
        written = iter(self._written(drafts, fresh, reserved))
        for one, mark in zip(new, marks, strict=True):
            id = one.draft.id if mark in known else next(written)
            event = one.draft.event(id) if self._kept else one.draft.told
            self._count(one.line, "same" if mark in known else "new", event)

    def _written(self, drafts: Sequence[Draft], marks: Sequence[str], reserved: Sequence[str]) -> list[str]:
        """Puts new events on record; their ids."""
        if not drafts:
            return []
        ledger = self._work.ledger
        keyed = put(ledger, self._work.operation_id, drafts, marks, reserved=reserved)
        ledger.index_new([(key, draft.words) for (key, _), draft in zip(keyed, drafts, strict=True)])
        return [id for _, id in keyed]

    def _marks(self, new: Sequence[_New]) -> list[str]:
        """A fingerprint for each, that of the same row the same time told: rows may be alike, with an id only one."""
        times = Counter(self._seen.numbers(one.alike for one in new if not one.named))
        marks = []
        for one in new:
            times[one.alike] += not one.named
            marks.append(fingerprint(one.alike, str(times[one.alike] or 1)))
        self._seen.put({one.alike: times[one.alike] for one in new if not one.named})
        return marks

    def _column_at_fault(self, row: Row) -> str:
        present = self._work.reader.find(_id(row))
        return column_at_fault(
            row, lambda cell: self._codec.changes(present.event, cell) if present else self._codec.event(cell)
        )


class _New(NamedTuple):
    """A row whose id, if it is `named`, is not on record; `alike` is the fingerprint of its cells."""

    line: int
    draft: Draft
    alike: str
    named: bool


def _alike(row: Row) -> str:
    return fingerprint("import", *(f"{column}={value}" for column, value in sorted(row.items()) if value))


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
