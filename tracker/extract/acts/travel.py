"""Visits: who travels to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Scene, Sentence, land, of_a_thing, party, place_in
from tracker.extract.acts.sides import is_envoy
from tracker.extract.lexicon import triggers
from tracker.model import PartyKind, Place

_DESTINATION = ("obj", "to", "in", "into", "at", "for", "on", "through", "inside", "via", "of")
_WEAK_DESTINATION = {"to", "into", "in", "for", "on"}
_NEEDS_TO = {
    "go",
    "come",
    "head",
    "get",
    "proceed",
    "move",
    "drive",
    "sail",
    "slip",
    "swing",
    "continue",
    "hop",
    "descend",
}
_BEYOND = re.compile(
    r"\b(?:to|of|in|around|across) (?:the )?(?:\w+ )?(?:gulf|region|middle east|africa|asia|europe|latin america|caribbean|balkans|continent|pacific|world)\b",
    re.I,
)
_BODY = re.compile(r"\b(government|administration|ministry|authorities|group|bloc|regime|movement|side|junta)\b", re.I)
_ARRIVES = {"arrive", "land", "fly"}
_VEHICLES = {"train", "plane", "flight", "jet", "ship", "boat", "car", "bus", "helicopter", "ferry", "airliner"}
_PRESENT = {"be", "stay", "spend", "attend"}
_POSTING = re.compile(
    r"\bnew\b|take up|took up|take charge|took charge|\bduties\b|assume|\bhis post\b|\bher post\b|begin \w+ mission",
    re.I,
)
_AWAY = {"leave", "depart"}


def visits(scene: Scene) -> Iterator[Draft]:
    """One visit for each country that the sentence sends the visitors to."""
    if scene.act.frame == "hosts":
        yield from _hosted(scene)
        return
    if scene.act.frame == "delegates" and not any(land(a) for a in scene.get("to")):
        return
    if scene.act.trigger.lemma_ == "attend" and any(c.lower_ == "to" for c in scene.act.trigger.children):
        return  # what a journey is for
    if scene.act.trigger.lemma_ == "be" and any(
        c.dep_ in {"acomp", "attr", "expl"} for c in scene.act.trigger.children
    ):
        return
    slots = {"sends": ("obj",), "awaited": ("obj", "subj")}.get(scene.act.frame)
    visitors = [a for a in scene.get(*slots) if not land(a)] if slots else _visitors(scene)
    if _takes_post(scene, visitors) or (scene.act.frame == "sends" and not visitors):
        return
    if scene.act.frame in {"goes_weak", "awaited"} and not any(v.kind is PartyKind.PERSON or v.group for v in visitors):
        return
    for destination in _destinations(scene, visitors):
        subtype = _subtype(scene.sentence.text)
        roles = {"visitor": visitors, "host": [destination] if destination is not None else []}
        place = place_in([destination]) if destination is not None else Place()
        yield Draft("visit", roles, subtype=subtype, place=place, weak=scene.act.frame == "goes_weak")


def stays(sentence: Sentence) -> Iterator[Draft]:
    """Visits told in passing, without a verb: "De Croo, in Washington for talks, said"."""
    people = [a for a in sentence.actors if a.kind is PartyKind.PERSON and party(a)]
    for person in people:
        for place in sentence.actors:
            between, after = sentence.text[person.end : place.start], sentence.text[place.end :]
            if land(place) and place.country != person.country and STAYING.fullmatch(between) and _ERRAND.match(after):
                yield Draft("visit", {"visitor": [person], "host": [place]}, place=place_in([place]))


STAYING = re.compile(r", (?:who (?:is|was) )?(?:now |currently |here )?(?:in|visiting) (?:the )?", re.I)
_ERRAND = re.compile(r",? (?:for|on|to (?:attend|hold|meet|discuss|take|sign|address))\b", re.I)


def _takes_post(scene: Scene, visitors: list[Actor]) -> bool:
    return any(is_envoy(v) for v in visitors) and bool(_POSTING.search(scene.sentence.text))


def _hosted(scene: Scene) -> Iterator[Draft]:
    """A visit told from the host's side: "will welcome the King to the White House"."""
    if of_a_thing(scene):
        return
    hosts = scene.get("subj")
    home = {party(h) for h in hosts}
    guests = [
        a
        for a in scene.get("obj")
        if (a.kind is PartyKind.PERSON or a.group) and not is_envoy(a) and not _BODY.search(a.office)
    ]
    to = [a for a in scene.get("to", "at") if land(a)]
    if guests and not ({party(g) for g in guests} & home - {None}) and scene.act.trigger.lemma_ in {"welcome", "host"}:
        yield Draft("visit", {"visitor": guests, "host": hosts or to}, place=place_in(to))


