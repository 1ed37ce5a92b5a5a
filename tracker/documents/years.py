"""The year of a date printed without one, as far as the rest of its article tells it.

    another date of the article's own    "Updated 26 November 2021"
    a count of years                     "in February 2017, four years ago"
    a full date shortly before           "KABUL, Nov 25 - … on 20 November 2021 …"
    a month with its year, and a         "SEOUL, April 21 - … on Friday … since February 2018": the first 21 April
    weekday that confirms it             from then on is a Saturday, so Friday was the day before
Where none of them tells it, the year stays unknown: the latest year that a text names is often not its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from tracker.documents import dateline, written
from tracker.documents.dateline import Statement
from tracker.documents.written import WrittenDate

_NEARBY = timedelta(days=31)
_LEAD = 600
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_YEAR = re.compile(
    r"(?<!\d)(?<!\bby )(?<!\buntil )(?<!\btill )(?<!\bthrough )(?<!\bbefore )(?<!\bbeyond )"
    rf"({written.YEAR})(?![\d,]\d|s\b)"
)
_DATE = re.compile(written.DATE, re.IGNORECASE)
_YEARS_AGO = re.compile(rf"\b({written.YEAR}), (?:exactly |almost )?({'|'.join(_COUNTS)}|\d\d?) years? ago\b")
_MONTHS_WITH_YEAR = (
    re.compile(rf"\b(?P<month>{written.MONTH})(?:\s+\d\d?,?)?\s+(?P<year>{written.YEAR})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<year>{written.YEAR})\b[^.\n\d]{{0,40}}?\bin (?P<month>{written.MONTH})", re.IGNORECASE),
    re.compile(rf"\bin (?P<month>{written.MONTH})[^.\n\d]{{0,40}}?\b(?P<year>{written.YEAR})\b", re.IGNORECASE),
)
_ANNIVERSARY = re.compile(r"\b(?:anniversary|commemorat|years? (?:ago|since|after|later))", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"\bon (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?! (?:next|week|last|\d))(?!, \w+ \d)"
)


def infer_year(stated: Statement, text: str) -> int | None:
    """The year in which the stated day fell; None when the text does not tell it."""
    elsewhere = text[: stated.start] + " " * (stated.end - stated.start) + text[stated.end :]
    return (
        _by_other_statements(stated.date, text)
        or _by_years_ago(stated.date, elsewhere)
        or _by_nearby_date(stated.date, elsewhere)
        or _by_confirming_weekday(stated.date, elsewhere, stated.end)
    )


def _by_other_statements(day: WrittenDate, text: str) -> int | None:
    others = (statement.date for statement in dateline.statements(text))
    return _nearest_year(day, others)


def _by_years_ago(day: WrittenDate, text: str) -> int | None:
    years = {int(match[1]) + _count(match[2]) for match in _YEARS_AGO.finditer(text)}
    fitting = [year for year in years if day.in_year(year)]
    return fitting[0] if len(fitting) == 1 else None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS.index(word) + 1


def _by_nearby_date(day: WrittenDate, text: str) -> int | None:
    """A full date in the latest year that is told, a month before at most, where nothing is being commemorated."""
    latest = _latest_year(text)
    if latest is None or _ANNIVERSARY.search(text):
        return None
    return _nearest_year(day, (other for other in _dates(text) if other.year == latest), ahead=timedelta(0))


def _nearest_year(day: WrittenDate, others: Iterable[WrittenDate], *, ahead: timedelta = _NEARBY) -> int | None:
    """The year that puts the day within a month after one of the others, or at most `ahead` before it."""
    for other in others:
        start = other.span.start if other.span and other.day else None
        for year in (start.year, start.year + 1, start.year - 1) if start else ():
            span = day.in_year(year)
            if start and span and span.start and -ahead <= span.start - start <= _NEARBY:
                return year
    return None


def _by_confirming_weekday(day: WrittenDate, text: str, lead: int) -> int | None:
    month = _latest_month(text)
    news = _WEEKDAY.search(text, lead, lead + _LEAD)
    pairs = [pair for pair in _dates(text) if pair.weekday is not None and pair.year is None]
    if month is None or not (news or pairs or day.weekday is not None):
        return None
    year = month[0] if month[1] <= day.month else month[0] + 1
    start = span.start if (span := day.in_year(year)) else None
    if start is None or (news and not _just_before(news[1], start)):
        return None
    return year if all(_pair_fits(pair, start) for pair in pairs) else None


def _latest_month(text: str) -> tuple[int, int] | None:
    """The latest month that is named with its year; None when a later year is named without one."""
    named = (match.groupdict() for pattern in _MONTHS_WITH_YEAR for match in pattern.finditer(text))
    months = ((int(parts["year"]), written.MONTHS.index(parts["month"][:3].lower()) + 1) for parts in named)
    latest = max(months, default=None)
    return latest if latest and latest[0] == _latest_year(text) else None


def _just_before(weekday: str, day: date) -> bool:
    """Whether news of that weekday is news on `day`: the same day or the day before."""
    return (day.weekday() - written.WEEKDAYS.index(weekday[:3].lower())) % 7 <= 1


def _pair_fits(pair: WrittenDate, around: date) -> bool:
    """Whether the weekday is right in the year that brings the pair nearest to `around`."""
    plain = WrittenDate(pair.month, pair.day)
    spans = (plain.in_year(around.year + step) for step in (-1, 0, 1))
    starts = [span.start for span in spans if span and span.start]
    nearest = min(starts, key=lambda start: abs(start - around), default=None)
    return nearest is not None and nearest.weekday() == pair.weekday


def _latest_year(text: str) -> int | None:
    return max((int(match[1]) for match in _YEAR.finditer(text)), default=None)


def _dates(text: str) -> Iterator[WrittenDate]:
    return (day for match in _DATE.finditer(text) if (day := written.parse(match[0])))
