"""Which time expression dates an act, and what dates it when none does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from spacy.tokens import Doc, Token

from tracker.extract.dates import TimeExpression
from tracker.extract.dates.expression import Kind
from tracker.extract.syntax import Act, coordinated, distance, hearsay, reporting, token_at, verb_of
from tracker.model import Precision, Status, TimeSpan

_BEGINNING = {"begin", "commence", "start", "open"}
_ANOTHER_END = 3.0  # cost of a date that only tells when something began, beside the date of its end
_TOO_FAR = 14.0  # cost from which an expression dates something else
_DONE_SINCE = {"mission", "accreditation", "rupture", "recall"}
_DECIDING = {"agree", "decide", "vow", "promise", "pledge"}
_USELESS = {Kind.SET, Kind.DATELINE, Kind.ERA}


@dataclass(frozen=True, slots=True)
class Timing:
    """The expressions of a sentence that bear on one act: when, how long, and when it was announced."""

    when: TimeExpression | None = None
    again: tuple[TimeExpression, ...] = ()
    duration: TimeExpression | None = None
    announced: TimeExpression | None = None
    began: TimeExpression | None = None
    others: tuple[TimeExpression, ...] = ()


def attach(act: Act, doc: Doc, expressions: Sequence[TimeExpression], offset: int) -> Timing:
    """Choose among the expressions of a sentence; `offset` is where the parsed text begins in it."""
    ranked: list[tuple[float, TimeExpression]] = []
    announced = duration = began = None
    for expression in expressions:
        if expression.kind in _USELESS:
            continue
        token = token_at(doc, expression.start_char - offset)
        steps, inside = distance(act, token)
        verb = verb_of(token)
        gap = abs(token.i - act.trigger.i)
        if expression.duration_days and not expression.dated:
            if duration is None and (inside or gap < 8):
                duration = expression
            continue
        if hearsay(token) and not inside:
            continue
        if (
            verb is not None
            and (reporting(verb) or _decides(verb, act))
            and verb.i not in act.core
            and not _inside(act, token)
        ):
            announced = announced or expression
            continue
        if _aside(act, token) or (not inside and _subordinate(verb, act)) or _lasting_since(expression, act, duration):
            continue
        cost = steps + 0.15 * gap + (0 if inside else 4) + (0 if expression.dated or expression.anaphoric else 5)
        if verb is not None and verb.lemma_ in _BEGINNING and verb.i not in act.core and expression.dated:
            began = expression
            cost += _ANOTHER_END
        ranked.append((cost, expression))
    ranked.sort(key=lambda pair: pair[0])
    when = ranked[0][1] if ranked and ranked[0][0] < _TOO_FAR else None
    again = _again(when, doc, expressions, offset)
    if when is not None and again and (_bare_day(when) or _bare_day(again[0])):
        return Timing(joined(when, again[-1]), (), duration, announced, None, tuple(e for _, e in ranked))
    return Timing(when, again, duration, announced, began if began is not when else None, tuple(e for _, e in ranked))


def _bare_day(expression: TimeExpression) -> bool:
    return expression.text.isdigit() and expression.precision is Precision.DAY


def joined(first: TimeExpression, last: TimeExpression) -> TimeExpression:
    """One span of two days printed as one: "5 and 6 June"."""
    if first.start is None or last.end is None or last.end < first.start:
        return first
    return replace(first, end=last.end, end_char=last.end_char, recurring=None, text=f"{first.text} and {last.text}")


def _lasting_since(expression: TimeExpression, act: Act, duration: TimeExpression | None) -> bool:
    """Whether "since" bounds what goes on; "shut since 2016" and "accredited since 2022" tell when it was done."""
    return expression.bound == "since" and duration is None and act.kind not in _DONE_SINCE


def _subordinate(verb: Token | None, act: Act) -> bool:
    """Whether a verb opens a time clause that the act is not in: "since they took control in 2021"."""
    return (
        verb is not None
        and not verb.is_ancestor(act.trigger)
        and any(c.dep_ in {"mark", "advmod"} and c.lower_ in _TIME_CLAUSES for c in verb.children)
    )


_TIME_CLAUSES = {"since", "when", "after", "before", "until", "while", "as", "once"}


def bygone(noun: Token) -> bool:
    """Whether an adjective puts an act behind the news: "his recent visit"."""
    return any(c.lower_ in _BYGONE for c in noun.children)


def _aside(act: Act, token: Token) -> bool:
    """Whether a noun is only spoken of and the date is that of the speaking: "spoke today about his recent visit"."""
    noun = act.trigger
    if act.verb is not None or noun.pos_ in {"VERB", "AUX"} or any(t.i == noun.i for t in token.ancestors):
        return False
    return bygone(noun) or (
        noun.dep_ == "pobj" and noun.head.lower_ in _SPOKEN_OF and token.i not in {t.i for t in noun.subtree}
    )


_BYGONE = {"recent", "previous", "earlier", "past", "prior"}
_SPOKEN_OF = {"about", "regarding", "concerning", "following", "after", "since"}


def _again(
    when: TimeExpression | None, doc: Doc, expressions: Sequence[TimeExpression], offset: int
) -> tuple[TimeExpression, ...]:
    """Further dates of the same kind joined to the first by "and": each is an act of its own."""
    if when is None or not when.dated:
        return ()
    first = token_at(doc, when.start_char - offset)
    later = (e for e in expressions if e.dated and e.precision is when.precision and e.start_char > when.start_char)
    return tuple(e for e in later if coordinated(first, token_at(doc, e.start_char - offset)))


def _decides(verb: Token, act: Act) -> bool:
    """Whether a date is the day something was decided and not the day it is for: "agreed on Monday to restore ties"."""
    return verb.lemma_.lower() in _DECIDING and verb.i < act.trigger.i


def _inside(act: Act, token: object) -> bool:
    return distance(act, token)[0] <= 2  # type: ignore[arg-type]


def lasting(start: TimeSpan, days: int) -> TimeSpan:
    """A span of so many days from a known first day."""
    if start.precision is not Precision.DAY or start.start is None or start.start != start.end:
        return start
    return TimeSpan(start.start, start.start + timedelta(days=days - 1), Precision.DAY, start.text, start.basis)


def ending(end: TimeSpan, days: int) -> TimeSpan:
    """A span of so many days that closes on a known day."""
    if end.precision is not Precision.DAY or end.end is None or end.start != end.end:
        return end
    return TimeSpan(end.end - timedelta(days=days - 1), end.end, Precision.DAY, end.text, end.basis)


def undated(status: Status, reference_day: TimeSpan | None, *, current: bool) -> TimeSpan:
    """What an act without a time expression is dated by (codebook §4)."""
    if reference_day is None or reference_day.end is None:
        return TimeSpan.unknown(basis="undated")
    if status is Status.PLANNED:
        return TimeSpan.unknown(start=reference_day.start, basis="planned, undated")
    if not current:
        return TimeSpan.unknown(end=reference_day.end, basis="background, undated")
    if reference_day.precision is Precision.DAY:
        return TimeSpan.week(reference_day.end, basis="the news itself, undated")
    return TimeSpan(reference_day.start, reference_day.end, reference_day.precision, basis="the news itself, undated")
