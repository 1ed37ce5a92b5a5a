"""Who the people of one document are: full names, offices, and whom they act for.

An article introduces a person once and then says "Okada", "the ambassador" or "he". The cast keeps every introduction
and answers for the short forms; what the text leaves open is asked of the office holders on the day and, last, of the
article's home, the country whose office holders it names without saying whose they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tracker import reference
from tracker.extract.actors import Actor
from tracker.extract.epithets import epithets
from tracker.extract.home import likeliest
from tracker.extract.names import namesake, plain_words, served, spellings, tokens
from tracker.model import PartyKind

_FULL_NAME = 2  # words
# Offices of a state that a text names without the state when it is its own.
_NATIONAL = re.compile(
    r"\b(president|premier|prime minister|king|queen|emir|sultan|minister|chancellor|secretary|pope|crown prince"
    r"|first lady|speaker|senator|adviser|advisor|chief|general|admiral|commissioner"
    r"|governor|taoiseach|tánaiste|leader|representative)\b",
    re.I,
)
_NO_AMERICAN = re.compile(
    r"\b(minister|premier|king|queen|emir|chancellor|sultan|crown prince|foreign secretary)\b", re.I
)
_OF_A_BODY = re.compile(  # "President of Global Development", "Director"
    r"(?:\w+ )?(?:president|chief|leader|governor|representative|commissioner) (?:of|for) "
    r"(?!staff|state|the |parliament|defen|government|protocol|cabinet)",
    re.I,
)
_CHURCH = re.compile(r"\b(cardinal|pope|nuncio)\b", re.I)


@dataclass(slots=True, eq=False)
class Person:
    """One person of the document; `last_seen` is the number of the passage that last named them."""

    name: str
    office: str = ""
    country: str | None = None
    organisation: str | None = None
    post: str | None = None
    last_seen: int = 0


@dataclass(slots=True)
class Cast:
    """The people of a document, and its home country: the one given, else found when the people are settled.

    `homes` are the home countries of the items of a round-up, by the passage's number, `speaker` is who says "I".
    """

    on: date | None = None
    home: str | None = None
    homes: Mapping[int, str] = field(default_factory=dict)
    speaker: Person | None = None
    people: list[Person] = field(default_factory=list)
    _unnamed: list[Actor] = field(default_factory=list)
    _lines: dict[int, Sequence[Actor]] = field(default_factory=dict)
    _by_token: dict[str, list[Person]] = field(default_factory=dict)

    def known(self, word: str) -> bool:
        """Whether a word is part of a name met before."""
        return word.casefold() in self._by_token

    def introduce(self, actors: Iterable[Actor], passage: int) -> None:
        """Take note of the people of a passage."""
        self._lines.setdefault(passage, found := tuple(actors))
        for actor in found:
            if actor.kind is PartyKind.PERSON and actor.name:
                self._note(actor, passage)
            elif actor.kind is PartyKind.PERSON and actor.office and actor.country:
                self._unnamed.append(actor)

    def tells(self, name: str) -> None:
        """Note whose words a document is: it is told from that country."""
        self.speaker = self.find(name)
        self.home = self.speaker.country if self.speaker and self.speaker.country else self.home

    def serves(self, name: str, organisation: str) -> None:
        """Note that somebody is an organisation's envoy, whatever country he comes from (codebook §5)."""
        person = self.find(name)
        if person is not None:
            person.country, person.organisation = None, organisation

    def leads(self, name: str, country: str) -> None:
        """Note whose delegation somebody leads who is not said to act for anybody."""
        person = self.find(name)
        if person is not None and not _settled(person):
            person.country = country

    def _note(self, actor: Actor, passage: int) -> None:
        person = self.find(actor.name)
        if person is not None and person.last_seen == passage and len(tokens(actor.name)) > len(tokens(person.name)):
            person = None  # "Reagan and Nancy Reagan": two people
        if person is None:
            person = Person(actor.name)
            self.people.append(person)
        if len(actor.name.split()) > len(person.name.split()):
            person.name = actor.name
        if not _settled(person):
            person.country, person.organisation = actor.country, actor.organisation
        person.office = person.office or actor.office
        person.post = person.post or actor.post
        if _CHURCH.search(actor.office):
            person.country, person.organisation = "VAT", None
        person.last_seen = passage
        for token in tokens(person.name):
            listed = self._by_token.setdefault(token, [])
            if person not in listed:
                listed.append(person)

    def find(self, name: str) -> Person | None:
        """The person meant by a full or short name: of several, the one last seen; None when nobody is."""
        wanted = tokens(name)
        if not wanted:
            return None
        sets = [self._by_token.get(token, []) for token in wanted]
        candidates = [p for p in sets[-1] if all(p in known for known in sets)]
        if len(wanted) > 1:
            return candidates[0] if candidates else self._shorter(wanted)
        family = [p for p in candidates if tokens(p.name)[-1] == wanted[0]]
        return max(family or candidates, key=lambda p: p.last_seen, default=None)

    def _shorter(self, wanted: list[str]) -> Person | None:
        """Somebody met before under a part of this fuller name."""
        for person in self._by_token.get(wanted[-1], []):
            known = tokens(person.name)
            if len(known) == 1 or set(known) <= set(wanted):
                return person
        return None

    def settle(self, salience: Counter[str], seats: Iterable[str] = (), dateline: str | None = None) -> None:
        """Ask the office holders, then the home country, for whom everybody acts.

        `salience` counts how often the document names each country, `seats` are the countries whose seats of government
        it names, `dateline` is the country it was sent from.
        """
        held, named = self._known_to_the_reference()
        for actor, office in epithets(self._lines, self._stranger):
            self.leads(actor.name, office.country or "")
        if self.home is None:
            posts = (person.post for person in self.people)
            self.home = likeliest(held, named, served=(*dict.fromkeys(seats), *posts, dateline))
        for person in self.people:
            if not _settled(person):
                person.country = self._at_home(person, salience)

    def _known_to_the_reference(self) -> tuple[Counter[str], Counter[str]]:
        """Settle whom the reference or a phrase without a name knows; how many of each country, in office and not."""
        held, named = Counter[str](), Counter[str]()
        for person in self.people:
            if not _settled(person):
                person.country, person.organisation = self._from_reference(person)
                if person.country:
                    (held if person.office else named)[person.country] += 1
            if not _settled(person):
                self._from_unnamed(person)
        return held, named

    def _at_home(self, person: Person, salience: Counter[str]) -> str | None:
        """The country of an official whom nobody introduces: that of his item in a round-up, else the document's."""
        if person.office and person.last_seen in self.homes:
            return self.homes[person.last_seen]
        national = _NATIONAL.search(person.office) and not _OF_A_BODY.match(person.office)
        return self._state_of(person.office, salience) if national else None

    def _stranger(self, name: str) -> bool:
        """Whether nothing tells for whom somebody acts."""
        person = self.find(name)
        return person is not None and not _settled(person) and not person.office

    def _from_unnamed(self, person: Person) -> None:
        """Take over what a phrase without a name told: "Japan's ambassador to Kabul … Ambassador Okada".

        Whoever is named first, without an office, is the one official spoken of: "Peru's minister … Paz said".
        """
        single = {(a.country, a.office) for a in self._unnamed if not (a.group or a.opposite)}
        if not person.office and person is self.people[0] and len(single) == 1 and len(person.name.split()) > 1:
            person.country, person.office = next(iter(single))
            return
        wanted = plain_words(person.office) if person.office else set()
        for actor in self._unnamed:
            if wanted and plain_words(actor.office) == wanted and not self._filled(actor.country, wanted):
                person.country, person.post = actor.country, person.post or actor.post
                return

    def _filled(self, country: str | None, office: set[str]) -> bool:
        """Whether somebody named holds an office of a country already."""
        return any(p.country == country and p.office and plain_words(p.office) == office for p in self.people)

    def _state_of(self, office: str, salience: Counter[str]) -> str | None:
        """The home country, unless it has no such office; then the one that the document names most."""
        if self.home != "USA" or not _NO_AMERICAN.search(office):
            return self.home
        return next((country for country, _ in salience.most_common() if country != "USA"), None)

    def _from_reference(self, person: Person) -> tuple[str | None, str | None]:
        """Country or organisation whose office holders include the person; a family name needs its office beside it."""
        for name in spellings(reference.full_name(person.name)):
            for on in (self.on, None) if len(tokens(name)) >= _FULL_NAME else (self.on,):
                holders = [h for h in reference.office_holders(name, on) if namesake(h.person, person.name)]
                found = served(holders, person.office, full=len(tokens(name)) >= _FULL_NAME)
                if found is not None:
                    return found
        return None, None

    def compatriot(self, country: str | None) -> Person | None:
        """The one person of a country, whom "the Estonian" means; None where there are several."""
        found = [p for p in self.people if country and p.country == country and not p.organisation]
        return found[0] if len(found) == 1 else None

    def resolve(self, actor: Actor) -> Actor:
        """The actor with its full name and the party that it acts for, as far as the document tells."""
        if actor.kind is not PartyKind.PERSON:
            return actor
        person = self.find(actor.name) if actor.name else self._by_office(actor)
        if person is None:
            return actor
        told = None if _CHURCH.search(person.office) else actor.country
        return replace(
            actor,
            name=person.name,
            office=actor.office or person.office,
            country=None if person.organisation else told or person.country,
            organisation=actor.organisation or person.organisation,
            post=actor.post or person.post,
        )

    def _by_office(self, actor: Actor) -> Person | None:
        """The person last introduced with the office that a definite phrase names: "the ambassador"."""
        if actor.opposite or actor.possessor or not actor.office:
            return None
        wanted = plain_words(actor.office)
        holders = [p for p in self.people if p.office and wanted <= plain_words(p.office)]
        fitting = [p for p in holders if actor.country in (None, p.country)]
        national = actor.country is None and _NATIONAL.search(actor.office)
        own = [p for p in fitting if p.country == self.home] if national else []
        return max(own or fitting, key=lambda p: p.last_seen, default=None)


def _settled(person: Person) -> bool:
    return bool(person.country or person.organisation)
