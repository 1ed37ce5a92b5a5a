"""The day that the running narrative is at, for what goes on with it: "visited the port on Monday. Later he met …"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tracker.extract.acts.draft import Draft, Sentence
from tracker.extract.dates import TimeExpression
from tracker.extract.dates.expression import Kind as ExpressionKind
from tracker.extract.dates.tense import Verbs
from tracker.extract.lexicon import grammar
from tracker.extract.passages import Kind, Passage
from tracker.extract.syntax import narrates, token_at
from tracker.model import Precision, Status, TimeSpan

_RUNNING = {Kind.LEAD, Kind.BODY}
_NOT_OF_THE_STORY = re.compile(
    r"\b(?:(?:said|says|told \w+|announced|wrote|added)(?: in \w+)?(?: on)?|had \w+(?: on)?"
    r"|after|before|since|following|until|by) $",
    re.I,
)
_DAYS = {ExpressionKind.EXPLICIT, ExpressionKind.WEEKDAY, ExpressionKind.RELATIVE, ExpressionKind.ANAPHORIC}


@dataclass(frozen=True, slots=True)
class Stage:
    """The day that the narrative is at, and the passage that set it."""

    when: TimeSpan
    passage: Passage


def moved(stage: Stage | None, sentence: Sentence, published: TimeSpan | None) -> Stage | None:
    """Where the narrative is after a sentence: at the last single day that a main clause tells in the past."""
    if sentence.passage.kind not in _RUNNING:
        return stage
    for expression in reversed(sentence.expressions):
        when = _day(expression, published) if _told_in_the_past(expression, sentence) else None
        if when is not None:
            return Stage(when, sentence.passage)
    return stage


def _day(expression: TimeExpression, published: TimeSpan | None) -> TimeSpan | None:
    """The single day, up to that of publication, that an expression names."""
    if expression.kind not in _DAYS or expression.bound:
        return None
    if expression.tense_sensitive:
        expression = expression.with_tense("past", published)
    single = expression.precision is Precision.DAY and expression.start == expression.end
    ahead = published is None or published.end is None or expression.start is None or expression.start > published.end
    return expression.span if single and not ahead else None


def _told_in_the_past(expression: TimeExpression, sentence: Sentence) -> bool:
    """Whether a main clause in the past tells what happened then; by cue words where the sentence is not parsed."""
    if len(sentence.doc):
        return narrates(token_at(sentence.doc, expression.start_char))
    text, start, end = sentence.text, expression.start_char, expression.end_char
    if _NOT_OF_THE_STORY.search(text[:start]) or text.startswith(("'s", "’s"), end):
        return False
    return Verbs(text, 0, len(text)).tense_at(start, end) == "past"


def day_of(stage: Stage | None, draft: Draft) -> TimeSpan | None:
    """The day of an act that goes on with the story: told beside that day, or "Subsequently", "The day ended with"."""
    if stage is None or draft.passage is None or draft.bygone or draft.reading.background:
        return None
    carried = draft.reading.tense == "past" and not (draft.aside or draft.purpose)
    beside = carried and stage.passage.paragraph == draft.passage.paragraph
    goes_on = beside or _continuing().search(draft.passage.text)
    return stage.when if draft.status is Status.OCCURRED and goes_on else None


def date_back(stage: Stage | None, sentence: Sentence, drafts: Iterable[Draft]) -> None:
    """Date what the sentence before told without a day, where this one tells nothing but it: "It was on 4 June"."""
    told = [draft for draft in drafts if draft.passage is not None]
    if stage is None or stage.passage is not sentence.passage or any(d.passage is sentence.passage for d in told):
        return
    for draft in told:
        if draft.passage is not None and _told_before(draft.passage, sentence.passage) and _undated(draft):
            draft.when = stage.when
            draft.evidence.append(sentence.passage)


def _told_before(passage: Passage, now: Passage) -> bool:
    return passage.paragraph == now.paragraph and passage.index == now.index - 1


def _undated(draft: Draft) -> bool:
    """Whether an act of the story has no time of its own."""
    own = draft.when is not None or draft.within is not None or draft.timing.when is not None
    return not own and draft.status is Status.OCCURRED and not (draft.bygone or draft.reading.background)


@cache
def _continuing() -> re.Pattern[str]:
    later = r"\b(?!later (?:this|in|on|than|today|next))"
    return re.compile(rf"{later}(?:{'|'.join(grammar('continuing'))})\b", re.I)
