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
from tracker.extract.acts.series import Member, behind_colon, series
from tracker.extract.dates import TimeExpression
from tracker.extract.passages import Kind
from tracker.model import PartyKind

_LANDS = {"country", "capital", "seat", "authority"}
_SAME = (
    r"(?:did|does|had done|has done|have done|do) (?:so|the same|likewise|as much)|follow(?:ed|s)?(?: suit| (?:its"
    r"|their|her|his|the|that) \w+)?|copied (?:it|them|that|the \w+)|took (?:the same|that|this) (?:step|decision"
    r"|measure|road|path|course|line)"
    r"|having (?:already |itself )?done (?:so|the same|likewise)|joined in|(?:went|go|goes) (?:the same way|too|along)"
)
_BACK = (
    r"(?:returned|repaid|answered|gave back) (?:the|that) (?:blow|compliment|favou?r|gesture)|(?:replied|answered"
    r"|responded|retaliated|reacted) (?:in kind|likewise|with the same|in the same \w+)|reciprocated|retaliated"
)
_GONE = r"went|left|came|had gone|has gone"
_AS_DID = r"(?:did|does|had(?: \w+)? done|has(?: \w+)? done|have done)"  # behind "as", "something that", "which"
_ADVERBS = r"(?:(?:then|also|too|promptly|duly|quickly|soon|itself|later|merely|in turn|had|has) )*"
_ASIDE = r"(?:,[^,;.:]{1,40},)?"  # "Peru, slower as always, did likewise"
_AHEAD = (
    r"(?P<ahead>(?:(?:says|said|has said|announced|declared|promised|vowed|pledged) (?:that )?(?:it|he|she|they) "
    r"(?:will|would|is to|intends to|means to)|will|is to|are to"
    r"|(?:is|are) (?:expected|due|set|about|likely|going) to) )?"
)
_ECHO = re.compile(rf"{_ASIDE}\s+{_ADVERBS}{_AHEAD}(?:(?P<back>{_BACK})|(?P<same>{_SAME})|(?P<gone>{_GONE}))\b", re.I)
_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens)(?: of them)?"
_LIKE = re.compile(r"(?:\bas|\b(?:something|a step|a move|what)(?: that| which)?|[,;] which) (?:the )?$", re.I)
_AS_THEY_DID = re.compile(rf"\s+{_ADVERBS}{_AS_DID}\b(?! (?:not|little|nothing|much)\b)", re.I)
_LIKE_ONE = re.compile(r"\b(?:like|as with) (?:the )?$", re.I)
_BEFORE_IT = re.compile(r",? (?:before|ahead of) (?:it|them|him|her)\b", re.I)
_SO_DID = re.compile(
    r"\b(?:so|as|and so)(?:,[^,;.]{1,30},)? (?:did|has|had|have|will|is to) (?:also )?(?:the )?$", re.I
)
_ANOTHER = re.compile(r"\b(?:the one|one|another|that|those|a second|a third) (?:in|at) (?:the )?$", re.I)
_MISSION = re.compile(r"\b(?:embass|consulate|legation|mission|office)", re.I)
_DATED = re.compile(r",?\s+(?:(?:dates?|dating|opened|opening) )?(?:(?:from|in|on|since) )?", re.I)
_COUNTED = re.compile(rf"\s+(?:another\s+)?{_COUNT}(?=\s*(?:[.,;)]|$|and\b|while\b))", re.I)
_OWN = r"(?:its own|its|his own|their own|theirs|one|hers|his)"
_SINCE_WHEN = r"(?:as (?:long ago|early|far back|recently|late) as|only|already|back|not until|since) "
_BARE = re.compile(
    rf"(?:\s+(?:(?:another\s+)?{_COUNT}|{_OWN}))?\s+(?:{_SINCE_WHEN})?(?:(?:on|in|at|by) )?(?:one \w+ \w+ (?:of|in) )?",
    re.I,
)
_CLOSE = 4  # characters between "went" and its date
_DATING = re.compile(r"\b(?:after|before|behind|than) (?:the )?$", re.I)  # "two days after Peru"
_AND = re.compile(r"(?:[\s,;&]|\b(?:and|but|while|then|the|on|in|at|by)\b)*", re.I)
_EXAMPLE = re.compile(
    r"\b(?:follow\w*|emulat\w*) (?:in )?(?:the )?(?:examples?|footsteps|lead)(?: set| given)? (?:by|of) (?:the )?", re.I
)
_PUNCTUATION = re.compile(r"(?:[\s,;:.()&•–—-]|\b(?:and|the|on|in)\b)*", re.I)
_BEGINS = re.compile(r"(?:^|[,;:.?]|\band|\bbut|\bwhile|\b[Tt]hen)\s*(?:[Tt]he |and |but |while )*$")


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
    together = (*_mates_before(lands[:at], actor, sentence.text), actor)
    if (said := _said(at, lands, sentence)) is not None:
        when = when or _opening(actor, sentence)
        late = when is None or when.start_char - said.end() > _CLOSE
        told = Echo(actor, when, bool(said["back"]), bool(said["gone"]), ahead=bool(said["ahead"]))
        return [] if said["gone"] and late else [replace(told, actor=a) for a in together]
    if _inverted(actor, sentence):
        return [Echo(actor, when if when and _near(actor, when, sentence) else _inside(actor, sentence))]
    if _site(actor, when, sentence):
        return [Echo(actor, when, site=True)]
    if _as_before(together, sentence.text):
        return [Echo(a, when, earlier=True) for a in together]
    return _without_verb(together, lands, sentence, before, when)


