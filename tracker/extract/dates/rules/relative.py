"""Days and periods that are counted from the publication: weekdays, "yesterday", "last week", "three days ago"."""

from __future__ import annotations

from tracker.extract.dates import lexicon
from tracker.extract.dates.context import Context
from tracker.extract.dates.expression import Kind, Reading
from tracker.extract.dates.grammar import Found, Outcome, rule
from tracker.extract.dates.recurring import Recurring
from tracker.extract.dates.spans import shift_days, shifted, week_day, week_of
from tracker.model import Precision, TimeSpan

TO = "(to|through|until|till|-)"


def _near_number(context: Context, number: int, reach: int = 16) -> Reading | None:
    """The day with that number in its month that lies nearest to the publication day."""
    if not context.reference.exact:
        return None
    reference = context.reference.day()
    for distance in range(reach):
        for day in (shift_days(reference, -distance), shift_days(reference, distance)):
            if day and day.day == number:
                return Reading.of(
                    TimeSpan.day(day), Kind.EXPLICIT, "bracketed", f"day {number}, nearest to {reference}"
                )
    return None


@rule(
    '(DAY_WORD|this PART_OF_DAY|last night|SHIFT WEEKDAY|WEEKDAY2) "(" [the] (DAY|NTH) ")"',
    "(DAY_WORD|this PART_OF_DAY|last night|SHIFT WEEKDAY|WEEKDAY2) , the NTH",
    example="today (16)",
)
def bracketed_number(found: Found, context: Context) -> Outcome:
    number = found.number("DAY") or found.number("NTH") or 0
    return _near_number(context, number)


@rule(
    '(DAY_WORD|this PART_OF_DAY|last night) "(" MONTH (DAY|NTH) [[,] YEAR] ")"',
    '(DAY_WORD|this PART_OF_DAY|last night) "(" (DAY|NTH) [of] MONTH [[,] YEAR] ")"',
    "(DAY_WORD|this PART_OF_DAY|last night) [,] [the] NTH [of] MONTH [[,] YEAR]",
    "(DAY_WORD|this PART_OF_DAY|last night) , MONTH (DAY|NTH) [[,] YEAR]",
    example="today (Nov 23)",
)
def bracketed_date(found: Found, context: Context) -> Outcome:
    recurring = Recurring(month=found.month(), day=found.number("DAY") or found.number("NTH"))
    if "YEAR" in found:
        span = recurring.in_year(int(found["YEAR"]))
    else:
        span = context.reference.pick(recurring, None)[0]
    return Reading.of(span, Kind.EXPLICIT, "bracketed", "the day that stands in brackets") if span else None


@rule("the day before yesterday", "the day after tomorrow", example="the day before yesterday")
def day_but_one(found: Found, context: Context) -> Outcome:
    return context.counted(-2 if "before" in found.all() else 2, "day")


@rule(
    "[PART] [on] DAY_WORD [PART_OF_DAY]",
    "this (PART_OF_DAY)",
    "last night",
    "[PART] [on] this [very] PART_OF_DAY",
    example="yesterday evening",
)
def day_word(found: Found, context: Context) -> Outcome:
    words = found.all()
    if found.after() == "'s" and found.after(2) in ("world", "youth", "society", "technology", "generation"):
        return []
    if "last" in words:
        return context.counted(-1, "day")
    if "PART" in found and "today" in words and found["PART"] == "rest":
        return None
    return context.counted(lexicon.DAY_WORDS.get(found["DAY_WORD"], 0), "day")


@rule("[PART] [on] WEEKDAY [PART_OF_DAY]", "PART_OF_DAY of WEEKDAY", example="Tuesday evening")
def bare_weekday(found: Found, context: Context) -> Outcome:
    weekday = found.weekday()
    return context.recurring(found, Recurring(weekday=weekday), Kind.WEEKDAY, default="past")


@rule("WEEKDAYS", "WEEKDAY PART_OF_DAY s", example="Mondays")
def weekday_habit(found: Found, context: Context) -> Outcome:
    return Reading.of(None, Kind.SET, "set", "comes round every week")


