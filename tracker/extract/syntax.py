"""What the parse says of one act: its arguments, its tense, and whether it is asserted.

The only module, with `parser`, that touches spaCy. An act's *core* is its trigger and, for a noun, the verb that
carries it ("held talks"); every actor and time expression of the sentence is asked by which path it hangs on that core.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Token

from tracker.extract.actors import Actor
from tracker.extract.lexicon import is_office, modality
from tracker.model import Status

_TRANSPARENT = {
    "conj",
    "appos",
    "nmod",
    "compound",
    "poss",
    "amod",
    "nummod",
    "det",
    "dep",
    "case",
    "quantmod",
    "npadvmod",
    "punct",
    "oprd",
    "attr",
}
_VERBAL = {"VERB", "AUX"}
_ELSEWHERE = {
    "far",
    "after",
    "before",
    "since",
    "during",
    "as",
    "while",
    "until",
    "following",
    "despite",
    "than",
    "like",
    "over",
    "about",
    "against",
}
_PLACE_WORDS = {"in", "at", "near", "outside"}
_OBJECT_CONTROL = {
    "invite",
    "ask",
    "urge",
    "allow",
    "order",
    "tell",
    "permit",
    "enable",
    "expect",
    "send",
    "dispatch",
    "instruct",
    "see",
}
_RELATIVE = {"who", "which", "that", "whom", "whose", "where", "when"}
_CLAUSES = {"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "csubj", "parataxis"}


@dataclass(frozen=True)
class Act:
    """A trigger in its sentence, with the verb that carries it when it is a noun."""

    trigger: Token
    verb: Token | None
    kind: str
    frame: str
    core: frozenset[int] = field(default=frozenset())

    @cached_property
    def governor(self) -> Token:
        """The word whose tense and subject count."""
        return self.verb if self.verb is not None else self.trigger

    @cached_property
    def passive(self) -> bool:
        """Whether the grammatical subject is acted on."""
        verb = self.governor
        return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children) or (
            verb.dep_ == "acl" and verb.tag_ == "VBN"
        )


def act(trigger: Token, kind: str, frame: str, *, light: frozenset[str]) -> Act:
    """The act of a trigger: a noun takes the verb that carries it, if any."""
    if trigger.pos_ in _VERBAL or trigger.tag_ == "VBN":
        return Act(trigger, trigger, kind, frame, frozenset({trigger.i}))
    if trigger.pos_ == "ADJ":
        return Act(trigger, trigger.head, kind, frame, frozenset({trigger.i, trigger.head.i}))
    verb = by_phone(trigger) if frame == "channel" else _carrier(trigger, light) or _relative_carrier(trigger, light)
    core = {trigger.i} | ({verb.i} if verb is not None else set())
    for token in trigger.ancestors:
        if token.i in core:
            break
        if token.pos_ not in _VERBAL and verb is not None:
            core.add(token.i)
    return Act(trigger, verb, kind, frame, frozenset(core))


def _carrier(noun: Token, light: frozenset[str]) -> Token | None:
    """The light verb that a noun hangs on: as object, as passive or plain subject, or by a preposition."""
    node = noun
    for _ in range(6):
        head = node.head
        if head.i == node.i:
            return None
        if head.pos_ in _VERBAL:
            carries = node.dep_ in {
                "dobj",
                "obj",
                "nsubjpass",
                "nsubj",
                "attr",
                "dative",
                "prep",
                "oprd",
                "npadvmod",
                "pobj",
                "conj",
            }
            return head if carries and head.lemma_.lower() in light else None
        if node.dep_ not in {"pobj", "prep", "conj", "compound", "appos", "nmod", "attr", "amod"}:
            return None
        if node.dep_ == "prep" and head.pos_ in {"NOUN", "PROPN"} and node.lower_ not in {"of", "for"}:
            return None
        if node.dep_ == "prep" and node.lower_ in _TOPIC:
            return None
        node = head
    return None


def by_phone(word: Token) -> Token | None:
    """The verb of what was done "by telephone", "on the phone", "by video link"."""
    if word.dep_ != "pobj" or word.head.lower_ not in {"by", "over", "on", "via", "through"}:
        return None
    return word.head.head if word.head.head.pos_ in _VERBAL else None


_TOPIC = {"about", "regarding", "concerning", "following", "despite", "since", "over", "as"}


def _relative_carrier(noun: Token, light: frozenset[str]) -> Token | None:
    """The verb of "the council, which Lithuania will host"."""
    return next((c for c in noun.children if c.dep_ in {"relcl", "acl"} and c.lemma_.lower() in light), None)


# --- arguments -------------------------------------------------------------------------------------------------------


PRONOUNS = {"he", "she", "they", "it", "him", "her", "them", "both", "pair", "two", "one", "himself"}


def pronouns(doc: Doc) -> list[tuple[str, Token]]:
    """The words that stand for somebody told before, where they are a subject or an object."""
    wanted = {"nsubj", "nsubjpass", "dobj", "obj", "pobj", "dative", "agent"}
    return [
        (t.lower_, t)
        for t in doc
        if t.lower_ in PRONOUNS and t.dep_ in wanted and t.pos_ in {"PRON", "NOUN", "NUM", "DET"}
    ]


def slots(act_: Act, actors: list[tuple[Actor, Token]]) -> dict[str, list[Actor]]:
    """Each actor under the name of its path to the act: subj, obj, with, to, in, …; `clause` elsewhere in the clause
    of the act, `far` outside it."""
    subjects = set(_subjects(act_.governor)) if _has_doer(act_) else set()
    relative = _relative(act_.governor)
    filled: dict[str, list[Actor]] = {}
    owners = {token.i for _, token in actors}
    for actor, token in actors:
        if token.dep_ == "poss" and token.head.i in owners and token.head.i not in act_.core:
            continue  # "Moon's adviser": the adviser takes part, not Moon
        slot = _slot(act_, token, subjects, owners)
        if relative and slot == "far" and _stands_for(token, relative[1]):
            slot = relative[0]
        if slot not in _ELSEWHERE and (where := _where(actor, token)):
            slot = where if slot not in {"to", "into", "for"} else slot
        filled.setdefault(slot, []).append(actor)
    return filled


def object_of(act_: Act) -> Token | None:
    """The direct object of an act's verb, or the subject of its passive; None for a noun's own carrier."""
    if act_.trigger.i != act_.governor.i:
        return None
    return next((c for c in act_.governor.children if c.dep_ in {"dobj", "obj", "nsubjpass"}), None)


def clausal(act_: Act) -> bool:
    """Whether what an act's verb takes is a clause: "recognised that much remains to be done"."""
    return any(c.dep_ == "ccomp" for c in act_.governor.children)


