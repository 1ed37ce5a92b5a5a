"""What every event on record must be, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from tracker import reference
from tracker.errors import InputError
from tracker.model import Engagement, Participant, PartyKind, Precision, TimeSpan

_NEXT_DAY = timedelta(days=1)


def require_sound(engagement: Engagement) -> None:
    """Raises InputError with the first thing that is wrong."""
    for fault in faults(engagement):
        raise InputError(fault)


def faults(engagement: Engagement) -> Iterator[str]:
    """What is wrong with an engagement, a sentence each."""
    kind = _kind(engagement.type)
    if kind is None:
        yield f"'{engagement.type}' is no type of event; `tracker types` lists them, and a words file may add it"
        return
    if engagement.subtype and engagement.subtype not in kind.subtypes:
        yield f"'{engagement.subtype}' is no subtype of a {kind.name}; {_listed(kind.subtypes)}"
    for party in engagement.participants:
        if not party.name.strip():
            yield f"a {party.kind.value} among the parties has no name"
        if party.role and party.role not in kind.roles:
            yield f"'{party.role}' ({_called(party)}) is no role of a {kind.name}; {_listed(kind.roles)}"
        if party.kind is PartyKind.COUNTRY and not _is_code(party.country):
            yield f"'{party.country or party.name}' is no country code"
    if engagement.place.country and not _is_code(engagement.place.country):
        yield f"'{engagement.place.country}' is no country code"
    if engagement.confidence is not None and not 0 <= engagement.confidence <= 1:
        yield f"confidence {engagement.confidence} is not between 0 and 1"
    yield from date_faults(engagement.when)


def date_faults(when: TimeSpan) -> Iterator[str]:
    """What is wrong with the days of a span: their order, or a precision that they do not have."""
    if when.start and when.end and when.end < when.start:
        yield f"the end {when.end} lies before the start {when.start}"
    elif when.known and not (when.start and when.end):
        yield f"a date of precision {when.precision.value} needs both a start and an end"
    elif not _has_precision(when):
        yield f"{when.start} to {when.end} is no whole {when.precision.value}"


def _has_precision(when: TimeSpan) -> bool:
    start, end = when.start, when.end
    if not (start and end):
        return True
    whole_months = start.day == 1 and (end + _NEXT_DAY).day == 1 if when.precision is not Precision.UNKNOWN else True
    if when.precision is Precision.WEEK:
        return (when.days or 0) % 7 == 0
    if when.precision is Precision.MONTH:
        return whole_months
    if when.precision is Precision.YEAR:
        return whole_months and start.month == 1 and end.month == 12
    return True


@reference.remembered
def _kind(name: str) -> reference.EventType | None:
    return reference.EVENT_TYPES.get(name)


def _called(party: Participant) -> str:
    known = reference.country(party.country) if party.kind is PartyKind.COUNTRY and party.country else None
    return known.name if known else party.name


@lru_cache(10_000)
def _is_code(code: str | None) -> bool:
    found = reference.country(code) if code else None
    return found is not None and found.code == code


def _listed(words: tuple[str, ...]) -> str:
    return f"it may be {', '.join(words)}" if words else "it has none"
