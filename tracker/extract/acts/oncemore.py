"""An act told of before that is done once more on another day.

They met in Oslo in April and again in Lima in May.      Gil and Rey, who had met in January, did so again on 3 March.
They have met twice since, in Oslo in May and in Lima last week.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.extract.acts.draft import Draft, Sentence, land, place_in
from tracker.extract.dates import TimeExpression
from tracker.extract.timing import Timing
from tracker.model import Status

_KINDS = {"meeting", "visit", "call"}
_AGAIN = re.compile(
    r"(?:,? (?:and|then|but|or),? |, )"
    r"(?:(?P<ahead>(?:will|is to|are to) (?:do|meet|speak) (?:so )?)|did so |had done so )?(?:then )?"
    r"(?:again|once more|for a (?:second|third) time|a (?:second|third) time)\b"
    r"|\b(?:(?P<coming>will|is to|are to) )?d(?:id|o|one) so (?:again|once more|a (?:second|third) time)\b",
    re.I,
)
_TIMES = re.compile(
    r"\b(?:twice|thrice|(?:two|three|four) times)\b.{0,40}?\band(?: then)?(?= (?:in|on|at|last|this)\b)", re.I
)
_NEAR = 60  # characters from "again" to its day
_APART = re.compile(r"[.;:]|\b(?:who|which|when|after|before|said|says|told)\b")


def once_more(sentence: Sentence, told: Sequence[Draft]) -> Iterator[Draft]:
    """The act just told of as done again, where a sentence gives it another day."""
    found = _AGAIN.search(sentence.text) or _TIMES.search(sentence.text)
    when = _day(sentence, found) if found else None
    last = next((d for d in reversed(told) if d.type in _KINDS), None)
    if found is None or when is None or last is None or not _just_told(last, sentence) or _has(last, when):
        return
    lands = [a for a in sentence.actors if land(a) and found.end() <= a.start < when.end_char + _NEAR // 2]
    coming = any(found.groupdict().values())
    yield replace(
        last,
        roles={role: list(actors) for role, actors in last.roles.items()},
        place=place_in(lands) if lands else last.place if last.type == "visit" else place_in(()),
        status=Status.PLANNED if coming else last.status,
        timing=Timing(when=when),
        when=None,
        within=None,
        passage=sentence.passage,
        trigger="again",
        evidence=[*last.evidence, *([] if sentence.passage in last.evidence else [sentence.passage])],
        refers=False,
        group=None,
    )


def _day(sentence: Sentence, again: re.Match[str]) -> TimeExpression | None:
    """The date right behind "again"."""
    behind = (e for e in sentence.expressions if again.end() <= e.start_char <= again.end() + _NEAR)
    when = next((e for e in behind if e.dated or e.anaphoric), None)
    apart = when is not None and _APART.search(sentence.text[again.end() : when.start_char])
    return None if apart else when


def _just_told(draft: Draft, sentence: Sentence) -> bool:
    """Whether an act stands in the sentence or in the one ahead of it."""
    return draft.passage is not None and 0 <= sentence.passage.index - draft.passage.index <= 1


def _has(draft: Draft, when: TimeExpression) -> bool:
    """Whether the act has that day already."""
    own = draft.timing.when
    return own is not None and own.start_char == when.start_char
