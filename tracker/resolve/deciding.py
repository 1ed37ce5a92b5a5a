"""Whether a mention tells an event on record, with the reasons."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tracker.model import Decision, Event, Mention, Verdict
from tracker.resolve.likeness import Likeness, likenesses

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


def decide(mention: Mention, candidates: Sequence[Event], *, same: float = SAME, unsure: float = UNSURE) -> Decision:
    """The candidate that the mention tells, or may tell; `new` when it tells none. Ties go to the smaller id."""
    scored = sorted(
        ((_points(found := likenesses(mention, event)), event.id, found) for event in candidates), key=_rank
    )
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


def _points(found: Sequence[Likeness]) -> float:
    return BIAS + sum(likeness.points for likeness in found)


def _rank(scored: tuple[float, str, list[Likeness]]) -> tuple[float, str]:
    points, id, _ = scored
    return -points, id


def _probability(points: float) -> float:
    return 1 / (1 + math.exp(-points))