def mates_of(act_: Act, *, objects: bool) -> frozenset[str]:
    """The common nouns of those an act is done with: what hangs on its "with" and "of", its objects where asked."""
    parts = [child for token in {act_.trigger, act_.governor} for child in token.children]
    heads = [c for part in parts if part.lower_ == "with" for c in part.children if c.dep_ == "pobj"]
    heads += [part for part in parts if objects and part.dep_ in {"dobj", "obj"}]
    heads += [c for part in act_.trigger.children if part.lower_ == "of" for c in part.children]
    heads += [c for head in heads for part in head.children if part.lower_ == "of" for c in part.children]
    near = [
        t
        for head in heads
        for t in (head, *head.conjuncts, *(c for c in head.children if c.dep_ in {"compound", "amod"}))
    ]
    return frozenset(t.lemma_.lower() for t in near if t.pos_ in {"NOUN", "ADJ"})


def _has_doer(act_: Act) -> bool:
    """Whether the subject of the sentence can be who does the act; not where it is only spoken of: "talked about the summit"."""
    noun = act_.trigger
    while noun.dep_ == "conj" and noun.head.i != noun.i:
        noun = noun.head
    return not (noun.dep_ == "pobj" and noun.head.lower_ in {"about", "regarding", "concerning"})


def _relative(verb: Token) -> tuple[str, Token] | None:
    """The noun that a relative clause hangs on, and its part there: "Baku, where he is expected", "which it visited"."""
    node = verb
    while node.dep_ in {"xcomp", "conj", "ccomp"} and node.head.i != node.i:
        node = node.head
    if node.dep_ != "relcl":
        return None
    for word in verb.children:
        if word.lower_ == "where":
            return "in", node.head
        if word.lower_ in {"which", "whom", "that"} and word.dep_ in {"dobj", "obj"}:
            return "obj", node.head
    return ("in", node.head) if any(c.lower_ == "where" for c in node.children) else None


