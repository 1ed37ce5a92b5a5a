"""What is shown of an event when its sources differ.

    voices    claims of one document, or of documents that print the same sentence, count as one
    type      the one that most voices give; then the more confident
    status    held outlives planned; whether it was called off, the latest source says
    dates     those that agree with most voices; of these the most exact; of spans of days the longer one where the
              act can last, else the shorter
    place     the one that most voices give, a city before its country alone
    parties   all that any source names; a person once, under the fullest name; the roles that most voices give
    title     that of the most confident claim of the shown type and status

What a person set stands before all of these: the store sees to that. The order of the claims does not matter.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from tracker.model import Claim, Engagement, Place, Precision, Settlement, Status, TimeSpan
from tracker.resolve.gathering import contradicted, participants
from tracker.resolve.kinds import LASTING, habits
from tracker.resolve.spans import COARSENESS, consistent
from tracker.resolve.voices import Voice, published, voices

Value = TypeVar("Value", bound=Hashable)

_LONGEST_STAY = 14
"""Days beyond which a span is taken for a window in which the act fell, and not for its length."""

_SUREST = 0.99
_FIRMNESS = {Status.PLANNED: 0, Status.CANCELLED: 1, Status.OCCURRED: 2}


def settle(claims: Sequence[Claim]) -> Settlement:
    """The engagement that the claims, at least one, come to, and the fields on which they disagree."""
    heard = voices(claims)
    ordered = [claim for voice in heard for claim in voice]
    type = _most(heard, lambda claim: claim.mention.type) or ordered[0].mention.type
    typed = [claim for claim in ordered if claim.mention.type == type]
    status = _status(ordered)
    engagement = Engagement(
        type=type,
        subtype=_most(heard if len(typed) == len(ordered) else voices(typed), lambda claim: claim.mention.subtype),
        status=status,
        when=_when(heard, lasting=habits(type) in LASTING),
        title=_title(typed, status),
        participants=participants(heard, type=type),
        place=_place(heard),
        confidence=_confidence(heard),
    )
    return Settlement(engagement, tuple(_conflicts(ordered, engagement)))


def elsewhere(place: Place, shown: Place) -> bool:
    """Whether a place cannot be the one that is shown."""
    if place.country and shown.country and place.country != shown.country:
        return True
    return bool(place.name and shown.name and place.name.casefold() != shown.name.casefold())


def _most(heard: Sequence[Voice], value: Callable[[Claim], Value | None]) -> Value | None:
    """The value that most voices give, by confidence where they are even, else the one given first; None if none is."""
    votes: Counter[Value] = Counter()
    surest: dict[Value, float] = {}
    for voice in heard:
        told = {one: claim.mention.confidence or 0.0 for claim in voice if (one := value(claim)) is not None}
        votes.update(told.keys())
        surest |= {one: max(sure, surest.get(one, 0.0)) for one, sure in told.items()}
    return max(votes, key=lambda one: (votes[one], surest[one]), default=None)


def _status(ordered: Sequence[Claim]) -> Status:
    latest: dict[Status, date] = {}
    for claim in ordered:
        status = claim.mention.status
        latest[status] = max(published(claim), latest.get(status, date.min))
    if Status.OCCURRED in latest:
        latest.pop(Status.PLANNED, None)
    return max(latest, key=lambda status: (latest[status], _FIRMNESS[status]))


def _when(heard: Sequence[Voice], *, lasting: bool) -> TimeSpan:
    spans = [claim.mention.when for voice in heard for claim in voice]
    known = [span for span in spans if span.known]
    if not known:
        return min(spans, key=lambda span: (span.end or date.max, -(span.start or date.min).toordinal()))

    def rank(span: TimeSpan) -> tuple[int, int, int]:
        agreeing = sum(any(consistent(span, claim.mention.when) for claim in voice) for voice in heard)
        days = span.days or 0
        longer = lasting and span.precision is Precision.DAY and days <= _LONGEST_STAY
        return agreeing, -COARSENESS[span.precision], days if longer else -days

    return max(known, key=rank)


def _place(heard: Sequence[Voice]) -> Place:
    country = _most(heard, lambda claim: claim.mention.place.country)

    def city(claim: Claim) -> Place | None:
        place = claim.mention.place
        return place if place.name and place.country == country else None

    return _most(heard, city) or Place(country=country)


def _title(typed: Sequence[Claim], status: Status) -> str:
    titled = [claim.mention for claim in typed if claim.mention.title]
    best = max(titled, key=lambda mention: (mention.status == status, mention.confidence or 0.0), default=None)
    return best.title if best else ""


def _confidence(heard: Sequence[Voice]) -> float | None:
    """The probability that one voice at least is right; however many they are, that is not certain."""
    told = [claim.mention.confidence for voice in heard for claim in voice if claim.mention.confidence is not None]
    if not told:
        return None
    each = [max(claim.mention.confidence or 0.0 for claim in voice) for voice in heard]
    return round(min(max(_SUREST, *told), 1 - math.prod(1 - sure for sure in each)), 4)


def _conflicts(ordered: Sequence[Claim], shown: Engagement) -> Iterator[str]:
    """The fields of which a claim says what cannot be so if what is shown is."""
    mentions = [claim.mention for claim in ordered]
    if any(mention.type != shown.type for mention in mentions):
        yield "type"
    if {Status.OCCURRED, Status.CANCELLED} <= {mention.status for mention in mentions}:
        yield "status"
    if any(mention.when.known and not consistent(mention.when, shown.when) for mention in mentions):
        yield "dates"
    if any(elsewhere(mention.place, shown.place) for mention in mentions):
        yield "place"
    if any(contradicted(party, mention) for party in shown.participants for mention in mentions):
        yield "parties"
