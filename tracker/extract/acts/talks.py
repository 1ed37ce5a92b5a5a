"""Meetings: who talks to whom in person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.extract.actors import Actor
from tracker.extract.acts.channels import channel_of
from tracker.extract.acts.draft import (
    PLACE_SLOTS,
    Draft,
    Scene,
    land,
    mere_place,
    of_its_things,
    party,
    place_of,
)
from tracker.extract.acts.gatherings import REGION, council, for_a_summit
from tracker.extract.acts.idioms import BEHIND, phrase_end
from tracker.extract.acts.series import mates
from tracker.extract.acts.sides import is_envoy, owner
from tracker.extract.acts.unmet import of_no_meeting
from tracker.extract.lexicon import is_office
from tracker.extract.syntax import token_at
from tracker.model import PartyKind, Status

WITH = ("with", "between", "among", "amongst", "to", "on", "by", "of", "from", "including", "involving", "alongside")
_FROM_MANY = re.compile(
    r"\b(?:from|of) (?!(?:the )?(?:two|both|their|these)\b)(?:\w+-?){1,2} (?:\w+ ){0,2}"
    r"(?<!united )(?:countries|nations|states)\b",
    re.I,
)
_SENT_OUT = re.compile(r"\b(?:mission|team|delegation|staff)\b", re.I)  # who meet others: "a World Bank mission"
_TABLE = re.compile(
    r"\b(meeting|talks|lunch|dinner|banquet|breakfast|luncheon|discuss\w*|audience|negotiations|consultations|tea)\b",
    re.I,
)
_BETWEEN_OFFICIALS = {"between", "scene", "spells", BEHIND}
_BESIDE_THE_POINT = {"far", "about", "over", "against", "than", "like", "as", "despite"}
_TOPICAL = {"discuss", "engage", "negotiate"}  # whose object is what is talked about
_WITH_THEM = re.compile(r"\bwith (?:the |his |her |their |its )?$")
_BACK_FROM = re.compile(r"\bback from (?:\w+ )?$")  # "back from Peru, she received"
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_APART = re.compile(
    r"\b(?:separate(?:ly)?|bilateral (?:meetings|talks|discussions|consultations)|respectively|individually|in turn"
    r"|one by one|one-on-one meetings)\b",
    re.I,
)
_NEXT = re.compile(r" (?:[\w'’.-]+ ){0,2}")


def meetings(scene: Scene) -> Iterator[Draft]:
    """One meeting of all who sit together; a gathering where the sentence names a body or many states."""
    if of_no_meeting(scene):
        return
    if scene.act.frame == "callers":
        yield from _callers(scene)
        return
    if scene.act.frame == "deliberates":
        yield from council(scene)
        return
    named = scene.act.frame in _BETWEEN_OFFICIALS and not (scene.act.frame == "spells" and scene.get("with"))
    people = of_two_sides(scene) if named else participants(scene)
    if named and not people:
        return
    if _within_a_body(people) or _of_a_continent(scene) or _of_many(scene, people) or for_a_summit(scene, people):
        yield Draft("summit", {"participant": people}, place=place_of(scene))
    elif _received(scene):
        yield from apart(_conversation(scene, people, named=named), scene)


def _conversation(scene: Scene, people: list[Actor], *, named: bool) -> Draft:
    """A meeting, or a call where a channel is told; weak where only who they are (`named`) tells it as one."""
    channel = channel_of(scene)
    draft = Draft("call" if channel else "meeting", {"participant": people}, place=place_of(scene))
    draft.weak = scene.act.frame == "meets_weak" or named or _with_strangers(scene) or _among_themselves(scene)
    draft.subtype = channel or None
    if not channel and scene.act.frame == "hosts" and not draft.place.country:
        draft.guessed += ["place"] if any(a.country for a in scene.get("subj")) else []
    return draft


def _callers(scene: Scene) -> Iterator[Draft]:
    """One meeting with each caller: "Monday's callers on the king were the Chilean and the Peruvian envoy"."""
    hosts = scene.get("on", "upon")
    guests = {party(a): a for a in scene.sentence.actors if a.kind is PartyKind.PERSON and a not in hosts and party(a)}
    for guest in guests.values() if any(a.kind is PartyKind.PERSON for a in hosts) else ():
        yield Draft("meeting", {"participant": [*hosts, guest]}, place=place_of(scene))


def apart(draft: Draft, scene: Scene) -> Iterator[Draft]:
    """The talks, or those with each counterpart apart: "held bilateral meetings with", "spoke separately with"."""
    hosts = [a for a in scene.get("subj") if a in draft.roles["participant"]]
    own = {party(a) for a in hosts} - {None}
    guests: dict[str, list[Actor]] = {}
    invited = [a for a in draft.roles["participant"] if a not in hosts]
    envoys = [a for a in invited if a.group and is_envoy(a)]
    for guest in (*invited, *(mate for envoy in envoys for mate in mates(envoy, scene.sentence))):
        if (side := party(guest)) and side not in own:
            guests.setdefault(side, []).append(guest)
    singly = bool(envoys) or scene.act.lemma == "see" or _APART.search(scene.sentence.text)
    if not (singly and hosts) or len(own) > 1 or len(guests) < 2:
        yield draft
        return
    for others in guests.values():
        yield replace(draft, roles={"participant": [*hosts, *others]})


def _within_a_body(people: list[Actor]) -> bool:
    """Whether one organisation is all that is named: "NATO ministers met"."""
    bodies = {a.organisation for a in people if a.organisation and not _SENT_OUT.search(a.office)}
    others = any(
        a.country or (a.kind is PartyKind.PERSON and not _its_own(a) and (a.office or party(a))) for a in people
    )
    return len(bodies) == 1 and not others


def _its_own(actor: Actor) -> bool:
    """Whether officials are those of a body's member states: "EC farm ministers"."""
    return actor.group and bool(actor.organisation)


