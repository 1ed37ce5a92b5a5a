"""Words of a text with their offsets, and the longest names of a table that they spell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.(?=\s|-)|['’]s\b|[^\W_]+(?:[-'’](?!s\b)[^\W_]+)*(?:\.(?=\s[a-z]))?|[^\w\s]")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "`": "'"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark as printed, with its offsets into the text."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """Folded for looking up."""
        return self.text.translate(_APOSTROPHES).lower()


def tokenize(text: str) -> list[Token]:
    """Words, marks, and the possessive ending as a token of its own."""
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def key(surface: str) -> tuple[str, ...]:
    """The words of a name as looked up: folded, full stops of abbreviations dropped, hyphens opened."""
    return tuple(part for token in tokenize(surface) for part in _parts(token.lower))


def _parts(word: str) -> list[str]:
    bare = word.replace(".", "") or word
    return bare.split("-") if "-" in bare[1:-1] else [bare]


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

    def match(self, tokens: Sequence[Token], at: int) -> tuple[Value, int] | None:
        """What the longest name that begins at token `at` stands for, and the token after it."""
        first = _parts(tokens[at].lower)
        longest = self._longest.get(first[0])
        if not longest:
            return None
        spelt: tuple[str, ...] = ()
        ends: list[tuple[tuple[str, ...], int]] = []
        for index in range(at, min(len(tokens), at + longest)):
            spelt += tuple(_parts(tokens[index].lower))
            ends.append((spelt, index + 1))
        for words, end in reversed(ends):
            if words in self._values:
                return self._values[words], end
        return None
