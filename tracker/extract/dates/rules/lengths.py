"""Lengths of time, what comes round, and ages: words about time that date nothing."""

from __future__ import annotations

from dataclasses import replace

from tracker.extract.dates import lexicon
from tracker.extract.dates.context import Context
from tracker.extract.dates.expression import Kind, Reading
from tracker.extract.dates.found import Found
from tracker.extract.dates.grammar import Outcome, rule

_MORE = "[more|full|consecutive|straight|whole|additional|working|calendar|solid]"


@rule(
    "NUMBER [-] UNIT [-] (old|olds)",
    "NUMBER UNIT of age",
    "(age|aged) NUMBER",
    example="a 5-year-old",
)
def age(found: Found, context: Context) -> Outcome:
    return []


@rule(
    "NUMBER - UNIT [- long]",
    f"[the] NUMBER {_MORE} UNIT",
    "[a] UNIT - long",
    "[a] VAGUE_NUMBER [of] UNIT",
    "(multi|VAGUE_NUMBER) - UNIT",
    "NUMBER (to|or|-) NUMBER2 [-] UNIT",
    "(for|in) UNIT",
    "the (whole|full|entire) UNIT",
    example="three-day",
)
def length_in_units(found: Found, context: Context) -> Outcome:
    """ "for days" is a length, "for the day" and "in the year" are none."""
    words = found.all
    if words[0] in ("for", "in") and not found["UNIT"].endswith("s"):
        return []
    known = "NUMBER" in found and "NUMBER2" not in found
    return length(found.number("NUMBER") or 0 if known else int("long" in words), found.unit())


def length(number: int, unit: str) -> Reading:
    """The reading of so many units; `duration_days` is set for days and weeks, not where the number is 0."""
    days = number * lexicon.DAYS_IN.get(unit, 0) or None
    return replace(Reading.of(None, Kind.DURATION, "duration", "a length of time"), duration_days=days)


@rule("[a] weekend - long", example="weekend-long")
def length_of_weekend(found: Found, context: Context) -> Outcome:
    return length(2, "day")


@rule("NUMBER [-] CLOCK_UNIT [- long]", "VAGUE_NUMBER CLOCK_UNIT", "for CLOCK_UNIT", example="48 hours")
def length_in_hours(found: Found, context: Context) -> Outcome:
    """Hours count as days where they fill whole ones."""
    number = found.number("NUMBER") or 0
    whole_days = found["CLOCK_UNIT"] in ("hour", "hours") and number % 24 == 0
    return length(number // 24 if whole_days else 0, "day")


@rule(
    "(each|every) [other|NUMBER] UNIT",
    "(each|every) [other] (PART_OF_DAY|SEASON|MONTH|weekend)",
    "(once|twice) (a|each|per|every) UNIT",
    "NUMBER times (a|per|each) UNIT",
    "per UNIT",
    "UNIT (by|after|in) UNIT2",
    example="every month",
)
def habit(found: Found, context: Context) -> Outcome:
    return Reading.of(None, Kind.SET, "set", "comes round again and again")


@rule(
    "(daily|weekly|monthly|quarterly|yearly|annual|annually|biannual|biennial|nightly)",
    example="annual",
)
def frequency(found: Found, context: Context) -> Outcome:
    """A capital inside a sentence makes it a newspaper's name: "China Daily"."""
    if found.words.word(found.first)[0].isupper() and found.before() not in ("", ".", '"', "“"):
        return []
    return Reading.of(None, Kind.SET, "set", "comes round again and again")
