"""What the words above an act make of it: hoped for, agreed to, aimed at, stood by; a plain report leaves it."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from tracker.extract.lexicon import grammar, modality
from tracker.extract.syntax.carriers import Act
from tracker.extract.syntax.denials import by_nobody
from tracker.extract.syntax.tenses import VOID, Reading
from tracker.extract.syntax.tree import SUBJECTS, has_child, is_verb, verb_above

_FARTHEST = 5  # verbs above one that can deny it
_PROPOSING = {"suggest", "talk", "request"}  # void of a noun, not of a clause: "suggested that they met"


def committed_to(act: Act) -> bool:
    """Whether somebody only stands by what is to come of an act: "commitment to a conclusion of the talks".

    A visit that is prepared for is planned.
    """
    node = act.trigger
    for _ in range(_FARTHEST):
        if node.dep_ != "pobj" or node.head.head.pos_ not in {"NOUN", "PROPN"}:
            return False
        preposition, node = node.head, node.head.head
        if preposition.lower_ in {"to", "for"} and node.lemma_.lower() in grammar("standing_by"):
            return act.kind != "visit" or "prepar" not in node.lemma_.lower()
    return False


def under_study(act: Act) -> bool:
    """Whether something is only thought about: "a visit to Oslo by Peru's minister was under consideration"."""
    states = (c for c in act.trigger.head.children if c.lower_ == "under") if act.trigger.dep_ in SUBJECTS else ()
    return any(has_child(state, {"pobj"}, modality("void", "states")) for state in states)


def awaited(word: Token) -> bool:
    """Whether a word hangs on "looks forward to"."""
    above = word.head if is_verb(word.head) else verb_above(word)
    return above is not None and above.lemma_ == "look" and any(c.lower_ == "forward" for c in above.children)


def only_aimed_at(verb: Token) -> bool:
    """Whether a gerund is no deed: "talks on opening an embassy", "the aim of convening a meeting"."""
    if verb.dep_ != "pcomp" or verb.tag_ != "VBG":
        return False
    above = verb.head.head
    if has_child(above, {"det"}, modality("void", "determiners")):
        return True  # "has no thought of sending"
    if verb.head.lower_ in grammar("topic_of") and above.pos_ in {"NOUN", "PROPN"}:
        return True
    return above.lemma_.lower() in grammar("aims")


def accepted(verb: Token) -> bool:
    """Whether an invitation was taken: "accepted an invitation to visit", "an invitation to visit, which was accepted".

    So too "invited her to visit, and she accepted".
    """
    head = verb.head
    if head.lemma_ == "invitation":
        near = (head.head, *head.head.conjuncts, *(t for t in head.subtree if t.i > head.i))
        return any(v.lemma_ == "accept" and not has_child(v, {"neg"}) for v in near)
    agreed = (c for c in head.conjuncts if is_verb(c)) if head.lemma_ == "invite" else ()
    return any(c.lemma_ in {"accept", "agree"} and not has_child(c, {"neg"}) for c in agreed)


def governed(verb: Token, read: Reading) -> Reading:
    """What the verbs above make of it: denied, wished for, conditional; a plain report leaves it."""
    node = verb
    for _ in range(_FARTHEST):
        head = node.head
        if head.i == node.i or read.status is None or setting(node) or _finite_beside_bare(node):
            break
        if is_verb(head) and node.dep_ in {"ccomp", "xcomp", "pcomp", "advcl"}:
            if has_child(node, {"mark"}, modality("void", "marks")):
                return VOID
            if by_nobody(head) and node.i > head.i:
                return VOID
            if _voids(head, node.dep_):
                return replace(read, status=None)
        node = head
    return read


def _finite_beside_bare(verb: Token) -> bool:
    """Whether a past tense is parsed as joined to an infinitive: "let them go and recognised Latvia"."""
    return verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBN"} and verb.head.tag_ in {"VB", "VBP"}


def setting(preposition: Token) -> bool:
    """Whether what a verb denies or wishes for leaves its setting as it is: "failed to agree at talks in Oslo"."""
    return preposition.dep_ == "prep" and preposition.lower_ in grammar("settings")


def _voids(verb: Token, dependency: str) -> bool:
    """Whether a verb makes nothing of the clause that hangs on it so: "hopes to", "did not go to", "might agree to"."""
    lemma = verb.lemma_.lower()
    if dependency != "advcl" and lemma in modality("void", "verbs") and lemma not in _PROPOSING:
        return True
    if dependency == "xcomp" and has_child(verb, {"neg"}):
        return True
    if dependency == "ccomp" and _disclosed(verb):
        return False
    return dependency in {"ccomp", "xcomp"} and has_child(verb, {"aux"}, modality("void", "auxiliaries"))


def _disclosed(verb: Token) -> bool:
    """Whether a clause is what can be told at last: "It can now be revealed that she was in Lima on Monday"."""
    told = verb.lemma_ in modality("reporting", "verbs") | {"print", "publish"}
    return told and has_child(verb, {"auxpass"}) and has_child(verb, {"advmod"}, {"now", "finally", "today"})
