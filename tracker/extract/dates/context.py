"""What a rule knows beyond its words: the publication day, the tense around them, and the times told before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from tracker.extract.dates.expression import Kind, Reading, Shift, TimeExpression
from tracker.extract.dates.found import Found
from tracker.extract.dates.recurring import Recurring, Tense
from tracker.extract.dates.reference import Reference
from tracker.extract.dates.tense import Verbs, sentence_bounds
from tracker.extract.dates.words import Words
from tracker.model import Precision, TimeSpan

ECHO_REACH = 3
"""Sentences over which "the next day" still hangs on a day told before."""
STORY_REACH = 1
"""Sentences over which a day without a year still belongs to the year told before."""
STORY_DAYS = 200
"""Days that a story may move on between two such days."""
RECENT_DAYS, COMING_DAYS = 45, 7
"""Days before and after the publication within which a day without a year is news, whatever story is told."""
GUESS_SLACK = 75
"""Days within which the nearest day or month of that name is meant whatever tense was guessed."""

_NO_ANCHORS = frozenset({Kind.DATELINE, Kind.WINDOW, Kind.ERA})
_COUNTED_KINDS = frozenset({Kind.RELATIVE, Kind.WEEKDAY})
_JOINT = re.compile(r"\s*(?:,|,?\s*(?:and|or|&))\s*(?:on\s+)?")
_THERESA_MAY = re.compile(r"\b(?:Theresa|Mrs|Ms|Minister|Premier|PM)\.? May\b")


@dataclass(frozen=True, slots=True)
class _Told:
    """A time that the text has told: in which sentence, up to which character, and how."""

    sentence: int
    end_char: int
    span: TimeSpan
    kind: Kind


class Context:
    """One text while its time expressions are read, from its beginning on."""

    def __init__(self, words: Words, published: TimeSpan | None, anchor: TimeSpan | None) -> None:
        self.words = words
        self.reference = Reference(published)
        self._told: deque[_Told] = deque(maxlen=32)
        self._verbs: dict[int, Verbs] = {}
        if anchor:
            self._told.append(_Told(0, 0, anchor, Kind.ANAPHORIC))

    @cached_property
    def may_is_a_person(self) -> bool:
        """Whether the text speaks of somebody called May."""
        return bool(_THERESA_MAY.search(self.words.text))

    @cached_property
    def day_order(self) -> str | None:
        """Whether numeric days in the text put the day or the month first, as far as any of them shows."""
        pairs = re.findall(r"\b(\d{1,2})/(\d{1,2})/\d{2,4}\b", self.words.text)
        orders = {"day first" if int(a) > 12 else "month first" for a, b in pairs if (int(a) > 12) != (int(b) > 12)}
        return orders.pop() if len(orders) == 1 else None

    @cached_property
    def _sentences(self) -> list[int]:
        return sentence_bounds(self.words.text)

    def _sentence(self, char: int) -> int:
        """The number of the sentence that holds the character, from 1."""
        return bisect_right(self._sentences, char, hi=len(self._sentences) - 1)

    def tense(self, found: Found) -> Tense | None:
        """The tense of the verb that the words seem to go with; None when no verb tells."""
        number = self._sentence(found.start_char)
        if number not in self._verbs:
            self._verbs[number] = Verbs(self.words.text, *self._sentences[number - 1 : number + 1])
        return self._verbs[number].tense_at(found.start_char, found.end_char)

    def remember(self, expression: TimeExpression) -> None:
        """Keep the days of an expression for what hangs on them later in the text."""
        if expression.start and expression.end and expression.kind not in _NO_ANCHORS:
            sentence = self._sentence(expression.start_char)
            self._told.append(_Told(sentence, expression.end_char, expression.span, expression.kind))

    def told(self, found: Found, *, sentences: int = ECHO_REACH) -> list[tuple[TimeSpan, Kind]]:
        """The times told in the sentences before the words, the last one first."""
        number = self._sentence(found.start_char)
        near = [told for told in self._told if not 0 < told.sentence < number - sentences]
        return [(told.span, told.kind) for told in reversed(near)]

    def recurring(self, found: Found, recurring: Recurring, kind: Kind) -> Reading:
        """The reading of a weekday, or of a day or month without a year; where no verb tells, it is past."""
        return replace(self._pick(found, recurring, kind), recurring=recurring)

    def _pick(self, found: Found, recurring: Recurring, kind: Kind) -> Reading:
        basis = "nearest" if recurring.weekday is None else "weekday"
        if beside := self._beside(found, recurring):
            return Reading.of(beside, kind, basis, "the first behind the day named before it")
        tense = self.tense(found)
        if tense != "future" and (span := self._of_story(found, recurring)):
            return Reading.of(span, kind, "story", "in the year that is being told of")
        slack = GUESS_SLACK if recurring.weekday is None else 0
        span, why = self.reference.pick(recurring, tense or "past", slack=slack)
        return Reading.of(span, kind, basis, why if tense else f"no verb tells, so {why}")

    def _beside(self, found: Found, recurring: Recurring) -> TimeSpan | None:
        """The weekday that "and" or a comma joins to a day: the first such day behind it."""
        last = self._told[-1] if self._told else None
        if last is None or recurring.weekday is None or last.span.precision is not Precision.DAY or not last.span.end:
            return None
        if not _JOINT.fullmatch(self.words.text, last.end_char, found.start_char):
            return None
        return recurring.pick(last.span.end, "future")

    def _of_story(self, found: Found, recurring: Recurring) -> TimeSpan | None:
        """The occurrence that carries on a story of another year: "On 20 February 2017 …. On 4 March …"."""
        told = [(span, kind) for span, kind in self.told(found, sentences=STORY_REACH) if kind is not Kind.ANAPHORIC]
        if not told or told[0][1] in _COUNTED_KINDS or told[0][0].precision not in (Precision.DAY, Precision.MONTH):
            return None
        start = told[0][0].start
        span = recurring.in_year(start.year) if start else None
        if start is None or span is None or span.start is None or not 0 <= (span.start - start).days <= STORY_DAYS:
            return None
        return None if self._is_recent(recurring) or self._is_ahead(span.start) else span

    def _is_recent(self, recurring: Recurring) -> bool:
        """Whether one of its days lies so near to the publication that the news is meant."""
        near = self.reference.pick(recurring, None)[0]
        back = (self.reference.day("past") - near.start).days if near and near.start else RECENT_DAYS + 1
        return -COMING_DAYS <= back <= RECENT_DAYS

    def _is_ahead(self, day: date) -> bool:
        return self.reference.known and day > self.reference.day("past")

    def counted(self, amount: int, unit: str) -> Reading:
        """The reading of so many units from the publication day."""
        if not self.reference.known:
            return self.uncounted()
        where = "of" if amount == 0 else f"{abs(amount)} {'before' if amount < 0 else 'after'} that of"
        why = f"the {unit} {where} {self.reference.day()}"
        return Reading.of(self.reference.shifted(amount, unit), Kind.RELATIVE, "relative", why)

    def uncounted(self, kind: Kind = Kind.RELATIVE) -> Reading:
        """The reading of what counts from a publication day that is not known."""
        return Reading.of(None, kind, "relative", "counted from the publication day, which is not known")

    def echo(self, found: Found, shift: Shift) -> Reading:
        """The reading of words that hang on the time told last before them."""
        for event, _ in self.told(found):
            if there := shift.applied(event):
                why = f"counted from {event.start}, told before"
                return replace(Reading.of(there, Kind.ANAPHORIC, "anaphoric", why), shift=shift)
        return hanging(shift)


def hanging(shift: Shift | None) -> Reading:
    """The reading of words that hang on an event whose day is not told before them."""
    reading = Reading.of(None, Kind.ANAPHORIC, "anaphoric", "hangs on an event that no day is told of")
    return replace(reading, shift=shift)
