"""What a rule knows of the text around its words: the publication day, the sentence, and the times told before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from tracker.extract.dates import tense
from tracker.extract.dates.expression import Kind, Reading, Shift
from tracker.extract.dates.grammar import Found
from tracker.extract.dates.recurring import Recurring, Tense
from tracker.extract.dates.reference import Reference
from tracker.extract.dates.words import Words
from tracker.model import TimeSpan

CUE_REACH = 240
"""Characters on each side in which a verb is looked for."""
ECHO_REACH = 3
"""Sentences over which "the next day" still hangs on a day told before."""
GUESS_SLACK = 75
"""Days ahead at which a guessed past tense gives way to the nearest day or month of that name."""


class Context:
    """One text while its time expressions are read, from its beginning on."""

    def __init__(self, words: Words, published: TimeSpan | None, anchor: TimeSpan | None) -> None:
        self.words = words
        self.reference = Reference(published)
        self._told: list[tuple[int, TimeSpan]] = [(-1, anchor)] if anchor else []

    @cached_property
    def _sentences(self) -> list[int]:
        return tense.sentence_bounds(self.words.text)

    def sentence(self, char: int) -> int:
        """The number of the sentence that holds the character, from 1."""
        return bisect_right(self._sentences, char, hi=len(self._sentences) - 1)

    def tense(self, found: Found) -> Tense | None:
        """The tense of the verb that the words seem to go with; None when no verb tells."""
        start, end = self.words.starts[found.first], self.words.ends[found.past - 1]
        number = self.sentence(start)
        first, last = self._sentences[number - 1], self._sentences[number]
        text = self.words.text
        return tense.guess(text[max(first, start - CUE_REACH) : start], text[end : min(last, end + CUE_REACH)])

    def remember(self, reading: Reading, start: int) -> None:
        """Keep the days of a reading for what hangs on them later in the text."""
        if reading.start and reading.end and reading.precision != "unknown" and reading.kind is not Kind.DATELINE:
            self._told.append((self.sentence(start), reading.span))

    def told(self, char: int, fits: Callable[[TimeSpan], bool] = lambda span: True) -> TimeSpan | None:
        """The last time told shortly before the character that fits; None when there is none."""
        number = self.sentence(char)
        for sentence, span in reversed(self._told):
            if 0 <= sentence < number - ECHO_REACH:
                return None
            if fits(span):
                return span
        return None

    def recurring(self, found: Found, recurring: Recurring, kind: Kind, *, default: Tense | None = None) -> Reading:
        """The reading of a weekday, day or month without a year; `default` is the tense where no verb tells."""
        tense = self.tense(found) or default
        slack = 0 if recurring.weekday is not None else GUESS_SLACK
        span, why = self.reference.pick(recurring, tense, slack=slack)
        return Reading.of(
            span, kind, "weekday" if recurring.weekday is not None else "nearest", why, recurring=recurring
        )

    def counted(self, amount: int, unit: str, kind: Kind = Kind.RELATIVE) -> Reading:
        """The reading of so many units from the publication day."""
        return Reading.of(self.reference.shifted(amount, unit), kind, "relative", self._counted(amount, unit))

    def _counted(self, amount: int, unit: str) -> str:
        if not self.reference.known:
            return "counted from the publication day, which is unknown"
        where = "of" if amount == 0 else f"{abs(amount)} {'before' if amount < 0 else 'after'} that of"
        return f"the {unit} {where} {self.reference.day()}"

    def echo(self, found: Found, shift: Shift) -> Reading:
        """The reading of words that hang on the time told last before them."""
        char = self.words.starts[found.first]
        event = self.told(char, lambda span: shift.applied(span) is not None)
        there = shift.applied(event) if event else None
        why = f"counted from {event.start}, told before" if event else "hangs on an event that no day is told of"
        return Reading.of(there, Kind.ANAPHORIC, "anaphoric", why, shift=shift)
