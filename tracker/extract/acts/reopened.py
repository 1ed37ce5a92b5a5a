"""A mission told of before that opens or closes once more: "It reopened in May", "They were shut two years later"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.extract.acts.draft import Draft, Sentence
from tracker.extract.dates import TimeExpression
from tracker.extract.syntax import Reading
from tracker.extract.timing import Timing
from tracker.model import Status

_CHANGE = re.compile(
    r"(?:^|; |, (?:and |but )?|\b(?:and|but) )(?:It|They|Both|The (?:mission|post|building|doors?|shutters|gates?))"
    r"(?P<ahead> (?:will|is to|are to|is due to|is expected to)(?: be)?)?"
    r"(?: (?:was|were|has|have|had|been|only|finally|then|not long after|at last|briefly))*"
    r" (?P<verb>(?:re-?)?opened|(?:re-?)?open|closed|close|shut|restored|reactivated|wound up|locked up)\b",
    re.I,
)
_CLOSING = re.compile(r"clos|shut|wound|locked", re.I)


def reopened(sentence: Sentence, told: Sequence[Draft]) -> Iterator[Draft]:
    """The change of the mission just told of, where a sentence only points at it."""
    found = _CHANGE.search(sentence.text)
    last = told[-1] if told else None
    if found is None or last is None or last.type != "mission" or not _next_to(last, sentence):
        return
    yield replace(
        last,
        subtype="closure" if _CLOSING.match(found["verb"]) else "reopening",
        status=Status.PLANNED if found["ahead"] else Status.OCCURRED,
        reading=Reading(Status.OCCURRED, "past"),
        timing=Timing(when=_date(sentence, found)),
        when=None,
        passage=sentence.passage,
        trigger=found["verb"],
        evidence=[*last.evidence, sentence.passage],
        group=None,
        guessed=[],
    )


def _next_to(draft: Draft, sentence: Sentence) -> bool:
    return draft.passage is not None and 0 < sentence.passage.index - draft.passage.index <= 1


def _date(sentence: Sentence, change: re.Match[str]) -> TimeExpression | None:
    """The first date behind the verb, else the last before it."""
    dated = [e for e in sentence.expressions if e.dated or e.anaphoric]
    behind = [e for e in dated if e.start_char >= change.end()]
    return next(iter(behind or dated[::-1]), None)
