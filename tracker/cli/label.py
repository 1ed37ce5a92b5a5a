"""A label's fields asked for one by one, as those of an event are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tracker import reference
from tracker.cli import given, when
from tracker.cli.questions import fill
from tracker.evaluation import Coded
from tracker.model import Event, Participant, PartyKind, Precision, Status, TimeSpan
from tracker.views import entry, objects

_ASKED = ("type", "status", "date", "country", "organisation", "person", "place", "place-country")
_LABELLED = (
    *("type", "status", "start", "end", "precision"),
    *("countries", "organisations", "people", "roles", "place"),
)


def asked(present: Coded | None = None) -> dict[str, Any]:
    """The fields of a label as answered, for a decision to set; without `present`, of a new one.

    Raises EOFError when the input ends.
    """
    said = entry.typed(_event(present) if present else entry.BLANK)
    fill(said, _ASKED)
    event = replace(entry.BLANK, **given.changes(entry.BLANK, said, when.of_event))  # type: ignore[arg-type]  # by name
    told = objects.record(event)
    place = {"name": event.place.name, "country": event.place.country}
    return {name: told[name] for name in _LABELLED} | {"place": place}


def _event(label: Coded) -> Event:
    """What a label tells, as an event."""
    return replace(
        entry.BLANK,
        type=label.type,
        status=label.status or Status.OCCURRED,
        when=TimeSpan(label.start, label.end, label.precision or Precision.UNKNOWN),
        participants=tuple(_participants(label)),
        place=label.place,
    )


def _participants(label: Coded) -> Iterator[Participant]:
    for code in sorted(label.countries):
        country = reference.country(code)
        party = Participant(kind=PartyKind.COUNTRY, name=country.name if country else code, country=code)
        acted = [replace(party, role=role) for role, codes in label.roles.items() if code in codes]
        yield from acted or [party]
    yield from (Participant(kind=PartyKind.ORGANISATION, name=name) for name in label.organisations)
    yield from (Participant(kind=PartyKind.PERSON, name=name) for name in label.people)
