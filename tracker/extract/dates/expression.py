"""What a time expression says, and how its reading changes with what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Literal, Self

from tracker.extract.dates.recurring import Recurring, Tense
from tracker.extract.dates.reference import Reference
from tracker.extract.dates.spans import shift_days, shifted, week_day
from tracker.model import Precision, TimeSpan

Bound = Literal["since", "until", "by", "before", "after"]


class Kind(StrEnum):
    """The classes of time expressions."""

    EXPLICIT = "explicit"
    """A day that is told in full, or that lacks only its year: "3 May 2024", "May 3", "the 15th"."""
    DATELINE = "dateline"
    """The day that an agency prints before its report: "KYIV, May 3 -"."""
    WEEKDAY = "weekday"
    RELATIVE = "relative"
    """Counted from the publication day: "yesterday", "last week", "three months ago"."""
    MONTH = "month"
    YEAR = "year"
    SEASON = "season"
    QUARTER = "quarter"
    """A quarter or half of a year."""
    HOLIDAY = "holiday"
    SPAN = "span"
    """From one time to another."""
    WINDOW = "window"
    """A length of time that begins or ends on the publication day: "within two weeks", "the past three days"."""
    DURATION = "duration"
    SET = "set"
    """Something that comes again and again: "every Monday", "weekly"."""
    ANAPHORIC = "anaphoric"
    """Hangs on another event: "the same day", "two days later", "during the visit"."""
    VAGUE = "vague"
    """A time that nothing can be counted from: "recently", "in the coming days"."""
    ERA = "era"
    """A decade or century."""


@dataclass(frozen=True, slots=True)
class Shift:
    """How far from the event that it hangs on an anaphoric expression lies.

    `unit` is a unit of the calendar; or `event`: the event's own time; `event day`: its day number `amount`, counted
    from 1, or from its last day back when negative. With `weekday` (Monday is 0), `amount` counts such weekdays.
    """

    amount: int
    unit: str = "day"
    weekday: int | None = None

    def applied(self, event: TimeSpan) -> TimeSpan | None:
        """The time so far from the event; None where the event is not dated finely enough to count from."""
        if event.start is None or event.end is None or not event.known:
            return None
        if self.unit == "event":
            return event
        if not _counts(self.unit, event.precision):
            return None
        if self.unit == "event day" or self.weekday is not None:
            day = self._nth_day(event.start, event.end) if self.weekday is None else self._weekday_of(event)
            return TimeSpan.day(day) if day else None
        if self.unit == "day" and self.amount == 0 and event.start != event.end:
            return None
        return shifted(event.end if self.amount > 0 else event.start, self.amount, self.unit)

    def _nth_day(self, start: date, end: date) -> date | None:
        return shift_days(start, self.amount - 1) if self.amount > 0 else shift_days(end, self.amount + 1)

    def _weekday_of(self, event: TimeSpan) -> date | None:
        """The weekday of the event's week, or the first one behind or before the event."""
        assert self.weekday is not None
        day = event.end if self.amount > 0 else event.start
        assert day is not None
        if self.amount == 0:
            return week_day(day, self.weekday)
        ahead = (self.weekday - day.weekday() - 1) % 7 + 1
        return shift_days(day, ahead if self.amount > 0 else (ahead - 7) or -7)


def _counts(unit: str, precision: Precision) -> bool:
    """Whether units of this kind can be counted from a time so precisely known."""
    coarsest = {"week": 1, "fortnight": 1, "month": 2, "quarter": 2, "year": 4, "decade": 4}.get(unit, 0)
    return list(Precision).index(precision) <= coarsest


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a time expression means.

    `start` and `end` are both None where it dates nothing. `basis` names how it was read, `reading` says it in a
    sentence. `bound` tells that only that side of the event is known: "since 2021", "by Friday". `shift` is set when
    it hangs on another event, `recurring` when the tense of its verb picks which of several days it is, and
    `duration_days` when it tells how many days something took.
    """

    kind: Kind
    basis: str
    reading: str
    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.UNKNOWN
    bound: Bound | None = None
    shift: Shift | None = None
    recurring: Recurring | None = None
    duration_days: int | None = None

    @classmethod
    def of(cls, span: TimeSpan | None, kind: Kind, basis: str, reading: str) -> Reading:
        """A reading with the days of `span`; of no days when that is None."""
        span = span or TimeSpan.unknown()
        return Reading(
            kind=kind, basis=basis, reading=reading, start=span.start, end=span.end, precision=span.precision
        )

    @property
    def dated(self) -> bool:
        """Whether it names days, with whatever precision."""
        return self.start is not None or self.end is not None

    @property
    def anaphoric(self) -> bool:
        """Whether it hangs on another event."""
        return self.kind is Kind.ANAPHORIC

    @property
    def tense_sensitive(self) -> bool:
        """Whether the tense of its verb picks its days."""
        return self.recurring is not None

    @property
    def vague_reference(self) -> bool:
        """Whether it is a time that nothing can be counted from."""
        return self.kind is Kind.VAGUE

    @property
    def offset_days(self) -> int | None:
        """Days from the event that it hangs on; None when it hangs on none or is not told in days."""
        if self.shift is None or self.shift.unit != "day" or self.shift.weekday is not None:
            return None
        return self.shift.amount

    @property
    def span(self) -> TimeSpan:
        """Its days as the record keeps them."""
        return TimeSpan(self.start, self.end, self.precision, basis=self.basis)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression(Reading):
    """A time expression where it stands in its text, and its reading."""

    text: str
    start_char: int
    end_char: int

    @classmethod
    def placed(cls, reading: Reading, text: str, start: int, end: int) -> Self:
        """The reading of `text[start:end]`."""
        values = {field.name: getattr(reading, field.name) for field in fields(Reading)}
        return cls(**values, text=text[start:end], start_char=start, end_char=end)

    @property
    def span(self) -> TimeSpan:
        """Its days as the record keeps them, with the words that tell them."""
        return TimeSpan(self.start, self.end, self.precision, self.text, self.basis)

    def anchored(self, event: TimeSpan) -> Self:
        """The same words counted from the time of that event; as it is when it hangs on none or can't be counted."""
        there = self.shift.applied(event) if self.shift else None
        if there is None:
            return self
        reading = f"“{self.text}”, counted from {_days(event)}"
        return replace(self, start=there.start, end=there.end, precision=there.precision, reading=reading)

    def with_tense(self, tense: Tense, published: TimeSpan | None) -> Self:
        """The same words beside a verb of that tense; as it is when tense does not matter to it."""
        if self.recurring is None:
            return self
        there, reading = Reference(published).pick(self.recurring, tense)
        span = there or TimeSpan.unknown()
        return replace(
            self, start=span.start, end=span.end, precision=span.precision, reading=f"{self.text}, {reading}"
        )


def _days(span: TimeSpan) -> str:
    return str(span.start) if span.start == span.end else f"{span.start} to {span.end}"
