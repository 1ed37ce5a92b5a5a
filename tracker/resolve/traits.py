"""What likenesses are told by, worked out once for each mention and event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.model import Event, Mention, PartyKind, Place, Status, TimeSpan
from tracker.resolve.kinds import NEUTRAL_ROLES


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """An engagement as it is compared with others.

    `sides` are the roles by country that tell one side from the other, `people` the names by whom they act for, ""
    where that is not known; `words` the sentences in which it is told.
    """

    type: str
    subtype: str | None
    status: Status
    when: TimeSpan
    place: Place
    countries: frozenset[str]
    sides: Mapping[str, set[str]]
    organisations: frozenset[str]
    people: Mapping[str, list[str]]
    words: tuple[str, ...]


def traits(told: Mention | Event) -> Traits:
    """The traits of a mention or an event."""
    countries: set[str] = set()
    organisations: set[str] = set()
    sides: dict[str, set[str]] = {}
    people: dict[str, list[str]] = {}
    for party in told.participants:
        if party.kind is PartyKind.PERSON:
            people.setdefault(party.country or party.organisation or "", []).append(party.name)
        elif party.kind is PartyKind.ORGANISATION:
            organisations.add(party.name)
        elif party.country:
            countries.add(party.country)
            if party.role and party.role not in NEUTRAL_ROLES:
                sides.setdefault(party.country, set()).add(party.role)
    return Traits(
        told.type,
        told.subtype,
        told.status,
        told.when,
        told.place,
        frozenset(countries),
        sides,
        frozenset(organisations),
        people,
        _words(told),
    )


def _words(told: Mention | Event) -> tuple[str, ...]:
    if isinstance(told, Mention):
        return tuple(sentence.text for sentence in told.evidence)
    return tuple(source.quote for source in told.sources if source.quote)
