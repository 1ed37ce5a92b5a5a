"""Where a journey went: the lands and bodies that an act's words lead to, or that it was behind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from tracker.extract.actors import Actor, state
from tracker.extract.acts.draft import Scene, land, party
from tracker.extract.acts.idioms import BEHIND, phrase_end
from tracker.extract.lexicon import grammar, split, triggers, words
from tracker.extract.syntax import Act, definite, has_child
from tracker.model import PartyKind

_DESTINATION = ("obj", "to", "in", "into", "at", "for", "on", "through", "inside", "via", "of")
_BY_FRAME = {"awaited": ("in", "at", "subj"), "finds": ("in", "at"), "sends": ("to",), "returns": ("from",)}
_BEYOND = re.compile(
    r"\b(?:to|of|in|around|across) (?:the )?(?:\w+ )?(?:gulf|region|middle east|africa|asia|europe|latin america"
    r"|caribbean|balkans|continent|pacific|world)\b",
    re.I,
)
_ARRIVES = {"arrive", "land", "fly"}
_LEAVES = {"leave", "depart", "quit"}
_ARRIVED = re.compile(r"\b(?:arrived|landed|came|flew in)\b", re.I)
_HERE = re.compile(r"\bhere\b")
_THERE = re.compile(
    r"\w+ (?:(?:back|over|up|down|out) |\w+ (?:days?|nights?|hours?) |[A-Z]\w+day (?:and [A-Z]\w+day )?)?there\b"
)
_NEXT_BEHIND = re.compile(r"(?: [\w'’-]+){0,4},? (?:the )?|,? ?")


def errand(act: Act) -> Act | None:
    """What a delegation is named for, which dates its visit: "named a delegation to Lusaka to attend … on 3 May"."""
    if act.frame != "delegates" or act.verb is None or act.verb.lemma_.lower() not in grammar("naming"):
        return None
    aim = next((t for t in act.verb.subtree if t.lemma_ == "attend" and has_child(t, {"aux"}, {"to"})), None)
    return None if aim is None else Act(aim, aim, act.kind, act.frame, frozenset({aim.i}))


def destinations(scene: Scene, visitors: list[Actor]) -> list[Actor] | list[None]:
    """The lands and bodies travelled to; [None] for a journey of which the document may tell where it went."""
    own = {party(v) for v in visitors} | {v.post for v in visitors if v.post}  # a resident envoy is there
    lands = _lands(scene, visitors)
    named = _one_each(a for a in lands if a.country not in own) or _here(scene, own) or _bodies(scene)
    if named:
        return named
    if lands or _BEYOND.search(scene.sentence.text):
        return []
    if not visitors:
        return [None] if _noun(scene) and definite(scene.act.trigger) else []
    if leaves_again(scene):
        return [None]
    journey = (_noun(scene) and scene.act.frame == "goes") or scene.act.governor.lemma_.lower() in _ARRIVES
    return [None] if journey else []


def takes_somebody(act: Act) -> bool:
    """Whether it is a journey that takes somebody somewhere: "the tour will take her to Lima", "it took her"."""
    if act.nominal:
        return act.trigger.dep_ == "nsubj" and act.governor.lemma_ == "take"
    way = next((c.lower_ for c in act.trigger.children if c.dep_ == "nsubj"), "")
    return act.lemma == "take" and way in grammar("ways")


def leaves_again(scene: Scene) -> bool:
    """Whether whoever has arrived is said to leave: "arrived in Lima on 4 June and left on the 6th"."""
    verb = scene.act.trigger
    leaving = verb.lemma_ in {"leave", "depart"} and not has_child(verb, {"dobj"}) and not scene.act.nominal
    return leaving and bool(_ARRIVED.search(scene.sentence.text, 0, verb.idx))


def _lands(scene: Scene, visitors: list[Actor]) -> list[Actor]:
    if scene.act.frame == BEHIND:
        return _behind_the_phrase(scene)
    told = scene.get(*_slots(scene.act)) or _left_behind(scene) or at_the_occasion(scene)
    lands = [a for a in told if land(a) and a.surface != "demonym"]
    if _noun(scene):  # "the Riyadh visit"
        beside = (a for a in scene.get("mod", "poss") if land(a) and a not in visitors)
        lands += [a for a in beside if a.surface in {"capital", "city", "country"}]
    return lands


def _behind_the_phrase(scene: Scene) -> list[Actor]:
    """The land next behind the words that make a verb one of travel: "stepped off a plane in Lima", "got back from"."""
    text, end = scene.sentence.text, phrase_end(scene.act.trigger, scene.act.kind)
    if end is None:
        return []
    lands = [a for a in scene.sentence.actors if a.start >= end and land(a) and a.surface != "demonym"]
    found = lands[: 2 if text[:end].endswith("between") else 1]
    return found if found and _NEXT_BEHIND.fullmatch(text[end : found[0].start]) else []


def _left_behind(scene: Scene) -> list[Actor]:
    """The land that somebody is told to leave on a day, and not for where: "left Lima on Friday"."""
    leaving = scene.act.lemma in _LEAVES and not scene.act.nominal and bool(scene.sentence.expressions)
    return scene.get("obj", "from") if leaving else []


def at_the_occasion(scene: Scene) -> list[Actor]:
    """Where the occasion is that a delegation is named for: "to attend the inauguration on 3 May in Quito"."""
    aim = errand(scene.act)
    if aim is None:
        return []
    text, behind = scene.sentence.text, aim.trigger.idx
    return [a for a in scene.sentence.actors if land(a) and a.start > behind and text[: a.start].endswith(" in ")]


def _slots(act: Act) -> tuple[str, ...]:
    """Where the words of an act put its destination."""
    homeward = [c for c in act.trigger.children if c.dep_ in {"advmod", "prt"} and c.lower_ in {"home", "back"}]
    if any(has_child(word, {"prep"}, {"from"}) for word in (*homeward, *([act.trigger] if homeward else []))):
        return ("from",)  # "flew home from Lima"
    if act.frame in _BY_FRAME:
        return _BY_FRAME[act.frame]
    if takes_somebody(act):
        return ("to", "into")
    if act.lemma == "take" and not has_child(act.trigger, {"dobj"}, words("words", "vehicles")):
        return ()
    return _whither().get(act.lemma, () if act.frame == "goes_weak" else _DESTINATION)


def _one_each(lands: Iterable[Actor]) -> list[Actor]:
    """One actor for each country: its city rather than itself."""
    hosts: dict[str | None, Actor] = {}
    for actor in lands:
        kept = hosts.setdefault(actor.country, actor)
        if kept.surface == "country" and actor.surface in {"city", "capital"}:
            hosts[actor.country] = actor
    return list(hosts.values())


def _here(scene: Scene, own: set[str | None]) -> list[Actor]:
    """The land of the dateline, where the sentence says "here"; that named before, of whoever "flew there"."""
    here, at = scene.sentence.here, scene.act.trigger.idx
    named = (a for a in reversed(scene.sentence.actors) if a.end < at and land(a) and a.surface != "demonym")
    there = next(named, scene.sentence.there)
    gone = scene.act.lemma != "be" and _THERE.match(scene.sentence.text, at)
    if gone and there is not None and there.country not in own:
        return [there]
    if here is None or here.country is None or here.country in own or not _HERE.search(scene.sentence.text):
        return []
    return [replace(state(here.country), name=here.name or "", surface="city")]


def _bodies(scene: Scene) -> list[Actor]:
    """The organisations visited: "a visit to NATO"."""
    return [a for a in scene.get("to", "obj") if a.kind is PartyKind.ORGANISATION] if _noun(scene) else []


def _noun(scene: Scene) -> bool:
    return scene.act.nominal and scene.act.trigger.pos_ != "ADJ"


@cache
def _whither() -> dict[str, tuple[str, ...]]:
    """Trigger → the slots of its destination, where they are not the usual ones."""
    lists: dict[str, str] = triggers()["visit"]["whither"]
    return {lemma: tuple(slots.split()) for slots, entries in lists.items() for lemma in split(entries)}
