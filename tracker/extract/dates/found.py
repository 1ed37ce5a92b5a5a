"""Where a rule's pattern stands in a text, and the words in and around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.extract.dates import lexicon
from tracker.extract.dates.words import Words


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a pattern over the words of a text.

    `found["MONTH"]` is the word of that kind in small letters, "" when the pattern left it out. Neighbours outside
    the text are "" too.
    """

    words: Words
    match: re.Match[str]

    def __contains__(self, kind: str) -> bool:
        return kind in self.match.re.groupindex and self.match.start(kind) >= 0

    def __getitem__(self, kind: str) -> str:
        return self.printed(kind).lower()

    def printed(self, kind: str) -> str:
        """The word of a kind in the case in which it is printed."""
        return self.words.word(self.match.start(kind)) if kind in self else ""

    @property
    def first(self) -> int:
        """Number of the first word."""
        return self.match.start()

    @property
    def stop(self) -> int:
        """Number of the first word behind the last."""
        return self.match.end()

    @property
    def start_char(self) -> int:
        """Where it begins in the text."""
        return self.words.starts[self.first]

    @property
    def end_char(self) -> int:
        """Where it ends in the text, exclusive."""
        return self.words.ends[self.stop - 1]

    @property
    def all(self) -> tuple[str, ...]:
        """All its words in small letters."""
        return tuple(self.words.word(number).lower() for number in range(self.first, self.stop))

    @property
    def partial(self) -> bool:
        """Whether a word such as "early" or "end" names a part of the time."""
        return "PART" in self or "LIMIT" in self or {"half", "end"} & {*self.all} != set()

    def before(self, distance: int = 1) -> str:
        """The word so many places before the first, in small letters."""
        return self.words.word(self.first - distance).lower()

    def after(self, distance: int = 1) -> str:
        """The word so many places behind the last, in small letters."""
        return self.words.word(self.stop - 1 + distance).lower()

    def range(self, first: str, last: str) -> tuple[int, int]:
        """The word numbers from one kind to another, end exclusive."""
        return self.match.start(first), self.match.end(last)

    def month(self, kind: str = "MONTH") -> int:
        """The month's number; the pattern must have matched one."""
        name = self[kind].capitalize()
        return lexicon.MONTH_NAMES.get(name) or lexicon.MONTH_ABBREVIATIONS[name]

    def weekday(self, which: str = "") -> int | None:
        """The number of the weekday (Monday is 0), full or abbreviated; None when the pattern left it out."""
        name = (self[f"WEEKDAY{which}"] or self[f"WKD{which}"]).capitalize()
        return lexicon.WEEKDAY_NAMES.get(name, lexicon.WEEKDAY_ABBREVIATIONS.get(name))

    def number(self, kind: str) -> int | None:
        """The number that a word spells or prints ("3", "3rd", "third", "three"); None when the pattern left it out."""
        word = self[kind]
        digits = re.match(r"\d+", word)
        return int(digits[0]) if digits else lexicon.NUMBERS.get(word, lexicon.ORDINALS.get(word))

    def day(self, which: str = "") -> int:
        """The number of the day, "3" or "3rd"; 0 when the pattern left it out."""
        return self.number(f"DAY{which}") or self.number(f"NTH{which}") or 0

    def unit(self) -> str:
        """The singular of the unit of the calendar; "" when the pattern left it out."""
        return lexicon.UNITS.get(self["UNIT"], "")

    def shift(self) -> int:
        """How far "last", "this" or "next" moves; 0 when the pattern left it out."""
        return lexicon.SHIFTS.get(self["SHIFT"], 0)
