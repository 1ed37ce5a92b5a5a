"""Days that are named by month and number, with or without the year; lists and spans of them."""

from __future__ import annotations

import re
from datetime import date

from tracker.extract.dates import lexicon
from tracker.extract.dates.context import Context
from tracker.extract.dates.expression import Kind, Reading
from tracker.extract.dates.found import Found
from tracker.extract.dates.grammar import Outcome, Part, rule
from tracker.extract.dates.recurring import Recurring
from tracker.extract.dates.rules.pieces import (
    AND,
    DAY,
    DAY2,
    DAY3,
    OF_YEAR,
    OF_YEAR2,
    ON_WEEKDAY,
    ON_WEEKDAY2,
    TO,
    WDAY,
    WDAY2,
)
from tracker.extract.dates.spans import day_on, shift_days
from tracker.model import Precision, TimeSpan

IN_FULL = "told in full"
PLACE_LENGTH = 60
"""Characters from the beginning of a line within which an agency's dateline has named its place."""
# Behind the day of a dateline: "KYIV, May 3 (ABC) -", "KYIV, May 3 (ABC):", "KYIV, May 3. /ABC/.", "KYIV (May 3):".
_AGENCY_AND_DASH = re.compile(
    r"""
      [.,]? \s* (?: [(\[][^()\n]{1,40}[)\]] | [/,]\s?[A-Z][\w /.-]{1,25}? )? [.:,]? \s* (?:--?|–|—) \s
    | :? \s* \([A-Z]\w+\) \s? :
    | \. \s* /[A-Z]+/ \.? \s
    | \) \s* :
    """,
    re.VERBOSE,
)


@rule(
    f'{ON_WEEKDAY} [the] {DAY} [of] MONTH {OF_YEAR} ["(" {WDAY2} ")"]',
    f'[{WDAY} [,]] MONTH [the] {DAY} {OF_YEAR} ["(" {WDAY2} ")"]',
    f"{ON_WEEKDAY} [the] {DAY} [of] MONTH [[,] [of] SHIFT year]",
    f"[{WDAY} [,]] MONTH [the] {DAY} [,] [of] SHIFT year",
    f'{WDAY} "(" MONTH {DAY} {OF_YEAR} ")"',
    f'{WDAY} "(" {DAY} [of] MONTH {OF_YEAR} ")"',
    f"[the|this] NTH day of MONTH {OF_YEAR}",
    "DAY - MONTH - YEAR",
    example="Friday, May 19, 2023",
)
def day_of_month(found: Found, context: Context) -> Outcome:
    month, day = found.month(), found.day()
    if _is_name(found) or day_on(int(found["YEAR"] or 2000), month, day) is None:
        return []
    if _is_other_word(found) or _counts_things(found) or found.before() in lexicon.LABELS:
        return None
    if "YEAR" in found and found.after() in lexicon.COUNTED:
        reading = context.recurring(found, Recurring(month=month, day=day), Kind.EXPLICIT)
        return [Part(reading, found.first, found.match.start("YEAR"))]
    if _opens_report(found):
        return _dateline(found, context, Recurring(month=month, day=day))
    return _single(found, context, day)


@rule("MONTH (one|two|three|four|five|six|seven|eight|nine)", example="on July two, shareholders")
def spelt_day(found: Found, context: Context) -> Outcome:
    """A day spelt out, where the word counts nothing behind it: "in May two envoys left" has none."""
    following = found.words.word(found.stop)
    if following[:1].isalpha() and following.lower() not in lexicon.AFTER_A_DAY:
        return None
    return _single(found, context, lexicon.NUMBERS[found.all[-1]])


def _is_name(found: Found) -> bool:
    """Whether the day is part of a name: "14 July Street"."""
    return found.after() in lexicon.NAME_NOUNS and found.words.word(found.stop)[0].isupper()


