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
from tracker.extract.lexicon import words
from tracker.model import PartyKind

_FULL_NAME = 2  # words
# Offices of a state that a text names without the state when it is its own.
_NATIONAL = re.compile(
    r"\b(president|premier|prime minister|king|queen|emir|sultan|minister|chancellor|secretary|pope|crown prince"
    r"|first lady|speaker|senator|adviser|advisor|chief|chief of staff|attorney general|general|admiral|commissioner"
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
_SYNONYMS = {"premier": "prime", "defense": "defence", "chargé": "charge", "advisor": "adviser"}
_FILLERS = {"the", "of", "and", "for", "new", "acting", "interim", "former"}
_LETTERS = re.compile(r"[a-zà-ÿ]+")
# Votes for the country of an office holder that the reference knows, as the article's home. The first whom a text
# introduces without a country is likeliest its own; presidents of great powers are known everywhere.
_HELD, _FIRST, _COUNTED = 3, 4, 2
_SERVED = 2  # votes for an envoy's post, a seat of government, the dateline


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
        if person is not None and person.last_seen == passage and len(_tokens(actor.name)) > len(_tokens(person.name)):
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
        for token in _tokens(person.name):
            listed = self._by_token.setdefault(token, [])
            if person not in listed:
                listed.append(person)

    def find(self, name: str) -> Person | None:
        """The person meant by a full or short name: of several, the one last seen; None when nobody is."""
        tokens = _tokens(name)
        if not tokens:
            return None
        sets = [self._by_token.get(token, []) for token in tokens]
        candidates = [p for p in sets[-1] if all(p in known for known in sets)]
        if len(tokens) > 1:
            return candidates[0] if candidates else self._shorter(tokens)
        family = [p for p in candidates if _tokens(p.name)[-1] == tokens[0]]
        return max(family or candidates, key=lambda p: p.last_seen, default=None)

    def _shorter(self, tokens: list[str]) -> Person | None:
        """Somebody met before under a part of this fuller name."""
        for person in self._by_token.get(tokens[-1], []):
            known = _tokens(person.name)
            if len(known) == 1 or set(known) <= set(tokens):
                return person
        return None

    def settle(self, salience: Counter[str], seats: Iterable[str] = (), dateline: str | None = None) -> None:
        """Ask the office holders, then the home country, for whom everybody acts.

        `salience` counts how often the document names each country, `seats` are the countries whose seats of government
        it names, `dateline` is the country it was sent from.
        """
        votes, named, held = Counter(dict.fromkeys(seats, _SERVED)), Counter[str](), Counter[str]()
        for person in self.people:
            if not _settled(person):
                person.country, person.organisation = self._from_reference(person)
                if person.country and person.office:
                    held[person.country] += 1
                elif person.country:
                    named[person.country] += 1
            if not _settled(person):
                self._from_unnamed(person)
            if person.post:
                votes[person.post] += _SERVED
        for actor, office in epithets(self._lines, self._stranger):
            self.leads(actor.name, office.country or "")
        if dateline:
            votes[dateline] += _SERVED
        for rank, (country, holders) in enumerate(held.items()):
            votes[country] += _HELD * min(holders, _COUNTED) + (_FIRST if rank == 0 else 0)
        if self.home is None and (votes or _clear(named)):
            self.home = (votes or named).most_common(1)[0][0]
        for person in self.people:
            if not _settled(person):
                person.country = self._at_home(person, salience)

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
        wanted = _plain_words(person.office) if person.office else set()
        for actor in self._unnamed:
            if wanted and _plain_words(actor.office) == wanted and not self._filled(actor.country, wanted):
                person.country, person.post = actor.country, person.post or actor.post
                return

    def _filled(self, country: str | None, office: set[str]) -> bool:
        """Whether somebody named holds an office of a country already."""
        return any(p.country == country and p.office and _plain_words(p.office) == office for p in self.people)

    def _state_of(self, office: str, salience: Counter[str]) -> str | None:
        """The home country, unless it has no such office; then the one that the document names most."""
        if self.home != "USA" or not _NO_AMERICAN.search(office):
            return self.home
        return next((country for country, _ in salience.most_common() if country != "USA"), None)

    def _from_reference(self, person: Person) -> tuple[str | None, str | None]:
        """Country or organisation whose office holders include the person; a family name needs its office beside it."""
        for name in _spellings(reference.full_name(person.name)):
            for on in (self.on, None) if len(_tokens(name)) >= _FULL_NAME else (self.on,):
                holders = [h for h in reference.office_holders(name, on) if _namesake(h.person, person.name)]
                found = _served(holders, person.office, full=len(_tokens(name)) >= _FULL_NAME)
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
        wanted = _plain_words(actor.office)
        holders = [p for p in self.people if p.office and wanted <= _plain_words(p.office)]
        fitting = [p for p in holders if actor.country in (None, p.country)]
        national = actor.country is None and _NATIONAL.search(actor.office)
        own = [p for p in fitting if p.country == self.home] if national else []
        return max(own or fitting, key=lambda p: p.last_seen, default=None)


def _settled(person: Person) -> bool:
    return bool(person.country or person.organisation)


def _spellings(name: str) -> list[str]:
    """A name as printed, without initials, and its last word: "Joseph R. Biden", "Joseph Biden", "Biden"."""
    full = [w for w in name.split() if len(w.rstrip(".")) > 1]
    return list(dict.fromkeys([name, " ".join(full), full[-1] if full else name]))


def _namesake(known: str, name: str) -> bool:
    """Whether the given names of two people can be the same: not those of "Paul Ruiz" and "Tomas Ruiz"."""
    given = {word[0].casefold() for word in name.split()[:-1] if not word.endswith(".")}
    return not given or " " not in known or bool(given & {word[0].casefold() for word in known.split()})


def _served(
    holders: Sequence[reference.OfficeHolder], office: str, *, full: bool
) -> tuple[str | None, str | None] | None:
    """Country and organisation that most of the holders found serve; those whose office fits come first."""
    if office:
        wanted = _office_words(office)
        holders = [h for h in holders if wanted & _office_words(h.office)] or (holders if full else [])
    elif not full:
        return None
    counted = Counter((holder.country, holder.organisation) for holder in holders).most_common(2)
    clear = counted and (len(counted) == 1 or counted[0][1] >= 2 * counted[1][1])
    return counted[0][0] if clear else None


def _clear(named: Counter[str]) -> bool:
    """Whether one country has several of those named, and twice as many as any other."""
    first, second, *_ = *(count for _, count in named.most_common(2)), 0, 0
    return first > 1 and first >= 2 * second


def _tokens(name: str) -> list[str]:
    parts = re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*\.?", name)
    return [
        p.casefold().rstrip(".")
        for p in parts
        if p.casefold() not in words("honorifics", "common") and len(p.rstrip(".")) > 1
    ]


def _plain_words(office: str) -> set[str]:
    """The words of an office as a definite phrase repeats them."""
    said = set(_LETTERS.findall(office.lower()))
    return ({_SYNONYMS.get(w, w) for w in said} - _FILLERS - {"then", "visiting"}) or said


def _office_words(office: str) -> set[str]:
    """The words that tell an office from others, whatever its rank."""
    said = set(_LETTERS.findall(office.lower()))
    said |= {_SYNONYMS[w] for w in said if w in _SYNONYMS} | ({"foreign"} if "affairs" in said else set())
    return (said - _FILLERS - {"affairs", "deputy", "minister"}) or said
