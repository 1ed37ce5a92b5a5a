"""Status and tense of an act from its own words: auxiliaries, infinitives, and the preposition before a noun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from tracker.extract.lexicon import grammar, modality
from tracker.extract.syntax.tree import OBJECTS, SUBJECTS, has_child, is_verb, verb_above
from tracker.model import Status

Tense = Literal["past", "present", "future"]

_RANKS = {"first", "second", "third", "last", "latest"}
_DONE = {"after", "during", "following", "since", "at", "in", "from"}
_BY_MEANS = {"in", "by", "through", "via"}  # "proposed in a letter": the letter was written


@dataclass(frozen=True, slots=True)
class Reading:
    """How an act is asserted: `status` is None when it is no event.

    `background` marks what lies before the past that is told ("had met"), `habitual` a plain present ("receives").
    """

    status: Status | None
    tense: Tense
    background: bool = False
    habitual: bool = False


DONE = Reading(Status.OCCURRED, "past")
PLANNED = Reading(Status.PLANNED, "future")
NEVER_HELD = Reading(Status.CANCELLED, "future")
VOID = Reading(None, "future")


def own(word: Token) -> Reading:
    """What a verb says by its auxiliaries, or a noun by the verb of its clause."""
    if is_verb(word):
        return _of_verb(word)
    above = verb_above(word)
    return DONE if above is None else _of_noun(word, above)


def _of_verb(verb: Token) -> Reading:
    if _shares_auxiliary(verb):
        return _of_verb(verb.head)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in grammar("convening"):
        return own(verb.head)  # "will attend the talks convened by"
    if _brought_about(verb) or _watched(verb):
        return _of_verb(verb.head)
    if (joining := _joined(verb)) is not None:
        return _of_verb(joining)
    auxiliaries = frozenset(child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"})
    return _modal(verb, auxiliaries) or _conditional(verb) or _with_to(verb, auxiliaries) or _plain(verb, auxiliaries)


def _shares_auxiliary(verb: Token) -> bool:
    """Whether a bare verb goes on after the auxiliary of the one before: "will fly to Oslo and hold talks"."""
    bare = verb.tag_ in {"VB", "VBP"} and not any(
        c.dep_ in {"aux", "auxpass"} or c.dep_ in SUBJECTS for c in verb.children
    )
    return (
        bare and verb.dep_ == "conj" and is_verb(verb.head) and has_child(verb.head, {"aux"}) and verb.head.tag_ == "VB"
    )


def _brought_about(verb: Token) -> bool:
    """Whether somebody has or gets something done: "was to have had his letters accepted", "got him recalled"."""
    bare = verb.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return bare and verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in {"have", "get"}


def _joined(verb: Token) -> Token | None:
    """The verb of who does what others do: "joined the ranks of the states that recognise", "became one of those"."""
    above = verb_above(verb.head) if verb.dep_ == "relcl" and verb.tag_ in {"VBP", "VBZ"} else None
    return above if above is not None and above.lemma_ in {"join", "become", "swell"} else None


def _watched(verb: Token) -> bool:
    """Whether somebody sees something done: "Oslo saw both ministers sign a treaty"."""
    bare = verb.tag_ in {"VB", "VBP"} and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return bare and verb.dep_ == "ccomp" and verb.head.lemma_ in {"see", "watch", "witness", "hear"}


def _modal(verb: Token, auxiliaries: frozenset[str]) -> Reading | None:
    if auxiliaries & modality("planned", "auxiliaries"):
        return PLANNED
    if {"would", "have"} <= auxiliaries:
        return Reading(None, "past")
    if "would" in auxiliaries:  # "said that he would go"
        return PLANNED if verb.dep_ in {"ccomp", "conj"} and verb.head.tag_ in {"VBD", "VBN"} else VOID
    if {"should", "have"} <= auxiliaries:
        return NEVER_HELD
    return VOID if auxiliaries & modality("void", "auxiliaries") else None


def _conditional(verb: Token) -> Reading | None:
    if has_child(verb, {"mark"}, modality("void", "marks")):
        return VOID
    on_condition = any(c.dep_ == "advcl" and has_child(c, {"mark"}, grammar("conditions")) for c in verb.children)
    return VOID if on_condition and verb.tag_ not in {"VBD", "VBN"} else None


def _with_to(verb: Token, auxiliaries: frozenset[str]) -> Reading | None:
    if "to" not in auxiliaries:
        return None
    was_to_have = "have" in auxiliaries and verb.head.lower_ in {"was", "were"}
    return NEVER_HELD if was_to_have else _infinitive(verb)


def _plain(verb: Token, auxiliaries: frozenset[str]) -> Reading:
    if verb.lemma_ == "be" and any(c.dep_ == "acomp" and _due(c) for c in verb.children):
        return PLANNED
    past = bool(auxiliaries & grammar("past_auxiliaries"))
    past = past or (verb.tag_ in {"VBD", "VBN"} and "being" not in auxiliaries)  # "is being paid"
    return DONE if past else Reading(Status.OCCURRED, "present")


def _due(adjective: Token) -> bool:
    """Whether an adjective tells what is to come: "is due to end"."""
    to_come = (c for c in adjective.children if c.dep_ == "xcomp")
    return adjective.lower_ in modality("planned", "adjectives") and any(has_child(c, {"aux"}, {"to"}) for c in to_come)


def _infinitive(verb: Token) -> Reading:
    head = verb.head
    if head.lemma_ == "be" and verb.dep_ in {"xcomp", "ccomp", "acomp"}:
        answered = any(c.dep_ in SUBJECTS and c.lemma_ in grammar("answers") for c in head.children)
        there = verb.lemma_ in {"find", "see"} and head.tag_ == "VBD" and has_child(verb, {"auxpass"})
        # "its answer was to recall him", "was to be found in Oslo"
        return DONE if there or (answered and head.tag_ == "VBD") else PLANNED
    if head.lower_ in _RANKS and head.head.lemma_ in {"be", "become"}:
        return _of_verb(head.head)  # "was the first to sever ties"
    if is_verb(head) or head.pos_ == "ADJ":
        return _wanted(verb, head)
    if _denied(head):
        return VOID
    if head.dep_ in {"attr", "npadvmod", "dobj"} and head.head.lemma_ in {"be", "become"}:
        return _of_verb(head.head)  # "became the fifth state to accept"
    foreseen = head.lemma_.lower() in modality("planned", "nouns") or verb.i == head.i
    return PLANNED if foreseen or _headlined(verb) else VOID


def _headlined(verb: Token) -> bool:
    """Whether a headline tells so that something goes on: "Talks to resume on Friday"."""
    alone = not any(c.dep_ in OBJECTS for c in verb.children)
    return alone and verb.lemma_ in grammar("going_on") and verb.head.head.i == verb.head.i


def _denied(noun: Token) -> bool:
    """Whether there is said to be none: "has no plans to", "made no decision to"."""
    return has_child(noun, {"det"}, modality("void", "determiners")) or has_child(noun.head, {"neg"})


def _wanted(verb: Token, head: Token) -> Reading:
    """What the verb or adjective above makes of an infinitive: "plans to", "wants to", "unlikely to", "flew in to"."""
    lemma = head.lemma_.lower()
    if (
        lemma in grammar("leaving")
        and verb.lemma_ in grammar("attending")
        and has_child(head, {"aux"}, {"has", "have"})
    ):
        return PLANNED  # "has left to attend the conference"
    if head.lower_ in grammar("moved"):
        return _with_pleasure(head)
    if lemma in modality("planned", "verbs") or head.lower_ in modality("planned", "adjectives"):
        return PLANNED
    if lemma in modality("void", "verbs") or head.lower_ in modality("void", "adjectives"):
        return VOID
    return own(head) if verb.dep_ in {"advcl", "xcomp"} and is_verb(head) else PLANNED


def _with_pleasure(adjective: Token) -> Reading:
    """What somebody "was pleased to receive" has been received; whoever "is happy to host" only says so."""
    copula = adjective if any(c.dep_ == "auxpass" for c in adjective.children) else adjective.head
    past = copula.tag_ == "VBD" or has_child(copula, {"aux", "auxpass"}, {"was", "were", "has", "have", "had"})
    return DONE if past and not has_child(copula, {"aux"}, {"would"}) else own(copula) if is_verb(copula) else PLANNED


def _of_noun(noun: Token, above: Token) -> Reading:
    preposition = noun.head.lower_ if noun.dep_ == "pobj" else ""
    if preposition in modality("planned", "prepositions") or _ahead_of(noun) or _prepared(noun) or _there_to_come(noun):
        return PLANNED
    if preposition in _DONE:
        named = preposition == "at" or (preposition == "after" and has_child(noun, {"det"}, {"the"}))
        return PLANNED if (named and yet_to_be(above)) or _awaited_then(noun, above) else DONE
    lemma, carried = above.lemma_.lower(), noun.dep_ in OBJECTS | SUBJECTS | {"pobj"} and preposition not in _BY_MEANS
    if carried and noun.dep_ != "nsubj" and lemma in modality("void", "verbs"):  # "the talks failed" were held
        return Reading(None, _of_verb(above).tense)
    return PLANNED if carried and lemma in modality("planned", "verbs") else _of_verb(above)


def _awaited_then(noun: Token, above: Token) -> bool:
    """Whether what it is the time of is looked for: "Washington expects harmonious talks during the visit"."""
    ahead = above.lemma_.lower() in modality("planned", "verbs") and above.tag_ in {"VBZ", "VBP"}
    return ahead and noun.head.lower_ == "during" and noun.i > above.i


def _prepared(noun: Token) -> bool:
    """Whether it is made ready for: "the agenda of the conference", "their upcoming participation in the summit"."""
    if noun.dep_ != "pobj":
        return False
    above = noun.head.head
    if noun.head.lower_ in {"for", "of"} and above.lemma_.lower() in modality("planned", "preparations"):
        return True
    return noun.head.lower_ in {"in", "at"} and has_child(above, {"amod"}, modality("planned", "adjectives"))


def _there_to_come(noun: Token) -> bool:
    """Whether what is told of it lies ahead: "the summit in Lima, where ministers will debate"."""
    ahead = modality("planned", "auxiliaries")
    return any(
        c.dep_ == "relcl" and has_child(c, {"advmod"}, {"where"}) and has_child(c, {"aux"}, ahead)
        for c in noun.children
    )


def yet_to_be(verb: Token) -> bool:
    """Whether a clause lies ahead: "at the talks there would be an attempt", "hopes to sign it at the talks"."""
    if has_child(verb, {"aux"}, modality("planned", "auxiliaries") | {"would"}):
        return True
    if verb.lemma_.lower() in modality("planned", "verbs") and has_child(verb, {"auxpass"}, {"is", "are"}):
        return True  # "at the meeting, the board is scheduled to discuss"
    if not has_child(verb, {"aux"}, {"to"}) or not is_verb(verb.head) or verb.head.i == verb.i:
        return False
    aims = modality("planned", "verbs") | modality("void", "verbs") - grammar("attempts")
    return verb.head.lemma_.lower() in aims or yet_to_be(verb.head)


def _ahead_of(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in {"ahead", "eve"}
