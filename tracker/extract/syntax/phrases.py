"""What the words of an act say beside: that it points back, begins or ends a stay, or was what a journey was for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tracker.extract.lexicon import event_nouns, grammar
from tracker.extract.syntax.carriers import Act
from tracker.extract.syntax.stays import bound_elsewhere, homeward
from tracker.extract.syntax.subjects import described, subjects
from tracker.extract.syntax.tree import OBJECTS, has_child, is_verb


def definite(trigger: Token) -> bool:
    """Whether a noun points back at something told: "the talks", "during their meeting"."""
    return not is_verb(trigger) and has_child(trigger, {"det", "poss"}, grammar("definite"))


def retold(noun: Token) -> bool:
    """Whether a noun only names again what is told beside it: "talks on Friday, the second such meeting", "told it"."""
    told = noun.dep_ in OBJECTS | {"dative"} and noun.head.lemma_ in grammar("telling")
    listening = told and noun.pos_ != "PROPN" and not has_child(noun, {"det"}, {"a", "an"})  # a named one is attended
    beside = noun.dep_ == "appos" and noun.head.lemma_.lower() in event_nouns() and noun.head.pos_ == "NOUN"
    return not is_verb(noun) and (listening or beside or _such(noun))


def _such(noun: Token) -> bool:
    """Whether a noun points back in its own sentence: "talks on Friday, the second such meeting"."""
    before = noun.sent[: noun.i - noun.sent.start]
    return any(c.lower_ == "such" for c in noun.children) and any(t.lemma_.lower() in event_nouns() for t in before)


def bygone(noun: Token) -> bool:
    """Whether an adjective puts an act behind the news: "his recent visit"."""
    return any(c.lower_ in grammar("bygone") for c in noun.children)


def opens(act: Act) -> bool:
    """Whether the words of an act tell its beginning: "arrived", "began a visit", "left for"."""
    if homeward(act.governor):
        return False
    return bound_elsewhere(act.governor) or not grammar("opening").isdisjoint({act.governor.lemma_.lower(), act.lemma})


def closes(act: Act) -> bool:
    """Whether the words of an act tell its end: "wrapped up a visit", "returned from", "flew home"."""
    if bound_elsewhere(act.governor):
        return False
    return homeward(act.governor) or not grammar("closing").isdisjoint({act.governor.lemma_.lower(), act.lemma})


def company(verb: Token) -> frozenset[str]:
    """The words of a verb's own clause, as they stand and by their lemmas, and of the noun that it describes.

    Subjects and objects stand there once more with a mark: "^flag" of "the flag came down", "=flag" of "hoisted the
    flag". Of the clauses below it there are only the verbs: "ceased to exist".
    """
    near = [t for head in (*verb.children, *_noun_of(verb)) for t in (head, *_phrase(head))]
    words = {form for token in near for form in (token.lower_, token.lemma_.lower())}
    words |= {f"={t.lemma_.lower()}" for t in near if t.dep_ in OBJECTS | {"nsubjpass", "attr"}}
    return frozenset(words | {f"^{verb.doc[i].lemma_.lower()}" for i in subjects(verb)})


def _noun_of(verb: Token) -> Iterator[Token]:
    """The noun that a verb describes, or is parsed as describing: "Malta extended recognition to Peru"."""
    yield from described(verb)
    if verb.dep_ == "amod" and verb.head.dep_ == "ROOT":
        yield verb.head


def _phrase(word: Token) -> Iterator[Token]:
    """The words below one, down to the next verb."""
    for child in () if is_verb(word) else word.children:
        if not is_verb(child):
            yield child
            yield from _phrase(child)


def purpose_of(trigger: Token) -> bool:
    """Whether an act is told as what a journey was for: "flew in for talks", "went to see"."""
    if is_verb(trigger):
        return trigger.dep_ in {"xcomp", "advcl"} and has_child(trigger, {"aux"}, {"to"})
    while trigger.dep_ == "pobj" and trigger.head.lower_ == "of" and trigger.head.head.pos_ == "NOUN":
        trigger = trigger.head.head  # "for three days of talks"
    return trigger.dep_ == "pobj" and trigger.head.lower_ == "for"
