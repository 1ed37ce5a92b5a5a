"""Why an event should be looked at, and how much that matters.

    doubtful   100 × what its confidence lacks to 0.8, as a share of 0.8: 50 at 0.4, nothing from 0.8 on
    match       40 for each event on record that it may be
    conflict    30 where its sources differ on the dates, 15 for each other field
    passed      25 for a plan whose day has passed and of which nobody has said what became
    unseen       1 for what nobody has looked at, where nothing else speaks for it

Weights add up, and what weighs most comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tracker.model import Event, Origin, Precision, Review, Status, TimeSpan

SURE = 0.8
"""The confidence from which on an event is not doubted."""

PATIENCE = timedelta(days=365)
"""How long after the earliest day that it could have had a plan without a date is taken to have passed."""

DOUBT = 100.0
MATCH = 40.0
CONFLICTS = {"dates": 30.0}
OTHER_CONFLICT = 15.0
PASSED = 25.0
UNSEEN = 1.0


class Kind(StrEnum):
    """What a reason is about."""

    DOUBTFUL = "doubtful"
    MATCH = "match"
    CONFLICT = "conflict"
    PASSED = "passed"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for looking at an event; `weight` is above 0."""

    kind: Kind
    weight: float
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """An event that another may be; `score` is the probability that was found, None where a person was unsure."""

    id: str
    score: float | None


def reasons(event: Event, matches: Sequence[Match], *, today: date) -> tuple[Reason, ...]:
    """Why an event should be looked at, the weightiest first; empty where nothing asks for it.

    `matches` are the events on record that it may be.
    """
    found = (*_doubt(event), *_matches(matches), *_conflicts(event), *_passed(event, today))
    return tuple(sorted(found, key=lambda reason: -reason.weight)) or tuple(_unseen(event))


def weight(found: Iterable[Reason]) -> float:
    """How much the reasons matter together."""
    return sum(reason.weight for reason in found)


def _doubt(event: Event) -> Iterator[Reason]:
    confidence = None if event.confidence is None else round(event.confidence, 2)
    if confidence is not None and confidence < SURE:
        lacking = (SURE - confidence) / SURE
        yield Reason(Kind.DOUBTFUL, round(DOUBT * lacking, 1), f"read with a confidence of {confidence:.2f} only")


def _matches(matches: Sequence[Match]) -> Iterator[Reason]:
    for match in matches:
        score = "" if match.score is None else f" (probability {match.score:.2f})"
        yield Reason(Kind.MATCH, MATCH, f"may be the same as {match.id}{score}")


def _conflicts(event: Event) -> Iterator[Reason]:
    for field in event.conflicts:
        on = field if field.endswith("s") else f"the {field}"
        yield Reason(Kind.CONFLICT, CONFLICTS.get(field, OTHER_CONFLICT), f"its sources differ on {on}")


def _passed(event: Event, today: date) -> Iterator[Reason]:
    last = _last_day(event.when)
    if event.status is Status.PLANNED and last and last < today:
        yield Reason(Kind.PASSED, PASSED, _planned(event.when, today))


def _unseen(event: Event) -> Iterator[Reason]:
    if event.origin is not Origin.HAND and event.review is Review.UNREVIEWED:
        yield Reason(Kind.UNSEEN, UNSEEN, "nobody has looked at it yet")


def _last_day(when: TimeSpan) -> date | None:
    """The last day on which a plan can have been carried out."""
    if when.end or when.start is None:
        return when.end
    return when.start + PATIENCE if date.max - when.start > PATIENCE else None


def _planned(when: TimeSpan, today: date) -> str:
    """What was planned, in words."""
    if when.end is None:
        return f"planned for after {_day(when.start, today)}, more than a year ago"
    if when.start is None or not when.known:
        return f"planned for some day up to {_day(when.end, today)}, which has passed"
    return f"planned for {_days(when, when.start, when.end, today)}, which has passed"


def _days(when: TimeSpan, first: date, last: date, today: date) -> str:
    """The days of a plan, the year left out where it is this one."""
    match when.precision:
        case Precision.YEAR:
            return f"{first.year}"
        case Precision.MONTH:
            return f"{first:%B}" + ("" if first.year == today.year else f" {first.year}")
        case _:
            return _day(last, today) if first == last else f"{_day(first, today)} to {_day(last, today)}"


def _day(day: date | None, today: date) -> str:
    if day is None:
        return ""
    return f"{day.day} {day:%B}" + ("" if day.year == today.year else f" {day.year}")
