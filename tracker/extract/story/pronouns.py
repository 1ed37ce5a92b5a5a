"""Whom the pronouns of a sentence stand for: "he", "the two", "them", and "I" where somebody tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tracker.extract.actors import Actor, state
from tracker.extract.acts.draft import party
from tracker.extract.acts.sides import is_envoy
from tracker.extract.story.thread import Thread, each_once, people
from tracker.extract.syntax import SPEAKING, Pronoun
from tracker.model import PartyKind

_OPENING = 9  # characters before the pronoun of a clause that opens a sentence: "Although "
_PAIRED = 2
_ONE = {"he", "she", "him", "her", "himself"}
_OBJECTS = {"him", "her"}  # whoever does it is somebody else
_TWO = {"they", "both", "them", "two", "pair"}


def stand_ins(thread: Thread, pronouns: Iterable[Pronoun], named: list[Actor]) -> list[Actor]:
    """Actors for the pronouns of a sentence: whom they stand for, at the place of the word."""
    found: list[Actor] = []
    for word, offset, subject, apart, carried in pronouns:
        meant = _subject(named, subject) if word == "it" else _told_next(named, offset) if word in _TWO else []
        if carried and word in _ONE:
            meant = (people(named) or list(thread.people))[:1]
        meant = meant or _met_by_envoy(named, word, subject)
        meant = meant or _meant(thread, word, [] if apart else [a for a in named if a.end <= offset])
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
    return [a for a in people(named) if a.end <= envoy.start and party(a) != party(envoy)][-1:]


def _told_next(named: list[Actor], offset: int) -> list[Actor]:
    """The two whom a sentence names behind the "they" of a clause that opens it: "When they met, Gil told Rey"."""
    behind = each_once(people([a for a in named if a.start > offset]))
    return behind if 0 < offset < _OPENING and len(behind) == len({party(a) for a in behind}) == _PAIRED else []


def _meant(thread: Thread, word: str, before: list[Actor]) -> list[Actor]:
    """Whom a pronoun stands for, after these actors of its sentence."""
    if word in SPEAKING:
        return _teller(thread, word)
    if word in {"he", "she"}:
        return (people(before) or list(thread.people) or list(thread.ahead))[:1]
    if word in _ONE:
        return _other(thread, before)
    if word in _TWO:
        pair = (word != "them" and _with_the_last(thread, before)) or list(thread.group) or _travellers(thread, word)
        return pair or [a for a in before if a.group and a.organisation][-1:]
    return [thread.body] if word == "it" and thread.body is not None else []


def _other(thread: Thread, before: list[Actor]) -> list[Actor]:
    """Whom "him" or "her" stands for: an envoy, somebody of another party than the last, else one named before."""
    here = people(before)
    if len(envoys := [a for a in here if is_envoy(a)]) == 1:
        return envoys  # "called the Peruvian envoy in and expelled her"
    if others := _beside_the_last(here):
        return others[-1:]
    own = {party(a) for a in before}
    return [a for a in reversed(thread.people) if party(a) not in own][:1]


def _teller(thread: Thread, word: str) -> list[Actor]:
    """Whoever tells it, or the state for which "we" speaks."""
    teller = thread.cast.speaker
    if teller is None or not (teller.country or teller.organisation):
        return []
    if word in {"we", "us"}:
        return [state(teller.country)] if teller.country else []
    return [Actor(PartyKind.PERSON, 0, 0, 0, teller.name, teller.office, teller.country, teller.organisation)]


def _with_the_last(thread: Thread, before: list[Actor]) -> list[Actor]:
    """The two of whom this sentence names one, or both: "Her Chilean counterpart was there; the two were to talk"."""
    here = each_once(people(before))
    pair = here if len(here) > 1 else [*thread.people[:1], *here] if here else []
    return pair if len(pair) == len({party(a) for a in pair}) == _PAIRED else []


def _beside_the_last(people: list[Actor]) -> list[Actor]:
    """Whom a sentence has named of another party than the last: "Gil spoke first, and then Rey gave him tea"."""
    return [a for a in people[:-1] if party(a) != party(people[-1])]


def _travellers(thread: Thread, word: str) -> list[Actor]:
    """The delegation that "they" are, where nobody else was named."""
    visit = next(thread.visits(), None) if word in {"they", "them"} else None
    return [a for a in visit.roles["visitor"] if a.group and party(a)][:1] if visit is not None else []
