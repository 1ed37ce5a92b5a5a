"""Whom the short forms of a sentence mean: "he", "the delegation", "both ministers", "its president"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import land, party
from tracker.extract.acts.sides import is_envoy
from tracker.extract.story.thread import Thread
from tracker.extract.syntax import Pronoun
from tracker.model import PartyKind

_PAIR = re.compile(
    r"^(?:(?:foreign|prime|defen[cs]e|finance|trade) )?"
    r"(?:leaders|ministers|presidents|secretaries|sides|heads of state|counterparts)$",
    re.I,
)
_AT_LARGE = re.compile(r" (?:from|of) (?:\w+ )*(?:world|region|continent|globe|countries|nations|states)\b", re.I)
_LED_BY = re.compile(r"^,? ?(?:(?:was|were|which is|is) )?(?:led|headed|chaired|under)(?: by)? ?(?:the |its )?$", re.I)
_OWNED = re.compile(r"['’]s (?:\w+ )?")
_WITH_ADJECTIVES = re.compile(r"['’]s (?:[a-z-]+ ){0,3}")
_EMBASSY = re.compile(r"(?:['’]s)? (?:\w+ )?(?:embassy|consulate|high commission|legation|nunciature)\b", re.I)
_POINTING = re.compile(r"(?:the|this|that|both) |Ambassador |Envoy |High Commissioner |Consul |Charg", re.I)
_WHOSE = re.compile(r"\b(?:whose|own) $", re.I)
_COLLECTIVE = re.compile(
    r"^(?:delegation|team|mission|group|bloc|movement|regime|junta|government|administration|guests?)$", re.I
)
_OF_STATE = re.compile(
    r"(?:(?:deputy|vice|foreign|prime|defen[cs]e|finance|trade|interior|state) )*(?:president|premier|minister"
    r"|king|queen|emir|sultan|foreign secretary|permanent secretary|secretary of state|chancellor)",
    re.I,
)
_TRAVELLING = re.compile(r"deleg|team|mission|guest", re.I)
_ONE = {"he", "she", "him", "her", "himself"}
_OBJECTS = {"him", "her"}  # whoever does it is somebody else
_TWO = {"they", "both", "them", "two", "pair"}


def name(thread: Thread, text: str, actors: Iterable[Actor]) -> list[Actor]:
    """The actors of a sentence with their short forms resolved; who leads or serves another acts for the same party."""
    named: list[Actor] = []
    for actor in actors:
        found = _resolved(thread, actor, named)
        if named and _serves(named[-1], found, text):
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


def stand_ins(thread: Thread, pronouns: Iterable[Pronoun], named: list[Actor]) -> list[Actor]:
    """Actors for the pronouns of a sentence: whom they stand for, at the place of the word."""
    found: list[Actor] = []
    for word, offset, subject in pronouns:
        meant = _subject(named, subject) if word == "it" else []
        meant = meant or _met_by_envoy(named, word, subject)
        meant = meant or _meant(thread, word, [a for a in named if a.end <= offset])
        found += [replace(a, start=offset, end=offset + len(word), head=offset, possessor="") for a in meant]
    return found


def _subject(named: list[Actor], offset: int | None) -> list[Actor]:
    """The state or body that a clause's subject names."""
    bodies = (a for a in named if a.kind is not PartyKind.PERSON and party(a))
    return [a for a in bodies if offset is not None and a.start <= offset < a.end]


def _met_by_envoy(named: list[Actor], word: str, doer: int | None) -> list[Actor]:
    """Whom an envoy does something to, of those named before: "Gil was in a good mood when the envoy called on him"."""
    envoy = next((a for a in named if word in _OBJECTS and doer is not None and a.start <= doer < a.end), None)
    if envoy is None or not is_envoy(envoy):
        return []
    return [a for a in _people(named) if a.end <= envoy.start and party(a) != party(envoy)][-1:]


