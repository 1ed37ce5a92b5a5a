"""Which passages deserve a parse: those with a word that can tell an engagement, and somebody it can be told of.

The words are those of `triggers.toml` in every form that the model takes for them; parsing is nine tenths of the
extractor's time, and this test leaves out nothing that the parse could turn into an event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import land, party
from tracker.extract.acts.gatherings import REGION
from tracker.extract.acts.idioms import BEHIND, possible
from tracker.extract.acts.meanings import HANDLED
from tracker.extract.acts.needed import OF_ENVOYS, can_tell
from tracker.extract.acts.together import rooms
from tracker.extract.acts.travel import stays_in
from tracker.extract.lexicon import split, triggers
from tracker.extract.parser import forms
from tracker.extract.syntax import PRONOUNS, SPEAKING
from tracker.model import PartyKind
from tracker.reference.added import in_force, kept

_WORD = re.compile(r"[^\W\d_]+")
_NO_WORD = re.compile(r"\S{200}")  # the tokenizer takes seconds for a long run of brackets
_PERSONAL = frozenset({"he", "she", "him", "her"})
_MANY = 3  # sides from which a meeting is a gathering
_NAMED = frozenset({"conference", "conferences", "summit", "summits"})
_BODIES = frozenset({"council", "assembly", "congress", "forum", "convention", "ministerial", "symposium", "retreat"})
_ALONE = "summit"  # the one type that a single party suffices for, but for a treaty that states join one by one
_OF_MANY = frozenset({"treaty", "convention", "protocol", "statute", "charter", "covenant", "accession", "agreement"})
_SHARED = frozenset(
    {
        *(
            "visit",
            "trip",
            "journey",
            "meeting",
            "talks",
            "round",
            "session",
            "agreement",
            "agreements",
            "treaty",
            "accord",
            "pact",
        ),
        *("protocol", "embassy", "consulate", "relations", "ties"),
    }
)
"""Words of an act whose parties the sentences before may tell: "An agreement was signed"."""
_WEAK = (
    "goes_weak",
    "meets_weak",
    "calls_weak",
    "between",
    "scene",
    BEHIND,
)  # frames that count only where the passage names both sides

# "The talks will take place on 13 April": the day of what the passages before tell.
_POINTING = re.compile(
    r"\b(?:the|this|their|his|her) (?:\w+[- ]){0,2}"
    r"(?:talks|meeting|visit|trip|summit|conference|session|negotiations)\b.{0,40}"
    r"\b(?:take[sn]? place|took place|held|due|last|end|open|begin|start|run|schedul|continue|set\b|resum)",
    re.I,
)
_PARTING = frozenset(
    {"home", "back", "left", "leave", "leaves", "leaving", "depart", "departs", "departed", "departing", "return"}
    | {"returns", "returned", "returning", "stay", "stays", "stayed", "remain", "remains", "remained"}
)
"""Words of the end of a stay, which counts with its day: "He flew home on Friday"."""
_DAY = re.compile(r"\b(?:\w+day|tomorrow|tonight|dawn|dusk|\d{1,2})\b", re.I)

_TO_A_PLACE = {"goes_weak", "finds", "carries"}
"""Frames of a journey that count only where a traveller and a destination are named."""

Meaning = tuple[str, str]


def deserves(text: str, actors: Sequence[Actor], *, parties: int, envoys: bool = False, spoken: bool = False) -> bool:
    """Whether a passage can tell an engagement: `actors` as resolved, in a document that names so many parties.

    `envoys` tells that the document names some, whom "she" can mean, `spoken` that somebody in it says "I".
    """
    if _NO_WORD.search(text):
        return False
    words = set(_WORD.findall(text.lower()))
    words |= PRONOUNS if spoken and words & SPEAKING else set()
    pointing = parties > 1 and _POINTING.search(text)
    if not parties or not (actors or words & (PRONOUNS | _SHARED) or "here" in words or pointing):
        return False
    parting = parties > 1 and words & _PARTING and _DAY.search(text)
    if pointing or parting or _together(words, actors) or any(stays_in(land_, text) for land_ in filter(land, actors)):
        return True
    meant = OF_ENVOYS if envoys and words & _PERSONAL else frozenset[str]()
    meanings = (m for m in _meanings(words) if m[0] in meant or can_tell(m[0], text, actors))
    return any(_tellable(meaning, words, actors, parties) for meaning in meanings)


def _together(words: set[str], actors: Sequence[Actor]) -> bool:
    """Whether a passage names officials of two sides, and a place where they can be."""
    officials = {party(a) or (a.opposite and a.possessor) for a in actors if a.kind is PartyKind.PERSON or a.group}
    return len(officials - {None, False, ""}) > 1 and bool(words & rooms() or any(map(land, actors)))


def _tellable(meaning: Meaning, words: set[str], actors: Sequence[Actor], parties: int) -> bool:
    kind, frame = meaning
    joined = kind == "agreement" and bool(words & (_OF_MANY | PRONOUNS))  # "signed it"
    if parties < 2 and kind != _ALONE and not (joined or (frame == "meets" and any(a.organisation for a in actors))):
        return False  # "NATO ministers met" is a gathering
    if frame in _WEAK and _sides(words, actors) < 2:
        return False
    if frame == "deliberates":
        return any(a.group and a.organisation for a in actors)
    if frame == "gathers":
        return _gathers(words, actors)
    if frame == "awaited":
        return _somebody(words, actors)
    return frame not in _TO_A_PLACE or (_somebody(words, actors) and _somewhere(words, actors))


def _gathers(words: set[str], actors: Sequence[Actor]) -> bool:
    """Whether a passage can name a gathering of many, or point back at one: "The conference ended on Friday"."""
    if any(a.organisation for a in actors) or words & _NAMED or _sides(words, actors) >= _MANY:
        return True
    gathering = words & _BODIES
    return bool(gathering) and (_sides(words, actors) > 1 or any(REGION.fullmatch(w) for w in words))


def _sides(words: set[str], actors: Sequence[Actor]) -> int:
    """How many sides a passage can name: parties, and what may stand for one ("the delegation", "he", "here")."""
    told = {party(a) for a in actors}
    unknown = sum(a.group or bool(a.possessor) or a.opposite for a in actors)
    return len(told - {None}) + unknown + len(words & PRONOUNS) + ("here" in words)


def _somebody(words: set[str], actors: Sequence[Actor]) -> bool:
    """Whether a passage names somebody who may travel: "The minister is due on Friday", "He came here"."""
    return bool(words & PRONOUNS) or any(a.kind is PartyKind.PERSON or a.group for a in actors)


def _somewhere(words: set[str], actors: Sequence[Actor]) -> bool:
    """Whether a passage names a destination: "left for Kabul"."""
    return "here" in words or any(land(a) and a.surface != "demonym" for a in actors)


def _meanings(words: set[str]) -> set[Meaning]:
    table = _table()
    found = (entry for word in words for entry in table.get(word, ()))
    return {meaning for meaning, rest in found if rest <= words} | possible(words)


@kept
def _table() -> dict[str, frozenset[tuple[Meaning, frozenset[str]]]]:
    """Every form of a trigger word → the types and frames that it can name, each with the words that go before it."""
    table: dict[str, set[tuple[Meaning, frozenset[str]]]] = {}
    for kind in (*HANDLED, *in_force().types):
        for part in ("verbs", "nouns", "adjectives"):
            for frame, entries in triggers().get(kind, {}).get(part, {}).items():
                for entry in split(entries):
                    *before, last = _WORD.findall(entry)
                    for form in forms(last):
                        table.setdefault(form, set()).add(((kind, frame), frozenset(before)))
    return {form: frozenset(meanings) for form, meanings in table.items()}
