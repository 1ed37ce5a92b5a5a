"""From the one day told to all days of an act: by its other end, its length, the day that it is at."""

from __future__ import annotations

import re
from datetime import timedelta

from tracker.extract.acts.draft import Draft
from tracker.extract.days import ending, lasting
from tracker.extract.story.thread import LONGEST_STAY
from tracker.model import Precision, Status, TimeSpan

_OPENS = re.compile(
    r"\b(arriv|land|beg[aiu]n|start|open|embark|depart|left|leav|flew|fly|from|since|kick"
    r"|set off|set out|touched down)",
    re.I,
)
CLOSES = re.compile(
    r"\b(ended|ends|ending|conclud|conclusion|closed|closes|to (?:a|an|its) (?:close|end)|finish|wrap|complet|return"
    r"|final day|last day)",
    re.I,
)
_NUMBERED = (("second", "2nd"), ("third", "3rd"), ("fourth", "4th"), ("fifth", "5th"), ("sixth", "6th"))
_ORDINALS = {word: number for number, words in enumerate(_NUMBERED, start=2) for word in words}
NTH_DAY = re.compile(rf"\b({'|'.join(_ORDINALS)}) day\b(?! of (?:talks|discussions|negotiations))", re.I)


def with_duration(draft: Draft, when: TimeSpan, days: int) -> TimeSpan:
    """A length counts from a day that opens or closes the act; a day in its midst stays the only one told."""
    text = draft.passage.text if draft.passage else ""
    nth = NTH_DAY.search(text)
    if nth and when.start and when.start == when.end:
        number = _ORDINALS[nth[1].lower()]  # "the third day (16) of his four-day visit"
        first = TimeSpan.day(when.start - timedelta(days=number - 1), text=when.text, basis=when.basis)
        return lasting(first, max(days, number))
    if CLOSES.search(text):
        return ending(when, days)
    return lasting(when, days) if _OPENS.search(text) or draft.status is Status.PLANNED else when


def up_to_its_nth_day(draft: Draft, when: TimeSpan) -> TimeSpan:
    """The days so far of "today marks the third day of his visit"."""
    nth = NTH_DAY.search(draft.passage.text) if draft.passage else None
    if nth is None or not when.start or when.start != when.end or when.precision is not Precision.DAY:
        return when
    return ending(when, _ORDINALS[nth[1].lower()])


def until(when: TimeSpan, end: TimeSpan | None) -> TimeSpan:
    """From the day told to that of the end: "resumed today and is to last until the 20th"."""
    if end is None or not (when.precision is end.precision is Precision.DAY) or not (when.start and end.end):
        return when
    if not 0 < (end.end - when.start).days <= LONGEST_STAY:
        return when
    return TimeSpan(when.start, end.end, Precision.DAY, when.text, when.basis)


def since(began: TimeSpan | None, when: TimeSpan) -> TimeSpan:
    """From the day something began to that of its end: "back on the 30th from a visit that began on the 28th"."""
    if began is None or not (began.precision is when.precision is Precision.DAY) or not (began.start and when.end):
        return when
    if not 0 <= (when.end - began.start).days <= LONGEST_STAY:
        return when
    return TimeSpan(began.start, when.end, Precision.DAY, when.text, when.basis)
