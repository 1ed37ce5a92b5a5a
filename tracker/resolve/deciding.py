"""Whether a mention tells an event on record, with the reasons."""

from __future__ import annotations

import math
from bisect import insort
from collections.abc import Sequence

from tracker.model import Decision, Event, Mention, Verdict
from tracker.resolve.likeness import Likeness, compared, most, too_far
from tracker.resolve.traits import Traits, traits

BIAS = -4.0
"""The points of two events of which nothing is known but that they share a party and a season."""

SAME = 0.72
UNSURE = 0.45
"""The least probabilities at which a mention is taken for, or may be, an event on record.

On the fitted half of the labelled reports 0.72 is the lowest at which no look-alike was taken for another: a month that
holds the day, and one counterpart of the same name, reach it; the month alone does not.
"""

_MARGIN = 0.3
"""How many points the best candidate must be ahead for it to be the one."""

_Score = tuple[float, str, list[Likeness]]
"""The points of an event, its id, and what they are made of."""


def decide(mention: Mention, candidates: Sequence[Event], *, same: float = SAME, unsure: float = UNSURE) -> Decision:
    """The candidate that the mention tells, or may tell; `new` when it tells none. Ties go to the smaller id."""
    scored = _scored(traits(mention), candidates, least=_points(unsure))
    if not scored:
        return Decision(Verdict.NEW, reasons=("nothing like it is on record",))
    points, id, found = scored[0]
    probability = _probability(points)
    reasons = (*map(str, found), f"before any of it ({BIAS:+.1f})")
    if probability < unsure:
        return Decision(
            Verdict.NEW, score=probability, reasons=(f"most like {id}, but only {probability:.2f} probable", *reasons)
        )
    ahead = len(scored) == 1 or points - scored[1][0] >= _MARGIN
    if not ahead:
        reasons = (f"as like {scored[1][1]}", *reasons)
    verdict = Verdict.SAME if probability >= same and ahead else Verdict.UNSURE
    return Decision(verdict, id, probability, reasons)


def _scored(mention: Traits, candidates: Sequence[Event], *, least: float) -> list[_Score]:
    """The candidates that come to anything, the likest first; of those that cannot come to `least`, one at most.

    What a candidate can come to at most is quick to tell, and leaves few to be looked at closely.
    """
    near = [event for event in candidates if not too_far(mention, event, least=least - BIAS)] or candidates[:1]
    bounds = [(BIAS + most(mention, one := traits(event)), event.id, one) for event in near]
    scored: list[_Score] = []
    for bound, id, event in sorted(bounds, key=lambda one: (-one[0], one[1])):
        if scored and (bound < least or (len(scored) > 1 and bound < scored[1][0])):
            break
        found = compared(mention, event)
        insort(scored, (BIAS + sum(likeness.points for likeness in found), id, found), key=_rank)
    return scored


def _rank(scored: _Score) -> tuple[float, str]:
    points, id, _ = scored
    return -points, id


def _points(probability: float) -> float:
    """The points that make a probability."""
    return math.log(probability / (1 - probability))


def _probability(points: float) -> float:
    return 1 / (1 + math.exp(-points))
