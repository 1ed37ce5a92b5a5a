"""The notation in which rules say what a time expression looks like, and how a text is matched against it.

    [the] DAY [of] MONTH [[,] YEAR]

Words in small letters and punctuation stand for themselves, whatever their case in the text; brackets of the text are
written `"("` and `")"`. Words in capitals are kinds of words (`words.py`), numbered where a pattern uses one twice:
`DAY - DAY2`. `( a | b )` are alternatives; `[ ... ]` may be missing; `-` is any dash.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tracker.extract.dates.context import Context
from tracker.extract.dates.expression import Reading
from tracker.extract.dates.found import Found
from tracker.extract.dates.words import BREAK, OTHER, Alphabet, Words

_SYMBOL = re.compile(r"\"[^\"]+\"|[A-Z_]+\d?|[a-z]+|'s|[^\s\w]")
_STRUCTURE = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}

# Kinds of words one of which stands in every time expression.
_CORE = (
    *("MONTH", "WEEKDAY", "WEEKDAYS", "DAY_WORD", "PART_OF_DAY", "SEASON", "UNIT", "CLOCK_UNIT", "TIME_WORD", "NTH"),
    *("YEAR", "SHORT_YEAR", "DECADE", "SHORT_DECADE", "QUARTER_CODE", "FISCAL_CODE", "ISO", "NUMERIC_DAY", "/"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """The reading of some of the words that a rule matched: from `first` up to `stop`, exclusive."""

    reading: Reading
    first: int
    stop: int


Outcome = Reading | Sequence[Part] | None
"""What a rule makes of a match: a reading of all its words, readings of parts of them, or None: not for this rule.

An empty sequence takes the words and finds nothing in them.
"""

Reader = Callable[[Found, Context], Outcome]


@dataclass(frozen=True, slots=True)
class Rule:
    """How one class of time expressions looks and what it means, with an example of it."""

    patterns: tuple[str, ...]
    example: str
    read: Reader


RULES: list[Rule] = []
"""All rules; where two match equally many words, the earlier one is asked first."""


def rule(*patterns: str, example: str) -> Callable[[Reader], Reader]:
    """Enter a function into the table of rules as the reader of these patterns."""

    def enter(read: Reader) -> Reader:
        RULES.append(Rule(patterns, example, read))
        return read

    return enter


class Grammar:
    """Rules compiled for matching."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.alphabet = Alphabet(_literals(rules))
        self._patterns = [(re.compile(self._compile(p)), rule) for rule in rules for p in rule.patterns]
        self._stretch = re.compile(f"[^{re.escape(OTHER + BREAK)}]+")
        self._core = re.compile(f"[{self.alphabet.letters(*_CORE)}]")

    def stretches(self, words: Words) -> Iterator[tuple[int, int]]:
        """Runs of word numbers in which a time expression may stand."""
        for match in self._stretch.finditer(words.letters):
            if self._core.search(words.letters, *match.span()):
                yield match.span()

    def found(self, words: Words, first: int, stop: int) -> list[tuple[Found, Rule]]:
        """All matches that begin with the word `first` and end before `stop`, the longest first."""
        matches = [(pattern.match(words.letters, first, stop), rule) for pattern, rule in self._patterns]
        found = [(Found(words, match), rule) for match, rule in matches if match]
        return sorted(found, key=lambda pair: -pair[0].stop)

    def _compile(self, pattern: str) -> str:
        return "".join(self._compile_symbol(symbol) for symbol in _SYMBOL.findall(pattern))

    def _compile_symbol(self, symbol: str) -> str:
        if symbol in _STRUCTURE:
            return _STRUCTURE[symbol]
        if symbol[0].isupper():
            return f"(?P<{symbol}>[{self.alphabet.letters(symbol.rstrip('0123456789'))}])"
        return f"[{self.alphabet.letters(symbol.strip(chr(34)))}]"


def _literals(rules: Sequence[Rule]) -> set[str]:
    """The words and signs that patterns name outright."""
    symbols = {symbol for rule in rules for pattern in rule.patterns for symbol in _SYMBOL.findall(pattern)}
    return {symbol.strip('"') for symbol in symbols if symbol not in _STRUCTURE and not symbol[0].isupper()}
