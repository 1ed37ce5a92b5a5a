"""People on record: a row each, and everything that is known of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from rich.text import Text

from tracker.model import Event, Naming, Office, Party, Person
from tracker.views import marks, spans
from tracker.views.text import clean, wrapped

_LABEL = 12
_VERDICTS = {"same": "is", "different": "is not"}


def row(person: Person, *, most: int | None = None) -> dict[str, Any]:
    """A person in flat fields; at most so many of those whom he or she met."""
    party = person.party
    return {
        "party": party.number,
        "name": party.name,
        "aliases": list(party.aliases),
        "acts_for": party.principal,
        "offices": list(dict.fromkeys(office.name for office in person.offices)),
        "events": person.events,
        "first": _iso(person.first),
        "last": _iso(person.last),
        "met": {str(one.party): one.events for one in person.met[:most]},
    }


def record(
    person: Person, events: Sequence[Event], namings: Sequence[Naming], likely: Sequence[Party]
) -> dict[str, Any]:
    """The same in full: offices and people met with their days, the latest events, and what was decided of names."""
    return row(person) | {
        "offices": [
            {"office": one.name, "for": one.principal, "first": _iso(one.first), "last": _iso(one.last)}
            for one in person.offices
        ],
        "met": [
            {"party": one.party.number, "name": str(one.party), "events": one.events, "last": _iso(one.last)}
            for one in person.met
        ],
        "latest": [event.id for event in events],
        "decisions": [decided(one) for one in namings if one.live],
        "may_be": [{"party": one.number, "name": str(one)} for one in likely],
    }


def card(
    person: Person,
    events: Sequence[Event],
    namings: Sequence[Naming],
    likely: Sequence[Party],
    *,
    width: int | None,
) -> Iterator[Text]:
    """The lines of one person, wrapped at `width`; None wraps nothing."""
    party = person.party
    yield Text.assemble((clean(str(party)), "bold"), f" · party {party.number}")
    facts = {
        "Also called": "; ".join(party.aliases),
        "Engagements": f"{person.events}{_between(person.first, person.last)}",
        "May also be": "; ".join(f"{one} (party {one.number})" for one in likely),
    }
    for label, value in facts.items():
        if value:
            yield from wrapped(Text(clean(value)), width, f"{label:{_LABEL}}")
    yield from _listed("Offices", [_office(one) for one in person.offices], width)
    yield from _listed("Met", [_met(one.party, one.events, one.last) for one in person.met], width)
    yield from _listed("Latest", [_event(one) for one in events], width)
    yield from _listed("Names", [_decision(one) for one in namings if one.live], width)


def decided(naming: Naming) -> str:
    """What was decided of two names: "Siraj Haqqani (AFG) is Sirajuddin Haqqani (AFG)"."""
    return f"{naming.party} {_VERDICTS[naming.verdict]} {naming.other}"


def _listed(title: str, items: Sequence[str], width: int | None) -> Iterator[Text]:
    if items:
        yield from (Text(), Text(title, style="bold"))
        for item in items:
            yield from wrapped(Text(clean(item)), width, "  ")


def _office(office: Office) -> str:
    acts_for = f", {office.principal}" if office.principal else ""
    return f"{office.name}{acts_for}{_between(office.first, office.last)}"


def _met(party: Party, events: int, last: date | None) -> str:
    often = "once" if events == 1 else f"{events} times"
    return f"{party}, {often}{f', last on {last}' if last else ''}"


def _event(event: Event) -> str:
    status = "" if event.status.value == "occurred" else f" ({event.status.value})"
    title = event.title or ", ".join((*event.countries, *event.organisations))
    return f"{event.id}  {spans.shown(event.when):13} {marks.glyph(event.type)} {event.type}{status}  {title}"


def _decision(naming: Naming) -> str:
    why = f" ({naming.reason})" if naming.reason else ""
    return f"{decided(naming)} · {naming.author}, {naming.command}, {naming.at:%Y-%m-%d}{why}"


def _between(first: date | None, last: date | None) -> str:
    if not (first and last):
        return ""
    return f", {first}" if first == last else f", {first} to {last}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
