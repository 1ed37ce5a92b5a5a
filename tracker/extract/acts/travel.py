"""Visits: who travels to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from tracker.extract.actors import Actor, state
from tracker.extract.acts.draft import Draft, Scene, Sentence, land, mere_place, of_a_thing, party, place_in
from tracker.extract.acts.sides import is_envoy
from tracker.extract.lexicon import event_nouns, grammar, split, triggers, words
from tracker.extract.syntax import Act, definite, has_child
from tracker.model import PartyKind

_DESTINATION = ("obj", "to", "in", "into", "at", "for", "on", "through", "inside", "via", "of")
_BY_FRAME = {"awaited": ("in", "at"), "sends": ("to",), "returns": ("from",)}
_BEYOND = re.compile(
    r"\b(?:to|of|in|around|across) (?:the )?(?:\w+ )?(?:gulf|region|middle east|africa|asia|europe|latin america"
    r"|caribbean|balkans|continent|pacific|world)\b",
    re.I,
)
_BODY = re.compile(r"\b(government|administration|ministry|authorities|group|bloc|regime|movement|side|junta)\b", re.I)
_ARRIVES = {"arrive", "land", "fly"}
_POSTING = re.compile(
    r"\bnew\b|take up|took up|take charge|took charge|\bduties\b|assume|\bhis post\b|\bher post\b|begin \w+ mission",
    re.I,
)
_AT_TABLE = re.compile(r"\bfor (?:an? |their )?(?:\w+ )?(?:breakfast|lunch|luncheon|dinner|tea|coffee|drinks)\b", re.I)
_JOINED = re.compile(r",? ?(?:and|with|as well as|,)? ?(?:the )?", re.I)
_HERE = re.compile(r"\bhere\b")
_ARRIVED = re.compile(r"\b(?:arrived|landed|came|flew in)\b", re.I)
_THERE = re.compile(r"\w+ (?:(?:back|over|up|down|out) )?there\b")
STAYING = re.compile(r", (?:who (?:is|was) )?(?:now |currently |here )?(?:in|visiting) (?:the )?", re.I)
"""What stands between somebody and where they are, in a visit told in passing."""
_ERRAND = re.compile(r",? (?:for|on|to (?:attend|hold|meet|discuss|take|sign|address))\b", re.I)


def visits(scene: Scene) -> Iterator[Draft]:
    """One visit for each country that the sentence sends the visitors to."""
    if scene.act.frame == "hosts":
        yield from _hosted(scene)
        return
    visitors = _visitors(scene)
    if _of_no_journey(scene) or not _travelling(scene, visitors):
        return
    weak, subtype = scene.act.frame == "goes_weak" and not _leaves_again(scene), _subtype(scene.sentence.text)
    for destination in _destinations(scene, visitors):
        hosts = [destination] if destination is not None else []
        for own in _by_party(visitors, scene.sentence.text):
            yield Draft("visit", {"visitor": own, "host": hosts}, subtype=subtype, place=place_in(hosts), weak=weak)


def _by_party(visitors: list[Actor], text: str) -> list[list[Actor]]:
    """Those who travel for one party together: leaders of three states who come at once pay three visits.

    Somebody of another party who is not joined to them does not travel: "Lie, the Norwegian who is the UN envoy".
    """
    parties = list(dict.fromkeys(side for v in visitors if (side := party(v))))
    if len(parties) < 2:
        return [visitors]
    ordered = sorted(visitors, key=lambda v: v.start)
    joined = ordered[:1]
    for one, other in pairwise(ordered):
        if one in joined and (party(other) == party(one) or _JOINED.fullmatch(text[one.end : other.start])):
            joined.append(other)
    groups = ([v for v in joined if party(v) == side] for side in parties)
    return [group for group in groups if group]


def errand(act: Act) -> Act | None:
    """What a delegation is named for, which dates its visit: "named a delegation to Lusaka to attend … on 3 May"."""
    if act.frame != "delegates" or act.verb is None or act.verb.lemma_.lower() not in grammar("naming"):
        return None
    aim = next((t for t in act.verb.subtree if t.lemma_ == "attend" and has_child(t, {"aux"}, {"to"})), None)
    return None if aim is None else Act(aim, aim, act.kind, act.frame, frozenset({aim.i}))


def stays(sentence: Sentence) -> Iterator[Draft]:
    """Visits told in passing, without a verb: "De Croo, in Washington for talks, said"."""
    people = [a for a in sentence.actors if a.kind is PartyKind.PERSON and party(a)]
    for person in people:
        for place in sentence.actors:
            between, after = sentence.text[person.end : place.start], sentence.text[place.end :]
            if land(place) and place.country != person.country and STAYING.fullmatch(between) and _ERRAND.match(after):
                yield Draft("visit", {"visitor": [person], "host": [place]}, place=place_in([place]))


def _hosted(scene: Scene) -> Iterator[Draft]:
    """A visit told from the host's side: "will welcome the King to the White House"."""
    if of_a_thing(scene) or scene.act.lemma not in {"welcome", "host"}:
        return
    hosts, to = scene.get("subj"), [a for a in scene.get("to", "at", "in") if land(a)]
    guests = [a for a in scene.get("obj") if _official(a) and not is_envoy(a) and not _BODY.search(a.office)]
    own = {party(a) for a in guests} & {party(a) for a in hosts} - {None}
    if guests and not own and not _AT_TABLE.search(scene.sentence.text, scene.act.trigger.idx):
        for visitors in _by_party(guests, scene.sentence.text):
            yield Draft("visit", {"visitor": visitors, "host": hosts or to}, place=place_in(to))


