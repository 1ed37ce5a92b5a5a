"""Months, their weeks and weekdays, seasons, quarters, halves and holidays."""

from __future__ import annotations

import re

from tracker.extract.dates import lexicon
from tracker.extract.dates.context import Context
from tracker.extract.dates.expression import Kind, Reading
from tracker.extract.dates.found import Found
from tracker.extract.dates.grammar import Outcome, Part, rule
from tracker.extract.dates.recurring import Recurring
from tracker.extract.dates.rules.days import IN_FULL, closed, full_year
from tracker.extract.dates.rules.pieces import AND, DAY, EARLY, OF_YEAR, TO
from tracker.extract.dates.spans import easter, months_from, shift_days, week_of
from tracker.model import Precision, TimeSpan


def _explicit(span: TimeSpan | None, kind: Kind) -> Reading | None:
    return Reading.of(span, kind, "explicit", IN_FULL) if span else None


# ── months ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@rule(
    f"{EARLY} MONTH [,] [of] YEAR",
    f"{EARLY} MONTH - YEAR",
    f"{EARLY} MONTH SHORT_YEAR",
    "[the] (first|second) half of MONTH [,] YEAR",
    example="December 2015",
)
def month_of_year(found: Found, context: Context) -> Outcome:
    if found.printed("MONTH") in ("may", "march") or found.after() in lexicon.COUNTED:
        return None
    year = found.number("YEAR") or full_year(int(found["SHORT_YEAR"][1:]))
    return _explicit(TimeSpan.month(year, found.month()), Kind.MONTH)


@rule(
    f"{EARLY} MONTH [,] [of] SHIFT year",
    "[PART] SHIFT year [,] in MONTH",
    f"{EARLY} MONTH of (that|the) [very] [same] year",
    example="October of last year",
)
def month_of_shifted_year(found: Found, context: Context) -> Outcome:
    if "SHIFT" in found:
        year = context.reference.shifted(found.shift(), "year")
    else:
        year = next((told for told, _ in context.told(found)), None)
    span = TimeSpan.month(year.start.year, found.month()) if year and year.start else None
    return Reading.of(span, Kind.MONTH, "relative", "that month of the year named")


@rule(f"{EARLY} MONTH (a|one|NUMBER) (year|years) ago", example="February a year ago")
def month_of_a_year_ago(found: Found, context: Context) -> Outcome:
    """Of the calendar year so many back."""
    if not context.reference.known:
        return None
    year = context.reference.day().year - (found.number("NUMBER") or 1)
    return Reading.of(TimeSpan.month(year, found.month()), Kind.MONTH, "relative", "that month of the year named")


@rule(f"{EARLY} SHIFT MONTH", "this (past|coming) MONTH", example="next March")
def shifted_month(found: Found, context: Context) -> Outcome:
    """ "last" and "next" are the nearest ones before and after the publication's own month, "this" is of its year."""
    if not context.reference.known or found.printed("MONTH")[0].islower():
        return None
    today, month, words = context.reference.day(), found.month(), found.all
    shift = -1 if "past" in words else 1 if "coming" in words else found.shift()
    reached = shift == 0 or (month < today.month if shift < 0 else month > today.month)
    year = today.year + (0 if reached else shift)
    if not 1 < year < 9998:
        return None
    return Reading.of(TimeSpan.month(year, month), Kind.MONTH, "relative", f"counted from {today}")


@rule(f"{EARLY} MONTH", "[the] (first|second) half of MONTH", "the month of MONTH", example="in October")
def bare_month(found: Found, context: Context) -> Outcome:
    if not _is_month(found, context):
        return None
    return context.recurring(found, Recurring(month=found.month()), Kind.MONTH)


def _is_month(found: Found, context: Context) -> bool:
    """Whether the month is meant, and not a person, a march or a possibility."""
    name, printed = found["MONTH"], found.printed("MONTH")
    if found.partial or "month" in found.all:
        return printed[0].isupper() or name in lexicon.SMALL_MONTHS
    if printed[0].islower():
        return found.before() in lexicon.TIME_PREPOSITIONS
    if name not in lexicon.DOUBTFUL_MONTHS:
        return True
    if name == "mar" and found.words.text[found.end_char - 1] != ".":
        return False
    if name == "may" and context.may_is_a_person:
        return found.before() in ("in", "since", "until", "during") and found.after() not in ("'s", "’s")
    return _stands_as_time(found) and not _is_given_name(found)


