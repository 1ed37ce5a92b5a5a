"""A document through the extractor's stages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Doc

from tracker.extract import story
from tracker.extract.actors import Actor
from tracker.extract.acts import asides, drafts
from tracker.extract.acts.draft import Draft, Sentence
from tracker.extract.acts.echoes import echoes, without
from tracker.extract.acts.itineraries import itinerary
from tracker.extract.acts.oncemore import once_more
from tracker.extract.acts.reopened import reopened
from tracker.extract.acts.repeats import told_again
from tracker.extract.acts.untold import of_business, taken_back
from tracker.extract.confidence import Case, probability, reasons, signs
from tracker.extract.confidence import floor as calibrated_floor
from tracker.extract.dates import find_time_expressions
from tracker.extract.fold import fold, mention
from tracker.extract.notices import entries, headed, issuer
from tracker.extract.parser import parse, unparsed
from tracker.extract.rosters import Line, attendees, ceremony, envoys, members, of_ceremony, one_by_one
from tracker.extract.skim import CLOCK, Skimmed, skim
from tracker.extract.stands import stands
from tracker.extract.syntax import pronouns
from tracker.model import Document, Mention, Precision

_HERE = re.compile(r"here|\bthis (?:city|capital|town)\b")
_OPENING = 2  # passages: the headline and the lead
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


def _weigh(skimmed: Skimmed, docs: Mapping[int, Doc]) -> list[Weighed]:
    """What the parsed passages of a document tell, completed from all of them; `docs` by the passage's number."""
    listed = headed(skimmed.passages)
    if not docs and not listed:
        return []
    document = skimmed.document
    thread = story.Thread(
        skimmed.cast, document.published, skimmed.here, skimmed.salience, skimmed.eras, skimmed.topics
    )
    thread.clocked = bool(CLOCK.search(document.text))
    thread.business = of_business(skimmed.texts[:_OPENING])
    sentences = _read(skimmed, docs, thread)
    for draft in entries(sentences, thread.drafts, issuer(sentences) or skimmed.cast.home) if listed else ():
        story.tell(thread, draft)
    _complete_lists(thread, list(zip(skimmed.passages, skimmed.actors, strict=True)))
    story.settle(thread)
    groups = fold(thread.drafts)
    return [
        _weighed(Case(mention(group, story.unsaid(thread, group[0])), group, document.published)) for group in groups
    ]


def _read(skimmed: Skimmed, docs: Mapping[int, Doc], thread: story.Thread) -> list[Sentence]:
    """The sentences of a document; what they tell is added to the thread."""
    read: list[Sentence] = []
    whole, items = thread, dict(skimmed.items)
    for number, found in enumerate(skimmed.actors):
        if (place := items.pop(skimmed.passages[number].paragraph, None)) is not None:
            whole.take_over(thread)
            thread = whole.anew(place)
        named = story.name(thread, skimmed.texts[number], found)
        doc = docs.get(number)
        story.look_ahead(thread, (actor for near in skimmed.actors[number : number + 2] for actor in near))
        if doc is not None:
            named += story.stand_ins(thread, pronouns(doc), named)
        read.append(_sentence(skimmed, number, doc, named, thread))
        _tell(thread, read[-1], read[-2] if number else None)
        story.notice(thread, named)
    whole.take_over(thread)
    return read


def _sentence(skimmed: Skimmed, number: int, doc: Doc | None, named: list[Actor], thread: story.Thread) -> Sentence:
    text, entry = skimmed.texts[number], skimmed.eras.get(skimmed.passages[number].paragraph)
    stage = thread.stage
    era = entry if entry is not None and entry.precision is Precision.YEAR else None
    return Sentence(
        skimmed.passages[number],
        doc if doc is not None else unparsed(),
        text,
        tuple(named),
        tuple(find_time_expressions(text, era or skimmed.document.published, anchor=stage.when if stage else None)),
        here=thread.here if _HERE.search(text) else None,
        there=thread.land if "there" in text else None,
        historic=entry is not None,
        before=skimmed.texts[number - 1] if number else "",
    )


def _tell(thread: story.Thread, sentence: Sentence, before: Sentence | None) -> None:
    """Add to the thread what a sentence tells: by its triggers where it is parsed, and by pointing back."""
    if before is not None and taken_back(sentence.text, before.text):
        thread.take_back(before.passage)
    story.follow(thread, sentence)
    echoing = echoes(sentence, before)
    now = list(drafts(without(sentence, echoing)))
    for draft in now:
        story.tell(thread, draft)
        of_ceremony(draft, thread.announced)
    for draft in ceremony(sentence, [*thread.drafts, *thread.announced], now):
        story.tell(thread, draft)
    for draft in told_again(echoing, thread.drafts, sentence.passage):
        story.tell(thread, draft)
    for draft in (*reopened(sentence, thread.drafts), *once_more(sentence, thread.drafts)):
        story.tell(thread, draft)
    for draft in (*asides(sentence), *itinerary(sentence, now, thread.published)):
        story.tell(thread, draft)
    story.bound(thread, sentence)


def _complete_lists(thread: story.Thread, lines: Sequence[Line]) -> None:
    """Add the envoys, attendees and members whom other lines of the document list.

    An envoy who is received has been appointed before: "… has been appointed as Ambassador, based in Delhi".
    """
    seen: set[str] = set()
    for announced in sorted(thread.announced, key=lambda draft: draft.when is None):
        if announced.type == "meeting":
            thread.drafts = one_by_one(announced, lines, thread.drafts)
        else:
            thread.drafts += envoys(announced, lines, seen)
    received = {side for draft in thread.drafts if draft.type == "accreditation" for side in draft.role("sender")}
    thread.drafts = [d for d in thread.drafts if not (_undated_appointment(d) and d.role("sender") <= received)]
    for draft in thread.drafts:
        attendees(draft, lines)
        stands(draft, lines)
        members(draft, lines)


def _undated_appointment(draft: Draft) -> bool:
    return draft.type == "appointment" and draft.when is None


def _weighed(case: Case) -> Weighed:
    shown = signs(case)
    return replace(case.mention, confidence=probability(shown), reasons=reasons(shown)), shown
