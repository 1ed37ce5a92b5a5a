"""What is shown of an event: what its claims come to, where no person has said otherwise.

    a person's word on the event ─▶ a person's word on one that went into it ─▶ what the claims of both come to

What a person entered as an event of its own leaves room for what articles tell beyond it: parties, roles, a subtype.

It follows from the changes and judgements on record alone, so that taking one of them back brings back what was shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from tracker.model import Claim, Decision, Event, Mention, Origin, Participant, Settlement
from tracker.store import fields
from tracker.store.history import Past, held, present_state
from tracker.store.parties import identity
from tracker.store.rows import Stored
from tracker.store.work import Work

_TOGETHER = (*fields.GROUPS, ("status",), ("title",), fields.PARTIES)
"""What an event takes over whole from one that went into it."""


class Resolver(Protocol):
    """What tells whether two reports are of one engagement; the module `tracker.resolve` is one."""

    def compatible_types(self, type: str) -> tuple[str, ...]:
        """The types under which another source may report an event of this type."""

    def decide(self, mention: Mention, candidates: Sequence[Event]) -> Decision:
        """Whether the mention tells one of the candidates."""

    def settle(self, claims: Sequence[Claim]) -> Settlement:
        """What is shown of an event of which several documents tell."""


def show(work: Work, stored: Stored, resolver: Resolver) -> None:
    """Sets of an event, in the name of the program, what no person answers for.

    An event that only articles told is withdrawn when none tells it any more, and comes back when one does.
    """
    claims, past = work.reader.claims(stored.key), _past(work, stored)
    absorbed = list(_absorbed(work, stored.key))
    if not _is_told(claims, (stored, *absorbed)):
        work.program.assign(stored, {"deleted": "yes"})
        return
    told = fields.state(as_event(resolver.settle(claims))) if claims else _without_claims(stored)
    kept = _kept(stored, past, told)
    wanted: dict[str, str | None] = {name: told.get(name) for name in fields.TOLD}
    decided = set(kept)
    for one in absorbed:
        theirs = held(work.reader.history(one.key))
        taken = _taken_over(theirs, present_state(one), decided, type=wanted["type"])
        wanted |= taken if one.event.origin is Origin.MACHINE else _beside(taken, wanted)
        decided |= taken.keys()
    if _was_withdrawn(past):
        wanted["deleted"] = None
    work.program.assign(stored, {name: value for name, value in wanted.items() if name not in kept})


def _past(work: Work, stored: Stored) -> Past:
    """What was set of an event, where that can matter; of most, nobody but the program ever set anything."""
    return work.reader.history(stored.key) if stored.deleted or work.reader.set_by_hand(stored.key) else ()


def is_told(work: Work, stored: Stored) -> bool:
    """Whether an article tells an event, or a person entered it or one that went into it."""
    return _is_told(work.reader.claims(stored.key), (stored, *_absorbed(work, stored.key)))


def _is_told(claims: Sequence[Claim], family: Iterable[Stored]) -> bool:
    return bool(claims) or any(one.event.origin is not Origin.MACHINE for one in family)


def _absorbed(work: Work, key: int) -> Iterator[Stored]:
    """The events that went into one."""
    for other in work.reader.family(key):
        if other != key and not (stored := work.reader.at(other)).deleted:
            yield stored


def _without_claims(stored: Stored) -> Mapping[str, str]:
    """What is told of an event by no article: of one that a person entered, nothing but what he or she said."""
    return present_state(stored) if stored.event.origin is Origin.MACHINE else {}


def _kept(stored: Stored, past: Past, told: Mapping[str, str]) -> set[str]:
    """The fields that are not to be set."""
    kept = held(past)
    if "type" in kept and told.get("type") != stored.event.type:
        kept |= set(fields.PARTIES)  # their roles are another type's
    if stored.event.origin is not Origin.MACHINE:
        kept.add("confidence")
    return kept


def _taken_over(
    theirs: set[str], state: Mapping[str, str], decided: set[str], *, type: str | None
) -> dict[str, str | None]:
    """What a person said of an event that went into another and nobody of the other, roles with their type."""
    groups = {group for group in _TOGETHER if theirs.intersection(group) and not decided.intersection(group)}
    if state["type"] != type:
        groups.discard(fields.PARTIES)
        if fields.KIND in groups and decided.isdisjoint(fields.PARTIES):
            groups.add(fields.PARTIES)
        else:
            groups.discard(fields.KIND)
    return {name: state.get(name) for group in groups for name in group}


def _beside(taken: Mapping[str, str | None], told: Mapping[str, str | None]) -> dict[str, str | None]:
    """What a person entered of an event, with what articles tell beyond it: a subtype, further parties, roles."""
    both = dict(taken)
    if taken.get("type", told["type"]) != told["type"]:
        return both
    if "subtype" in taken:
        both["subtype"] = taken["subtype"] or told.get("subtype")
    if taken.keys() >= set(fields.PARTIES):
        together = _together(fields.participants(taken), fields.participants(told))
        both |= {name: text or None for name, text in fields.parties(together).items()}
    return both


def _together(entered: Sequence[Participant], read: Sequence[Participant]) -> list[Participant]:
    """The parties that a person entered, in the role that is read where none was given, and those only read."""
    roles = {identity(party): party.role for party in read}
    here = [replace(party, role=party.role or roles.get(identity(party))) for party in entered]
    known = set(map(identity, entered))
    return [*here, *(party for party in read if identity(party) not in known)]


def _was_withdrawn(past: Past) -> bool:
    """Whether the program, and nobody since, took the event out of the record."""
    last = next((change for change, _ in reversed(past) if change.field == "deleted"), None)
    return last is not None and last.origin is Origin.MACHINE


def as_event(settlement: Settlement) -> Event:
    """A settlement as an event that has no id yet."""
    engagement = settlement.engagement
    return Event(
        id="",
        type=engagement.type,
        subtype=engagement.subtype,
        status=engagement.status,
        when=engagement.when,
        title=engagement.title,
        participants=engagement.participants,
        place=engagement.place,
        confidence=engagement.confidence,
        conflicts=settlement.conflicts,
    )
