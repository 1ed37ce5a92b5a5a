"""Signs and colours that the views share; a sign never stands without its word, nor a colour without a sign."""

from __future__ import annotations

from tracker import reference
from tracker.model import Event, Origin, Review, Status

STYLES = {Status.PLANNED: "dim", Status.CANCELLED: "dim strike"}

_TYPE_STYLES = {
    **dict.fromkeys(("visit", "meeting", "call", "summit"), "cyan"),
    **dict.fromkeys(("appointment", "accreditation", "mission"), "magenta"),
    **dict.fromkeys(("agreement", "recognition"), "green"),
    **dict.fromkeys(("recall", "expulsion", "summons", "rupture"), "red"),
}


def glyph(kind: str) -> str:
    """The sign of an event type; a dot for one that a words file added which is no longer there."""
    known = reference.EVENT_TYPES.get(kind)
    return known.glyph if known else "·"


def type_style(kind: str) -> str:
    """The colour of an event type: contact, envoys and missions, agreement, rupture; added ones as they are like."""
    known = reference.EVENT_TYPES.get(kind)
    return _TYPE_STYLES.get((known and known.like) or kind, "")


def confidence(event: Event) -> str:
    """How sure the record is, in three steps; a tick where a person entered or confirmed it."""
    if event.review is Review.CONFIRMED or event.origin is Origin.HAND or event.confidence is None:
        return "✓"
    if event.confidence >= 0.8:
        return "●●●"
    return "●●○" if event.confidence >= 0.5 else "●○○"


def parties(event: Event, *, first: tuple[str, ...] = ()) -> list[str]:
    """Country codes, those of `first` before the others, then organisations."""
    asked = [code for code in first if code in event.countries]
    return [*asked, *(code for code in event.countries if code not in asked), *event.organisations]


def headline(event: Event) -> str:
    """The title, else who took part and where."""
    where = event.place.name or ""
    return event.title or " · ".join(filter(None, (", ".join(event.people), where)))


def source_count(event: Event) -> int:
    """Documents that tell it, not quotations."""
    return len({source.digest or source.document for source in event.sources})
