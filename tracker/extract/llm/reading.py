"""From a model's claim to a mention, or to the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker import reference
from tracker.extract.llm.answer import Claim
from tracker.extract.llm.dating import Calendar
from tracker.extract.llm.grounding import Ground
from tracker.extract.llm.parties import Tables, spellings, with_principals
from tracker.extract.titles import title
from tracker.model import Document, Mention, Participant, PartyKind, Place, Sentence, Status, TimeSpan
from tracker.reference import EventType

_DOUBT = 0.8
"""What each thing that could not be checked leaves of a confidence."""
_SINGLE_PARTY = frozenset({"summit"})
_SHARED_ROLES = frozenset({"participant", "party"})


class Dropped(Exception):
    """A claim that cannot stand, and why, in a few words."""


class Reading:
    """One article, and how claims about it are read."""

    def __init__(self, document: Document) -> None:
        self._ground = Ground(document)
        self._calendar = Calendar(document, self._ground)
        self._tables = Tables(document.published.end if document.published else None)

    def mention(self, claim: Claim) -> Mention:
        """The mention that a claim comes to; raises Dropped."""
        evidence = self._ground.sentences(claim.quotes)
        if not evidence:
            raise Dropped("their quotes do not stand in the text")
        kind = reference.EVENT_TYPES.get(claim.type)
        if kind is None:
            raise Dropped("of no known type")
        doubts: list[str] = []
        participants = tuple(self._participants(claim, kind, doubts))
        place = self._place(claim, participants, doubts)
        _require_parties(kind, participants, place)
        subtype = claim.subtype if claim.subtype in kind.subtypes else None
        status = Status(claim.status)
        return Mention(
            type=kind.name,
            subtype=subtype,
            status=status,
            when=self._when(claim, status, evidence, doubts),
            title=title(kind.name, subtype, status, participants, place),
            participants=participants,
            place=place,
            evidence=evidence,
            trigger=claim.trigger if self._ground.holds(claim.trigger) else "",
            confidence=round(claim.confidence * _DOUBT ** len(doubts), 3),
            reasons=("a language model's claim", *doubts),
        )

    def _participants(self, claim: Claim, kind: EventType, doubts: list[str]) -> Iterator[Participant]:
        parties = []
        for told in claim.parties:
            party = self._tables.party(told)
            if party is None or (party.kind is PartyKind.ORGANISATION and not self._ground.holds(told.name)):
                doubts.append(f"{told.name} is no known country, or not named in the text")
                continue
            if party.country and not any(map(self._ground.holds, (told.name, *spellings(party.country)))):
                doubts.append(f"{party.name} is not named in the text")
            parties.append(party)
        people = [self._tables.person(told) for told in claim.people]
        doubts += [f"{one.name} is not named so in the text" for one in people if not self._ground.holds(one.name)]
        named = [one for one in people if self._ground.holds(one.name)]
        return (_in_role(one, kind) for one in with_principals(parties, named))

    def _place(self, claim: Claim, participants: Sequence[Participant], doubts: list[str]) -> Place:
        """The place, if its city is named in the text; a visit's country is that of its host (codebook §6)."""
        place = self._tables.place(claim.place)
        if place.name and claim.place and not self._ground.holds(claim.place.city or ""):
            doubts.append(f"{place.name} is not named in the text")
            place = Place(None, place.country)
        if claim.type == "visit" and place.country is None:
            host = next((one.country for one in participants if one.role == "host" and one.country), None)
            place = replace(place, country=host)
        return place

    def _when(self, claim: Claim, status: Status, evidence: Sequence[Sentence], doubts: list[str]) -> TimeSpan:
        if claim.date_text:
            read = self._calendar.read(claim.date_text, status, evidence)
            if read is not None:
                return read
            doubts.append(f"'{claim.date_text}' dates nothing here")
        return self._calendar.undated(status, current=claim.current)


def _in_role(party: Participant, kind: EventType) -> Participant:
    """The party in one of the type's roles; where all have the same one, in that."""
    if party.role in kind.roles:
        return party
    shared = next((role for role in kind.roles if role in _SHARED_ROLES), None)
    return replace(party, role=shared)


def _require_parties(kind: EventType, participants: Sequence[Participant], place: Place) -> None:
    """Raises Dropped where a side that the type needs is missing, or both are one."""
    acting = [one for one in participants if one.kind is not PartyKind.PERSON]
    if _SHARED_ROLES.isdisjoint(kind.roles):
        sides = [{one.name for one in acting if one.role == role} for role in kind.roles]
        enough = all(sides) and any(side != sides[0] for side in sides[1:])
    elif kind.name in _SINGLE_PARTY:
        enough = bool(acting or place.country)
    else:
        enough = len({one.name for one in acting}) > 1
    if not enough:
        raise Dropped("without the parties that their type needs")
