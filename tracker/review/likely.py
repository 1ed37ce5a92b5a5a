"""The events on record that one may be a second time, by what they have in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from tracker.model import Engagement, Event, Mention, Sentence
from tracker.review.doors import Resolver

LEAST = 0.1
"""The probability below which an event is not worth showing."""

MOST = 5
"""How many are shown."""


@dataclass(frozen=True, slots=True)
class Likely:
    """An event that may be the same, with the probability of it and what speaks for and against it."""

    event: Event
    probability: float
    reasons: tuple[str, ...]


def likely(event: Event, candidates: Iterable[Event], resolver: Resolver, *, undecided: Iterable[str]) -> list[Likely]:
    """The likeliest of the candidates, the likeliest first; those whose ids are `undecided` however unlikely."""
    told, kept = as_mention(event), set(undecided)
    found = [_compared(told, other, resolver) for other in candidates if other.id != event.id]
    shown = [one for one in found if one.event.id in kept or one.probability >= LEAST]
    return sorted(shown, key=lambda one: (one.event.id not in kept, -one.probability, one.event.id))[:MOST]


def as_mention(event: Event) -> Mention:
    """An event as an article would tell it, in the words of all of its sources."""
    told = {field.name: getattr(event, field.name) for field in fields(Engagement)}
    quoted = [Sentence(one.quote, one.start, one.end, one.field) for one in event.sources if one.quote]
    return Mention(**told, evidence=tuple(quoted) or (Sentence(event.title, 0, len(event.title), "title"),))


def _compared(told: Mention, other: Event, resolver: Resolver) -> Likely:
    decision = resolver.decide(told, [other])
    return Likely(other, decision.score, tuple(one for one in decision.reasons if not one.startswith("most like")))