def _is_other_word(found: Found) -> bool:
    """Whether "may" or "march" in small letters stands beside the number; with a year it is a month all the same."""
    return "YEAR" not in found and found["MONTH"] in lexicon.DOUBTFUL_MONTHS and found.printed("MONTH").islower()


def _counts_things(found: Found) -> bool:
    """Whether the number counts what follows: "in March 15 people died"."""
    if not found.all[-1].isdigit() or "YEAR" in found:
        return False
    plural = found.before() == "in" and re.fullmatch(r"[a-z]{3,}s", found.words.word(found.stop))
    return bool(plural) or found.after() in lexicon.COUNTED or found.after() == "%"


def _opens_report(found: Found) -> bool:
    """Whether the day stands between the place and the dash that open an agency's report: "KYIV, May 3 (ABC) -"."""
    text, start = found.words.text, found.start_char
    line = text.rfind("\n", max(0, start - PLACE_LENGTH), start) + 1
    place = text[line:start].lstrip("* \t")
    if start - line > PLACE_LENGTH or not place[:1].isupper() or re.search(r"\b[a-z]{4,}", place):
        return False
    return bool(_AGENCY_AND_DASH.match(text, found.end_char))


def _dateline(found: Found, context: Context, recurring: Recurring) -> Reading | None:
    """The day that is nearest to the publication, whatever the verbs say."""
    if "YEAR" in found:
        span = recurring.in_year(int(found["YEAR"]))
        return Reading.of(span, Kind.DATELINE, "explicit", IN_FULL) if span else None
    span, why = context.reference.pick(recurring, None)
    return Reading.of(span, Kind.DATELINE, "nearest", f"the dateline, {why}")


def _single(found: Found, context: Context, day: int) -> Reading | None:
    """The reading of one day of the month found, by its year, the deed that is named after it, or its weekday."""
    recurring = Recurring(month=found.month(), day=day)
    if "SHIFT" in found:
        return _in_shifted_year(found, context, recurring)
    if "YEAR" in found:
        return in_year(recurring, int(found["YEAR"]))
    year, followers = lexicon.DEEDS.get((found.month(), day), (0, frozenset()))
    if found.after() in followers:
        return Reading.of(recurring.in_year(year), Kind.EXPLICIT, "deed", "the day that gave the deed its name")
    weekday = found.weekday()
    if weekday is not None and context.reference.known:
        span = _in_year_with(recurring, weekday, context.reference.day())
        if span:
            return Reading.of(span, Kind.EXPLICIT, "weekday and day", "the nearest year in which both agree")
    return context.recurring(found, recurring, Kind.EXPLICIT)


def _in_shifted_year(found: Found, context: Context, recurring: Recurring) -> Reading | None:
    """The reading of days beside "last year"."""
    shifted = context.reference.shifted(found.shift(), "year")
    span = recurring.in_year(shifted.start.year) if shifted and shifted.start else None
    return Reading.of(span, Kind.SPAN if recurring.until else Kind.EXPLICIT, "relative", "in the year named beside it")


def in_year(recurring: Recurring, year: int) -> Reading | None:
    """The reading of a day or span whose year is told; None when the calendar has no such day."""
    span = recurring.in_year(year)
    return Reading.of(span, Kind.SPAN if recurring.until else Kind.EXPLICIT, "explicit", IN_FULL) if span else None


def _in_year_with(recurring: Recurring, weekday: int, near: date) -> TimeSpan | None:
    """The occurrence nearest to a day that falls on the weekday."""
    for year in (near.year, near.year - 1, near.year + 1):
        span = recurring.in_year(year)
        if span and span.start and span.start.weekday() == weekday:
            return span
    return None


@rule(f"(last|past|next|coming) MONTH {DAY}", example="last September 30")
def shifted_day(found: Found, context: Context) -> Outcome:
    recurring, back = Recurring(month=found.month(), day=found.day()), {"last", "past"} & set(found.all)
    span, why = context.reference.pick(recurring, "past" if back else "future")
    return Reading.of(span, Kind.EXPLICIT, "relative", why)


