"""Days that are named by month and number, with or without the year; lists and spans of them."""

from __future__ import annotations

import re
from datetime import date

from tracker.extract.dates import lexicon
from tracker.extract.dates.context import Context
from tracker.extract.dates.expression import Kind, Reading
from tracker.extract.dates.grammar import Found, Outcome, Part, rule
from tracker.extract.dates.recurring import Recurring
from tracker.extract.dates.spans import day_on, shift_days
from tracker.model import TimeSpan

WDAY = "(WEEKDAY|WKD)"
WDAY2 = "(WEEKDAY2|WKD2)"
D, D2, D3 = "(DAY|NTH)", "(DAY2|NTH2)", "(DAY3|NTH3)"
TO = "(to|through|until|till|-)"
YEAR = "[[,] YEAR]"


def _number(found: Found, which: str = "") -> int:
    return found.number(f"DAY{which}") or found.number(f"NTH{which}") or 0


def _is_name(found: Found) -> bool:
    """Whether the day is part of a name: "14 July Street"."""
    return found.after() in lexicon.NAME_NOUNS and found.words.word(found.past)[0].isupper()


def _written_small(found: Found, kind: str = "MONTH") -> bool:
    return found.printed(kind).islower()


def _in_year(recurring: Recurring, year: int, why: str = "told in full") -> Reading | None:
    span = recurring.in_year(year)
    kind = Kind.SPAN if recurring.until else Kind.EXPLICIT
    return Reading.of(span, kind, "explicit", why) if span else None


def _of_year(found: Found, context: Context) -> int | None:
    """The year that stands beside a day: "2024", "last year"."""
    if "SHIFT" in found and context.reference.known:
        return context.reference.day().year + lexicon.SHIFTS[found["SHIFT"]]
    return found.number("YEAR")


def _single(found: Found, context: Context, month: int, day: int) -> Reading | None:
    """The reading of one day of a month, by its year, its weekday or what is nearest."""
    recurring = Recurring(month=month, day=day)
    year = _of_year(found, context)
    if year:
        return _in_year(recurring, year)
    if deed := lexicon.DEEDS.get((month, day)):
        if found.after() in deed[1]:
            return _in_year(recurring, deed[0], "the day that gave the deed its name")
    if not context.reference.known:
        return Reading.of(
            None, Kind.EXPLICIT, "nearest", "no year, and no publication day to find it by", recurring=recurring
        )
    weekday = found.weekday()
    if weekday is not None and (span := _year_by_weekday(recurring, weekday, context.reference.day())):
        return Reading.of(span, Kind.EXPLICIT, "weekday and day", f"the nearest year in which it is a {_name(weekday)}")
    return context.recurring(found, recurring, Kind.EXPLICIT)


def _name(weekday: int) -> str:
    return list(lexicon.WEEKDAY_NAMES)[weekday]


def _year_by_weekday(recurring: Recurring, weekday: int, near: date) -> TimeSpan | None:
    fitting = [
        span
        for year in (near.year, near.year - 1, near.year + 1)
        if (span := recurring.in_year(year)) and span.start and span.start.weekday() == weekday
    ]
    return min(fitting, key=lambda span: abs((span.start - near).days) if span.start else 0, default=None)


def _dateline(found: Found, context: Context, month: int, day: int) -> Reading | None:
    """The day before an agency's report, nearest to the publication whatever the verbs say: "KYIV, May 3 (ABC) -"."""
    span = _in_year(Recurring(month=month, day=day), int(found["YEAR"])) if "YEAR" in found else None
    if span is None and "YEAR" not in found:
        near, why = context.reference.pick(Recurring(month=month, day=day), None)
        span = Reading.of(near, Kind.DATELINE, "nearest", why) if near else None
    return Reading.of(span.span, Kind.DATELINE, span.basis, "the dateline") if span else None


_PLACE = re.compile(r"(?:^|\n|[.)\]]\s)[ \t]*(?:[A-Z][\w.’'-]*[ ,/]*(?:[(][^()]{0,30}[)][ ,]*)?){1,7}$")
_AGENCY = re.compile(r"[.,]?\s*(?:[(\[][^()\n]{1,40}[)\]]|[/,]\s?[A-Z][\w /.-]{1,25}?/?)?[.:]?\s*(?:--?|–|—)\s")


def _opens_report(found: Found) -> bool:
    """Whether the day stands between the place and the dash that open an agency's report."""
    text = found.words.text
    start, end = found.words.starts[found.first], found.words.ends[found.past - 1]
    return bool(_AGENCY.match(text, end) and _PLACE.search(text[max(0, start - 60) : start]))