@rule(
    "[PART] [on] SHIFT WEEKDAY [PART_OF_DAY]",
    "this past WEEKDAY [PART_OF_DAY]",
    "this coming WEEKDAY [PART_OF_DAY]",
    "WEEKDAY (last|next)",
    example="last Friday",
)
def shifted_weekday(found: Found, context: Context) -> Outcome:
    words = found.all()
    recurring = Recurring(weekday=found.weekday())
    if not context.reference.known:
        return Reading.of(None, Kind.WEEKDAY, "weekday", "no publication day to count from")
    if not context.reference.exact:
        return Reading.of(
            context.reference.published, Kind.WEEKDAY, "weekday", "no finer than the publication is known"
        )
    reference = context.reference.day()
    if "last" in words or "past" in words:
        span = recurring.pick(reference.fromordinal(reference.toordinal() - 1), "past")
        return Reading.of(span, Kind.WEEKDAY, "weekday", f"the latest before {reference}")
    if "next" in words or "coming" in words or "upcoming" in words:
        span = recurring.pick(reference.fromordinal(reference.toordinal() + 1), "future")
        return Reading.of(span, Kind.WEEKDAY, "weekday", f"the first after {reference}")
    if context.tense(found) == "past":
        return context.recurring(found, recurring, Kind.WEEKDAY)
    span = recurring.pick(reference, "future")
    return Reading.of(span, Kind.WEEKDAY, "weekday", f"the first on or after {reference}", recurring=recurring)


@rule(
    "[on] WEEKDAY [PART_OF_DAY] [of] SHIFT week",
    "SHIFT week [on] WEEKDAY [PART_OF_DAY]",
    "SHIFT week 's WEEKDAY",
    "[PART] SHIFT week [,] on WEEKDAY",
    example="Thursday last week",
)
def weekday_of_week(found: Found, context: Context) -> Outcome:
    return _weekday_in(found, context, lexicon.SHIFTS[found["SHIFT"]])


def _weekday_in(found: Found, context: Context, weeks: int) -> Reading | None:
    weekday = found.weekday()
    if weekday is None or not context.reference.known:
        return Reading.of(None, Kind.WEEKDAY, "weekday", "no publication day to count from")
    there = shift_days(context.reference.day(), 7 * weeks)
    span = context.reference.coarsened(TimeSpan.day(week_day(there, weekday))) if there else None
    return Reading.of(span, Kind.WEEKDAY, "weekday", "that weekday of the calendar week named")


@rule("a week (from|on) WEEKDAY", "WEEKDAY week", "one week (from|on) WEEKDAY", example="Monday week")
def weekday_and_a_week(found: Found, context: Context) -> Outcome:
    if not context.reference.exact:
        return None
    span = Recurring(weekday=found.weekday()).pick(context.reference.day(), "future")
    day = shift_days(span.start, 7) if span and span.start else None
    return Reading.of(TimeSpan.day(day), Kind.WEEKDAY, "weekday", "a week after the coming one") if day else None


@rule(
    f"[from] WEEKDAY [PART_OF_DAY] {TO} WEEKDAY2 [PART_OF_DAY2]",
    "between WEEKDAY and WEEKDAY2",
    f"[from] SHIFT WEEKDAY {TO} WEEKDAY2",
    example="Monday to Wednesday",
)
def weekday_span(found: Found, context: Context) -> Outcome:
    first, last = found.weekday(), found.weekday("WEEKDAY2")
    recurring = Recurring(weekday=first, until=Recurring(weekday=last))
    return context.recurring(found, recurring, Kind.SPAN, default="past")


