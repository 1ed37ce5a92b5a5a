"""New events put on record many at a time: the same rows as `Work.create` makes of each, a statement for a table.

    Event ─▶ draft: its fields as text, and whether it is sound ─▶ write: ids, keys, rows ─▶ every table at once
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace


from tracker.model import Event, Origin
from tracker.store import bulk, columns, fields, rules
from tracker.store.ids import public_id, spellings
from tracker.store.parties import identity
from tracker.store.work import Work

_MOST_KEPT = 20_000
"""Parties whose keys are kept for the next batch."""

_CHANGE = ("operation_id", "event_key", "field", "old_value", "new_value")
_IDS = "select id from event where id in ({texts})"
_PARTIES = "select identity, id, alias_of from party where identity in ({texts})"


@dataclass(frozen=True, slots=True)
class Draft:
    """A sound event that is not on record yet, and its fields as text; its id is empty where it is to be given one."""

    event: Event
    state: Mapping[str, str]


class Batch:
    """Writes new events in the course of one operation."""

    def __init__(self, work: Work) -> None:
        self._work, self._connection = work, work.connection
        self._parties: dict[str, tuple[int, int]] = {}

    @staticmethod
    def draft(event: Event, id: str, origin: Origin) -> Draft:
        """The event as it would be on record under an id; raises InputError when it is not sound."""
        state = fields.state(event)
        drafted = fields.event(id, origin, state)
        rules.require_sound(drafted)
        return Draft(drafted, state)

    def write(self, drafts: Sequence[tuple[Draft, str]], *, reserved: Sequence[str] = ()) -> list[Event]:
        """Puts events on record, each with its fingerprint; the events under their ids.

        An id that is given to one is never one of those `reserved`.
        """
        if not drafts:
            return []
        events = [*self._named(drafts, reserved)]
        keys = bulk.keys(self._connection, "event", "key", len(events))
        self._learn(events)
        own = [columns.of_event(event) for event in events]
        self._insert(
            "event",
            [
                {"key": key, "id": event.id, "origin": event.origin.value, "fingerprint": mark} | columns.plain(row)
                for key, event, row, (_, mark) in zip(keys, events, own, drafts, strict=True)
            ],
        )
        self._insert("participation", [row for pair in zip(keys, events, strict=True) for row in self._parts(*pair)])
        tags = [{"event_key": key, "name": tag} for key, event in zip(keys, events, strict=True) for tag in event.tags]
        self._insert("tag", tags)
        cited = zip(keys, map(columns.citations, events), strict=True)
        self._insert("citation", [{"event_key": key, **row} for key, found in cited for row in found])
        self._log(keys, drafts)
        bulk.index(self._connection, [*zip(keys, map(columns.words, events), strict=True)])
        return events

    def _named(self, drafts: Sequence[tuple[Draft, str]], reserved: Sequence[str]) -> Iterator[Event]:
        """The events, those without an id under a new one."""
        nameless = [mark for draft, mark in drafts if not draft.event.id]
        likely = [id for mark in nameless for id in spellings(mark)]
        taken = {row[0] for row in bulk.among(self._connection, _IDS, likely)} | {*reserved}
        for draft, mark in drafts:
            if draft.event.id:
                yield draft.event
                continue
            id = public_id(mark, taken=taken.__contains__)
            taken.add(id)
            yield replace(draft.event, id=id)

    def _learn(self, events: Sequence[Event]) -> None:
        """Looks up the keys of the parties that are not known yet, and makes those of which none is on record."""
        if len(self._parties) > _MOST_KEPT:
            self._parties.clear()
        told = {identity(party): party for event in events for party in event.participants}
        unknown = [name for name in told if name not in self._parties]
        for name, id, above in bulk.among(self._connection, _PARTIES, unknown):
            self._parties[name] = id, above or id
        new = {name: told[name] for name in unknown if name not in self._parties}
        keys = bulk.keys(self._connection, "party", "id", len(new))
        self._insert("party", [{"id": key, **columns.of_party(told[name])} for key, name in zip(keys, new, strict=True)])
        self._parties |= {name: (key, key) for key, name in zip(keys, new, strict=True)}

    def _parts(self, key: int, event: Event) -> list[columns.Values]:
        return [{"event_key": key} | columns.plain(row) for row in columns.participations(event, self._parties)]

    def _log(self, keys: Sequence[int], drafts: Sequence[tuple[Draft, str]]) -> None:
        """Keeps that the operation set every field."""
        operation = self._work.operation_id
        changes = [
            (operation, key, field, None, value)
            for key, (draft, _) in zip(keys, drafts, strict=True)
            for field, value in draft.state.items()
        ]
        bulk.insert(self._connection, "change", _CHANGE, changes)

    def _insert(self, table: str, rows: Sequence[columns.Values]) -> None:
        """Adds rows that all have the columns of the first, in that order."""
        if rows:
            bulk.insert(self._connection, table, [*rows[0]], [tuple(row.values()) for row in rows])
