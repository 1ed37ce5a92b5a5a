"""Dates as newspapers print them: "25 November", "Nov. 25, 2021", "2021-11-25", "25.11.2021", "November 2021".

A date that could be read two ways (`1/2/2023`) is not read at all, unless it is said which part comes first.
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

_ROMAN = r"(?:x|xi{1,2}|ix|iv|vi{0,3}|i{1,3})"
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")

_NAMED_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}),?\s+)?"
_FORMS = (
    rf"{_NAMED_WEEKDAY}(?P<day>{_DAY}){_ORDINAL}{_RANGE}(?:\.|(?:\s+day)?\s+of)?[\s-]+(?P<month>{MONTH})(?:,?[\s-]+(?P<year>{YEAR}))?\b",
    rf"{_NAMED_WEEKDAY}(?P<month>{MONTH})[\s-]*(?P<day>{_DAY}){_ORDINAL}{_RANGE}\b(?:,?[\s-]+(?P<year>{YEAR})\b)?",
    rf"(?P<month>{MONTH}),?\s+(?P<year>{YEAR})\b",
    rf"(?P<year>{YEAR})[-/.](?P<month>1[0-2]|0?[1-9])[-/.](?P<day>{_DAY})\b",
    rf"(?P<day>{_DAY})[. ]\s?(?P<month>{_ROMAN})[. ]\s?(?P<year>{YEAR})\b",
    rf"{_NAMED_WEEKDAY}(?P<day>{_DAY})(?P<separator>[-/.])(?P<month>{_DAY})(?P=separator)(?P<year>{YEAR})\b",
)
_SLASHED = re.compile(rf"(?<![\d/])({_DAY})/({_DAY})/{YEAR}\b")
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


def parse(text: str, *, day_first: bool | None = None) -> WrittenDate | None:
    """The date that `text` is, None when it is none, or an ambiguous one. Of a range of days the last is meant.

    `day_first` says how `1/2/2023` is meant, None that it is not known.
    """
    for pattern in _COMPILED:
        if match := pattern.fullmatch(text.strip()):
            return _from_match(match, day_first)
    return None


def day_first(text: str) -> bool | None:
    """Whether the dates with slashes in a text put the day first, as far as one of them shows it."""
    for match in _SLASHED.finditer(text):
        first, second = int(match[1]), int(match[2])
        if (first > len(MONTHS)) != (second > len(MONTHS)):
            return first > len(MONTHS)
    return None


def _from_match(match: re.Match[str], day_first: bool | None) -> WrittenDate | None:
    parts = match.groupdict()
    numbers = _day_and_month(parts, day_first)
    if numbers is None:
        return None
    day, month = numbers
    weekday = WEEKDAYS.index(parts["weekday"][:3].lower()) if parts.get("weekday") else None
    return WrittenDate(month, day, int(parts["year"]) if parts["year"] else None, weekday, match[0])


def _day_and_month(parts: dict[str, str | None], day_first: bool | None) -> tuple[int | None, int] | None:
    month = (parts["month"] or "").lower()
    day = int(parts.get("last") or parts["day"] or 0) if parts.get("day") else None
    if month[:3] in MONTHS:
        return day, MONTHS.index(month[:3]) + 1
    if month in _ROMANS:
        return day, _ROMANS.index(month) + 1
    if parts.get("separator") != "/" or day is None:
        return (day, int(month)) if int(month) <= len(MONTHS) else None
    return _slashed(day, int(month), day_first)


def _slashed(first: int, second: int, day_first: bool | None) -> tuple[int, int] | None:
    """Day and month of `25/11/2021` and `11/25/2021`; None where both orders are possible and neither is known."""
    if first > len(MONTHS) >= second or first == second <= len(MONTHS):
        return first, second
    if second > len(MONTHS) >= first:
        return second, first
    if max(first, second) > len(MONTHS) or day_first is None:
        return None
    return (first, second) if day_first else (second, first)