def _stands_for(token: Token, head: Token) -> bool:
    return token.i == head.i or (token.head.i == head.i and token.dep_ in {"appos", "compound"})


def _where(actor: Actor, token: Token) -> str:
    """The preposition that makes a land a place, however deep it hangs: "met Trudeau of Canada in Mexico City"."""
    if not actor.surface:
        return ""
    while token.dep_ in {"appos", "compound"} and token.head.pos_ in {"NOUN", "PROPN"}:
        token = token.head  # "in the Qatari capital, Doha"
    if token.dep_ != "pobj":
        return ""
    word = token.head.lower_
    return word if word in _PLACE_WORDS and token.head.head.pos_ in {"VERB", "AUX", "PROPN", "NOUN"} else ""


def _slot(act_: Act, token: Token, subjects: set[int], owners: set[int]) -> str:
    """The name of the path from an actor to the act; `clause` when it only describes something else in the clause."""
    label, node, deep = "", token, False
    for _ in range(_LONGEST_PATH):
        if node.i in act_.core:
            return "clause" if deep and label not in _PLACE_WORDS else label or "clause"
        if node.i in subjects:
            return ("obj" if act_.passive else "subj") if not label else "clause" if deep else "subj_" + label
        head = node.head
        if head.i == node.i:
            return "far"
        deep = deep or _describes(node, head, act_, owners)
        label = _step(act_, node, head, label)
        if label == "far":
            return "far"
        node = head
    return "far"


_LONGEST_PATH = 25
_PARTS = {
    "capital",
    "city",
    "member",
    "part",
    "representative",
    "party",
    "people",
    "number",
    "group",
    "series",
    "round",
    "couple",
    "rest",
    "leadership",
    "range",
    "dozen",
    "embassy",
    "side",
}


def _describes(node: Token, head: Token, act_: Act, owners: set[int]) -> bool:
    """Whether a step leads out of a noun that takes no part itself: "the war in Ukraine", "efforts of Iran"."""
    if node.dep_ != "prep" or head.pos_ not in {"NOUN", "PROPN"} or head.i in act_.core or head.i in owners:
        return False
    return head.lemma_.lower() not in _PARTS and not is_office(head.lemma_.lower()) and not is_office(head.lower_)


def _step(act_: Act, node: Token, head: Token, label: str) -> str:
    """The label of a path after the step from `node` to `head`."""
    dep = node.dep_
    if dep in {"nsubj", "nsubjpass", "csubj", "agent", "dobj", "obj", "dative", "iobj"}:
        if head.i not in act_.core:
            return label if head.pos_ not in _VERBAL else "far"
        return _grammatical(act_, dep, head)
    if dep in {"pobj", "pcomp"}:
        return head.lower_
    if dep == "prep":
        return node.lower_ if not label or head.i in act_.core or head.pos_ in _VERBAL else label
    if dep in _CLAUSES and node.pos_ in _VERBAL:
        return "far"
    if dep == "conj" and node.pos_ in _VERBAL:
        return "far"
    if dep in {"poss", "compound", "amod", "nmod"} and head.i in act_.core:
        return "poss" if dep == "poss" else "mod"
    return label


def _grammatical(act_: Act, dep: str, head: Token) -> str:
    if head.pos_ not in _VERBAL:
        return "mod"
    if dep == "nsubjpass":
        return "obj"
    if dep == "agent":
        return "subj"
    if dep in {"dobj", "obj"}:
        return "obj"
    if dep in {"dative", "iobj"}:
        return "to"
    return "obj" if act_.passive and dep == "nsubj" else "subj"


def _subjects(verb: Token) -> Iterator[int]:
    """Tokens that are the subject of `verb`, its own or the one it shares."""
    node = verb
    for _ in range(6):
        own = [child for child in node.children if child.dep_ in {"nsubj", "nsubjpass"}]
        if own:
            for child in own:
                yield from _antecedents(child, node)
            return
        head = node.head
        if head.i == node.i:
            return
        if node.dep_ in {"relcl", "acl"}:
            yield head.i
            yield from _told_of(head)
            return
        if node.dep_ == "xcomp" and head.lemma_ in _OBJECT_CONTROL:
            objects = [child for child in head.children if child.dep_ in {"dobj", "obj", "nsubjpass"}]
            if objects:
                yield from (child.i for child in objects)
                return
        node = head if head.pos_ in _VERBAL else _verb_above(head)
        if node is None:
            return


