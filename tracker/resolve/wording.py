"""Whether two sentences are one that was printed twice: by an agency and by those who took it over."""

from __future__ import annotations

from rapidfuzz import fuzz

_SAME_WORDS = 90
"""The least likeness, of 100, of two printings of one sentence."""

_TELLING = 50
"""Characters of a sentence that two people would not write by chance."""


def copied(one: str, other: str) -> bool:
    """Whether the longer text holds the shorter to the letter, a credit before or after it aside."""
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    if len(shorter) < _TELLING:
        return False
    shorter = shorter.rstrip(".")
    return len(shorter) >= _TELLING and shorter in longer


def nearly_the_same(one: str, other: str) -> bool:
    """Whether they differ by no more than a word or two."""
    return fuzz.ratio(one, other, score_cutoff=_SAME_WORDS) > 0
