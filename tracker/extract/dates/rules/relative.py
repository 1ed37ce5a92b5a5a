"""Times that are counted from the publication: "yesterday", "last week", "three days ago", "within two weeks"."""

from __future__ import annotations

from datetime import date

from tracker.extract.dates import lexicon
from tracker.extract.dates.context import Context, hanging
from tracker.extract.dates.expression import Kind, Reading
from tracker.extract.dates.found import Found
from tracker.extract.dates.grammar import Outcome, rule
from tracker.extract.dates.rules.lengths import length
from tracker.extract.dates.rules.pieces import EARLY, EARLY_ON
from tracker.extract.dates.spans import day_on, shift_days, shifted
from tracker.model import Precision, TimeSpan


@rule(
    "the day before yesterday",
    "the day after tomorrow",
    "the PART_OF_DAY before last",
    "the day before last",
    example="the day before yesterday",
)
def day_but_one(found: Found, context: Context) -> Outcome:
    return context.counted(-2 if "before" in found.all else 2, "day")


@rule("the (week|month|year) before last", "the (week|month|year) after next", example="the week before last")
def period_but_one(found: Found, context: Context) -> Outcome:
    return context.counted(-2 if "before" in found.all else 2, found.all[1])


_NO_DAY = frozenset({"world", "youth", "society", "technology", "generation", "standards"})


@rule(
    f"{EARLY_ON} DAY_WORD [PART_OF_DAY]",
    f"{EARLY_ON} this [very] PART_OF_DAY",
    "last (night|evening)",
    "PART_OF_DAY today",
    example="yesterday evening",
)
def day_word(found: Found, context: Context) -> Outcome:
    if found.after() in ("'s", "’s") and found.after(2) in _NO_DAY:
        return []
    days = -1 if "last" in found.all else lexicon.DAY_WORDS.get(found["DAY_WORD"], 0)
    return context.counted(days, "day")


@rule(
    f"{EARLY} [the] SHIFT (week|fortnight|month|quarter|year|decade)",
    "[the] LIMIT of the (week|month|year|decade)",
    "(early|late|earlier|later) in the (week|month|year|decade)",
    "the (week|month|year) 's end",
    "[the] (year|month) - end",
    "end - (year|month)",
    "[the] SHIFT (calendar|fiscal|financial) year",
    "the (first|second) half of (the|this|last|next) (month|week)",
    "the turn of the year",
    example="earlier this month",
)
def shifted_period(found: Found, context: Context) -> Outcome:
    unit = next(lexicon.UNITS[word] for word in reversed(found.all) if word in lexicon.UNITS)
    if found.after() == "-" and found.words.glued(found.stop):
        return None
    if unit == "decade" and found["SHIFT"] != "this":
        return _window(context, found.shift() * 10, "year")
    if found["SHIFT"] == "past":
        return _window(context, -1, unit)
    if unit == "decade":
        return _decade(context)
    return context.counted(_half_shift(found), unit)


def _half_shift(found: Found) -> int:
    return next((lexicon.SHIFTS[word] for word in found.all if word in lexicon.SHIFTS), 0)


def _decade(context: Context) -> Reading:
    """The ten years that the publication lies in, of which none is told."""
    if not context.reference.known:
        return context.uncounted(Kind.ERA)
    first = context.reference.day().year // 10 * 10
    span = TimeSpan.unknown(date(max(first, 1), 1, 1), date(first + 9, 12, 31))
    return Reading.of(span, Kind.ERA, "relative", "ten years, of which none is told")


def _window(context: Context, amount: int, unit: str) -> Reading:
    """From the publication so many units on, or back when negative.

    Days and weeks have precision `day` with both ends told (codebook §4); months and years end with a whole one.
    """
    if not context.reference.known:
        return context.uncounted(Kind.WINDOW)
    today = context.reference.day()
    there = _far_end(today, amount, unit)
    if there is None:
        return Reading.of(None, Kind.WINDOW, "relative", "outside the calendar")
    precision = {"month": Precision.MONTH, "quarter": Precision.SEASON, "year": Precision.YEAR}.get(unit, Precision.DAY)
    span = context.reference.coarsened(TimeSpan(min(today, there), max(today, there), precision))
    side = "from" if amount > 0 else "up to"
    return Reading.of(span, Kind.WINDOW, "relative", f"{abs(amount)} {unit}s {side} {today}")


def _far_end(today: date, amount: int, unit: str) -> date | None:
    if unit in lexicon.DAYS_IN:
        return shift_days(today, amount * lexicon.DAYS_IN[unit])
    there = shifted(today, amount, unit)
    if there is None:
        return None
    return there.end if amount > 0 else there.start


@rule(
    "within [the [next]] NUMBER UNIT",
    "within NUMBER UNIT of (today|now)",
    "[in|over|during|for] the (next|coming|last|past) NUMBER UNIT",
    "[in|over|during] the past UNIT",
    example="within two weeks",
)
def window(found: Found, context: Context) -> Outcome:
    words = found.all
    number, unit = found.number("NUMBER") or 1, found.unit()
    if words[0] == "within" and found.after() == "of":
        return hanging(None)
    if unit == "century" or number > 3000:
        return []
    number, unit = (10 * number, "year") if unit == "decade" else (number, unit)
    return _window(context, -number if {"last", "past"} & set(words) else number, unit)