def _verb_above(token: Token) -> Token | None:
    return next((t for t in token.ancestors if t.pos_ in _VERBAL), None)


def _told_of(noun: Token) -> Iterator[int]:
    """The subject of which a noun is told: Japan in "Japan was among the nations that …"."""
    verb = _verb_above(noun)
    if verb is not None and verb.lemma_ in {"be", "become"}:
        yield from (child.i for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"})


def _antecedents(subject: Token, verb: Token) -> Iterator[int]:
    if subject.lower_ in _RELATIVE and verb.dep_ == "relcl":
        yield verb.head.i
        yield from _told_of(verb.head)
    yield subject.i


# --- tense and modality ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reading:
    """How an act is asserted: None for `status` when it is no event. `tense` is past, present or future."""

    status: Status | None
    tense: str
    why: str = ""
    reported: bool = False
    background: bool = False
    habitual: bool = False


def reading(act_: Act) -> Reading:
    """Status and tense of an act from its auxiliaries, its governors and the words around it."""
    verb = act_.governor
    if _dropped(verb):
        return Reading(Status.CANCELLED, "future", "after all")
    if why := _negated(act_):
        return Reading(None, "past", why)
    status, tense, why = _own(verb)
    if act_.trigger.i != verb.i or verb.pos_ not in _VERBAL:
        noun_status, noun_why = _noun(act_.trigger)
        if noun_status == "void":
            return Reading(None, tense, noun_why)
        if noun_status == "planned" and status is not None:
            status, tense, why = Status.PLANNED, "future", noun_why
    if status is not None and _awaited(verb):
        return Reading(Status.PLANNED, "future", "looks forward to")
    status, tense, why = _governed(verb, status, tense, why)
    if _called_off(act_):
        return Reading(Status.CANCELLED, tense, "called off")
    background = any(child.lower_ in {"had"} and child.dep_ == "aux" for child in verb.children)
    return Reading(status, tense, why, background=background, habitual=_habitual(verb, tense))


def _habitual(verb: Token, tense: str) -> bool:
    """Whether a plain present tells what is usual: "receives visitors"; a headline's present tells what happened."""
    return (
        tense == "present"
        and verb.tag_ in {"VBZ", "VBP"}
        and verb.lemma_ != "be"
        and not any(c.dep_ == "aux" for c in verb.children)
    )


def _dropped(verb: Token) -> bool:
    """Whether a plan is told as given up: "will not be going to Niamey after all", "will no longer attend"."""
    future = any(c.lower_ in modality("planned", "auxiliaries") for c in verb.children)
    text = _clause_text(verb).lower()
    return future and (
        ("after all" in text and any(c.dep_ == "neg" for c in verb.children))
        or "no longer" in text
        or "not be going" in text
    )


_VOID_PHRASES = re.compile(
    r"\b(?:under consideration|no plans? (?:for|to)|possibility of|prospects? (?:of|for)|calls? for|called for|calling for|proposals? for|hopes? (?:of|for)|requests? for"
    r"|invitations? (?:to|for)|need for|offers? of|rejected|ruled out|not on the calendar|rumou?rs? of|talk of|threat of|chances? of|likelihood of)\b",
    re.I,
)


def _negated(act_: Act) -> str:
    for token in (act_.governor, act_.trigger):
        for child in token.children:
            if child.dep_ == "neg" or child.lower_ in modality("void", "adverbs"):
                return f"negated: {child.text}"
            if child.dep_ == "det" and child.lower_ in modality("void", "determiners"):
                return f"negated: {child.text}"
            if child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ in {"nobody", "none", "neither"}:
                return f"negated: {child.text}"
    if act_.trigger.pos_ not in _VERBAL and _VOID_PHRASES.search(_around(act_.trigger)):
        return "wished for or doubted"
    if act_.trigger.dep_ in {"nsubj", "nsubjpass"} and any(c.dep_ == "neg" for c in act_.trigger.head.children):
        return "negated"
    prep = act_.trigger.head if act_.trigger.dep_ in {"pobj", "pcomp"} else act_.governor.head
    return "without" if prep.lower_ == "without" else ""


def _own(verb: Token) -> tuple[Status | None, str, str]:
    if verb.pos_ not in _VERBAL:
        above = _verb_above(verb)
        return (Status.OCCURRED, "past", "") if above is None else _noun_tense(verb, above)
    return _verb_tense(verb)


def _verb_tense(verb: Token) -> tuple[Status | None, str, str]:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if auxiliaries & modality("planned", "auxiliaries"):
        return Status.PLANNED, "future", "will"
    if {"would", "have"} <= auxiliaries:
        return None, "past", "would have"
    if "would" in auxiliaries:
        reported = verb.dep_ in {"ccomp", "conj"} and verb.head.tag_ in {"VBD", "VBN"}
        return (Status.PLANNED, "future", "would") if reported else (None, "future", "would")
    if "should" in auxiliaries and "have" in auxiliaries:
        return Status.CANCELLED, "future", "should have"
    if auxiliaries & modality("void", "auxiliaries"):
        return None, "future", "modal"
    if any(child.dep_ == "mark" and child.lower_ in modality("void", "marks") for child in verb.children):
        return None, "future", "conditional"
    if any(child.dep_ == "advcl" and _marked_if(child) for child in verb.children) and verb.tag_ not in {"VBD", "VBN"}:
        return None, "future", "on a condition"
    if "have" in auxiliaries and ("to" in auxiliaries and verb.head.lower_ in {"was", "were"}):
        return Status.CANCELLED, "future", "was to have"
    if "to" in auxiliaries:
        return _infinitive(verb)
    if verb.tag_ in {"VBD", "VBN"} or auxiliaries & {"was", "were", "had", "did"}:
        return Status.OCCURRED, "past", ""
    if auxiliaries & {"has", "have", "'s", "’s", "'ve"}:
        return Status.OCCURRED, "past", ""
    if verb.tag_ == "VBG":
        return Status.OCCURRED, "present", ""
    return Status.OCCURRED, "present", ""


def _marked_if(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "provided"} for c in clause.children)


