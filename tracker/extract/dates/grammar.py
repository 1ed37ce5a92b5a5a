"""The notation in which rules say what a time expression looks like, and how a text is matched against it.

    [the] DAY [of] MONTH [[,] YEAR]

Words in small letters and punctuation stand for themselves, whatever their case in the text; brackets of the text are
written `"("` and `")"`. Words in capitals are kinds of words (`words.py`), numbered where a pattern uses one twice:
`DAY - DAY2`. `( a | b )` are alternatives; `[ ... ]` may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.extract.dates import lexicon
from tracker.extract.dates.expression import Reading
from tracker.extract.dates.words import BREAK, OTHER, Alphabet, Words

_SYMBOL = re.compile(r"\"[^\"]+\"|[A-Z_]+\d?|[a-z]+|'s|[^\s\w]")
_STRUCTURE = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}

# Kinds of words one of which stands in every time expression; a stretch of text without any is passed over.
_CORE = [
    "MONTH",
    "WEEKDAY",
    "WEEKDAYS",
    "UNIT",
    "CLOCK_UNIT",
    "DAY_WORD",
    "PART_OF_DAY",
    "SEASON",
    "YEAR",
    "NTH",
    "ISO",
    "SLASHED",
    "DECADE",
    "SHORT_DECADE",
    "SHORT_YEAR",
    "QUARTER_CODE",
    "FISCAL_CODE",
    "TIME_WORD",
]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a rule's pattern stands in a text. Kinds and neighbours are read as lower-case words, "" when absent."""

    words: Words
    match: re.Match[str]

    def __getitem__(self, kind: str) -> str:
        return self.words.word(self._at(kind)).lower()

    def __contains__(self, kind: str) -> bool:
        return kind in self.match.re.groupindex and self.match.start(kind) >= 0

    def _at(self, kind: str) -> int:
        return self.match.start(kind) if kind in self else -1

    @property
    def first(self) -> int:
        """Number of the first word."""
        return self.match.start()

    @property
    def past(self) -> int:
        """Number of the first word that no longer belongs to it."""
        return self.match.end()

    def all(self) -> tuple[str, ...]:
        """All its words."""
        return tuple(self.words.word(number).lower() for number in range(self.first, self.past))

    def before(self, distance: int = 1) -> str:
        """The word so many places before the first."""
        return self.words.word(self.first - distance).lower()

    def after(self, distance: int = 1) -> str:
        """The word so many places behind the last."""
        return self.words.word(self.past - 1 + distance).lower()

    def printed(self, kind: str) -> str:
        """The word of a kind in the case in which it is printed."""
        return self.words.word(self._at(kind))

    def month(self, kind: str = "MONTH") -> int:
        """The month's number; the rule must have matched one."""
        name = self[kind].capitalize()
        return lexicon.MONTH_NAMES.get(name) or lexicon.MONTH_ABBREVIATIONS[name]

    def weekday(self, kind: str = "WEEKDAY") -> int | None:
        """The weekday's number, Monday is 0; None when the rule matched none."""
        name = (self[kind] or self["WKD" + kind[7:]]).capitalize()
        return lexicon.WEEKDAY_NAMES.get(name, lexicon.WEEKDAY_ABBREVIATIONS.get(name))

    def number(self, kind: str) -> int | None:
        """The number that a word spells or prints ("3", "3rd", "third", "three"); None when the rule matched none."""
        word = self[kind]
        digits = re.match(r"\d+", word)
        return int(digits[0]) if digits else lexicon.NUMBERS.get(word, lexicon.ORDINALS.get(word))

    def part(self, first: str, last: str) -> tuple[int, int]:
        """The word numbers from one kind to another, end exclusive."""
        return self.match.start(first), self.match.end(last)


@dataclass(frozen=True, slots=True)
class Part:
    """The reading of some of the words that a rule matched: from `first` up to `past`, exclusive."""

    reading: Reading
    first: int
    past: int


Outcome = Reading | Sequence[Part] | None
"""What a rule makes of a match: a reading of all its words, readings of parts of them, or None: not for this rule.

An empty sequence takes the words and dates nothing.
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """How one class of time expressions looks and what it means, with an example of it."""

    patterns: tuple[str, ...]
    example: str
    read: Callable[[Found, Any], Outcome]

    @property
    def name(self) -> str:
        """The rule's name in one or two words."""
        return self.read.__name__.replace("_", " ")


RULES: list[Rule] = []
"""All rules; where two match equally many words, the earlier one is asked first."""


def rule(*patterns: str, example: str) -> Callable[[Callable[[Found, Any], Outcome]], Callable[[Found, Any], Outcome]]:
    """Enter a function into the table of rules as the reading of these patterns."""

    def enter(read: Callable[[Found, Any], Outcome]) -> Callable[[Found, Any], Outcome]:
        RULES.append(Rule(patterns, example, read))
        return read

    return enter


class Grammar:
    """Rules compiled for matching."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        symbols = {symbol for rule in rules for pattern in rule.patterns for symbol in _literals(pattern)}
        self.alphabet = Alphabet(symbols)
        self._patterns = [(re.compile(self._compile(p)), rule) for rule in rules for p in rule.patterns]
        known = f"[^{re.escape(OTHER + BREAK)}]"
        self._stretch = re.compile(f"{known}*?[{self.alphabet.letters(*_CORE)}]{known}*")

    def stretches(self, words: Words) -> Iterator[tuple[int, int]]:
        """Runs of word numbers in which a time expression may stand."""
        return (match.span() for match in self._stretch.finditer(words.letters))

    def found(self, words: Words, first: int, past: int) -> list[tuple[Found, Rule]]:
        """All matches that begin with the word `first` and end before `past`, the longest first."""
        matches = [(pattern.match(words.letters, first, past), rule) for pattern, rule in self._patterns]
        found = [(Found(words, match), rule) for match, rule in matches if match]
        return sorted(found, key=lambda pair: -pair[0].past)

    def _compile(self, pattern: str) -> str:
        return "".join(self._compile_symbol(symbol) for symbol in _SYMBOL.findall(pattern))

    def _compile_symbol(self, symbol: str) -> str:
        if symbol in _STRUCTURE:
            return _STRUCTURE[symbol]
        kind = symbol.strip('"')
        if kind[0].isupper():
            return f"(?P<{kind}>[{self.alphabet.letters(kind.rstrip('0123456789'))}])"
        return f"[{self.alphabet.letters(kind)}]"


def _literals(pattern: str) -> Iterable[str]:
    symbols = (symbol for symbol in _SYMBOL.findall(pattern) if symbol not in _STRUCTURE)
    return {symbol.strip('"') for symbol in symbols if not symbol[0].isupper()} - {"'s"}
