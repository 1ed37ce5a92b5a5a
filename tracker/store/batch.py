"""New events put on record many at a time: the same rows as `Work.create` makes of each, a statement for a table.

Event ─▶ draft: its fields as text, and whether it is sound ─▶ write: ids, keys, rows ─▶ every table at once
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tracker.model import Event, Origin
from tracker.store import bulk, columns, fields, rules
from tracker.store.ids import public_id, spellings
from tracker.store.parties import identity
from tracker.store.words import folded
from tracker.store.work import Work

_MOST_KEPT = 20_000
"""Parties whose keys are kept for the next batch."""

_EVENT = (
    *("key", "id", "origin", "fingerprint", "type", "subtype", "status"),
    *("start_day", "end_day", "precision", "date_text", "date_basis"),
    *("title", "place_name", "place_country", "latitude", "longitude", "confidence"),
    *("day", "loose", "place_folded", "note", "review", "conflicts"),
)
_PARTICIPATION = (
    *("event_key", "party_id", "named_id", "ordinal", "repeat", "day", "loose"),
    *("name", "role", "country", "organisation", "office"),
)
_PARTY = ("id", "identity", "kind", "name", "folded", "country")
_CITATION = ("event_key", "ordinal", "name", "url", "publisher", "title", "quote")
_CHANGE = ("operation_id", "event_key", "field", "old_value", "new_value")
_IDS = "select id from event where id in ({texts})"
_PARTIES = "select identity, id, alias_of from party where identity in ({texts})"


@dataclass(frozen=True, slots=True)
class Draft:
    """A sound event that is not on record yet, and its fields as text; its id is empty where it is to be given one."""

    event: Event
    state: fields.State


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
        told = [*zip(keys, events, [draft.state for draft, _ in drafts], strict=True)]
        marks = [mark for _, mark in drafts]
        own = [_own(*one, mark) for one, mark in zip(told, marks, strict=True)]
        bulk.insert(self._connection, "event", _EVENT, own)
        parts = [row for key, event, state in told for row in self._parts(key, event, state)]
        bulk.insert(self._connection, "participation", _PARTICIPATION, parts)
        tags = [(key, tag) for key, event, _ in told for tag in event.tags]
        bulk.insert(self._connection, "tag", ("event_key", "name"), tags)
        cited = [(key, *row.values()) for key, event, _ in told for row in columns.citations(event)]
        bulk.insert(self._connection, "citation", _CITATION, cited)
        self._log(keys, drafts)
        bulk.index(self._connection, [(key, columns.words(event)) for key, event, _ in told])
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
        made = [(key, *columns.of_party(told[name]).values()) for key, name in zip(keys, new, strict=True)]
        bulk.insert(self._connection, "party", _PARTY, made)
        self._parties |= {name: (key, key) for key, name in zip(keys, new, strict=True)}

    def _parts(self, key: int, event: Event, state: fields.State) -> Iterator[tuple[Any, ...]]:
        """Who took part in an event, in the columns `_PARTICIPATION`."""
        day, loose = _day(state), int(columns.is_loose(event.when))
        roots: list[int] = []
        for ordinal, party in enumerate(event.participants):
            id, root = self._parties[identity(party)]
            named, repeat = id if id != root else None, roots.count(root)
            said = (party.name, party.role, party.country, party.organisation, party.office)
            yield key, root, named, ordinal, repeat, day, loose, *said
            roots.append(root)

    def _log(self, keys: Sequence[int], drafts: Sequence[tuple[Draft, str]]) -> None:
        """Keeps that the operation set every field."""
        operation = self._work.operation_id
        changes = [
            (operation, key, field, None, value)
            for key, (draft, _) in zip(keys, drafts, strict=True)
            for field, value in draft.state.items()
        ]
        bulk.insert(self._connection, "change", _CHANGE, changes)


def _own(key: int, event: Event, state: fields.State, mark: str) -> tuple[Any, ...]:
    """An event's own row, in the columns `_EVENT`."""
    read, place = state.get, event.place
    return (
        *(key, event.id, event.origin.value, mark, state["type"], read("subtype"), state["status"]),
        *(read("start"), read("end"), state["precision"], read("date_text", ""), read("date_basis", "")),
        *(read("title", ""), place.name, place.country, place.latitude, place.longitude, event.confidence),
        *(_day(state), int(columns.is_loose(event.when)), folded(place.name or ""), read("note", "")),
        *(state["review"], read("conflicts", "")),
    )


def _day(state: fields.State) -> str:
    """The day that an event is sorted by."""
    return state.get("start") or state.get("end") or date.min.isoformat()
