"""Whose day an act without one takes: that of the story so far, of the visit around it, of the act told before."""

from __future__ import annotations

import re

from tracker.extract.acts.draft import Draft
from tracker.extract.story.scene import day_of
from tracker.extract.story.thread import TALKS, Thread, beside
from tracker.model import Status, TimeSpan

_DURING = re.compile(r"\bduring (?:the|this|his|her|their|its) (?:\w+[- ]){0,3}(?:visit|trip|stay|tour)\b", re.I)
_ALSO = re.compile(r"\b(?:also|separately)\b", re.I)


def of_the_story(thread: Thread, draft: Draft) -> TimeSpan | None:
    """The day that the narrative is at, of an act that goes on with it and is not told as "during the visit"."""
    if thread.era(draft) is not None or (draft.passage and _DURING.search(draft.passage.text)):
        return None
    return day_of(thread.stage, draft)


def visit_around(thread: Thread, draft: Draft) -> Draft | None:
    """The visit that a meeting or signing without a day of its own belongs to."""
    if draft.type not in {"meeting", "agreement"} or draft.status is Status.CANCELLED:
        return None
    named = draft.passage is not None and bool(_DURING.search(draft.passage.text))
    visits = (v for v in thread.visits() if named or _shares_its_days(v, draft))
    return next((visit for visit in visits if visit.parties == draft.parties), None)


def _shares_its_days(visit: Draft, draft: Draft) -> bool:
    """Whether a meeting can be dated by a visit; a planned one by that of its own sentence."""
    told_together = visit.passage is draft.passage
    return visit.status is draft.status and (draft.status is Status.OCCURRED or told_together)


def of_the_act_before(thread: Thread, draft: Draft) -> TimeSpan | None:
    """The days of the act before, of "will also meet separately with"."""
    before = thread.drafts[-1] if thread.drafts else None
    if before is None or draft.passage is None or not _ALSO.search(draft.passage.text) or draft.type not in TALKS:
        return None
    together = before.status is draft.status and before.parties & draft.parties and beside(before, draft)
    return before.when if together and before.type != "call" else None