@rule(
    f"[the] {DAY} [of] MONTH [of] (that|the) [very] [same] year",
    f"MONTH [the] {DAY} [,] [of] (that|the) [very] [same] year",
    example="20 February of that year",
)
def day_of_told_year(found: Found, context: Context) -> Outcome:
    recurring = Recurring(month=found.month(), day=found.day())
    for told, _ in context.told(found):
        if told.start:
            return Reading.of(recurring.in_year(told.start.year), Kind.EXPLICIT, "story", "in the year told before")
    return []


# ── several days ────────────────────────────────────────────────────────────────────────────────────────────────────

_TWO_WEEKDAYS = "[(WEEKDAY|WKD) (and|to|-) (WEEKDAY2|WKD2) [,]]"


@rule(
    f"{_TWO_WEEKDAYS} [the] {DAY} {AND} [the] {DAY2} [of] MONTH {OF_YEAR}",
    f"{_TWO_WEEKDAYS} MONTH {DAY} {AND} {DAY2} {OF_YEAR}",
    f"{_TWO_WEEKDAYS} [the] {DAY} {AND} [the] {DAY2} [of] MONTH [of] SHIFT year",
    example="3 and 5 May 2024",
)
def two_days(found: Found, context: Context) -> Outcome:
    if found.before() == "between":
        return _span_in_month(found, context)
    return _apart(found, context, "", "2")


@rule(
    f"{DAY} , {DAY2} [,] {AND} {DAY3} [of] MONTH {OF_YEAR}",
    f"MONTH {DAY} , {DAY2} [,] {AND} {DAY3} {OF_YEAR}",
    example="May 3, 4 and 6",
)
def three_days(found: Found, context: Context) -> Outcome:
    return _apart(found, context, "", "2", "3")


def _apart(found: Found, context: Context, *which: str) -> Outcome:
    """A reading for each of several days of one month."""
    if _is_other_word(found):
        return None
    parts = []
    for number in which:
        kind = f"DAY{number}" if f"DAY{number}" in found else f"NTH{number}"
        reading = _of_list(found, context, found.day(number))
        if reading is None:
            return None
        parts.append(Part(reading, *found.range(kind, kind)))
    head, tail = parts[0], parts[-1]
    first = min(head.first, found.match.start("MONTH"))
    return [Part(head.reading, first, head.stop), *parts[1:-1], Part(tail.reading, tail.first, found.stop)]


def _of_list(found: Found, context: Context, day: int) -> Reading | None:
    recurring = Recurring(month=found.month(), day=day)
    if "SHIFT" in found:
        return _in_shifted_year(found, context, recurring)
    if "YEAR" in found:
        return in_year(recurring, int(found["YEAR"]))
    return context.recurring(found, recurring, Kind.EXPLICIT) if day_on(2000, found.month(), day) else None


@rule(
    f"{ON_WEEKDAY} [the] {DAY} ({TO}|/) {ON_WEEKDAY2} [the] {DAY2} [of] MONTH {OF_YEAR}",
    f"[{WDAY} [,]] MONTH [the] {DAY} {TO} [{WDAY2} [,]] [the] {DAY2} {OF_YEAR}",
    f"{WDAY} {TO} {WDAY2} [,] [the] {DAY} (to|-) {DAY2} [of] MONTH {OF_YEAR}",
    f"[the] {DAY} {TO} [the] {DAY2} [of] MONTH [of] SHIFT year",
    example="Nov. 23-24",
)
def days_of_one_month(found: Found, context: Context) -> Outcome:
    return None if _is_other_word(found) else _span_in_month(found, context)


def _span_in_month(found: Found, context: Context) -> Outcome:
    month, first, last = found.month(), found.day(), found.day("2")
    if day_on(2000, month, last) is None or first >= last:
        return None
    return _span(found, context, Recurring(month=month, day=first, until=Recurring(month=month, day=last)))


