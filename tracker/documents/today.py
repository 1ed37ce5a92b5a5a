"""The days that a text says are today, yesterday or tomorrow, in its own words.

Today, July 14, 2022, the minister met …
… met his guest yesterday (5 May 2010)
A tally, as of this evening, Tuesday 4 May 1999
… paid homage this morning (28), after the election of 21 September 2024
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tracker.documents import told, written
from tracker.documents.written import WrittenDate

_WORDS = r"\b(?P<word>today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening))"
_NAMED = re.compile(rf"{_WORDS}\s*(?:[,–—-]\s*|\()?\s*(?:the )?(?P<date>{written.DATE})", re.IGNORECASE)
_NUMBERED = re.compile(rf"{_WORDS}\s*\((?P<day>[0-3]?\d)(?:st|nd|rd|th)?\)", re.IGNORECASE)
_SHIFTS = {"yesterday": 1, "tomorrow": -1}
_NEAR, _REACH = timedelta(days=3), 400
"""How far a day that is told in full may be, and how many characters away, for its month to be taken."""


def find(text: str) -> Iterator[tuple[WrittenDate, int, int, int]]:
    """Days that are named so: the date, its offsets, and how many days later the text was written."""
    for match in _NAMED.finditer(text):
        day = written.parse(match["date"])
        if day and day.day:
            yield day, match.start("date"), match.end("date"), _shift(match)
    for match in _NUMBERED.finditer(text):
        if found := _in_month_of(_around(text, match.start()), int(match["day"])):
            yield WrittenDate(found.month, found.day, found.year, text=match[0]), *match.span("day"), _shift(match)


def _shift(match: re.Match[str]) -> int:
    return _SHIFTS.get(match["word"].lower(), 0)


def _around(text: str, at: int) -> str:
    return text[max(0, at - _REACH) : at + _REACH]


def _in_month_of(text: str, number: int) -> date | None:
    """The day of that number nearest to the days that the text tells in full; None when they leave a doubt."""
    starts = [day.span.start for day, _, _ in told.dates(text) if day.day and day.span and day.span.start]
    near = {day for start in starts for day in _numbered(number, start) if abs(day - start) <= _NEAR}
    return near.pop() if len(near) == 1 else None


def _numbered(number: int, near: date) -> Iterator[date]:
    for step in (-1, 0, 1):
        year, month = divmod(near.year * 12 + near.month - 1 + step, 12)
        if day := WrittenDate(month + 1, number).in_year(year):
            yield day.start or near
