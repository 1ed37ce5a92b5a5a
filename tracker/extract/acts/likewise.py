"""The words that say of a party that it did as another had done: "did so too", "as had Chad", "Peru two on Monday"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Sentence
from tracker.extract.dates import TimeExpression

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
DATING = re.compile(r"\b(?:after|before|behind|than) (?:the )?$", re.I)  # "two days after Peru"
_AND = re.compile(r"(?:[\s,;&]|\b(?:and|but|while|then|the|on|in|at|by)\b)*", re.I)
_ON = re.compile(r",?\s+(?:(?:on|in|at) )?")
_BEGINS = re.compile(r"(?:^|[,;:.?]|\band|\bbut|\bwhile|\b[Tt]hen)\s*(?:[Tt]he |and |but |while )*$")


def did_so(at: int, lands: Sequence[Actor], sentence: Sentence) -> re.Match[str] | None:
    """The words behind a land that say that it did so too."""
    actor = lands[at]
    said = _ECHO.match(sentence.text, actor.end)
    ends = lands[at + 1].start if at + 1 < len(lands) else len(sentence.text)
    begins = opening(actor, sentence) or _begins(sentence.text, actor.start)
    return said if said and said.end() <= ends and begins else None


def as_before(together: Sequence[Actor], text: str) -> bool:
    """Whether a land did earlier what is told of another: "as Peru had done", "something that Peru and Chad did"."""
    ahead, end = text[: together[0].start], together[-1].end
    like = _LIKE_ONE.search(ahead) and _BEFORE_IT.match(text, end)
    return bool(like or (_AS_THEY_DID.match(text, end) and _LIKE.search(ahead)))


def inverted(actor: Actor, sentence: Sentence) -> bool:
    """Whether the verb stands before who did it too: "so did Chad", "as has Chad", "and so, on Friday, did Chad"."""
    return bool(_SO_DID.search(sentence.text[: actor.start]))


def inverted_date(actor: Actor, when: TimeExpression | None, sentence: Sentence) -> TimeExpression | None:
    """The date `when` right behind who did it too, else the one in the midst: "and so, on Friday, did Chad"."""
    if when is not None and _ON.fullmatch(sentence.text[actor.end : when.start_char]):
        return when
    so_did = _SO_DID.search(sentence.text[: actor.start])
    return next((e for e in sentence.expressions if so_did and so_did.start() < e.start_char < so_did.end()), None)


def further_site(actor: Actor, when: TimeExpression | None, sentence: Sentence) -> bool:
    """Whether a further mission is told by its place and a date alone: "another in Lima in 2012"."""
    ahead = sentence.text[: actor.start]
    if when is None or not (_ANOTHER.search(ahead) and _MISSION.search(ahead)):
        return False
    return bool(_DATED.fullmatch(sentence.text[actor.end : when.start_char]))


def counted(actor: Actor, sentence: Sentence) -> bool:
    """Whether a clause is a party and a number and nothing else: "Peru expelled ten in April, Chad two"."""
    bare = _COUNTED.match(sentence.text, actor.end)
    return bool(bare) and _begins(sentence.text, actor.start)


def gapped(actor: Actor, when: TimeExpression, sentence: Sentence) -> bool:
    """Whether a clause is a party and a date and nothing else: "Bulgaria ten on the 18th"."""
    bare = _BARE.fullmatch(sentence.text[actor.end : when.start_char])
    return bool(bare) and _begins(sentence.text, actor.start) and _closes(sentence.text, when)


def acted_before(actor: Actor, lands: Sequence[Actor], sentence: Sentence) -> bool:
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


def opening(actor: Actor, sentence: Sentence) -> TimeExpression | None:
    """The date that opens the clause before a party: "and on Tuesday Chad did the same"."""
    before = (e for e in sentence.expressions if re.fullmatch(r",?\s*", sentence.text[e.end_char : actor.start]))
    return next((e for e in before if _begins(sentence.text, _from_preposition(e, sentence.text))), None)


def _from_preposition(when: TimeExpression, text: str) -> int:
    """Where a date begins, with the preposition ahead of it: "on Tuesday"."""
    found = re.search(r"\b(?:on|in|at) $", text[: when.start_char], re.I)
    return found.start() if found else when.start_char


def _begins(text: str, at: int) -> bool:
    """Whether a clause begins at an offset: behind ";", "and", "while the"."""
    return bool(_BEGINS.search(text[:at]))


def _closes(text: str, when: TimeExpression) -> bool:
    """Whether a clause ends with a date: "ten on the 18th, Peru", "on the 18th while"."""
    return bool(re.match(r"\s*(?:$|[.,;:)]|and\b|while\b|(?:the )?[A-Z][\w ]*[.,;])", text[when.end_char :]))


def mates_before(lands: Sequence[Actor], actor: Actor, text: str) -> list[Actor]:
    """The parties listed right before one: "Gabon and Benin in 2019"."""
    mates: list[Actor] = []
    for earlier in reversed(lands):
        if DATING.search(text[: earlier.start]) or not re.fullmatch(
            r"\s*(?:,|,? and|&)\s+(?:the )?", text[earlier.end : (mates[0] if mates else actor).start]
        ):
            break
        mates.insert(0, earlier)
    return mates
