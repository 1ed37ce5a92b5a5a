"""Read-outs without end, from a seed: short articles in the words of ministries, each with what it tells.

The rules read the sentences as they are meant here, so that some articles can go through the real extractor; for the
others the mentions are at hand, since it is not reading that is tested. Every other sentence tells an engagement again
that another article told.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from tracker import reference
from tracker.model import Document, Mention, Participant, PartyKind, Place, Sentence, TimeSpan

_FIRST = ("Ana", "Omar", "Maria", "Jan", "Kofi", "Ingrid", "Raj", "Lena", "Tomas", "Aisha", "Pavel", "Marta", "Samir")
_LAST = (
    "Silva",
    "Haddad",
    "Rossi",
    "Novak",
    "Mensah",
    "Berg",
    "Patel",
    "Keller",
    "Moreau",
    "Okafor",
    "Petrov",
    "Zeman",
)
_SUBJECTS = ("fisheries", "customs", "tourism", "aviation", "education", "railways", "energy", "health", "shipping")
_MEMORY = 60
"""How many engagements back another article may still tell of one."""

Told = tuple[Document, list[Mention]]


class Prepared:
    """An extractor that hands over what is known already; it keeps each article until it was asked for."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._told = iter(told)
        self._waiting: dict[str, list[Mention]] = {}

    def documents(self) -> Iterator[Document]:
        """The articles, one by one."""
        for document, mentions in self._told:
            self._waiting[document.digest] = mentions
            yield document

    def extract_many(self, documents: Iterable[Document]) -> Iterator[Told]:
        """Each article with its mentions."""
        for document in documents:
            yield document, self._waiting.pop(document.digest)


def readouts(seed: int, *, since: date, days: int) -> Iterator[Told]:
    """Articles of one to three sentences, without end, on engagements of `days` days from `since` on."""
    chance = random.Random(seed)
    told: list[tuple[str, Mention]] = []
    number = 0
    while True:
        number += 1
        chosen = [_sentence(chance, told, since, days) for _ in range(chance.choice((1, 1, 2, 3)))]
        yield _article(f"{seed}-{number}", chosen)


def _sentence(chance: random.Random, told: list[tuple[str, Mention]], since: date, days: int) -> tuple[str, Mention]:
    """One told before, or another."""
    if len(told) > 3 and chance.random() < 0.5:
        return chance.choice(told)
    one = _engagement(chance, since + timedelta(days=chance.randrange(days)))
    told.append(one)
    del told[:-_MEMORY]
    return one


def _article(name: str, chosen: Sequence[tuple[str, Mention]]) -> Told:
    """The sentences below a line that no other article has."""
    text, mentions = f"Press release {name}.\n", []
    for words, mention in dict(chosen).items():
        evidence = Sentence(words, len(text), len(text) + len(words))
        mentions.append(replace(mention, evidence=(evidence,)))
        text += f"{words}\n"
    latest = max(mention.when.end or date.min for mention in mentions)
    published = TimeSpan.day(latest + timedelta(days=2), basis="given")
    return Document(text=text, name=name, title=f"Press release {name}", published=published), mentions


def _engagement(chance: random.Random, day: date) -> tuple[str, Mention]:
    """The sentence, and what it tells."""
    (one, here), (two, there) = chance.sample(_capitals(), 2)
    first, second = _person(chance), _person(chance)
    when = TimeSpan.day(day, text=f"{day.day} {day:%B %Y}", basis="explicit")
    match chance.choice(("meeting", "call", "visit", "agreement")):
        case "meeting" as kind:
            words = f"Foreign Minister {first} of {one.name} met her counterpart {second} of {two.name} in {there}"
            parties, place = _parties("participant", (one, first), (two, second)), Place(there, two.code)
        case "call" as kind:
            words = f"Foreign Minister {first} of {one.name} held a telephone call with {second} of {two.name}"
            parties, place = _parties("participant", (one, first), (two, second)), Place()
        case "visit" as kind:
            words = f"Foreign Minister {first} of {one.name} visited {two.name}"
            parties, place = _parties("visitor", (one, first)) + _parties("host", (two, "")), Place(None, two.code)
        case kind:
            words = f"{one.name} and {two.name} signed an agreement on {chance.choice(_SUBJECTS)} in {here}"
            parties, place = _parties("party", (one, ""), (two, "")), Place(here, one.code)
    sentence = f"{words} on {when.text}."
    evidence = (Sentence(sentence, 0, len(sentence)),)
    return sentence, Mention(
        type=kind, when=when, title=words, participants=parties, place=place, confidence=0.9, evidence=evidence
    )


def _parties(role: str, *sides: tuple[reference.Country, str]) -> tuple[Participant, ...]:
    """A country each, and who speaks for it where somebody does."""
    found = []
    for country, person in sides:
        found.append(Participant(kind=PartyKind.COUNTRY, name=country.name, role=role, country=country.code))
        if person:
            found.append(Participant(kind=PartyKind.PERSON, name=person, role=role, country=country.code))
    return tuple(found)


def _person(chance: random.Random) -> str:
    return f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"


@cache
def _capitals() -> list[tuple[reference.Country, str]]:
    return [(country, country.capital) for country in reference.countries() if country.capital]