@rule(
    f'[{WDAY} [,] [the]] [the] {D} [of] MONTH {YEAR} ["(" {WDAY2} ")"]',
    f"[{WDAY} [,] [the]] [the] {D} [of] MONTH [[,] SHIFT year]",
    f'[{WDAY} [,]] MONTH [the] {D} {YEAR} ["(" {WDAY2} ")"]',
    f"[{WDAY} [,]] MONTH [the] {D} [,] SHIFT year",
    f'{WDAY} "(" MONTH {D} {YEAR} ")"',
    f'{WDAY} "(" {D} MONTH {YEAR} ")"',
    example="Friday, May 19, 2023",
)
def day_of_month(found: Found, context: Context) -> Outcome:
    month, day = found.month(), _number(found)
    if _is_name(found):
        return []
    if _written_small(found) and "YEAR" not in found and found["MONTH"] in lexicon.DOUBTFUL_MONTHS:
        return None
    if day_on(2000, month, day) is None or found.words.word(found.past) in ("%", "$"):
        return None
    if _opens_report(found) and (dateline := _dateline(found, context, month, day)):
        return dateline
    return _single(found, context, month, day)


def _days_apart(found: Found, context: Context, *days: tuple[str, int]) -> Outcome:
    """Several days of one month, each a reading of its own; each of `days` is its kind of word and its number."""
    parts = []
    for kind, number in days:
        reading = _single(found, context, found.month(), number)
        if reading is None:
            return None
        parts.append(Part(reading, *found.part(kind, kind)))
    first, last = parts[0], parts[-1]
    edges = (found.match.start("MONTH"), found.past)
    return [
        Part(first.reading, min(first.first, edges[0]), first.past),
        *parts[1:-1],
        Part(last.reading, last.first, edges[1]),
    ]


def _kinds(found: Found, *which: str) -> list[tuple[str, int]]:
    return [(f"DAY{n}" if f"DAY{n}" in found else f"NTH{n}", _number(found, n)) for n in which]


@rule(
    f"[the] {D} (and|or|&) [the] {D2} [of] MONTH {YEAR}",
    f"MONTH {D} (and|or|&) {D2} {YEAR}",
    example="3 and 5 May 2024",
)
def two_days(found: Found, context: Context) -> Outcome:
    if found.before() == "between":
        return _span_in_month(found, context)
    return _days_apart(found, context, *_kinds(found, "", "2"))


@rule(
    f"{D} , {D2} [,] (and|or|&) {D3} [of] MONTH {YEAR}",
    f"MONTH {D} , {D2} [,] (and|or|&) {D3} {YEAR}",
    example="May 3, 4 and 6",
)
def three_days(found: Found, context: Context) -> Outcome:
    return _days_apart(found, context, *_kinds(found, "", "2", "3"))


def _span_in_month(found: Found, context: Context) -> Outcome:
    month, first, last = found.month(), _number(found), _number(found, "2")
    if day_on(2000, month, last) is None or first >= last:
        return None
    return _read_span(found, context, Recurring(month=month, day=first, until=Recurring(month=month, day=last)))


def _read_span(found: Found, context: Context, recurring: Recurring) -> Outcome:
    if "YEAR" in found:
        return _in_year(recurring, int(found["YEAR"]))
    reading = context.recurring(found, recurring, Kind.SPAN)
    return reading if reading.dated or not context.reference.known else None


@rule(
    f"[from] [{WDAY} [,]] [the] {D} {TO} [{WDAY2} [,]] [the] {D2} [of] MONTH {YEAR}",
    f"[from] [{WDAY} [,]] MONTH {D} {TO} [{WDAY2} [,]] {D2} {YEAR}",
    example="Nov. 23-24",
)
def days_of_one_month(found: Found, context: Context) -> Outcome:
    return _span_in_month(found, context)


@rule(
    f"[from] [{WDAY} [,]] [the] {D} [of] MONTH {YEAR} {TO} [{WDAY2} [,]] [the] {D2} [of] MONTH2 [[,] YEAR2]",
    f"[from] [{WDAY} [,]] MONTH {D} {YEAR} [,] {TO} [{WDAY2} [,]] MONTH2 {D2} [[,] YEAR2]",
    f"between [{WDAY} [,]] [the] {D} [of] MONTH {YEAR} and [{WDAY2} [,]] [the] {D2} [of] MONTH2 [[,] YEAR2]",
    f"between [{WDAY} [,]] MONTH {D} {YEAR} [,] and [{WDAY2} [,]] MONTH2 {D2} [[,] YEAR2]",
    example="30 April - 2 May 2023",
)
def days_of_two_months(found: Found, context: Context) -> Outcome:
    first = Recurring(month=found.month(), day=_number(found))
    last = Recurring(month=found.month("MONTH2"), day=_number(found, "2"))
    if "YEAR2" in found:
        end = last.in_year(int(found["YEAR2"]))
        year = found.number("YEAR") or int(found["YEAR2"]) - ((first.month, first.day) > (last.month, last.day))
        start = first.in_year(year)
        return _closed(start, end)
    span = Recurring(month=first.month, day=first.day, until=last)
    return _read_span(found, context, span)


