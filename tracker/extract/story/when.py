"""The days of an act: those its sentence names, those of what was told before, or those of the news."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.extract.acts.draft import Draft
from tracker.extract.dates import TimeExpression
from tracker.extract.dates.recurring import Tense
from tracker.extract.days import undated
from tracker.extract.passages import Kind
from tracker.extract.story.around import of_the_act_before, of_the_story, visit_around
from tracker.extract.story.readings import read, still_there
from tracker.extract.story.stretches import since, until, up_to_its_nth_day, with_duration
from tracker.extract.story.thread import HEADLINES, TALKS, Thread
from tracker.model import Precision, Status, TimeSpan

_BEGAN_ON = re.compile(r"\b(?:began|started|opened|commenced|kicked off|arrived|landed)(?: here)?(?: on)? $")
_IN_THE_WAKE = re.compile(
    r"(?:After|Since|Following|When|In the wake of|Building (?:up)?on)\b"
)  # another event carries the time
_ENDS = re.compile(r"\((?:to|until|till|through|ends|returning|returns)(?: on)? $")
_JUST_BEEN, _FAR_AHEAD = 100, 200  # days
_LATER = re.compile(r"later (?:this|in the)\b", re.I)
_JUST = re.compile(r"\b(?:had|has|have|having) (?:only )?just (?!as\b)", re.I)
_BY_THE_CLOCK = re.compile(r"\b(?:[ap]\.m\.|\d{1,2} ?[ap]m\b|\d{4} ?GMT\b)", re.I)  # hours are told of the day itself
_HERE_NOW = re.compile(r"\bhere (?:on|for) (?:a|an|his|her|their|\w+-day)\b|\bcurrently (?:on|visiting|in)\b", re.I)


def date(thread: Thread, draft: Draft) -> None:
    """Set the days of a draft, or the visit whose days it takes; neither when nothing dates it."""
    remarks = thread.clocked and draft.type in TALKS and draft.passage is not None and draft.passage.kind in HEADLINES
    if remarks:  # the meeting that a transcript's headline gives its remarks to
        draft.status = Status.OCCURRED
    told, expression = _told(thread, draft), draft.timing.when
    day = told if told is not None and draft.reading.tense == "present" else None if told else thread.era(draft)
    if draft.status is Status.OCCURRED and day is not None and _ahead(thread, day):
        draft.status = Status.PLANNED  # "14 June. NATO summit", "Tuesday. The minister flies to Oslo (to 16 June)"
    goes_on = None
    if told is None or (expression is not None and _points_back(expression)):
        draft.within, goes_on = visit_around(thread, draft), of_the_story(thread, draft)
    draft.when = goes_on or (None if draft.within else told or of_the_act_before(thread, draft))
    if remarks and thread.published:
        draft.when = thread.published.read_as(text="", basis="remarks of the day")
        draft.place = draft.place if draft.place.country else thread.here or draft.place


def _points_back(expression: TimeExpression) -> bool:
    """Whether a time is only that of an event told before: "at the same time"; "on the second day" is a day of it."""
    return expression.anaphoric and (expression.shift is None or expression.shift.unit == "event")


def unsaid(thread: Thread, draft: Draft) -> TimeSpan:
    """The date of a draft that nothing dates."""
    text = draft.passage.text if draft.passage else ""
    era = thread.era(draft)
    if era is not None and not draft.reading.background and (draft.status is not Status.PLANNED or _ahead(thread, era)):
        return era
    if draft.type == "visit" and thread.published and _HERE_NOW.search(text):
        return thread.published.read_as(text="here", basis="under way")
    if thread.published and not draft.reading.background and _BY_THE_CLOCK.search(text):
        return thread.published.read_as(text="", basis="by the clock")
    listed = draft.passage is not None and draft.passage.kind is Kind.ITEM
    written = draft.subtype == "letter" and draft.passage is not None and draft.passage.kind is Kind.BODY
    background = draft.reading.background or draft.bygone or listed or written or bool(_IN_THE_WAKE.match(text))
    recent = bool(_JUST.search(text))  # "had just returned"
    return undated(draft.status, thread.published, current=recent or not background)


def _ahead(thread: Thread, day: TimeSpan) -> bool:
    """Whether a day, as that of an entry of a diary, has yet to come."""
    today = thread.published.end if thread.published else None
    return day.precision is Precision.DAY and bool(today and day.start and day.start > today)


def _told(thread: Thread, draft: Draft) -> TimeSpan | None:
    """The days that the expressions of the sentence add up to."""
    tense = _tense(thread, draft)
    if draft.status is Status.OCCURRED and draft.reading.tense == "future" and draft.timing.others:
        return _under_way(thread, draft)
    if draft.aside and _last_months(thread, draft.timing.when, draft):
        draft.status, tense = Status.OCCURRED, "past"  # "sounded them out just before the February meeting"
    cancelled = draft.status is Status.CANCELLED
    when = _planned_for(thread, draft) if cancelled else read(thread, draft.timing.when, tense, draft)
    if when is None and draft.status is not Status.PLANNED:
        when = read(thread, draft.timing.announced, "past", draft)
    when = _from_its_entry(thread, draft, when)
    return None if when is None else _stretched(thread, draft, when)


def _tense(thread: Thread, draft: Draft) -> Tense:
    """The tense in which a draft's days are read; a plain present of a day ahead makes a plan of it."""
    # A present progressive with a day ahead tells a plan: "is sending its minister on Wednesday".
    present = draft.type == "visit" and draft.reading.tense == "present" and not draft.reading.habitual
    about_to = present and not _began_then(draft)
    if _scheduled(thread, draft):
        draft.status, about_to = Status.PLANNED, True
    return "past" if draft.status is Status.OCCURRED and not about_to else "future"


