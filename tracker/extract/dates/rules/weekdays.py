"""Weekdays, alone and counted from the publication."""

from __future__ import annotations

from dataclasses import replace

from tracker.extract.dates import lexicon
from tracker.extract.dates.context import Context
from tracker.extract.dates.expression import Kind, Reading
from tracker.extract.dates.found import Found
from tracker.extract.dates.grammar import Outcome, Part, rule
from tracker.extract.dates.recurring import Recurring
from tracker.extract.dates.rules.pieces import EARLY_ON, TO
from tracker.extract.dates.spans import shift_days, week_day, week_of
from tracker.model import TimeSpan


@rule(
    "WEEKDAY [PART_OF_DAY]",
    "(early|late|earlier|later) [on] WEEKDAY [PART_OF_DAY]",
    "PART_OF_DAY of WEEKDAY",
    example="Tuesday evening",
)
def bare_weekday(found: Found, context: Context) -> Outcome:
    return context.recurring(found, Recurring(weekday=found.weekday()), Kind.WEEKDAY)


@rule(
    f"{EARLY_ON} (last|past|this|next|coming|upcoming) WEEKDAY [PART_OF_DAY]",
    "this past WEEKDAY [PART_OF_DAY]",
    "this coming WEEKDAY [PART_OF_DAY]",
    "WEEKDAY (last|next)",
    example="last Friday",
)
def shifted_weekday(found: Found, context: Context) -> Outcome:
    """ "last" is the latest one before the publication, "next" the first behind it, "this" goes with the tense."""
    reference, words = context.reference, set(found.all)
    if not reference.exact:
        return Reading.of(
            reference.published if reference.known else None, Kind.WEEKDAY, "weekday", "no day to count from"
        )
    recurring, today = Recurring(weekday=found.weekday()), reference.day()
    if words & {"last", "past"}:
        eve = shift_days(today, -1) or today
        return Reading.of(recurring.pick(eve, "past"), Kind.WEEKDAY, "weekday", f"the latest before {today}")
    if words & {"next", "coming", "upcoming"}:
        morrow = shift_days(today, 1) or today
        return Reading.of(recurring.pick(morrow, "future"), Kind.WEEKDAY, "weekday", f"the first after {today}")
    span, why = reference.pick(recurring, "past" if context.tense(found) == "past" else "future")
    return replace(Reading.of(span, Kind.WEEKDAY, "weekday", why), recurring=recurring)


@rule(
    "WEEKDAY [PART_OF_DAY] [of] SHIFT week",
    "SHIFT week [,] [on] WEEKDAY [PART_OF_DAY]",
    "SHIFT week 's WEEKDAY",
    "(earlier|later) this week [,] on WEEKDAY",
    example="Thursday last week",
)
def weekday_of_week(found: Found, context: Context) -> Outcome:
    return _in_week(found, context, found.weekday())


def _in_week(found: Found, context: Context, weekday: int | None) -> Reading:
    if not context.reference.known or weekday is None:
        return context.uncounted(Kind.WEEKDAY)
    there = shift_days(context.reference.day(), 7 * found.shift())
    span = context.reference.coarsened(TimeSpan.day(week_day(there, weekday))) if there else None
    return Reading.of(span, Kind.WEEKDAY, "weekday", "that day of the calendar week named")


@rule("WEEKDAY (and|or) WEEKDAY2 [of] SHIFT week", example="Monday and Tuesday of last week")
def weekdays_of_week(found: Found, context: Context) -> Outcome:
    first, last = (_in_week(found, context, found.weekday(which)) for which in ("", "2"))
    behind = found.match.start("WEEKDAY2")
    return [Part(first, found.first, found.first + 1), Part(last, behind, found.stop)]


@rule("(a|one) week (from|on) WEEKDAY", "WEEKDAY week", example="Monday week")
def weekday_and_a_week(found: Found, context: Context) -> Outcome:
    if not context.reference.exact:
        return None
    span = Recurring(weekday=found.weekday()).pick(context.reference.day(), "future")
    day = shift_days(span.start, 7) if span and span.start else None
    return Reading.of(TimeSpan.day(day), Kind.WEEKDAY, "weekday", "a week after the coming one") if day else None


@rule(
    "the WEEKDAY before last",
    "(a|one) week ago last WEEKDAY",
    "(a|one) week last WEEKDAY",
    "last WEEKDAY week",
    example="the Monday before last",
)
def weekday_before_last(found: Found, context: Context) -> Outcome:
    return _weeks_back(found, context, 1)


@rule("NUMBER WEEKDAYS ago", example="three Sundays ago")
def weekdays_ago(found: Found, context: Context) -> Outcome:
    return _weeks_back(found, context, (found.number("NUMBER") or 1) - 1)


def _weeks_back(found: Found, context: Context, weeks: int) -> Outcome:
    """The latest such weekday before the publication, and so many weeks on."""
    name = found["WEEKDAY"] or found["WEEKDAYS"].removesuffix("s")
    eve = shift_days(context.reference.day(), -1) if context.reference.exact else None
    weekday = lexicon.WEEKDAY_NAMES.get(name.capitalize())
    if eve is None or weekday is None:
        return None
    span = Recurring(weekday=weekday).pick(eve, "past")
    day = shift_days(span.start, -7 * weeks) if span and span.start else None
    return Reading.of(TimeSpan.day(day), Kind.WEEKDAY, "weekday", f"{weeks} weeks before the latest") if day else None


@rule(
    f"WEEKDAY [PART_OF_DAY] {TO} WEEKDAY2 [PART_OF_DAY2]",
    "between WEEKDAY and WEEKDAY2",
    f"SHIFT WEEKDAY {TO} WEEKDAY2",
    example="Monday to Wednesday",
)
def weekday_span(found: Found, context: Context) -> Outcome:
    recurring = Recurring(weekday=found.weekday(), until=Recurring(weekday=found.weekday("2")))
    return context.recurring(found, recurring, Kind.SPAN)


_WEEKEND = Recurring(weekday=5, until=Recurring(weekday=6))


@rule(
    "[the|this|last|past|next|coming] weekend",
    "(at|over|on) the weekend",
    "[the] LIMIT of (the|this|last|next) weekend",
    "(a|his|her|their) [brief|short|quick] weekend",
    example="this weekend",
)
def weekend(found: Found, context: Context) -> Outcome:
    """Saturday and Sunday; "by the weekend" is the calendar week that ends with it (codebook §4)."""
    words = set(found.all)
    if len(words) == 1 or found.after() in ("'s", "’s", "-", "home", "house", "retreat"):
        return None
    if not context.reference.known:
        return context.uncounted()
    if found.before() == "by":
        return context.counted(0, "week")
    today = context.reference.day()
    if "next" in words:
        today = week_of(today).end or today
    tense = "future" if words & {"next", "coming"} else "past" if words & {"last", "past"} else context.tense(found)
    span = _WEEKEND.pick(today, tense or "past")
    recurring = None if words & {"last", "past", "next", "coming"} else _WEEKEND
    why = f"the weekend in the {tense or 'past'} of {today}"
    return replace(Reading.of(context.reference.coarsened(span), Kind.RELATIVE, "relative", why), recurring=recurring)


@rule(
    "WEEKDAYS",
    "WEEKDAY PART_OF_DAY s",
    "(each|every) [other] WEEKDAY [PART_OF_DAY]",
    "[the] NTH WEEKDAY of (the|each|every) month",
    example="Mondays",
)
def weekday_habit(found: Found, context: Context) -> Outcome:
    return Reading.of(None, Kind.SET, "set", "comes round every week")