def _span(found: Found, context: Context, recurring: Recurring) -> Outcome:
    if "SHIFT" in found:
        return _in_shifted_year(found, context, recurring)
    if "YEAR" in found:
        return in_year(recurring, int(found["YEAR"]))
    return context.recurring(found, recurring, Kind.SPAN)


@rule(
    f"{ON_WEEKDAY} [the] {DAY} [of] MONTH {OF_YEAR} {TO} {ON_WEEKDAY2} [the] {DAY2} [of] MONTH2 {OF_YEAR2}",
    f"[{WDAY} [,]] MONTH {DAY} {OF_YEAR} [,] {TO} [{WDAY2} [,]] MONTH2 {DAY2} {OF_YEAR2}",
    f"between {ON_WEEKDAY} [the] {DAY} [of] MONTH {OF_YEAR} and {ON_WEEKDAY2} [the] {DAY2} [of] MONTH2 {OF_YEAR2}",
    f"between [{WDAY} [,]] MONTH {DAY} {OF_YEAR} [,] and [{WDAY2} [,]] MONTH2 {DAY2} {OF_YEAR2}",
    example="30 April - 2 May 2023",
)
def days_of_two_months(found: Found, context: Context) -> Outcome:
    first = Recurring(month=found.month(), day=found.day())
    last = Recurring(month=found.month("MONTH2"), day=found.day("2"))
    last_year = found.number("YEAR2")
    if last_year is None:
        return _span(found, context, Recurring(month=first.month, day=first.day, until=last))
    turn = (found.month(), found.day()) > (found.month("MONTH2"), found.day("2"))
    return closed(first.in_year(found.number("YEAR") or last_year - turn), last.in_year(last_year))


def closed(first: TimeSpan | None, last: TimeSpan | None) -> Reading | None:
    """The reading of all days from one time to another; None when one of them is none or they run backwards."""
    if first is None or last is None or not first.start or not last.end or first.start > last.end:
        return None
    return Reading.of(TimeSpan(first.start, last.end, first.precision), Kind.SPAN, "explicit", IN_FULL)


# ── days in figures ─────────────────────────────────────────────────────────────────────────────────────────────────


@rule("ISO", example="2024-05-03")
def iso_day(found: Found, context: Context) -> Outcome:
    year, month, day = map(int, re.split("[-/]", found["ISO"][:10]))
    there = day_on(year, month, day) if 1500 <= year < 2100 else None
    return Reading.of(TimeSpan.day(there), Kind.EXPLICIT, "explicit", IN_FULL) if there else []


@rule("NUMERIC_DAY", example="23/11/2021")
def numeric_day(found: Found, context: Context) -> Outcome:
    """Slashes may put the day or the month first, dots put the day first."""
    first, second, year = (int(part) for part in re.split(r"[/.-]", found["NUMERIC_DAY"]))
    year = full_year(year)
    day_first = day_on(year, second, first)
    month_first = None if "." in found["NUMERIC_DAY"] else day_on(year, first, second)
    if day_first and month_first and day_first != month_first:
        return _either(context, day_first, month_first)
    day = day_first or month_first
    return Reading.of(TimeSpan.day(day), Kind.EXPLICIT, "explicit", "the only way to read it") if day else []


def full_year(year: int) -> int:
    """The year that two digits stand for; others are as they are."""
    return year if year > 99 else year + (2000 if year < 50 else 1900)


def _either(context: Context, day_first: date, month_first: date) -> Reading:
    """A day such as 1/2/2023, in the order that the text shows elsewhere, else the nearer one to the publication."""
    if context.day_order:
        day = day_first if context.day_order == "day first" else month_first
        return Reading.of(
            TimeSpan.day(day), Kind.EXPLICIT, "ambiguous", f"{context.day_order}, as elsewhere in the text"
        )
    if not context.reference.exact:
        return Reading.of(None, Kind.EXPLICIT, "ambiguous", f"either {day_first} or {month_first}")
    near = context.reference.day()
    day, other = sorted((day_first, month_first), key=lambda day: (day > near, abs((day - near).days)))
    return Reading.of(TimeSpan.day(day), Kind.EXPLICIT, "ambiguous", f"could be {other}, but lies nearer to {near}")


