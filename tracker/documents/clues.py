"""What the words of a text tell of the time it was written: years told, counted or stated, weekdays.

    in February 2017, four years ago       counted: 2021
    © 2013, "this year (2013)"             stated
    Monday, February 10                    a year in which that day was a Monday
    on Friday                              news of a weekday, just before the day that is printed above it
and the latest and next times that are named with their year (`told`). Each is a `Clue`: how well a candidate day, or
year, goes with it. None of them is proof; `years` weighs them together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tracker.documents import told, written
from tracker.documents.told import MISREAD, Tense, fading, first, last
from tracker.documents.written import WrittenDate
from tracker.model import Precision, TimeSpan

_LEAD = 600
_WEEKDAYS_AGO, _OTHER_WEEKDAY = (1.0, 0.6), 0.07
_OTHER_PAIR = 0.02


@dataclass(frozen=True, slots=True)
class Clue:
    """Words of a text, and how likely they are, relative to other times, in a text of a candidate day or year."""

    text: str
    likelihood: Callable[[TimeSpan], float]


_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNT = rf"(?P<count>{'|'.join(_COUNTS)}|1?\d?\d)"
_COUNT_BEFORE = _COUNT.replace("count", "before")
_Y, _THEN = rf"\b(?P<year>{written.YEAR})\b", rf"\b(?P<then>{written.YEAR})\b"
_YEARS_AGO = re.compile(
    rf"{_Y}[^.;\n\d]{{0,40}}?\b(?:exactly |almost |some |about )?{_COUNT} years? ago\b"
    rf"|\b{_COUNT_BEFORE} years? ago,? in (?:{written.MONTH} )?{_THEN}",
    re.IGNORECASE,
)
_YEARS_AFTER = re.compile(rf"\b{_COUNT} years? (?:after|since)\b[^.;\n\d]{{0,60}}?{_Y}", re.IGNORECASE)
_NTH = r"(?:st|nd|rd|th) (?:anniversary|birthday)\b"
_ANNIVERSARY = re.compile(
    rf"\b{_COUNT}{_NTH}[^.;\n\d]{{0,80}}?{_Y}|{_THEN}[^.;\n\d]{{0,60}}?\b{_COUNT_BEFORE}{_NTH}", re.IGNORECASE
)
_COPYRIGHT = re.compile(rf"(?:©|\(c\)|\bcopyright)\W*(?:{written.YEAR}\s*[-–]\s*)?{_Y}", re.IGNORECASE)
_OF_YEAR = re.compile(
    rf"\b(?P<which>this|last|next|current|previous|coming) year,? \(?{_Y}|{_THEN} ?[,(] ?(?P<of>this|last|next) year\b",
    re.IGNORECASE,
)
_STEP = {"last": 1, "previous": 1, "next": -1, "coming": -1}
_NEWS_DAY = re.compile(
    r"(?<!last )(?<!next )(?<!every )(?<!by )(?<!until )(?<!since )"
    r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    r"(?! (?:next|week|last|\d))(?!['’]s|s\b)(?!,? \(?(?:\w+ )?\d)"
)


def find(text: str, *, lead: int | None = None) -> Iterator[Clue]:
    """All clues of a text. `lead` is where the text goes on after a printed day, None where none is printed."""
    outright = list(_outright(text))
    yield from (clue for clue, _ in outright)
    covered = {at for _, match in outright for at in range(*match.span())}
    counted = max((_year(match) for _, match in outright), default=0)
    times = list(told.find(text, outside=covered))
    yield from _extremes(times, printed=lead is not None, counted=counted)
    yield from _pairs(text)
    if lead is not None:
        yield from islice(_news(text, lead), 1)


def _extremes(times: Sequence[tuple[TimeSpan, Tense]], *, printed: bool, counted: int) -> Iterator[Clue]:
    """The latest time that is told; after it the first that is promised, and the latest of the unclear.

    A year from which others are counted tells more than an earlier one.
    """
    latest = max((span for span, tense in times if tense is Tense.TOLD), key=last, default=None)
    later = [(span, tense) for span, tense in times if latest is None or last(span) > last(latest)]
    promised = min((span for span, tense in later if tense is Tense.PROMISED), key=last, default=None)
    unclear = max((span for span, tense in later if tense is Tense.UNCLEAR), key=last, default=None)
    if latest and last(latest).year < counted:
        latest = None
    for span, tense in ((latest, Tense.TOLD), (promised, Tense.PROMISED), (unclear, Tense.UNCLEAR)):
        if span:
            yield Clue(span.text, told.likelihood(span, tense, printed=printed))


def _outright(text: str) -> Iterator[tuple[Clue, re.Match[str]]]:
    """What says, counted or not, which year it is."""
    for match in _COPYRIGHT.finditer(text):
        yield _stated(_year(match), match[0], beside=0.1), match
    for match in _YEARS_AGO.finditer(text):
        yield _stated(_year(match) + _count(match), match[0], beside=0.05), match
    for match in _ANNIVERSARY.finditer(text):
        yield _stated(_year(match) + _count(match), match[0], beside=0.04), match
    for match in _OF_YEAR.finditer(text):
        which = (match["which"] or match["of"]).lower()
        yield _stated(_year(match) + _STEP.get(which, 0), match[0], beside=0.01), match
    for match in _YEARS_AFTER.finditer(text):
        yield _reached(_year(match) + _count(match), match[0]), match


def _stated(year: int, text: str, *, beside: float) -> Clue:
    """Words that say which year it is; `beside` is how likely it is the one before or after."""
    return Clue(text, lambda when: {0: 1.0, 1: beside}.get(abs(first(when).year - year), MISREAD))


def _reached(year: int, text: str) -> Clue:
    """Words of something that came in a year, most often as the news of it."""

    def likelihood(when: TimeSpan) -> float:
        ago = first(when).year - year
        return fading((1.0, 0.12, 0.05), ago) if ago >= 0 else MISREAD

    return Clue(text, likelihood)


def _year(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return int(groups["year"] or groups["then"])


def _count(match: re.Match[str]) -> int:
    groups = match.groupdict()
    word = groups["count"] or groups["before"]
    return int(word) if word.isdigit() else _COUNTS.index(word.lower()) + 1


def _pairs(text: str) -> Iterator[Clue]:
    """Days that are printed with their weekday and without their year."""
    for day, _, _ in told.dates(text):
        if day.weekday is not None and day.year is None:
            yield _pair(day)


def _pair(day: WrittenDate) -> Clue:
    return Clue(day.text, lambda when: 1.0 if _pair_fits(day, when) else _OTHER_PAIR)


def _pair_fits(pair: WrittenDate, when: TimeSpan) -> bool:
    """Whether the weekday is right in the year that brings the pair nearest to `when`."""
    start = first(when)
    if when.precision is Precision.YEAR:
        return pair.in_year(start.year) is not None
    plain = WrittenDate(pair.month, pair.day)
    spans = (plain.in_year(start.year + step) for step in (-1, 0, 1))
    nearest = min((span.start for span in spans if span and span.start), key=lambda day: abs(day - start), default=None)
    return nearest is not None and nearest.weekday() == pair.weekday


def _news(text: str, lead: int) -> Iterator[Clue]:
    """Weekdays on which something happened: the printed day, or the day before, seldom another."""
    for match in _NEWS_DAY.finditer(text, lead, lead + _LEAD):
        if not told.looks_ahead(text, match.start()):
            yield _weekday(written.WEEKDAYS.index(match[1][:3].lower()), match[0])


def _weekday(number: int, text: str) -> Clue:
    def likelihood(when: TimeSpan) -> float:
        ago = (first(when).weekday() - number) % 7
        return _WEEKDAYS_AGO[ago] if ago < len(_WEEKDAYS_AGO) else _OTHER_WEEKDAY

    return Clue(text, likelihood)
