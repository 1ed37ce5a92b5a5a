"""The times that a text names with their year, and what they say of when it was written.

in April 2017                    told: not written before, and seldom long after
by March 2031                    promised: not written after
will open in 2019                unclear: at about that time
anniversary of 4 May 1999        remembered: says nothing
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from enum import StrEnum

from tracker.documents import written
from tracker.documents.written import WrittenDate
from tracker.model import Precision, TimeSpan

MISREAD = 0.0003
"""How likely words that say outright which year it is are in another year."""
_WRONG = 0.001
"""How likely a time is where it cannot be told, or promised: it may have been misread."""
_MISTOLD = 0.02
"""How likely it is that what seems to be told is still to come, in the next months."""


class Tense(StrEnum):
    """How a text speaks of a time."""

    TOLD = "told"
    PROMISED = "promised"
    UNCLEAR = "unclear"
    REMEMBERED = "remembered"


# How likely a time is to be told with its year so many days later: days soon after; months best a year after, as what
# to compare with, because a month of the same year is told without it.
_DAYS_AGO = ((31, 2.0), (183, 0.35), (366, 0.25), (548, 0.1), (731, 0.05), (914, 0.03))
_MONTHS_AGO = ((62, 0.1), (183, 0.35), (330, 0.25), (460, 0.35), (548, 0.15), (731, 0.06), (914, 0.04))
_YEARS_AGO, _YEARS_AGO_UNDATED = (0.4, 0.5, 0.12, 0.08, 0.05), (0.6, 0.35, 0.12, 0.08, 0.06)
_YEARS_TO_GO = (0.6, 0.6, 0.3, 0.2, 0.15)
_UNCLEAR_AGO, _UNCLEAR_TO_GO = (1.0, 0.3, 0.1, 0.05), (1.0, 0.8, 0.15, 0.08)

_REACH = 160
_EVENT = "event"
_DATE = re.compile(rf"(?<!\d)(?<![-/.]){written.DATE}", re.IGNORECASE)
_THINGS = (
    r"(?:people|persons?|troops|soldiers|m[ae]n|wom[ae]n|mln|bln|dlrs|pct|tonnes|points?|miles|k?m|euros?|dollars)"
)
_YEAR = re.compile(
    r"(?<![\d$€£#/.,-])(?<!resolution )(?<!section )(?<!number )(?<!article )(?<!no\. )"
    rf"(?P<year>{written.YEAR})(?![\d,]\d|s\b|['’]s generation|%|\s*{_THINGS}\b|\.\d)",
    re.IGNORECASE,
)
_SEASON = re.compile(rf"(?<!\d)(?P<first>{written.YEAR})/(?P<last>\d\d)(?![\d/])")
_IN_MONTH = (
    re.compile(rf"(?P<year>{written.YEAR})\b[^.\n\d]{{0,40}}?\bin (?P<month>{written.MONTH})", re.IGNORECASE),
    re.compile(rf"\bin (?P<month>{written.MONTH})[^.\n\d]{{0,40}}?\b(?P<year>{written.YEAR})\b", re.IGNORECASE),
)
_PROMISED = re.compile(
    r"\b(?:by|until|till|through|before|beyond|expir\w+|due(?: in| on)?|matur\w+|ending)\s+(?:the )?$", re.IGNORECASE
)
_FOR = re.compile(
    r"\b(?:for|year|from|starting|beginning|effective)\s+(?:\w+ and )?(?:the )?(?:fiscal |financial )?(?:year )?$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|shall|would|plan(?:s|ned|ning)?|expect\w*|forecast\w*|project\w*|schedul\w+|target\w*|upcoming|next"
    r"|(?:is|are|was|were) (?:due )?to|to be|agenda|fiscal|budgets?)\b|['’]ll\b",
    re.IGNORECASE,
)
_REMEMBERED = re.compile(r"\b(?:anniversar|commemorat|in memory|remembrance)", re.IGNORECASE)


def dates(text: str) -> Iterator[tuple[WrittenDate, int, int]]:
    """The dates that are written in a text, with their offsets."""
    for match in _DATE.finditer(text):
        if day := written.parse(match[0]):
            yield day, match.start(), match.end()


def find(text: str, *, outside: Collection[int]) -> Iterator[tuple[TimeSpan, Tense]]:
    """Days, months and years that a text names with their year, but for those that touch offsets in `outside`."""
    seasons = list(_SEASON.finditer(text))
    taken = {*outside, *(at for match in seasons for at in range(*match.span()))}
    for match in seasons:
        if (int(match["first"]) + 1) % 100 == int(match["last"]):
            yield TimeSpan.year(int(match["first"]) + 1, text=match[0]), Tense.UNCLEAR
    for span, start, end in _dated(text):
        if taken.isdisjoint(range(start, end)):
            yield span, _tense(text, start, end)


def likelihood(span: TimeSpan, tense: Tense, *, printed: bool) -> Callable[[TimeSpan], float]:
    """How likely a time is in a text of a day or year; `printed` is whether the text prints its day without a year."""
    match tense:
        case Tense.TOLD:
            return lambda when: _since(span, when, printed=printed)
        case Tense.PROMISED:
            return lambda when: _until(span, when)
        case _:
            return lambda when: _around(span, when)


def looks_ahead(text: str, start: int) -> bool:
    """Whether the sentence speaks of what is to come before it gets to an offset."""
    return bool(_AHEAD.search(_before(text, start)))


def fading(near: tuple[float, ...], years: int) -> float:
    """The likelihood so many years off, and less and less beyond what is listed."""
    return near[years] if years < len(near) else near[-1] * len(near) / (years + 1)


def first(span: TimeSpan) -> date:
    """The first day of a span."""
    return span.start or date.max


def last(span: TimeSpan) -> date:
    """The last day of a span."""
    return span.end or date.min


def _dated(text: str) -> Iterator[tuple[TimeSpan, int, int]]:
    covered: set[int] = set()
    for day, start, end in dates(text):
        if day.span:
            covered.update(range(start, end))
            yield day.span, start, end
    for pattern in _IN_MONTH:
        for match in pattern.finditer(text):
            if match.start("year") not in covered:
                month = written.MONTHS.index(match["month"][:3].lower()) + 1
                covered.update(range(*match.span("year")))
                yield TimeSpan.month(int(match["year"]), month, text=match[0], basis=_EVENT), *match.span()
    for match in _YEAR.finditer(text):
        if match.start() not in covered:
            yield TimeSpan.year(int(match["year"]), text=match[0]), *match.span()


def _tense(text: str, start: int, end: int) -> Tense:
    before = _before(text, start)
    after = re.split(r"[.!?](?:\s|$)|\n", text[end : end + _REACH])[0]
    if _PROMISED.search(before):
        return Tense.PROMISED
    if _REMEMBERED.search(before) or _REMEMBERED.search(after):
        return Tense.REMEMBERED
    return Tense.UNCLEAR if _FOR.search(before) or _AHEAD.search(before) or _AHEAD.search(after) else Tense.TOLD


def _before(text: str, start: int) -> str:
    """What stands before an offset in its sentence."""
    return re.split(r"[.!?]\s|\n", text[max(0, start - _REACH) : start])[-1]


def _since(told: TimeSpan, when: TimeSpan, *, printed: bool) -> float:
    """News tells of what has just been; where a day is printed without its year, that year is rarely told again."""
    if last(when) < first(told):
        return _MISTOLD if first(told).year - last(when).year <= 1 else _WRONG
    if Precision.YEAR in (told.precision, when.precision):
        return fading(_YEARS_AGO if printed else _YEARS_AGO_UNDATED, first(when).year - first(told).year)
    by_month = printed and told.precision is Precision.MONTH and told.basis != _EVENT
    near = _MONTHS_AGO if by_month else _DAYS_AGO
    days = max(0, (first(when) - last(told)).days)
    longest, least = near[-1]
    return next((weight for most, weight in near if days <= most), least * longest / (days + 1))


def _until(promised: TimeSpan, when: TimeSpan) -> float:
    if first(when) > last(promised):
        return _WRONG
    return fading(_YEARS_TO_GO, first(promised).year - first(when).year)


def _around(unclear: TimeSpan, when: TimeSpan) -> float:
    ago = first(when).year - first(unclear).year
    return max(_WRONG * 10, fading(_UNCLEAR_AGO, ago) if ago >= 0 else fading(_UNCLEAR_TO_GO, -ago))
