"""Which claims speak for what is shown of an event, field by field, and which say otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tracker.model import Claim, Engagement, Participant, Place
from tracker.resolve.gathering import contradicted, same_party
from tracker.resolve.settling import elsewhere
from tracker.resolve.spans import consistent


@dataclass(frozen=True, slots=True)
class Testimony:
    """The claims that speak for a field as shown, and those that speak against it; `party` is the one it is about.

    What a claim leaves open is on neither side.
    """

    field: str
    supporting: tuple[Claim, ...]
    rival: tuple[Claim, ...] = ()
    party: Participant | None = None


def testimony(shown: Engagement, claims: Sequence[Claim]) -> list[Testimony]:
    """What the claims say of the fields of an event: type, status, dates, place, title, then a party each."""
    return [*_fields(shown, claims), *_parties(shown, claims)]


def _fields(shown: Engagement, claims: Sequence[Claim]) -> Iterator[Testimony]:
    sides: dict[str, Callable[[Claim], bool | None]] = {
        "type": lambda claim: claim.mention.type == shown.type,
        "status": lambda claim: claim.mention.status == shown.status,
        "dates": lambda claim: consistent(claim.mention.when, shown.when) if claim.mention.when.known else None,
        "place": lambda claim: _same_place(claim.mention.place, shown.place),
        "title": lambda claim: claim.mention.title == shown.title or None,
    }
    for field, side in sides.items():
        yield Testimony(
            field,
            tuple(claim for claim in claims if side(claim) is True),
            tuple(claim for claim in claims if side(claim) is False),
        )


def _parties(shown: Engagement, claims: Sequence[Claim]) -> Iterator[Testimony]:
    for party in shown.participants:
        naming = tuple(claim for claim in claims if any(same_party(party, one) for one in claim.mention.participants))
        rival = tuple(claim for claim in claims if contradicted(party, claim.mention))
        supporting = tuple(claim for claim in naming if claim not in rival)
        yield Testimony(party.kind.value, supporting, rival, party=party)


def _same_place(told: Place, shown: Place) -> bool | None:
    """None where the claim tells no place."""
    if not (told.name or told.country):
        return None
    return not elsewhere(told, shown)
