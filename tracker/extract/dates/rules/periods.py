"""Months, weeks of months, seasons, quarters, halves and holidays."""

from __future__ import annotations

import re

from tracker.extract.dates import lexicon
from tracker.extract.dates.context import Context
from tracker.extract.dates.expression import Kind, Reading
from tracker.extract.dates.grammar import Found, Outcome, Part, rule
from tracker.extract.dates.recurring import Recurring
from tracker.extract.dates.spans import easter, months_from, shift_days, week_of
from tracker.model import Precision, TimeSpan

EARLY = "[[the] PART [of|in|-] [the]]"
TO = "(to|through|until|till|-)"
_MAY_IS_A_PERSON = re.compile(r"\b(?:Theresa|Mrs|Ms|Minister|Premier|PM)\.? May\b")


def _explicit(span: TimeSpan | None, kind: Kind) -> Reading | None:
    return Reading.of(span, kind, "explicit", "told in full") if span else None


@rule(
    f"{EARLY} MONTH [,] [of] YEAR",
    f"{EARLY} MONTH SHORT_YEAR",
    f"{EARLY} MONTH - YEAR",
    "(first|second) half of MONTH YEAR",
    example="December 2015",
)
def month_of_year(found: Found, context: Context) -> Outcome:
    if found.printed("MONTH") in ("may", "march") or found.after() in lexicon.NAME_NOUNS:
        return None
    year = found.number("YEAR") or _short_year(found["SHORT_YEAR"])
    return _explicit(TimeSpan.month(year, found.month()), Kind.MONTH)


def _short_year(word: str) -> int:
    year = int(word[1:3])
    return year + (2000 if year < 50 else 1900)


@rule(
    f"{EARLY} MONTH [of] SHIFT year",
    f"{EARLY} MONTH , SHIFT year",
    "[PART] SHIFT year in MONTH",
    example="October of last year",
)
def month_of_shifted_year(found: Found, context: Context) -> Outcome:
    year = context.reference.shifted(lexicon.SHIFTS[found["SHIFT"]], "year")
    span = TimeSpan.month(year.start.year, found.month()) if year and year.start else None
    return Reading.of(span, Kind.MONTH, "relative", "that month of the year named")


@rule(f"{EARLY} SHIFT MONTH", "this (past|coming) MONTH", example="next March")
def shifted_month(found: Found, context: Context) -> Outcome:
    """ "last", "next": the nearest before or after the publication's own month; "this": the year's own."""
    if not context.reference.known or not found.printed("MONTH")[0].isupper():
        return None
    reference, month = context.reference.day(), found.month()
    shift = -1 if "past" in found.all() else 1 if "coming" in found.all() else lexicon.SHIFTS[found["SHIFT"]]
    turn = 0 if shift == 0 or (month < reference.month if shift < 0 else month > reference.month) else shift
    if not 1 < reference.year + turn < 9998:
        return None
    span = TimeSpan.month(reference.year + turn, month)
    return Reading.of(span, Kind.MONTH, "relative", f"the one {('before', 'of', 'after')[shift + 1]} {reference}")


@rule(f"{EARLY} MONTH", "[the] (first|second) half of MONTH", example="in October")
def bare_month(found: Found, context: Context) -> Outcome:
    if not _is_month(found):
        return None
    if year := _year_of_neighbour(found, context):
        return Reading.of(TimeSpan.month(year, found.month()), Kind.MONTH, "sentence", "of the year named beside it")
    return context.recurring(found, Recurring(month=found.month()), Kind.MONTH, default="past")


def _year_of_neighbour(found: Found, context: Context) -> int | None:
    return None


def _is_month(found: Found) -> bool:
    """Whether the name of a month is meant and not a person, a march or a possibility."""
    printed, name = found.printed("MONTH"), found["MONTH"]
    if not printed[0].isupper() or (name == "mar" and printed.isupper()):
        return name in lexicon.LOWER_CASE_MONTHS and found.before() in lexicon.TIME_PREPOSITIONS
    if "PART" in found or "half" in found.all():
        return True
    following = found.words.word(found.past)
    if name in lexicon.DOUBTFUL_MONTHS or len(name) <= 3:
        return _has_time_preposition(found) and not _is_surname(found, following)
    return following.capitalize() not in ("Revolution",)


_SURE_PREPOSITIONS = frozenset(
    [
        "in",
        "since",
        "until",
        "during",
        "by",
        "till",
        "throughout",
        "late",
        "early",
        "mid",
        "last",
        "next",
        "this",
        "end",
        "ending",
        "ended",
    ]
)


