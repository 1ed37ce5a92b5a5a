"""Times that hang on another event: "the same day", "two days later", "during the visit"."""

from __future__ import annotations

from tracker.extract.dates import lexicon
from tracker.extract.dates.context import Context, hanging
from tracker.extract.dates.expression import Shift
from tracker.extract.dates.found import Found
from tracker.extract.dates.grammar import Outcome, rule
from tracker.extract.dates.rules.pieces import EARLY, EARLY_ON

_EVENT = "(visit|trip|tour|stay|talks|meeting|summit|conference|stopover|mission)"
_WHOSE = "(the|his|her|their|its|this|that)"
_WHAT = "[state|official|working|brief|short|private|historic|recent] [NUMBER - day] [state|official|working]"
_PART_OF_DAY = "(morning|afternoon|evening|night)"


@rule(
    "[on] the [very] ECHO UNIT",
    "[on] the [very] next UNIT",
    f"{EARLY} that [very] [same] UNIT",
    f"{EARLY} [the] ECHO UNIT",
    "next day",
    f"{EARLY_ON} that [very] [same] {_PART_OF_DAY}",
    f"{EARLY_ON} [on] the (next|following|previous|same) {_PART_OF_DAY}",
    "later (that|the same) day",
    "(earlier|later) in the (day|morning|afternoon|evening)",
    example="the next day",
)
def echoed_unit(found: Found, context: Context) -> Outcome:
    """One unit on or back from the time told before; "the next week" may also count from the publication."""
    words, unit = found.all, found.unit() or "day"
    if unit == "century" or found["UNIT"].endswith("s") or (unit == "decade" and "next" in words):
        return None
    if "next" in words and unit != "day" and context.tense(found) != "past":
        return context.counted(1, unit)
    amount = 1 if "next" in words else next((lexicon.ECHOES[word] for word in words if word in lexicon.ECHOES), 0)
    return context.echo(found, Shift(amount, unit))


_WAY = "(later|earlier|afterwards|afterward|beforehand|previously)"


@rule(
    f"NUMBER UNIT {_WAY}",
    "NUMBER UNIT (before|after) [that]",
    "the (day|week|month|year) (before|after) [that]",
    f"the {_PART_OF_DAY} (before|after)",
    example="two days later",
)
def counted_from_event(found: Found, context: Context) -> Outcome:
    """ "two days later" hangs on what was told before, "two days after the vote" on the vote."""
    words = found.all
    number, unit = found.number("NUMBER") or 1, found.unit() or lexicon.UNITS.get(words[1], "day")
    if found.after() == "than" or unit == "century" or number > 3000:
        return None
    way = next(lexicon.WAYS[word] for word in words if word in lexicon.WAYS)
    shift = Shift(way * number, unit)
    return hanging(shift) if words[-1] in ("before", "after") and _goes_on(found) else context.echo(found, shift)


def _goes_on(found: Found) -> bool:
    """Whether the event is named behind "before" or "after", rather than the clause ended."""
    after = found.after()
    return (after[:1].isalnum() and after.lower() not in lexicon.AFTER_BEFORE) or after in ("'", "‘", "“", '"')


@rule(
    "NUMBER CLOCK_UNIT (later|earlier|before|after)",
    "[a] VAGUE_NUMBER CLOCK_UNIT (later|earlier)",
    "CLOCK_UNIT (later|earlier)",
    example="two hours later",
)
def hours_from_event(found: Found, context: Context) -> Outcome:
    """Hours are taken to stay within the day while they are fewer than twelve."""
    hours = (found.number("NUMBER") or 1) if found["CLOCK_UNIT"][0] == "h" else 1
    if hours >= 12:
        return hanging(None)
    named = found.all[-1] in ("before", "after") and _goes_on(found)
    return hanging(Shift(0)) if named else context.echo(found, Shift(0))


@rule(
    "the (following|next|previous|preceding|same) WEEKDAY",
    "that [same|very] WEEKDAY",
    "the WEEKDAY (before|after)",
    example="the following Tuesday",
)
def echoed_weekday(found: Found, context: Context) -> Outcome:
    words = set(found.all)
    way = 1 if words & {"following", "next", "after"} else 0 if words & {"that", "same"} else -1
    return context.echo(found, Shift(way, "day", found.weekday()))


@rule("(that|the following|the previous|the same) MONTH", example="the following March")
def echoed_month(found: Found, context: Context) -> Outcome:
    """A month of the year told before; "that May" in front of a verb is somebody's name."""
    named = found.printed("MONTH")[0].isupper() and ("the" in found.all or found.after() in (",", ".", ";", ")"))
    return hanging(None) if named else None


@rule(
    f"during {_WHOSE} {_WHAT} {_EVENT}",
    f"(throughout|amid) {_WHOSE} {_EVENT}",
    "on the (sidelines|margins)",
    "at the [same] time",
    example="during the visit",
)
def during_event(found: Found, context: Context) -> Outcome:
    return hanging(Shift(0, "event"))


@rule(
    f"the (NTH|last|final|opening|closing) day of [{_WHOSE}] {_WHAT} {_EVENT}",
    "on the (NTH|last|final|opening|closing) day",
    "on the (NTH|last) of (those|these|the) [NUMBER] days",
    example="the second day of his visit",
)
def day_of_event(found: Found, context: Context) -> Outcome:
    if found.all[-1] == "day" and "of" not in found.all and found.after(2).capitalize() in lexicon.MONTH_NAMES:
        return None  # "on the 26th day of April"
    number = found.number("NTH") or (1 if "opening" in found.all else -1)
    return hanging(Shift(number, "event day")) if number < 31 else None


@rule("on the eve of", example="on the eve of the talks")
def eve_of_event(found: Found, context: Context) -> Outcome:
    return hanging(Shift(-1))
