"""A text as words, each with one letter that says what kinds of word it can be.

Rules match over the string of letters, so a grammar of words runs at the speed of regular expressions. Words that no
rule knows all have the letter `OTHER`; the ends of lines and paragraphs have `BREAK`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tracker.extract.dates import lexicon

OTHER = "."
BREAK = "|"
WRAPPED_LINE = 60
"""A line at least so long (in characters) that ends in one line feed goes on in the next one."""

_DOTTED = "|".join(
    sorted({*lexicon.MONTH_ABBREVIATIONS, *lexicon.WEEKDAY_ABBREVIATIONS} - {"May"}, key=len, reverse=True)
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|one|two|three|four|five|six|seven|eight|nine"
_WORD = re.compile(
    rf"""
      (?:{_DOTTED}|{_DOTTED.upper()})\. (?=\s*[\da-z,)(-]|\s*$)
    | (?:May|MAY)\. (?=\s*\d)
    | (?:{_TENS}|{_TENS.title()})-(?:{_UNITS})\b
    | [^\W\d]\w*
    | \d{{4}}/\d\d/\d\d (?![\w/])
    | \d{{4}}-\d\d-\d\d (?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)? (?![\w-])
    | \d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d) (?![\w/])
    | \d{{1,2}}([.-])\d{{1,2}}\1\d{{4}} (?![\w-])
    | \d+ (?:,\d{{3}}(?!\d)|[.:]\d+)+ \w*
    | \d\w*
    | ['’] (?: [sS]\b | \d0s\b | \d\d(?!\w) )
    | \n\s*
    | [^\w\s]
    """,
    re.VERBOSE,
)

_NUMBER_SHAPES = tuple(
    (re.compile(pattern), frozenset(kinds.split()))
    for pattern, kinds in (
        (r"\d{4}([-/])\d\d\1\d\d.*", "ISO"),
        (r"\d{1,2}/\d{1,2}/\d+", "NUMERIC_DAY"),
        (r"\d{1,2}([.-])\d{1,2}\1\d{4}", "NUMERIC_DAY"),
        (r"0?[1-9]", "DAY NUMBER"),
        (r"[12]\d|3[01]", "DAY NUMBER TWO_DIGITS"),
        (r"\d\d", "NUMBER TWO_DIGITS"),
        (r"1[5-9]\d\d|20\d\d", "YEAR NUMBER"),
        (r"\d{1,4}", "NUMBER"),
        (r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)", "NTH"),
        (r"(?:1[5-9]|20)\d0[sS]", "DECADE"),
        (r"['’]?[2-9]0[sS]", "SHORT_DECADE"),
        (r"['’]\d\d", "SHORT_YEAR"),
        (r"[Qq][1-4]|[1-4][Qq]|[Hh][12]|[12][Hh]", "QUARTER_CODE"),
        (r"FY(?:20)?\d\d", "FISCAL_CODE"),
    )
)

_WORD_KINDS: dict[str, Iterable[str]] = {
    "NUMBER": lexicon.NUMBERS,
    "NTH": lexicon.ORDINALS,
    "VAGUE_NUMBER": lexicon.VAGUE_NUMBERS,
    "UNIT": lexicon.UNITS,
    "CLOCK_UNIT": lexicon.CLOCK_UNITS,
    "SHIFT": lexicon.SHIFTS,
    "ECHO": lexicon.ECHOES,
    "DAY_WORD": lexicon.DAY_WORDS,
    "PART_OF_DAY": lexicon.PARTS_OF_DAY,
    "PART": lexicon.PARTS,
    "LIMIT": lexicon.LIMITS,
    "SEASON": lexicon.SEASONS,
    "TIME_WORD": lexicon.TIME_WORDS,
    "MONTH": lexicon.SMALL_MONTHS,
    "WEEKDAY": [name.lower() for name in lexicon.WEEKDAY_NAMES],
    "-": "-–—‑",
    "'s": ["'s", "’s"],
}
_NAME_KINDS: dict[str, Iterable[str]] = {
    "MONTH": [*lexicon.MONTH_NAMES, *lexicon.MONTH_ABBREVIATIONS],
    "WEEKDAY": lexicon.WEEKDAY_NAMES,
    "WEEKDAYS": [f"{name}s" for name in lexicon.WEEKDAY_NAMES],
    "WKD": lexicon.WEEKDAY_ABBREVIATIONS,
}


def _kinds_by_word(literals: Iterable[str]) -> dict[str, set[str]]:
    """The kinds of every known word in each case in which it is printed."""
    kinds: dict[str, set[str]] = {}
    plain = [(word, kind) for kind, words in _WORD_KINDS.items() for word in words]
    for word, kind in [*plain, *((literal, literal) for literal in literals)]:
        for form in {word, word.capitalize(), word.upper()}:
            kinds.setdefault(form, set()).add(kind)
    for name, kind in ((name, kind) for kind, names in _NAME_KINDS.items() for name in names):
        for form in {name, name.upper(), f"{name}.", f"{name.upper()}."}:
            kinds.setdefault(form, set()).add(kind)
    return kinds


class Alphabet:
    """One letter for every combination of kinds that a word can have.

    `literals` are the words that rules name outright; each is a kind of its own.
    """

    def __init__(self, literals: Iterable[str]) -> None:
        self._letters: dict[frozenset[str], str] = {}
        self._by_word = {word: self._letter(frozenset(kinds)) for word, kinds in _kinds_by_word(literals).items()}
        self._by_shape = [(pattern, self._letter(kinds)) for pattern, kinds in _NUMBER_SHAPES]
        self._of_number = lru_cache(8192)(self._shape_letter)

    def _letter(self, kinds: frozenset[str]) -> str:
        return self._letters.setdefault(kinds, chr(0x100 + len(self._letters)))

    def letters(self, *kinds: str) -> str:
        """All letters of words that can be of one of these kinds, as the inside of a character class."""
        found = "".join(letter for of_letter, letter in self._letters.items() if not of_letter.isdisjoint(kinds))
        if not found:
            raise LookupError(f"no word is of kind {kinds}")
        return found

    def write(self, words: Iterable[str]) -> str:
        """The words as one letter each."""
        known = self._by_word.get
        return "".join([known(word) or self._unlisted(word) for word in words])

    def _unlisted(self, word: str) -> str:
        if word[-1].isdigit() or word[0].isdigit() or (word[0] in "'’" and len(word) > 1):
            return self._of_number(word)
        return BREAK if word[0] == "\n" else OTHER

    def _shape_letter(self, word: str) -> str:
        return next((letter for pattern, letter in self._by_shape if pattern.fullmatch(word)), OTHER)


class Words:
    """The words of a text, with their places in it. Words before the first and behind the last read as empty."""

    __slots__ = ("ends", "letters", "starts", "text")

    def __init__(self, text: str, alphabet: Alphabet) -> None:
        spans = [match.span() for match in _WORD.finditer(text) if not _is_wrap(match, text)]
        self.text = text
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.letters = alphabet.write([text[start:end] for start, end in spans])

    def word(self, number: int) -> str:
        """The word as printed, without the dot of an abbreviation."""
        if not 0 <= number < len(self.starts):
            return ""
        word = self.text[self.starts[number] : self.ends[number]]
        return word[:-1] if word[-1] == "." and len(word) > 1 else word

    def glued(self, number: int) -> bool:
        """Whether nothing stands between the word and the one before it."""
        return 0 < number < len(self.starts) and self.starts[number] == self.ends[number - 1]


def _is_wrap(match: re.Match[str], text: str) -> bool:
    """Whether a line end only wraps a long line, so that the sentence goes on."""
    start, end = match.span()
    if text[start] != "\n" or end - start > 1 or start < WRAPPED_LINE:
        return False
    return text.find("\n", start - WRAPPED_LINE, start) < 0 and text[start - 1] not in '.:;!?"”'
