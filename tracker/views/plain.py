"""An event as a line of a pipe, nothing cut; what a terminal takes to draw a timeline is not loaded for it."""

from __future__ import annotations

from tracker.model import Event
from tracker.views import marks, spans

COLUMNS = ("date", "status", "type", "parties", "title", "precision", "confidence", "sources", "id")


def cells(event: Event) -> dict[str, str]:
    """The cells of one event, by column."""
    return {
        "date": spans.shown(event.when),
        "status": event.status.value,
        "type": event.type,
        "parties": " ".join(marks.parties(event)),
        "title": marks.headline(event),
        "precision": event.when.precision.value,
        "confidence": "" if event.confidence is None else f"{event.confidence:.2f}",
        "sources": str(marks.source_count(event)),
        "id": event.id,
    }
