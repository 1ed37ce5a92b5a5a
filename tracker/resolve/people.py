"""Whether two names are of one person, across transliterations, shorter forms and bare surnames."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from rapidfuzz import fuzz

from tracker.reference.tables import plain

_CLOSE = 80
"""The least likeness, of 100, of two spellings of one name."""

_SPELLINGS = (("q", "k"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("oo", "u"), ("ou", "u"))
_VOWELS = str.maketrans({"e": "i", "y": "i", "o": "u", "w": "u"})
_SHORT_FORMS = {
    **{"bill": "william", "bob": "robert", "jim": "james", "joe": "joseph", "mike": "michael", "tom": "thomas"},
    **{"tony": "anthony", "dick": "richard", "ed": "edward", "ted": "edward", "ben": "benjamin", "ron": "ronald"},
}
_ARTICLE = re.compile(r"^[ae]l(?=[^aeiou]\w{4})")
_TAIL = re.compile(r"(?<=\w{4})udin$")
"""What a name may be written with, or run together with, and may as well not: Albusaidi, Sirajuddin."""

_WHOLE = 95
"""The least likeness, of 100, of two spellings of all of a name, however it is parted; for ten letters and more."""

_INITIAL = "."
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "bint", "de", "da", "von", "van", "ul", "ud"})


class Match(IntEnum):
    """How well two names agree."""

    NO = 0
    SURNAME = 1
    FULL = 2


@lru_cache(maxsize=65536)
def match(one: str, other: str) -> Match:
    """Every part of the shorter name must stand in the longer one, in order; a lone name only first or last in it."""
    shorter, longer = sorted((sounds(one), sounds(other)), key=len)
    if not shorter:
        return Match.NO
    if len(longer) > 1 and _run_together(shorter, longer):
        return Match.FULL
    if len(shorter) == 1:
        if len(longer) == 1:
            return Match.FULL if _alike(shorter[0], longer[0]) else Match.NO
        return Match.SURNAME if any(_alike(shorter[0], part) for part in (longer[0], longer[-1])) else Match.NO
    rest = iter(longer)
    return Match.FULL if all(any(_alike(part, there) for there in rest) for part in shorter) else Match.NO


def sounds(name: str) -> tuple[str, ...]:
    """The parts of a name as transliterations share them, without particles; none for an empty one."""
    words = re.findall(r"[^\W\d_]+", plain(name).casefold().replace("'", ""))
    return tuple(_sound(word) for word in words if word not in _PARTICLES) or tuple(words)


def _sound(word: str) -> str:
    """A word as transliterations share it: Muttaqi and Muttaki, Mohammed and Muhammad; an initial is marked."""
    if len(word) == 1:
        return word.translate(_VOWELS) + _INITIAL
    word = _ARTICLE.sub("", _SHORT_FORMS.get(word, word))
    for written, meant in _SPELLINGS:
        word = word.replace(written, meant)
    return _TAIL.sub("", re.sub(r"(.)\1+", r"\1", word.translate(_VOWELS)))


def _run_together(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether they are the same letters in other words: Abdul Ghani and Abdulghani."""
    here, there = "".join(one), "".join(other)
    return min(len(here), len(there)) >= 10 and fuzz.ratio(here, there) >= _WHOLE


def _alike(one: str, other: str) -> bool:
    if _INITIAL in (one[-1], other[-1]):
        return one[0] == other[0]
    if min(len(one), len(other)) <= 3 or abs(len(one) - len(other)) > 1:
        return one == other
    return fuzz.ratio(one, other) >= _CLOSE
