"""Which time expressions of a sentence bear on an act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from tracker.extract.dates import TimeExpression
from tracker.extract.dates.expression import Kind
from tracker.extract.lexicon import event_nouns, grammar
from tracker.extract.syntax import (
    SUBJECTS,
    Act,
    bygone,
    coordinated,
    distance,
    hearsay,
    is_verb,
    reporting,
    token_at,
    verb_of,
)
from tracker.model import Precision

_LAST_DAY = re.compile(r"\b(until|till|by|before)\s+(?:the\s+|midnight\s+|noon\s+|\w+\s+on\s+)?$", re.I)
_USELESS = {Kind.SET, Kind.DATELINE, Kind.ERA}
_BESIDE = 8  # words within which a length is the act's, whatever the parse says
_CLOSE = 2  # steps within which a date is the act's, whatever verb reports it
_TOO_FAR = 14.0  # cost from which an expression dates something else
_PER_WORD = 0.15  # costs, in steps of the tree
_OTHER_CLAUSE = 4
_VAGUE = 5
_ANOTHER_END = 3  # of a date that only tells when something began, beside the date of its end
_MODIFIERS = {"compound", "nmod", "nummod", "amod", "npadvmod", "poss"}
_DONE_SINCE = {"appointment", "mission", "accreditation", "rupture", "recall", "recognition"}
_TWO_YEARS = re.compile(r"\d{4}[/–-]\d{2,4}")
_SPOKEN_OF = {"about", "regarding", "concerning", "following", "after", "since"}


@dataclass(frozen=True, slots=True)
class Timing:
    """The expressions of a sentence that bear on one act: when, how long, and when it was announced.

    `again` are further dates of the same kind, each of an act of its own; `began` is the day of its beginning where
    `when` is another; `others` is every expression that could date it, the likeliest first.
    """

    when: TimeExpression | None = None
    again: tuple[TimeExpression, ...] = ()
    duration: TimeExpression | None = None
    announced: TimeExpression | None = None
    began: TimeExpression | None = None
    others: tuple[TimeExpression, ...] = ()


@dataclass(frozen=True, slots=True)
class _Spot:
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


def attach(act: Act, doc: Doc, expressions: Sequence[TimeExpression]) -> Timing:
    """Choose among the expressions of a sentence those that bear on an act."""
    spots = [_spot(act, doc, e) for e in expressions if e.kind not in _USELESS]
    lengths = (s for s in spots if s.length and not (_names_another(act, s) and _behind_it(s.token)))
    duration = next((s.expression for s in lengths if s.inside or s.gap < _BESIDE), None)
    dates = [s for s in spots if not s.length and (s.inside or not hearsay(s.token))]
    announced = next((s.expression for s in dates if _announces(s, act)), None)
    own = [s for s in dates if not _announces(s, act) and not _of_another(s, act, lasting=duration is not None)]
    ranked = sorted(own, key=lambda s: _cost(s, act))
    others = tuple(s.expression for s in ranked)
    when = others[0] if ranked and _cost(ranked[0], act) < _TOO_FAR else None
    again = _again(when, doc, expressions)
    if when is not None and again and _one_stay(when, again, act):
        return Timing(_joined(when, again[-1]), (), duration, announced, None, others)
    began = next((s.expression for s in reversed(own) if _begins(s, act)), None)
    return Timing(when, again, duration, announced, began if began is not when else None, others)


def _spot(act: Act, doc: Doc, expression: TimeExpression) -> _Spot:
    token = token_at(doc, expression.start_char)
    steps, inside = distance(act, token)
    gap = abs(token.i - act.trigger.i)
    if (saying := _said_then(token)) is not None:
        return _Spot(expression, token, saying, max(steps, _CLOSE + 1), False, gap)
    return _Spot(expression, token, verb_of(token), steps, inside, gap)


def _said_then(token: Token) -> Token | None:
    """The verb of saying that a date follows, whatever the parse says: "said on Monday he plans to visit"."""
    verb = verb_of(token)
    if verb is None or verb.dep_ != "ccomp" or not reporting(verb.head) or token.i < verb.head.i:
        return None
    opens = any(t.dep_ == "mark" or t.is_punct for t in token.doc[verb.head.i : token.i])
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), verb)
    return verb.head if token.i < subject.left_edge.i and not opens else None


def _cost(spot: _Spot, act: Act) -> float:
    """How little an expression is likely to date an act."""
    cost = spot.steps + _PER_WORD * spot.gap
    cost += 0 if spot.inside else _OTHER_CLAUSE
    cost += 0 if spot.expression.dated or spot.expression.anaphoric else _VAGUE
    return cost + (_ANOTHER_END if _begins(spot, act) else 0)


def _begins(spot: _Spot, act: Act) -> bool:
    """Whether a date is that of a beginning told apart: "returned on Friday from a visit that began on Monday"."""
    verb = spot.verb
    outside = verb is not None and verb.lemma_ in grammar("beginning") and verb.i not in act.core
    return outside and spot.expression.dated


def _announces(spot: _Spot, act: Act) -> bool:
    """Whether a date is the day something was said or decided: "agreed on Monday to restore ties"."""
    verb = spot.verb
    if verb is None or verb.i in act.core:
        return False
    hangs = act.trigger.dep_ == "xcomp" and act.trigger.head.i == verb.i
    aimed = hangs or act.frame == "delegates"  # "announced today … to attend"
    if spot.steps <= _CLOSE and not aimed:
        return False
    return reporting(verb) or (verb.lemma_.lower() in grammar("deciding") and verb.i < act.trigger.i)


def _of_another(spot: _Spot, act: Act, *, lasting: bool) -> bool:
    """Whether a date cannot be the act's, near as it stands; `lasting` where a length is told too."""
    if (
        _resumes(spot)
        or _deadline(spot, act)
        or _aside(act, spot.token)
        or _names_another(act, spot)
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


def _resumes(spot: _Spot) -> bool:
    """Whether a date is the day that something interrupted goes on: "adjourned until Monday"."""
    interrupted = spot.verb is not None and spot.verb.lemma_ in grammar("interrupting")
    return interrupted and spot.token.dep_ == "pobj" and spot.token.head.lower_ in {"until", "till"}


def _deadline(spot: _Spot, act: Act) -> bool:
    """Whether a day is only the last for somebody to be gone by: "gave her until Friday", "told to leave by Friday"."""
    ahead = _LAST_DAY.search(spot.token.doc.text[: spot.expression.start_char])
    if act.kind not in {"expulsion", "recall"} or ahead is None:
        return False
    own = spot.verb is not None and spot.verb.i in act.core and act.frame != "has_to_go"
    return ahead[1].lower() in {"until", "till"} or not own


def _behind_it(token: Token) -> bool:
    """Whether a length is that of what comes before or after: "will meet after a two-day summit"."""
    return any(t.lower_ in {"after", "before", "ahead", "following"} for t in token.ancestors)


def _names_another(act: Act, spot: _Spot) -> bool:
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


def _of_the_paper(spot: _Spot, act: Act) -> bool:
    """Whether a date tells when a paper was made that is ended now: "quit the pact that it reached in May"."""
    clause = spot.verb if act.kind == "agreement" and act.frame in {"ends", "extends", "ratifies"} else None
    if clause is None or clause.dep_ not in {"relcl", "acl"} or clause.i in act.core:
        return False
    return clause.head.lemma_.lower() in grammar("dated_papers") and clause.head.i > act.trigger.i


def _subordinate(spot: _Spot, act: Act) -> bool:
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


def _again(when: TimeExpression | None, doc: Doc, expressions: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Further dates of the same kind joined to the first by "and": each is an act of its own."""
    if when is None or not when.dated:
        return ()
    ends = token_at(doc, when.start_char), token_at(doc, when.end_char - 1)  # "next Monday and Tuesday"
    later = (e for e in expressions if e.dated and e.precision is when.precision and e.start_char > when.start_char)
    return tuple(e for e in later if any(coordinated(end, token_at(doc, e.start_char)) for end in ends))


def _one_stay(first: TimeExpression, again: Sequence[TimeExpression], act: Act) -> bool:
    """Whether days are told as one stay: "5 and 6 June", "today and tomorrow"; "17 and 20 June" are two days.

    Days of the week are where they are to come: "will hold talks on Monday and Tuesday"; "met them on …" is twice.
    """
    days = [first, *again]
    if not all(e.precision is Precision.DAY for e in days) or not (first.start and again[-1].end):
        return False
    told_short = all(e.basis == "relative" for e in days) or any(e.text.isdigit() for e in days)
    ahead = any(c.dep_ == "aux" and c.tag_ == "MD" for c in act.governor.children)
    told_short |= ahead and all(e.kind is Kind.WEEKDAY for e in days)
    return told_short and (again[-1].end - first.start).days <= len(again)


def _joined(first: TimeExpression, last: TimeExpression) -> TimeExpression:
    """One span of two days printed as one: "5 and 6 June"."""
    if first.start is None or last.end is None or last.end < first.start:
        return first
    return replace(first, end=last.end, end_char=last.end_char, recurring=None, text=f"{first.text} and {last.text}")
