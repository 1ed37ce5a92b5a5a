"""An event as text, field by field: what the history of changes keeps, and can be replayed from.

    countries      AFG:visitor; JPN:host
    organisations  UN:mediator; Nippon Foundation
    people         Takashi Okada:ambassador:JPN:participant; Jens Stoltenberg:secretary general:::NATO
    sources        Foreign Ministry|https://example.org/readout

A separator inside a value is escaped with a backslash. An empty field is absent from a state, and None in a change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from tracker import reference
from tracker.errors import InputError
from tracker.model import (
    Event,
    Origin,
    Participant,
    PartyKind,
    Place,
    Precision,
    Review,
    Source,
    Status,
    TimeSpan,
)

State = Mapping[str, str]

_ESCAPED = re.compile(r"[\\;]")
_REFUSED = re.compile("[\0\ud800-\udfff]")
_KINDS = (PartyKind.COUNTRY, PartyKind.ORGANISATION, PartyKind.PERSON)
_MOST_READ = 10_000
"""Parties whose text is kept, read and written, for the next event that they are in."""

WHEN = ("start", "end", "precision", "date_text", "date_basis")
PLACE = ("place_name", "place_country", "latitude", "longitude")
PARTIES = ("countries", "organisations", "people")
KIND = ("type", "subtype")
GROUPS: tuple[tuple[str, ...], ...] = (KIND, WHEN, PLACE)
"""Fields that mean something only together: whoever sets one answers for all."""

TOLD = (*KIND, "status", *WHEN, "title", *PARTIES, *PLACE, "confidence", "conflicts")
"""What articles tell, and the machine may set."""

ALL = (*TOLD, "note", "tags", "sources", "review", "deleted", "merged_into")

_EDITABLE = {
    **{name: (name,) for name in ("type", "subtype", "status", "title", "note", "tags", "review", "confidence")},
    "when": WHEN,
    "place": PLACE,
    "participants": PARTIES,
    "sources": ("sources",),
}
EDITABLE = tuple(_EDITABLE)
"""The fields of `model.Event` that a person may set."""


def state(event: Event) -> dict[str, str]:
    """The event's fields as text, without the empty ones. Of its sources only those that a person gave."""
    told = {
        "type": event.type,
        "subtype": event.subtype,
        "status": event.status.value,
        "start": _iso(event.when.start),
        "end": _iso(event.when.end),
        "precision": event.when.precision.value,
        "date_text": event.when.text,
        "date_basis": event.when.basis,
        "title": event.title,
        **parties(event.participants),
        "place_name": event.place.name,
        "place_country": event.place.country,
        "latitude": _number(event.place.latitude),
        "longitude": _number(event.place.longitude),
        "confidence": _number(event.confidence),
        "conflicts": " ".join(event.conflicts),
        "note": event.note,
        "tags": _listed([packed((tag,), ":") for tag in sorted(set(event.tags))]),
        "sources": _listed([_citation(source) for source in event.sources if not source.digest]),
        "review": event.review.value,
    }
    known = {field: value for field, value in told.items() if value}
    refused = _REFUSED.search("".join(known.values()))
    return {field: clean(value) for field, value in known.items()} if refused else known


def event(id: str, origin: Origin, state: State) -> Event:
    """The event that a state tells: what `state` made into text."""
    return Event(
        id=id,
        origin=origin,
        type=state["type"],
        subtype=state.get("subtype"),
        status=Status(state["status"]),
        when=TimeSpan(
            _day(state.get("start")),
            _day(state.get("end")),
            Precision(state["precision"]),
            state.get("date_text", ""),
            state.get("date_basis", ""),
        ),
        title=state.get("title", ""),
        participants=participants(state),
        place=Place(
            state.get("place_name"), state.get("place_country"), _float(state, "latitude"), _float(state, "longitude")
        ),
        confidence=_float(state, "confidence"),
        conflicts=tuple(state.get("conflicts", "").split()),
        note=state.get("note", ""),
        tags=tags(state),
        sources=sources(state),
        review=Review(state["review"]),
    )


def parties(participants: Sequence[Participant]) -> dict[str, str]:
    """The fields that tell who took part, empty where nobody did."""
    told: dict[PartyKind, list[str]] = {kind: [] for kind in _KINDS}
    for party in participants:
        told[party.kind].append(_party(party))
    return {name: _listed(told[kind]) for name, kind in zip(PARTIES, _KINDS, strict=True)}


