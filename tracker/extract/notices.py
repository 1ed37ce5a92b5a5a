"""Notices and gazettes: headings that say what was done, and lines below them that say with whom and when.

SIGNED                                              APPOINTMENTS
1. Protocol on road transport with Kenya. Accra,      Ona Kaune, Ambassador to Chile, from 1 July.
   6 June.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tracker.extract.actors import Actor, state
from tracker.extract.acts.draft import Draft, Sentence, land, party, place_in
from tracker.extract.acts.sides import is_envoy
from tracker.extract.acts.treaties import PAPER
from tracker.extract.passages import Kind, Passage
from tracker.extract.timing import Timing
from tracker.model import PartyKind, Place, Status

_HEADS = (
    ("signed", Status.OCCURRED, re.compile(r"\b(?:signed|signatures?|initialled|concluded|exchanged)\b", re.I)),
    ("ratified", Status.OCCURRED, re.compile(r"\b(?:ratified|ratifications?|entered into force|accessions?)\b", re.I)),
    (
        "terminated",
        Status.OCCURRED,
        re.compile(r"\b(?:terminated|terminations?|denounced|denunciations?|lapsed)\b", re.I),
    ),
    (
        "preparation",
        Status.PLANNED,
        re.compile(r"\b(?:in preparation|pending|under negotiation|forthcoming|to be signed)\b", re.I),
    ),
    (
        "treaties",
        Status.OCCURRED,
        re.compile(r"\btreat(?:y|ies) (?:actions?|notices?|register|news|record|list|developments)\b|^treaties$", re.I),
    ),
    ("appointed", Status.OCCURRED, re.compile(r"\b(?:appointments?|appointed|nominations?|postings?)\b", re.I)),
)
_OFFICE = re.compile(r"\b(?:ministry|department|office|secretariat|embassy|gazette)\b", re.I)
_MASTHEAD = 4  # passages
_LONGEST = 60  # characters of a heading
_TWO = 2  # sides of a paper
_WORDS = 4  # of a heading that says what was done
_MARK = re.compile(r"^\s*(?:[A-Z0-9]{1,3}[.)]\s*)?")
_IDLE = re.compile(
    r"\b(?:no action|still before|under (?:discussion|consideration)|comments?|not yet|called off|anticipate"
    r"|awaits?|pending|no text|under negotiation)\b",
    re.I,
)
_ACTIONS = (
    ("terminated", re.compile(r"\b(?:terminat|denounc|denunciat|notice|withdr[ae]w|no longer)\w*", re.I)),
    ("ratified", re.compile(r"\b(?:ratif|acced|accession|instrument|approv|accept)\w*", re.I)),
    ("signed", re.compile(r"\b(?:done|signed|initialled|concluded|exchange of notes)\b", re.I)),
)
_OF_WHEN = re.compile(r",? (?:\w+ )?\d{4}$")  # "TREATY ACTIONS, JUNE 2006"
_PLANNED = re.compile(r"\bto be (?:signed|initialled|exchanged|ratified)\b", re.I)
_ENDING = re.compile(r"terminat|denounc|denunciat", re.I)


@dataclass(slots=True)
class Item:
    """The sentences of one line or paragraph below a heading."""

    head: str
    status: Status
    sentences: list[Sentence] = field(default_factory=list)


def headed(passages: Sequence[Passage]) -> bool:
    """Whether a line of a document is the heading of a notice."""
    return any(_is_heading(p, text) and _head(text) for p in passages if (text := _bare(p.text)))


def entries(sentences: Sequence[Sentence], told: Sequence[Draft], home: str | None) -> Iterator[Draft]:
    """A draft for each line that its heading, and not a verb of its own, makes an act."""
    for item in _items(sentences):
        indexes = {s.passage.index for s in item.sentences}
        if any(d.passage and d.passage.index in indexes and d.type in {"agreement", "appointment"} for d in told):
            continue
        draft = (
            _appointment(item, home)
            if item.head == "appointed"
            else _action(item)
            if item.head == "treaties"
            else _paper(item, home)
        )
        if draft is not None:
            yield draft


def issuer(sentences: Sequence[Sentence]) -> str | None:
    """The country whose notice it is: its masthead's, else the one named most; None when two are named as often."""
    masthead = next(
        (a.country for s in sentences[:_MASTHEAD] for a in s.actors if a.country and _OFFICE.search(s.text)), None
    )
    if masthead:
        return masthead
    named = Counter(a.country for s in sentences for a in s.actors if a.country and a.surface != "city")
    first = named.most_common(2)
    return first[0][0] if first and (len(first) == 1 or first[0][1] > first[1][1]) else None


