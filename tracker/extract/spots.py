"""Where a time expression stands to an act, and whether it dates something else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tracker.extract.dates import TimeExpression
from tracker.extract.lexicon import event_nouns, grammar
from tracker.extract.syntax import (
    SUBJECTS,
    Act,
    bygone,
    distance,
    is_verb,
    reporting,
    token_at,
    verb_of,
)

_LAST_DAY = re.compile(r"\b(until|till|by|before)\s+(?:the\s+|midnight\s+|noon\s+|\w+\s+on\s+)?$", re.I)
CLOSE = 2  # steps within which a date is the act's, whatever verb reports it
_MODIFIERS = {"compound", "nmod", "nummod", "amod", "npadvmod", "poss"}
_DONE_SINCE = {"appointment", "mission", "accreditation", "rupture", "recall", "recognition"}
_TWO_YEARS = re.compile(r"\d{4}[/–-]\d{2,4}")
_SPOKEN_OF = {"about", "regarding", "concerning", "following", "after", "since"}


@dataclass(frozen=True, slots=True)
class Spot:
    """An expression where it stands: steps in the tree and words in the text to the act, and the verb of its clause."""

    expression: TimeExpression
    token: Token
    verb: Token | None
    steps: int
    inside: bool
    gap: int

    @property
    def length(self) -> bool:
        """Whether it only tells how long."""
        return bool(self.expression.duration_days) and not self.expression.dated


def spot_of(act: Act, doc: Doc, expression: TimeExpression) -> Spot:
    """Where an expression stands to an act; one behind a verb of saying is that verb's."""
    token = token_at(doc, expression.start_char)
    steps, inside = distance(act, token)
    gap = abs(token.i - act.trigger.i)
    if (saying := _said_then(token)) is not None:
        return Spot(expression, token, saying, max(steps, CLOSE + 1), False, gap)
    return Spot(expression, token, verb_of(token), steps, inside, gap)


def _said_then(token: Token) -> Token | None:
    """The verb of saying that a date follows, whatever the parse says: "said on Monday he plans to visit"."""
    verb = verb_of(token)
    if verb is None or verb.dep_ != "ccomp" or not reporting(verb.head) or token.i < verb.head.i:
        return None
    opens = any(t.dep_ == "mark" or t.is_punct for t in token.doc[verb.head.i : token.i])
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), verb)
    return verb.head if token.i < subject.left_edge.i and not opens else None


def of_another(spot: Spot, act: Act, *, lasting: bool) -> bool:
    """Whether a date cannot be the act's, near as it stands; `lasting` where a length is told too."""
    if (
        _resumes(spot)
        or _deadline(spot, act)
        or _aside(act, spot.token)
        or names_another(act, spot)
        or _of_the_topic(act, spot.token)
        or _of_the_paper(spot, act)
        or (not spot.inside and _subordinate(spot, act))
    ):
        return True
    if spot.token.is_ancestor(act.trigger):  # "not since 2018, when they signed it"
        return False
    # "since" bounds what goes on; "shut since 2016" and "accredited since 2022" tell when it was done.
    goes_on = spot.expression.bound == "since" and not (spot.inside and _opens_then(spot.token))
    return goes_on and not lasting and act.kind not in _DONE_SINCE and act.lemma != "have"


def _opens_then(token: Token) -> bool:
    """Whether a day is the first of what is fixed for it: "due to meet from 31 March"."""
    return token.i > 0 and token.nbor(-1).lower_ == "from"


def _resumes(spot: Spot) -> bool:
    """Whether a date is the day that something interrupted goes on: "adjourned until Monday"."""
    interrupted = spot.verb is not None and spot.verb.lemma_ in grammar("interrupting")
    return interrupted and spot.token.dep_ == "pobj" and spot.token.head.lower_ in {"until", "till"}


def _deadline(spot: Spot, act: Act) -> bool:
    """Whether a day is only the last for somebody to be gone by: "gave her until Friday", "told to leave by Friday"."""
    ahead = _LAST_DAY.search(spot.token.doc.text[: spot.expression.start_char])
    if act.kind not in {"expulsion", "recall"} or ahead is None:
        return False
    own = spot.verb is not None and spot.verb.i in act.core and act.frame != "has_to_go"
    return ahead[1].lower() in {"until", "till"} or not own


def names_another(act: Act, spot: Spot) -> bool:
    """Whether a date is part of another event's name: "their June 9 call", "the 4 May Oceans Summit".

    So too of what two years are for: "the 1987/88 farm prices".
    """
    node = spot.token
    while node.dep_ in _MODIFIERS and node.head.i > node.i:
        node = node.head
    lemma = node.lemma_.lower()
    named = (
        lemma in event_nouns() or lemma in grammar("dated_papers") or bool(_TWO_YEARS.fullmatch(spot.expression.text))
    )
    return node.i not in act.core and node.i != spot.token.i and named


def _of_the_topic(act: Act, token: Token) -> bool:
    """Whether a date behind an event that is discussed is that event's: "discussed their part in the forum in June"."""
    if act.nominal or act.lemma not in grammar("discussing") or token.i < act.trigger.i:
        return False
    between = act.trigger.doc[act.trigger.i + 1 : token.i]
    topics = (t for t in between if t.lemma_.lower() in event_nouns() and not _in_which(t))
    return any(topics) and not any(t.dep_ == "conj" and is_verb(t) for t in between)


def _in_which(noun: Token) -> bool:
    """Whether something was discussed in an event: "discussed costs in talks in Oslo on Tuesday"."""
    return noun.dep_ == "pobj" and noun.pos_ != "PROPN" and noun.head.lower_ in {"in", "during", "at", "over"}


def _of_the_paper(spot: Spot, act: Act) -> bool:
    """Whether a date tells when a paper was made that is ended now: "quit the pact that it reached in May"."""
    clause = spot.verb if act.kind == "agreement" and act.frame in {"ends", "extends", "ratifies"} else None
    if clause is None or clause.dep_ not in {"relcl", "acl"} or clause.i in act.core:
        return False
    return clause.head.lemma_.lower() in grammar("dated_papers") and clause.head.i > act.trigger.i


def _subordinate(spot: Spot, act: Act) -> bool:
    """Whether a date stands in a time clause that the act is not in: "since they took control in 2021".

    One that stands before the clause's conjunction does not: "in 2021, weeks after they took control".
    """
    if spot.verb is None or spot.verb.is_ancestor(act.trigger):
        return False
    opening = (c for c in spot.verb.children if c.dep_ in {"mark", "advmod"} and c.lower_ in grammar("time_clauses"))
    return any(c.i < spot.token.i for c in opening)


def _aside(act: Act, token: Token) -> bool:
    """Whether a noun is only spoken of and the date is that of the speaking: "spoke today about his recent visit"."""
    noun = act.trigger
    if act.verb is not None or not act.nominal or any(t.i == noun.i for t in token.ancestors):
        return False
    return bygone(noun) or (
        noun.dep_ == "pobj" and noun.head.lower_ in _SPOKEN_OF and token.i not in {t.i for t in noun.subtree}
    )
