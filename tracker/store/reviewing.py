"""A table of events that a person decided on, row by row: fields corrected, then confirmed, rejected, merged or parted.

What a row tells is compared with its event as it was when the table was written, after the operation in its column
`seen`. So what was not touched in it changes nothing, what was set since is not overwritten unseen, and the same table
a second time changes nothing either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, TypeGuard

from tracker.errors import InputError
from tracker.model import Event, InvalidRow, Review, TableRow
from tracker.store import fields
from tracker.store.history import Past, replayed
from tracker.store.merging import Merging
from tracker.store.outcome import ReviewOutcome
from tracker.store.rows import Stored
from tracker.store.shown import Resolver
from tracker.store.table import Codec, Row, column_at_fault
from tracker.store.work import Work

DECISION, SEEN = "decision", "seen"
"""The columns beside those of an event."""

_REVIEWS = {"accept": Review.CONFIRMED, "reject": Review.REJECTED}
_PAIRS = ("merge", "different")
_LISTED = "accept, reject, skip, merge:ID or different:ID"


@dataclass(frozen=True, slots=True)
class _Decision:
    """What a row says of its event; `other` is the id that a pair is made with."""

    word: str
    other: str = ""

    @classmethod
    def read(cls, cell: str) -> _Decision:
        word, colon, other = (part.strip() for part in cell.strip().lower().partition(":"))
        sound = bool(other) if word in _PAIRS else not colon and word in ("", "skip", *_REVIEWS)
        if not sound:
            raise InputError(f"'{cell.strip()}' is no decision; write {_LISTED}, or leave it empty")
        return cls(word, other)


class ReviewedTable:
    """The rows of one file."""

    def __init__(self, work: Work, codec: Codec, resolver: Resolver) -> None:
        self._work, self._codec, self._merging = work, codec, Merging(work, resolver)
        self._lines: dict[str, int] = {}
        self._counts: Counter[str] = Counter()
        self._invalid: list[InvalidRow] = []
        self._skipped: list[str] = []

    def record(self, rows: Iterable[TableRow | InvalidRow]) -> ReviewOutcome:
        """Puts on record what the sound rows say: what each says of its own event first, then of pairs of them."""
        paired = [row for row in rows if self._sound(row) and self._decided(row, self._alone)]
        for row in paired:
            self._decided(row, self._together)
        return ReviewOutcome(
            accepted=self._counts["accept"],
            rejected=self._counts["reject"],
            merged=self._counts["merge"],
            parted=self._counts["different"],
            edited=self._counts["edit"],
            same=self._counts["same"],
            skipped=tuple(self._skipped),
            invalid=tuple(sorted(self._invalid, key=lambda row: row.line)),
        )

    def _sound(self, row: TableRow | InvalidRow) -> TypeGuard[TableRow]:
        if isinstance(row, InvalidRow):
            self._invalid.append(row)
        return isinstance(row, TableRow)

    def _decided(self, row: TableRow, act: Callable[[TableRow], bool]) -> bool:
        """What came of it; False for a row that is at fault, which is kept."""
        try:
            return act(row)
        except _Fault as fault:
            self._invalid.append(InvalidRow(row.line, row.names.get(fault.column, fault.column), str(fault)))
            return False

    def _alone(self, row: TableRow) -> bool:
        """Sets what a row says of its own event; whether it says something of another, too."""
        with _at(DECISION):
            decision = _Decision.read(row.cells.get(DECISION, ""))
        with _at("id"):
            stored = self._meant(row)
        if stored.merged_into and decision.word == "merge":
            return True  # which is looked at when all others are
        edits = self._edits(stored, row.cells)
        if stored.merged_into and (edits or decision.word):
            raise _Fault("id", f"event {stored.event.id} was merged into {stored.merged_into}")
        self._set(stored, edits, decision.word)
        return decision.word in _PAIRS

    def _set(self, stored: Stored, edits: Mapping[str, object], word: str) -> None:
        """Corrects an event and says what it is; sounder together than one by one."""
        review = {"review": _REVIEWS[word]} if word in _REVIEWS else {}
        with _at(""):
            changed = {change.field for change in self._work.edit(stored, {**edits, **review})}
        self._counts["edit"] += bool(changed - {"review"})
        self._counts[word] += word in _REVIEWS and "review" in changed
        self._counts["same"] += not changed and word not in (*_PAIRS, "skip")
        if word == "skip":
            self._skipped.append(stored.event.id)

    def _together(self, row: TableRow) -> bool:
        """Makes one event of two, or keeps them apart; whether that was not so already."""
        decision = _Decision.read(row.cells[DECISION])
        reader = self._work.reader
        with _at(DECISION):
            one, other = reader.itself(_id(row)), reader.itself(decision.other)
            if one.key == other.key:
                raise InputError(f"{one.event.id} is itself; name another event")
            if decision.word == "different":
                done = self._merging.part(one, other)
            elif done := reader.root(one.key) != reader.root(other.key):
                self._merging.merge(self._work.present(decision.other), self._work.present(_id(row)))
        self._counts[decision.word if done else "same"] += 1
        return done

    def _meant(self, row: TableRow) -> Stored:
        id = _id(row)
        if id in self._lines:
            raise InputError(f"the id {id} stands in line {self._lines[id]} already")
        self._lines[id] = row.line
        stored = self._work.reader.find(id)
        if stored is None:
            raise InputError(f"there is no event '{id}' on record" if id else "a row without an id tells no event")
        if stored.deleted:
            raise InputError(f"event {id} was deleted")
        return stored

    def _edits(self, stored: Stored, row: Row) -> Mapping[str, object]:
        """The fields that a row tells otherwise than the table did when it was written."""
        with _at(SEEN):
            written = _as_of(stored, self._work.reader.history(stored.key), row.get(SEEN, "").strip())
        try:
            edits = self._codec.changes(written, row)
        except InputError as error:
            column = column_at_fault(row, lambda cell: self._codec.changes(written, cell))
            raise _Fault(column, str(error)) from None
        with _at(""):
            _require_untouched(stored, written, edits)
        return edits


class _Fault(InputError):
    """What is wrong with a row; `column` is empty where no single cell is at fault."""

    def __init__(self, column: str, message: str) -> None:
        self.column = column
        super().__init__(message)


@contextmanager
def _at(column: str) -> Iterator[None]:
    """Says of what is wrong that it stands in that column."""
    try:
        yield
    except InputError as error:
        raise _Fault(column, str(error)) from None


def _id(row: TableRow) -> str:
    return row.cells.get("id", "").strip().lower()


def _as_of(stored: Stored, past: Past, seen: str) -> Event:
    """An event as it was after an operation; as it is where none is named."""
    if not seen:
        return stored.event
    known = [one for one in past if seen.isdigit() and one[0].operation <= int(seen)]
    if not known:
        raise InputError(f"'{seen}' is no change that {stored.event.id} had seen; leave this column as it was written")
    return fields.event(stored.event.id, stored.event.origin, replayed(known))


def _require_untouched(stored: Stored, written: Event, edits: Mapping[str, Any]) -> None:
    """Raises InputError where something that is to be set was set otherwise since the table was written."""
    before, now = fields.state(written), fields.state(stored.event)
    wanted = fields.state(replace(written, **edits))
    for name in sorted(fields.set_by(edits)):
        if now.get(name) not in (before.get(name), wanted.get(name)):
            raise InputError(
                f"{name} of {stored.event.id} was set to '{now.get(name, '')}' since the file was written;"
                " write that in the row, or write the file anew"
            )
