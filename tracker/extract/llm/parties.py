"""Whom a model's words for a party, a person or a place stand for, by the tables that the rules use too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from tracker import reference
from tracker.extract.llm.answer import Party, Person, Where
from tracker.model import Participant, PartyKind, Place


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables as they stand on the day of the article, None where that is not known."""

    on: date | None

    def party(self, told: Party) -> Participant | None:
        """The country or organisation; None for what is called a country and is none."""
        found = self._known(told.name)
        if found is None and told.kind == "country":
            return None
        return replace(found or _organisation(told.name), role=told.role)

    def person(self, told: Person) -> Participant:
        """The person, with whom he or she acts for as far as that is known."""
        principal = self._known(told.acts_for) if told.acts_for else None
        organisation = principal is not None and principal.kind is PartyKind.ORGANISATION
        return Participant(
            kind=PartyKind.PERSON,
            name=told.name.strip(),
            role=told.role,
            country=principal.country if principal else self._served(told),
            organisation=principal.name if principal and organisation else None,
            office=told.office,
        )

    def place(self, told: Where | None) -> Place:
        """The place, its country by the tables where the city is known there."""
        if told is None:
            return Place()
        code = self._code(told.country) if told.country else None
        city = (told.city or "").strip()
        known = [one for one in reference.places_called(city) if code in (None, one.country)] if city else []
        return Place(known[0].name, known[0].country) if known else Place(city or None, code)

    def _known(self, name: str) -> Participant | None:
        """A country by its name or one who rules it, an organisation, or the country that a capital stands for."""
        land = reference.country(name)
        if land is None and (ruler := reference.authority(name, self.on)):
            land = reference.country(ruler.country)
        if land is not None:
            return _country(land)
        body = reference.organisation(name)
        if body is not None:
            return _organisation(body.short)
        seat = reference.place(name)
        return _country(reference.require_country(seat.country)) if seat else None

    def _code(self, name: str) -> str | None:
        found = self._known(name)
        return found.country if found else None

    def _served(self, person: Person) -> str | None:
        """The one country whose office holders that day include the person."""
        served = {holder.country for holder in reference.office_holders(person.name, self.on)}
        return served.pop() if len(served) == 1 and " " in person.name.strip() else None


def spellings(code: str) -> Iterator[str]:
    """The words by which an article names a country: its names, its people, its capital."""
    land = reference.require_country(code)
    yield from (*land.surfaces(), *land.demonyms)
    if land.capital:
        yield land.capital


def with_principals(parties: Iterable[Participant], people: Iterable[Participant]) -> Iterator[Participant]:
    """The parties, those that only their people tell, and the people in the roles of their parties."""
    told = {_mark(party): party for party in parties}
    named = list(people)
    for person in named:
        principal = _principal(person)
        if principal is not None:
            told.setdefault(_mark(principal), principal)
    yield from told.values()
    for person in named:
        principal = _principal(person)
        yield replace(person, role=told[_mark(principal)].role) if principal else person


def _principal(person: Participant) -> Participant | None:
    """The party that a person acts for, in the person's role."""
    if person.organisation:
        return replace(_organisation(person.organisation), role=person.role)
    land = reference.country(person.country) if person.country else None
    return replace(_country(land), role=person.role) if land else None


def _mark(party: Participant) -> tuple[PartyKind, str]:
    return party.kind, party.country or party.name


def _country(land: reference.Country) -> Participant:
    return Participant(kind=PartyKind.COUNTRY, name=land.name, country=land.code)


def _organisation(name: str) -> Participant:
    return Participant(kind=PartyKind.ORGANISATION, name=name.strip())