def _items(sentences: Sequence[Sentence]) -> list[Item]:
    head: tuple[str, Status] | None = None
    items: list[Item] = []
    paragraph = -1
    for sentence in sentences:
        text = _bare(sentence.text)
        if _is_heading(sentence.passage, text):
            head = _head(text)
        elif head is not None:
            if sentence.passage.paragraph != paragraph:
                items.append(Item(*head))
            items[-1].sentences.append(sentence)
        paragraph = sentence.passage.paragraph
    return items


def _bare(line: str) -> str:
    return _OF_WHEN.sub("", _MARK.sub("", line).strip())


def _is_heading(passage: Passage, text: str) -> bool:
    return passage.kind is not Kind.BODY and len(text) <= _LONGEST and not re.search(r"[.;]$|\d", text)


def _head(text: str) -> tuple[str, Status] | None:
    """What a heading says was done with the lines below it."""
    if len(text.split()) > _WORDS:
        return None
    return next(((name, status) for name, status, words in _HEADS if words.search(text)), None)


def _paper(item: Item, home: str | None) -> Draft | None:
    """A treaty line: the paper and the other party in its title, the day and place behind it."""
    title, text = item.sentences[0], " ".join(s.text for s in item.sentences)
    planned = item.status is Status.PLANNED
    if not PAPER.search(title.text) or _IDLE.search(text) or (planned and not _PLANNED.search(text)):
        return None
    lands = [a for s in item.sentences for a in s.actors if party(a) and a.surface not in {"city", "capital"}]
    others = [a for a in lands if party(a) != home] or [
        a for s in item.sentences for a in s.actors if a.surface == "capital" and party(a) != home
    ]
    if not others or home is None:
        return None
    people = [a for s in item.sentences for a in s.actors if a.kind is PartyKind.PERSON and a.name]
    wanted = {home, party(others[0])}
    roles = {"party": [state(home), others[0], *(a for a in people if party(a) in wanted and a is not others[0])]}
    draft = Draft("agreement", roles, item.status, _subtype(item), place=_place(item))
    return _placed(draft, item, _dated(item))


def _action(item: Item) -> Draft | None:
    """A line that says itself what was done: "Chad/Oman. Cultural co-operation. Done at Muscat, 8 June."."""
    text = " ".join(s.text for s in item.sentences)
    done = next((subtype for subtype, words in _ACTIONS if words.search(text)), None)
    sides = {party(a): a for a in reversed(item.sentences[0].actors) if a.surface in {"country", "demonym"}}
    if done is None or len(sides) != _TWO or _IDLE.search(text):
        return None
    draft = Draft("agreement", {"party": list(sides.values())[::-1]}, item.status, done, place=_place(item))
    return _placed(draft, item, _dated(item))


def _appointment(item: Item, home: str | None) -> Draft | None:
    """A line of a list of appointments: "Ona Kaune, Ambassador to Chile, from 1 July"."""
    envoy = next((a for s in item.sentences for a in s.actors if is_envoy(a) and a.name), None)
    post = (envoy.post or envoy.country) if envoy else None
    if envoy is None or home is None or post is None or post == home:
        return None
    sent = Actor(
        PartyKind.PERSON, envoy.start, envoy.end, envoy.head, name=envoy.name, office=envoy.office, country=home
    )
    draft = Draft("appointment", {"sender": [sent], "receiver": [state(post)]}, item.status)
    return _placed(draft, item, _dated(item))


def _placed(draft: Draft, item: Item, sentence: Sentence | None) -> Draft:
    """The draft with its evidence, and dated by the expression of the sentence that dates it."""
    first = item.sentences[0]
    draft.passage, draft.evidence, draft.trigger = first.passage, [s.passage for s in item.sentences], item.head
    if sentence is not None:
        dated = [e for e in sentence.expressions if e.dated]
        own = (e for e in dated if not sentence.text[: e.start_char].endswith(" of "))  # "Sealing agreement of 1957"
        draft.timing = Timing(when=next(own, dated[0]))
    return draft


def _dated(item: Item) -> Sentence | None:
    """The sentence whose date counts: the one telling the ending, else the first behind the title, else the title."""
    dated = [s for s in item.sentences if any(e.dated for e in s.expressions)]
    ending = [s for s in dated if item.head == "terminated" and _ENDING.search(s.text)]
    return next(iter([*ending, *(s for s in dated if s is not item.sentences[0]), *dated]), None)


def _place(item: Item) -> Place:
    """The city that stands alone before the date, or behind "in"."""
    for sentence in item.sentences:
        for actor in sentence.actors:
            before = sentence.text[: actor.start]
            if (
                land(actor)
                and actor.surface in {"city", "capital"}
                and (not before.strip() or re.search(r"(?:[.]|\b(?:in|at))\s*$", before))
            ):
                return place_in([actor])
    return Place()


def _subtype(item: Item) -> str | None:
    return item.head if item.head in {"signed", "ratified", "terminated"} else "signed"
