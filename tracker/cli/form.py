"""A label's fields asked for one by one, each with what it holds now."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from tracker import reference
from tracker.cli import when
from tracker.errors import InputError
from tracker.evaluation import Coded
from tracker.model import Engagement, Place, Precision, Status, TimeSpan
from tracker.views import parties, rows
from tracker.views.spans import shown

HELP = """\
  Enter keeps what stands in brackets, - empties it.
  date       2021-11-23, 2021-11, 2021, 2025-02-15..21 or '3 March 2021'; 2021-11-22..28 week for within these days;
             <2021-11-25 or >2021-11-25 for what is not dated, but lies before or after
  countries  by any of their names, as all lists separated by ;
  roles      visitor: Japan; host: France
  place      Kabul; Kabul, Afghanistan; Afghanistan"""
_EMPTY = "-"

_Read = TypeVar("_Read")
_WITH_PRECISION = re.compile(r"(?P<date>.+?)\s+(?P<word>day|week|month|season|year)")
_BOUND = re.compile(r"(?P<side>[<>≤≥])=?\s*(?P<date>.+)")


def fill(present: Coded | None = None) -> dict[str, Any]:
    """The fields of a label as typed, for a decision to set; without `present`, of a new one.

    Raises EOFError when the input ends.
    """
    now = present or Coded(type="")
    kind = _ask("type", now.type, _type, now.type) or _type_of_new()
    status = _ask("status", str(now.status), _status, now.status or Status.OCCURRED)
    dated = TimeSpan(now.start, now.end, now.precision or Precision.UNKNOWN)
    span = _ask("date", shown(dated), lambda text: date(text, status), dated)
    told = {
        "type": kind,
        "status": status.value,
        "start": span.start.isoformat() if span.start else None,
        "end": span.end.isoformat() if span.end else None,
        "precision": span.precision.value,
    }
    return told | _parties(now, kind) | {"place": _place(now.place)}


def date(text: str, status: Status) -> TimeSpan:
    """The days that are typed; empty is not dated. Raises UsageError for what is no date."""
    if not text:
        return TimeSpan.unknown()
    ahead = status is Status.PLANNED
    if bound := _BOUND.fullmatch(text):
        day = when.read(bound["date"], option="date", ahead=ahead)
        return TimeSpan.unknown(end=day.end) if bound["side"] in "<≤" else TimeSpan.unknown(start=day.start)
    if precise := _WITH_PRECISION.fullmatch(text):
        span = when.read(precise["date"], option="date", ahead=ahead)
        return TimeSpan(span.start, span.end, Precision(precise["word"]))
    return when.read(text, option="date", ahead=ahead)


def _ask(label: str, present: str, read: Callable[[str], _Read], kept: _Read) -> _Read:
    """What is typed, asked again until it can be read."""
    while True:
        typed = input(f"  {label} [{present}]: ").strip()
        if not typed:
            return kept
        try:
            return read("" if typed == _EMPTY else typed)
        except InputError as error:
            print(f"  {error}")


def _type(text: str) -> str:
    return reference.require_event_type(text).name


def _type_of_new() -> str:
    """A type, for an event that has none to keep."""
    kind = ""
    while not kind:
        kind = _ask("type", ", ".join(reference.EVENT_TYPES), _type, "")
    return kind


def _status(text: str) -> Status:
    found = next((status for status in Status if status.startswith(text.lower())), None)
    if found is None or not text:
        raise InputError(f"'{text}' is no status; {', '.join(Status)} are")
    return found


def _parties(now: Coded, kind: str) -> dict[str, Any]:
    countries = _ask("countries", parties.joined(sorted(now.countries)), _codes, tuple(sorted(now.countries)))
    organisations = _ask("organisations", parties.joined(now.organisations), _organisations, now.organisations)
    people = _ask("people", parties.joined(now.people), parties.split, now.people)
    cells = {"countries": parties.joined(countries), "organisations": parties.joined(organisations), "people": ""}
    known = reference.EVENT_TYPES[kind].roles
    kept = {role: sorted(codes & {*countries}) for role, codes in now.roles.items() if role in known}
    roles = _ask("roles", _roles_shown(kept), lambda text: _roles(cells | {"roles": text}, kind), kept)
    return {"countries": countries, "organisations": organisations, "people": people, "roles": roles}


def _codes(text: str) -> tuple[str, ...]:
    return tuple(reference.require_country(name).code for name in parties.split(text))


def _organisations(text: str) -> tuple[str, ...]:
    return tuple(parties.organisation(name).name for name in parties.split(text))


def _roles(cells: Mapping[str, str], kind: str) -> dict[str, list[str]]:
    told = parties.participants(cells, roles=reference.EVENT_TYPES[kind].roles)
    found = Engagement(type=kind, when=TimeSpan.unknown(), participants=told).roles
    return {role: list(codes) for role, codes in found.items()}


def _roles_shown(roles: Mapping[str, list[str]]) -> str:
    return parties.joined(f"{role}: {', '.join(codes)}" for role, codes in roles.items())


def _place(now: Place) -> dict[str, str | None]:
    there = _ask("place", ", ".join(filter(None, (now.name, now.country))), _where, now)
    return {"name": there.name, "country": there.country}


def _where(text: str) -> Place:
    """The place of a city, a country, or both with a comma between them."""
    city, comma, land = (part.strip() for part in text.partition(","))
    if not comma and not reference.place(city) and (country := reference.country(city)):
        return Place(None, country.code)
    return rows.place(city, land)