def _has_time_preposition(found: Found) -> bool:
    before = found.before()
    if before in ("the",):
        before = found.before(2)
    if found["MONTH"] in ("may", "march", "jan", "mar", "april", "june"):
        if _MAY_IS_A_PERSON.search(found.words.text) and found["MONTH"] == "may":
            return before in ("in", "since", "until", "during") and found.after() != "'s"
        return before in _SURE_PREPOSITIONS or (before in lexicon.TIME_PREPOSITIONS and _neighbours_time(found))
    return before in lexicon.TIME_PREPOSITIONS


def _neighbours_time(found: Found) -> bool:
    """Whether what "to", "and", "from" join to the month is a month or year too: "from March", "between April and May"."""
    names = {name.lower() for name in lexicon.MONTH_NAMES}
    return (
        found.before(2) in names
        or found.before() in ("from", "before", "after", "through", "between")
        or found.after(2) in names
    )


def _is_surname(found: Found, following: str) -> bool:
    return (
        found["MONTH"] in ("april", "june", "jan", "august")
        and following[:1].isupper()
        and found.before() not in ("in", "since", "by")
    )


@rule(
    f"[from] {EARLY} MONTH {TO} MONTH2 [[,] YEAR]",
    f"[from] MONTH [,] YEAR {TO} MONTH2 [,] YEAR2",
    "between MONTH and MONTH2 [[,] YEAR]",
    "between MONTH [,] YEAR and MONTH2 [,] YEAR2",
    f"[from] MONTH {TO} [the] [PART] [of] SHIFT month",
    example="September to November 2023",
)
def month_span(found: Found, context: Context) -> Outcome:
    if "MONTH2" not in found or (found["MONTH2"] in ("may", "march") and found.printed("MONTH2").islower()):
        return None
    first, last = found.month(), found.month("MONTH2")
    if "YEAR2" in found or ("YEAR" in found and found.match.start("YEAR") > found.match.start("MONTH2")):
        end_year = int(found["YEAR2"] or found["YEAR"])
        start_year = int(found["YEAR"]) if "YEAR2" in found else end_year - (first > last)
        start, end = TimeSpan.month(start_year, first).start, TimeSpan.month(end_year, last).end
        return _explicit(TimeSpan(start, end, Precision.MONTH), Kind.SPAN) if start and end and start <= end else None
    if not (found.printed("MONTH")[0].isupper() and found.printed("MONTH2")[0].isupper()):
        return None
    return context.recurring(found, Recurring(month=first, until=Recurring(month=last)), Kind.SPAN, default="past")


@rule("MONTH (and|or|-|,) MONTH2 [,] YEAR", "MONTH , MONTH2 [,] (and|or) MONTH3 [,] YEAR", example="March and May 2020")
def months_of_year(found: Found, context: Context) -> Outcome:
    kinds = [kind for kind in ("MONTH", "MONTH2", "MONTH3") if kind in found]
    if any(found.printed(kind).islower() and found[kind] in lexicon.DOUBTFUL_MONTHS for kind in kinds):
        return None
    year = int(found["YEAR"])
    parts = [
        Part(
            Reading.of(TimeSpan.month(year, found.month(kind)), Kind.MONTH, "explicit", "told in full"),
            *found.part(kind, kind),
        )
        for kind in kinds
    ]
    last = parts[-1]
    return [*parts[:-1], Part(last.reading, last.first, found.past)]


@rule(
    "[the] week (of|from|beginning|starting|commencing|ending|ended) [on] [(WEEKDAY|WKD) [,]] [the] (DAY|NTH) [of] MONTH [[,] YEAR]",
    "[the] week (of|from|beginning|starting|commencing|ending|ended) [on] [(WEEKDAY|WKD) [,]] MONTH (DAY|NTH) [[,] YEAR]",
    example="the week of 12 May 2024",
)
def week_of_day(found: Found, context: Context) -> Outcome:
    recurring = Recurring(month=found.month(), day=found.number("DAY") or found.number("NTH"))
    if "YEAR" in found:
        span = recurring.in_year(int(found["YEAR"]))
    else:
        span = context.reference.pick(recurring, context.tense(found), slack=75)[0]
    if span is None or span.start is None:
        return None
    if {"ending", "ended"} & set(found.all()):
        return Reading.of(TimeSpan.week(span.start), Kind.EXPLICIT, "explicit", "the seven days that end then")
    return Reading.of(week_of(span.start), Kind.EXPLICIT, "explicit", "the calendar week of that day")


@rule("[the] (NTH|last|final) week (of|in) MONTH [[,] YEAR]", example="the first week of May 2024")
def week_of_month(found: Found, context: Context) -> Outcome:
    month = _month_named(found, context)
    if month is None or month.start is None or month.end is None:
        return None
    number = found.number("NTH") or 0
    if not number:
        return Reading.of(TimeSpan.week(month.end), Kind.RELATIVE, "explicit", "the month's last seven days")
    first = shift_days(month.start, 7 * (number - 1))
    last = first and shift_days(first, 6)
    if number > 5 or first is None or last is None or first > month.end:
        return None
    return Reading.of(
        TimeSpan(first, min(last, month.end), Precision.WEEK),
        Kind.RELATIVE,
        "explicit",
        f"the month's seven days number {number}",
    )


