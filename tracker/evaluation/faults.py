"""What went wrong, one line an event: missed, invented, or found with something else than the label tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from tracker.evaluation.coding import Coded
from tracker.evaluation.matching import Comparison, Pair


@dataclass(frozen=True, slots=True)
class Fault:
    """One error. `label` is None for what was invented, `found` for what was missed; `wrong` names the fields."""

    kind: Literal["missed", "invented", "wrong"]
    document: str
    label: Coded | None = None
    found: Coded | None = None
    wrong: tuple[str, ...] = ()

    @property
    def quote(self) -> str:
        """The first sentence that tells it, as found, else as labelled; empty where neither is kept."""
        told = [quote for one in (self.found, self.label) if one for quote in one.quotes]
        return told[0] if told else ""

    def record(self) -> dict[str, Any]:
        """The JSON object of the error."""
        return {
            "kind": self.kind,
            "document": self.document,
            "wrong": list(self.wrong),
            "gold": self.label.label() if self.label else None,
            "predicted": self.found.label() | {"confidence": self.found.confidence} if self.found else None,
            "quote": self.quote,
        }


def faults(compared: Iterable[Comparison]) -> Iterator[Fault]:
    """The errors of each document: wrong fields first, then what was missed, then what was invented."""
    for one in compared:
        for pair in one.pairs:
            if not pair.complete:
                yield Fault("wrong", one.name, pair.label, pair.found, tuple(_wrong(pair)))
        for label in one.missed:
            yield Fault("missed", one.name, label=label)
        for found in one.invented:
            yield Fault("invented", one.name, found=found)


def _wrong(pair: Pair) -> Iterator[str]:
    return (name for name in ("date", "countries", "status", "place") if not getattr(pair, name))
