"""Which time expression of the article a claim's date words are, and what dates it when they are none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tracker.extract.dates import Kind, TimeExpression, find_time_expressions
from tracker.extract.days import contradicts, undated
from tracker.extract.llm.grounding import Ground, Spot
from tracker.model import Document, Sentence, Status, TimeSpan


class Calendar:
    """The time expressions of one article."""

    def __init__(self, document: Document, ground: Ground) -> None:
        self._published = document.published
        self._ground = ground
        self._found: Mapping[str, Sequence[TimeExpression]] = {
            field: find_time_expressions(getattr(document, field), document.published) for field in ("text", "title")
        }

    def read(self, words: str, status: Status, evidence: Sequence[Sentence]) -> TimeSpan | None:
        """What the words say where they stand nearest to the evidence; None where they date nothing, or not this."""
        spots = sorted(self._ground.spots(words), key=lambda spot: _distance(spot, evidence))
        expression = next(filter(None, map(self._at, spots)), None)
        if expression is None:
            return None
        if expression.kind is Kind.WEEKDAY or contradicts(expression, status, self._published):
            expression = expression.with_tense("past" if status is Status.OCCURRED else "future", self._published)
        return expression.span if expression.dated and not contradicts(expression, status, self._published) else None

    def undated(self, status: Status, *, current: bool) -> TimeSpan:
        """The date of an act that no words date (codebook §4)."""
        return undated(status, self._published, current=current)

    def _at(self, spot: Spot) -> TimeExpression | None:
        """The expression that most of the spot is, one that is dated if there is any."""
        inside = [one for one in self._found[spot.field] if _shared(one, spot) > 0]
        return max(inside, key=lambda one: (one.dated, _shared(one, spot)), default=None)


def _shared(expression: TimeExpression, spot: Spot) -> int:
    """Characters that both cover; below 1 where they lie apart."""
    return min(expression.end_char, spot.end) - max(expression.start_char, spot.start)


def _distance(spot: Spot, evidence: Iterable[Sentence]) -> int:
    """Characters to the nearest sentence of the evidence; what stands in another field is farthest."""
    gaps = [max(one.start - spot.end, spot.start - one.end, 0) for one in evidence if one.field == spot.field]
    return min(gaps, default=1_000_000)
