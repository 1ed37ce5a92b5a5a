"""The day that relative expressions are counted from: the publication's, which may be known only by month or year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.extract.dates.recurring import Recurring, Tense
from tracker.extract.dates.spans import shifted
from tracker.model import Precision, TimeSpan

_COARSENESS = {precision: rank for rank, precision in enumerate(Precision)}


@dataclass(frozen=True, slots=True)
class Reference:
    """When an article was published. Whatever is finer than that is read as the whole month or year (codebook §4)."""

    published: TimeSpan | None

    @property
    def known(self) -> bool:
        """Whether anything can be counted from it."""
        return bool(self.published and self.published.known and self.published.start and self.published.end)

    @property
    def exact(self) -> bool:
        """Whether the day of publication is known."""
        return self.known and self._days[0] == self._days[1]

    @property
    def _days(self) -> tuple[date, date]:
        assert self.published is not None
        start, end = self.published.start, self.published.end
        assert start is not None
        assert end is not None
        return start, end

    def day(self, tense: Tense | None = None) -> date:
        """The publication day; of a month or year the last day for the past, the first for the future."""
        start, end = self._days
        if tense is None:
            return start + (end - start) / 2
        return end if tense == "past" else start

    def coarsened(self, span: TimeSpan | None) -> TimeSpan | None:
        """The span, or the publication's whole month or year when that is less exactly known."""
        if span is None or self.published is None or self.exact:
            return span
        finer = _COARSENESS[span.precision] < _COARSENESS[self.published.precision]
        return TimeSpan(*self._days, self.published.precision) if finer else span

    def shifted(self, amount: int, unit: str) -> TimeSpan | None:
        """The day, week, month or year that lies so many units from the publication's; None when that is unknown."""
        return self.coarsened(shifted(self.day(), amount, unit)) if self.known else None

    def pick(self, recurring: Recurring, tense: Tense | None, *, slack: int = 0) -> tuple[TimeSpan | None, str]:
        """The occurrence meant beside a verb of that tense, and the words that explain the choice."""
        if not self.known:
            return None, "with no publication day to count from"
        if self.published and self.published.precision is Precision.YEAR and recurring.month:
            return recurring.in_year(self._days[0].year), "in the year of publication"
        day = self.day(tense)
        span = recurring.pick(day, tense, slack=slack)
        if recurring.weekday is not None:
            span = self.coarsened(span)
        side = {"past": "the nearest on or before", "future": "the nearest on or after", None: "the nearest to"}[tense]
        return span, f"{tense} tense: {side} {day}" if tense else f"no tense: {side} {day}"
