"""A document before it is parsed: its passages as they would be, who is named in them, and whom they act for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker import reference
from tracker.extract.actors import Actor, find_actors
from tracker.extract.acts.draft import land, party, place_in
from tracker.extract.acts.sides import is_envoy
from tracker.extract.casing import body_words, sentence_case
from tracker.extract.diaries import diary
from tracker.extract.lexicon import words
from tracker.extract.masthead import masthead
from tracker.extract.namesakes import namesakes
from tracker.extract.parser import plain_names
from tracker.extract.passages import Cut, Kind, Passage, chronology, cut
from tracker.extract.people import Cast
from tracker.extract.prefilter import deserves
from tracker.extract.topics import topics
from tracker.extract.voices import voice
from tracker.model import Document, PartyKind, Place, TimeSpan

_SPORT = 6  # different words of sport from which an article is about it
_HEADING_LINES = 5  # passages before a transcript's hour
CLOCK = re.compile(r"^[ \t]*\d{1,2}:\d\d [AaPp]\.?[Mm]\.?(?: [A-Z]{3,4})?\s*$", re.M)
"""The hour at which a transcript says that it began, on a line of its own."""
_DISPLAYED = {Kind.HEADLINE, Kind.HEADING, Kind.ITEM}
_AGAIN = re.compile(r"\bre-(open\w*|establish\w*)")
_WORD = re.compile(r"[a-z]+")
_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][a-zß-ÿ]+\b")
_LEADS = re.compile(r",? (?:will |is |was |has |to )*(?:led?|leads|leading|head|heads|headed|heading) ", re.I)
_IS = re.compile(r",? (?:who )?(?:is|was|has been|had been|became|becomes|will be) (?:the |an? |then |until \d{4} )*")
"""Between somebody and his office: "Rey has been the Chilean ambassador"."""
_GENITIVES = ("'s", "’s")
_SERVES = re.compile(r"\bwho (?:is|was|has been|serves|served|acts|acted)\b|\bas\b")

_PLURALS = ("s", "ese", "sh", "ch")  # "the Turks", "the Chinese", "the French"
_THE = re.compile(r"\b[Tt]he $")
_STANDS_ALONE = re.compile(
    r"(?:[.,;]|,? who| (?:was|is|had|has|will|would|then|also|himself|herself|went|goes|flew|came|left|met|saw|told"
    r"|said|spent|stayed|arrived|landed|returned|received|rang|signed|and|at|in|on|for|with|to|from)\b)"
)


@dataclass(frozen=True, slots=True)
class Skimmed:
    """A document cut and read over: `texts` and `actors` go with the passages.

    `here` is the place of its dateline, `salience` how often it names each country; by the paragraph's number, `eras`
    are the years or days that those of a chronology or a diary tell of, `topics` the countries that head them, `items`
    the places from which those of a round-up were sent.
    """

    document: Document
    passages: tuple[Passage, ...]
    texts: tuple[str, ...]
    actors: tuple[tuple[Actor, ...], ...]
    cast: Cast
    here: Place | None
    salience: Counter[str]
    eras: Mapping[int, TimeSpan]
    topics: Mapping[int, str]
    items: Mapping[int, Place]

    def parsable(self, number: int) -> str:
        """A passage with what misleads the parser put plainly, letter for letter: names, "visiting" before offices."""
        text, found = self.texts[number].replace(" bade farewell", " said farewell"), self.actors[number]
        for actor in found:
            if text[actor.start :].startswith("visiting "):
                text = text[: actor.start] + "powerful" + text[actor.start + len("visiting") :]
        text = _AGAIN.sub(lambda m: f"re{m[1]} ", text)
        return plain_names(text, (a.name for a in found if a.kind is PartyKind.PERSON))

    def deserving(self) -> Sequence[int]:
        """The numbers of the passages that can tell an engagement."""
        resolved = [[self.cast.resolve(actor) for actor in found] for found in self.actors]
        parties = {self.cast.home, self.here.country if self.here else None}
        parties |= {side for found in resolved for a in found for side in (party(a), a.post)}
        count, envoys = len(parties - {None}), any(is_envoy(a) for found in resolved for a in found)
        lines = enumerate(zip(self.texts, resolved, strict=True))
        spoken = self.cast.speaker is not None
        return [n for n, (text, found) in lines if deserves(text, found, parties=count, envoys=envoys, spoken=spoken)]


def skim(document: Document) -> Skimmed:
    """Cut a document and find out who is named in it and for whom they act."""
    pieces = cut(document) if not _is_sport(document.text) else Cut(())
    cast = Cast(on=document.published.end if document.published else None)
    texts = tuple(_texts(document, pieces))
    eras = diary(pieces.passages, document.published) | chronology(pieces.passages)
    meant = namesakes(document.text)
    actors = tuple(tuple(_actors(text, cast, number, meant)) for number, text in enumerate(texts))
    cast.home, published_in = masthead(pieces.passages, actors)
    here = _here(pieces) or published_in or _venue(texts, actors, pieces)
    salience = Counter(a.country for found in actors for a in found if a.country)
    seats = sorted({a.country for found in actors for a in found if a.surface == "seat" and a.country})
    items = {number: place for number, name in pieces.items.items() if (place := _known_place(name)) is not None}
    cast.homes = dict(_homes(pieces.passages, items, here)) if items else {}
    teller = None if CLOCK.search(document.text) else voice(pieces.passages, actors)  # of a transcript several speak
    if teller is not None:
        cast.tells(teller.name)
    cast.settle(salience, seats, here.country if here else None)
    meant_by = (tuple(_one_of_them(a, text, cast) for a in found) for text, found in zip(texts, actors, strict=True))
    headed = topics(pieces.passages, actors)
    return Skimmed(document, pieces.passages, texts, tuple(meant_by), cast, here, salience, eras, headed, items)


def _actors(text: str, cast: Cast, number: int, meant: Mapping[str, str]) -> list[Actor]:
    """The actors of a passage, introduced to the cast; who serves an organisation as its envoy acts for it."""
    found = find_actors(text, on=cast.on, known=cast.known, meant=meant)
    cast.introduce(found, number)
    for person, office in pairwise(found):
        if person.name and office.group and office.country and _LEADS.fullmatch(text[person.end : office.start]):
            cast.leads(person.name, office.country)
        envoy = person.name and not office.name and office.organisation and is_envoy(office)
        if envoy and office.organisation and _SERVES.search(text[person.end : office.start]):
            cast.serves(person.name, office.organisation)
        own = office.office and not (office.name or office.group) and not text.startswith(_GENITIVES, office.end)
        if person.name and own and _IS.fullmatch(text[person.end : office.start]):
            cast.introduce([replace(office, name=person.name)], number)
    return found


def _is_sport(text: str) -> bool:
    """Whether an article reports a match: teams too meet, visit, recall and expel."""
    return len(words("words", "sport").intersection(_WORD.findall(text.lower()))) >= _SPORT


def _homes(passages: Iterable[Passage], items: Mapping[int, Place], first: Place | None) -> Iterator[tuple[int, str]]:
    """The country from which the item of a round-up that a passage belongs to was sent, by the passage's number."""
    country = first.country if first else None
    for number, passage in enumerate(passages):
        country = items[passage.paragraph].country if passage.paragraph in items else country
        if country is not None:
            yield number, country


