"""Which verbs tell the beginning or the end of a stay."""

from __future__ import annotations

from spacy.tokens import Token

from tracker.extract.lexicon import grammar

_WHITHER = {"for", "to"}


def bound_elsewhere(verb: Token) -> bool:
    """Whether somebody leaves for a journey and not for home: "left for Lima"."""
    if verb.lemma_ not in grammar("leaving"):
        return False
    ways = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in _WHITHER)
    goals = (c for way in ways for c in way.children if c.dep_ == "pobj")
    return any(c.lower_ != "home" for c in goals)


def homeward(verb: Token) -> bool:
    """Whether a verb of movement leads back: "flew home", "will be back on Friday", "returned"."""
    if verb.lemma_ in grammar("moving"):
        return any(c.lower_ in {"home", "back"} and c.dep_ not in {"nsubj", "nsubjpass"} for c in verb.children)
    return verb.lemma_ == "return" or (verb.lemma_ in grammar("leaving") and not bound_elsewhere(verb))


def ends_stay(verb: Token) -> bool:
    """Whether a verb tells that a stay ends: "flew home", "a visit that concludes today", "brought it to a close"."""
    return homeward(verb) or (verb.lemma_ in grammar("closing") and _of_a_stay(verb)) or _brought_to_a_close(verb)


def lasts(verb: Token) -> bool:
    """Whether a verb tells how long a stay lasts: "stays until Friday", "had been there since Monday"."""
    there = any(c.lower_ in {"in", "there", "here", "at"} for c in verb.children)
    return (
        verb.lemma_ in {"stay", "remain"}
        or (verb.lemma_ == "be" and there)
        or (verb.lemma_ in grammar("lasting") and _of_a_stay(verb))
    )


def _of_a_stay(verb: Token) -> bool:
    """Whether what ends is a stay: the verb's subject or object, or what its clause describes."""
    near = [*(c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}), verb.head]
    return any(t.lemma_.lower() in grammar("staying") for t in near)


def _brought_to_a_close(verb: Token) -> bool:
    brought = verb.lemma_ in {"bring", "come", "draw"}
    to = (t.lower_ for c in verb.children if brought and c.lower_ == "to" for t in c.subtree)
    return not {"close", "end", "conclusion"}.isdisjoint(to)
