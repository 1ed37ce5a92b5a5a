"""A document through the extractor's stages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from tracker import reference
from tracker.extract.acts import asides, drafts
from tracker.extract.acts.draft import Sentence
from tracker.extract.acts.echoes import echoes, told_again, without
from tracker.extract.acts.sides import is_envoy
from tracker.extract.actors import Actor, find_actors
from tracker.extract.dates import find_time_expressions
from tracker.extract.fold import fold, mention
from tracker.extract.notices import entries, issuer
from tracker.extract.parser import parse
from tracker.extract.casing import body_words, sentence_case
from tracker.extract.passages import Cut, Kind, Passage, cut
from tracker.extract.people import Cast
from tracker.extract.rosters import attendees, ceremony, envoys, members, of_ceremony
from tracker.extract.story import Story
from tracker.extract.syntax import pronouns
from tracker.model import Document, Mention, Place

VERSION = "1"
_DISPLAYED = {Kind.HEADLINE, Kind.HEADING, Kind.ITEM}
_SERVES = re.compile(r"\bwho (?:is|was|has been|serves|served|acts|acted)\b|\bas\b")


class Extractor:
    """Reads documents into mentions; the language model is loaded with the first one."""

    def extract(self, document: Document) -> list[Mention]:
        """The mentions of one document, in the order of the text."""
        pieces = cut(document)
        on = document.published.end if document.published else None
        cast = Cast(on=on)
        texts = _texts(document, pieces)
        actors = [self._actors(text, cast, number) for number, text in enumerate(texts)]
        here = _here(pieces)
        cast.settle({a.country for found in actors for a in found if a.surface == "seat" and a.country}, here.country if here else None)
        story = Story(cast, document.published, here)
        read: list[Sentence] = []
        for passage, text, found, doc in zip(pieces.passages, texts, actors, parse(texts), strict=True):
            named = story.name(text, found)
            named += story.stand_ins(((word, token.idx) for word, token in pronouns(doc)), named)
            expressions = tuple(find_time_expressions(text, document.published))
            sentence = Sentence(passage, doc, text, tuple(named), expressions)
            echoing = echoes(sentence, read[-1] if read else None)
            read.append(sentence)
            now = list(drafts(without(sentence, echoing), story.here if "here" in text else None))
            for draft in now:
                story.complete(draft)
                of_ceremony(draft, story.announced)
            for draft in ceremony(sentence, [*story.drafts, *story.announced], now):
                story.complete(draft)
            for draft in told_again(echoing, story.drafts, passage):
                story.complete(draft)
            for draft in asides(sentence):
                story.complete(draft)
            story.notice(named)
        for draft in entries(read, story.drafts, issuer(read) or cast.home):
            story.complete(draft)
        lines = list(zip(pieces.passages, actors, strict=True))
        seen: set[str] = set()
        for announced in sorted(story.announced, key=lambda a: a.when is None):
            for listed in envoys(announced, lines, seen):
                story.drafts.append(listed)
        for draft in story.drafts:
            attendees(draft, lines)
            members(draft, lines)
        return [mention(group, story.default(group[0])) for group in fold(story.drafts)]

    def extract_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Mention]]]:
        """Each document with its mentions, in the order given."""
        for document in documents:
            yield document, self.extract(document)

    def _actors(self, text: str, cast: Cast, number: int) -> list[Actor]:
        found = find_actors(text, on=cast.on, known=cast.known)
        cast.introduce(found, number)
        for person, office in pairwise(found):
            if person.name and not office.name and office.organisation and is_envoy(office) and _SERVES.search(text[person.end : office.start]):
                cast.serves(person.name, office.organisation)
        return found


def _texts(document: Document, pieces: Cut) -> list[str]:
    """The passages as they are parsed: headlines in sentence case."""
    lowered = body_words(document.text)
    proper = frozenset(word for p in pieces.passages if p.kind is not Kind.HEADLINE for word in p.text.split() if word.istitle())
    return [
        sentence_case(p.text, lowered, proper) if p.kind in _DISPLAYED and not _running(p) else p.text for p in pieces.passages
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
