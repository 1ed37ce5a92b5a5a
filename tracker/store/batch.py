"""New events put on record many at a time: the same rows as `Work.create` makes of each, a statement for a table.

Event ─▶ draft: its fields as text, and whether it is sound ─▶ write: ids, keys, rows ─▶ every table at once
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from tracker.model import Event, Origin, Participant, Source
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
    *("title", "place_name", "place_country", "latitude", "longitude"),
    *("confidence", "day", "loose", "place_folded", "third_country", "note", "review"),
    "conflicts",
)
_PARTICIPATION = (
    *("event_key", "party_id", "named_id", "ordinal", "repeat", "day", "loose", "counted"),
    *("name", "role", "country", "organisation", "office"),
)
_PARTY = ("id", "identity", "kind", "name", "folded", "country")
_TAG = ("event_key", "name")
_CITATION = ("event_key", "ordinal", "name", "url", "publisher", "title", "quote")
_CHANGE = ("operation_id", "event_key", "field", "old_value", "new_value")
_IDS = "select id from event where id in ({texts})"
_PARTIES = "select identity, id, alias_of from party where identity in ({texts})"


@dataclass(frozen=True, slots=True)
class Draft:
    """A sound event that is not on record yet: its fields as text, and what the text makes of its parties and sources.

    `id` is empty where it is to be given one.
    """

    id: str
    origin: Origin
    told: Event
    state: fields.State
    participants: tuple[Participant, ...]
    sources: tuple[Source, ...]

    @classmethod
    def of(cls, event: Event, id: str, origin: Origin) -> Self:
        """The event as it would be on record under an id; raises InputError when it is not sound."""
        rules.require_sound(event)
        state = fields.state(event)
        return cls(id, origin, event, state, fields.participants(state), fields.sources(state))

    def event(self, id: str) -> Event:
        """The event as it is on record under that id."""
        return fields.event(id, self.origin, self.state)


class Batch:
    """Writes new events in the course of one operation."""

    def __init__(self, work: Work) -> None:
        self._work, self._connection = work, work.connection
        self._parties: dict[str, tuple[int, int]] = {}

    def write(self, drafts: Sequence[Draft], marks: Sequence[str], *, reserved: Iterable[str] = ()) -> list[str]:
        """Puts events on record, each with its fingerprint; their ids, of which none that is made is `reserved`."""
        if not drafts:
            return []
        ids = self._named(drafts, marks, reserved)
        keys = bulk.keys(self._connection, "event", "key", len(drafts))
        self._learn(drafts)
        keyed = [*zip(keys, drafts, strict=True)]
        own = [_own(key, draft, id, mark) for (key, draft), id, mark in zip(keyed, ids, marks, strict=True)]
        self._insert("event", _EVENT, own)
        self._insert("participation", _PARTICIPATION, [row for one in keyed for row in self._parts(*one)])
        self._insert("tag", _TAG, [(key, tag) for key, draft in keyed for tag in fields.tags(draft.state)])
        self._insert("citation", _CITATION, [row for one in keyed for row in _cited(*one)])
        self._insert("change", _CHANGE, [row for one in keyed for row in _logged(self._work.operation_id, *one)])
        bulk.index(self._connection, [(key, _words(draft)) for key, draft in keyed])
        return ids

    def _named(self, drafts: Sequence[Draft], marks: Sequence[str], reserved: Iterable[str]) -> list[str]:
        """The ids, those made that had none."""
        nameless = [mark for draft, mark in zip(drafts, marks, strict=True) if not draft.id]
        likely = [id for mark in nameless for id in spellings(mark)]
        taken = {row[0] for row in bulk.among(self._connection, _IDS, likely)} | {*reserved}
        ids = []
        for draft, mark in zip(drafts, marks, strict=True):
            ids.append(draft.id or public_id(mark, taken=taken.__contains__))
            taken.add(ids[-1])
        return ids

    def _learn(self, drafts: Sequence[Draft]) -> None:
        """Looks up the keys of the parties that are not known yet, and makes those of which none is on record."""
        if len(self._parties) > _MOST_KEPT:
            self._parties.clear()
        told = _as_first_told(drafts)
        unknown = [name for name in told if name not in self._parties]
        for name, id, above in bulk.among(self._connection, _PARTIES, unknown):
            self._parties[name] = id, above or id
        new = {name: told[name] for name in unknown if name not in self._parties}
        keys = bulk.keys(self._connection, "party", "id", len(new))
        made = [(key, *columns.of_party(told[name]).values()) for key, name in zip(keys, new, strict=True)]
        self._insert("party", _PARTY, made)
        self._parties |= {name: (key, key) for key, name in zip(keys, new, strict=True)}

    def _parts(self, key: int, draft: Draft) -> Iterator[tuple[Any, ...]]:
        """Who took part in an event, in the columns `_PARTICIPATION`."""
        day, loose = _day(draft.state), int(columns.is_loose(draft.told.when))
        counted = int(columns.is_counted(draft.told))
        roots: list[int] = []
        for ordinal, party in enumerate(draft.participants):
            id, root = self._parties[identity(party)]
            named, repeat = id if id != root else None, roots.count(root)
            said = (party.name, party.role, party.country, party.organisation, party.office)
            yield key, root, named, ordinal, repeat, day, loose, counted, *said
            roots.append(root)

    def _insert(self, table: str, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        bulk.insert(self._connection, table, names, rows)


def _as_first_told(drafts: Sequence[Draft]) -> dict[str, Participant]:
    """The parties by identity, each spelt as by the first event that tells it."""
    told: dict[str, Participant] = {}
    for draft in drafts:
        for name, party in {identity(party): party for party in draft.participants}.items():
            told.setdefault(name, party)
    return told


def _own(key: int, draft: Draft, id: str, mark: str) -> tuple[Any, ...]:
    """An event's own row, in the columns `_EVENT`."""
    state, told = draft.state, draft.told
    read, place = state.get, told.place
    return (
        *(key, id, draft.origin.value, mark, state["type"], read("subtype"), state["status"]),
        *(read("start"), read("end"), state["precision"], read("date_text", ""), read("date_basis", "")),
        *(read("title", ""), read("place_name"), read("place_country"), place.latitude, place.longitude),
        *(told.confidence, _day(state), int(columns.is_loose(told.when)), folded(read("place_name", ""))),
        *(int(columns.is_abroad(told)), read("note", ""), state["review"], read("conflicts", "")),
    )


def _cited(key: int, draft: Draft) -> Iterator[tuple[Any, ...]]:
    return ((key, *row.values()) for row in columns.citations(draft.sources))


def _logged(operation: int, key: int, draft: Draft) -> Iterator[tuple[Any, ...]]:
    """That the operation set every field."""
    return ((operation, key, field, None, value) for field, value in draft.state.items())


def _words(draft: Draft) -> str:
    return columns.words(draft.state.get("title", ""), draft.state.get("note", ""), draft.sources)


def _day(state: fields.State) -> str:
    """The day that an event is sorted by."""
    return state.get("start") or state.get("end") or date.min.isoformat()