def _official(actor: Actor) -> bool:
    return actor.kind is PartyKind.PERSON or actor.group


# --- who --------------------------------------------------------------------------------------------------------------


def _of_no_journey(scene: Scene) -> bool:
    """Whether a word of many meanings means another thing: "to attend", "is ready", a delegation that goes nowhere."""
    trigger = scene.act.trigger
    if scene.act.frame == "delegates":
        return not any(land(a) for a in (*scene.get("to"), *_at_the_occasion(scene)))
    if trigger.lemma_ == "attend":  # "to attend" is what a journey is for; a gathering tells itself
        return any(c.lower_ == "to" or c.lemma_.lower() in event_nouns() for c in trigger.children)
    if trigger.dep_ in {"aux", "auxpass"}:  # "has been told"
        return True
    if scene.act.nominal and trigger.lemma_ == "journey":  # "on its journey of reform"
        return not any(land(a) for a in scene.get("to", "from", "through"))
    return trigger.lemma_ == "be" and any(c.dep_ in {"acomp", "attr", "expl"} for c in trigger.children)


def _travelling(scene: Scene, visitors: list[Actor]) -> bool:
    """Whether those named can be on a visit: an envoy who takes up his post is not."""
    if any(is_envoy(v) for v in visitors) and _POSTING.search(scene.sentence.text):
        return False
    if scene.act.frame in {"goes_weak", "awaited"}:
        return any(_official(v) for v in visitors)
    return bool(visitors) or scene.act.frame != "sends"


def _visitors(scene: Scene) -> list[Actor]:
    if scene.act.frame in {"sends", "awaited"}:
        slots = ("obj", "subj") if scene.act.frame == "awaited" else ("obj",)
        return [a for a in scene.get(*slots) if not land(a)]
    subject = [a for a in scene.get("subj", "by") if not mere_place(a)]
    if _takes_somebody(scene.act):
        return [a for a in scene.get("obj") if not land(a)]
    if not scene.act.nominal:
        return subject
    if scene.act.frame == "delegates":
        senders = (a.country for a in (*scene.get("mod", "poss", "of"), *subject) if a.country)
        return [state(country) for country in list(senders)[:1]]
    named = [a for a in scene.get("poss") if not mere_place(a)]
    named += [a for a in scene.get("mod") if _official(a) or a.surface == "demonym"]
    named += [a for a in scene.get("of") if not land(a)]
    return named or (subject if any(party(a) for a in subject) else _owner(scene) or subject)


def _owner(scene: Scene) -> list[Actor]:
    """Whose visit "his visit" is, where its subject is nobody's official: the first official named before it."""
    trigger = scene.act.trigger
    before = (a for a in scene.sentence.actors if a.kind is PartyKind.PERSON and party(a) and a.end < trigger.idx)
    return [a for a in (next(before, None),) if a is not None and has_child(trigger, {"poss"}, {"his", "her"})]


# --- where to ---------------------------------------------------------------------------------------------------------


def _destinations(scene: Scene, visitors: list[Actor]) -> list[Actor] | list[None]:
    """The lands and bodies travelled to; [None] for a journey of which the document may tell where it went."""
    own, lands = {party(v) for v in visitors}, _lands(scene, visitors)
    named = _one_each(a for a in lands if a.country not in own) or _here(scene, own) or _bodies(scene)
    if named:
        return named
    if lands or _BEYOND.search(scene.sentence.text):
        return []
    if not visitors:
        return [None] if _noun(scene) and definite(scene.act.trigger) else []
    if _leaves_again(scene):
        return [None]
    journey = (_noun(scene) and scene.act.frame == "goes") or scene.act.governor.lemma_.lower() in _ARRIVES
    return [None] if journey else []


def _leaves_again(scene: Scene) -> bool:
    """Whether whoever has arrived is said to leave: "arrived in Lima on 4 June and left on the 6th"."""
    verb = scene.act.trigger
    leaving = verb.lemma_ in {"leave", "depart"} and not has_child(verb, {"dobj"}) and not scene.act.nominal
    return leaving and bool(_ARRIVED.search(scene.sentence.text, 0, verb.idx))


def _lands(scene: Scene, visitors: list[Actor]) -> list[Actor]:
    told = scene.get(*_slots(scene.act)) or _at_the_occasion(scene)
    lands = [a for a in told if land(a) and a.surface != "demonym"]
    if _noun(scene):  # "the Riyadh visit"
        beside = (a for a in scene.get("mod", "poss") if land(a) and a not in visitors)
        lands += [a for a in beside if a.surface in {"capital", "city", "country"}]
    return lands


def _at_the_occasion(scene: Scene) -> list[Actor]:
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
    if act.lemma == "take" and not has_child(act.trigger, {"dobj"}, words("words", "vehicles")):
        return ()
    return _whither().get(act.lemma, () if act.frame == "goes_weak" else _DESTINATION)


def _takes_somebody(act: Act) -> bool:
    """Whether it is a journey that takes somebody somewhere: "the tour will take her to Lima"."""
    return act.nominal and act.trigger.dep_ == "nsubj" and act.governor.lemma_ == "take"


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


def _subtype(text: str) -> str | None:
    lower = text.lower()
    for name, phrases in triggers()["visit"]["subtypes"].items():
        if any(phrase.strip() in lower for phrase in phrases.split(";")):
            return str(name)
    return None
