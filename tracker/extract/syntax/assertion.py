"""Whether an act is asserted: done, planned, called off, or only wished for, denied and doubted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from tracker.extract.lexicon import grammar, modality
from tracker.extract.syntax.carriers import Act
from tracker.extract.syntax.denials import (
    asked,
    bidden,
    bound_to,
    conditional,
    denies,
    nor,
    ordered,
)
from tracker.extract.syntax.governors import (
    accepted,
    awaited,
    committed_to,
    governed,
    only_aimed_at,
    setting,
    under_study,
)
from tracker.extract.syntax.tenses import DONE, NEVER_HELD, PLANNED, VOID, Reading, Tense, own, yet_to_be
from tracker.extract.syntax.tree import OBJECTS, SUBJECTS, has_child, is_verb, verb_above
from tracker.model import Status

__all__ = ["Reading", "reading"]

_BEFORE = 8  # words before a noun that bear on it
_AFTER = 12  # words of its predicate that do
_CLAUSE = 18  # words behind a verb that are still its clause
_LOOKED_FORWARD_TO = {"visit", "meeting", "call", "summit"}  # to an embassy or a treaty one only does so in hope
_IN_THE_NEGATIVE = {
    "unwelcome",
    "unopposed",
    "unrecognises",
}  # told by a denial: "is no longer welcome", "has no objection to"
_DROPPING = {"disaccredits", "ends"}  # "gave notice that it will be bound no longer"
_HOLDING = {"bear", "carry", "have"}


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, phrases), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b", re.I)


_CALLED_OFF = _any_of(modality("cancelled", "phrases"))
_WISHED_FOR = _any_of(modality("void", "phrases"))


def reading(act: Act) -> Reading:
    """Status and tense of an act from its auxiliaries, its governors and the words around it."""
    verb = act.governor
    if (framed := _framed(act, verb)) is not None:
        return framed
    described = _by_adjective(act.trigger) if act.nominal else ""
    if _negated(act) or asked(verb) or conditional(verb) or described == "void" or only_aimed_at(verb):
        return VOID
    if accepted(verb) or _once_there(verb):
        return replace(PLANNED, habitual=_once_there(verb))
    read = governed(verb, _by_itself(act, described))
    if act.kind == "agreement" and act.lemma in _HOLDING:
        return replace(read, tense="past")  # "bears the signatures of", "have a pact since"
    if act.kind != "rupture" and act.frame not in _DROPPING and _called_off(act):
        return replace(read, status=Status.CANCELLED)
    return replace(read, background=has_child(verb, {"aux"}, {"had"}), habitual=_habitual(verb, read.tense))


def _framed(act: Act, verb: Token) -> Reading | None:
    """How an act is read whatever is around it: dropped, ordered ("must leave"), or told by whom it names."""
    if act.frame == "has_to_go":
        return governed(verb.head if bound_to(verb) else verb, DONE) if ordered(verb) else VOID
    if act.frame in _IN_THE_NEGATIVE:
        return own(verb)
    named = _named_to_be(verb) if act.frame == "becomes" else _declared_to_be(verb)
    return NEVER_HELD if named is None and _dropped(verb) else named


def _named_to_be(verb: Token) -> Reading | None:
    """How an infinitive is read that only says what somebody is named: "appoint Ana Rey to be consul".

    So too where a list has no other verb: "Ana Rey, of Ohio, to be consul".
    """
    if verb.lemma_ != "be" or not has_child(verb, {"aux"}, {"to"}):
        return None
    above = verb_above(verb)
    if above is None:
        return DONE
    naming = next((v for v in (above, *above.children) if is_verb(v) and v.lemma_ in grammar("naming")), None)
    return own(naming) if naming is not None else None


def _declared_to_be(verb: Token) -> Reading | None:
    """How an infinitive is read by which somebody makes it so: "declared the ties to be at an end"."""
    above = verb.head if verb.lemma_ == "be" and has_child(verb, {"aux"}, {"to"}) else verb
    return own(above) if above.lemma_ in {"declare", "pronounce", "proclaim"} and above.i != verb.i else None


def _by_itself(act: Act, described: str) -> Reading:
    """What an act's own words make of it, before the verbs above; `described` as `_by_adjective` says."""
    read = own(act.governor)
    fixed = described == "planned" or (act.nominal and act.governor.lemma_ in grammar("fixing"))
    if read.status is not None and awaited(act.governor):
        read = PLANNED if act.kind in _LOOKED_FORWARD_TO else VOID
    elif read.status is not None and fixed:
        read = PLANNED
    return Reading(Status.OCCURRED, "future") if read.status is Status.PLANNED and _begun(act.trigger) else read


_DOUBTED = re.compile(
    r"\b(?:prospects?|chances?|hopes?) (?:[\w-]+ ){0,4}(?:for|of) ", re.I
)  # "appear slim for a meeting"


def _by_adjective(noun: Token) -> str:
    """ "void" or "planned" by the first adjective that tells; "" when none does."""
    for child in noun.children:
        if child.dep_ in {"amod", "nmod", "compound", "det"}:
            for status in ("void", "planned"):
                if child.lower_ in modality(status, "adjectives") and not _this_time(child, noun):
                    return status
    return ""


