"""Which time expressions of a sentence bear on an act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from tracker.extract.dates import TimeExpression
from tracker.extract.dates.expression import Kind
from tracker.extract.lexicon import grammar
from tracker.extract.spots import CLOSE, Spot, names_another, of_another, spot_of
from tracker.extract.syntax import (
    Act,
    coordinated,
    hearsay,
    reporting,
    token_at,
)
from tracker.model import Precision

_USELESS = {Kind.SET, Kind.DATELINE, Kind.ERA}
_BESIDE = 8  # words within which a length is the act's, whatever the parse says
_TOO_FAR = 14.0  # cost from which an expression dates something else
_PER_WORD = 0.15  # costs, in steps of the tree
_OTHER_CLAUSE = 4
_VAGUE = 5
_ANOTHER_END = 3  # of a date that only tells when something began, beside the date of its end


@dataclass(frozen=True, slots=True)
class Timing:
    """The expressions of a sentence that bear on one act: when, how long, and when it was announced.

    `again` are further dates of the same kind, each of an act of its own; `began` is the day of its beginning where
    `when` is another; `others` is every expression that could date it, the likeliest first.
    """

    when: TimeExpression | None = None
    again: tuple[TimeExpression, ...] = ()
    duration: TimeExpression | None = None
    announced: TimeExpression | None = None
    began: TimeExpression | None = None
    others: tuple[TimeExpression, ...] = ()


def attach(act: Act, doc: Doc, expressions: Sequence[TimeExpression]) -> Timing:
    """Choose among the expressions of a sentence those that bear on an act."""
    spots = [spot_of(act, doc, e) for e in expressions if e.kind not in _USELESS]
    lengths = (s for s in spots if s.length and not (names_another(act, s) and _behind_it(s.token)))
    duration = next((s.expression for s in lengths if s.inside or s.gap < _BESIDE), None)
    dates = [s for s in spots if not s.length and (s.inside or not hearsay(s.token))]
    announced = next((s.expression for s in dates if _announces(s, act)), None)
    own = [s for s in dates if not _announces(s, act) and not of_another(s, act, lasting=duration is not None)]
    ranked = sorted(own, key=lambda s: _cost(s, act))
    others = tuple(s.expression for s in ranked)
    when = others[0] if ranked and _cost(ranked[0], act) < _TOO_FAR else None
    again = _again(when, doc, expressions)
    if when is not None and again and _one_stay(when, again, act):
        return Timing(_joined(when, again[-1]), (), duration, announced, None, others)
    began = next((s.expression for s in reversed(own) if _begins(s, act)), None)
    return Timing(when, again, duration, announced, began if began is not when else None, others)


def _cost(spot: Spot, act: Act) -> float:
    """How little an expression is likely to date an act."""
    cost = spot.steps + _PER_WORD * spot.gap
    cost += 0 if spot.inside else _OTHER_CLAUSE
    cost += 0 if spot.expression.dated or spot.expression.anaphoric else _VAGUE
    return cost + (_ANOTHER_END if _begins(spot, act) else 0)


def _begins(spot: Spot, act: Act) -> bool:
    """Whether a date is that of a beginning told apart: "returned on Friday from a visit that began on Monday"."""
    verb = spot.verb
    outside = verb is not None and verb.lemma_ in grammar("beginning") and verb.i not in act.core
    return outside and spot.expression.dated


def _announces(spot: Spot, act: Act) -> bool:
    """Whether a date is the day something was said or decided: "agreed on Monday to restore ties"."""
    verb = spot.verb
    if verb is None or verb.i in act.core:
        return False
    hangs = act.trigger.dep_ == "xcomp" and act.trigger.head.i == verb.i
    aimed = hangs or act.frame == "delegates"  # "announced today … to attend"
    if spot.steps <= CLOSE and not aimed:
        return False
    return reporting(verb) or (verb.lemma_.lower() in grammar("deciding") and verb.i < act.trigger.i)


def _behind_it(token: Token) -> bool:
    """Whether a length is that of what comes before or after: "will meet after a two-day summit"."""
    return any(t.lower_ in {"after", "before", "ahead", "following"} for t in token.ancestors)


def _again(when: TimeExpression | None, doc: Doc, expressions: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Further dates of the same kind joined to the first by "and": each is an act of its own."""
    if when is None or not when.dated:
        return ()
    ends = token_at(doc, when.start_char), token_at(doc, when.end_char - 1)  # "next Monday and Tuesday"
    later = (e for e in expressions if e.dated and e.precision is when.precision and e.start_char > when.start_char)
    return tuple(e for e in later if any(coordinated(end, token_at(doc, e.start_char)) for end in ends))


def _one_stay(first: TimeExpression, again: Sequence[TimeExpression], act: Act) -> bool:
    """Whether days are told as one stay: "5 and 6 June", "today and tomorrow"; "17 and 20 June" are two days.

    Days of the week are where they are to come: "will hold talks on Monday and Tuesday"; "met them on …" is twice.
    """
    days = [first, *again]
    if not all(e.precision is Precision.DAY for e in days) or not (first.start and again[-1].end):
        return False
    told_short = all(e.basis == "relative" for e in days) or any(e.text.isdigit() for e in days)
    ahead = any(c.dep_ == "aux" and c.tag_ == "MD" for c in act.governor.children)
    told_short |= ahead and all(e.kind is Kind.WEEKDAY for e in days)
    return told_short and (again[-1].end - first.start).days <= len(again)


def _joined(first: TimeExpression, last: TimeExpression) -> TimeExpression:
    """One span of two days printed as one: "5 and 6 June"."""
    if first.start is None or last.end is None or last.end < first.start:
        return first
    return replace(first, end=last.end, end_char=last.end_char, recurring=None, text=f"{first.text} and {last.text}")