def _stands_as_time(found: Found) -> bool:
    """Whether the words around a doubtful month show a time: "in May", "April to May", "their March talks"."""
    before, following = found.before(), found.words.word(found.stop)
    if before in lexicon.TIME_PREPOSITIONS or following == ":":
        return True
    if found["MONTH"] == "march" and found.after() in ("'s", "’s"):
        return True
    if before in lexicon.OWNERS and following[:1].islower():
        return True
    if before == "the":
        return found["MONTH"] != "march" or following not in ("for", "on", "of", "to")
    return before in lexicon.JOINING_PREPOSITIONS and _beside_another_time(found)


_MONTHS = frozenset(name.lower() for name in lexicon.MONTH_NAMES)


def _beside_another_time(found: Found) -> bool:
    joined = {"from", "before", "after", "through", "between", "around", "both"}
    return found.before() in joined or found.before(2) in _MONTHS or found.after(2) in _MONTHS


def _is_given_name(found: Found) -> bool:
    """Whether a surname follows: "April Smith"; after "in" and its like it is none."""
    following = found.words.word(found.stop)
    named = found["MONTH"] in ("april", "june", "august", "jan", "may") and following[:1].isupper()
    return named and found.before() not in ("in", "since", "until", "by", "the", "during", "last", "next", "this")


@rule(
    f"{EARLY} MONTH {TO} [early|mid|late] [-] MONTH2 {OF_YEAR}",
    f"MONTH [,] YEAR {TO} MONTH2 [,] YEAR2",
    f"between MONTH and MONTH2 {OF_YEAR}",
    "between MONTH [,] YEAR and MONTH2 [,] YEAR2",
    f"[between] MONTH ({TO}|and) MONTH2 [of] SHIFT year",
    example="September to November 2023",
)
def month_span(found: Found, context: Context) -> Outcome:
    first, last = found.month(), found.month("MONTH2")
    if found.printed("MONTH")[0].islower() or found.printed("MONTH2")[0].islower():
        return None
    if "SHIFT" in found:
        year = context.reference.shifted(found.shift(), "year")
        last_year = year.start.year if year and year.start else None
    else:
        last_year = found.number("YEAR2") or found.number("YEAR")
    if last_year is None:
        return context.recurring(found, Recurring(month=first, until=Recurring(month=last)), Kind.SPAN)
    first_year = (found.number("YEAR") or last_year) if "YEAR2" in found else last_year - (first > last)
    return closed(TimeSpan.month(first_year, first), TimeSpan.month(last_year, last))


@rule(f"MONTH ({AND}|,|/) MONTH2 [,] YEAR", f"MONTH , MONTH2 [,] {AND} MONTH3 [,] YEAR", example="March and May 2020")
def months_of_year(found: Found, context: Context) -> Outcome:
    kinds = [kind for kind in ("MONTH", "MONTH2", "MONTH3") if kind in found]
    if any(found.printed(kind)[0].islower() for kind in kinds):
        return None
    year = int(found["YEAR"])
    readings = [Reading.of(TimeSpan.month(year, found.month(k)), Kind.MONTH, "explicit", IN_FULL) for k in kinds]
    stops = [*(found.range(kind, kind)[1] for kind in kinds[:-1]), found.stop]
    return [Part(r, found.match.start(k), stop) for r, k, stop in zip(readings, kinds, stops, strict=True)]


@rule("[the] (first|last|final) NUMBER months of (YEAR|SHIFT year)", example="the first three months of 2024")
def months_at_an_end(found: Found, context: Context) -> Outcome:
    year = found.number("YEAR")
    if "SHIFT" in found:
        shifted = context.reference.shifted(found.shift(), "year")
        year = shifted.start.year if shifted and shifted.start else None
    number = found.number("NUMBER") or 0
    if year is None or not 1 <= number <= 12:
        return None
    first, last = (1, number) if "first" in found.all else (13 - number, 12)
    return closed(TimeSpan.month(year, first), TimeSpan.month(year, last))


