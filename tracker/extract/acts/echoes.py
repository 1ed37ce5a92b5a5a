"""Acts told by pointing at one told before, with a party and a date of their own.

Kenya did so the next day, Uganda two days after that.      Lesotho followed suit on the 9th.
Oslo repaid the gesture the week after.                          Panama? June 2017.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Sentence, party
from tracker.extract.acts.series import PAIRED, Member, series
from tracker.extract.dates import Kind as Read
from tracker.extract.dates import TimeExpression
from tracker.extract.passages import Kind, Passage
from tracker.extract.timing import Timing
from tracker.model import PartyKind, Status

_LANDS = {"country", "capital", "seat", "authority"}
_SAME = (
    r"(?:did|does|had done|has done|have done|do) (?:so|the same|likewise|as much)|follow(?:ed|s)?(?: suit| (?:its"
    r"|their|her|his|the|that) \w+)?|copied (?:it|them|that|the \w+)|took the same (?:step|decision|measure)"
    r"|joined in|(?:went|go|goes) (?:the same way|too|along)"
)
_BACK = (
    r"(?:returned|repaid|answered|gave back) (?:the|that) (?:blow|compliment|favou?r|gesture)|(?:replied|answered"
    r"|responded|retaliated|reacted) (?:in kind|likewise|with the same|in the same \w+)|reciprocated|retaliated"
)
_GONE = r"went|left|came|had gone|has gone"
_ADVERBS = r"(?:(?:then|also|too|promptly|duly|quickly|soon|itself|later|merely|in turn|had|has) )*"
_ASIDE = r"(?:,[^,;.:]{1,40},)?"  # "Peru, slower as always, did likewise"
_AHEAD = r"(?P<ahead>(?:will|is to|are to|(?:is|are) (?:expected|due|set|about|likely|going) to) )?"
_ECHO = re.compile(rf"{_ASIDE}\s+{_ADVERBS}{_AHEAD}(?:(?P<back>{_BACK})|(?P<same>{_SAME})|(?P<gone>{_GONE}))\b", re.I)
_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens)(?: of them)?"
_OWN = r"(?:its own|its|his own|their own|theirs|one|hers|his)"
_BARE = re.compile(
    rf"(?:\s+(?:(?:another\s+)?{_COUNT}|{_OWN}))?\s+(?:(?:on|in|at|by) )?(?:one \w+ \w+ (?:of|in) )?", re.I
)
_AND = re.compile(r"(?:[\s,;&]|\b(?:and|but|while|then|the|on|in|at|by)\b)*", re.I)
_EXAMPLE = re.compile(
    r"\b(?:follow\w*|emulat\w*) (?:in )?(?:the )?(?:examples?|footsteps|lead)(?: set| given)? (?:by|of) (?:the )?", re.I
)
_PUNCTUATION = re.compile(r"(?:[\s,;:.()&•–—-]|\b(?:and|the|on|in)\b)*", re.I)
_WITHIN = 4  # passages back that an echo points
_BEGINS = re.compile(r"(?:^|[,;:.?]|\band|\bbut|\bwhile|\b[Tt]hen)\s*(?:[Tt]he |and |but |while )*$")


@dataclass(frozen=True, slots=True)
class Echo:
    """One party that did as another had done; `back` when it did so to that other, `gone` when only "went" says so,
    `earlier` when the other followed it, `ahead` when it is yet to do so."""

    actor: Actor
    when: TimeExpression | None
    back: bool = False
    gone: bool = False
    earlier: bool = False
    ahead: bool = False


def echoes(sentence: Sentence, before: Sentence | None = None) -> list[Echo]:
    """The parties of a sentence that do as somebody did before, in order; `before` is the sentence ahead of it."""
    found = _examples(sentence) or _entries(sentence) or (_answer(sentence, before) if before else [])
    if found:
        return found
    lands = [a for a in sentence.actors if a.surface in _LANDS and a.kind is PartyKind.COUNTRY and a.start < a.end]
    for at, actor in enumerate(lands):
        until = lands[at + 1].start if at + 1 < len(lands) else len(sentence.text)
        when = next((e for e in sentence.expressions if actor.end <= e.start_char < until), None)
        said = _ECHO.match(sentence.text, actor.end)
        opening = _opening(actor, sentence)
        if said and said.end() <= until and (opening or _begins(sentence.text, actor.start)):
            when = when or opening
            if said["gone"] and (when is None or when.start_char - said.end() > 4):
                continue
            mates = _mates_before(lands[:at], actor, sentence.text)
            told = Echo(actor, when, bool(said["back"]), bool(said["gone"]), ahead=bool(said["ahead"]))
            found += [replace(told, actor=a) for a in (*mates, actor)]
        elif when is not None and _gapped(actor, when, sentence):
            mates = _mates_before(lands[:at], actor, sentence.text)
            if found or _acted_before((mates or [actor])[0], lands, sentence):
                gone = bool(found) and found[-1].gone
                found += [Echo(a, when, gone=gone) for a in (*mates, actor) if all(a is not e.actor for e in found)]
    return found


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


def _gapped(actor: Actor, when: TimeExpression, sentence: Sentence) -> bool:
    """Whether a clause is a party and a date and nothing else: "Bulgaria ten on the 18th"."""
    bare = _BARE.fullmatch(sentence.text[actor.end : when.start_char])
    return bool(bare) and _begins(sentence.text, actor.start) and _closes(sentence.text, when)


def _acted_before(actor: Actor, lands: Sequence[Actor], sentence: Sentence) -> bool:
    """Whether an act with its date stands right before: "Poland expelled 45 on 23 March, Bulgaria …"."""
    dates = [e for e in sentence.expressions if e.end_char <= actor.start]
    if not dates or not _AND.fullmatch(sentence.text[dates[-1].end_char : actor.start]):
        return False
    between = sentence.text[lands[0].end : actor.start]
    for date in dates:
        between = between.replace(date.text, "")
    for land in lands:
        between = between.replace(land.name, "") if land.end <= actor.start else between
    return not _AND.fullmatch(between)


def _opening(actor: Actor, sentence: Sentence) -> TimeExpression | None:
    """The date that opens the clause before a party: "and on Tuesday Chad did the same"."""
    before = (e for e in sentence.expressions if re.fullmatch(r",?\s*", sentence.text[e.end_char : actor.start]))
    return next((e for e in before if _begins(sentence.text, _from_preposition(e, sentence.text))), None)


def _from_preposition(when: TimeExpression, text: str) -> int:
    found = re.search(r"\b(?:on|in|at) $", text[: when.start_char], re.I)
    return found.start() if found else when.start_char


def _begins(text: str, at: int) -> bool:
    return bool(_BEGINS.search(text[:at]))


def _closes(text: str, when: TimeExpression) -> bool:
    return bool(re.match(r"\s*(?:$|[.,;:)]|and\b|while\b)", text[when.end_char :]))


def _mates_before(lands: Sequence[Actor], actor: Actor, text: str) -> list[Actor]:
    """The parties listed right before one: "Gabon and Benin in 2019"."""
    mates: list[Actor] = []
    for earlier in reversed(lands):
        if not re.fullmatch(r"\s*(?:,|,? and|&)\s+(?:the )?", text[earlier.end : (mates[0] if mates else actor).start]):
            break
        mates.insert(0, earlier)
    return mates


def without(sentence: Sentence, found: Sequence[Echo]) -> Sentence:
    """The sentence less the parties that only echo what stands before them in it."""
    echoing = {e.actor.start for e in found}
    first = min((a.start for a in sentence.actors if party(a)), default=0)
    if not echoing or first in echoing:
        return sentence
    dates = {e.when.start_char for e in found if e.when}
    actors = tuple(a for a in sentence.actors if a.start not in echoing)
    return replace(
        sentence, actors=actors, expressions=tuple(e for e in sentence.expressions if e.start_char not in dates)
    )


def told_again(found: Sequence[Echo], told: Sequence[Draft], passage: Passage) -> Iterator[Draft]:
    """The acts that echoes stand for: the last one told, by another party.

    The caller completes each before the next is made: "Gabon and Benin a day later" share the day so found.
    """
    latest: Draft | None = None
    for echo in found:
        model = _model(echo, told, passage)
        if model is not None:
            latest = _repeated(model, replace(echo, when=_shared_day(echo.when, latest)), passage)
            yield latest


def _shared_day(when: TimeExpression | None, latest: Draft | None) -> TimeExpression | None:
    """The expression of an echo, read as it was for the echo before it where both have the same."""
    before = latest.timing.when if latest is not None else None
    if when is None or before is None or latest is None or not latest.when or before.start_char != when.start_char:
        return when
    return replace(
        when, start=latest.when.start, end=latest.when.end, precision=latest.when.precision, kind=Read.EXPLICIT
    )


def _repeated(model: Draft, echo: Echo, passage: Passage) -> Draft:
    """An act as told before, done by the party of an echo."""
    doer, other = _sides(model.type)
    targets = model.roles[doer if echo.back or party(echo.actor) in model.role(other) else other]
    return replace(
        model,
        roles={doer: [echo.actor], other: [_nameless(a) for a in targets]},
        status=Status.PLANNED if echo.ahead else Status.OCCURRED,
        timing=Timing(when=echo.when),
        reading=replace(model.reading, background=model.reading.background or echo.earlier),
        when=None,
        passage=passage,
        evidence=[*([model.passage] if model.passage else []), passage],
        refers=False,
        group=None,
        guessed=[],
        bystanders=(),
    )


def _model(echo: Echo, told: Sequence[Draft], passage: Passage) -> Draft | None:
    """The act that an echo points at: the last of a paired type nearby; "went" points at the last rupture."""
    for draft in reversed(told):
        if (
            draft.passage is None
            or draft.type not in PAIRED
            or draft.type == "appointment"
            or not all(r in draft.roles for r in PAIRED[draft.type])
        ):
            continue
        if echo.gone and draft.type != "rupture":
            continue
        near = echo.gone or passage.index - draft.passage.index <= _WITHIN
        return draft if near and party(echo.actor) not in draft.role(_sides(draft.type)[0]) else None
    return None


def _sides(kind: str) -> tuple[str, str]:
    """The role of whoever acts, and the other: it is the receiver who accepts an envoy."""
    first, second = PAIRED[kind]
    return (second, first) if kind == "accreditation" else (first, second)


def _nameless(actor: Actor) -> Actor:
    """The party of somebody who took part in one act and not in the other."""
    kind = PartyKind.ORGANISATION if actor.organisation else PartyKind.COUNTRY
    return Actor(
        kind,
        actor.start,
        actor.end,
        actor.head,
        name=actor.organisation or "",
        country=actor.country,
        organisation=actor.organisation,
        surface="country",
    )