def _month_named(found: Found, context: Context) -> TimeSpan | None:
    if "YEAR" in found:
        return TimeSpan.month(int(found["YEAR"]), found.month())
    return context.reference.pick(Recurring(month=found.month()), context.tense(found), slack=75)[0]


@rule("[the] (NTH|last) WEEKDAY (of|in) MONTH [[,] YEAR]", example="the first Monday of May 2024")
def weekday_of_month(found: Found, context: Context) -> Outcome:
    month = _month_named(found, context)
    weekday = found.weekday()
    if month is None or month.start is None or month.end is None or weekday is None:
        return None
    days = [d for k in range(31) if (d := shift_days(month.start, k)) and d <= month.end and d.weekday() == weekday]
    number = (found.number("NTH") or 0) - 1
    if number >= len(days):
        return None
    return Reading.of(TimeSpan.day(days[number]), Kind.EXPLICIT, "explicit", "counted in the month")


@rule(f"{EARLY} [the] SEASON [of] [,] YEAR", f"{EARLY} [the] SEASON SHORT_YEAR", example="spring 2011")
def season_of_year(found: Found, context: Context) -> Outcome:
    year = found.number("YEAR") or _short_year(found["SHORT_YEAR"])
    return _explicit(months_from(year, lexicon.SEASONS[found["SEASON"]], 3), Kind.SEASON)


@rule(f"{EARLY} SHIFT SEASON", f"{EARLY} [the] SEASON", f"{EARLY} [the] SEASON [of] SHIFT year", example="last summer")
def season(found: Found, context: Context) -> Outcome:
    """ "in the fall" may be a season, "the fall of Kabul" is none."""
    month = lexicon.SEASONS[found["SEASON"]]
    recurring = Recurring(month=month, months=3)
    if found.all()[-1] == "year" and "SHIFT" in found:
        year = context.reference.shifted(lexicon.SHIFTS[found["SHIFT"]], "year")
        return Reading.of(
            recurring.in_year(year.start.year) if year and year.start else None,
            Kind.SEASON,
            "relative",
            "of the year named",
        )
    if not _is_season(found):
        return None
    if "SHIFT" not in found:
        return context.recurring(found, recurring, Kind.SEASON, default="past")
    return _shifted_season(recurring, lexicon.SHIFTS[found["SHIFT"]], context)


def _is_season(found: Found) -> bool:
    if found.words.glued(found.past) and found.after() not in ("'s", ".", ",", ";", ")"):
        return False
    if "SHIFT" in found:
        return True
    if found["SEASON"] == "fall" and found.all()[0] != "the":
        return False
    return found.before() in ("in", "during", "by", "since", "until", "this") and found.after() not in (
        "of",
        "in",
        "and",
    )


def _shifted_season(recurring: Recurring, shift: int, context: Context) -> Reading:
    if not context.reference.known:
        return Reading.of(None, Kind.SEASON, "relative", "no publication day to count from")
    reference = context.reference.day()
    spans = [s for s in recurring.around(reference) if s.start and s.end]
    if shift < 0:
        fitting = [s for s in spans if s.end and s.end < reference][-1:]
    elif shift > 0:
        fitting = [s for s in spans if s.start and s.start > reference][:1]
    else:
        fitting = [s for s in spans if s.start and s.end and (s.end >= reference or s.start.year == reference.year)][:1]
    return Reading.of(fitting[0] if fitting else None, Kind.SEASON, "relative", f"counted from {reference}")


_QUARTER = "[the] [fiscal] NTH [-] quarter"


@rule(
    f"{_QUARTER} [[of] [fiscal] YEAR]",
    f"{_QUARTER} [of] SHIFT year",
    "QUARTER_CODE [[of] YEAR]",
    "SHIFT year 's NTH quarter",
    "YEAR [']s NTH quarter",
    "the final quarter [of YEAR]",
    "YEAR NTH quarter",
    f"{_QUARTER} of the year",
    "YEAR QUARTER_CODE",
    example="the third quarter",
)
def quarter_of_year(found: Found, context: Context) -> Outcome:
    if "QUARTER_CODE" in found:
        return _coded(found, context)
    number = found.number("NTH") or 4
    if (
        number > 4
        or found.after() in ("final", "back")
        or (found.after() == "-" and found.after(2) in ("final", "back"))
    ):
        return []
    return _part_of_year(found, context, Recurring(month=3 * number - 2, months=3))


