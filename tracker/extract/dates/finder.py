"""A text's time expressions, found and read in one pass from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tracker.extract.dates import rules
from tracker.extract.dates.context import Context
from tracker.extract.dates.expression import Bound, Kind, Reading, TimeExpression
from tracker.extract.dates.grammar import RULES, Grammar, Part
from tracker.extract.dates.words import Words
from tracker.model import TimeSpan

assert rules.__all__

_BOUNDS: dict[str, Bound] = {
    "since": "since",
    "from": "since",
    "until": "until",
    "till": "until",
    "through": "until",
    "by": "by",
    "before": "before",
    "after": "after",
}
_LEADING = frozenset({"from", "between", "on", "over", "at", "for", ",", "during"})
_UNBOUNDED = frozenset({Kind.DURATION, Kind.SET, Kind.ANAPHORIC, Kind.SPAN, Kind.VAGUE})


@cache
def grammar() -> Grammar:
    """The grammar of all rules, compiled at first use."""
    return Grammar(RULES)


def find_time_expressions(
    text: str, published: TimeSpan | None, *, anchor: TimeSpan | None = None
) -> list[TimeExpression]:
    """The time expressions of a text, in its order; none overlaps another.

    `published` is the day (or month, or year) that relative expressions are counted from; with None they stay
    undated. `anchor` is the time of an event told before the text, for "the next day" at its beginning. Words that
    tell a length, a habit or nothing countable are given with `start` and `end` None.
    """
    words = Words(text, grammar().alphabet)
    context = Context(words, published, anchor)
    found = []
    for first, past in grammar().stretches(words):
        for part in _parts(words, context, first, past):
            expression = _placed(words, part)
            context.remember(expression, expression.start_char)
            found.append(expression)
    return found


def _parts(words: Words, context: Context, first: int, past: int) -> Iterator[Part]:
    """The readings in one stretch of words."""
    at = first
    while at < past:
        parts, at = _read_at(words, context, at, past)
        yield from parts


def _read_at(words: Words, context: Context, at: int, past: int) -> tuple[list[Part], int]:
    """What the longest match at a word reads, and the word to go on from."""
    for found, rule in grammar().found(words, at, past):
        outcome = rule.read(found, context)
        if outcome is None:
            continue
        if isinstance(outcome, Reading):
            outcome = [Part(outcome, found.first, found.past)]
        return list(outcome), found.past
    return [], at + 1


def _placed(words: Words, part: Part) -> TimeExpression:
    first = part.first
    while first < part.past - 1 and words.word(first).lower() in _LEADING:
        first += 1
    reading = part.reading
    start, end = words.starts[first], words.ends[part.past - 1]
    bound = _bound(words, first, reading)
    text = words.text[start:end]
    reading = replace(reading, bound=bound, reading=f"“{' '.join(text.split())}”: {reading.reading}")
    return TimeExpression.placed(reading, words.text, start, end)


def _bound(words: Words, first: int, reading: Reading) -> Bound | None:
    """The side of an event that "since", "until" and their like before the words tell."""
    if not reading.dated or reading.kind in _UNBOUNDED:
        return None
    return _BOUNDS.get(words.word(first - 1).lower())
