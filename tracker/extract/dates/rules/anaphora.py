"""Times that hang on another event: "the same day", "two days later", "during the visit"."""

from __future__ import annotations

from tracker.extract.dates import lexicon
from tracker.extract.dates.context import Context
from tracker.extract.dates.expression import Kind, Reading, Shift
from tracker.extract.dates.grammar import Found, Outcome, rule

_EVENT = "(visit|trip|tour|stay|talks|meeting|summit|conference|stopover|mission)"
_OWN = "(the|his|her|their|its|this|that)"
NEAR = {
    "later": 1,
    "after": 1,
    "afterwards": 1,
    "afterward": 1,
    "earlier": -1,
    "before": -1,
    "previously": -1,
    "beforehand": -1,
}


def _hanging(shift: Shift | None) -> Reading:
    return Reading.of(None, Kind.ANAPHORIC, "anaphoric", "hangs on an event that no day is told of", shift=shift)


@rule(
    "[on] (the|that) [very] ECHO [very] UNIT",
    "[PART] [on|of|in] that [very|same] UNIT",
    "[on] the next UNIT",
    "that PART_OF_DAY",
    "[PART] [the|that] same PART_OF_DAY",
    "[PART] [on] the (next|following|previous|same) PART_OF_DAY",
    "[PART] [on] the same day",
    "the very (next|same) UNIT",
    "the ECHO UNIT 's",
    "[PART] [in] the ECHO UNIT",
    "[PART] [of] that same UNIT",
    "next day",
    example="the next day",
)
def echoed_unit(found: Found, context: Context) -> Outcome:
    words = found.all()
    unit = lexicon.UNITS.get(found["UNIT"], "day")
    if unit == "century" or found["UNIT"].endswith("s") or (unit == "decade" and "next" in words):
        return None
    if "next" in words and unit != "day" and context.tense(found) != "past":
        return context.counted(1, unit)
    if "that" in words and found.after() in ("of", "when") and unit != "day":
        return None
    amount = next((lexicon.ECHOES[w] for w in words if w in lexicon.ECHOES), 1)
    return context.echo(found, Shift(1 if "next" in words else amount, unit))


@rule(
    "NUMBER UNIT (later|earlier|afterwards|afterward|beforehand|previously)",
    "NUMBER UNIT (before|after)",
    "the day (before|after)",
    "NUMBER UNIT after that",
    "NUMBER UNIT before that",
    "the (day|week|month|year) after that",
    "the (week|month|year) (before|after)",
    "the (evening|night|morning) (before|after)",
    example="two days later",
)
def counted_from_event(found: Found, context: Context) -> Outcome:
    """ "two days later" hangs on what was told before, "two days after the vote" on the vote."""
    words = found.all()
    number, unit = found.number("NUMBER") or 1, lexicon.UNITS.get(found["UNIT"]) or lexicon.UNITS.get(words[1], "day")
    way = next(NEAR[word] for word in words if word in NEAR)
    if found.after() == "than" or unit == "century" or number > 3000:
        return None
    if words[-1] in ("before", "after") and _names_event(found):
        return _hanging(Shift(way * number, unit))
    return context.echo(found, Shift(way * number, unit))


def _names_event(found: Found) -> bool:
    """Whether "before" or "after" goes on to name the event, rather than ending the clause."""
    return found.after() not in (".", ",", ";", ":", ")", "", "—", "–", "!", "?", "”", '"')


@rule(
    "the (following|next|previous|preceding) WEEKDAY",
    "[on] that [same|very] WEEKDAY",
    "the WEEKDAY (before|after)",
    "the ECHO WEEKDAY",
    example="the following Tuesday",
)
def echoed_weekday(found: Found, context: Context) -> Outcome:
    words = found.all()
    way = (
        1 if {"following", "next", "after", "ensuing"} & set(words) else 0 if "that" in words or "same" in words else -1
    )
    return context.echo(found, Shift(way, "day", found.weekday()))


@rule("the ECHO (MONTH)", "that MONTH", example="the following March")
def echoed_month(found: Found, context: Context) -> Outcome:
    return _hanging(None) if found.printed("MONTH")[0].isupper() and "ECHO" in found else None


@rule(
    f"during {_OWN} [NUMBER - day] {_EVENT}",
    f"(throughout|amid) {_OWN} {_EVENT}",
    "on the sidelines",
    "on the margins",
    "at the time",
    "at the same time",
    f"during {_OWN} (state|official|working|brief|short|private|historic|recent) {_EVENT}",
    example="during the visit",
)
def during_event(found: Found, context: Context) -> Outcome:
    return _hanging(Shift(0, "event"))


@rule(
    f"[on] the (NTH|last|final|opening|closing) day of {_OWN} [NUMBER - day] [state|official|working] {_EVENT}",
    "on the (NTH|last|final|opening|closing) day",
    "the (NTH|last|final|opening|closing) day of talks",
    example="on the second day of his visit",
)
def day_of_event(found: Found, context: Context) -> Outcome:
    words = found.all()
    number = found.number("NTH") or (1 if "opening" in words else -1)
    return _hanging(Shift(number, "event day"))
