"""What the changes of an event come to: its present fields, and which of them a person answers for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

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
    by_person = {name for name, change in standing(past).items() if change.origin is not Origin.MACHINE}
    return by_person | {field for group in fields.GROUPS if by_person.intersection(group) for field in group}


def standing(past: Past) -> dict[str, Change]:
    """The last change of each field that was not taken back; one brought again is as if it were made then."""
    meant: dict[int, tuple[Change, bool]] = {}  # which change is made by it, taken back or brought again; if it stands
    made: dict[str, list[Change]] = defaultdict(list)
    for change, undoes in past:
        original, stood = meant[undoes] if undoes is not None else (change, False)
        meant[change.id] = original, not stood
        if stood:
            made[original.field].remove(original)
        else:
            made[original.field].append(original)
    return {field: changes[-1] for field, changes in made.items() if changes}