def _visitors(scene: Scene) -> list[Actor]:
    subject = [a for a in scene.get("subj", "by") if not _mere_place(a)]
    if scene.act.trigger.pos_ in {"VERB", "AUX"}:
        return subject
    if scene.act.frame == "delegates":
        sender = next((a for a in [*scene.get("mod", "poss", "of"), *subject] if a.country), None)
        return [Actor(PartyKind.COUNTRY, 0, 0, 0, country=sender.country, surface="country")] if sender else []
    named = [a for a in scene.get("poss") if not _mere_place(a)]
    named += [a for a in scene.get("mod") if a.kind is PartyKind.PERSON or a.group or a.surface == "demonym"]
    named += [a for a in scene.get("of") if not land(a)]
    return named or subject


def _mere_place(actor: Actor) -> bool:
    return land(actor) and actor.surface == "city"


def _destinations(scene: Scene, visitors: list[Actor]) -> list[Actor | None]:
    trigger = scene.act.trigger
    noun = trigger.pos_ not in {"VERB", "AUX", "ADJ"}
    lemma = scene.act.governor.lemma_.lower()
    names = list(_DESTINATION)
    if scene.act.frame == "awaited":
        names = ["in", "at"]
    if lemma == "head" and scene.act.passive:
        names = []
    if lemma == "take" and not noun:
        names = ["to"] if any(c.dep_ == "dobj" and c.lemma_ in _VEHICLES for c in scene.act.trigger.children) else []
    if lemma == "shuttle":
        names = ["between", "to"]
    if scene.act.frame in {"sends", "returns"}:
        names = ["to"] if scene.act.frame == "sends" else ["from"]
    if scene.act.frame == "goes_weak":
        names = (
            ["to", "into", "for"]
            if lemma in _NEEDS_TO
            else ["in", "at"]
            if lemma in _PRESENT
            else ["for", "to"]
            if lemma in _AWAY
            else []
        )
        if lemma in {"come"}:
            names.append("here")
    if trigger.lemma_.lower() in {"arrive", "arrival", "land"}:
        names = ["in", "at", "on", "to", "into"]
    if noun and trigger.lemma_.lower() == "departure":
        names = ["for", "to"]
    lands = [a for a in scene.get(*names) if land(a) and a.surface != "demonym"]
    if noun:
        lands += [
            a
            for a in scene.get("mod", "poss")
            if land(a) and a.surface in {"capital", "city", "country"} and a not in visitors
        ]
    own = {party(v) for v in visitors}
    hosts: dict[str, Actor] = {}
    for actor in lands:
        if actor.country and actor.country not in own:
            kept = hosts.get(actor.country)
            if kept is None or (kept.surface == "country" and actor.surface in {"city", "capital"}):
                hosts[actor.country] = actor
    if hosts:
        return list(hosts.values())
    if scene.here and scene.here.country and _says_here(scene) and scene.here.country not in own:
        return [
            Actor(PartyKind.COUNTRY, 0, 0, 0, name=scene.here.name or "", country=scene.here.country, surface="city")
        ]
    organisations = [a for a in scene.get("to", "obj") if a.kind is PartyKind.ORGANISATION]
    if organisations and noun:
        return list(organisations)
    if lands or not visitors:
        return []
    if _BEYOND.search(scene.sentence.text):
        return []
    return [None] if (noun and scene.act.frame == "goes") or lemma in _ARRIVES else []


def _says_here(scene: Scene) -> bool:
    return bool(re.search(r"\bhere\b", scene.sentence.text))


def _subtype(text: str) -> str | None:
    lower = text.lower()
    for name, phrases in triggers()["visit"]["subtypes"].items():
        if any(phrase.strip() in lower for phrase in phrases.split(";")):
            return str(name)
    return None
