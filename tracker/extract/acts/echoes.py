"""Acts told by pointing at one told before, with a party and a date of their own.

Kenya did so the next day, Uganda two days after that.      Lesotho followed suit on the 9th.
Oslo repaid the gesture the week after.                          Panama? June 2017.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Sentence, party
from tracker.extract.acts.likewise import (
    DATING,
    acted_before,
    as_before,
    counted,
    did_so,
    further_site,
    gapped,
    inverted,
    inverted_date,
    mates_before,
    opening,
)
from tracker.extract.acts.series import Member, behind_colon, series
from tracker.extract.dates import TimeExpression
from tracker.extract.passages import Kind
from tracker.model import PartyKind

_LANDS = {"country", "capital", "seat", "authority"}
_CLOSE = 4  # characters between "went" and its date
_EXAMPLE = re.compile(
    r"\b(?:follow\w*|emulat\w*) (?:in )?(?:the )?(?:examples?|footsteps|lead)(?: set| given)? (?:by|of) (?:the )?", re.I
)
_PUNCTUATION = re.compile(r"(?:[\s,;:.()&•–—-]|\b(?:and|the|on|in)\b)*", re.I)


@dataclass(frozen=True, slots=True)
class Echo:
    """One party that did as another had done.

    `back` when it did so to that other, `gone` when only "went" says so, `earlier` when the other followed it, `ahead`
    when it is yet to do so, `site` when it is only where a further mission is, `shared` when its date is that of the
    act before.
    """

    actor: Actor
    when: TimeExpression | None
    back: bool = False
    gone: bool = False
    earlier: bool = False
    ahead: bool = False
    site: bool = False
    shared: bool = False


def echoes(sentence: Sentence, before: Sentence | None = None) -> list[Echo]:
    """The parties of a sentence that do as somebody did before, in order; `before` is the sentence ahead of it."""
    if behind_colon(sentence):
        return []
    found = _examples(sentence) or _entries(sentence) or (_answer(sentence, before) if before else [])
    if found:
        return found
    lands = [a for a in sentence.actors if a.surface in _LANDS and a.kind is PartyKind.COUNTRY and a.start < a.end]
    for at in range(len(lands)):
        found += _echoes_at(at, lands, sentence, found)
    return found


def _echoes_at(at: int, lands: Sequence[Actor], sentence: Sentence, before: Sequence[Echo]) -> list[Echo]:
    """The parties that are told to have done so where a land stands: the land, and those listed ahead of it."""
    actor, when = lands[at], _time_behind(at, lands, sentence)
    together = (*mates_before(lands[:at], actor, sentence.text), actor)
    if (said := did_so(at, lands, sentence)) is not None:
        when = when or opening(actor, sentence)
        late = when is None or when.start_char - said.end() > _CLOSE
        told = Echo(actor, when, bool(said["back"]), bool(said["gone"]), ahead=bool(said["ahead"]))
        return [] if said["gone"] and late else [replace(told, actor=a) for a in together]
    if inverted(actor, sentence):
        return [Echo(actor, inverted_date(actor, when, sentence))]
    if further_site(actor, when, sentence):
        return [Echo(actor, when, site=True)]
    if as_before(together, sentence.text):
        return [Echo(a, when, earlier=True) for a in together]
    return _without_verb(together, lands, sentence, before, when)


def _time_behind(at: int, lands: Sequence[Actor], sentence: Sentence) -> TimeExpression | None:
    """The time told between a land and the next."""
    until = lands[at + 1].start if at + 1 < len(lands) else len(sentence.text)
    behind = [e for e in sentence.expressions if lands[at].end <= e.start_char < until]
    return next((e for e in behind if e.dated or e.anaphoric), next(iter(behind), None))


def _without_verb(
    together: Sequence[Actor],
    lands: Sequence[Actor],
    sentence: Sentence,
    before: Sequence[Echo],
    when: TimeExpression | None,
) -> list[Echo]:
    """Lands with nothing but a number or a time behind an act: "Peru on Monday, Chad two and Togo a day later"."""
    actor = together[-1]
    if actor is not lands[0] and counted(actor, sentence) and (before or acted_before(actor, lands, sentence)):
        ahead = next((e for e in reversed(sentence.expressions) if e.end_char <= actor.start), None)
        return [Echo(actor, ahead, shared=True)]
    if when is None or not gapped(actor, when, sentence):
        return []
    gone = bool(before) and before[-1].gone
    told = {id(echo.actor) for echo in before}
    acted = before or acted_before(together[0], lands, sentence)
    return [Echo(a, when, gone=gone) for a in together if id(a) not in told] if acted else []


def _entries(sentence: Sentence) -> list[Echo]:
    """A line that is a date and parties, in either order: "6 June: Lesotho." "Gabon, Benin – 8 June"."""
    lands = [a for a in sentence.actors if a.surface in _LANDS and a.start < a.end]
    dated = [e for e in sentence.expressions if e.dated]
    if not lands or len(dated) != 1 or sentence.passage.kind not in {Kind.ITEM, Kind.HEADING}:
        return []
    rest = sentence.text.replace(dated[0].text, "", 1)
    for land in lands:
        rest = rest.replace(sentence.text[land.start : land.end], "", 1)
    return [Echo(land, dated[0]) for land in lands] if _PUNCTUATION.fullmatch(rest) else []


def _answer(sentence: Sentence, before: Sentence) -> list[Echo]:
    """ "Panama? June 2017.": a party asked after, and a date for answer."""
    asked = [
        a
        for a in before.actors
        if before.text.strip() in {before.text[a.start : a.end] + "?", "And " + before.text[a.start : a.end] + "?"}
    ]
    dated = [e for e in sentence.expressions if e.dated]
    answered = bool(dated) and bool(_PUNCTUATION.fullmatch(sentence.text.replace(dated[0].text, "", 1)))
    return [Echo(asked[0], dated[0])] if asked and answered else []


def _examples(sentence: Sentence) -> list[Echo]:
    """Those whose example another follows: "Oman followed the lead of Benin, Mali and Fiji"."""
    found = _EXAMPLE.search(sentence.text)
    first = next((a for a in sentence.actors if found and a.start == found.end()), None)
    if first is None:
        return []
    listed = next((m for m in series(sentence) if any(x.actor is first for x in m)), [Member(first)])
    return [Echo(m.actor, m.when, earlier=True) for m in listed]


def without(sentence: Sentence, found: Sequence[Echo]) -> Sentence:
    """The sentence less the parties that only echo what stands before them in it."""
    echoing = {e.actor.start for e in found}
    first = min((a.start for a in sentence.actors if party(a)), default=0)
    if not echoing or first in echoing:
        return sentence
    dates = {e.when.start_char for e in found if e.when and not e.shared}
    parties = {party(e.actor) for e in found}
    again = {a.start for a in sentence.actors if party(a) in parties and DATING.search(sentence.text[: a.start])}
    actors = tuple(a for a in sentence.actors if a.start not in echoing | again)
    return replace(
        sentence, actors=actors, expressions=tuple(e for e in sentence.expressions if e.start_char not in dates)
    )
