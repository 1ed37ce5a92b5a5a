"""An event as a JSON object: what `extract`, `timeline`, `show` and `export` print, scripts rely on, `import` reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tracker.errors import InputError
from tracker.model import Event, Participant, PartyKind, Place, Source, TimeSpan
from tracker.views import parties
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


def cells(told: Mapping[str, Any]) -> dict[str, str]:
    """The cells by column of an object that `stored_record` wrote, or of any other that is no deeper.

    Raises InputError for one whose participants are not those of its other fields, or that no cell can hold.
    """
    flat: dict[str, str] = {}
    for name, value in told.items():
        if name == "place" and isinstance(value, Mapping):
            flat |= {"place_name": _cell(name, value.get("name")), "place_country": _cell(name, value.get("country"))}
        elif name == "roles" and isinstance(value, Mapping):
            flat[name] = parties.joined(f"{role}: {', '.join(codes)}" for role, codes in value.items())
        elif name not in ("participants", "conflicts", "history"):
            flat[name] = _cell(name, value)
    return flat | (_parties(told) if told.get("participants") else {})


def _cell(name: str, value: Any) -> str:
    if isinstance(value, list):
        items = [_item(name, one) for one in value]
        return parties.joined(dict.fromkeys(items) if name == "sources" else items)  # of which many have one address
    if isinstance(value, Mapping):
        raise InputError(f"'{name}' holds an object; write a text, a number or a list")
    return "" if value is None else str(value)


def _item(name: str, value: Any) -> str:
    """One value of a list; of a source what it is known by."""
    if name == "sources" and isinstance(value, Mapping):
        value = value.get("url") or value.get("document")
    return _cell(name, value)


def _parties(told: Mapping[str, Any]) -> dict[str, str]:
    """The cells of the participants, who must be those of the lists beside them."""
    try:
        party = tuple(Participant(**{**one, "kind": PartyKind(one["kind"])}) for one in told["participants"])
    except (KeyError, TypeError, ValueError):
        raise InputError("'participants' are objects with `kind`, `name`, `role`, `country`, …") from None
    whole = Event(id="", type=str(told.get("type")), when=TimeSpan.unknown(), participants=party)
    lists = {"countries": whole.countries, "organisations": whole.organisations, "people": whole.people}
    for name, names in lists.items():
        if name in told and sorted(told[name] or ()) != sorted(names):
            raise InputError(f"'{name}' and 'participants' differ; change the participants, or leave them out")
    return parties.cells(whole.type, party)