def _time_behind(at: int, lands: Sequence[Actor], sentence: Sentence) -> TimeExpression | None:
    """The time told between a land and the next."""
    until = lands[at + 1].start if at + 1 < len(lands) else len(sentence.text)
    behind = [e for e in sentence.expressions if lands[at].end <= e.start_char < until]
    return next((e for e in behind if e.dated or e.anaphoric), next(iter(behind), None))


def _said(at: int, lands: Sequence[Actor], sentence: Sentence) -> re.Match[str] | None:
    """The words behind a land that say that it did so too."""
    actor = lands[at]
    said = _ECHO.match(sentence.text, actor.end)
    ends = lands[at + 1].start if at + 1 < len(lands) else len(sentence.text)
    begins = _opening(actor, sentence) or _begins(sentence.text, actor.start)
    return said if said and said.end() <= ends and begins else None


def _without_verb(
    together: Sequence[Actor],
    lands: Sequence[Actor],
    sentence: Sentence,
    before: Sequence[Echo],
    when: TimeExpression | None,
) -> list[Echo]:
    """Lands with nothing but a number or a time behind an act: "Peru on Monday, Chad two and Togo a day later"."""
    actor = together[-1]
    if actor is not lands[0] and _counted(actor, sentence) and (before or _acted_before(actor, lands, sentence)):
        ahead = next((e for e in reversed(sentence.expressions) if e.end_char <= actor.start), None)
        return [Echo(actor, ahead, shared=True)]
    if when is None or not _gapped(actor, when, sentence):
        return []
    gone = bool(before) and before[-1].gone
    told = {id(echo.actor) for echo in before}
    acted = before or _acted_before(together[0], lands, sentence)
    return [Echo(a, when, gone=gone) for a in together if id(a) not in told] if acted else []


def _as_before(together: Sequence[Actor], text: str) -> bool:
    """Whether a land did earlier what is told of another: "as Peru had done", "something that Peru and Chad did"."""
    ahead, end = text[: together[0].start], together[-1].end
    like = _LIKE_ONE.search(ahead) and _BEFORE_IT.match(text, end)
    return bool(like or (_AS_THEY_DID.match(text, end) and _LIKE.search(ahead)))


def _inverted(actor: Actor, sentence: Sentence) -> bool:
    """Whether the verb stands before who did it too: "so did Chad", "as has Chad", "and so, on Friday, did Chad"."""
    return bool(_SO_DID.search(sentence.text[: actor.start]))


def _near(actor: Actor, when: TimeExpression, sentence: Sentence) -> bool:
    return bool(re.fullmatch(r",?\s+(?:(?:on|in|at) )?", sentence.text[actor.end : when.start_char]))


def _inside(actor: Actor, sentence: Sentence) -> TimeExpression | None:
    """The date between "so" and "did": "and so, on Friday, did Chad"."""
    said = _SO_DID.search(sentence.text[: actor.start])
    return next((e for e in sentence.expressions if said and said.start() < e.start_char < said.end()), None)


def _site(actor: Actor, when: TimeExpression | None, sentence: Sentence) -> bool:
    """Whether a further mission is told by its place and a date alone: "another in Lima in 2012"."""
    ahead = sentence.text[: actor.start]
    if when is None or not (_ANOTHER.search(ahead) and _MISSION.search(ahead)):
        return False
    return bool(_DATED.fullmatch(sentence.text[actor.end : when.start_char]))


def _counted(actor: Actor, sentence: Sentence) -> bool:
    """Whether a clause is a party and a number and nothing else: "Peru expelled ten in April, Chad two"."""
    bare = _COUNTED.match(sentence.text, actor.end)
    return bool(bare) and _begins(sentence.text, actor.start)


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
    return bool(re.match(r"\s*(?:$|[.,;:)]|and\b|while\b|(?:the )?[A-Z][\w ]*[.,;])", text[when.end_char :]))


def _mates_before(lands: Sequence[Actor], actor: Actor, text: str) -> list[Actor]:
    """The parties listed right before one: "Gabon and Benin in 2019"."""
    mates: list[Actor] = []
    for earlier in reversed(lands):
        if _DATING.search(text[: earlier.start]) or not re.fullmatch(
            r"\s*(?:,|,? and|&)\s+(?:the )?", text[earlier.end : (mates[0] if mates else actor).start]
        ):
            break
        mates.insert(0, earlier)
    return mates


def without(sentence: Sentence, found: Sequence[Echo]) -> Sentence:
    """The sentence less the parties that only echo what stands before them in it."""
    echoing = {e.actor.start for e in found}
    first = min((a.start for a in sentence.actors if party(a)), default=0)
    if not echoing or first in echoing:
        return sentence
    dates = {e.when.start_char for e in found if e.when and not e.shared}
    parties = {party(e.actor) for e in found}
    again = {a.start for a in sentence.actors if party(a) in parties and _DATING.search(sentence.text[: a.start])}
    actors = tuple(a for a in sentence.actors if a.start not in echoing | again)
    return replace(
        sentence, actors=actors, expressions=tuple(e for e in sentence.expressions if e.start_char not in dates)
    )
