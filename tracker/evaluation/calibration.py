"""Whether confidence means what it says: of the events at 0.9, nine in ten should be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tracker.evaluation.matching import Comparison

_BOUNDS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """The events found with a confidence from `low` to under `high` (the last bin holds 1 too).

    `predicted` is their mean confidence, `detected` and `complete` the parts of them that were.
    """

    low: float
    high: float
    events: int
    predicted: float
    detected: float
    complete: float

    def record(self) -> dict[str, Any]:
        """The JSON object of the bin."""
        parts = {name: round(getattr(self, name), 3) for name in ("predicted", "detected", "complete")}
        return {"from": self.low, "to": self.high, "events": self.events} | parts


def calibrate(compared: Iterable[Comparison]) -> list[Bin]:
    """The bins that hold events, the lowest first; events without confidence or with an optional label are left out."""
    outcomes = [outcome for one in compared for outcome in _outcomes(one)]
    bins = (_bin(low, high, outcomes) for low, high in pairwise(_BOUNDS))
    return [one for one in bins if one]


_Outcome = tuple[float, bool, bool]


def _outcomes(compared: Comparison) -> Iterable[_Outcome]:
    """Confidence, whether detected, whether complete."""
    for pair in compared.pairs:
        if pair.found.confidence is not None:
            yield pair.found.confidence, True, pair.complete
    for found in compared.invented:
        if found.confidence is not None:
            yield found.confidence, False, False


def _bin(low: float, high: float, outcomes: Sequence[_Outcome]) -> Bin | None:
    inside = [one for one in outcomes if low <= one[0] < high or one[0] == high == _BOUNDS[-1]]
    if not inside:
        return None
    predicted, detected, complete = (sum(column) / len(inside) for column in zip(*inside, strict=True))
    return Bin(low, high, len(inside), predicted, detected, complete)