@rule(
    "[[the] PART [of|in|-] [the]] [the] SHIFT (week|fortnight|month|year|decade|quarter)",
    "[the] PART of the (week|month|year|decade)",
    "the (week|month|year) 's end",
    "year - end",
    "end - year",
    "the (first|second) half of SHIFT (month|year)",
    "the (first|second) half of the (month|year|week)",
    "[the] SHIFT calendar year",
    "[PART] in the (week|month|year)",
    "the turn of the year",
    example="earlier this month",
)
def shifted_period(found: Found, context: Context) -> Outcome:
    words = found.all()
    unit = next(lexicon.UNITS[word] for word in reversed(words) if word in lexicon.UNITS)
    if found.after() in ("-", "-") and found.words.glued(found.past):
        return None
    if "SHIFT" in found and found["SHIFT"] == "past":
        return _window(context, -1, unit)
    amount = lexicon.SHIFTS.get(found["SHIFT"], 0)
    if "half" in words and unit == "year":
        return _half(context, amount, "first" in words)
    reading = context.counted(amount, unit)
    return Reading.of(_decade(reading.span), Kind.ERA, "relative", reading.reading) if unit == "decade" else reading


def _half(context: Context, years: int, first: bool) -> Reading:
    year = context.reference.shifted(years, "year")
    if year is None or year.start is None:
        return context.counted(years, "year")
    span = Recurring(month=1 if first else 7, months=6).in_year(year.start.year)
    return Reading.of(span, Kind.QUARTER, "relative", "the half of that year")


def _decade(span: TimeSpan) -> TimeSpan:
    if span.start is None or span.end is None:
        return span
    first = span.start.year // 10 * 10
    return TimeSpan.unknown(span.start.replace(year=first), span.end.replace(year=first + 9))


def _window(context: Context, amount: int, unit: str) -> Reading:
    """From now to so many units on, or back when negative: days and weeks in days, others in their own precision."""
    reference = context.reference
    if not reference.known:
        return Reading.of(None, Kind.WINDOW, "relative", "no publication day to count from")
    there = _far_end(context, amount, unit)
    if there is None:
        return Reading.of(None, Kind.WINDOW, "relative", "outside the calendar")
    today = reference.day()
    precision = {"month": Precision.MONTH, "quarter": Precision.SEASON, "year": Precision.YEAR}.get(unit, Precision.DAY)
    precision = Precision.UNKNOWN if unit in ("decade", "century") else precision
    span = reference.coarsened(TimeSpan(min(today, there), max(today, there), precision))
    return Reading.of(
        span, Kind.WINDOW, "relative", f"{abs(amount)} {unit}(s) {'from' if amount > 0 else 'up to'} {today}"
    )


def _far_end(context: Context, amount: int, unit: str):
    today = context.reference.day()
    if unit in ("day", "week", "fortnight"):
        return shift_days(today, amount * {"day": 1, "week": 7, "fortnight": 14}[unit])
    there = shifted(today, amount, unit)
    return there and (there.end if amount > 0 else there.start)


NUMBER = "(NUMBER|a couple of)"


@rule(
    "within [the next] NUMBER UNIT [time]",
    "[in|over|during|for] the (next|coming) NUMBER UNIT",
    "[in|over|during|for] the (last|past) NUMBER UNIT",
    "[in|over|during] the (past|last) UNIT",
    example="within two weeks",
)
def window(found: Found, context: Context) -> Outcome:
    words = found.all()
    unit = lexicon.UNITS[found["UNIT"]]
    if words[0] == "within" and found.after() == "of":
        return Reading.of(None, Kind.ANAPHORIC, "anaphoric", "hangs on an event that no day is told of")
    back = "last" in words or "past" in words
    if unit == "century":
        return []
    if back and "NUMBER" not in found and "last" in words:
        return None
    number = found.number("NUMBER") or 1
    return _window(context, -number if back else number, unit)


@rule("NUMBER UNIT ago", "NUMBER UNIT ago (today|yesterday)", "NUMBER UNIT (hence|from now)", example="three days ago")
def units_ago(found: Found, context: Context) -> Outcome:
    words = found.all()
    number, unit = found.number("NUMBER") or 1, lexicon.UNITS[found["UNIT"]]
    if unit == "century" or number > 3000:
        return Reading.of(None, Kind.VAGUE, "vague", "too long ago to be dated")
    if found.before() == "than" and unit in ("year", "decade") and found.before(2) in ("more", "less"):
        return Reading.of(None, Kind.VAGUE, "vague", "only a bound is told")
    return context.counted(-number if "ago" in words else number, unit)