def _one_of_them(actor: Actor, text: str, cast: Cast) -> Actor:
    """The one person of a land that "the Estonian" means, where the document names one; else the actor as it is."""
    single = actor.surface == "demonym" and not text[actor.start : actor.end].endswith(_PLURALS)
    stands = single and _THE.search(text[: actor.start]) and _STANDS_ALONE.match(text, actor.end)
    person = cast.compatriot(actor.country) if stands else None
    if person is None:
        return actor
    return replace(actor, kind=PartyKind.PERSON, name=person.name, office=person.office, surface="")


def _texts(document: Document, pieces: Cut) -> list[str]:
    """The passages as they are parsed: headlines in sentence case."""
    lowered = body_words(document.text)
    body = (p.text for p in pieces.passages if p.kind is not Kind.HEADLINE)
    proper = frozenset(word for text in body for word in _CAPITALISED.findall(text))
    return [sentence_case(p.text, lowered, proper) if _displayed(p) else p.text for p in pieces.passages]


def _displayed(passage: Passage) -> bool:
    """Whether a passage may be set in headline style; a line of a list that ends like a sentence is running text."""
    running = passage.kind is Kind.ITEM and passage.text.rstrip().endswith(".")
    return passage.kind in _DISPLAYED and not running


def _venue(texts: Sequence[str], actors: Sequence[Sequence[Actor]], pieces: Cut) -> Place | None:
    """Where a transcript says that it was taken down: the lines between its title and the hour that it began."""
    clock = next((number for number, text in enumerate(texts) if CLOCK.match(text)), 0)
    if not 0 < clock <= _HEADING_LINES:
        return None
    behind = texts[0].rfind("|")  # "Remarks Before Bilateral Meeting | Tel Aviv, Israel"
    titled = [a for a in actors[0] if 0 <= behind < a.start]
    lands = [a for found in (titled, *actors[1:clock]) for a in found if land(a) and a.surface != "demonym"]
    return place_in(lands) if lands else None


def _here(pieces: Cut) -> Place | None:
    """The place of the dateline, where it is one that is known."""
    return _known_place(pieces.dateline_place) if pieces.dateline_place else None


def _known_place(name: str) -> Place | None:
    """The city or land that a dateline names."""
    name = name.title() if name.isupper() else name
    if (place := reference.place(name)) is not None:
        return Place(place.name, place.country)
    land = reference.country(name)  # "KUWAIT, June 3"
    return Place(None, land.code) if land is not None else None
