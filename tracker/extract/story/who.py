"""Whom the short forms of a sentence mean: "he", "the delegation", "both ministers", "its president"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import land, party
from tracker.extract.acts.sides import is_envoy
from tracker.extract.story.thread import Thread, each_once, people
from tracker.model import PartyKind

_PAIR = re.compile(
    r"^(?:(?:foreign|prime|defen[cs]e|finance|trade) )?"
    r"(?:leaders|ministers|presidents|secretaries|sides|heads of state|counterparts)$",
    re.I,
)
_AT_LARGE = re.compile(r" (?:from|of) (?:\w+ )*(?:world|region|continent|globe|countries|nations|states)\b", re.I)
_LED_BY = re.compile(r"^,? ?(?:(?:was|were|which is|is) )?(?:led|headed|chaired|under)(?: by)? ?(?:the |its )?$", re.I)
_OWNED = re.compile(r"['’]s (?:\w+ )?")
_FACING = re.compile(r"\b(?:guest|host|hostess|visitor|caller)s?$")
_WITH_ADJECTIVES = re.compile(r"['’]s (?:[a-z-]+ ){0,3}")
_EMBASSY = re.compile(r"(?:['’]s)? (?:\w+ )?(?:embassy|consulate|high commission|legation|nunciature)\b", re.I)
_POINTING = re.compile(r"(?:the|this|that|both) |Ambassador |Envoy |High Commissioner |Consul |Charg", re.I)
_WHOSE = re.compile(r"\b(?:whose|own) $", re.I)
_COLLECTIVE = re.compile(
    r"^(?:delegation|team|mission|group|bloc|movement|regime|junta|government|administration|guests?)$", re.I
)
_OF_A_STATE = re.compile(r"^(?:regime|junta|government|administration)$", re.I)
_LONGEST_PRONOUN = 4  # letters: "they" stands for two who are not named again
_OF_STATE = re.compile(
    r"(?:(?:deputy|vice|foreign|prime|defen[cs]e|finance|trade|interior|state) )*(?:president|premier|minister"
    r"|king|queen|emir|sultan|foreign secretary|permanent secretary|secretary of state|chancellor)",
    re.I,
)
_TRAVELLING = re.compile(r"deleg|team|mission|guest", re.I)


def name(thread: Thread, text: str, actors: Iterable[Actor]) -> list[Actor]:
    """The actors of a sentence with their short forms resolved; who leads or serves another acts for the same party."""
    named: list[Actor] = []
    for actor in actors:
        found = _resolved(thread, actor, named)
        if named and not _FACING.search(found.office) and _serves(named[-1], found, text):
            found = _for(found, named[-1])
        found = _the_envoy(thread, found, text)
        named += _pair(thread, found, text) or [found]
        if party(found) and (is_envoy(found) or _EMBASSY.match(text, found.end)):
            thread.envoy = found
    return named


def _the_envoy(thread: Thread, actor: Actor, text: str) -> Actor:
    """An envoy of whom only the office is told, as the one spoken of last: "Oslo called her in. The envoy said".

    Whoever is an envoy's opposite number is one too: "His Peruvian counterpart, Luis Gil, was called home".
    """
    last = thread.envoy
    if last is not None and actor.opposite and actor.name and actor.country and is_envoy(last):
        return replace(actor, office=last.office, post=last.country, opposite=False)
    single = actor.kind is PartyKind.PERSON and is_envoy(actor) and not (party(actor) or actor.possessor)
    if last is None or not single or actor.post or (actor.name and last.name):
        return actor
    if not _POINTING.match(text, actor.start) or _WHOSE.search(text[: actor.start]):
        return actor
    return replace(_for(actor, last), name=actor.name or last.name, post=actor.post or last.post)


def notice(thread: Thread, actors: list[Actor]) -> None:
    """Remember whom a sentence is about: its first person, else its first party; and who stood together in it."""
    persons = each_once(people(actors))
    parties = [a for a in actors if party(a) and a.surface != "city"]
    bodies = [a for a in parties if a.kind is not PartyKind.PERSON and a.surface != "demonym"]
    for person in persons:
        if person.office:
            thread.officials[_last_word(person)] = person
    if persons:
        thread.people = tuple(persons)
    _stand_together(thread, persons)
    thread.ministers = next((a for a in actors if a.group and a.organisation and a.office), thread.ministers)
    thread.land = next((a for a in reversed(actors) if land(a) and a.surface != "demonym"), thread.land)
    thread.body = next(iter(bodies), thread.body)
    thread.subject = next(iter(persons or parties), thread.subject)


def _stand_together(thread: Thread, persons: Sequence[Actor]) -> None:
    """Remember the two first of several: "Gil and Rey"; "Gil did as he was told" names one."""
    together = tuple({(a.name, party(a)): a for a in reversed(persons)}.values())[::-1]
    if len(together) > 1:
        thread.group = together[:2]
        spelt_out = [a for a in together if a.end - a.start > _LONGEST_PRONOUN]
        thread.ministers = None if len(spelt_out) > 1 else thread.ministers


def look_ahead(thread: Thread, actors: Iterable[Actor]) -> None:
    """Remember who is named only now or next, for a document that begins "He landed on Monday"."""
    thread.ahead = tuple(people(map(thread.cast.resolve, actors)))


def _for(actor: Actor, other: Actor) -> Actor:
    """The actor as acting for the same party as another."""
    return replace(actor, country=other.country, organisation=other.organisation)


def _resolved(thread: Thread, actor: Actor, before: list[Actor]) -> Actor:
    found = thread.cast.resolve(actor)
    if party(found):
        return found
    if _FACING.search(found.office):
        return _facing(thread, found, before)
    if found.group and (meant := _spoken_of(thread, found)):
        return _for(found, meant)
    if found.possessor == "our" and thread.cast.home:
        return replace(found, country=thread.cast.home)
    return _national(thread, found) if _unintroduced(found) else _owned(thread, found, before)


def _owned(thread: Thread, actor: Actor, before: list[Actor]) -> Actor:
    """Somebody's official, who acts for the same party: "his minister"."""
    owner = next((a for a in reversed(before) if party(a)), thread.subject)
    return _for(actor, owner) if owner and actor.possessor and not actor.opposite else actor


