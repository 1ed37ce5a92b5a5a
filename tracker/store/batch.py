"""New events put on record, one or many at a time, a statement for a table.

Event ─▶ draft: its fields as text, and whether it is sound ─▶ put: ids, keys, rows ─▶ every table at once
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

from tracker.model import Event, Origin, Participant
from tracker.store import columns, fields, rules, schema
from tracker.store.columns import Cells, Keys
from tracker.store.ids import public_id, spellings
from tracker.store.ledger import Ledger
from tracker.store.parties import identity

_EVENT = (
    *("key", "id", "origin", "fingerprint", "type", "subtype", "status"),
    *("start_day", "end_day", "precision", "date_text", "date_basis"),
    *("title", "place_name", "place_country", "latitude", "longitude"),
    *("confidence", "day", "loose", "place_folded", "third_country", "note", "review"),
    "conflicts",
)
_CHANGE = ("id", "operation_id", "event_key", "field", "new_value")
_IDS = "select id from event where id in ({texts})"


class Draft(NamedTuple):
    """A sound event that is not on record yet: its fields as text, and what the text makes of its parties and sources.

    `id` is empty where it is to be given one; `cited` are the sources as `fields.cited` tells them.
    """

    id: str
    origin: Origin
    told: Event
    state: fields.State
    participants: tuple[Participant, ...]
    cited: list[list[str]]

    @classmethod
    def of(cls, event: Event, id: str, origin: Origin) -> Self:
        """The event as it would be on record under an id; raises InputError when it is not sound."""
        rules.require_sound(event)
        state = fields.state(event)
        return cls(id, origin, event, state, fields.participants(state), fields.cited(state))

    @property
    def words(self) -> str:
        """The words by which it is found, as long as no article tells it."""
        read = self.state.get
        return columns.words(read("title", ""), read("note", ""), [quote for *_, quote in self.cited])

    def event(self, id: str) -> Event:
        """The event as it is on record under that id."""
        return fields.event(id, self.origin, self.state)


def put(
    ledger: Ledger, operation: int, drafts: Sequence[Draft], marks: Sequence[str], *, reserved: Iterable[str] = ()
) -> list[tuple[int, str]]:
    """Puts events on record, each with its fingerprint; their keys and ids, of which none that is made is `reserved`.

    They are not in the full-text search yet.
    """
    if not drafts:
        return []
    ids = _named(ledger, drafts, marks, reserved)
    keys = ledger.keys(schema.event, len(drafts))
    keyed = [*zip(keys, drafts, strict=True)]
    parties = ledger.parties.learn(_as_first_told(drafts))
    took_part = (row for key, draft in keyed for row in _took_part(key, draft, parties))
    ledger.add("event", _EVENT, map(_own, keys, drafts, ids, marks))
    ledger.add("participation", columns.PARTICIPATION, took_part)
    ledger.add("tag", columns.TAG, [(key, tag) for key, draft in keyed for tag in fields.tags(draft.state)])
    ledger.add(
        "citation", columns.CITATION, [row for key, draft in keyed for row in columns.citations(key, draft.cited)]
    )
    set_now = [(key, *field) for key, draft in keyed for field in draft.state.items()]
    changes = ledger.keys(schema.change, len(set_now))
    ledger.add("change", _CHANGE, [(id, operation, *row) for id, row in zip(changes, set_now, strict=True)])
    return [*zip(keys, ids, strict=True)]


def _named(ledger: Ledger, drafts: Sequence[Draft], marks: Sequence[str], reserved: Iterable[str]) -> list[str]:
    """The ids, those made that had none."""
    nameless = [mark for draft, mark in zip(drafts, marks, strict=True) if not draft.id]
    likely = [id for mark in nameless for id in spellings(mark)]
    taken = {row[0] for row in ledger.among(_IDS, likely)} | {*reserved}
    ids = []
    for draft, mark in zip(drafts, marks, strict=True):
        ids.append(draft.id or public_id(mark, taken=taken.__contains__))
        taken.add(ids[-1])
    return ids


def _as_first_told(drafts: Sequence[Draft]) -> dict[str, Participant]:
    """The parties by identity, each spelt as by the first event that tells it."""
    told: dict[str, Participant] = {}
    for draft in drafts:
        for name, party in {identity(party): party for party in draft.participants}.items():
            told.setdefault(name, party)
    return told


def _own(key: int, draft: Draft, id: str, mark: str) -> Cells:
    """An event's own row, in the columns `_EVENT`."""
    state, told = draft.state, draft.told
    read, place = state.get, told.place
    return (
        *(key, id, draft.origin.value, mark, state["type"], read("subtype"), state["status"]),
        *(read("start"), read("end"), state["precision"], read("date_text", ""), read("date_basis", "")),
        *(read("title", ""), read("place_name"), read("place_country"), place.latitude, place.longitude),
        *(told.confidence, columns.day(told.when).isoformat(), columns.is_loose(told.when)),
        *(columns.folded_place(read("place_name", "")), columns.is_abroad(told), read("note", ""), state["review"]),
        read("conflicts", ""),
    )


def _took_part(key: int, draft: Draft, parties: Keys) -> Iterator[Cells]:
    """The rows of those who took part in an event."""
    counted = columns.is_counted(draft.told)
    return columns.participations(key, draft.participants, draft.told.when, parties, counted=counted)