# ── days and weeks of a month ───────────────────────────────────────────────────────────────────────────────────────


_WEEK_OF = "[the] week (of|from|beginning|starting|commencing|ending|ended) [on] [(WEEKDAY|WKD) [,]]"


@rule(f"{_WEEK_OF} [the] {DAY} [of] MONTH {OF_YEAR}", f"{_WEEK_OF} MONTH {DAY} {OF_YEAR}", example="the week of 12 May")
def week_of_day(found: Found, context: Context) -> Outcome:
    recurring, year = Recurring(month=found.month(), day=found.day()), found.number("YEAR")
    reading = context.recurring(found, recurring, Kind.EXPLICIT)
    day = recurring.in_year(year) if year else reading.span
    if day is None or day.start is None:
        return None
    if {"ending", "ended"} & set(found.all):
        return Reading.of(TimeSpan.week(day.start), Kind.EXPLICIT, "explicit", "the seven days that end then")
    return Reading.of(week_of(day.start), Kind.EXPLICIT, "explicit", "the calendar week of that day")


def _month_named(found: Found, context: Context) -> TimeSpan:
    if "YEAR" in found:
        return TimeSpan.month(int(found["YEAR"]), found.month())
    return context.recurring(found, Recurring(month=found.month()), Kind.MONTH).span


@rule(f"[the] (NTH|last|final) week (of|in) MONTH {OF_YEAR}", example="the first week of May 2024")
def week_of_month(found: Found, context: Context) -> Outcome:
    """The days 1 to 7, 8 to 14 and so on; "last" the last seven."""
    month, number = _month_named(found, context), found.number("NTH") or 0
    if month.start is None or month.end is None or number > 5:
        return None
    if number == 0:
        return Reading.of(TimeSpan.week(month.end), Kind.RELATIVE, "explicit", "the month's last seven days")
    first, last = shift_days(month.start, 7 * number - 7), shift_days(month.start, 7 * number - 1)
    if first is None or last is None or first > month.end:
        return None
    span = TimeSpan(first, min(last, month.end), Precision.WEEK)
    return Reading.of(span, Kind.RELATIVE, "explicit", f"seven days of the month, number {number}")


@rule(
    f"[the] (first|last|final) NUMBER days of MONTH {OF_YEAR}",
    f"[the] (last|final) day of MONTH {OF_YEAR}",
    example="the first nine days of May 2024",
)
def days_at_an_end(found: Found, context: Context) -> Outcome:
    month, number = _month_named(found, context), found.number("NUMBER") or 1
    if month.start is None or month.end is None or not 1 <= number <= (month.end - month.start).days:
        return None
    first, last = shift_days(month.start, number - 1), shift_days(month.end, 1 - number)
    if first is None or last is None:
        return None
    days = (month.start, first) if "first" in found.all else (last, month.end)
    return Reading.of(TimeSpan(*days, Precision.DAY), Kind.SPAN, "explicit", "days at an end of the month")


@rule(f"[the] (NTH|last) WEEKDAY (of|in) MONTH {OF_YEAR}", example="the first Monday of May 2024")
def weekday_of_month(found: Found, context: Context) -> Outcome:
    month, weekday = _month_named(found, context), found.weekday()
    if month.start is None or month.end is None:
        return None
    days = [day for n in range(31) if (day := shift_days(month.start, n)) and day <= month.end]
    fitting = [day for day in days if day.weekday() == weekday]
    number = (found.number("NTH") or 0) - 1
    if number >= len(fitting):
        return None
    return Reading.of(TimeSpan.day(fitting[number]), Kind.EXPLICIT, "explicit", "counted in its month")


# ── seasons, quarters, halves ───────────────────────────────────────────────────────────────────────────────────────


@rule(
    f"{EARLY} [the] SEASON [of] [,] YEAR",
    f"{EARLY} [the] SEASON SHORT_YEAR",
    "[the] SEASON of YEAR (-|/) TWO_DIGITS",
    "[the] SEASON YEAR (-|/) TWO_DIGITS",
    example="spring 2011",
)
def season_of_year(found: Found, context: Context) -> Outcome:
    """Three whole months of the north; a winter is named by the year in which it begins."""
    year = found.number("YEAR") or full_year(int(found["SHORT_YEAR"][1:]))
    return _explicit(months_from(year, lexicon.SEASONS[found["SEASON"]], 3), Kind.SEASON)


