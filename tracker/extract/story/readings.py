"""The days that a time expression names for an act, which may make a plan of it."""

from __future__ import annotations

import re
from datetime import timedelta

from tracker.extract.acts.draft import Draft
from tracker.extract.dates import Kind as ExpressionKind
from tracker.extract.dates import TimeExpression
from tracker.extract.dates.recurring import Tense
from tracker.extract.days import contradicts
from tracker.extract.story.stretches import CLOSES, NTH_DAY
from tracker.extract.story.thread import HEADLINES, Thread
from tracker.model import Precision, Status, TimeSpan

_TODAY = re.compile(r"(?:later )?(?:today|this (?:morning|afternoon|evening)|tonight)\b", re.I)


def read(thread: Thread, expression: TimeExpression | None, tense: Tense, draft: Draft) -> TimeSpan | None:
    """The days that an expression names for a draft; None when it names none, or none that fit."""
    if expression is None:
        return None
    if _TODAY.match(expression.text) and _foretold(draft):
        draft.status = Status.PLANNED  # "leaves for Oslo today"
    if expression.anaphoric and (anchor := _anchor(thread, expression, draft)):
        expression = expression.anchored(anchor)
    if expression.kind is ExpressionKind.WEEKDAY or _misfits(thread, expression, draft):
        expression = expression.with_tense(tense, thread.published)
    if _misfits(thread, expression, draft):
        return None
    if _up_to_now(expression):
        return TimeSpan.unknown(end=expression.end, text=expression.text, basis=expression.basis)
    if expression.dated:
        return expression.span
    day = thread.published.end if thread.published else None
    if expression.vague_reference and draft.status is Status.OCCURRED and day:
        return TimeSpan.unknown(end=day, text=expression.text, basis=expression.basis)
    return None


def _up_to_now(expression: TimeExpression) -> bool:
    """Whether months or years are told that end with the day of telling: "over the past year" dates nothing in them."""
    if expression.end is None or expression.precision not in {Precision.MONTH, Precision.YEAR}:
        return False
    return (expression.end + timedelta(days=1)).day != 1


def _foretold(draft: Draft) -> bool:
    """Whether running text tells in a plain present what the day is to bring."""
    running = draft.passage is not None and draft.passage.kind not in HEADLINES
    under_way = draft.passage is not None and (CLOSES.search(draft.passage.text) or NTH_DAY.search(draft.passage.text))
    done = draft.type in {"rupture", "recognition"}  # "suspends from today its relations with"
    return running and draft.reading.habitual and not (under_way or done)


def _misfits(thread: Thread, expression: TimeExpression, draft: Draft) -> bool:
    """Whether a date cannot be the draft's; what is told in the present tense of a day ahead becomes a plan.

    So does "next week's visit", whatever is said of it.
    """
    if not contradicts(expression, draft.status, thread.published) or still_there(expression, draft):
        return False
    behind = draft.passage.text[expression.end_char :] if draft.passage else ""
    named = expression.kind is ExpressionKind.RELATIVE and behind.startswith(("'s ", "’s "))
    ahead = draft.refers and draft.type == "visit" and expression.kind is not ExpressionKind.WEEKDAY
    if draft.status is Status.OCCURRED and (draft.reading.tense == "present" or named or ahead):
        draft.status = Status.PLANNED
        return False
    return True


def still_there(expression: TimeExpression, draft: Draft) -> bool:
    """Whether a day ahead is that to which somebody stays who is there: "is in Lima until Saturday"."""
    staying = draft.type == "visit" and draft.status is Status.OCCURRED and draft.reading.tense == "present"
    return staying and expression.bound == "until"


def _anchor(thread: Thread, expression: TimeExpression, draft: Draft) -> TimeSpan | None:
    """The event that "the next day" counts from: the last one dated; for "the second day", the visit itself."""
    dated = [d for d in reversed(thread.drafts) if d.when and d.when.known]
    if expression.dated and (not dated or thread.stage_is_newer(dated[0])):
        return None
    if expression.shift and expression.shift.unit.startswith("event"):
        dated = [d for d in dated if d.type == "visit" and d.parties & draft.parties] or dated
    return dated[0].when if dated else None
