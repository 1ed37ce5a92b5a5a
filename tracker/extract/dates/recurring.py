"""Days and months that come round again, and which of them a tense picks.

A bare weekday comes round every week, a day or month without a year every year. With a past-tense verb it means the
latest one that has begun, with a future verb the earliest one that has not ended, without either the nearest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tracker.extract.dates.spans import day_on, months_from
from tracker.model import TimeSpan

Tense = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Recurring:
    """A weekday (Monday is 0), or a month with or without its day, that no year is told of.

    `months` says how many months a season, quarter or half takes from `month` on. With `until` it is the span that
    runs to the next such day or month.
    """

    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    months: int = 1
    until: Recurring | None = None

    def pick(self, reference: date, tense: Tense | None, *, slack: int = 0) -> TimeSpan | None:
        """The occurrence that the tense picks; None when the calendar has none near the reference day.

        `slack` is the number of days within which the nearest one is meant whatever the tense, for a tense that was
        guessed from cue words alone.
        """
        spans = list(self.around(reference))
        if not spans:
            return None
        nearest = min(spans, key=lambda span: _distance(span, reference))
        if tense is None or _distance(nearest, reference)[0] <= slack:
            return nearest
        if tense == "future":
            return min((span for span in spans if _end(span) >= reference), key=_start, default=nearest)
        return max((span for span in spans if _start(span) <= reference), key=_start, default=nearest)

    def in_year(self, year: int) -> TimeSpan | None:
        """The occurrence that begins in that year; None for weekdays and for 29 February in a common year."""
        if self.month is None or not 1 < year < 9998:
            return None
        first = self._one(year)
        if first is None or self.until is None:
            return first
        return self._closed(first)

    def around(self, reference: date) -> Iterator[TimeSpan]:
        """The occurrences next to the reference day, in order."""
        for first in self._starts(reference):
            span = self._closed(first) if self.until else first
            if span:
                yield span

    def _starts(self, reference: date) -> Iterator[TimeSpan]:
        if self.weekday is not None:
            back = (reference.weekday() - self.weekday) % 7
            for days in (back, back - 7):
                if 7 < reference.toordinal() - days < date.max.toordinal() - 7:
                    yield TimeSpan.day(reference - timedelta(days=days))
            return
        for year in range(max(reference.year - 1, 2), min(reference.year + 2, 9998)):
            if span := self._one(year):
                yield span

    def _one(self, year: int) -> TimeSpan | None:
        assert self.month is not None
        if self.day is None:
            return months_from(year, self.month, self.months)
        day = day_on(year, self.month, self.day)
        return TimeSpan.day(day) if day else None

    def _closed(self, first: TimeSpan) -> TimeSpan | None:
        assert self.until is not None
        ends = [_end(span) for span in self.until._starts(_start(first)) if _end(span) >= _end(first)]
        return TimeSpan(first.start, min(ends), first.precision) if ends else None


def _start(span: TimeSpan) -> date:
    assert span.start is not None
    return span.start


def _end(span: TimeSpan) -> date:
    assert span.end is not None
    return span.end


def _distance(span: TimeSpan, day: date) -> tuple[int, bool]:
    """How many days off, and whether ahead (what is past wins a tie)."""
    if _start(span) > day:
        return (_start(span) - day).days, True
    return max((day - _end(span)).days, 0), False
