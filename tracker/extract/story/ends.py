"""The two ends of a stay that were told apart: "arrived on Monday … flew home on Wednesday", "stays until Friday"."""

from __future__ import annotations

from spacy.tokens import Token

from tracker.extract.acts.draft import Draft, Sentence, party
from tracker.extract.dates import TimeExpression
from tracker.extract.days import ending
from tracker.extract.lexicon import grammar
from tracker.extract.story.thread import LONGEST_STAY, Thread
from tracker.extract.syntax import ends_stay, lasts, narrates, root_of, subjects, token_at, verb_of
from tracker.model import Precision, Status, TimeSpan


def complete(thread: Thread, sentence: Sentence) -> None:
    """Give the stays told so far the ends that a sentence tells in passing."""
    for expression in sentence.expressions if len(sentence.doc) else ():
        token = token_at(sentence.doc, expression.start_char)
        verb = verb_of(token)
        if verb is None or not (ends_stay(verb) or (expression.bound in {"since", "until"} and lasts(verb))):
            continue
        stay = _of_whom(thread, verb, sentence)
        day = _day(thread, stay, expression, past=narrates(token)) if stay is not None else None
        if stay is not None and day is not None and reach(thread, stay, day, back=expression.bound == "since"):
            stay.evidence.append(sentence.passage)


def reach(thread: Thread, stay: Draft, day: TimeSpan, *, back: bool = False) -> bool:
    """Let a stay reach on to its last day, or back to its first; false where the day cannot be that."""
    length = stay.timing.duration.duration_days if stay.timing.duration and stay.when is None else None
    if length and not back:
        day = ending(day, length)  # "went home today after a four-day stay"
    known = stay.when or _so_far(thread, stay, day)
    if not (_days(day) and _days(known) and day.start and day.end and known.start and known.end):
        return False
    first, last = (day.start, known.end) if back else (known.start, day.end)
    if not (first <= known.start and known.end <= last) or (last - first).days > LONGEST_STAY:
        return False
    stay.when, stay.within = TimeSpan(first, last, Precision.DAY, day.text, day.basis), None
    return True


def _so_far(thread: Thread, stay: Draft, end: TimeSpan) -> TimeSpan:
    """The days known of a stay of which only the end is told: whoever leaves later than today is there today."""
    ahead = thread.published and thread.published.end and end.end and end.end > thread.published.end
    return thread.published if ahead and thread.published and stay.status is Status.OCCURRED else end


def _days(when: TimeSpan) -> bool:
    return when.precision is Precision.DAY and when.known


def _of_whom(thread: Thread, verb: Token, sentence: Sentence) -> Draft | None:
    """The last visit of whoever leaves or stays; the last one told, where nobody or "the visit" is the subject."""
    doers = set(subjects(verb))
    roots = ((actor, root_of(sentence.doc, actor)) for actor in sentence.actors)
    leaving = {side for actor, root in roots if root.i in doers and (side := party(actor))}
    if not leaving and any(sentence.doc[i].lemma_.lower() not in grammar("staying") for i in doers):
        return None  # "the road stays closed until Friday"
    stays = (v for v in thread.visits() if v.status is not Status.CANCELLED)
    return next((v for v in stays if not leaving or leaving & v.role("visitor")), None)


def _day(thread: Thread, stay: Draft, expression: TimeExpression, *, past: bool) -> TimeSpan | None:
    """The day that an expression names for a stay: of "Friday", the last one where it is past, else the first since."""
    if expression.start != expression.end:
        return None
    first = stay.when.start if stay.when is not None and stay.when.known else None
    if past or expression.recurring is None or first is None or expression.bound == "since":
        return expression.with_tense("past", thread.published).span if past else expression.span
    return expression.recurring.pick(first, "future")
