"""A document through the extractor's stages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from spacy.tokens import Doc

from tracker import reference
from tracker.extract import story
from tracker.extract.actors import Actor, find_actors
from tracker.extract.acts import asides, drafts
from tracker.extract.acts.draft import Sentence, party
from tracker.extract.acts.echoes import echoes, told_again, without
from tracker.extract.acts.sides import is_envoy
from tracker.extract.casing import body_words, sentence_case
from tracker.extract.confidence import Case, probability, reasons, signs
from tracker.extract.confidence import floor as calibrated_floor
from tracker.extract.dates import find_time_expressions
from tracker.extract.fold import fold, mention
from tracker.extract.lexicon import words
from tracker.extract.notices import entries, headed, issuer
from tracker.extract.parser import parse, plain_names, unparsed
from tracker.extract.passages import Cut, Kind, Passage, cut
from tracker.extract.people import Cast
from tracker.extract.prefilter import deserves
from tracker.extract.rosters import Line, attendees, ceremony, envoys, members, of_ceremony
from tracker.extract.story import Thread
from tracker.extract.syntax import pronouns
from tracker.model import Document, Mention, PartyKind, Place

_SPORT = 6  # different words of sport from which an article is about it
_DISPLAYED = {Kind.HEADLINE, Kind.HEADING, Kind.ITEM}
_WORD = re.compile(r"[a-z]+")
_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][a-zß-ÿ]+\b")
_CLOCK = re.compile(r"^\s*\d{1,2}:\d\d [AaPp]\.?[Mm]\.?(?: [A-Z]{3})?\s*$", re.M)  # a transcript says when it began
_SERVES = re.compile(r"\bwho (?:is|was|has been|serves|served|acts|acted)\b|\bas\b")
_BATCH = 32
"""Documents parsed together: enough for the model to work in bulk, few enough for memory to stay flat."""


Weighed = tuple[Mention, frozenset[str]]
"""A mention and the signs that its confidence was weighed by."""


class Extractor:
    """Reads documents into mentions; the language model is loaded with the first one.

    Mentions less sure than `floor` (from 0 to 1) are dropped; None is the floor that was calibrated. `everything`
    parses every passage, also those that cannot tell an engagement: to measure what leaving them out costs.
    """

    def __init__(self, *, floor: float | None = None, everything: bool = False) -> None:
        self._floor = calibrated_floor() if floor is None else floor
        self._everything = everything

    def extract(self, document: Document) -> list[Mention]:
        """The mentions of one document, in the order of the text."""
        ((_, mentions),) = self.extract_many([document])
        return mentions

    def extract_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Mention]]]:
        """Each document with its mentions, in the order given."""
        for document, weighed in self.weigh_many(documents):
            yield document, [mention for mention, _ in weighed if (mention.confidence or 0.0) >= self._floor]

    def weigh_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Weighed]]]:
        """Each document with all its mentions, whatever their confidence, and the signs that it was weighed by."""
        rest = iter(documents)
        while batch := [skim(document) for document in islice(rest, _BATCH)]:
            wanted = [range(len(s.texts)) if self._everything else s.deserving() for s in batch]
            docs = parse(s.parsable(number) for s, numbers in zip(batch, wanted, strict=True) for number in numbers)
            for skimmed, numbers in zip(batch, wanted, strict=True):
                yield skimmed.document, _weigh(skimmed, dict(zip(numbers, docs, strict=False)))


@dataclass(frozen=True, slots=True)
class Skimmed:
    """A document before it is parsed: its passages as they would be parsed, and who is named in them."""

    document: Document
    passages: tuple[Passage, ...]
    texts: tuple[str, ...]
    actors: tuple[tuple[Actor, ...], ...]
    cast: Cast
    here: Place | None
    salience: Counter[str]

    def parsable(self, number: int) -> str:
        """A passage with what misleads the parser put plainly, letter for letter: names, "visiting" before offices."""
        text, found = self.texts[number], self.actors[number]
        for actor in found:
            if text[actor.start :].startswith("visiting "):
                text = text[: actor.start] + "powerful" + text[actor.start + len("visiting") :]
        return plain_names(text, (a.name for a in found if a.kind is PartyKind.PERSON))

    def deserving(self) -> Sequence[int]:
        """The numbers of the passages that can tell an engagement."""
        resolved = [[self.cast.resolve(actor) for actor in found] for found in self.actors]
        parties = {self.cast.home, self.here.country if self.here else None}
        parties |= {side for found in resolved for a in found for side in (party(a), a.post)}
        count = len(parties - {None})
        lines = enumerate(zip(self.texts, resolved, strict=True))
        return [number for number, (text, found) in lines if deserves(text, found, parties=count)]


def skim(document: Document) -> Skimmed:
    """Cut a document and find out who is named in it and for whom they act."""
    pieces = cut(document) if not _is_sport(document.text) else Cut(())
    cast = Cast(on=document.published.end if document.published else None)
    texts = tuple(_texts(document, pieces))
    actors = tuple(tuple(_actors(text, cast, number)) for number, text in enumerate(texts))
    here = _here(pieces)
    salience = Counter(a.country for found in actors for a in found if a.country)
    seats = sorted({a.country for found in actors for a in found if a.surface == "seat" and a.country})
    cast.settle(salience, seats, here.country if here else None)
    return Skimmed(document, pieces.passages, texts, actors, cast, here, salience)


def _weigh(skimmed: Skimmed, docs: Mapping[int, Doc]) -> list[Weighed]:
    """What the parsed passages of a document tell, completed from all of them."""
    listed = headed(skimmed.passages)
    if not docs and not listed:
        return []
    clocked = bool(_CLOCK.search(skimmed.document.text))
    thread = Thread(skimmed.cast, skimmed.document.published, skimmed.here, salience=skimmed.salience, clocked=clocked)
    read: list[Sentence] = []
    for number, found in enumerate(skimmed.actors):
        named = story.name(thread, skimmed.texts[number], found)
        doc = docs.get(number)
        if doc is not None:
            named += story.stand_ins(thread, ((word, token.idx) for word, token in pronouns(doc)), named)
        if doc is not None or listed or thread.drafts or thread.announced:
            read.append(_sentence(skimmed, number, doc, named))
            _tell(thread, read[-1], read[-2] if len(read) > 1 else None, parsed=doc is not None)
        story.notice(thread, named)
    for draft in entries(read, thread.drafts, issuer(read) or skimmed.cast.home) if listed else ():
        story.tell(thread, draft)
    _complete_lists(thread, list(zip(skimmed.passages, skimmed.actors, strict=True)))
    folded = ((group, mention(group, story.unsaid(thread, group[0]))) for group in fold(thread.drafts))
    return [_weighed(Case(told, group, skimmed.document.published)) for group, told in folded]


def _complete_lists(thread: Thread, lines: Sequence[Line]) -> None:
    """Add the envoys, attendees and members whom other lines of the document list."""
    seen: set[str] = set()
    for announced in sorted(thread.announced, key=lambda a: a.when is None):
        thread.drafts += envoys(announced, lines, seen)
    for draft in thread.drafts:
        attendees(draft, lines)
        members(draft, lines)


def _weighed(case: Case) -> Weighed:
    shown = signs(case)
    return replace(case.mention, confidence=probability(shown), reasons=reasons(shown)), shown


def _sentence(skimmed: Skimmed, number: int, doc: Doc | None, named: list[Actor]) -> Sentence:
    text = skimmed.texts[number]
    expressions = tuple(find_time_expressions(text, skimmed.document.published))
    return Sentence(skimmed.passages[number], doc if doc is not None else unparsed(), text, tuple(named), expressions)


def _tell(thread: Thread, sentence: Sentence, before: Sentence | None, *, parsed: bool) -> None:
    """Add to the story what a sentence tells: by its triggers when it is parsed, else only by pointing back."""
    echoing = echoes(sentence, before)
    now = list(drafts(without(sentence, echoing), thread.here if "here" in sentence.text else None)) if parsed else []
    for draft in now:
        story.tell(thread, draft)
        of_ceremony(draft, thread.announced)
    for draft in ceremony(sentence, [*thread.drafts, *thread.announced], now):
        story.tell(thread, draft)
    for draft in told_again(echoing, thread.drafts, sentence.passage):
        story.tell(thread, draft)
    for draft in asides(sentence):
        story.tell(thread, draft)


def _actors(text: str, cast: Cast, number: int) -> list[Actor]:
    found = find_actors(text, on=cast.on, known=cast.known)
    cast.introduce(found, number)
    for person, office in pairwise(found):
        if (
            person.name
            and not office.name
            and office.organisation
            and is_envoy(office)
            and _SERVES.search(text[person.end : office.start])
        ):
            cast.serves(person.name, office.organisation)
    return found


def _is_sport(text: str) -> bool:
    """Whether an article reports a match: teams too meet, visit, recall and expel."""
    return len(words("words", "sport").intersection(_WORD.findall(text.lower()))) >= _SPORT


def _texts(document: Document, pieces: Cut) -> list[str]:
    """The passages as they are parsed: headlines in sentence case."""
    lowered = body_words(document.text)
    body = (p.text for p in pieces.passages if p.kind is not Kind.HEADLINE)
    proper = frozenset(word for text in body for word in _CAPITALISED.findall(text))
    return [
        sentence_case(p.text, lowered, proper) if p.kind in _DISPLAYED and not _running(p) else p.text
        for p in pieces.passages
    ]


def _running(passage: Passage) -> bool:
    """Whether a line of a list is running text all the same: it ends like a sentence."""
    return passage.kind is Kind.ITEM and passage.text.rstrip().endswith(".")


def _here(pieces: Cut) -> Place | None:
    if not pieces.dateline_place:
        return None
    name = pieces.dateline_place
    place = reference.place(name.title() if name.isupper() else name)
    return Place(place.name, place.country) if place else None