@rule(f"{EARLY} SHIFT SEASON", f"{EARLY} [the|that] [same] SEASON", example="last summer")
def season(found: Found, context: Context) -> Outcome:
    """ "in the fall" may be a season, "the fall of Kabul" is none."""
    recurring = Recurring(month=lexicon.SEASONS[found["SEASON"]], months=3)
    if not _is_season(found):
        return None
    if {"that", "same"} & set(found.all):
        return _season_told(found, context, recurring)
    if "SHIFT" not in found:
        return context.recurring(found, recurring, Kind.SEASON)
    return _shifted_season(recurring, found.shift(), context)


def _is_season(found: Found) -> bool:
    if found.words.glued(found.stop) and found.after() == "-":
        return False
    if found.partial or "SHIFT" in found or "that" in found.all:
        return found["SEASON"] != "fall" or "SHIFT" in found
    if found["SEASON"] == "fall" and found.all[0] != "the":
        return False
    return found.before() in ("in", "during", "by", "since", "until") and found.after() not in ("of", "in", "and")


def _season_told(found: Found, context: Context, recurring: Recurring) -> Reading:
    for told, _ in context.told(found):
        if told.start:
            return Reading.of(recurring.in_year(told.start.year), Kind.SEASON, "story", "of the year told before")
    return Reading.of(None, Kind.SEASON, "story", "of a year that is not told")


def _shifted_season(recurring: Recurring, shift: int, context: Context) -> Reading:
    """ "last" is the latest that is over, "next" the first that has not begun, "this" the one of the year."""
    if not context.reference.known:
        return context.uncounted(Kind.SEASON)
    today = context.reference.day()
    spans = [(s.start, s.end, s) for s in recurring.around(today) if s.start and s.end]
    fitting = {
        -1: [span for _, end, span in spans if end < today][-1:],
        0: [span for start, end, span in spans if end >= today or start.year == today.year],
        1: [span for start, _, span in spans if start > today],
    }[shift]
    return Reading.of(fitting[0] if fitting else None, Kind.SEASON, "relative", f"counted from {today}")


_QUARTER = "[the] [fiscal] (NTH|final) [-] quarter"


@rule(
    f"{_QUARTER} [[of] [fiscal] YEAR]",
    f"{_QUARTER} [of] SHIFT year",
    f"{_QUARTER} of the year",
    "(SHIFT year|YEAR) 's NTH quarter",
    "YEAR NTH quarter",
    "[the] last quarter of YEAR",
    example="the third quarter",
)
def quarter_of_year(found: Found, context: Context) -> Outcome:
    number = found.number("NTH") or 4
    if number > 4 or found.after() in ("final", "finals", "back") or found.after(2) in ("final", "finals"):
        return []
    return _part_of_year(found, context, Recurring(month=3 * number - 2, months=3))


@rule(
    "[the] MONTH [YEAR] quarter",
    "[the] YEAR MONTH quarter",
    "[the] MONTH quarter [of] YEAR",
    example="the September quarter",
)
def quarter_by_its_last_month(found: Found, context: Context) -> Outcome:
    """As Australia and New Zealand count: the quarter that ends with the month."""
    if found.month() % 3:
        return None
    return _part_of_year(found, context, Recurring(month=found.month() - 2, months=3))


@rule("QUARTER_CODE [[of] YEAR]", "YEAR QUARTER_CODE", example="Q3 2024")
def coded_part_of_year(found: Found, context: Context) -> Outcome:
    """ "Q3" and "3Q" are quarters; "H1" is a half only beside its year."""
    code = found["QUARTER_CODE"]
    number = int(re.sub(r"\D", "", code))
    if "q" in code:
        return _part_of_year(found, context, Recurring(month=3 * number - 2, months=3))
    return _part_of_year(found, context, Recurring(month=6 * number - 5, months=6)) if "YEAR" in found else []