@rule(
    "within [the [next]] NUMBER CLOCK_UNIT",
    "[in|over|during|for] the (next|coming|last|past) NUMBER CLOCK_UNIT",
    example="within 48 hours",
)
def window_of_hours(found: Found, context: Context) -> Outcome:
    """As many days as the hours fill; "within 48 hours of the vote" hangs on the vote."""
    hours = found.number("NUMBER") or 1
    if found["CLOCK_UNIT"][0] != "h" or (found.all[0] == "within" and found.after() == "of"):
        return []
    days = min(-(-hours // 24), 3000)
    return _window(context, -days if {"last", "past"} & set(found.all) else days, "day")


@rule("NUMBER UNIT ago", "NUMBER UNIT (hence|from now)", example="three days ago")
def units_ago(found: Found, context: Context) -> Outcome:
    number, unit = found.number("NUMBER") or 1, found.unit()
    bound_only = found.before() == "than" and found.before(2) in ("more", "less") and unit in ("year", "decade")
    if unit == "century" or number > 3000 or bound_only:
        return Reading.of(None, Kind.VAGUE, "vague", "only a bound is told")
    return context.counted(-number if "ago" in found.all else number, unit)


@rule("NUMBER UNIT ago (today|yesterday)", example="a week ago today")
def units_ago_to_the_day(found: Found, context: Context) -> Outcome:
    days = lexicon.DAYS_IN.get(found.unit())
    if days is None:
        return context.counted(-(found.number("NUMBER") or 1), found.unit())
    return context.counted(-(found.number("NUMBER") or 1) * days - ("yesterday" in found.all), "day")


@rule("NUMBER (year|years) ago SHIFT (week|month)", example="four years ago last month")
def years_ago_this_month(found: Found, context: Context) -> Outcome:
    """So many years before this, the last or the next week or month."""
    number, unit = found.number("NUMBER") or 1, found.all[-1]
    there = context.reference.shifted(found.shift(), unit)
    if there is None or there.start is None or number > 3000:
        return context.counted(-number, "year")
    then = day_on(there.start.year - number, there.start.month, there.start.day)
    span = shifted(then, 0, unit) if then else None
    return Reading.of(span, Kind.RELATIVE, "relative", f"{number} years before {there.start}")


@rule("NUMBER UNIT ago on WEEKDAY", "this time last year", example="a week ago on Monday")
def units_ago_about(found: Found, context: Context) -> Outcome:
    return context.counted(-(found.number("NUMBER") or 1), found.unit() or "year")


@rule("in NUMBER UNIT", "in NUMBER UNIT 's time", "in NUMBER UNIT (' | ’) time", example="in ten days")
def units_ahead(found: Found, context: Context) -> Outcome:
    """ "will return in ten days"; "the first visit in ten years" and "met twice in two days" tell a length."""
    number, unit = found.number("NUMBER") or 1, found.unit()
    if "time" not in found.all and (found.after() == "of" or context.tense(found) != "future"):
        return length(number, unit)
    return context.counted(number, unit) if unit != "century" and number <= 3000 else []


@rule(
    "[a] (few|couple) [of] days ago",
    "(several|some) days ago",
    "[in|over|during] [the] (past|last) (few|couple|several) [of] days",
    "[in|over|during] [the] recent days",
    example="a few days ago",
)
def days_just_past(found: Found, context: Context) -> Outcome:
    """The seven days that end with the publication (codebook §4)."""
    if not context.reference.known:
        return context.uncounted()
    today = context.reference.day()
    span = context.reference.coarsened(TimeSpan.week(today))
    return Reading.of(span, Kind.RELATIVE, "relative", f"the seven days that end on {today}")


_NO_TIME_EARLIER = frozenset({"an", "the", "no", "some", *lexicon.UNITS, *lexicon.CLOCK_UNITS})


@rule(
    *("recently", "lately", "until recently", "previously", "earlier", "soon", "shortly", "long ago"),
    "[in|over|during] the [coming|next|past|last] VAGUE_NUMBER [of] UNIT",
    *("[in|over|during] the coming UNIT", "in recent UNIT", "[in] the near future", "in the [not too] distant future"),
    "[a] VAGUE_NUMBER [of] UNIT (ago|later|earlier|before|after)",
    "NUMBER UNIT and a half ago",
    *("UNIT (ago|earlier|later)", "in [a] VAGUE_NUMBER [of] UNIT", "within [a] VAGUE_NUMBER [of] UNIT"),
    example="recently",
)
def vague_time(found: Found, context: Context) -> Outcome:
    words = found.all
    if words in (("earlier",), ("previously",)) and (found.before() in _NO_TIME_EARLIER or found.after() == "than"):
        return []
    if words == ("soon",) and (found.before() in ("as", "too", "so") or found.after() == "as"):
        return []
    return Reading.of(None, Kind.VAGUE, "vague", "no day can be counted from these words")
