"""Names and set phrases that look like times and are none."""

from __future__ import annotations

from tracker.extract.dates.context import Context
from tracker.extract.dates.found import Found
from tracker.extract.dates.grammar import Outcome, rule


@rule(
    "(black|bloody|super|cyber) WEEKDAY",
    "[good] WEEKDAY (times|telegraph|mail|express|mirror|post|agreement)",
    "SEASON (street|road|school|palace|war|olympics|games)",
    "(prague|arab) spring",
    example="Bloody Sunday",
)
def name(found: Found, context: Context) -> Outcome:
    """Names of events and places; in small letters they are what they say."""
    return [] if found.words.word(found.first)[0].isupper() else None


@rule(
    *("the day of", "day (one|zero)", "this day", "one day", "some day", "(these|those) days", "the other day"),
    *("UNIT (by|to) UNIT2", "UNIT - to - UNIT2", "UNIT - (on|by) - UNIT2"),
    *("(all|no) time", "time and (time|again)", "in time", "on time", "middle - UNIT"),
    example="day-to-day",
)
def phrase(found: Found, context: Context) -> Outcome:
    return []
