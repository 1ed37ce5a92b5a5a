"""An event as a JSON object: what `extract`, `timeline`, `show` and `export` print, and scripts rely on."""

from __future__ import annotations

from typing import Any

from tracker.model import Event, Participant, Place, Source, TimeSpan
from tracker.views.spans import iso


def record(event: Event) -> dict[str, Any]:
    """What is told of an engagement: names, codes and roles as in the codebook, dates in ISO form, null for unknown."""
    return {
        "id": event.id,
        "type": event.type,
        "subtype": event.subtype,
        "status": event.status.value,
        **span(event.when),
        "title": event.title,
        "countries": list(event.countries),
        "organisations": list(event.organisations),
        "people": list(event.people),
        "roles": {role: list(codes) for role, codes in event.roles.items()},
        "participants": [_participant(party) for party in event.participants],
        "place": _place(event.place),
        "confidence": event.confidence,
        "sources": [_source(source) for source in event.sources],
    }


def stored_record(event: Event) -> dict[str, Any]:
    """The same, with what the database knows beside it."""
    return record(event) | {
        "review": event.review.value,
        "origin": event.origin.value,
        "tags": list(event.tags),
        "note": event.note,
        "conflicts": list(event.conflicts),
        "history": list(event.history),
    }


def span(when: TimeSpan) -> dict[str, str | None]:
    """Start, end, precision and wording of a span."""
    return {
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "precision": when.precision.value,
        "date_text": when.text,
    }


def _participant(party: Participant) -> dict[str, str | None]:
    return {
        "kind": party.kind.value,
        "name": party.name,
        "role": party.role,
        "country": party.country,
        "organisation": party.organisation,
        "office": party.office,
    }


def _place(place: Place) -> dict[str, str | float | None]:
    where: dict[str, str | float | None] = {"name": place.name, "country": place.country}
    if place.latitude is not None and place.longitude is not None:
        where |= {"latitude": place.latitude, "longitude": place.longitude}
    return where


def _source(source: Source) -> dict[str, Any]:
    """The quotation and where it stands; `start` and `end` count characters of the document's `field`."""
    told = {
        "document": source.document,
        "field": source.field,
        "quote": source.quote,
        "start": source.start,
        "end": source.end,
    }
    known = {"title": source.title, "publisher": source.publisher, "url": source.url}
    if source.published:
        known["published"] = iso(source.published) or ""
    return told | {name: value for name, value in known.items() if value}
