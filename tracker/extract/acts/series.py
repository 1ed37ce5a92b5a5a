"""Lists of parties, and how one act is shared out among them.

Chad on 5 June, Mali on the 6th and Benin on the 8th called their envoys home.     one act each, on its own day
Algeria recalled its ambassadors to France, Italy and Spain.                        one act for each post
Uzbekistan, following China and Kazakhstan, accepted the ambassador.                earlier acts of others
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.extract.actors import Actor, find_actors
from tracker.extract.acts.draft import Draft, Sentence, land, party
from tracker.extract.dates import TimeExpression
from tracker.extract.syntax import SUBJECTS, token_at
from tracker.extract.timing import Timing
from tracker.model import PartyKind
from tracker.reference import EVENT_TYPES

# The types whose first two roles stand against each other: each pair of parties is an engagement of its own
# (codebook §2).
_PAIRED = ["appointment", "accreditation", "recall", "expulsion", "summons", "mission", "rupture", "recognition"]
PAIRED = {name: EVENT_TYPES[name].roles[:2] for name in _PAIRED}
_DONE_TO_OTHERS = {"recall", "expulsion", "summons", "rupture", "recognition"}
_OF_STATES = {"rupture", "recognition"}
_COLON = re.compile(r"(?::|\s[–—-])\s+(?:the )?$")
_MANY = 20  # pairs from which a product is a misreading
_JOINT = re.compile(
    r"\s*(?:[,;]|[,;]? ?(?:and|&|as well as)|,? then)\s+(?:(?:also|later|then|from|in|to|by|of|with|the|republic"
    r"|kingdom|state) )*",
    re.I,
)
_SEMICOLON = re.compile(r";\s*(?:and\s+)?(?:the\s+)?(?:\w+ of (?:the )?)?$")
_FOLLOWED = re.compile(r"\b(?:following|joining|after)\s+(?:the\s+)?(?:example of\s+)?(?:the\s+)?$", re.I)
_AFTER = re.compile(r"\b(?:follow|join|copi|imitat|emulat)(?:s|ed|ing|es)? (?:the )?$", re.I)
_ACTED = re.compile(
    r",? (?:which|who|both of which) (?:had |have )?(?:acted|moved|led the way|(?:did|done) (?:so|the same)|gone|went)"
    r"(?: first| before| already)*,? (?:(?:on|in|at) )?",
    re.I,
)
_IN_DOING = re.compile(r",? in (?:\w+ly )?(?:\w+ing|(?:its|their) \w+)\b", re.I)


@dataclass(frozen=True, slots=True)
class Member:
    """One party of a list, with the date that it has for itself."""

    actor: Actor
    when: TimeExpression | None = None


def series(sentence: Sentence) -> list[list[Member]]:
    """The lists of two parties or more that a sentence holds."""
    lists: list[list[Member]] = []
    current: list[Member] = []
    actors = [a for a in _named(sentence) if party(a) and a.start < a.end]
    for first, second in pairwise(actors):
        own = _own_date(first, second.start, sentence)
        current = current or [Member(first, own)]
        if _joined(first, second, own, sentence.text) and not _goes_on(first, second, sentence):
            current.append(Member(second, _own_date(second, _after(second, actors, sentence), sentence)))
        elif len(current) > 1:
            lists.append(current)
            current = []
        else:
            current = []
    return [*lists, current] if len(current) > 1 else lists


def _named(sentence: Sentence) -> list[Actor]:
    """The actors of a sentence, an envoy behind his country as one: "of Peru, Ana Rey; Chile, Luis Gil; and …"."""
    named: list[Actor] = []
    for actor in sentence.actors:
        before = named[-1] if named else None
        if before is not None and before.surface == "country" and _listed_behind(before, actor, sentence.text):
            office = next((a.office for a in reversed(named) if a.office), "")
            named[-1] = replace(actor, start=before.start, country=before.country, office=office)
        else:
            named.append(actor)
    return named


def _listed_behind(country: Actor, person: Actor, text: str) -> bool:
    """Whether a name belongs to the country before it, between semicolons."""
    nobody = person.kind is PartyKind.PERSON and bool(person.name) and not (person.office or person.country)
    opened = bool(_SEMICOLON.search(text[: country.start]))
    return nobody and opened and text[country.end : person.start].strip() == ","


def _after(actor: Actor, actors: Sequence[Actor], sentence: Sentence) -> int:
    return next((a.start for a in actors if a.start > actor.start), len(sentence.text))


def _own_date(actor: Actor, until: int, sentence: Sentence) -> TimeExpression | None:
    """The date right behind a party: "Chad on 5 June", "Mali the next day"."""
    for expression in sentence.expressions:
        if actor.end <= expression.start_char < until and re.fullmatch(
            r"(?:['’]s?)?\s+(?:(?:on|in|at|since) )?", sentence.text[actor.end : expression.start_char]
        ):
            return expression
    return None


def _joined(first: Actor, second: Actor, own: TimeExpression | None, text: str) -> bool:
    """Whether nothing but a comma, "and" and a date stands between two parties of the same kind of word."""
    if second.kind is PartyKind.PERSON and not second.office:
        return False
    gap = text[own.end_char if own else first.end : second.start]
    return bool(_JOINT.fullmatch(gap)) and (second.surface != "demonym" or first.surface == "demonym")


def _goes_on(first: Actor, second: Actor, sentence: Sentence) -> bool:
    """Whether a party opens a clause of its own: "broke with Qatar on 5 June; Libya did the same"."""
    gap = sentence.text[first.end : second.start]
    return ";" in gap and len(sentence.doc) > 0 and token_at(sentence.doc, second.head).dep_ in SUBJECTS


def share(draft: Draft, sentence: Sentence) -> Iterator[Draft]:
    """One draft for each pair of opposite parties, those of a list added, each with the date of its own."""
    if draft.type not in PAIRED or not all(role in draft.roles for role in PAIRED[draft.type]):
        yield draft
        return
    lists = series(sentence)
    first, second = PAIRED[draft.type]
    if draft.type in _DONE_TO_OTHERS and (listed := behind_colon(sentence)):
        before = [a for a in sentence.actors if party(a) and a.end < listed[0].actor.start]
        if len({party(a) for a in before}) == 1:
            draft.roles |= {first: [m.actor for m in listed], second: before[:1]}
    _add_mates(draft, first, second, lists, sentence)
    firsts, seconds = _by_party(draft.roles[first]), _by_party(draft.roles[second])
    if len(firsts) * len(seconds) > _MANY:
        return
    dated = {
        party(m.actor): m.when for members in lists if sum(m.when is not None for m in members) > 1 for m in members
    }
    for one, ones in firsts.items():
        for other, others in seconds.items():
            if one and one == other:
                continue
            own = dated.get(one) or dated.get(other)
            timing = replace(draft.timing, when=own, again=()) if own is not None else draft.timing
            yield replace(draft, roles={**draft.roles, first: ones, second: others}, timing=timing)


def behind_colon(sentence: Sentence) -> list[Member]:
    """The list that a colon opens, each with its date: "Who has broken with Lima: Oslo on Monday, Rome yesterday"."""
    lists = (m for m in series(sentence) if _COLON.search(sentence.text[: m[0].actor.start]))
    return next((members for members in lists if members[-1].when is not None), [])


def _by_party(actors: Sequence[Actor]) -> dict[str | None, list[Actor]]:
    """Actors under the party that they act for; those of whom it is unknown go with the first that is known."""
    grouped: dict[str | None, list[Actor]] = {}
    for actor in actors:
        if party(actor):
            grouped.setdefault(party(actor), []).append(actor)
    unknown = [a for a in actors if not party(a)]
    if not grouped:
        return {None: unknown}
    next(iter(grouped.values())).extend(unknown)
    return grouped


def _add_mates(draft: Draft, first: str, second: str, lists: list[list[Member]], sentence: Sentence) -> None:
    """Give each role the rest of the list that one of its actors stands in."""
    for role, opposite in ((first, second), (second, first)):
        for actor in list(draft.roles[role]):
            told = {party(a) for a in (*draft.roles[role], *draft.roles[opposite])}
            for mate in _mates(actor, lists, sentence.text):
                if draft.type in _OF_STATES and mate.office and not actor.office:
                    continue  # "its recognition of Kosovo, Serbia's minister said"
                if mate.post and mate.surface:
                    _append(draft.roles[opposite], replace(mate, country=mate.post, post=None), told)
                else:
                    _append(draft.roles[role], mate, told)


def _append(actors: list[Actor], mate: Actor, told: set[str | None]) -> None:
    if party(mate) not in told:
        told.add(party(mate))
        actors.append(mate)


def mates(actor: Actor, sentence: Sentence) -> Iterator[Actor]:
    """The parties listed beside one: Peru of "the ambassadors of Chile and Peru"."""
    return _mates(actor, series(sentence), sentence.text)


def _mates(actor: Actor, lists: list[list[Member]], text: str) -> Iterator[Actor]:
    """The parties listed beside an actor; behind an envoy they are further posts ("to France, Italy") or senders."""
    if actor.office and not actor.name:
        yield from (replace(actor, country=code) for code in _lands_before(actor, text))
    members = next((m for m in lists if any(x.actor.start == actor.start and x.actor.end == actor.end for x in m)), ())
    for member in members:
        mate = member.actor
        if mate.start == actor.start:
            continue
        yield replace(mate, post=mate.country) if actor.post and land(mate) and mate.start > actor.start else mate


def _lands_before(actor: Actor, text: str) -> list[str]:
    """The further countries of "French and Italian diplomats", which are one actor."""
    inside = text[actor.start : actor.end]
    found = find_actors(inside[: inside.find(actor.office)]) if actor.office in inside else []
    return [a.country for a in found if a.country and a.country != actor.country]


def _which_acted(members: Sequence[Member], sentence: Sentence) -> TimeExpression | None:
    """The date of a clause behind a list: "followed Chad and Togo, which acted on Monday"."""
    acted = _ACTED.match(sentence.text, members[-1].actor.end)
    return next((e for e in sentence.expressions if acted and e.start_char == acted.end()), None)


def _led(actor: Actor, text: str) -> bool:
    """Whether others came after a state: "following Chad, Peru …", "Peru followed Chad and Mali in recognising …"."""
    before = text[: actor.start]
    return bool(_FOLLOWED.search(before)) or bool(_AFTER.search(before) and _IN_DOING.search(text, actor.end))


def forerunners(draft: Draft, sentence: Sentence) -> Iterator[Draft]:
    """The earlier acts of "X, following Y and Z, accepted": the same act by others, undated."""
    if draft.type not in PAIRED:
        return
    doers = PAIRED[draft.type][1 if draft.type == "accreditation" else 0]
    other = PAIRED[draft.type][0 if draft.type == "accreditation" else 1]
    leaders = [a for a in sentence.actors if a.surface in {"country", "capital"} and _led(a, sentence.text)]
    for leader in leaders:
        mates = next((m for m in series(sentence) if any(x.actor is leader for x in m)), [Member(leader)])
        for member in mates:
            if party(member.actor) not in draft.role(doers) | draft.role(other):
                reading = replace(draft.reading, background=True)
                yield replace(
                    draft,
                    roles={**draft.roles, doers: [member.actor]},
                    timing=Timing(when=member.when or _which_acted(mates, sentence)),
                    reading=reading,
                )
