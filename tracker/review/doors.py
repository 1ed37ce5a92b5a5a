"""What the queue needs of the rooms beside it: the record to be read and written, and the likeness of reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from tracker.model import Change, Claim, Decision, Event, Filter, Judgement, Mention, Operation, Settlement


class Reader(Protocol):
    """The record as it is read; `tracker.store.Reader` is one."""

    def stream(self, asked: Filter) -> Iterator[Event]:
        """The events that a filter asks for."""

    def event(self, id: str) -> Event:
        """The event of that id, or the one that it went into; InputError when there is none."""

    def candidates(self, mention: Mention, *, types: Sequence[str]) -> list[Event]:
        """The events that a mention could tell."""

    def judgements(self, id: str) -> list[Judgement]:
        """All that was ever decided of an event."""

    def open_matches(self) -> list[Judgement]:
        """The pairs of events that may be one, and of which nobody has decided."""

    def operations(self, id: str, *, limit: int) -> list[Operation]:
        """What was done with an event, the latest first."""


class Resolver(Protocol):
    """What tells whether two reports are of one engagement; the module `tracker.resolve` is one."""

    def compatible_types(self, type: str) -> tuple[str, ...]:
        """The types under which another source may report an event of this type."""

    def decide(self, mention: Mention, candidates: Sequence[Event]) -> Decision:
        """Whether the mention tells one of the candidates."""

    def settle(self, claims: Sequence[Claim]) -> Settlement:
        """What is shown of an event of which several documents tell."""


class Recorder(Protocol):
    """The only writer of the record; `tracker.store.record.Recorder` is one. Each call is one operation."""

    def edit(self, id: str, changes: Mapping[str, object], reason: str = "") -> list[Change]:
        """Sets fields of an event; the changes that this took."""

    def merge(self, ids: Sequence[str], resolver: Resolver, reason: str = "") -> str:
        """Makes one event of several, the first, whose id is returned."""

    def part(self, one: str, other: str, resolver: Resolver, reason: str = "") -> bool:
        """Keeps two events apart; False when that was decided before."""

    def undo(self, resolver: Resolver, number: int | None = None, reason: str = "") -> object:
        """Takes back the operation of that number."""
