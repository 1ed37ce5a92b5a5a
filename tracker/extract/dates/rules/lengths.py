"""Lengths of time, things that come round, and ages: words about time that date nothing."""

from __future__ import annotations

from tracker.extract.dates import lexicon
from tracker.extract.dates.context import Context
from tracker.extract.dates.expression import Kind, Reading
from tracker.extract.dates.grammar import Found, Outcome, rule

_DAYS = {"day": 1, "week": 7, "fortnight": 14, "hour": 1 / 24, "hours": 1 / 24, "weekend": 2}
_MORE = "[more|full|consecutive|straight|whole|additional|working|calendar|solid]"


def _length(days: float | None) -> Reading:
    whole = int(days) if days and days == int(days) else None
    return Reading.of(None, Kind.DURATION, "duration", "a length of time", duration_days=whole)


@rule(
    "NUMBER [-] UNIT - old",
    "NUMBER [-] UNIT old",
    "NUMBER UNIT of age",
    "(age|aged) NUMBER",
    "NUMBER - UNIT - olds",
    example="a 5-year-old",
)
def age(found: Found, context: Context) -> Outcome:
    return []


@rule(
    "NUMBER - UNIT [- long]",
    "NUMBER - CLOCK_UNIT [- long]",
    "[a] UNIT - long",
    f"[the] NUMBER {_MORE} UNIT",
    "NUMBER CLOCK_UNIT",
    "VAGUE_NUMBER - UNIT",
    "multi - UNIT",
    "[for] UNIT",
    "all UNIT",
    "the (whole|full|entire) UNIT",
    "YEAR UNIT",
    "NUMBER (to|or|-) NUMBER2 UNIT",
    "NUMBER - NUMBER2 - UNIT",
    "[a] VAGUE_NUMBER [of] UNIT",
    "those NUMBER UNIT",
    "UNIT - long",
    "weekend - long",
    example="three-day",
)
def length(found: Found, context: Context) -> Outcome:
    if "UNIT" not in found and "CLOCK_UNIT" not in found:
        return _length(None)
    words = found.all()
    if "NUMBER" not in found and "long" not in words:
        return _length(None) if found["UNIT"] not in ("quarter", "second", "day") or "for" in words else []
    unit = lexicon.UNITS.get(found["UNIT"], found["CLOCK_UNIT"])
    number = found.number("NUMBER") or (1 if "long" in words else None)
    if "NUMBER2" in found or number is None or unit not in _DAYS:
        return _length(None)
    return _length(number * _DAYS[unit] if unit not in ("hour", "hours") else number / 24 if number % 24 == 0 else None)


@rule(
    "(each|every) [other] UNIT",
    "(each|every) [other] WEEKDAY",
    "(each|every) NUMBER UNIT",
    "(each|every) PART_OF_DAY",
    "(each|every) SEASON",
    "(each|every) MONTH",
    "(once|twice) (a|each|per|every) UNIT",
    "NUMBER times (a|per|each) UNIT",
    "on (WEEKDAYS)",
    "(each|every) weekend",
    "UNIT (in|by|after) UNIT2",
    "NUMBER UNIT (a|per) UNIT2",
    "(each|every) WEEKDAY PART_OF_DAY",
    "per UNIT",
    "a UNIT - on - UNIT2",
    example="every Monday",
)
def habit(found: Found, context: Context) -> Outcome:
    return Reading.of(None, Kind.SET, "set", "comes round again and again")


@rule(
    "daily",
    "weekly",
    "monthly",
    "quarterly",
    "yearly",
    "annual",
    "annually",
    "biannual",
    "biennial",
    "nightly",
    example="annual",
)
def frequency(found: Found, context: Context) -> Outcome:
    if found.words.word(found.first)[0].isupper() and found.first and found.before() not in (".", "", '"', "“"):
        return []
    return Reading.of(None, Kind.SET, "set", "comes round again and again")