def _of_many(scene: Scene, people: list[Actor]) -> bool:
    """Whether so many states are said to meet that they are not named: "officials from nine countries"."""
    envoys = any(is_envoy(a) for a in people)  # who are received one by one
    return any(a.group for a in people) and not envoys and bool(_FROM_MANY.search(scene.sentence.text))


def _of_a_continent(scene: Scene) -> bool:
    """Whether a region's ministers are all that is named: "African trade ministers", "leaders of the Gulf states"."""
    people = scene.get("subj", "of")
    if not people or any(party(a) or not a.group for a in people):
        return False
    heads = (token_at(scene.sentence.doc, a.head) for a in people)
    return any(REGION.fullmatch(t.text) for head in heads for t in head.subtree if t.dep_ == "amod")


def _received(scene: Scene) -> bool:
    """Whether whoever is received or visited is somebody to talk to, and is said to be talked to."""
    guests = scene.get("obj")
    if scene.act.lemma == "visit":
        return any(a.kind is PartyKind.PERSON for a in guests)
    if scene.act.frame != "hosts":
        return True
    at_table = scene.act.lemma not in {"welcome", "host", "greet"} or bool(_TABLE.search(scene.sentence.text))
    return (at_table or _at_a_seat(scene)) and _somebody(guests)


def _at_a_seat(scene: Scene) -> bool:
    """Whether somebody has been let in where a government sits: "welcomed the king to the White House"."""
    seats = [a for a in scene.get("to", "at") if a.surface == "seat"]
    return bool(seats) and scene.reading.status is Status.OCCURRED


def _with_strangers(scene: Scene) -> bool:
    """Whether those met are named and nobody's officials: "met with members of the House"."""
    if scene.get("with", "between", "obj"):
        return False
    withs = [c for t in {scene.act.trigger, scene.act.governor} for c in t.children if c.lower_ == "with"]
    return any(c.dep_ == "pobj" and c.pos_ == "NOUN" and not is_office(c.lemma_) for w in withs for c in w.children)


def _among_themselves(scene: Scene) -> bool:
    """Whether both who meet and whom they meet serve one state: "the President met Speaker Ode"."""
    hosts, guests = ({party(a) for a in scene.get(*slots) if a.name} for slots in (("subj",), ("with", "obj")))
    return len(hosts) == 1 and hosts == guests and None not in hosts


def _somebody(actors: list[Actor]) -> bool:
    return any(a.kind is not PartyKind.COUNTRY or a.group for a in actors)


def participants(scene: Scene) -> list[Actor]:
    """Everybody who sits together."""
    objects = () if scene.act.governor.lemma_.lower() in _TOPICAL else ("obj",)
    doc = scene.sentence.doc
    found = [a for a in scene.get("subj", *objects, *WITH) if not (mere_place(a) or of_its_things(a, doc))]
    if scene.act.nominal or not objects:
        whither = {id(a) for a in scene.get("to", "from", "on") if land(a)}
        found = [a for a in found if id(a) not in whither]
    found += [a for a in scene.get("mod", "poss") if not mere_place(a)]
    found += owner(scene) if scene.act.nominal and not scene.get("subj", "between") else []
    beside = (name for name in scene.slots if name.startswith("subj_") and name[5:] not in PLACE_SLOTS)
    everybody = (*found, *scene.get(*beside), *_talked_to(scene, found))
    return without_counterparts([a for a in everybody if not _BACK_FROM.search(scene.sentence.text[: a.start])])


def _talked_to(scene: Scene, found: list[Actor]) -> list[Actor]:
    """Whom a topic was discussed with, wherever the parse hangs it: "discussed ways to curb costs here with"."""
    if scene.act.governor.lemma_.lower() not in _TOPICAL or scene.get("with") or not any(map(party, found)):
        return []
    doc, trigger = scene.sentence.doc, scene.act.trigger
    behind = (a for a in scene.get("clause", "far") if a.start > trigger.idx and a not in found)
    mates = (a for a in behind if _WITH_THEM.search(doc.text[: a.start]) and not land(a))
    return [a for a in mates if not any(t.tag_ in _FINITE for t in doc[trigger.i + 1 :] if t.idx < a.start)]


def of_two_sides(scene: Scene) -> list[Actor]:
    """The officials in the act's own clause, where they are of two sides or more: whoever else it names sits by."""
    if not _followed_by_somebody(scene):
        return []
    people = [a for slot, actors in scene.slots.items() if slot not in _BESIDE_THE_POINT for a in actors]
    people = sorted((a for a in people if a.kind is PartyKind.PERSON or a.group), key=lambda a: a.start)
    return without_counterparts(people) if len({party(a) for a in people} - {None}) > 1 else []


def _followed_by_somebody(scene: Scene) -> bool:
    """Whether a phrase that ends in a preposition leads to a person: "waited on the king", not "waited on Monday"."""
    end = phrase_end(scene.act.trigger, scene.act.kind) if scene.act.frame == BEHIND else None
    text = scene.sentence.text
    if end is None or text[:end].split()[-1].lower() not in {"on", "upon", "with", "to", "from", "in"}:
        return True
    return any(_NEXT.fullmatch(text[end : a.start]) for a in scene.sentence.actors if a.start >= end)


def without_counterparts(actors: list[Actor]) -> list[Actor]:
    """Drop "his counterpart" where the counterpart is named beside it."""
    seen: dict[tuple[str, str | None, str | None], Actor] = {}
    for actor in actors:
        seen.setdefault((actor.name, actor.country, actor.organisation), actor)
    return list(seen.values())