@rule("DAY / DAY2", example="9/11")
def fraction(found: Found, context: Context) -> Outcome:
    """A fraction, a score or a day that two countries read differently: none, but for the one that names a deed."""
    if (found["DAY"], found["DAY2"]) != ("9", "11"):
        return []
    return Reading.of(TimeSpan.day(date(2001, 9, 11)), Kind.EXPLICIT, "deed", "the day that gave the deed its name")


# ── days without a month ────────────────────────────────────────────────────────────────────────────────────────────


_OF_LETTERS = {"instant": 0, "inst": 0, "ultimo": -1, "ult": -1, "proximo": 1, "prox": 1}


@rule(f"the NTH ({'|'.join(_OF_LETTERS)})", example="the 5th instant")
def day_in_old_letters(found: Found, context: Context) -> Outcome:
    """Of this, the last or the next month, as gazettes and old letters put it."""
    return _day_in(context.reference.shifted(_OF_LETTERS[found.all[-1]], "month"), found.day())


@rule(
    "the NTH of SHIFT month",
    "the NTH of the current month",
    "the NTH of the same month",
    "the NTH of that [very] [same] month",
    example="the 5th of next month",
)
def day_of_shifted_month(found: Found, context: Context) -> Outcome:
    if "SHIFT" in found or "current" in found.all:
        month = context.reference.shifted(found.shift(), "month")
        return _day_in(month, found.day())
    for told, _ in context.told(found):
        if told.precision in (Precision.DAY, Precision.WEEK, Precision.MONTH):
            return _day_in(told, found.day())
    return []


def _day_in(month: TimeSpan | None, day: int) -> Outcome:
    """The day of the month in which the span begins; nothing when that is a whole year."""
    if month is None or month.start is None or month.precision is Precision.YEAR:
        return []
    there = day_on(month.start.year, month.start.month, day)
    return Reading.of(TimeSpan.day(there), Kind.EXPLICIT, "relative", "the day of the month named") if there else []


_BEFORE_A_NUMBERED_DAY = frozenset({"on", "by", "until", "since", "from", "to", "and", "before", "after"})
_BEHIND_A_NUMBERED_DAY = re.compile(
    r"\s*(?:[.,;:)]|$|(?:to|and|in|at|for|with|by|when|the|a|an|he|she|it|they|his|her|their)\b)|\s+(?=[A-Z])"
    r"|\s+(?:\w+(?:ed|ly)|was|were|had|did|took|sent|cut|broke|gave|made|threw)\b"
)


@rule("[the] NTH [PART_OF_DAY]", example="on the 15th")
def day_without_month(found: Found, context: Context) -> Outcome:
    """ "on the 15th" and "on 15th evening" are days, "the 15th session" is none."""
    before = _BEFORE_A_NUMBERED_DAY if found.all[0] == "the" else {"on"}
    if found["NTH"] in lexicon.ORDINALS or found.before() not in before:
        return None
    if not _BEHIND_A_NUMBERED_DAY.match(found.words.text, found.end_char):
        return None
    told, kind = next(iter(context.told(found)), (None, Kind.RELATIVE))
    if told and told.start and kind in (Kind.EXPLICIT, Kind.MONTH, Kind.SPAN):
        if (later := _later_in_month(told.start, found.day(), context)) is not None:
            return later
        return _nearest_numbered(told.start, found.day(), None, basis="story")
    if not context.reference.exact:
        return []
    return _nearest_numbered(context.reference.day(), found.day(), context.tense(found), basis="nearest")


