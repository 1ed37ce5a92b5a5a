"""A text's time expressions, found and read in one pass from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tracker.extract.dates.context import Context
from tracker.extract.dates.expression import Bound, Kind, Reading, TimeExpression
from tracker.extract.dates.grammar import Grammar, Part
from tracker.extract.dates.rules import RULES
from tracker.extract.dates.words import Words
from tracker.model import TimeSpan

_BOUNDS: dict[str, Bound] = {
    **{"since": "since", "from": "since", "until": "until", "till": "until", "through": "until"},
    **{"by": "by", "before": "before", "after": "after"},
}
_UNBOUNDED = frozenset({Kind.SPAN, Kind.ANAPHORIC, Kind.WINDOW})
_LEADING = frozenset({"between", "on", "over", "for", "during", "from"})


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
    found: list[TimeExpression] = []
    for first, stop in grammar().stretches(words):
        for part in _parts(words, context, first, stop):
            expression = _placed(words, part)
            if found and _leads_to(found[-1], expression, text):
                found[-1], expression = found[-1].anchored(expression.span), replace(expression, bound=None)
            context.remember(expression)
            found.append(expression)
    return found


def _leads_to(before: TimeExpression, expression: TimeExpression, text: str) -> bool:
    """Whether an expression names the day that the one before it counts from: "two days after the March 3 vote"."""
    counts = before.shift and not before.dated and before.text.endswith(("before", "after"))
    return bool(counts and expression.dated and text[before.end_char : expression.start_char].strip() in ("", "the"))


def _parts(words: Words, context: Context, first: int, stop: int) -> Iterator[Part]:
    """The readings in one stretch of words."""
    at = first
    while at < stop:
        parts, at = _read_at(words, context, at, stop)
        yield from parts


def _read_at(words: Words, context: Context, at: int, stop: int) -> tuple[list[Part], int]:
    """What the longest match at a word that a rule accepts reads, and the word to go on from."""
    for found, rule in grammar().found(words, at, stop):
        outcome = rule.read(found, context)
        if isinstance(outcome, Reading):
            return [Part(outcome, found.first, found.stop)], found.stop
        if outcome is not None:
            return list(outcome), found.stop
    return [], at + 1


def _placed(words: Words, part: Part) -> TimeExpression:
    """The expression where it stands, without the prepositions that its pattern begins with."""
    first = part.first
    while first < part.stop - 1 and words.word(first).lower() in _LEADING:
        first += 1
    start, end = words.starts[first], words.ends[part.stop - 1]
    printed = " ".join(words.text[start:end].split())
    reading = replace(
        part.reading, bound=_bound(words, first, part.reading), reading=f"“{printed}”: {part.reading.reading}"
    )
    return TimeExpression.placed(reading, words.text, start, end)


def _bound(words: Words, first: int, reading: Reading) -> Bound | None:
    """The side of an event that "since", "until" and their like before the words tell."""
    return _BOUNDS.get(words.word(first - 1).lower()) if reading.dated and reading.kind not in _UNBOUNDED else None
