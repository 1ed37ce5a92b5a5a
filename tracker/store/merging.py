"""Which events are one, as a person decides it: merged, split and told apart, each a judgement that can be taken back.

What went into another event keeps its id, which leads to the other; its quotations go with it, and so does what a
person said of it where nobody said anything of the other.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, update

from tracker.errors import InputError
from tracker.model import Change, Claim, Event, Review
from tracker.store import fields, schema
from tracker.store.history import present_state
from tracker.store.ids import fingerprint
from tracker.store.rows import Stored
from tracker.store.shown import Resolver, as_event, show
from tracker.store.work import Work

_SEPARATORS = {"tags": "; ", "sources": "; ", "note": "\n"}
"""What stands between the things that a person gave, by field."""

_judged = schema.judgement.c


@dataclass(frozen=True, slots=True)
class Merging:
    """What is decided on events, in one operation."""

    work: Work
    resolver: Resolver

    def merge(self, into: Stored, other: Stored) -> None:
        """Makes one event of two: the other goes into the first; raises InputError when it is there already."""
        if other.key == into.key:
            raise InputError(f"{into.event.id} is one event already")
        self._withdraw(self._between(into, other))
        self._judge("same", other, into)
        self.work.assign(other, {"merged_into": into.event.id})
        self.work.edit(into, _given_too(into.event, other.event))
        self._follow(into.key)

    def part(self, one: Stored, other: Stored) -> bool:
        """Keeps two events apart, taking one out of the other if need be; False when that is decided already."""
        if one.key == other.key:
            raise InputError(f"{one.event.id} and {other.event.id} are the same id")
        if self._apart(one, other):
            return False
        root = self.work.reader.root(one.key)
        if root == self.work.reader.root(other.key):
            self._take_out(one if one.key in self.work.reader.family(other.key) else other)
        self._withdraw(self._between(one, other))
        self._judge("different", other, one)
        return True

    def split(self, stored: Stored, mentions: Collection[int]) -> str:
        """Gives mentions of an event to one of their own and returns its id.

        That is the event that they came with when they are all that did; raises InputError when nothing would be left.
        """
        claims = {claim.number: claim for claim in self.work.reader.claims(stored.key)}
        for number in mentions:
            if number not in claims:
                known = ", ".join(map(str, claims)) or "it has none"
                raise InputError(f"no mention {number} tells {stored.event.id}; those that do: {known}")
        returning = self._came_with(stored, mentions)
        if returning:
            self.part(stored, returning)
            return returning.event.id
        if len(claims) == len(mentions):
            raise InputError(f"every mention of {stored.event.id} would go; leave one")
        return self._give_away(stored, [claims[number] for number in sorted(mentions)])

    def _give_away(self, stored: Stored, claims: Sequence[Claim]) -> str:
        event = as_event(self.resolver.settle(claims))
        origin = fingerprint("split", self.work.at.isoformat(), *(str(claim.number) for claim in claims))
        own = self.work.program.create(event, origin)
        for claim in claims:
            self._withdraw(and_(_judged.mention_id == claim.number, _judged.verdict == "same"))
            self._judge("different", stored, mention=claim.number)
            self._judge("same", own, mention=claim.number)
        self._follow(stored.key, own.key)
        return own.event.id

    def _came_with(self, stored: Stored, mentions: Collection[int]) -> Stored | None:
        """The event that went into another with exactly these mentions; None when there is none."""
        reader = self.work.reader
        for key in reader.family(stored.key):
            if key != stored.key and set(reader.mentions_with(key)) == set(mentions):
                return reader.at(key)
        return None

    def _take_out(self, stored: Stored) -> None:
        """Takes an event out of the one that it went into, with what was a person's of it."""
        parent = self.work.reader.itself(stored.merged_into or "")
        by = self._merged_by(stored)
        given = [change for change, _ in self.work.reader.history(parent.key) if change.operation == by]
        self._withdraw(and_(_judged.event_key == stored.key, _judged.other_event_key == parent.key))
        self.work.assign(stored, {"merged_into": None})
        self.work.assign(parent, _given_back(present_state(parent), present_state(stored), given))
        self._follow(self.work.reader.root(parent.key), stored.key)

    def _merged_by(self, stored: Stored) -> int | None:
        """The operation that an event went into another by."""
        merging = [change for change, _ in self.work.reader.history(stored.key) if change.field == "merged_into"]
        return merging[-1].operation if merging else None

    def _follow(self, *keys: int) -> None:
        """Shows of events what has been decided."""
        for key in keys:
            self.work.gather(key)
        for key in keys:
            show(self.work, self.work.reader.at(key), self.resolver)

    def _apart(self, one: Stored, other: Stored) -> bool:
        live = (judgement for judgement in self.work.reader.judgements_on([one.key]) if judgement.live)
        pair = {one.event.id, other.event.id}
        return any(found.verdict == "different" and {found.event_id, found.other_id} == pair for found in live)

    def _between(self, one: Stored, other: Stored) -> ColumnElement[bool]:
        """All that was decided on two events, or on those that went into them."""
        here, there = self.work.reader.family(one.key), self.work.reader.family(other.key)
        return or_(
            and_(_judged.event_key.in_(here), _judged.other_event_key.in_(there)),
            and_(_judged.event_key.in_(there), _judged.other_event_key.in_(here)),
        )

    def _withdraw(self, which: ColumnElement[bool]) -> None:
        live = update(schema.judgement).where(which, _judged.withdrawn_by.is_(None))
        self.work.execute(live.values(withdrawn_by=self.work.operation_id))

    def _judge(self, verdict: str, stored: Stored, other: Stored | None = None, *, mention: int | None = None) -> None:
        self.work.insert(
            schema.judgement,
            mention_id=mention,
            event_key=stored.key,
            other_event_key=other and other.key,
            verdict=verdict,
            operation_id=self.work.operation_id,
        )


def _given_too(into: Event, other: Event) -> dict[str, object]:
    """What persons gave of an event with what they gave of another: tags, sources, notes, and a confirmation."""
    confirmed = other.review is Review.CONFIRMED and into.review is Review.UNREVIEWED
    cited = [source for event in (into, other) for source in event.sources if not source.digest]
    return {
        "tags": (*into.tags, *other.tags),
        "sources": tuple(dict.fromkeys(cited)),
        "note": "\n".join(dict.fromkeys(filter(None, (into.note, other.note)))),
        "review": other.review if confirmed else into.review,
    }


def _given_back(parent: fields.State, other: fields.State, given: Sequence[Change]) -> dict[str, str | None]:
    """What persons gave of an event without what it was given when another went into it."""
    back: dict[str, str | None] = {}
    for change in given:
        added = [item for item in _items(change.field, change.new) if item not in _items(change.field, change.old)]
        returned = [item for item in added if item in _items(change.field, other.get(change.field))]
        if change.field == "review":
            back["review"] = change.old if parent["review"] == change.new else parent["review"]
        elif change.field in _SEPARATORS:
            left = [item for item in _items(change.field, parent.get(change.field)) if item not in returned]
            back[change.field] = _SEPARATORS[change.field].join(left) or None
    return back


def _items(field: str, text: str | None) -> list[str]:
    return (text or "").split("\n") if field == "note" else fields.items(text or "")