def _stretched(thread: Thread, draft: Draft, when: TimeSpan) -> TimeSpan:
    """All days of an act, from the one told: since its beginning, until its end, for as long as it is to last."""
    timing = draft.timing
    if timing.began is not None:
        when = since(read(thread, timing.began, "past", draft), when)
    if (last := next((e for e in timing.others if e.bound == "until"), None)) is not None:
        when = until(when, read(thread, last, "future", draft) if last.tense_sensitive else last.span)
    if timing.duration is not None and timing.duration.duration_days:
        return with_duration(draft, when, timing.duration.duration_days)
    return up_to_its_nth_day(draft, _from_today(thread, draft, when)) if draft.type == "visit" else when


def _last_months(thread: Thread, expression: TimeExpression | None, draft: Draft) -> bool:
    """Whether a month without a year, of a plan that is only spoken of, is far ahead and has just been."""
    if expression is None or draft.status is not Status.PLANNED or expression.precision is not Precision.MONTH:
        return False
    behind, ahead = (expression.with_tense(tense, thread.published) for tense in ("past", "future"))
    day = thread.published.end if thread.published else None
    if day is None or behind.end is None or ahead.start is None or behind.end >= ahead.start:
        return False
    return (day - behind.end).days <= _JUST_BEEN and (ahead.start - day).days > _FAR_AHEAD


def _began_then(draft: Draft) -> bool:
    """Whether the day told is that of a beginning in the past: "is on a visit that began on Sunday"."""
    when, text = draft.timing.when, draft.passage.text if draft.passage else ""
    return when is not None and bool(_BEGAN_ON.search(text[: when.start_char]))


def _from_its_entry(thread: Thread, draft: Draft, when: TimeSpan | None) -> TimeSpan | None:
    """From the day that an entry of a diary tells of to the end in brackets: "begins a visit to Chad (to 6 May)"."""
    era, last = thread.era(draft), draft.timing.when
    if era is None or era.precision is not Precision.DAY or last is None or draft.passage is None or when is None:
        return when
    ends = _ENDS.search(draft.passage.text[: last.start_char]) is not None
    return until(era, when) if ends else when


def _under_way(thread: Thread, draft: Draft) -> TimeSpan | None:
    """From the day something began to that of its end: "the talks, which opened on Monday, will end on Friday"."""
    first, *later = sorted(draft.timing.others, key=lambda expression: expression.start_char)
    began = read(thread, first, "past", draft)
    ends = (expression.with_tense("future", thread.published).span for expression in later if expression.dated)
    return until(began, next(ends, None)) if began is not None else None


def _scheduled(thread: Thread, draft: Draft) -> bool:
    """Whether a plain present tells what is to come: "They gather in Arusha on Friday", "this weekend"."""
    when = draft.timing.when
    if when is None or when.bound == "since":
        return False
    weekday = when.recurring is not None and when.recurring.weekday is not None
    running = draft.passage is not None and draft.passage.kind not in HEADLINES
    coming = running and (weekday or bool(_LATER.match(when.text)))
    coming = coming and draft.type != "rupture"  # "Lima suspends its relations with Oslo", read out on Tuesday
    return coming and draft.reading.habitual and draft.status is Status.OCCURRED and not thread.era(draft)


def _from_today(thread: Thread, draft: Draft, when: TimeSpan) -> TimeSpan:
    """The days from today on to those of whoever stays until then."""
    today, last = thread.published, draft.timing.when
    ahead = today and today.end and when.start and when.start > today.end
    return until(today, when) if today and ahead and last is not None and still_there(last, draft) else when


def _planned_for(thread: Thread, draft: Draft) -> TimeSpan | None:
    """The days a cancelled act was planned for; failing these, the time of the calling-off."""
    readings = [when for when in _readings(thread, draft, "future") if when.known]
    first = thread.published.start if thread.published else None
    near_by = {Precision.DAY, Precision.WEEK}  # "on Monday" may be the calling-off's; "last May" is the plan's
    explicit = [w for w in readings if w.basis not in {"weekday", "relative"} or w.precision not in near_by]
    ahead = [when for when in readings if first and when.start and when.start >= first]
    return next(iter(explicit or ahead or _readings(thread, draft, "past")), None)


def _readings(thread: Thread, draft: Draft, tense: Tense) -> Iterator[TimeSpan]:
    """What the expressions that could date a draft name in a tense, the likeliest first."""
    spans = (read(thread, expression, tense, draft) for expression in draft.timing.others)
    return (span for span in spans if span is not None)