def _closed(start: TimeSpan | None, end: TimeSpan | None) -> Reading | None:
    if start is None or end is None or start.start is None or end.end is None or start.start > end.end:
        return None
    return Reading.of(TimeSpan(start.start, end.end, start.precision), Kind.SPAN, "explicit", "told in full")


@rule("ISO", example="2024-05-03")
def iso_day(found: Found, context: Context) -> Outcome:
    year, month, day = map(int, found["ISO"][:10].split("-"))
    there = day_on(year, month, day) if 1500 <= year < 2100 else None
    return Reading.of(TimeSpan.day(there), Kind.EXPLICIT, "explicit", "told in full") if there else None


@rule("SLASHED", example="23/11/2021")
def numeric_day(found: Found, context: Context) -> Outcome:
    first, second, year = (int(part) for part in re.split(r"[/.]", found["SLASHED"]))
    year = year if year > 99 else 2000 + year if year < 50 else 1900 + year
    dotted = "." in found["SLASHED"]
    days = {d for d in (day_on(year, second, first), None if dotted else day_on(year, first, second)) if d}
    if len(days) > 1:
        return _ambiguous(found, context, day_on(year, second, first), day_on(year, first, second))
    return (
        Reading.of(TimeSpan.day(*days), Kind.EXPLICIT, "explicit", "only one order of day and month exists")
        if days
        else []
    )


def _ambiguous(found: Found, context: Context, day_first: date | None, month_first: date | None) -> Reading:
    """A day such as 1/2/2023, by the order that other days of the text show, else the nearer to the publication."""
    assert day_first and month_first
    shown = _shown_order(context.words.text)
    if shown:
        day = day_first if shown == "day first" else month_first
        return Reading.of(TimeSpan.day(day), Kind.EXPLICIT, "ambiguous", f"{shown}, as elsewhere in the text")
    if not context.reference.exact:
        return Reading.of(None, Kind.EXPLICIT, "ambiguous", f"either {day_first} or {month_first}")
    reference = context.reference.day()
    day, other = sorted((day_first, month_first), key=lambda d: (d > reference, abs((d - reference).days)))
    return Reading.of(
        TimeSpan.day(day), Kind.EXPLICIT, "ambiguous", f"could be {other}; {day} lies nearer before {reference}"
    )


def _shown_order(text: str) -> str | None:
    pairs = [(int(a), int(b)) for a, b in re.findall(r"\b(\d{1,2})/(\d{1,2})/\d{2,4}\b", text)]
    orders = {"day first" if a > 12 else "month first" for a, b in pairs if (a > 12) != (b > 12)}
    return orders.pop() if len(orders) == 1 else None


@rule(
    "the NTH of SHIFT month",
    "the NTH of the (same|current) month",
    "the NTH of that same month",
    "the NTH of that month",
    example="the 5th of next month",
)
def day_of_told_month(found: Found, context: Context) -> Outcome:
    char = context.words.starts[found.first]
    if "SHIFT" in found or "current" in found.all():
        month = context.reference.shifted(lexicon.SHIFTS.get(found["SHIFT"], 0), "month")
    else:
        month = context.told(char)
    day = _number(found)
    if month is None or month.start is None or month.precision == "year":
        return []
    there = day_on(month.start.year, month.start.month, day)
    return Reading.of(TimeSpan.day(there), Kind.EXPLICIT, "relative", "the day of that month") if there else []


@rule("the NTH", example="on the 15th")
def day_without_month(found: Found, context: Context) -> Outcome:
    """ "on the 15th", nearest to the publication day; "the 15th session" is none."""
    if found["NTH"] in lexicon.ORDINALS or found.before() not in ("on", "by", "until", "since", "from", "to", "and"):
        return None
    if not re.match(
        r"\s*(?:[.,;:)]|$|to\b|and\b|in\b|at\b|for\b|with\b|by\b)",
        context.words.text[context.words.ends[found.past - 1] :][:8],
    ):
        return None
    if not context.reference.exact:
        return []
    return _nearest_number(found, context, _number(found))


def _nearest_number(found: Found, context: Context, number: int) -> Reading | None:
    reference = context.reference.day()
    tense = context.tense(found)
    days = [d for k in range(-62, 63) if (d := shift_days(reference, k)) and d.day == number]
    fitting = [d for d in days if tense is None or (d <= reference if tense == "past" else d >= reference)]
    if not fitting:
        return None
    day = min(fitting, key=lambda d: abs((d - reference).days))
    return Reading.of(
        TimeSpan.day(day), Kind.EXPLICIT, "nearest", f"the nearest day {number} to {reference} that fits the tense"
    )
