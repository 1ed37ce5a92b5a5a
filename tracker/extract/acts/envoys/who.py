"""Who is an envoy in a sentence, who is on the other side, and where the envoy serves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from tracker.extract.actors import Actor, state
from tracker.extract.acts.draft import Scene, land, party
from tracker.extract.acts.sides import is_envoy, nearby, segment
from tracker.extract.lexicon import grammar
from tracker.extract.syntax import SUBJECTS, subjects
from tracker.model import PartyKind

NO_STATE = re.compile(
    r"\b(?:courts?|tribunal|judges?|prosecutors?|parliament\w*|committee|referee|coach|police|clubs?|lawmakers?"
    r"|deputies|senators?|congressmen|mps|opposition|protest[eo]rs|demonstrators|students|crowds?|unions?|activists)\b",
    re.I,
)
"""Those in a state who do not act for it towards envoys."""

POSSESSIVE = {"'s", "’s"}
"""What behind a name makes it that of an owner."""


def envoys(scene: Scene, *slots: str) -> list[Actor]:
    """The envoys in these slots, else those of the segment; "the ambassador's driver" is none."""
    text = scene.sentence.text
    for actors in (scene.get(*slots), nearby(scene)):
        found = [a for a in actors if is_envoy(a) and text[a.end : a.end + 2] not in POSSESSIVE]
        if found:
            return found
    return []


def others(scene: Scene, envoys: Sequence[Actor], *slots: str) -> list[Actor]:
    """The state or its officials in these slots that are not the envoys' own."""
    own = {party(a) for a in envoys}
    return [
        a
        for a in scene.get(*slots)
        if not is_envoy(a) and party(a) not in own - {None} and a.surface not in {"city", "demonym"}
    ]


def post(envoys: Sequence[Actor]) -> list[Actor]:
    """The state where the first of them with a post serves; nobody where none has one."""
    return next((of_state(a.post) for a in envoys if a.post), [])


def nameless(actor: Actor) -> Actor:
    """One of several, of whom nothing is told but the country."""
    return Actor(
        PartyKind.COUNTRY, actor.start, actor.end, actor.head, name="", country=actor.country, surface="demonym"
    )


def of_state(code: str | None) -> list[Actor]:
    """The state of a code, as one side of an act; nobody where there is no code."""
    return [state(code)] if code else []


def sent_for_own(scene: Scene, envoys: Sequence[Actor]) -> bool:
    """Whether a state sends for the envoy that it has abroad: "Oslo sent for its ambassador in Lima"."""
    senders = {party(a) for a in scene.get("subj", "by") if not is_envoy(a)} - {None}
    sent = scene.act.frame == "sends_for" and len(senders) == 1
    return sent and any(a.post and a.post not in senders and (a.possessor or a.country in senders) for a in envoys)


def of_others(trigger: Token) -> bool:
    """Whether it is done to people whom no state accredits: "the expulsion of refugees", "withdrew its troops"."""
    done_to = [c for c in trigger.children if c.dep_ in {"dobj", "obj", "nsubjpass"}]
    if not done_to and trigger.dep_ == "xcomp":
        done_to += [c for c in trigger.head.children if c.dep_ in SUBJECTS]  # "are to be expelled"
    done_to += [c for of in trigger.children if of.lower_ == "of" for c in of.children]
    return any(token.lemma_.lower() in grammar("no_envoys") for token in done_to)


def acts_as_state(scene: Scene) -> bool:
    """Whether a state or its ministry does it, and no deputies, court or crowd in it."""
    doers = [a for a in scene.get("subj", "by") if party(a) and not is_envoy(a)]
    return bool(doers) and not by_no_state(scene)


def by_no_state(scene: Scene) -> bool:
    """Whether deputies, a court or a crowd do it: by the subject or agent, else by what stands ahead of the verb."""
    verb, doc = scene.act.governor, scene.sentence.doc
    agents = [c for by in verb.children if by.dep_ == "agent" for c in by.children]
    doing = agents if scene.act.passive else [doc[i] for i in subjects(verb)]
    words = [" ".join(t.text for t in word.subtree) for word in doing]
    if scene.act.passive and not words:
        return False
    said = words or [scene.sentence.text[segment(scene)[0] : scene.act.trigger.idx]]
    return any(NO_STATE.search(text) for text in said)


def to_their_capital(scene: Scene) -> bool:
    """Whether envoys are called to their own land: "the Finnish ambassador was summoned to Helsinki"."""
    own = {a.country for a in scene.get("obj") if is_envoy(a) and a.country}
    text = scene.sentence.text
    capitals = (a for a in scene.get("to") if land(a) and a.surface == "capital" and text[: a.start].endswith(" to "))
    return any(a.country in own for a in capitals)
