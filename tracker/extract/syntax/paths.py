"""By which path a word hangs on an act, and how far from it."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from tracker.extract.lexicon import event_nouns, grammar, is_office
from tracker.extract.syntax.carriers import Act
from tracker.extract.syntax.tree import CLAUSES, OBJECTS, is_verb, torn_off

PLACE_WORDS = frozenset({"in", "at", "near", "outside"})
_LONGEST = 25  # steps
_UNRELATED = 99  # steps between words of different trees
_GRAMMATICAL = OBJECTS | {"nsubj", "nsubjpass", "csubj", "agent", "dative", "iobj"}
_SLOTS = {
    "npadvmod": "obj",
    "nsubjpass": "obj",
    "agent": "subj",
    "dobj": "obj",
    "obj": "obj",
    "dative": "to",
    "iobj": "to",
}


def path(act: Act, token: Token, subjects: Collection[int], owners: Collection[int]) -> str:
    """The name of the path from a word to the act: subj, obj, with, to, in, …

    `clause` where it only describes something else in the act's clause, `far` outside that. `subjects` and `owners`
    are the indices of the act's subjects and of the words that are actors.
    """
    label, node, deep = "", token, False
    for _ in range(_LONGEST):
        if node.i in act.core:
            return "clause" if deep and label not in PLACE_WORDS else label or "clause"
        if torn_off(node) and node.head.head.i in act.core:
            return "for"
        if node.i in subjects:
            return ("obj" if act.passive else "subj") if not label else "clause" if deep else "subj_" + label
        head = _past_chained(node, act)
        if head.i == node.i:
            break
        deep = deep or _describes(node, head, act, owners)
        label = _step(act, node, head, label)
        if label == "far":
            break
        node = head
    return "far"


def _past_chained(node: Token, act: Act) -> Token:
    """The word that a word hangs on; of two prepositions in a row what both hang on: "a letter from Kigali to Oslo".

    So too the sides that stand behind a topic: "talks on the dam between Chad and Niger".
    """
    topic = node.head.head if node.head.dep_ == "pobj" else None
    if node.lower_ == "between" and topic is not None and act.nominal and topic.head.i == act.trigger.i:
        return topic.head
    chained = node.dep_ == "prep" and node.head.dep_ == "prep" and node.head.i not in act.core
    return node.head.head if chained else node.head


def _describes(node: Token, head: Token, act: Act, owners: Collection[int]) -> bool:
    """Whether a step leads out of a noun that takes no part itself: "the war in Ukraine", "efforts of Iran"."""
    if node.dep_ != "prep" or head.pos_ not in {"NOUN", "PROPN"} or head.i in act.core or head.i in owners:
        return False
    lemma = head.lemma_.lower()
    return lemma not in grammar("parts") and not is_office(lemma) and not is_office(head.lower_)


def _step(act: Act, node: Token, head: Token, label: str) -> str:
    """The label of a path after the step from `node` to `head`."""
    dep, inside = node.dep_, head.i in act.core
    if dep in _GRAMMATICAL or (inside and _object_misread(node, head)):
        return _slot(act, dep, head) if inside else "far" if is_verb(head) else label
    if dep in {"pobj", "pcomp"}:
        return head.lower_
    if dep == "prep":
        return _over_preposition(act, node, head, label)
    if is_verb(node) and dep in CLAUSES | {"conj"}:
        return "far"
    if dep in {"poss", "compound", "amod", "nmod"} and inside:
        placed = dep == "amod" and label in PLACE_WORDS  # "a meeting due in Muscat"
        return label if placed else "poss" if dep == "poss" else "mod"
    return label


def _object_misread(node: Token, verb: Token) -> bool:
    """Whether somebody is taken for a time: "met on Monday, each separately, the envoys of"."""
    free = not any(c.dep_ in OBJECTS or c.lower_ == "with" for c in verb.children)
    return node.dep_ == "npadvmod" and node.i > verb.i and is_verb(verb) and free


def _over_preposition(act: Act, preposition: Token, head: Token, label: str) -> str:
    inside = head.i in act.core
    if not inside and preposition.lower_ == "with" and act.kind == "call" and _another_event(act, head):
        return "far"  # "spoke after talks with"
    if not inside and preposition.lower_ in PLACE_WORDS and _another_event(act, head):
        whither = act.kind == "visit" and head.dep_ == "pobj" and head.head.lower_ == "to"
        return "" if whither else "far"  # "flew to a conference in Manila", "this meeting built on talks in Manila"
    return preposition.lower_ if not label or inside or is_verb(head) else label


def _another_event(act: Act, noun: Token) -> bool:
    """Whether a noun tells an event of its own, and not what the act's verb takes: "attended a summit"."""
    setting = noun.dep_ == "pobj" and noun.head.lower_ == "at"  # "meet at the summit in Lima"
    taken = setting or (noun.dep_ in OBJECTS and noun.head.i in act.core)
    return noun.lemma_.lower() in event_nouns() and not taken


def _slot(act: Act, dep: str, head: Token) -> str:
    """What a subject or object of the act's own words is to it."""
    if not is_verb(head):
        return "mod"
    return _SLOTS.get(dep) or ("obj" if act.passive and dep == "nsubj" else "subj")


def distance(act: Act, token: Token) -> tuple[int, bool]:
    """Steps in the tree between a token and the act, and whether they stay inside its clause."""
    trail: dict[int, int] = {}
    node, steps, left = token, 0, False
    while True:
        trail[node.i] = steps
        if node.i in act.core:
            return steps, not left
        if node.head.i == node.i:
            break
        left = left or _leaves_clause(node, act)
        node, steps = node.head, steps + 1
    node, steps = act.governor, 0
    while node.i not in trail:
        if node.head.i == node.i:
            return _UNRELATED, False
        left = left or (_opens_clause(node) and not _shares_time(node))
        node, steps = node.head, steps + 1
    return steps + trail[node.i], not left


def _opens_clause(node: Token) -> bool:
    return is_verb(node) and node.dep_ in CLAUSES | {"conj"}


def _leaves_clause(node: Token, act: Act) -> bool:
    """Whether a date below this verb dates something else; "a visit that began on Monday" dates the visit."""
    lasting = node.dep_ in {"relcl", "acl"} and node.head.i in act.core and node.lemma_ in grammar("taking_place")
    return _opens_clause(node) and not lasting


def _shares_time(verb: Token) -> bool:
    """Whether a verb shares the time of the one above: "flew in on Monday and met", "came to sign"."""
    return verb.dep_ in {"xcomp", "advcl"} and not any(c.dep_ == "mark" for c in verb.children)
