"""What the changes of an event come to: its present fields, and which of them a person answers for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.model import Change, Origin
from tracker.store import fields
from tracker.store.rows import Stored

Past = Sequence[tuple[Change, int | None]]
"""An event's changes, oldest first, each with the id of the change that it takes back."""


def present_state(stored: Stored) -> dict[str, str]:
    """The fields of an event as text, with those that only the store knows."""
    own = {"deleted": "yes" if stored.deleted else "", "merged_into": stored.merged_into or ""}
    return fields.state(stored.event) | {name: value for name, value in own.items() if value}


def replayed(past: Past) -> dict[str, str]:
    """The state that the changes lead to."""
    state: dict[str, str] = {}
    for change, _ in past:
        state.pop(change.field, None)
        if change.new is not None:
            state[change.field] = change.new
    return state


def held(past: Past) -> set[str]:
    """The fields that the machine must leave alone: their last change still standing is a person's.

    Whoever set one field of a group answers for the group.
    """
    by_person = {field for field, change in _standing(past).items() if change.origin is not Origin.MACHINE}
    return by_person | {field for group in fields.GROUPS if by_person.intersection(group) for field in group}


def _standing(past: Past) -> dict[str, Change]:
    """The last change of each field that was not taken back; taking back is itself no change."""
    undone = _undone(past)
    return {change.field: change for change, undoes in past if change.id not in undone and undoes is None}


def _undone(past: Iterable[tuple[Change, int | None]]) -> set[int]:
    """The changes that were taken back, and not brought back since."""
    undone: set[int] = set()
    for change, undoes in reversed(list(past)):
        if undoes is not None and change.id not in undone:
            undone.add(undoes)
    return undone
