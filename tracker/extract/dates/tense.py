"""Which way a sentence looks from a place in it, by the nearest verb: a guess that a parser may correct."""

from __future__ import annotations

import re

from tracker.extract.dates import lexicon
from tracker.extract.dates.recurring import Tense

_FUTURE = re.compile(rf"\b(?:{lexicon.FUTURE_CUES})(?!\w)", re.VERBOSE | re.IGNORECASE)
_PAST = re.compile(rf"\b(?:{lexicon.PAST_CUES})(?!\w)", re.VERBOSE | re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto\s[a-z]{2,}", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\b(?:until|till|no later than|deadline of|effective)(?: (?:midnight|noon))?(?: on)?\s*$", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.!?\"”’)])\s+(?=[A-Z\"“‘'(])|\n+")
_NOT_AN_END = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sen|Rep|Gov|Hon|[A-Z][a-z]{2,3}t?)\.\s+$")


def sentence_bounds(text: str) -> list[int]:
    """Where sentences begin, and where the text ends."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    inner = [end for end in ends if not _NOT_AN_END.search(text, max(0, end - 8), end)]
    return [0, *inner, len(text)]


def guess(before: str, after: str) -> Tense | None:
    """The tense of what stands between the two parts of a sentence; None when no cue is found."""
    if _DEADLINE.search(before):
        return "future"
    future, past = _last(_FUTURE, before), _last(_PAST, before)
    if future >= 0 or past >= 0:
        return "future" if future >= past or _reaches(before, future, past) else "past"
    ahead, behind = _FUTURE.search(after), _PAST.search(after)
    if ahead and (not behind or ahead.start() <= behind.start()):
        return "future"
    if behind:
        return "past"
    return "future" if _INFINITIVE.search(before) else None


def _last(cues: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in cues.finditer(text)), default=-1)


def _reaches(before: str, future: int, past: int) -> bool:
    """Whether a participle between only completes the future verb: "will be held on Friday"."""
    between = before[future:past]
    return future >= 0 and past - future < 25 and not re.search(r"[,;]|\b(?:that|said|after|when)\b", between)
