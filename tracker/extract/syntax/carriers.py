"""An act: a trigger in its sentence, and the verb that carries it when it is a noun."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from tracker.extract.lexicon import grammar
from tracker.extract.syntax.tree import OBJECTS, SUBJECTS, is_verb, verb_above

_FARTHEST = 6  # steps from a noun to the verb that carries it
_CARRYING = OBJECTS | {"nsubjpass", "nsubj", "attr", "dative", "prep", "oprd", "npadvmod", "pobj", "conj"}
_BETWEEN = {"pobj", "prep", "conj", "compound", "appos", "nmod", "attr", "amod"}


@dataclass(frozen=True)
class Act:
    """A trigger and its carrier; `kind` and `frame` are what the trigger's list says of it.

    `verb` is the trigger itself where that is a verb, None where nothing carries a noun; `core` the indices of the
    tokens that make up the act.
    """

    trigger: Token
    verb: Token | None
    kind: str
    frame: str
    core: frozenset[int]

    @cached_property
    def governor(self) -> Token:
        """The word whose tense and subject count."""
        return self.verb if self.verb is not None else self.trigger

    @cached_property
    def lemma(self) -> str:
        """The trigger's lemma in lower case."""
        return self.trigger.lemma_.lower()

    @cached_property
    def nominal(self) -> bool:
        """Whether the trigger is no verb."""
        return not is_verb(self.trigger)

    @cached_property
    def passive(self) -> bool:
        """Whether the grammatical subject is acted on."""
        verb = self.governor
        if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
            return True
        lone = verb.dep_ == "advcl" and not any(c.dep_ in OBJECTS | SUBJECTS | {"aux", "mark"} for c in verb.children)
        return verb.tag_ == "VBN" and (verb.dep_ == "acl" or lone)  # "Summoned by Oslo, he went"


def act(trigger: Token, kind: str, frame: str, *, light: frozenset[str]) -> Act:
    """The act of a trigger; `light` are the verbs that can carry a noun, by lemma."""
    if is_verb(trigger) or trigger.tag_ == "VBN":
        return Act(trigger, trigger, kind, frame, frozenset({trigger.i}))
    if trigger.pos_ == "ADJ" and trigger.dep_ != "acomp":  # "the envoy, due in Oslo on Monday"
        return Act(trigger, trigger, kind, frame, frozenset({trigger.i}))
    if trigger.pos_ == "ADJ":
        return Act(trigger, trigger.head, kind, frame, frozenset({trigger.i, trigger.head.i}))
    verb = (
        _by_phone(trigger)
        if frame == "channel"
        else verb_above(trigger)
        if frame == "scene"
        else _carrier(trigger, light) or _relative_carrier(trigger, light) or _in_talks(trigger, frame)
    )
    return Act(trigger, verb, kind, frame, _core(trigger, verb))


def _core(noun: Token, verb: Token | None) -> frozenset[int]:
    """A noun, its carrier, and the words between them."""
    if verb is None:
        return frozenset({noun.i})
    core = {noun.i, verb.i}
    for token in noun.ancestors:
        if token.i in core:
            break
        if not is_verb(token) and not (token.i == noun.head.i and _given_to(noun)):
            core.add(token.i)
    return frozenset(core)


def _carrier(noun: Token, light: frozenset[str]) -> Token | None:
    """The light verb that a noun hangs on: as object, as passive or plain subject, or by a preposition."""
    node = noun
    for _ in range(_FARTHEST):
        head = node.head
        if is_verb(head) and head.i != node.i:
            carried = node.dep_ in _CARRYING and head.lemma_.lower() in light
            return head if carried and not _is_setting(node, head) else None
        if head.i == node.i or (_leads_away(node) and not _given_to(node)):
            return None
        node = head
    return None


def _given_to(noun: Token) -> bool:
    """Whether what is given is parsed as hanging on whom it is given to: "handed President Lind a letter"."""
    return noun.dep_ in OBJECTS and noun.head.dep_ in OBJECTS and noun.head.pos_ == "PROPN"


def _is_setting(preposition: Token, verb: Token) -> bool:
    """Whether what happened did so beside an act: "After talks in Oslo, he flew", "steps taken at their meeting"."""
    if preposition.dep_ != "prep":
        return False
    if preposition.lower_ == "at" and verb.lemma_ in grammar("done_there"):
        return True
    return preposition.lower_ in grammar("beside") or preposition.i < verb.i


def _leads_away(node: Token) -> bool:
    """Whether what a word hangs on is carried without it: "a report about the visit", "the king's visit", "despite"."""
    if node.dep_ not in _BETWEEN:
        return True
    if node.dep_ != "prep":
        return False
    inner = node.head.pos_ in {"NOUN", "PROPN"} and node.lower_ not in {"of", "for"}
    return inner or node.lower_ in grammar("topic")


def _by_phone(word: Token) -> Token | None:
    """The verb of what was done "by telephone", "on the phone", "by video link"."""
    if word.dep_ != "pobj" or word.head.lower_ not in {"by", "over", "on", "via", "through"}:
        return None
    above = word.head.head
    if above.pos_ == "PROPN":  # nobody's attribute: "conveyed his wishes to President Boric by phone"
        return verb_above(above)
    return above if is_verb(above) else None


def _in_talks(noun: Token, frame: str) -> Token | None:
    """The verb of what was said in a conversation named before it: "In a call on Monday, the two discussed".

    A letter or a meal may be named behind as well: "congratulated her in a telegram", "told him over dinner".
    """
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "during", "over"}:
        return None
    verb, anywhere = noun.head.head, frame in {"letters", "meals"}
    if noun.head.i > verb.i and not anywhere:
        return None
    return verb if is_verb(verb) and verb.lemma_ in grammar("in_talks") else None


def _relative_carrier(noun: Token, light: frozenset[str]) -> Token | None:
    """The verb of "the forum, which Malta holds", and of a headline's "talks to resume".

    Of "they quarrelled during talks that ended on Friday" it is none: who held the talks stands before.
    """
    if noun.dep_ == "pobj" and noun.head.lower_ in grammar("settings") and verb_above(noun) is not None:
        return None
    clauses = {"relcl", "acl", "advcl"} if noun.head.i == noun.i else {"relcl", "acl"}
    return next((c for c in noun.children if c.dep_ in clauses and c.lemma_.lower() in light), None)
