"""The days that head the paragraphs of a diary, a calendar or a live report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tracker.extract.dates import TimeExpression, find_time_expressions
from tracker.extract.passages import Kind, Passage, headed
from tracker.model import Precision, TimeSpan

_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?"
_DAY = re.compile(r"^\W{0,4}((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:[.:]|\s+[–—-]|\s*$)", re.I)
_MONTHS = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_NUMBERS = r"\d{1,2}(?:st|nd|rd|th)?(?:(?: ?[–-] ?| to )\d{1,2})?"
_CALENDAR = re.compile(
    rf"^\W{{0,4}}(?:{_WEEKDAY} )?((?:{_NUMBERS} {_MONTHS}|{_MONTHS} {_NUMBERS})(?:,? \d{{4}})?)"
    r"(?:[.:,]|\s+[–—-]\s|\s*$)",
    re.I,
)
_CLOCK = re.compile(r"^\W{0,4}((?:[01]?\d|2[0-3])[:.h][0-5]\d)\b(?! ?(?:%|percent))")


def diary(passages: Iterable[Passage], published: TimeSpan | None) -> dict[int, TimeSpan]:
    """The day that heads each paragraph of a diary, or the day of a live report, by the paragraph's number.

    FRIDAY. The envoys of Peru were at the palace.        08:15 Talks in Oslo have resumed.
    3 May. Lima. The ministers sign.                      11 May, a line of its own above the paragraphs of the day
    """
    passages, days = list(passages), dict[int, TimeSpan]()
    for number, found in headed(passages, _DAY):
        if (day := _day(found[1].capitalize(), published)) is not None:
            days[number] = day.with_tense("past", published).span
    if published is not None and published.precision is Precision.DAY:
        days |= {number: published for number, _ in headed(passages, _CLOCK)}
    return days | _by_calendar(passages, published)


def _by_calendar(passages: Sequence[Passage], published: TimeSpan | None) -> dict[int, TimeSpan]:
    """The days of paragraphs headed by a day of the calendar, or that stand below one alone on its line."""
    heads = dict(headed(passages, _CALENDAR))
    days: dict[int, TimeSpan] = {}
    current: TimeSpan | None = None
    for passage in passages:
        number = passage.paragraph
        if number in heads and number not in days:
            day = _day(heads[number][1].title(), published)
            span = day.span if day is not None else None
            alone = not passage.sentence.text[heads[number].end() :].strip() and passage.kind is Kind.HEADING
            current = span if alone else None
        elif passage.kind in {Kind.HEADING, Kind.HEADLINE}:
            current = None
        if (told := span if number in heads else current) is not None:
            days[number] = told
    return days


def _day(words: str, published: TimeSpan | None) -> TimeExpression | None:
    """The day that a head names; None when it names none."""
    found = next(iter(find_time_expressions(f"on {words}", published)), None)
    return found if found is not None and found.dated else None
