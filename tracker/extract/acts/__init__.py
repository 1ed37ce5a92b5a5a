"""From a parsed sentence to drafts: every trigger word is offered to the handlers of the types it can name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from typing import Any

from spacy.tokens import Token

from tracker.extract.actors import Actor
from tracker.extract.acts import added, envoys, missions, talks, ties, travel
from tracker.extract.acts.draft import PLACE_SLOTS, Draft, Scene, Sentence, party
from tracker.extract.acts.series import forerunners, share
from tracker.extract.acts.sides import OBJECTS
from tracker.extract.lexicon import split, triggers
from tracker.extract.passages import Kind, Passage
from tracker.extract.syntax import Act, act, closes, definite, opens, purpose_of, reading, root_of, slots
from tracker.extract.timing import Timing, attach, bygone
from tracker.model import Place, Status
from tracker.reference.added import TriggerPart, in_force, kept

Handler = Callable[[Scene], Iterator[Draft]]

# The types whose words are plain are asked first; those that any word of movement or talk can mean come last.
_HANDLERS: dict[str, Handler] = {
    "accreditation": envoys.accreditations,
    "expulsion": envoys.expulsions,
    "recall": envoys.recalls,
    "summons": envoys.summonses,
    "mission": missions.missions,
    "rupture": ties.ruptures,
    "recognition": ties.recognitions,
    "agreement": ties.agreements,
    "appointment": envoys.appointments,
    "call": talks.calls,
    "summit": talks.summits,
    "visit": travel.visits,
    "meeting": talks.meetings,
}
_PLAIN = tuple(_HANDLERS)[:9]
_NEEDS = {
    "accreditation": r"credential|credence|agr[ée]ment\b|placet|accept\w* (?:\S+ ){0,6}(?:ambassador|envoy|diplomat)|accredit|exequatur|approv\w* .*consul",
    "appointment": r"ambassador|envoy|high commissioner|chargé|charge d|consul",
    "recall": r"ambassador|envoy|chargé|charge d|consul|diplomat|high commissioner|nuncio",
    "expulsion": r"ambassador|envoy|chargé|charge d|consul|diplomat|high commissioner|attach|embass|expel|expuls|persona",
    "summons": r"ambassador|envoy|chargé|charge d|consul|diplomat|high commissioner",
    "rupture": r"relation|\bties\b|\blinks\b|recogni|representation|\bbr(?:eak|oke)\w* with\b|(?:off|sever\w*|cut|broke|suspend\w*) them\b|taiwan|taipei|kosovo|pristina|sahrawi",
    "mission": r"embass|consula|mission|commission|diplomatic|liaison|legation|nunciature|office",
}
NEEDED = {name: re.compile(pattern, re.I) for name, pattern in _NEEDS.items()} | {"agreement": ties.PAPER}
"""What a sentence must say for a type to be told in it."""
HANDLED = tuple(_HANDLERS)
"""The types in the order in which a trigger is offered to them."""


def drafts(sentence: Sentence, here: Place | None) -> Iterator[Draft]:
    """The engagements that a sentence tells, in the order of their triggers; void readings are left out."""
    located = [(actor, root_of(sentence.doc, actor)) for actor in sentence.actors]
    used: set[int] = set()
    for token in sentence.doc:
        if token.i in used or _within_a_name(token, sentence):
            continue
        for draft, core in _from_trigger(token, sentence, located, here):
            used |= core
            yield draft


def _within_a_name(token: Token, sentence: Sentence) -> bool:
    """Whether a word of movement only describes somebody: "met visiting Thai Foreign Minister …"."""
    return token.tag_ == "VBG" and any(a.start <= token.idx < a.head for a in sentence.actors)


def asides(sentence: Sentence) -> Iterator[Draft]:
    """Engagements told without a trigger of their own."""
    for draft in travel.stays(sentence):
        draft.passage, draft.trigger, draft.evidence = sentence.passage, "in", [sentence.passage]
        yield draft


def _from_trigger(
    token: Token, sentence: Sentence, located: list[tuple[Actor, Token]], here: Place | None
) -> Iterator[tuple[Draft, frozenset[int]]]:
    told = ""
    for kind, frame in _meanings(token):
        if told in in_force().types:
            return
        if told and kind not in _PLAIN and not (told == "visit" and frame == "hosts"):
            return
        if kind in NEEDED and not NEEDED[kind].search(sentence.text):
            continue
        act_ = act(token, kind, frame, light=_light() | added.carriers(kind))
        read = reading(act_)
        if frame == "awaited" and read.status is not None:
            read = replace(read, status=Status.PLANNED, tense="future")
        if read.status is None or _phrasal(token, kind):
            continue
        scene = Scene(act_, sentence, slots(act_, located), read, here)
        timing = attach(act_, sentence.doc, sentence.expressions, 0)
        if frame in {"meets", "gathers"} and _loose(act_, timing, sentence.passage):
            continue
        if read.habitual and timing.when is None and sentence.passage.kind in {Kind.LEAD, Kind.BODY}:
            continue
        shared = list(_shared(_handler(kind)(scene), scene, timing))
        parties = {p for draft in shared for p in draft.parties}
        for draft in shared:
            draft.status = read.status
            draft.passage, draft.trigger = sentence.passage, token.text
            draft.evidence = [sentence.passage]
            draft.refers = definite(token) and kind not in _PLAIN
            draft.bygone = bygone(token)
            draft.opens, draft.closes = opens(act_), closes(act_)
            draft.purpose = purpose_of(token)
            draft.bystanders = _bystanders(scene, parties)
            told = kind
            yield draft, act_.core
            for repeated in draft.timing.again:
                yield replace(draft, timing=replace(timing, when=repeated, again=())), act_.core


def _shared(told: Iterator[Draft], scene: Scene, timing: Timing) -> Iterator[Draft]:
    """What a handler tells, dated, one draft for each pair of parties that a list makes."""
    for draft in told:
        draft.timing = replace(timing, duration=None) if draft.type in _PLAIN else timing
        draft.reading = scene.reading
        for one in share(draft, scene.sentence):
            yield one
            yield from forerunners(one, scene.sentence)


def _loose(act_: Act, timing: Timing, passage: Passage) -> bool:
    """Whether a noun of talk only speaks of contact in general: nothing carries it, nothing dates it, no headline has it."""
    noun = act_.trigger
    if (
        act_.verb is not None
        or noun.pos_ in {"VERB", "AUX"}
        or passage.kind in {Kind.HEADLINE, Kind.HEADING, Kind.ITEM}
    ):
        return False
    told = noun.dep_ == "pobj" and noun.head.lower_ in {"after", "during", "following", "at", "for", "before", "from"}
    general = noun.lemma_.lower() in _GENERAL or (
        noun.dep_ == "pobj" and noun.head.lower_ in {"in", "of", "about", "regarding"}
    )
    return general and timing.when is None and not told


_GENERAL = {"dialogue", "consultation", "discussion", "conversation", "negotiation", "contact", "exchange"}


def _bystanders(scene: Scene, told: set[str]) -> tuple[Actor, ...]:
    """Parties of the sentence that have no part in what is told and are no mere place, the nearest to the trigger first."""
    places = {id(a) for a in scene.get(*PLACE_SLOTS)}
    text = scene.sentence.text
    spoken = [a for a in scene.sentence.actors if text[a.start : a.end].lower() not in OBJECTS]
    free = [a for a in spoken if party(a) and party(a) not in told and id(a) not in places and a.surface != "city"]
    return tuple(sorted(free, key=lambda a: abs(a.start - scene.act.trigger.idx)))


def _phrasal(token: Token, kind: str) -> bool:
    """Whether a particle or a complement makes another word of a trigger: "called off", "calls for", "called it"."""
    if token.lemma_.lower() != "call" or kind == "recall":
        return False
    particles = {c.lower_ for c in token.children if c.dep_ in {"prt", "advmod", "prep"}}
    if kind == "summons":
        return "in" not in particles
    if "in" in particles:
        return True
    if any(c.lower_ in {"for", "off", "it", "into", "itself"} or c.dep_ in {"oprd", "ccomp"} for c in token.children):
        return True
    return (
        kind == "call"
        and token.pos_ == "VERB"
        and not any((c.dep_ == "dobj" and c.ent_type_ != "") or c.pos_ == "PROPN" for c in token.children)
    )


def _handler(kind: str) -> Handler:
    return _HANDLERS.get(kind) or partial(added.drafts, kind)


def _meanings(token: Token) -> list[tuple[str, str]]:
    if token.pos_ == "ADJ" and token.dep_ == "acomp":
        return _adjectives().get(token.lower_, [])
    part: TriggerPart = "verbs" if token.pos_ in {"VERB", "AUX"} or token.tag_ == "VBN" else "nouns"
    if token.dep_ == "amod" and part == "nouns":  # "their bilateral partnership"
        return []
    table = _verbs() if part == "verbs" else _nouns()
    return added.meanings(token, part) + (table.get(token.lemma_.lower()) or table.get(token.lower_, []))


@cache
def _light() -> frozenset[str]:
    return split(triggers()["light"]["hold"])


@kept
def _verbs() -> dict[str, list[tuple[str, str]]]:
    return _table("verbs")


@cache
def _adjectives() -> dict[str, list[tuple[str, str]]]:
    return _table("adjectives")


@kept
def _nouns() -> dict[str, list[tuple[str, str]]]:
    return _table("nouns")


def _table(part: str) -> dict[str, list[tuple[str, str]]]:
    """Lemma → the types and frames that it can name, plain types first."""
    table: dict[str, list[tuple[str, str]]] = {}
    lists: dict[str, Any] = triggers()
    for kind in _HANDLERS:
        for frame, entries in lists.get(kind, {}).get(part, {}).items():
            for lemma in split(entries):
                table.setdefault(lemma, []).append((kind, frame))
    return table
