"""Whom a document names in one sentence and calls by an office in the next.

Peru's new finance minister chose Oslo for his first trip. Alma Reyes goes to Rome on Monday.
Luis Gil arrived in Lima today. The Chilean leader wants support.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from tracker.extract.actors import Actor
from tracker.model import PartyKind

Lines = Mapping[int, Sequence[Actor]]
_OPENING = 5  # characters before the first word of a sentence's subject: "The "


def epithets(lines: Lines, unknown: Callable[[str], bool]) -> Iterator[tuple[Actor, Actor]]:
    """Each person `unknown` by their name alone, with the official of a state whom the sentence beside means."""
    for number, actors in lines.items():
        for person in _strangers(actors, unknown):
            office = _before(person, lines.get(number - 1, ())) or _behind(person, actors, lines.get(number + 1, ()))
            if office is not None:
                yield person, office


def _strangers(actors: Sequence[Actor], unknown: Callable[[str], bool]) -> Sequence[Actor]:
    """The one person of a sentence of whom nothing is known."""
    people = (a for a in actors if a.name and a.kind is PartyKind.PERSON and not a.office)
    found = [a for a in people if unknown(a.name)]
    found = [a for a in found if " " in a.name] or found  # no "Gulf" beside "Luis Gil"
    return found if len({a.name for a in found}) == 1 else ()


def _before(person: Actor, ahead: Sequence[Actor]) -> Actor | None:
    """The official with whom the sentence ahead begins, of somebody with whom this one begins."""
    first = next((a for a in ahead if a.kind is PartyKind.PERSON), None)
    return first if first is not None and _described(first) and person.start <= _OPENING else None


def _behind(person: Actor, beside: Sequence[Actor], following: Sequence[Actor]) -> Actor | None:
    """The official with whom the next sentence begins, of a state that this one gives to nobody else."""
    first = next((a for a in following if a.kind is PartyKind.PERSON), None)
    if first is None or not _described(first) or first.start > _OPENING or not _leads(person, beside):
        return None
    return None if any(a.country == first.country for a in beside if a.kind is PartyKind.PERSON) else first


def _leads(person: Actor, beside: Sequence[Actor]) -> bool:
    """Whether somebody is the first official whom a sentence names."""
    return next((a for a in beside if a.kind is PartyKind.PERSON), None) is person


def _described(actor: Actor) -> bool:
    """Whether an official of a state is told by office alone: "the Peruvian leader"."""
    return bool(actor.office and actor.country) and not (actor.name or actor.group or actor.opposite)
