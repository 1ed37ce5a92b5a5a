"""Which way a sentence looks from a place in it, by its verbs: a guess that a parser may correct."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from tracker.extract.dates import lexicon
from tracker.extract.dates.recurring import Tense

_FUTURE = re.compile(rf"\b(?:{lexicon.FUTURE_CUES})(?!\w)", re.VERBOSE | re.IGNORECASE)
_PAST = re.compile(rf"\b(?:{lexicon.PAST_CUES})(?!\w)", re.VERBOSE | re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto\s[a-z]{2,}", re.IGNORECASE)

REACH = 30
"""Characters before a place in which a deadline or a new clause announces itself."""
_DEADLINE = re.compile(
    r"\b(?:until|till|no later than|deadline of|effective)(?: (?:midnight|noon))?(?: on)?\s*$", re.IGNORECASE
)
_NEW_CLAUSE = re.compile(r"\bthat(?:\s(?:on|in|from|by|as of))?\s*$", re.IGNORECASE)

COMPLETION = 25
"""Characters within which a past form only completes the future verb before it: "will be held"."""
_CLAUSE_END = re.compile(r"[,;]|\b(?:that|said|after|when)\b")

_SENTENCE_END = re.compile(r"(?<=[.!?\"”’)])\s+(?=[A-Z\"“‘'(])|\n+")
_NO_END = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sen|Rep|Gov|Hon|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.\s+$")


def sentence_bounds(text: str) -> list[int]:
    """Where the sentences begin, and where the text ends."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return [0, *(end for end in ends if not _NO_END.search(text, max(0, end - 8), end)), len(text)]


class Verbs:
    """The cues of tense in one sentence, from `start` to `end` of a text."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start = text, start
        self._future = [match.span() for match in _FUTURE.finditer(text, start, end)]
        self._past = [match.span() for match in _PAST.finditer(text, start, end)]
        infinitive = _INFINITIVE.search(text, start, end)
        self._infinitive = infinitive.start() if infinitive else end

    def tense_at(self, start: int, end: int) -> Tense | None:
        """The tense of what stands from `start` to `end`; None when no verb tells.

        The nearest verb before decides ("said on Monday that they will meet"), else the nearest behind; right after
        "that" a new clause begins, whose verb comes behind ("said that on Monday they will meet").
        """
        near = self._text[max(self._start, start - REACH) : start]
        if _DEADLINE.search(near):
            return "future"
        behind = self._first_after(end)
        if behind and _NEW_CLAUSE.search(near):
            return behind
        return self._last_before(start) or behind or ("future" if self._infinitive < start else None)

    def _last_before(self, place: int) -> Tense | None:
        future, past = _last_end(self._future, place), _last_end(self._past, place)
        if future < 0 and past < 0:
            return None
        return "future" if future >= past or self._completes(future, past) else "past"

    def _completes(self, future: int, past: int) -> bool:
        return future >= 0 and past - future < COMPLETION and not _CLAUSE_END.search(self._text, future, past)

    def _first_after(self, place: int) -> Tense | None:
        future, past = _first_start(self._future, place), _first_start(self._past, place)
        if future is None and past is None:
            return None
        return "past" if future is None or (past is not None and past < future) else "future"


def _last_end(cues: list[tuple[int, int]], place: int) -> int:
    """Where the last cue ends that ends before the place; -1 when none does."""
    number = bisect_right(cues, place, key=lambda cue: cue[1])
    return cues[number - 1][1] if number else -1


def _first_start(cues: list[tuple[int, int]], place: int) -> int | None:
    number = bisect_left(cues, place, key=lambda cue: cue[0])
    return cues[number][0] if number < len(cues) else None