def notice(thread: Thread, actors: list[Actor]) -> None:
    """Remember whom a sentence is about: its first person, else its first party; and who stood together in it."""
    people = _each_once(_people(actors))
    parties = [a for a in actors if party(a) and a.surface != "city"]
    bodies = [a for a in parties if a.kind is not PartyKind.PERSON and a.surface != "demonym"]
    for person in people:
        if person.office:
            thread.officials[_last_word(person)] = person
    if people:
        thread.people = tuple(people)
    together = tuple({(a.name, party(a)): a for a in reversed(people)}.values())[::-1]
    if len(together) > 1:  # "Gil did as he was told" names one
        thread.group, thread.ministers = together[:2], None
    thread.ministers = next((a for a in actors if a.group and a.organisation and a.office), thread.ministers)
    thread.land = next((a for a in reversed(actors) if land(a) and a.surface != "demonym"), thread.land)
    thread.body = next(iter(bodies), thread.body)
    thread.subject = next(iter(people or parties), thread.subject)


def look_ahead(thread: Thread, actors: Iterable[Actor]) -> None:
    """Remember who is named only now or next, for a document that begins "He landed on Monday"."""
    thread.ahead = tuple(_people(map(thread.cast.resolve, actors)))


def _people(actors: Iterable[Actor]) -> list[Actor]:
    """Single people with somebody to act for, named or by office alone."""
    return [a for a in actors if a.kind is PartyKind.PERSON and not a.group and party(a)]


def _each_once(people: Iterable[Actor]) -> list[Actor]:
    """The people without those whom a pronoun names again."""
    found: dict[tuple[str, str, str | None], Actor] = {}
    for person in people:
        found.setdefault((person.name, person.office, party(person)), person)
    return list(found.values())


def _for(actor: Actor, other: Actor) -> Actor:
    """The actor as acting for the same party as another."""
    return replace(actor, country=other.country, organisation=other.organisation)


def _resolved(thread: Thread, actor: Actor, before: list[Actor]) -> Actor:
    found = thread.cast.resolve(actor)
    if party(found):
        return found
    if found.group and (meant := _spoken_of(thread, found)):
        return _for(found, meant)
    if found.possessor == "our" and thread.cast.home:
        return replace(found, country=thread.cast.home)
    if _unintroduced(found):
        return _national(thread, found)
    if found.possessor and not found.opposite:
        owner = next((a for a in reversed(before) if party(a)), thread.subject)
        return _for(found, owner) if owner else found
    return found


def _spoken_of(thread: Thread, group: Actor) -> Actor | None:
    """Who "the delegation", "the government" or "the ministers" are."""
    if _COLLECTIVE.match(group.office):
        return thread.traveller() if _TRAVELLING.match(group.office) else thread.body or thread.subject
    ministers = thread.ministers
    return ministers if ministers is not None and _last_word(ministers) == _last_word(group) else None


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


def _beside_the_last(people: list[Actor]) -> list[Actor]:
    """Whom a sentence has named of another party than the last: "Gil spoke first, and then Rey gave him tea"."""
    return [a for a in people[:-1] if party(a) != party(people[-1])]


def _travellers(thread: Thread, word: str) -> list[Actor]:
    """The delegation that "they" are, where nobody else was named."""
    visit = next(thread.visits(), None) if word in {"they", "them"} else None
    return [a for a in visit.roles["visitor"] if a.group and party(a)][:1] if visit is not None else []


def _meant(thread: Thread, word: str, before: list[Actor]) -> list[Actor]:
    """Whom a pronoun stands for, after these actors of its sentence."""
    if word in {"he", "she"}:
        return (_people(before) or list(thread.people) or list(thread.ahead))[:1]
    if word in _ONE:
        if len(envoys := [a for a in _people(before) if is_envoy(a)]) == 1:
            return envoys  # "called the Peruvian envoy in and expelled her"
        if others := _beside_the_last(_people(before)):
            return others[-1:]
        own = {party(a) for a in before}
        return [a for a in reversed(thread.people) if party(a) not in own][:1]
    if word in _TWO:
        return list(thread.group) or _travellers(thread, word)
    return [thread.body] if word == "it" and thread.body is not None else []
