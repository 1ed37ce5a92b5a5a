"""Where words hang in the tree of a sentence, whatever the act."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

from tracker.extract.actors import Actor
from tracker.extract.lexicon import grammar, modality

CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "csubj", "parataxis"})
"""The dependencies by which a clause hangs on a word."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
_VERBAL = {"VERB", "AUX"}


def is_verb(token: Token) -> bool:
    """Whether a word is a verb, auxiliaries included."""
    return token.pos_ in _VERBAL


def has_child(token: Token, dependencies: Collection[str], words: Collection[str] | None = None) -> bool:
    """Whether a word has a child by one of these dependencies, one of these lower-case words where they are given."""
    return any(c.dep_ in dependencies and (words is None or c.lower_ in words) for c in token.children)


def verb_above(token: Token) -> Token | None:
    """The nearest verb that a word hangs on; never the word itself."""
    return next((t for t in token.ancestors if is_verb(t)), None)


def verb_of(token: Token) -> Token | None:
    """The verb whose clause a token stands in."""
    return token if is_verb(token) else verb_above(token)


def reporting(verb: Token | None) -> bool:
    """Whether a verb tells that something was said."""
    return verb is not None and verb.lemma_.lower() in modality("reporting", "verbs")


def token_at(doc: Doc, offset: int) -> Token:
    """The token that covers a character offset, or the last one before it."""
    low, high = 0, len(doc) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if doc[middle].idx <= offset:
            low = middle
        else:
            high = middle - 1
    return doc[low]


def root_of(doc: Doc, actor: Actor) -> Token:
    """The word of an actor that the rest of the sentence hangs on."""
    token = token_at(doc, actor.head)
    while token.head.i != token.i and actor.start <= token.head.idx < actor.end and not is_verb(token.head):
        token = token.head
    if token.dep_ in {"appos", "npadvmod"} and token.head.i < token.i:
        return _before_its_name(doc, actor, token)
    return token


def _before_its_name(doc: Doc, actor: Actor, name: Token) -> Token:
    """The office that a name was torn from: "the visit by the President of Chad, H.E. Idriss Deby"."""
    office = token_at(doc, actor.start)
    while office.i < name.i and actor.start <= office.head.idx < actor.end:
        if office.head.i <= office.i:
            return name
        office = office.head
    return office if office.dep_ in OBJECTS | SUBJECTS | {"pobj"} and office.pos_ in {"NOUN", "PROPN"} else name


def torn_off(word: Token) -> bool:
    """Whether a place is parsed as the subject of the errand behind it: "left for Oslo to attend"."""
    errand = word.head
    infinitive = errand.dep_ == "advcl" and has_child(errand, {"aux"}, {"to"})
    leaving = errand.head.lemma_ in grammar("setting_out")
    return word.dep_ == "nsubj" and infinitive and leaving and has_child(errand, {"mark"}, {"for"})


def coordinated(first: Token, second: Token) -> bool:
    """Whether one word is joined to the other by "and": "in 2000 and again in 2007", "on Tuesday and Wednesday"."""
    if any(t.i == second.i for t in first.conjuncts):
        return True
    a, b = (t.head if t.dep_ == "pobj" else t for t in (first, second))
    return b.dep_ == "conj" and b.head.i == a.i


def hearsay(token: Token) -> bool:
    """Whether a time belongs to a report of an act and not to the act: "reports on Monday said"."""
    return any(t.lower_ in grammar("hearsay") for t in token.ancestors if t.i < token.i)