def _infinitive(verb: Token) -> tuple[Status | None, str, str]:
    head = verb.head
    if head.lemma_ == "be" and verb.dep_ in {"xcomp", "ccomp", "acomp"}:
        return (Status.PLANNED, "future", "is to")
    if head.lower_ in {"first", "second", "third", "last", "latest"} and head.head.lemma_ in {"be", "become"}:
        return _verb_tense(head.head)  # "was the first to sever ties"
    if head.pos_ in _VERBAL or head.pos_ == "ADJ":
        lemma = head.lemma_.lower()
        if lemma in modality("planned", "verbs") or head.lower_ in modality("planned", "adjectives"):
            return Status.PLANNED, "future", head.text
        if lemma in modality("void", "verbs") or head.lower_ in modality("void", "adjectives"):
            return None, "future", head.text
        if verb.dep_ in {"advcl", "xcomp"} and head.pos_ in _VERBAL:
            return _purpose(verb, head)
        return Status.PLANNED, "future", "to"
    if head.dep_ == "attr" and head.head.lemma_ in {"be", "become"}:
        return _verb_tense(head.head)  # "became the fifth state to accept"
    if head.lemma_.lower() in {"plan", "agreement", "decision", "pledge", "intention", "date"}:
        return Status.PLANNED, "future", head.text
    return (Status.PLANNED, "future", "to") if verb.i == head.i else (None, "future", "to")


def _purpose(verb: Token, head: Token) -> tuple[Status | None, str, str]:
    """ "flew to Tokyo to meet X": told as done with the journey; "gave power to meet" is nothing."""
    status, tense, why = _own(head)
    return status, tense, why


def _noun_tense(noun: Token, above: Token) -> tuple[Status | None, str, str]:
    """Tense of a noun from the verb of its clause and the preposition before it."""
    preposition = noun.head.lower_ if noun.dep_ == "pobj" else ""
    status, tense, why = _verb_tense(above)
    lemma = above.lemma_.lower()
    if preposition in modality("planned", "prepositions") or _ahead_of(noun) or _prepared(noun):
        return Status.PLANNED, "future", preposition or "ahead of"
    if preposition in {"after", "during", "following", "since", "at", "in", "from"}:
        return Status.OCCURRED, "past", preposition
    if noun.dep_ in {"dobj", "obj", "nsubjpass", "nsubj", "pobj"} and preposition not in _BY_MEANS:
        if lemma in modality("void", "verbs"):
            return None, tense, above.text
        if lemma in modality("planned", "verbs"):
            return Status.PLANNED, "future", above.text
    return status, tense, why


