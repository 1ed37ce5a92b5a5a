"""Dates as newspapers print them: "25 November", "Nov. 25, 2021", "2021-11-25", "25.11.2021", "November 2021".

A date that could be read two ways (`1/2/2023`) is not read at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tracker.model import TimeSpan

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:1[89]|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th)?"
_RANGE = rf"(?:\s?[-–]\s?(?P<last>{_DAY})\b{_ORDINAL})?"

_NAMED_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}),?\s+)?"
_FORMS = (
    rf"{_NAMED_WEEKDAY}(?P<day>{_DAY}){_ORDINAL}{_RANGE}(?:\s+of)?[\s-]+(?P<month>{MONTH})(?:,?[\s-]+(?P<year>{YEAR}))?\b",
    rf"{_NAMED_WEEKDAY}(?P<month>{MONTH})[\s-]*(?P<day>{_DAY}){_ORDINAL}{_RANGE}\b(?:,?[\s-]+(?P<year>{YEAR})\b)?",
    rf"(?P<month>{MONTH}),?\s+(?P<year>{YEAR})\b",
    rf"(?P<year>{YEAR})[-/.](?P<month>1[0-2]|0?[1-9])[-/.](?P<day>{_DAY})\b",
    rf"(?P<day>{_DAY})(?P<separator>[-/.])(?P<month>{_DAY})(?P=separator)(?P<year>{YEAR})\b",
)
_COMPILED = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)


def _unnamed(form: str) -> str:
    """A form fit to stand inside another pattern: no named groups."""
    return re.sub(r"\(\?P<\w+>", "(?:", form.replace("(?P=separator)", "[-/.]"))


DATE = "(?:" + "|".join(map(_unnamed, _FORMS)) + ")"
"""Any of the forms, as a pattern without groups; to be compiled with IGNORECASE."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as printed. `day` is None in "November 2021", `year` in "25 November"; `weekday` counts from Monday, 0."""

    month: int
    day: int | None = None
    year: int | None = None
    weekday: int | None = None
    text: str = ""

    def in_year(self, year: int) -> TimeSpan | None:
        """The days meant, were it that year's; None when that year has no such day or the weekday differs."""
        if self.day is None:
            return TimeSpan.month(year, self.month, text=self.text)
        try:
            day = date(year, self.month, self.day)
        except ValueError:
            return None
        fits = self.weekday is None or day.weekday() == self.weekday
        return TimeSpan.day(day, text=self.text) if fits else None

    @property
    def span(self) -> TimeSpan | None:
        """The days meant; None without a year, or when there is no such day."""
        return self.in_year(self.year) if self.year else None


def parse(text: str) -> WrittenDate | None:
    """The date that `text` is, None when it is none, or an ambiguous one. Of a range of days the last is meant."""
    for pattern in _COMPILED:
        if match := pattern.fullmatch(text.strip()):
            return _from_match(match)
    return None


def _from_match(match: re.Match[str]) -> WrittenDate | None:
    parts = match.groupdict()
    numbers = _day_and_month(parts)
    if numbers is None:
        return None
    day, month = numbers
    weekday = WEEKDAYS.index(parts["weekday"][:3].lower()) if parts.get("weekday") else None
    return WrittenDate(month, day, int(parts["year"]) if parts["year"] else None, weekday, match[0])


def _day_and_month(parts: dict[str, str | None]) -> tuple[int | None, int] | None:
    month = parts["month"] or ""
    day = int(parts.get("last") or parts["day"] or 0) if parts.get("day") else None
    if month[:3].lower() in MONTHS:
        return day, MONTHS.index(month[:3].lower()) + 1
    if parts.get("separator") != "/" or day is None:
        return (day, int(month)) if int(month) <= len(MONTHS) else None
    return _slashed(day, int(month))


def _slashed(first: int, second: int) -> tuple[int, int] | None:
    """Day and month of `25/11/2021` and `11/25/2021`; None where both orders are possible."""
    if first == second and first <= len(MONTHS):
        return first, second
    if first > len(MONTHS) >= second:
        return first, second
    if second > len(MONTHS) >= first:
        return second, first
    return None
