"""Words of a text with their offsets, and the longest names of a table that they spell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

INITIAL = r"(?:[A-Z]|[CDKPSTZ]h|Dzh|Ts|Y[aou]|Chr|Wm)\."
"""The beginning of a given name, as of "J. Nyerere", "Ch. Aitmatov", "Yu. Gagarin"."""
_TOKEN = re.compile(
    rf"(?:[A-Z]\.){{2,}}|{INITIAL}(?=\s|-)|"
    r"['’]s\b|[^\W_]+(?:[-'’](?!s\b)[^\W_]+)*(?:\.(?=\s[a-z]))?|[^\w\s]"
)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "`": "'"})


class Token(NamedTuple):
    """A word or mark as printed, with its offsets into the text.

    `lower` is the word folded for looking up, `parts` what it adds to a name: full stops of abbreviations dropped,
    hyphens opened.
    """

    text: str
    start: int
    end: int
    lower: str
    parts: tuple[str, ...]


def tokenize(text: str) -> list[Token]:
    """Words, marks, and the possessive ending as a token of its own."""
    return [_token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def _token(text: str, start: int, end: int) -> Token:
    lower = text.lower()
    if lower.isalpha():
        return Token(text, start, end, lower, (lower,))
    lower = lower.translate(_APOSTROPHES)
    return Token(text, start, end, lower, _parts(lower))


def key(surface: str) -> tuple[str, ...]:
    """The words of a name as looked up: folded, full stops of abbreviations dropped, hyphens opened."""
    return tuple(part for token in tokenize(surface) for part in token.parts)


def _parts(word: str) -> tuple[str, ...]:
    bare = word.replace(".", "") or word
    return tuple(bare.split("-")) if "-" in bare[1:-1] else (bare,)


Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """A table of names of several words, found longest first."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._longest: dict[str, int] = {}
        self._values: dict[tuple[str, ...], Value] = {}
        for surface, value in entries:
            words = key(surface)
            if words:
                self._values.setdefault(words, value)
                self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def begins(self, word: str) -> bool:
        """Whether a name can begin with a folded word."""
        return word in self._longest

    def match(
        self, tokens: Sequence[Token], at: int, fits: Callable[[Value], bool] = lambda _: True
    ) -> tuple[Value, int] | None:
        """What the longest name that begins at token `at` stands for, and the token after it; of those that fit."""
        longest = self._longest.get(tokens[at].parts[0])
        if not longest:
            return None
        spelt: tuple[str, ...] = ()
        ends: list[tuple[tuple[str, ...], int]] = []
        for index in range(at, min(len(tokens), at + longest)):
            spelt += tokens[index].parts
            ends.append((spelt, index + 1))
        for words, end in reversed(ends):
            if words in self._values and fits(self._values[words]):
                return self._values[words], end
        return None