def _facing(thread: Thread, actor: Actor, before: list[Actor]) -> Actor:
    """The other of a host and a guest: "Gil and his guest", "the visitor"."""
    meant = _opposite(thread, actor, before)
    if meant is None:
        return actor
    named = "" if actor.name or actor.group or meant.kind is not PartyKind.PERSON else meant.name
    return replace(_for(actor, meant), name=actor.name or named)


def _opposite(thread: Thread, actor: Actor, before: list[Actor]) -> Actor | None:
    """Whom a visit told of, or the sentence before, sets against the owner of a host or a guest."""
    if not actor.possessor and not before:
        return thread.people[1] if len(thread.people) > 1 else thread.traveller()
    owner = next((a for a in reversed(before) if party(a)), thread.subject)
    own = party(owner) if owner is not None else None
    role = "host" if "host" in actor.office else "visitor"
    told = (a for v in thread.visits() if own in v.parties for a in v.roles[role] if party(a) != own)
    return next(told, None) or next((a for a in thread.people if party(a) != own), None)


def _spoken_of(thread: Thread, group: Actor) -> Actor | None:
    """Who "the delegation", "the government" or "the ministers" are."""
    if _COLLECTIVE.match(group.office):
        return thread.traveller() if _TRAVELLING.match(group.office) else _governing(thread, group)
    ministers = thread.ministers
    return ministers if ministers is not None and _last_word(ministers) == _last_word(group) else None


def _governing(thread: Thread, group: Actor) -> Actor | None:
    """Whose government or movement is spoken of: the last body named; no organisation has an administration."""
    body = thread.body or thread.subject
    of_state = _OF_A_STATE.match(group.office) and body is not None and body.organisation
    return replace(body, country=thread.cast.home, organisation=None) if of_state and body is not None else body


def _last_word(actor: Actor) -> str:
    """What sort of officials they are: "ministers" of "agriculture ministers"."""
    return actor.office.split()[-1].lower() if actor.office else ""


def _unintroduced(actor: Actor) -> bool:
    """Whether an office of a state stands alone: "the minister", "the King"."""
    return bool(_OF_STATE.fullmatch(actor.office)) and not (
        actor.name or actor.possessor or actor.group or actor.opposite
    )


def _national(thread: Thread, actor: Actor) -> Actor:
    """The holder of that office who was named last, else the one at home."""
    known = thread.officials.get(_last_word(actor))
    return _for(actor, known) if known is not None else replace(actor, country=thread.cast.home)


def _serves(master: Actor, actor: Actor, text: str) -> bool:
    """Whether an actor leads the group before it, or belongs to whom stands before it."""
    if not party(master):
        return False
    gap = text[master.end : actor.start]
    if master.group:
        return bool(_LED_BY.search(gap))
    owned = _WITH_ADJECTIVES if is_envoy(actor) else _OWNED  # "Chad's much-travelled ambassador"
    return not party(actor) and bool(owned.fullmatch(gap))


def _pair(thread: Thread, actor: Actor, text: str) -> list[Actor]:
    """The two people whom "the two leaders" or "both ministers" are; "leaders from around the world" are others."""
    if not actor.group or party(actor) or not _PAIR.match(actor.office) or _AT_LARGE.match(text, actor.end):
        return []
    return [replace(a, start=actor.start, end=actor.end, head=actor.head) for a in thread.group]
