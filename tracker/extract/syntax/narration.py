"""Whether the words of a main clause carry a story on, from one day told in the past to the next."""

from __future__ import annotations

from spacy.tokens import Token

from tracker.extract.lexicon import grammar
from tracker.extract.syntax.tenses import DONE, own
from tracker.extract.syntax.tree import has_child, is_verb, reporting, verb_of

_ASIDE = {"after", "before", "following", "since", "until", "till", "by", "from", "of"}


def narrates(word: Token) -> bool:
    """Whether a main clause tells in the past what happened at a time: "On Monday she flew in".

    What somebody said then, what had been before and what stands in a clause by the side carry nothing on.
    """
    verb = verb_of(word)
    if verb is None or _of_something(word, verb) or own(verb) is not DONE:
        return False
    if has_child(verb, {"aux"}, {"had"}) or (reporting(verb) and verb.dep_ == "ROOT"):
        return False
    return _main(verb)


def _of_something(word: Token, verb: Token) -> bool:
    """Whether a time only describes something in the clause: "Monday's storm", "after the vote on Monday"."""
    between = [word]
    while between[-1].head.i != verb.i and between[-1].head.i != between[-1].i:
        between.append(between[-1].head)
    return any(t.dep_ == "poss" or t.lower_ in _ASIDE for t in between)


def _main(verb: Token) -> bool:
    """Whether a verb is that of its sentence, joined to it, told by it, or sets its time: "When he came on Monday"."""
    while is_verb(verb.head) and (verb.dep_ in {"conj", "ccomp"} or has_child(verb, {"advmod"}, {"when"})):
        if verb.head.i == verb.i:
            break
        verb = verb.head
    return verb.dep_ in {"ROOT", "parataxis"} and not has_child(verb, {"mark"}, grammar("conditions"))