@rule(f"from [the] NTH {TO} [the] NTH2", "between [the] NTH and [the] NTH2", example="from 23rd to 25th")
def days_without_month(found: Found, context: Context) -> Outcome:
    """The nearest days with these numbers that the tense allows; "from the 15th to the 17th century" are none."""
    spelt = {found["NTH"], found["NTH2"]} & lexicon.ORDINALS.keys()
    if spelt or not context.reference.exact:
        return None
    if not _BEHIND_A_NUMBERED_DAY.match(found.words.text, found.end_char):
        return []
    tense = context.tense(found)
    first = _nearest_numbered(context.reference.day(), found.day(), tense, basis="nearest")
    if not isinstance(first, Reading) or first.start is None:
        return None
    last = _nearest_numbered(first.start, found.day("2"), "future", basis="nearest")
    return closed(first.span, last.span) if isinstance(last, Reading) else None


def _later_in_month(told: date, number: int, context: Context) -> Reading | None:
    """A later day of the month told, where that is not ahead of the news: "met on 4 May and parted on the 9th"."""
    there = day_on(told.year, told.month, number)
    if there is None or there < told or (context.reference.known and there > context.reference.day("past") >= told):
        return None
    return Reading.of(TimeSpan.day(there), Kind.EXPLICIT, "story", f"in the month of {told}")


def _nearest_numbered(near: date, number: int, tense: str | None, *, basis: str) -> Outcome:
    """The nearest day with that number in its month that the tense allows."""
    steps = sorted(range(-31, 32), key=abs)
    ways = {"past": [n for n in steps if n <= 0], "future": [n for n in steps if n >= 0], None: steps}
    days = (shift_days(near, step) for step in ways[tense])
    there = next((day for day in days if day and day.day == number), None)
    return Reading.of(TimeSpan.day(there), Kind.EXPLICIT, basis, f"the nearest such day to {near}") if there else []


_TODAY = "[earlier|late] (DAY_WORD|this PART_OF_DAY|last (night|evening)|SHIFT WEEKDAY|WEEKDAY2|WKD)"


@rule(
    f'{_TODAY} "(" [the] {DAY} ")"', f"{_TODAY} [,] the NTH", f'the NTH2 day "(" [the] {DAY} ")"', example="today (16)"
)
def bracketed_number(found: Found, context: Context) -> Outcome:
    """The day of the month in brackets beats the word before them."""
    counted = found.all[-1].isalpha() and found.after().isalpha()  # "on Monday the first woman to"
    if not context.reference.exact or counted:
        return None
    return _nearest_numbered(context.reference.day(), found.day(), None, basis="bracketed") or None


@rule("WEEKDAY DAY", example="Monday 18")
def weekday_and_number(found: Found, context: Context) -> Outcome:
    """A day of the month only where both agree near the publication; else the number counts something."""
    reading = bracketed_number(found, context)
    agrees = isinstance(reading, Reading) and reading.start and reading.start.weekday() == found.weekday()
    return reading if agrees else None


_TODAY_ONLY = "(DAY_WORD [PART_OF_DAY]|this PART_OF_DAY2|last night)"


@rule(
    f'{_TODAY_ONLY} "(" [{WDAY} [,]] MONTH {DAY} {OF_YEAR} ")"',
    f'{_TODAY_ONLY} "(" [{WDAY} [,]] {DAY} [of] MONTH {OF_YEAR} ")"',
    f"{_TODAY_ONLY} [,] [the] NTH [of] MONTH {OF_YEAR}",
    f"{_TODAY_ONLY} , MONTH {DAY} {OF_YEAR}",
    example="today (Nov 23)",
)
def bracketed_day(found: Found, context: Context) -> Outcome:
    recurring = Recurring(month=found.month(), day=found.day())
    year = found.number("YEAR")
    span = recurring.in_year(year) if year else context.reference.pick(recurring, None)[0]
    return Reading.of(span, Kind.EXPLICIT, "bracketed", "the day named beside the word") if span else None
