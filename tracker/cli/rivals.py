"""What sources say otherwise than an event shows, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tracker import resolve
from tracker.model import Claim, Engagement, Event, Participant
from tracker.resolve import Testimony
from tracker.views import claims, spans

_CONFLICTS = {"country": "parties", "organisation": "parties", "person": "parties"}
"""What a conflict over a field is called, where that is not the field's own name."""


def rivals(event: Event, told: Sequence[Claim]) -> list[str]:
    """The readings that an event's conflicts are about, each with the document that gives it; empty without any."""
    if not event.conflicts:
        return []
    found = (one for one in resolve.testimony(event, told) if _CONFLICTS.get(one.field, one.field) in event.conflicts)
    return list(dict.fromkeys(line for one in found for line in _lines(one)))


def value(one: Testimony, told: Engagement) -> str:
    """The field's value in an event, or in what a source tells of it; of a party, that party as the event has it."""
    match one.field:
        case "type":
            return claims.kind(told)
        case "status":
            return told.status.value
        case "dates":
            return spans.shown(told.when)
        case "place":
            return claims.place(told.place)
        case "title":
            return told.title
        case _:
            return claims.party(one.party) if one.party else ""


def otherwise(one: Testimony, told: Engagement) -> str:
    """What a source says instead; of a party, all of its kind that it names."""
    return _parties(told.participants, one.party) if one.party else value(one, told)


def _lines(one: Testimony) -> Iterator[str]:
    documents: dict[str, list[str]] = {}
    for claim in one.rival:
        documents.setdefault(otherwise(one, claim.mention), []).append(claim.document)
    for said, printed in documents.items():
        yield f"{said} in {' and '.join(f'“{name}”' for name in dict.fromkeys(printed))}"


def _parties(told: Iterable[Participant], party: Participant) -> str:
    return "; ".join(dict.fromkeys(claims.party(one) for one in told if one.kind is party.kind))
