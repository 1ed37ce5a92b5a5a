"""How sure a mention is: the signs for and against it, weighed by a logistic model fitted on labelled articles.

The weights stand in `confidence.toml`, written by `scripts/calibrate.py`; the signs and their wording stand here.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tracker.extract.acts.draft import Draft
from tracker.extract.passages import Kind
from tracker.model import Mention, PartyKind, Precision, Status, TimeSpan

_LONG = 260  # characters from which a sentence is often parsed wrongly
_OLD = 365  # days before publication from which an event is history
_CROWD = 4  # countries that seldom take part in anything but a gathering
_TELLING = 0.2  # weight, in log-odds, from which a sign is named among the reasons
_NAMED = 3  # reasons given at most
_TYPE = "told as "

_SPEECH = re.compile(r"\b(?:I|we|We|our|Our|us|my|My|me|you|You|your|Your)\b|^\s*Q\b|^[A-Z][A-Z .]+:")
_BUSINESS = re.compile(
    r"\b(?:compan(?:y|ies)|corp|banks?|bankers?|creditors?|shares?|shareholders?|pct|dlrs|stock|market|prices?|loans?|debt|quotas?|exports?"
    r"|business(?:es)?|investors?|firms?|industry)\b",
    re.I,
)
_HEDGED = re.compile(
    r"\b(?:possible|possibly|could|might|may|likely|hopes?|if|whether|would|should|want(?:s|ed)?|proposed?"
    r"|seek(?:s|ing)?)\b"
)


@dataclass(frozen=True, slots=True)
class Case:
    """A mention with the drafts it was folded from, as the signs look at it."""

    mention: Mention
    drafts: Sequence[Draft]
    published: TimeSpan | None

    @property
    def text(self) -> str:
        """The sentence that tells it best: the first."""
        return self.mention.evidence[0].text

    def kinds(self) -> set[Kind]:
        """What the passages that tell it are to the article."""
        return {draft.passage.kind for draft in self.drafts if draft.passage}

    def named_sides(self) -> int:
        """Parties for which a person is named."""
        people = (a for d in self.drafts for a in d.actors if a.kind is PartyKind.PERSON and a.name)
        return len({a.organisation or a.country for a in people} - {None})

    def parties(self) -> int:
        """Countries and organisations that take part."""
        return len(self.mention.countries) + len(self.mention.organisations)


def _loosely_named(case: Case) -> bool:
    """Whether a party shows only as the adjective or the city of something else."""
    shown: dict[str, set[str]] = {}
    for actor in (a for d in case.drafts for a in d.actors):
        if side := actor.organisation or actor.country:
            shown.setdefault(side, set()).add(
                actor.surface if actor.kind is PartyKind.COUNTRY and not actor.office else ""
            )
    return any(surfaces <= {"demonym", "city", "capital"} for surfaces in shown.values())


def _old(case: Case) -> bool:
    end, day = case.mention.when.end, case.published.end if case.published else None
    return bool(end and day and (day - end).days > _OLD)


SIGNS: dict[str, Callable[[Case], bool]] = {
    "both sides named in one sentence": lambda c: any(not d.guessed for d in c.drafts),
    "a side guessed for lack of a better one": lambda c: (
        all(len(d.guessed) > 0 for d in c.drafts) and c.named_sides() < 2
    ),
    "people named on both sides": lambda c: c.named_sides() > 1,
    "nobody named": lambda c: c.named_sides() == 0,
    "a party named only in passing": _loosely_named,
    "told only by a word of many meanings": lambda c: all(d.weak for d in c.drafts),
    "told more than once": lambda c: len(c.mention.evidence) > 1,
    "told by the headline": lambda c: Kind.HEADLINE in c.kinds(),
    "told by the lead": lambda c: Kind.LEAD in c.kinds(),
    "told by a list or caption alone": lambda c: c.kinds() <= {Kind.ITEM, Kind.HEADING},
    "told in background": lambda c: all(d.reading.background for d in c.drafts),
    "a phrase that points back": lambda c: all(d.refers for d in c.drafts),
    "what a journey was for": lambda c: all(d.purpose for d in c.drafts),
    "a date of its own": lambda c: any(d.timing.when is not None for d in c.drafts),
    "dated to the day": lambda c: c.mention.when.precision is Precision.DAY,
    "no date known": lambda c: c.mention.when.precision is Precision.UNKNOWN,
    "date from the publication week": lambda c: c.mention.when.basis == "the news itself, undated",
    "more than a year before the article": _old,
    "planned, not yet held": lambda c: c.mention.status is Status.PLANNED,
    "called off": lambda c: c.mention.status is Status.CANCELLED,
    "told in the present tense": lambda c: all(d.reading.tense == "present" for d in c.drafts),
    "a city named": lambda c: c.mention.place.name is not None,
    "fewer than two parties": lambda c: c.parties() < 2,
    "many parties": lambda c: c.parties() >= _CROWD,
    "somebody speaking": lambda c: bool(_SPEECH.search(c.text)),
    "a long sentence": lambda c: len(c.text) > _LONG,
    "business in the sentence": lambda c: bool(_BUSINESS.search(c.text)),
    "a hedged sentence": lambda c: bool(_HEDGED.search(c.text)),
    _TYPE + "a visit": lambda c: c.mention.type == "visit",
    _TYPE + "a meeting": lambda c: c.mention.type == "meeting",
    _TYPE + "a summit": lambda c: c.mention.type == "summit",
    _TYPE + "a call": lambda c: c.mention.type == "call",
}
"""What can speak for or against a mention, in the words in which its reasons are given."""


def signs(case: Case) -> frozenset[str]:
    """The signs that a mention shows."""
    return frozenset(name for name, shows in SIGNS.items() if shows(case))


def probability(shown: frozenset[str]) -> float:
    """The chance that a mention with these signs is right, from 0 to 1."""
    weights = _weights()
    odds = weights["bias"] + sum(weights.get(name, 0.0) for name in shown)
    return round(1 / (1 + math.exp(-odds)), 2)


def reasons(shown: frozenset[str]) -> tuple[str, ...]:
    """The signs that moved the probability most, the strongest first, each with "+" or "-" before it."""
    weighty = [
        (abs(w), "+" if w > 0 else "-", name)
        for name, w in _weights().items()
        if name in shown and not name.startswith(_TYPE)
    ]
    strongest = sorted((entry for entry in weighty if entry[0] >= _TELLING), reverse=True)[:_NAMED]
    return tuple(f"{sign} {name}" for _, sign, name in strongest)


def floor() -> float:
    """The probability below which a mention is dropped: where leaving out more would lose more than it mends."""
    return float(_data()["floor"])


def _weights() -> dict[str, float]:
    weights: dict[str, float] = _data()["weights"]
    return weights


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "confidence.toml").read_text(encoding="utf-8"))