@rule(
    "[the] (first|second) half of YEAR",
    "[the] (first|second) half of SHIFT year",
    "[the] (first|second) half of the year",
    example="the second half of 2024",
)
def half_of_year(found: Found, context: Context) -> Outcome:
    return _part_of_year(found, context, Recurring(month=1 if "first" in found.all else 7, months=6))


def _part_of_year(found: Found, context: Context, recurring: Recurring) -> Reading | None:
    if "YEAR" in found:
        return _explicit(recurring.in_year(int(found["YEAR"])), Kind.QUARTER)
    if "SHIFT" not in found:
        return context.recurring(found, recurring, Kind.QUARTER)
    year = context.reference.shifted(found.shift(), "year")
    span = recurring.in_year(year.start.year) if year and year.start else None
    return Reading.of(span, Kind.QUARTER, "relative", "of the year named")


# ── holidays ────────────────────────────────────────────────────────────────────────────────────────────────────────

_BEFORE_A_HOLIDAY = lexicon.TIME_PREPOSITIONS | {"on", "at", "before", "after", "from", "around", "over", "for"}


@rule(
    f"christmas [day|eve] {OF_YEAR}",
    f"new year 's (day|eve) {OF_YEAR}",
    f"valentine 's day {OF_YEAR}",
    f"(boxing|may|bastille) day {OF_YEAR}",
    f"(halloween|juneteenth|michaelmas|candlemas) {OF_YEAR}",
    f"midsummer (day|eve) {OF_YEAR}",
    f"(twelfth night|epiphany) {OF_YEAR}",
    example="on Christmas Day 2022",
)
def fixed_holiday(found: Found, context: Context) -> Outcome:
    """ "the Christmas tree" and "Christmas Island" are none."""
    name = re.sub(r" ['’]s", "'s", re.sub(r"[ ,\d]+$", "", " ".join(found.all)))
    month, day = lexicon.HOLIDAYS[name]
    if not found.words.word(found.first)[0].isupper() or found.before() not in _BEFORE_A_HOLIDAY:
        return []
    recurring = Recurring(month=month, day=day)
    if "YEAR" in found:
        return _explicit(recurring.in_year(int(found["YEAR"])), Kind.HOLIDAY)
    if found.before() in ("this", "next"):
        span, why = context.reference.pick(recurring, "future")
        return Reading.of(span, Kind.HOLIDAY, "relative", why)
    return context.recurring(found, recurring, Kind.HOLIDAY)


@rule(
    f"(ash|palm|maundy|good|whit) WEEKDAY {OF_YEAR}",
    f"easter [WEEKDAY] {OF_YEAR}",
    f"ascension day {OF_YEAR}",
    f"(pentecost|whitsun) {OF_YEAR}",
    f"shrove WEEKDAY {OF_YEAR}",
    f"corpus christi {OF_YEAR}",
    example="on Good Friday",
)
def movable_holiday(found: Found, context: Context) -> Outcome:
    """A feast counted from the Easter of the Western churches."""
    offset = lexicon.EASTER_DAYS.get(re.sub(r"[ ,\d]+$", "", " ".join(found.all)))
    if offset is None or found.before() in lexicon.OTHER_CHURCHES or found.words.word(found.first)[0].islower():
        return None
    if found.all == ("easter",) and found.before() not in _BEFORE_A_HOLIDAY:
        return []
    if "YEAR" in found:
        day = shift_days(easter(int(found["YEAR"])), offset)
        return _explicit(TimeSpan.day(day), Kind.HOLIDAY) if day else None
    return _nearest_feast(context, offset, future=context.tense(found) == "future")


def _nearest_feast(context: Context, offset: int, *, future: bool) -> Outcome:
    if not context.reference.exact or not 2 < context.reference.day().year < 9998:
        return []
    today = context.reference.day()
    days = [day for n in (-1, 0, 1) if (day := shift_days(easter(today.year + n), offset))]
    fitting = [day for day in days if (day >= today if future else day <= today)]
    day = min(fitting, key=lambda day: abs((day - today).days))
    return Reading.of(TimeSpan.day(day), Kind.HOLIDAY, "nearest", f"counted from the Easter nearest to {today}")
