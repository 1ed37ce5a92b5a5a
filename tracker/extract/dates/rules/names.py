"""Names and labels that look like times."""

from __future__ import annotations

from tracker.extract.dates.context import Context
from tracker.extract.dates.grammar import Found, Outcome, rule


@rule(
    "SEASON (street|road|school|palace|olympics|games)",
    "black WEEKDAY",
    "bloody WEEKDAY",
    "SEASON war",
    "the WEEKDAY (times|club)",
    example="Black Friday",
)
def name(found: Found, context: Context) -> Outcome:
    return []


@rule(
    "the day of",
    "day (one|zero)",
    "this day",
    "day by day",
    "day to day",
    "day - to - day",
    "UNIT - to - UNIT2",
    "one day",
    "some day",
    "these days",
    "those days",
    "UNIT - on - UNIT2",
    "middle - UNIT",
    "the other day",
    example="day-to-day",
)
def phrase(found: Found, context: Context) -> Outcome:
    return []
