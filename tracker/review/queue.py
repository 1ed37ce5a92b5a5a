"""The events that wait for a person, one after another, and what is decided of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tracker.errors import InputError
from tracker.model import Origin, Review
from tracker.review.doors import Reader, Recorder, Resolver
from tracker.review.skips import Skips
from tracker.review.waiting import Entry, Item, examined, open_matches

_RECENT = 8
"""How many operations on an event are looked through for the one just made: the program's own may follow it."""


class Act(StrEnum):
    """What became of an event in the queue."""

    ACCEPTED = "accepted"
    MERGED = "merged"
    REJECTED = "rejected"
    SKIPPED = "skipped"
    PARTED = "kept apart"
    EDITED = "edited"
    ELSEWHERE = "decided elsewhere"


CLOSING = frozenset(Act) - {Act.PARTED, Act.EDITED}
"""The acts after which an event waits no more."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What was done with the event at a place in the queue, by the operation of that number if it took one."""

    at: int
    act: Act
    operation: int | None


@dataclass(slots=True)
class Queue:
    """The entries in order, one of them at hand; each decision is on record when its method returns.

    `read` opens the record as it is at that moment. A decision that the record refuses raises InputError and leaves
    the event at hand.
    """

    entries: Sequence[Entry]
    read: Callable[[], AbstractContextManager[Reader]]
    recorder: Recorder
    resolver: Resolver
    skips: Skips
    today: date
    reason: str = ""
    at: int = 0
    _closed: dict[int, Act] = field(default_factory=dict)
    _steps: list[_Step] = field(default_factory=list)

    @property
    def over(self) -> bool:
        """Whether no event waits any more."""
        return not self.left

    @property
    def left(self) -> int:
        """How many events wait."""
        return len(self.entries) - len(self._closed)

    @property
    def acts(self) -> Mapping[Act, int]:
        """How often each thing was done, what was undone left out."""
        return Counter(step.act for step in self._steps)

    @property
    def closed(self) -> Mapping[int, Act]:
        """By their places, what became of the events that wait no more."""
        return self._closed

    def look(self) -> Item | None:
        """The event at hand, else the next that waits; None when none does."""
        while not self.over:
            if self.at in self._closed:
                self.move(1)
            elif item := self._item(self.entries[self.at].event.id):
                return item
            else:
                self._closed[self.at] = Act.ELSEWHERE
        return None

    def move(self, step: int) -> None:
        """Goes on to the next event that waits, round the end; back to the one before with -1."""
        places = range(len(self.entries))
        following = (*places[self.at + 1 :], *places[: self.at]) if step > 0 else (*places[self.at - 1 :: -1],)
        self.at = next((at for at in following if at not in self._closed), self.at)

    def accept(self) -> None:
        """Says that the event at hand is right as a whole."""
        self._review(Review.CONFIRMED, Act.ACCEPTED)

    def reject(self) -> None:
        """Says that it is none."""
        self._review(Review.REJECTED, Act.REJECTED)

    def merge(self, id: str) -> str:
        """Lets it go into another event, whose id is returned."""
        into = self.recorder.merge([id, self._id], self.resolver, self.reason)
        self._did(Act.MERGED, self._latest())
        return into

    def part(self, id: str) -> bool:
        """Keeps it apart from another event; it stays at hand. False when that was decided before."""
        if not self.recorder.part(self._id, id, self.resolver, self.reason):
            return False
        self._did(Act.PARTED, self._latest())
        return True

    def edit(self, changes: Mapping[str, object]) -> bool:
        """Sets fields of it; it stays at hand. False when it says so already."""
        made = self.recorder.edit(self._id, changes, self.reason)
        if made:
            self._did(Act.EDITED, made[0].operation)
        return bool(made)

    def skip(self) -> None:
        """Puts it off until something of it changes."""
        if item := self._item(self._id):
            self.skips.note(item.event, item.reasons)
        self._did(Act.SKIPPED, None)

    def undo(self) -> Act | None:
        """Takes back what was done last, and goes back to that event; None when nothing is left to take back."""
        if not self._steps:
            return None
        step = self._steps[-1]
        if step.operation is not None:
            self.recorder.undo(self.resolver, step.operation, self.reason)
        if step.act is Act.SKIPPED:
            self.skips.forget(self.entries[step.at].event.id)
        self._steps.pop()
        self._closed.pop(step.at, None)
        self.at = step.at
        return step.act

    @property
    def _id(self) -> str:
        return self.entries[self.at].event.id

    def _review(self, review: Review, act: Act) -> None:
        changes = self.recorder.edit(self._id, {"review": review}, self.reason)
        self._did(act, changes[0].operation if changes else None)

    def _did(self, act: Act, operation: int | None) -> None:
        self._steps.append(_Step(self.at, act, operation))
        if act in CLOSING:
            self._closed[self.at] = act
            self.move(1)

    def _latest(self) -> int | None:
        """The last operation of a person on the event at hand."""
        with self.read() as reader:
            operations = reader.operations(self._id, limit=_RECENT)
        return next((one.number for one in operations if one.origin is not Origin.MACHINE), None)

    def _item(self, id: str) -> Item | None:
        """An event as it stands now; None where it was merged, deleted or decided in the meantime."""
        with self.read() as reader:
            try:
                event = reader.event(id)
            except InputError:
                return None
            if event.id != id or event.review is not self.entries[self.at].event.review:
                return None
            return examined(reader, event, open_matches(reader), self.resolver, today=self.today)
