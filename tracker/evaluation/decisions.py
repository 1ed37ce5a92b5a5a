"""What a person says of the events found in an article, and the labels that follow.

A decision is a line of JSON. `event` is the id that `tracker extract` prints, `set` holds fields as labels have them:

    {"document": "talks.txt", "event": "607f-1", "decision": "accept"}
    {"document": "talks.txt", "event": "607f-2", "decision": "correct", "set": {"start": "2021-11-23"}}
    {"document": "talks.txt", "event": "607f-3", "decision": "reject"}
    {"document": "talks.txt", "decision": "add", "set": {"type": "call", "countries": ["JPN", "USA"], ...}}

`optional` accepts an event that need not be found. Of several decisions on one event the last counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from tracker.errors import InputError
from tracker.evaluation.coding import Coded


class Verdict(StrEnum):
    """What is said of an event that was found; `add` is for one that was not."""

    ACCEPT = "accept"
    CORRECT = "correct"
    OPTIONAL = "optional"
    REJECT = "reject"
    ADD = "add"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision. `event` is None for what the extractor did not find.

    `quote` is the first sentence of the event decided on: where it is told and is not that of the event with this id
    any more, the decision was about another and counts for nothing.
    """

    document: str
    verdict: Verdict
    event: str | None = None
    set: Mapping[str, Any] = field(default_factory=dict)
    quote: str = ""

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> Decision:
        """The decision of a JSON object; raises InputError for one that is none."""
        try:
            verdict = Verdict(row["decision"])
            decision = cls(
                document=row["document"],
                verdict=verdict,
                event=row.get("event"),
                set=row.get("set") or {},
                quote=row.get("quote") or "",
            )
        except (KeyError, TypeError, ValueError):
            raise InputError(f'give "document" and a "decision" of {", ".join(Verdict)}') from None
        if (decision.event is None) != (verdict is Verdict.ADD):
            raise InputError('give an "event" with every decision but "add"')
        return decision

    def row(self) -> dict[str, Any]:
        """The JSON object that `read` takes back."""
        told = {"document": self.document, "event": self.event, "decision": self.verdict.value}
        return {k: v for k, v in {**told, "set": dict(self.set), "quote": self.quote}.items() if v}


@dataclass(frozen=True, slots=True)
class Decided:
    """An article's labels so far; `open` are the found events that nothing is decided of yet."""

    labels: tuple[Coded, ...]
    open: tuple[Coded, ...]
    rejected: int = 0


def decide(found: Sequence[Coded], decisions: Iterable[Decision]) -> Decided:
    """What the decisions make of the events found in one article; labels are numbered e1, e2, … in their order.

    Raises InputError for a field set to what it cannot be.
    """
    by_event: dict[str, Decision] = {}
    added: list[Coded] = []
    for one in decisions:
        if one.event is None:
            added.append(_changed({}, one))
        else:
            by_event[one.event] = one
    said = [(event, _valid(event, by_event.get(event.id))) for event in found]
    kept = [_label(event, one) for event, one in said if one and one.verdict is not Verdict.REJECT]
    return Decided(
        labels=tuple(_numbered([*kept, *added])),
        open=tuple(event for event, one in said if one is None),
        rejected=sum(one is not None and one.verdict is Verdict.REJECT for _, one in said),
    )


def _valid(event: Coded, decision: Decision | None) -> Decision | None:
    """The decision if it is about this event."""
    return decision if decision and decision.quote in ("", *event.quotes[:1]) else None


def _label(event: Coded, decision: Decision) -> Coded:
    changed = _changed(event.label(), decision) if decision.set else event
    return replace(changed, optional=changed.optional or decision.verdict is Verdict.OPTIONAL)


def _changed(row: Mapping[str, Any], decision: Decision) -> Coded:
    """The label of a row with what is set, its subtype gone with its type; raises InputError, naming the article."""
    kept = {name: value for name, value in row.items() if name != "subtype" or "type" not in decision.set}
    try:
        label = Coded.read({"status": "occurred", "precision": "unknown", **kept, **decision.set})
        if label.start and label.end and label.end < label.start:
            raise InputError(f"it ends on {label.end}, before it starts on {label.start}")
    except InputError as error:
        raise InputError(f"{decision.document}, event {decision.event or 'added'}: {error}") from None
    return label


def _numbered(labels: Iterable[Coded]) -> Iterable[Coded]:
    return (replace(label, id=f"e{number}", confidence=None) for number, label in enumerate(labels, 1))
