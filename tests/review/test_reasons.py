"""Why an event should be looked at, and what comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tracker.model import Event, Origin, Review, Status, TimeSpan
from tracker.review import Kind, Match, reasons, weight

TODAY = date(2025, 6, 30)


def event(**told: Any) -> Event:
    """A meeting that nobody doubts and somebody confirmed."""
    sound = {"id": "a", "type": "meeting", "when": TimeSpan.day(date(2025, 3, 3)), "confidence": 0.95}
    return Event(**sound | {"review": Review.CONFIRMED} | told)


def texts(told: Event, *matches: Match) -> list[str]:
    """The reasons in words."""
    return [reason.text for reason in reasons(told, matches, today=TODAY)]


def test_what_a_person_confirmed_and_nothing_speaks_against_needs_no_look() -> None:
    assert texts(event()) == []
    assert texts(event(review=Review.UNREVIEWED, origin=Origin.HAND, confidence=None)) == []


def test_what_nobody_has_looked_at_waits_last() -> None:
    assert texts(event(review=Review.UNREVIEWED)) == ["nobody has looked at it yet"]
    assert texts(event(review=Review.UNREVIEWED, confidence=0.5)) == ["read with a confidence of 0.50 only"]


@pytest.mark.parametrize(("confidence", "weighs"), [(0.8, 0.0), (0.796, 0.0), (0.6, 25.0), (0.4, 50.0), (0.0, 100.0)])
def test_the_less_sure_the_weightier(confidence: float, weighs: float) -> None:
    assert weight(reasons(event(confidence=confidence), [], today=TODAY)) == weighs


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (TimeSpan.day(date(2025, 3, 3)), "planned for 3 March, which has passed"),
        (TimeSpan.day(date(2024, 3, 3)), "planned for 3 March 2024, which has passed"),
        (TimeSpan.day(date(2025, 3, 3), date(2025, 3, 5)), "planned for 3 March to 5 March, which has passed"),
        (TimeSpan.month(2025, 5), "planned for May, which has passed"),
        (TimeSpan.year(2024), "planned for 2024, which has passed"),
        (TimeSpan.unknown(end=date(2025, 6, 1)), "planned for some day up to 1 June, which has passed"),
        (TimeSpan.unknown(date(2024, 6, 1)), "planned for after 1 June 2024, more than a year ago"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_plan_whose_day_has_passed_says_which_day(when: TimeSpan, told: str) -> None:
    assert texts(event(status=Status.PLANNED, when=when)) == [told]


@pytest.mark.parametrize(
    "when",
    [TimeSpan.day(TODAY), TimeSpan.month(2025, 6), TimeSpan.unknown(date(2024, 7, 1)), TimeSpan.unknown()],
    ids=["today", "this month", "for less than a year", "undated"],
)
def test_a_plan_that_may_yet_be_carried_out_has_not_passed(when: TimeSpan) -> None:
    assert texts(event(status=Status.PLANNED, when=when)) == []


def test_only_a_plan_passes() -> None:
    assert texts(event(status=Status.CANCELLED)) == []


def test_conflicts_and_matches_are_named() -> None:
    told = texts(event(conflicts=("place", "dates")), Match("7c1a", 0.624), Match("81d6", None))
    assert told == [
        "may be the same as 7c1a (probability 0.62)",
        "may be the same as 81d6",
        "its sources differ on dates",
        "its sources differ on the place",
    ]


def test_weights_add_up() -> None:
    planned = event(status=Status.PLANNED, conflicts=("dates",), confidence=0.6)
    found = reasons(planned, [Match("b", 0.5)], today=TODAY)
    assert [(reason.kind, reason.weight) for reason in found] == [
        (Kind.MATCH, 40.0),
        (Kind.CONFLICT, 30.0),
        (Kind.DOUBTFUL, 25.0),
        (Kind.PASSED, 25.0),
    ]
    assert weight(found) == 120.0
    assert weight(reasons(replace(planned, confidence=0.9), [], today=TODAY)) == 55.0
