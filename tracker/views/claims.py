"""What documents claim of an event, and what was decided of them, in words."""

from __future__ import annotations

from tracker import reference
from tracker.model import Claim, Engagement, Judgement, Participant, PartyKind, Place
from tracker.views import spans

_PAIRS = {"same": "is", "different": "is not", "unsure": "may be"}
_MENTIONS = {"same": "tells it", "different": "does not tell it", "unsure": "may tell it"}


def decided(judgement: Judgement) -> str:
    """What a judgement says: "mention 3 tells it", "is not 7c1a", "8d2b may be it"."""
    if judgement.mention is not None:
        return f"mention {judgement.mention} {_MENTIONS[judgement.verdict]}"
    return f"{judgement.event_id} {_PAIRS[judgement.verdict]} {judgement.other_id}"


def told(engagement: Engagement) -> str:
    """An engagement in a line: kind, days, parties and place."""
    status = "" if engagement.status.value == "occurred" else f" {engagement.status.value}"
    parties = ", ".join((*engagement.countries, *engagement.organisations, *engagement.people))
    where = f" in {place(engagement.place)}" if place(engagement.place) else ""
    return f"{kind(engagement)}{status} {spans.shown(engagement.when)}: {parties}{where}"


def kind(engagement: Engagement) -> str:
    """The type, with its subtype if it has one."""
    return f"{engagement.type} ({engagement.subtype})" if engagement.subtype else engagement.type


def place(place: Place) -> str:
    """A city with its country, or either."""
    return ", ".join(filter(None, (place.name, _country(place.country))))


def party(one: Participant) -> str:
    """A party with its office and role."""
    name = _country(one.country) if one.kind is PartyKind.COUNTRY else one.name
    acts_for = (one.organisation or one.country) if one.kind is PartyKind.PERSON else None
    return ", ".join(filter(None, (name, one.office, acts_for))) + (f" [{one.role}]" if one.role else "")


def quoted(claim: Claim) -> str:
    """The sentences of a claim with the document that prints them."""
    return f"{claim.document}: “{' … '.join(sentence.text for sentence in claim.mention.evidence)}”"


def _country(code: str | None) -> str:
    known = reference.country(code) if code else None
    return known.name if known else code or ""
