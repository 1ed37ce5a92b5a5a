"""The subject of a verb, its own or the one that it shares, and the noun that its relative clause is about."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tracker.extract.lexicon import grammar
from tracker.extract.syntax.tree import CLAUSES, OBJECTS, SUBJECTS, is_verb, torn_off, verb_above

_FARTHEST = 6  # verbs up from which a subject is still shared


def subjects(verb: Token) -> Iterator[int]:
    """The indices of the words that are the subject of `verb`."""
    node: Token | None = verb
    for _ in range(_FARTHEST):
        if node is None:
            return
        found = list(_own(node) or _lent(node))
        if found or node.head.i == node.i or node.dep_ == "ccomp":  # who says so has no part in it
            yield from found
            return
        node = node.head if is_verb(node.head) else verb_above(node.head)


def relative(verb: Token) -> tuple[str, Token] | None:
    """The noun that a relative clause is about, and its part there: "Baku, where he is due", "which it visited"."""
    node = verb
    while node.dep_ in {"xcomp", "conj", "ccomp"} and node.head.i != node.i:
        node = node.head
    if node.dep_ != "relcl":
        return None
    for word in verb.children:
        if word.lower_ == "where":
            return "in", node.head
        if word.lower_ in {"which", "whom", "that"} and word.dep_ in OBJECTS:
            return "obj", node.head
        if word.dep_ == "prep" and any(c.lower_ in {"which", "whom"} for c in word.children):
            return word.lower_, node.head  # "with whom she talked"
    return ("in", node.head) if any(c.lower_ == "where" for c in node.children) else None


def described(verb: Token) -> Iterator[Token]:
    """The noun that a verb's clause describes, as its own or as one joined to it: "ties, cut in 2009 and mended".

    It may be that before the nearest, which says with whom: "ties with Oman, which it cut".
    """
    while verb.dep_ == "conj" and is_verb(verb.head):
        verb = verb.head
    if verb.dep_ in {"relcl", "acl"}:
        yield verb.head
        if verb.head.dep_ == "pobj" and verb.head.head.lower_ == "with":
            yield verb.head.head.head


def _own(verb: Token) -> list[int]:
    own = (child for child in verb.children if child.dep_ in SUBJECTS and not torn_off(child))
    found = [i for child in own for i in _antecedents(child, verb)]
    return found or ([] if verb.dep_ in CLAUSES else list(_behind_a_place(verb)))


def _behind_a_place(verb: Token) -> Iterator[int]:
    """The subject that is parsed as another name of the place before it: "In Oslo, Kenya's minister met"."""
    for front in (c for c in verb.lefts if c.dep_ == "prep"):
        for word in front.subtree:
            if word.dep_ == "appos" and word.head.pos_ == "PROPN" and word.pos_ == "NOUN" and word.head.i < word.i:
                yield word.i


def _lent(verb: Token) -> list[int]:
    """The noun that a verb describes ("ministers meeting here"), the object of who makes it act ("asked her to go").

    And the object of who is thanked for it: "thanked her for hosting".
    """
    head = verb.head
    if head.i == verb.i:
        return []
    if verb.dep_ == "acl" and head.lemma_ == "invitation" and is_verb(head.head):
        return _invited(head.head)
    if verb.dep_ in {"relcl", "acl"}:
        return [head.i, *_same(head), *_told_of(head)]
    controlled = verb.dep_ == "xcomp" and head.lemma_ in grammar("object_control")
    if controlled or (verb.dep_ == "pcomp" and head.lower_ == "for" and head.head.lemma_ in grammar("thanking")):
        head = head if controlled else head.head
        return [child.i for child in head.children if child.dep_ in OBJECTS | {"nsubjpass"}]
    return []


def _invited(verb: Token) -> list[int]:
    """Whoever an invitation went to: who "accepted" it, else whom it was "extended to"."""
    if verb.lemma_ == "accept":
        return list(subjects(verb))
    to = [c for part in verb.children if part.lower_ == "to" for c in part.children if c.dep_ == "pobj"]
    return [c.i for c in (*to, *(c for c in verb.children if c.dep_ == "dative" and c.lower_ != "to"))]


def _antecedents(subject: Token, verb: Token) -> Iterator[int]:
    if subject.lower_ in grammar("relative") and verb.dep_ == "relcl":
        yield verb.head.i
        yield from _same(verb.head)
        yield from _joined(verb)
        yield from _told_of(verb.head)
    yield subject.i


def _same(noun: Token) -> Iterator[int]:
    """The office that a name stands beside: "the premier, Ana Sosa, who"."""
    if noun.dep_ == "appos" and noun.head.pos_ in {"NOUN", "PROPN"}:
        yield noun.head.i


def _joined(verb: Token) -> Iterator[int]:
    """Those before the last who do together what it takes several for: "Gil and Rey, who had met in May"."""
    last = verb.head
    together = verb.lemma_ in grammar("mutual") and not any(
        c.dep_ in OBJECTS or c.lower_ == "with" for c in verb.children
    )
    if together and last.dep_ == "conj":
        yield from (noun.i for noun in last.conjuncts if noun.i < last.i)


def _told_of(noun: Token) -> Iterator[int]:
    """The subject of which a noun is told: Peru in "Peru is one of the states that …"."""
    verb = verb_above(noun)
    if verb is not None and verb.lemma_ in {"be", "become"}:
        yield from (child.i for child in verb.children if child.dep_ in SUBJECTS)
