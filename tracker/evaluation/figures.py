"""Precision, recall and F1, in all and by type and attribute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.evaluation.matching import Comparison, Pair


@dataclass(frozen=True, slots=True)
class Scored:
    """So many right of so many found, where so many were to be found."""

    right: int
    found: int
    labelled: int

    @property
    def precision(self) -> float:
        """The right part of what was found; 0 where nothing was."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The found part of what was to be found; 0 where nothing was."""
        return self.right / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def rounded(self) -> dict[str, float]:
        """The three figures to three places."""
        return {name: round(getattr(self, name), 3) for name in ("precision", "recall", "f1")}


@dataclass(frozen=True, slots=True)
class Figures:
    """What a comparison of so many documents comes to.

    `detected` counts matches, `dated` those with exactly the label's date, `complete` those that have its countries,
    status and place's country too. `attributes` are the parts of the matches in which each is right, None where no
    label tells it.
    """

    documents: int
    detected: Scored
    dated: Scored
    complete: Scored
    attributes: Mapping[str, float | None]
    by_type: Mapping[str, Scored]

    def record(self) -> dict[str, Any]:
        """The JSON object of the figures."""
        return {
            "documents": self.documents,
            "gold": self.detected.labelled,
            "predicted": self.detected.found,
            **{name: getattr(self, name).rounded() for name in ("detected", "dated", "complete")},
            "of_matches": {name: None if v is None else round(v, 3) for name, v in self.attributes.items()},
            "by_type": {name: _typed(scored) for name, scored in self.by_type.items()},
        }


def measure(compared: Sequence[Comparison]) -> Figures:
    """The figures of all documents together."""
    pairs = [pair for one in compared for pair in one.pairs]
    labelled = len(pairs) + sum(len(one.missed) for one in compared)
    found = len(pairs) + sum(len(one.invented) for one in compared)
    return Figures(
        documents=len(compared),
        detected=Scored(len(pairs), found, labelled),
        dated=Scored(sum(pair.date for pair in pairs), found, labelled),
        complete=Scored(sum(pair.complete for pair in pairs), found, labelled),
        attributes=_attributes(pairs),
        by_type=_by_type(compared),
    )


def _attributes(pairs: Sequence[Pair]) -> dict[str, float | None]:
    placed = [pair for pair in pairs if pair.label.place.country]
    cast = [pair for pair in pairs if pair.label.roles]
    return {
        "date": _part(sum(pair.date for pair in pairs), len(pairs)),
        "countries": _part(sum(pair.countries for pair in pairs), len(pairs)),
        "status": _part(sum(pair.status for pair in pairs), len(pairs)),
        "place": _part(sum(pair.place for pair in placed), len(placed)),
        "people": _part(sum(pair.people for pair in pairs), sum(len(pair.label.people) for pair in pairs)),
        "roles": _part(sum(pair.roles for pair in cast), len(cast)),
    }


def _part(right: int, of: int) -> float | None:
    return right / of if of else None


def _by_type(compared: Sequence[Comparison]) -> dict[str, Scored]:
    """By the label's type, or by its own for what was invented."""
    hit = Counter(pair.label.type for one in compared for pair in one.pairs)
    missed = Counter(label.type for one in compared for label in one.missed)
    invented = Counter(found.type for one in compared for found in one.invented)
    names = sorted({*hit, *missed, *invented})
    return {name: Scored(hit[name], hit[name] + invented[name], hit[name] + missed[name]) for name in names}


def _typed(scored: Scored) -> dict[str, Any]:
    counts = {"hit": scored.right, "gold": scored.labelled, "invented": scored.found - scored.right}
    return counts | scored.rounded()
