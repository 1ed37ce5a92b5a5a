"""Which way a sentence looks from a place in it, by its verbs: a guess that a parser may correct."""

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
_NEW_CLAUSE = re.compile(r"\bthat(?:\s(?:on|in|from|by|as of))?\s*$", re.IGNORECASE)
_BOUNDARY = re.compile(r"[,;]|\b(?:that|said|after|when)\b")

_SENTENCE_END = re.compile(r"(?<=[.!?\"”’)])\s+(?=[A-Z\"“‘'(])|\n+")
_NO_END = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sen|Rep|Gov|Hon|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.\s+$")


def sentence_bounds(text: str) -> list[int]:
    """Where the sentences begin, and where the text ends."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return [0, *(end for end in ends if not _NO_END.search(text, max(0, end - 8), end)), len(text)]


def guess(before: str, after: str) -> Tense | None:
    """The tense of what stands between these two parts of a sentence; None when no verb tells.

    The nearest verb before decides ("said on Monday that they will meet"), and else the nearest behind; right after
    "that" a new clause begins, whose verb comes behind ("said that on Monday they will meet").
    """
    if _DEADLINE.search(before):
        return "future"
    behind = _first(after)
    if _NEW_CLAUSE.search(before) and behind:
        return behind
    return _last(before) or behind or ("future" if _INFINITIVE.search(before) else None)


def _last(before: str) -> Tense | None:
    future, past = _end_of_last(_FUTURE, before), _end_of_last(_PAST, before)
    if future < 0 and past < 0:
        return None
    return "future" if future >= past or _completed(before, future, past) else "past"


def _completed(before: str, future: int, past: int) -> bool:
    """Whether the past form only completes the future verb: "will be held on Friday"."""
    return future >= 0 and past - future < 25 and not _BOUNDARY.search(before[future:past])


def _end_of_last(cues: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in cues.finditer(text)), default=-1)


def _first(after: str) -> Tense | None:
    future, past = _FUTURE.search(after), _PAST.search(after)
    if future and (not past or future.start() <= past.start()):
        return "future"
    return "past" if past else None