def _coded(found: Found, context: Context) -> Outcome:
    code = found["QUARTER_CODE"]
    number = int(re.sub(r"\D", "", code))
    if "h" in code:
        return _part_of_year(found, context, Recurring(month=6 * number - 5, months=6)) if "YEAR" in found else []
    return _part_of_year(found, context, Recurring(month=3 * number - 2, months=3))


def _part_of_year(found: Found, context: Context, recurring: Recurring) -> Reading | None:
    if "YEAR" in found:
        return _explicit(recurring.in_year(int(found["YEAR"])), Kind.QUARTER)
    if "SHIFT" in found:
        year = context.reference.shifted(lexicon.SHIFTS[found["SHIFT"]], "year")
        span = recurring.in_year(year.start.year) if year and year.start else None
        return Reading.of(span, Kind.QUARTER, "relative", "of the year named")
    return context.recurring(found, recurring, Kind.QUARTER, default="past")


@rule("[the] (first|second) half of YEAR", "[the] (first|second) half of SHIFT year", example="the second half of 2024")
def half_of_year(found: Found, context: Context) -> Outcome:
    return _part_of_year(found, context, Recurring(month=1 if "first" in found.all() else 7, months=6))


_HOLIDAY = (
    "(christmas [day|eve] | boxing day | new year 's (day|eve) | valentine 's day | may day | halloween | bastille day | juneteenth "
    "| ash WEEKDAY | palm WEEKDAY | maundy WEEKDAY | good WEEKDAY | easter [WEEKDAY] | ascension day | pentecost | whit WEEKDAY)"
)


@rule(
    "christmas [(day|eve)] [[,] YEAR]",
    "boxing day [[,] YEAR]",
    "new year 's (day|eve) [[,] YEAR]",
    "valentine 's day [[,] YEAR]",
    "may day [[,] YEAR]",
    "halloween [[,] YEAR]",
    "bastille day [[,] YEAR]",
    "juneteenth [[,] YEAR]",
    example="on Christmas Day 2022",
)
def fixed_holiday(found: Found, context: Context) -> Outcome:
    name = (
        " ".join(word for word in found.all() if not word.isdigit() and word != ",")
        .replace(" '", "'")
        .replace(" ’", "’")
    )
    month, day = lexicon.HOLIDAYS[name]
    if not _is_holiday(found):
        return []
    recurring = Recurring(month=month, day=day)
    if "YEAR" in found:
        return _explicit(recurring.in_year(int(found["YEAR"])), Kind.HOLIDAY)
    return context.recurring(found, recurring, Kind.HOLIDAY, default="past")


def _is_holiday(found: Found) -> bool:
    """Whether the day is meant, and not a tree, an island, or another church's feast."""
    word = found.words.word(found.first)
    return word[0].isupper() and found.before() in (
        "on",
        "at",
        "by",
        "before",
        "since",
        "until",
        "for",
        "late",
        "around",
        "after",
        "over",
        "",
    )


@rule(
    "ash WEEKDAY [YEAR]",
    "palm WEEKDAY [YEAR]",
    "maundy WEEKDAY [YEAR]",
    "good WEEKDAY [YEAR]",
    "easter [WEEKDAY] [YEAR]",
    "ascension day [YEAR]",
    "pentecost [YEAR]",
    "whit WEEKDAY [YEAR]",
    example="on Good Friday",
)
def movable_holiday(found: Found, context: Context) -> Outcome:
    name = " ".join(word for word in found.all() if not word.isdigit())
    offset = lexicon.EASTER_DAYS.get(name)
    if (
        offset is None
        or found.before() in ("orthodox", "greek", "coptic")
        or not found.words.word(found.first)[0].isupper()
    ):
        return None
    if name == "easter" and not _is_holiday(found):
        return []
    if "YEAR" in found:
        day = shift_days(easter(int(found["YEAR"])), offset)
        return _explicit(TimeSpan.day(day) if day else None, Kind.HOLIDAY)
    if not context.reference.exact:
        return []
    return _nearest_easter(context, offset, context.tense(found) or "past")


def _nearest_easter(context: Context, offset: int, tense: str) -> Reading | None:
    reference = context.reference.day()
    years = (reference.year - 1, reference.year, reference.year + 1)
    days = [day for year in years if 1 < year < 9998 and (day := shift_days(easter(year), offset))]
    fitting = [day for day in days if (day >= reference if tense == "future" else day <= reference)]
    day = min(fitting, key=lambda d: abs((d - reference).days), default=None)
    return (
        Reading.of(TimeSpan.day(day), Kind.HOLIDAY, "nearest", f"{tense} tense, counted from Easter") if day else None
    )
