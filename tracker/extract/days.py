"""Days that no time expression spells out: counted from a length, or taken from the day of publication."""

from __future__ import annotations

from datetime import timedelta

from tracker.extract.dates import TimeExpression
from tracker.model import Precision, Status, TimeSpan


def lasting(start: TimeSpan, days: int) -> TimeSpan:
    """A span of so many days from a known first day; `start` itself where it is no single day."""
    if start.precision is not Precision.DAY or start.start is None or start.start != start.end:
        return start
    return TimeSpan(start.start, start.start + timedelta(days=days - 1), Precision.DAY, start.text, start.basis)


def ending(end: TimeSpan, days: int) -> TimeSpan:
    """A span of so many days that closes on a known day; `end` itself where it is no single day."""
    if end.precision is not Precision.DAY or end.end is None or end.start != end.end:
        return end
    return TimeSpan(end.end - timedelta(days=days - 1), end.end, Precision.DAY, end.text, end.basis)


def undated(status: Status, published: TimeSpan | None, *, current: bool) -> TimeSpan:
    """What an act without a time expression is dated by (codebook §4); `current` where it is the news itself."""
    if published is None or published.end is None:
        return TimeSpan.unknown(basis="undated")
    if status is Status.PLANNED:
        return TimeSpan.unknown(start=published.start, basis="planned, undated")
    if not current:
        return TimeSpan.unknown(end=published.end, basis="background, undated")
    if published.precision is Precision.DAY:
        return TimeSpan.week(published.end, basis="the news itself, undated")
    return TimeSpan(published.start, published.end, published.precision, basis="the news itself, undated")


def contradicts(expression: TimeExpression, status: Status, published: TimeSpan | None) -> bool:
    """Whether a date lies behind a plan, or ahead of what is told as done."""
    if published is None or published.start is None or published.end is None:
        return False
    if status is Status.PLANNED:
        return expression.end is not None and expression.end < published.start
    return status is Status.OCCURRED and expression.start is not None and expression.start > published.end


def overlap(a: TimeSpan | None, b: TimeSpan | None) -> bool:
    """Whether two spans share a day; true where one of them is open."""
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return True
    return a.start <= b.end and b.start <= a.end
