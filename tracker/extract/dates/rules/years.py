"""Years, spans of years, fiscal years, decades and centuries."""

from __future__ import annotations

from tracker.extract.dates import lexicon
from tracker.extract.dates.context import Context
from tracker.extract.dates.expression import Kind, Reading
from tracker.extract.dates.grammar import Found, Outcome, rule
from tracker.extract.dates.spans import years_between
from tracker.model import Precision, TimeSpan

EARLY = "[[the] PART [of|in|-] [the]]"
LAST_PLAIN_YEAR = 2050
"""Later four-digit numbers are years only after a preposition."""
FIRST_PLAIN_YEAR = 1900

_SIGNS = frozenset("$£€¥#-/.,_:@~+=–")

_BEFORE_A_YEAR = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "till",
        "of",
        "from",
        "to",
        "through",
        "during",
        "before",
        "after",
        "for",
        "between",
        "throughout",
        "late",
        "early",
        "mid",
        "circa",
        "year",
        "the",
        "a",
        "and",
        "or",
        "its",
        "his",
        "their",
        "our",
        "s",
        "'s",
        "around",
        "into",
        "end",
        "beginning",
        "start",
    ]
)


def _reading(first: int, last: int, kind: Kind = Kind.YEAR) -> Reading | None:
    span = years_between(first, last)
    return Reading.of(span, kind, "explicit", "told in full") if span else None


@rule(f"{EARLY} [the] [year] YEAR", example="in 2016")
def year(found: Found, context: Context) -> Outcome:
    number = int(found["YEAR"])
    if not _is_year(found, number):
        return None
    return _reading(number, number)


def _is_year(found: Found, number: int) -> bool:
    """Whether a four-digit number is a year and not an amount, a label or a part of a name."""
    words, at = found.words, found.match.start("YEAR")
    before, after = words.word(at - 1), found.after()
    if "PART" in found or "year" in found.all()[:-1]:
        return True
    if (
        after in lexicon.COUNTED
        or _glued_before(found, at)
        or _glued_after(found, at)
        or before.lower() in lexicon.LABELS
    ):
        return False
    if after in lexicon.NAME_NOUNS or (found.after(2) in lexicon.NAME_NOUNS and words.word(found.past).istitle()):
        return False
    if before.lower() in _BEFORE_A_YEAR:
        return True
    if not FIRST_PLAIN_YEAR <= number < LAST_PLAIN_YEAR:
        return False
    return not before[:1].isupper() and not before.isdigit()


def _glued_before(found: Found, at: int) -> bool:
    """Whether a currency sign, a hyphen, a colon or the like touches the number: "$2016", "F-1950"."""
    start = found.words.starts[at]
    return found.words.text[start - 1 : start] in _SIGNS if start else False


def _glued_after(found: Found, at: int) -> bool:
    """Whether the number goes on in a percentage or a compound label: "2016%", "2016/B"."""
    end = found.words.ends[at]
    sign, more = found.words.text[end : end + 1], found.words.text[end + 1 : end + 2]
    return sign in ("%", "°") or (sign in ("/", "_", "@", "-") and more.isalnum() and not more.isalpha())


@rule("SHORT_YEAR", example="in '98")
def short_year(found: Found, context: Context) -> Outcome:
    if found.before() not in ("in", "since", "of", "by", "until", "from", "late", "early"):
        return None
    number = int(found["SHORT_YEAR"][1:])
    return _reading(*(2 * [number + (2000 if number < 50 else 1900)]))


@rule(
    "[from] YEAR (to|through|until|-|/) YEAR2",
    "between YEAR and YEAR2",
    "[from] YEAR (-|/) TWO_DIGITS",
    "[the] SEASON of YEAR (-|/) TWO_DIGITS",
    "from YEAR and YEAR2",
    example="1984-85",
)
def year_span(found: Found, context: Context) -> Outcome:
    first = int(found["YEAR"])
    last = int(found["YEAR2"]) if "YEAR2" in found else first // 100 * 100 + int(found["TWO_DIGITS"])
    if not first < last < first + 120 or _glued_after(found, found.past - 1) or found.after() in lexicon.COUNTED:
        return None
    if _glued_before(found, found.match.start("YEAR")) or found.before() in ("tel", "telephone", "phone", "fax", ")"):
        return None
    return _reading(first, last, Kind.SPAN)


@rule(
    "[the] (fiscal|financial) [year] YEAR [(-|/) (YEAR2|TWO_DIGITS)]",
    "FISCAL_CODE",
    "[the] YEAR [(-|/) (YEAR2|TWO_DIGITS)] (fiscal|financial) year",
    "fy YEAR",
    example="fiscal 2025",
)
def fiscal_year(found: Found, context: Context) -> Outcome:
    """The United States' federal year, from October to September; a double year is read as both its years."""
    if "FISCAL_CODE" in found:
        digits = int(found["FISCAL_CODE"][2:])
        year = digits if digits > 99 else 2000 + digits
    else:
        year = int(found["YEAR"])
    if "TWO_DIGITS" in found or "YEAR2" in found:
        return _reading(year, year + 1, Kind.SPAN)
    first, last = TimeSpan.month(year - 1, 10), TimeSpan.month(year, 9)
    span = TimeSpan(first.start, last.end, Precision.YEAR)
    return Reading.of(span, Kind.YEAR, "fiscal", "October to September, the United States' federal year")


@rule(f"{EARLY} [the] DECADE", f"{EARLY} [the] SHORT_DECADE", example="the 1990s")
def decade(found: Found, context: Context) -> Outcome:
    if "DECADE" in found:
        first = int(found["DECADE"][:4])
    elif {"the", "early", "late", "mid"} & {*found.all(), found.before()}:
        digits = int(found["SHORT_DECADE"].strip("'’s"))
        first = 1900 + digits if digits >= 30 else 2000 + digits
    else:
        return []
    span = years_between(first, first + 9)
    return Reading.of(
        TimeSpan.unknown(span.start, span.end) if span else None,
        Kind.ERA,
        "explicit",
        "ten years, of which none is told",
    )


@rule(f"{EARLY} [the] NTH [-] century", example="the 19th century")
def century(found: Found, context: Context) -> Outcome:
    number = found.number("NTH") or 0
    span = years_between(100 * number - 99, 100 * number) if 16 <= number <= 21 else None
    return Reading.of(
        TimeSpan.unknown(span.start, span.end) if span else None,
        Kind.ERA,
        "explicit",
        "a hundred years, of which none is told",
    )