_BY_MEANS = {"in", "by", "through", "via"}  # "proposed in a letter": the letter was written


def _prepared(noun: Token) -> bool:
    """Whether something is being made ready: "the agenda for the conference", "plans for a visit"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_.lower() in _PREPARATIONS


_PREPARATIONS = {
    "agenda",
    "preparation",
    "plan",
    "strategy",
    "programme",
    "program",
    "schedule",
    "date",
    "venue",
    "arrangement",
    "prepare",
}


def _ahead_of(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in {"ahead", "eve"}


def _noun(noun: Token) -> tuple[str, str]:
    for child in noun.children:
        word = child.lower_
        if child.dep_ in {"amod", "nmod", "compound", "det"}:
            if word in modality("void", "adjectives"):
                return "void", word
            if word in modality("planned", "adjectives"):
                return "planned", word
    return "", ""


def _governed(verb: Token, status: Status | None, tense: str, why: str) -> tuple[Status | None, str, str]:
    """What the verbs above make of it: denied, wished for, conditional; a plain report leaves it."""
    node = verb
    for _ in range(5):
        head = node.head
        if head.i == node.i or status is None:
            break
        if head.pos_ in _VERBAL and node.dep_ in {"ccomp", "xcomp", "pcomp", "advcl"}:
            if any(c.dep_ == "mark" and c.lower_ in modality("void", "marks") for c in node.children):
                return None, "future", "conditional"
            lemma = head.lemma_.lower()
            if (
                node.dep_ != "advcl"
                and lemma in modality("void", "verbs")
                and lemma not in {"suggest", "talk", "request"}
            ):
                return None, tense, head.text
            if node.dep_ in {"ccomp", "xcomp"} and any(c.dep_ == "neg" for c in head.children) and node.dep_ == "xcomp":
                return None, tense, "negated"
            if node.dep_ in {"ccomp", "xcomp"} and _modal(head):
                return None, tense, "modal"
        node = head
    return status, tense, why


def _awaited(word: Token) -> bool:
    """Whether a word hangs on "looks forward to"."""
    above = word.head if word.head.pos_ in _VERBAL else _verb_above(word)
    return above is not None and above.lemma_ == "look" and any(c.lower_ == "forward" for c in above.children)


def _modal(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in modality("void", "auxiliaries") for c in verb.children)


_CALLED_OFF = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, modality('cancelled', 'phrases')), key=len, reverse=True))})\b", re.I
)


def _called_off(act_: Act) -> bool:
    near = act_.governor.head if act_.governor.pos_ not in _VERBAL else act_.governor
    lemmas = modality("cancelled", "verbs")
    if near.lemma_.lower() in lemmas and near.i != act_.trigger.i:
        return True
    above = _verb_above(act_.trigger)
    if (
        above is not None
        and above.lemma_.lower() in lemmas
        and act_.trigger.dep_ in {"dobj", "nsubjpass", "obj", "nsubj"}
    ):
        return True
    clause = _clause_text(act_.governor)
    return bool(_CALLED_OFF.search(clause))


_BEFORE = 8  # words


def _around(noun: Token) -> str:
    """The words that bear on a noun: those just before it, and the predicate that it is the subject of."""
    before = noun.doc[max(0, noun.i - _BEFORE) : noun.i + 1].text
    after = noun.head.subtree if noun.dep_ in {"nsubj", "nsubjpass"} else ()
    return before + " | " + " ".join(t.text for t in after if noun.i < t.i < noun.i + 12)


def _clause_text(token: Token) -> str:
    tokens = [t for t in token.subtree if t.i - token.i < 18]
    if token.pos_ not in _VERBAL:
        above = _verb_above(token)
        tokens = [*tokens, *(list(above.subtree) if above is not None else [])]
    return " ".join(t.text for t in sorted(set(tokens), key=lambda t: t.i))


_DEFINITE = {"the", "this", "that", "these", "those", "their", "his", "her", "its", "such", "both"}


def definite(trigger: Token) -> bool:
    """Whether a noun points back at something told: "the talks", "during their meeting"."""
    return trigger.pos_ not in _VERBAL and any(
        c.lower_ in _DEFINITE and c.dep_ in {"det", "poss"} for c in trigger.children
    )


_OPENING = {"arrive", "arrival", "land", "fly", "begin", "start", "commence", "open", "embark", "kick", "come"}
_CLOSING = {"end", "conclude", "close", "finish", "wrap", "complete", "return", "leave", "depart", "departure"}


def opens(act_: Act) -> bool:
    """Whether the words of an act tell its beginning: "arrived", "began a visit"."""
    return bool({act_.governor.lemma_.lower(), act_.trigger.lemma_.lower()} & _OPENING)


def closes(act_: Act) -> bool:
    """Whether the words of an act tell its end: "wrapped up a visit", "returned from"."""
    return bool({act_.governor.lemma_.lower(), act_.trigger.lemma_.lower()} & _CLOSING)


def purpose_of(trigger: Token) -> bool:
    """Whether an act is told as what a journey was for: "flew in for talks", "went to see"."""
    if trigger.pos_ in _VERBAL:
        return trigger.dep_ in {"xcomp", "advcl"} and any(
            c.lower_ == "to" and c.dep_ == "aux" for c in trigger.children
        )
    while trigger.dep_ == "pobj" and trigger.head.lower_ == "of" and trigger.head.head.pos_ == "NOUN":
        trigger = trigger.head.head  # "for two days of talks"
    return trigger.dep_ == "pobj" and trigger.head.lower_ == "for"


# --- where things hang -----------------------------------------------------------------------------------------------


def token_at(doc: Doc, offset: int) -> Token:
    """The token that covers a character offset."""
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
    while token.head.i != token.i and actor.start <= token.head.idx < actor.end and token.head.pos_ not in _VERBAL:
        token = token.head
    return token


def distance(act_: Act, token: Token) -> tuple[int, bool]:
    """Steps in the tree between a token and the act, and whether they stay inside its clause."""
    path: dict[int, int] = {}
    node, steps, left = token, 0, False
    while True:
        path[node.i] = steps
        if node.i in act_.core:
            return steps, not left
        if node.head.i == node.i:
            break
        left = left or _clause_boundary(node, act_)
        node, steps = node.head, steps + 1
    node, steps = act_.governor, 0
    while node.i not in path:
        if node.head.i == node.i:
            return _UNRELATED, False
        left = left or (node.pos_ in _VERBAL and node.dep_ in _CLAUSES | {"conj"} and not _shares(node))
        node, steps = node.head, steps + 1
    return steps + path[node.i], not left


_UNRELATED = 99
_TAKING_PLACE = {
    "attend",
    "commence",
    "begin",
    "start",
    "open",
    "end",
    "close",
    "conclude",
    "take",
    "hold",
    "set",
    "schedule",
    "last",
    "run",
    "due",
}


def _clause_boundary(node: Token, act_: Act) -> bool:
    """Whether a date below this verb dates something else; "a visit that began on Monday" dates the visit."""
    if node.pos_ not in _VERBAL or node.dep_ not in _CLAUSES | {"conj"}:
        return False
    return not (node.dep_ in {"relcl", "acl"} and node.head.i in act_.core and node.lemma_ in _TAKING_PLACE)


def _shares(verb: Token) -> bool:
    """Whether a verb shares the time of the one above: "flew in on Monday and met", "came to sign"."""
    return verb.dep_ in {"xcomp", "advcl"} and not any(c.dep_ == "mark" for c in verb.children)


def coordinated(first: Token, second: Token) -> bool:
    """Whether one word is joined to the other by "and": "in 2000 and again in 2007", "on Tuesday and Wednesday"."""
    if second.dep_ == "conj" and second.head.i == first.i:
        return True
    a, b = (t.head if t.dep_ == "pobj" else t for t in (first, second))
    return b.dep_ == "conj" and b.head.i == a.i


def hearsay(token: Token) -> bool:
    """Whether a time belongs to a report of an act and not to the act: "according to reports on Tuesday"."""
    return any(
        t.lower_ in {"reports", "report", "according", "statement", "announcement", "interview"}
        for t in token.ancestors
        if t.i < token.i
    )


def verb_of(token: Token) -> Token | None:
    """The verb whose clause a token stands in."""
    return token if token.pos_ in _VERBAL else _verb_above(token)


def reporting(verb: Token | None) -> bool:
    """Whether a verb tells that something was said."""
    return verb is not None and verb.lemma_.lower() in modality("reporting", "verbs")