def participants(state: Mapping[str, str | None]) -> tuple[Participant, ...]:
    """Who took part as a state tells it: what `parties` made into text."""
    return (
        *(_read_country(item) for item in items(state.get("countries") or "")),
        *(_read_organisation(item) for item in items(state.get("organisations") or "")),
        *(_read_person(item) for item in items(state.get("people") or "")),
    )


def tags(state: State) -> tuple[str, ...]:
    """The tags that a state tells."""
    return tuple([unpacked(item, ":", 1)[0] for item in items(state.get("tags", ""))])


def sources(state: State) -> tuple[Source, ...]:
    """The sources that a person gave, as a state tells them."""
    return tuple([_source(*one) for one in cited(state)])


def cited(state: State) -> list[list[str]]:
    """The same as texts: of each source the document, address, publisher, title and quotation."""
    return [unpacked(item, "|", 5) for item in items(state.get("sources", ""))]


def set_by(changes: Mapping[str, object]) -> set[str]:
    """The names in a state of the fields of an event that are to change; raises InputError for one that cannot."""
    unknown = [name for name in changes if name not in _EDITABLE]
    if unknown:
        raise InputError(f"'{unknown[0]}' cannot be edited; what can is {', '.join(EDITABLE)}")
    return {name for field in changes for name in _EDITABLE[field]}


def packed(parts: Sequence[str | None], separator: str) -> str:
    """Parts as one item of a list; those that are empty at the end are left out."""
    joined = separator.join([part or "" for part in parts])
    if not _ESCAPED.search(joined) and joined.count(separator) == len(parts) - 1:
        return joined.rstrip(separator)
    texts = [re.sub(rf"([\\;{separator}])", r"\\\1", part or "") for part in parts]
    while len(texts) > 1 and not texts[-1]:
        texts.pop()
    return separator.join(texts)


def unpacked(item: str, separator: str, size: int) -> list[str]:
    """The `size` parts of an item that `packed` made."""
    parts = _split(item, separator)
    if "\\" in item:
        parts = [re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in parts]
    return (parts + [""] * size)[:size]


def items(text: str) -> list[str]:
    """The items of a list, as they are packed."""
    first, *rest = _split(text, ";")
    return [first, *(item.removeprefix(" ") for item in rest)] if text else []


def clean(text: str) -> str:
    """The text without what a database refuses, at the same length: NUL and half a surrogate pair become U+FFFD."""
    return _REFUSED.sub("\N{REPLACEMENT CHARACTER}", text) if _REFUSED.search(text) else text


def _split(text: str, separator: str) -> list[str]:
    if "\\" not in text:
        return text.split(separator)
    parts = [""]
    for token in re.findall(r"\\.|.", text, re.DOTALL):
        if token == separator:
            parts.append("")
        else:
            parts[-1] += token
    return parts


def _listed(items: Iterable[str]) -> str:
    return "; ".join(items)


@lru_cache(_MOST_READ)
def _party(party: Participant) -> str:
    if party.kind is PartyKind.COUNTRY:
        return packed((party.country or party.name, party.role), ":")
    if party.kind is PartyKind.ORGANISATION:
        return packed((party.name, party.role), ":")
    return packed((party.name, party.office, party.country, party.role, party.organisation), ":")


@lru_cache(_MOST_READ)
def _read_country(item: str) -> Participant:
    code, role = unpacked(item, ":", 2)
    known = reference.country(code)
    return Participant(kind=PartyKind.COUNTRY, name=known.name if known else code, country=code, role=role or None)


@lru_cache(_MOST_READ)
def _read_organisation(item: str) -> Participant:
    name, role = unpacked(item, ":", 2)
    return Participant(kind=PartyKind.ORGANISATION, name=name, role=role or None)


@lru_cache(_MOST_READ)
def _read_person(item: str) -> Participant:
    name, office, country, role, organisation = (part or None for part in unpacked(item, ":", 5))
    return Participant(
        kind=PartyKind.PERSON,
        name=name or "",
        office=office,
        country=country,
        role=role,
        organisation=organisation,
    )


def _citation(source: Source) -> str:
    return packed((source.document, source.url, source.publisher, source.title, source.quote), "|")


def _source(document: str, url: str, publisher: str, title: str, quote: str) -> Source:
    return Source(document=document, url=url, publisher=publisher, title=title, quote=quote, start=0, end=len(quote))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


@lru_cache(_MOST_READ)
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _number(value: float | None) -> str:
    return "" if value is None else repr(float(value))


def _float(state: State, field: str) -> float | None:
    return float(state[field]) if field in state else None