def _this_time(adjective: Token, noun: Token) -> bool:
    """Whether what is usual is told of one occasion: "held their monthly meeting", "at last year's annual talks"."""
    if adjective.lower_ not in grammar("usual"):
        return False
    under = noun.dep_ == "pobj" and noun.head.lower_ in {"to", "at"}  # "played host to the annual meeting"
    verb = verb_above(noun) if under else noun.head
    if verb is None or not (under or noun.dep_ in OBJECTS | {"nsubjpass"}):
        return False
    done = verb.tag_ in {"VBD", "VBN"} or has_child(verb, {"aux"}, modality("planned", "auxiliaries"))
    return done and not any(c.dep_ == "npadvmod" and c.tag_ == "NNS" for c in verb.children)


def _dropped(verb: Token) -> bool:
    """Whether a plan is told as given up: "will not fly to Accra after all", "will no longer attend"."""
    if not any(c.lower_ in modality("planned", "auxiliaries") for c in verb.children):
        return False
    text = _clause(verb).lower()
    return ("after all" in text and has_child(verb, {"neg"})) or "no longer" in text or "not be going" in text


def _negated(act: Act) -> bool:
    """Whether an act is denied, doubted or wished for by the words beside it."""
    if any(denies(child) for token in (act.governor, act.trigger) for child in token.children):
        return True
    beside = act.trigger.dep_ == "pobj" and setting(act.trigger.head)  # "sure to be voted down at a meeting"
    if act.nominal and not beside and (_WISHED_FOR.search(around := _around(act.trigger)) or _DOUBTED.search(around)):
        return True
    if act.nominal and (committed_to(act) or under_study(act)):
        return True
    if act.trigger.dep_ in SUBJECTS and has_child(act.trigger.head, {"neg"}):
        return True
    if nor(act.governor) or bidden(act):
        return True
    above = act.trigger.head if act.trigger.dep_ in {"pobj", "pcomp"} else act.governor.head
    return above.lower_ == "without"


def _begun(noun: Token) -> bool:
    """Whether what is to go on has begun: "the conference, which opened today, will last a week"."""
    clauses = (c for c in noun.children if c.dep_ == "relcl" and c.tag_ == "VBD")
    return any(c.lemma_ in grammar("beginning") or c.lemma_ == "resume" for c in clauses)


def _once_there(verb: Token) -> bool:
    """Whether a clause tells in the present when something is to be done: "will sign it when they meet on Monday"."""
    plain = verb.tag_ in {"VBZ", "VBP"} and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    timed = verb.dep_ == "advcl" and has_child(verb, {"advmod", "mark"}, {"when", "once"})
    return plain and timed and is_verb(verb.head) and yet_to_be(verb.head)


def _called_off(act: Act) -> bool:
    lemmas = modality("cancelled", "verbs")
    near = act.governor if is_verb(act.governor) else act.governor.head
    if near.lemma_.lower() in lemmas and near.i != act.trigger.i:
        return True
    above = verb_above(act.trigger)
    carried = above is not None and act.trigger.dep_ in OBJECTS | SUBJECTS
    if above is not None and carried and (above.lemma_.lower() in lemmas or _put_off(above)):
        return True
    clause = _clause(act.governor, but=act.trigger).replace("no longer welcome", "unwelcome")
    return bool(_CALLED_OFF.search(clause))


def _put_off(verb: Token) -> bool:
    """Whether a verb and its particle call off what is their subject or object: "the signing has been called off"."""
    return verb.lemma_ in {"call", "put"} and has_child(verb, {"prt", "advmod", "prep"}, {"off"})


def _habitual(verb: Token, tense: Tense) -> bool:
    """Whether a plain present tells what is usual: "receives visitors"; a headline's present tells what happened."""
    if verb.dep_ in {"advcl", "xcomp"} and has_child(verb, {"aux"}, {"to"}):
        verb = verb.head  # "begin talks today to discuss"
    plain = verb.tag_ in {"VBZ", "VBP"} and not any(c.dep_ == "aux" for c in verb.children)
    return tense == "present" and plain and verb.lemma_ != "be"


def _around(noun: Token) -> str:
    """The words that bear on a noun: those just before it, and the predicate that it is the subject of."""
    before = noun.doc[max(0, noun.i - _BEFORE) : noun.i + 1].text
    after = noun.head.subtree if noun.dep_ in SUBJECTS else ()
    return before + " | " + " ".join(t.text for t in after if noun.i < t.i < noun.i + _AFTER)


def _clause(token: Token, but: Token | None = None) -> str:
    """The words of the clause of a verb, or of the verb that a noun hangs on; `but` a verb that is asked about."""
    tokens = {t for t in token.subtree if t.i - token.i < _CLAUSE}
    above = None if is_verb(token) else verb_above(token)
    tokens |= set(above.subtree) if above is not None else set()
    tokens -= {but} if but is not None and is_verb(but) else set()
    return " ".join(t.text for t in sorted(tokens, key=lambda t: t.i))
