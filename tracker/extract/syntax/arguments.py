"""Who and what an act is done by, to and with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Doc, Token

from tracker.extract.actors import Actor
from tracker.extract.lexicon import grammar
from tracker.extract.syntax.carriers import Act
from tracker.extract.syntax.paths import PLACE_WORDS, path
from tracker.extract.syntax.subjects import relative, subjects
from tracker.extract.syntax.tree import CLAUSES, OBJECTS, SUBJECTS, has_child, verb_above

PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them", "both", "pair", "two", "one", "himself"})
"""The words that can stand for somebody told before."""
SPEAKING = frozenset({"i", "me", "we", "us"})
"""The words by which whoever tells it speaks of himself, or of his own."""
_NEXT = re.compile(r" (?:the )?")
_AND = re.compile(r",? and (?:the )?")
_INVITED_BY = re.compile(r"\bat the (?:\w+ )?invitation of (?:the |his |her |their )?(?:\w+ )?$", re.I)
_NEIGHBOURS = re.compile(r"['’]s? (?:[\w-]+ )?(?:neighbou?r|ally|rival|patron)\b")
_FARTHEST_COPULA = 2  # verbs above a clause that its place can be put before
_TOPIC = re.compile(r"\b(?:following|after|amid|about|over|regarding|concerning|to) ")
_ARGUMENTS = OBJECTS | {"nsubj", "nsubjpass", "pobj", "dative", "agent"}


class Pronoun(NamedTuple):
    """A word in small letters that stands for somebody, its offset, and that of the subject it goes on from, if any.

    "Peru cut its ties with Chad, and it recalled", "Peru said that it recalled": of "it" that subject is "Peru". An
    object goes on from the subject of its own clause: of "him" in "The envoy called on him" that is "envoy".
    `apart` tells that it is not who stands before its clause: "Gil, with whom he had talked"; `carried` that it can be
    whoever the sentence began with: "Rey was on a tour that took her to Lima".
    """

    word: str
    start: int
    subject: int | None
    apart: bool = False
    carried: bool = False


def pronouns(doc: Doc) -> list[Pronoun]:
    """The words that stand for somebody told before, where they are a subject or an object."""
    kinds = {"PRON", "NOUN", "NUM", "DET"}
    meant = PRONOUNS | SPEAKING
    standing = (t for t in doc if t.lower_ in meant and t.dep_ in _ARGUMENTS and t.pos_ in kinds and not _cleft(t))
    return [Pronoun(t.lower_, t.idx, _goes_on_from(t), _stands_apart(t), _carried(t)) for t in standing]


def _carried(pronoun: Token) -> bool:
    """Whether what is done to somebody is done by no person: "a tour that took her", "it took him"."""
    doers = (c for c in pronoun.head.children if c.dep_ in SUBJECTS)
    return pronoun.dep_ in OBJECTS and any(c.lower_ in grammar("ways") for c in doers)


def _stands_apart(pronoun: Token) -> bool:
    """Whether somebody else stands before the relative clause of a pronoun: "Gil, whom she met"."""
    verb = pronoun.head
    return pronoun.dep_ in SUBJECTS and verb.dep_ == "relcl" and any(c.lower_ == "whom" for c in verb.subtree)


def slots(act: Act, actors: Sequence[tuple[Actor, Token]]) -> dict[str, list[Actor]]:
    """Each actor under the name of its path to the act; `actors` come with the word that they hang by.

    The names are those of `paths.path`: subj, obj, with, to, in, … `clause` elsewhere in the clause of the act, `far`
    outside it.
    """
    ways = _ways(act, actors)
    filled: dict[str, list[Actor]] = {}
    for actor, token in actors:
        owned = token.dep_ == "poss" and token.head.i in ways.owners and token.head.i not in act.core
        if owned or _INVITED_BY.search(token.doc.text[: actor.start]) or _NEIGHBOURS.match(token.doc.text, actor.end):
            continue  # "Moon's adviser": the adviser takes part, not Moon; nor does who invites, nor "Mali's neighbour"
        filled.setdefault(ways.slot(actor, token), []).append(actor)
    return filled


@dataclass(frozen=True, slots=True)
class _Ways:
    """What decides the slots of one act: who does it, whom it is between and with, what its clause describes."""

    act: Act
    doers: frozenset[int]
    owners: frozenset[int]
    between: Sequence[Actor]
    mate: Actor | None
    described: tuple[str, Token] | None
    focus: Token | None

    def slot(self, actor: Actor, token: Token) -> str:
        """The name of an actor's path, with what the parse is known to misread set right."""
        if actor in self.between:
            return "between"
        if self.mate is not None and actor.start == self.mate.start:
            return "with"
        slot = path(self.act, token, self.doers, self.owners)
        if self.mate is not None and slot == "with" and _TOPIC.search(token.doc.text, self.mate.end, actor.start):
            return "clause"
        if self.described and slot == "far" and _stands_for(token, self.described[1]):
            slot = self.described[0]
        if slot == "far" and self.focus is not None and token.head.i == self.focus.i:
            slot = self.focus.lower_
        return slot if slot in grammar("no_place") else _where(actor, token) or slot


def _ways(act: Act, actors: Sequence[tuple[Actor, Token]]) -> _Ways:
    named = [actor for actor, _ in actors]
    return _Ways(
        act,
        frozenset(subjects(act.governor) if _has_doer(act) else ()),
        frozenset(token.i for _, token in actors),
        _between(act, named),
        _mate(act, named),
        relative(act.governor),
        _cleft_to(act.governor),
    )


