"""What takes an act back where it is told: denials, questions, conditions, calls for it; and what makes it a duty."""

from __future__ import annotations

from spacy.tokens import Token

from tracker.extract.lexicon import modality
from tracker.extract.syntax.carriers import Act
from tracker.extract.syntax.tree import OBJECTS, SUBJECTS, has_child, is_verb


def ordered(verb: Token) -> bool:
    """Whether whoever goes has to: "must leave", "must be out by Friday", "have to go", "is to be gone"."""
    if has_child(verb, {"neg"}) or (bound_to(verb) and has_child(verb.head, {"neg"})):
        return False
    return has_child(verb, {"aux"}, {"must"}) or bound_to(verb)


def bound_to(verb: Token) -> bool:
    """Whether a verb hangs on "has to", "is to" or "will need to"."""
    above = verb.head.lemma_ in {"have", "be"} and verb.dep_ in {"xcomp", "ccomp"}
    return above and has_child(verb, {"aux"}, {"to"}) and not has_child(verb.head, {"aux"}, {"would", "may", "might"})


def nor(verb: Token) -> bool:
    """Whether a clause goes on denying, wherever its "nor" hangs: "Nor had the envoy been called in, he said"."""
    first = verb.sent[0]
    aux = [c.i for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return first.lower_ == "nor" and bool(aux) and min(aux) == first.i + 1


def bidden(act: Act) -> bool:
    """Whether somebody is only called on to do it: "Bring them home, demanded the deputies"."""
    verb = act.governor
    bare = verb.tag_ == "VB" and not any(c.dep_ in SUBJECTS | {"aux", "auxpass"} for c in verb.children)
    return (
        bare
        and verb.i == verb.sent.start
        and verb.dep_ in {"ccomp", "advcl", "ROOT"}
        and act.kind in {"recall", "expulsion"}
    )


def conditional(verb: Token) -> bool:
    """Whether something would only be done in a case: "would recall its envoy if the shelling went on"."""
    clauses = (c for c in verb.children if c.dep_ == "advcl")
    return has_child(verb, {"aux"}, {"would"}) and any(
        has_child(c, {"mark"}, {"if", "should", "unless"}) for c in clauses
    )


def asked(verb: Token) -> bool:
    """Whether it is asked if something was done: "Did you call her in?"; "When did they meet?" takes it as done."""
    if not is_verb(verb) or verb.sent[-1].lower_ not in {"?", '"', "”"} or "?" not in verb.sent[-2:].text:
        return False
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    inverted = subject is not None and any(c.dep_ == "aux" and c.i < subject.i for c in verb.children)
    return inverted and not any(c.tag_ in {"WRB", "WP", "WDT"} for c in verb.subtree if c.i < verb.i)


def denies(child: Token) -> bool:
    """Whether a word that hangs on an act takes it back: "not", "never", "no visit", "nobody met"."""
    word, dep = child.lower_, child.dep_
    return (
        dep == "neg"
        or word in modality("void", "adverbs")
        or (dep == "det" and word in modality("void", "determiners"))
        or (dep in SUBJECTS | OBJECTS and (word in {"nobody", "none", "neither"} or nobody(child)))
    )


def nobody(word: Token) -> bool:
    """Whether a subject or object is denied itself: "Neither government has recalled", "expelled no envoys"."""
    return has_child(word, {"det", "preconj"}, modality("void", "determiners"))


def by_nobody(verb: Token) -> bool:
    """Whether nobody thinks so: "Nobody in Oslo expects the embassy to reopen"."""
    return any(c.dep_ in SUBJECTS and (c.lower_ in {"nobody", "none"} or nobody(c)) for c in verb.children)
