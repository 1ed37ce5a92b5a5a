"""Years, spans of years, fiscal years, decades and centuries."""

from __future__ import annotations

from tracker.extract.dates import lexicon
from tracker.extract.dates.context import Context
from tracker.extract.dates.expression import Kind, Reading
from tracker.extract.dates.found import Found
from tracker.extract.dates.grammar import Outcome, rule
from tracker.extract.dates.rules.days import IN_FULL, closed, full_year
from tracker.extract.dates.rules.pieces import EARLY
from tracker.extract.dates.spans import years_between
from tracker.model import Precision, TimeSpan

PLAIN_YEARS = range(1900, 2050)
"""Four-digit numbers outside are years only behind a preposition."""


def _years(first: int, last: int) -> Reading | None:
    span = years_between(first, last)
    return Reading.of(span, Kind.YEAR if first == last else Kind.SPAN, "explicit", IN_FULL) if span else None


@rule(f"{EARLY} YEAR", f"{EARLY} [the] year YEAR", example="in 2016")
def year(found: Found, context: Context) -> Outcome:
    number = int(found["YEAR"])
    return _years(number, number) if len(found.all) > 1 or _is_year(found, number) else None


def _is_year(found: Found, number: int) -> bool:
    """Whether a four-digit number is a year, and not an amount, a label or part of a name."""
    before, following = found.words.word(found.first - 1), found.words.word(found.stop)
    if found.after() in lexicon.COUNTED or before.lower() in lexicon.LABELS | lexicon.AMOUNTS or _in_compound(found):
        return False
    if {found.after(), found.after(2)} & lexicon.NAME_NOUNS and following[0].isupper():
        return False
    if before.lower() in lexicon.YEAR_PREPOSITIONS:
        return True
    return number in PLAIN_YEARS and not before[:1].isupper() and not before.isdigit()


_SIGNS_BEFORE = frozenset("$£€¥#-/.,_:@~+=–")


def _in_compound(found: Found) -> bool:
    """Whether the number is glued into a price, a percentage or a label: "$2016", "F-1950", "2016%", "2016-7"."""
    text, start, end = found.words.text, found.start_char, found.end_char
    if start and text[start - 1] in _SIGNS_BEFORE:
        return True
    return text[end : end + 1] in ("%", "°") or (
        text[end : end + 1] in ("/", "_", "@", "-") and text[end + 1 : end + 2].isdigit()
    )


@rule("SHORT_YEAR", example="in '98")
def short_year(found: Found, context: Context) -> Outcome:
    if found.before() not in lexicon.TIME_PREPOSITIONS | {"of", "from"}:
        return None
    number = full_year(int(found["SHORT_YEAR"][1:]))
    return _years(number, number)


@rule(
    "YEAR (to|through|until|-|/) YEAR2",
    "between YEAR and YEAR2",
    "YEAR (-|/) TWO_DIGITS",
    example="1984-85",
)
def year_span(found: Found, context: Context) -> Outcome:
    first = int(found["YEAR"])
    last = found.number("YEAR2") or first // 100 * 100 + (found.number("TWO_DIGITS") or 0)
    if not first < last < first + 120 or _in_compound(found) or found.after() in lexicon.COUNTED:
        return None
    return _years(first, last) if found.before() not in lexicon.LABELS else []


@rule(
    "[the] (fiscal|financial) [year] YEAR [(-|/) (YEAR2|TWO_DIGITS)]",
    "[the] YEAR [(-|/) (YEAR2|TWO_DIGITS)] (fiscal|financial) year",
    "FISCAL_CODE",
    "fy YEAR",
    example="fiscal 2025",
)
def fiscal_year(found: Found, context: Context) -> Outcome:
    """The federal year of the United States, October to September; a double year is read as both its years."""
    if "TWO_DIGITS" in found or "YEAR2" in found:
        return _years(int(found["YEAR"]), int(found["YEAR"]) + 1)
    year = full_year(int(found["FISCAL_CODE"][2:] or found["YEAR"]))
    first, last = TimeSpan.month(year - 1, 10), TimeSpan.month(year, 9)
    span = TimeSpan(first.start, last.end, Precision.YEAR)
    return Reading.of(span, Kind.YEAR, "fiscal", "October to September, the federal year of the United States")


@rule(f"{EARLY} [the] DECADE", f"{EARLY} [the] SHORT_DECADE", example="the 1990s")
def decade(found: Found, context: Context) -> Outcome:
    """ "the '90s" is a decade, "in his 90s" and "90s" alone are none."""
    if "DECADE" in found:
        first = int(found["DECADE"][:4])
        return _era(first, 100 if first % 100 == 0 and first < 2000 else 10)
    if not {"the", "early", "late", "mid"} & set(found.all):
        return []
    digits = int(found["SHORT_DECADE"].strip("'’s"))
    return _era(digits + (1900 if digits >= 30 else 2000), 10)


@rule(f"{EARLY} [the] NTH [-] century", example="the 19th century")
def century(found: Found, context: Context) -> Outcome:
    number = found.number("NTH") or 0
    return _era(100 * number - 99, 100) if 16 <= number <= 21 else []


def _era(first: int, years: int) -> Reading:
    """So many years, of which none is told: bounds without a date."""
    span = years_between(first, first + years - 1)
    bounds = TimeSpan.unknown(span.start, span.end) if span else None
    return Reading.of(bounds, Kind.ERA, "explicit", f"{years} years, of which none is told")


@rule("(from|between) DECADE (to|and) DECADE2", example="from 1960s to 1980s")
def decades(found: Found, context: Context) -> Outcome:
    first, last = years_between(int(found["DECADE"][:4]), int(found["DECADE"][:4])), int(found["DECADE2"][:4]) + 9
    reading = closed(first, years_between(last, last))
    return Reading.of(TimeSpan.unknown(reading.start, reading.end), Kind.ERA, "explicit", IN_FULL) if reading else []