def _mate(act: Act, actors: Sequence[Actor]) -> Actor | None:
    """Who stands right behind the act's own "with", whatever the parse makes of them: "spoke today with Rama to"."""
    words = (c for c in act.trigger.children if c.lower_ == "with")
    ends = {c.idx + len(c) for c in words}
    text = act.trigger.doc.text
    return next((a for a in actors if any(_NEXT.fullmatch(text[end : a.start]) for end in ends)), None)


def _between(act: Act, actors: Sequence[Actor]) -> list[Actor]:
    """The two that stand behind a noun's own "between", whatever the parse says: "a meeting between … and …"."""
    word = next((c for c in act.trigger.children if act.nominal and c.lower_ == "between"), None)
    if word is None or word.i != act.trigger.i + 1:
        return []
    behind = sorted((a for a in actors if a.start > word.idx), key=lambda a: a.start)[:2]
    text, edges = word.doc.text, [word.idx + len(word), *(a.end for a in behind)]
    gaps = [text[end : actor.start] for end, actor in zip(edges, behind, strict=False)]
    return behind if len(gaps) > 1 and _NEXT.fullmatch(gaps[0]) and _AND.fullmatch(gaps[1]) else []


def object_of(act: Act) -> Token | None:
    """The direct object of an act's verb, or the subject of its passive; None for a noun's own carrier.

    A participle before it may be taken for a verb: "to meet changing demand".
    """
    if act.trigger.i != act.governor.i:
        return None
    parts = list(act.governor.children)
    parts += [c for part in parts if part.dep_ == "xcomp" and part.tag_ == "VBG" for c in part.children]
    return next((c for c in parts if c.dep_ in OBJECTS | {"nsubjpass"}), None)


def clausal(act: Act) -> bool:
    """Whether what an act's verb takes is a clause: "recognised that much remains to be done"."""
    return any(c.dep_ == "ccomp" for c in act.governor.children)


def mates_of(act: Act, *, objects: bool) -> frozenset[str]:
    """The common nouns of those an act is done with: what hangs on its "with" and "of", its objects where asked.

    So too who is joined to its subject as the subject's own: "Peru and its bank advisory committee met".
    """
    parts = [child for token in {act.trigger, act.governor} for child in token.children]
    parts += [c for part in parts if part.dep_ in OBJECTS for c in part.children]  # "convened a conversation with"
    heads = [c for part in parts if part.lower_ == "with" for c in part.children if c.dep_ == "pobj"]
    heads += [part for part in parts if objects and part.dep_ in OBJECTS]
    heads += [c for part in parts if part.dep_ == "nsubj" for c in part.conjuncts if has_child(c, {"poss"})]
    heads += _of(act.trigger)
    heads += [c for head in heads for c in _of(head)]
    heads += [
        c for head in heads for part in head.children if part.dep_ == "acl" for c in part.children if c.dep_ in OBJECTS
    ]
    near = (t for head in heads for t in (head, *head.conjuncts, *_describing(head)))
    return frozenset(t.lemma_.lower() for t in near if t.pos_ in {"NOUN", "ADJ"})


def _cleft(word: Token) -> bool:
    """Whether "it" stands for nothing: "it was Gil who went"."""
    return word.lower_ == "it" and word.dep_ == "nsubj" and word.head.lemma_ == "be"


def _cleft_to(verb: Token) -> Token | None:
    """The preposition that a sentence puts first for weight: "It was to Lima and not to Quito that she flew"."""
    above = islice(verb.ancestors, _FARTHEST_COPULA) if verb.dep_ in CLAUSES else ()
    copula = next((t for t in above if t.lemma_ == "be" and has_child(t, {"nsubj"}, {"it"})), None)
    if copula is None:
        return None
    return next((c for c in copula.children if c.dep_ == "prep" and copula.i < c.i < verb.i), None)


def _goes_on_from(pronoun: Token) -> int | None:
    verb = pronoun.head
    if pronoun.lower_ in {"him", "her"}:
        above = verb_above(pronoun)
        return next((c.idx for c in above.children if c.dep_ in SUBJECTS), None) if above is not None else None
    if pronoun.dep_ not in SUBJECTS or verb.dep_ not in {"conj", "ccomp"}:
        return None
    return next((c.idx for c in verb.head.children if c.dep_ in SUBJECTS), None)


def _of(noun: Token) -> Iterator[Token]:
    return (c for part in noun.children if part.lower_ == "of" for c in part.children)


def _describing(noun: Token) -> Iterator[Token]:
    return (c for c in noun.children if c.dep_ in {"compound", "amod"})


def _has_doer(act: Act) -> bool:
    """Whether the sentence's subject can do the act; not where it is only spoken of: "talked about the summit"."""
    noun = act.trigger
    while noun.dep_ == "conj" and noun.head.i != noun.i:
        noun = noun.head
    return not (noun.dep_ == "pobj" and noun.head.lower_ in {"about", "regarding", "concerning"})


def _stands_for(token: Token, head: Token) -> bool:
    beside = head.head.i == token.i and head.dep_ == "appos"
    return token.i == head.i or beside or (token.head.i == head.i and token.dep_ in {"appos", "compound"})


def _where(actor: Actor, token: Token) -> str:
    """The preposition that makes a land a place, however deep it hangs: "met Reyes of Chile in Cusco"."""
    if not actor.surface:
        return ""
    while token.dep_ in {"appos", "compound"} and token.head.pos_ in {"NOUN", "PROPN"}:
        token = token.head  # "in the Peruvian capital, Lima"
    if token.dep_ != "pobj":
        return ""
    word = token.head.lower_
    return word if word in PLACE_WORDS and token.head.head.pos_ in {"VERB", "AUX", "PROPN", "NOUN"} else ""