@rule(
    "NUMBER UNIT ago (this|last|next) (week|month)",
    "NUMBER UNIT ago on WEEKDAY",
    "this time last year",
    example="a year ago this week",
)
def ago_from_period(found: Found, context: Context) -> Outcome:
    return context.counted(-(found.number("NUMBER") or 1), lexicon.UNITS.get(found["UNIT"], "year"))


@rule(
    "in NUMBER UNIT", "in NUMBER UNIT 's time", "in NUMBER UNIT ' time", "in NUMBER UNIT ’ time", example="in ten days"
)
def units_ahead(found: Found, context: Context) -> Outcome:
    """ "will return in ten days"; "the first visit in ten years" and "met twice in two days" only tell a length."""
    number, unit = found.number("NUMBER") or 1, lexicon.UNITS[found["UNIT"]]
    if unit == "century" or found.after() == "of" or context.tense(found) != "future":
        return Reading.of(None, Kind.DURATION, "duration", "a length of time", duration_days=_in_days(number, unit))
    return context.counted(number, unit)


def _in_days(number: int, unit: str) -> int | None:
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    return number * days if days else None


@rule(
    "(a|some) (few|couple of|couple) days ago",
    "[several|few] days ago",
    "[in|over|during] [the] (past|last) few days",
    "in recent days",
    "[in|over] [the] (past|last) couple of days",
    "[PART] in recent days",
    example="a few days ago",
)
def days_just_past(found: Found, context: Context) -> Outcome:
    if not context.reference.known:
        return Reading.of(None, Kind.RELATIVE, "relative", "no publication day to count from")
    span = context.reference.coarsened(TimeSpan.week(context.reference.day()))
    return Reading.of(span, Kind.RELATIVE, "relative", f"the seven days that end on {context.reference.day()}")


@rule(
    "[the|at the|over the|on the|SHIFT] weekend",
    "the PART of the weekend",
    "[PART] SHIFT weekend",
    example="this weekend",
)
def weekend(found: Found, context: Context) -> Outcome:
    """Saturday and Sunday; "by the weekend" is the week that ends with it."""
    if not context.reference.known or found.after() == "'s":
        return Reading.of(None, Kind.RELATIVE, "relative", "no publication day to count from")
    reference = context.reference.day()
    if found.before() == "by":
        return context.counted(0, "week")
    tense = (
        "past"
        if found["SHIFT"] in ("last", "past")
        else "future"
        if found["SHIFT"] in ("this", "next", "coming")
        else None
    )
    tense = context.tense(found) if found["SHIFT"] in ("this", "") else tense
    span = Recurring(weekday=5, until=Recurring(weekday=6)).pick(reference, tense or "past")
    if found["SHIFT"] == "next" and span and span.start and (span.start - reference).days < 2:
        span = Recurring(weekday=5, until=Recurring(weekday=6)).pick(week_of(reference).end or reference, "future")
    return Reading.of(
        context.reference.coarsened(span), Kind.RELATIVE, "relative", f"the weekend nearest to {reference}"
    )


@rule(
    "recently",
    "previously",
    "earlier",
    "soon",
    "shortly",
    "[in|over|during] the [coming|near|next|past|last|recent] VAGUE_NUMBER UNIT",
    "in the coming UNIT",
    "in recent UNIT",
    "[in] the near future",
    "in the [not too] distant future",
    "[a] VAGUE_NUMBER [of] UNIT ago",
    "VAGUE_NUMBER UNIT (later|earlier)",
    "a VAGUE_NUMBER [of] UNIT (later|earlier)",
    "UNIT (ago|earlier|later)",
    "long ago",
    "in VAGUE_NUMBER UNIT",
    "in a VAGUE_NUMBER [of] UNIT",
    "lately",
    "until recently",
    "the coming UNIT",
    example="recently",
)
def vague_time(found: Found, context: Context) -> Outcome:
    words = found.all()
    if words[0] == "earlier" and (
        found.before() in ("an", "the", "no", "years", "days", "months", "weeks", "year", "day")
        or found.after() in ("than",)
    ):
        return None
    return Reading.of(None, Kind.VAGUE, "vague", "no day can be counted from these words")
