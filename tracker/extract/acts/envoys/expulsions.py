"""Envoys sent away by the state that they are sent to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Scene, land, mere_place, party
from tracker.extract.acts.envoys import who
from tracker.extract.acts.sides import ENVOY, doers, is_envoy, nearby, segment
from tracker.extract.syntax import object_of
from tracker.model import PartyKind

_FEW = r"(?:\S+ ){0,7}?"  # words between
_TIME = r"(?:hours|days|weeks?|months?|fortnight|(?:until|till|by) (?:\S+ ){0,5}?\w+)"
_GO = (
    r"(?:leave|quit|pack|get out|go|depart|clear (?:out|his|her|their|off)|vacate|move out|settle (?:his|her|their)"
    r"|say (?:goodbye|farewell)|wind up (?:his|her|their)|return home"
    r"|be (?:gone|out|off|away|home|across|on (?:his|her|their) way))"
)
_NOTICE = (
    rf"(?:(?:hours|days|weeks?|months?)['’]?s? notice|{_TIME} (?:in which )?to {_GO}|notice to {_GO}"
    r"|marching orders|walking papers)"
)
_OF_THE_LAND = (
    r"(?! of (?:an?|the|his|her) (?!(?:\w+ )?(?:country|land|kingdom|republic|capital|island|emirate|sultanate|city)))"
)
_VEHICLE = r"(?:plane|aeroplane|airplane|flight|aircraft|jet|airliner|ship|steamer|ferry|train|boat|bus|coach)"
_REMOVES = (
    r"(?:put|bundl\w+|march\w+|escort\w*|plac\w+|hustl\w+|pack\w*|sen[dt]\w*|load\w*|shipp\w*|whisk\w*|driv\w+|drove"
    r"|usher\w*|deposit\w*|dropp\w*)"
)
_OUT = re.compile(
    r"persona(?:e)? non grat|no longer welcome|unwelcome|undesirable|expel|expuls|deport|oust|eject|evict|banish"
    rf"|{_NOTICE}|to leave (?:\S+ ){{0,3}}?(?:country|within|by|in)?|sh[oe]w\w* (?:\S+ ){{0,6}}?the door"
    rf"|(?:order|throw|thrown?|threw|kick|boot|turf|driven|forced|cast|turn)\w* {_FEW}out\b{_OF_THE_LAND}"
    rf"|(?:told|ask|order|instruct)\w* {_FEW}to {_GO}|sen[dt]\w* {_FEW}(?:packing|home)|must (?:leave|pack|go)"
    r"|(?:given|gave|had|has) (?:\S+ ){0,4}?(?:hours|days|a week)",
    re.I,
)
"""What is done to those who are sent out of a land, by whatever verb."""
_IDIOM = re.compile(
    rf"(?:ha[sd]|have|g[eo]t\w*|receiv\w+|serv\w+|allow\w*|hand\w*|issu\w+) {_FEW}{_NOTICE}"
    rf"|{_REMOVES} {_FEW}(?:on|onto|aboard) (?:\S+ ){{1,4}}?{_VEHICLE}\b(?! ride)"
    rf"|{_REMOVES} {_FEW}(?:to|off (?:at|from)|across|over|beyond|out of) (?:\S+ ){{1,3}}?(?:airport|border|frontier)\b"
    rf"|(?:cut|slash|trim|par[ei])\w* {_FEW}(?:staff|diplomats|personnel|mission)\b"
    rf"|(?:refus|los|forfeit)\w* {_FEW}(?:right to stay|leave to stay|accreditation|diplomatic status)\b"
    rf"|(?:ma[dk]e|forc|oblig|compel)\w* {_FEW}(?:leave|quit|depart)(?:[.,;]| (?:[A-Z]|the country|within|by|at once))",
    re.S,
)
"""Verbs that send out of a land only in a phrase that they open: "put her on a plane", "got his marching orders"."""
_DEMAND = re.compile(
    rf"(?:demand|requir|request|insist|ask|tell|told|order|instruct|want)\w* {_FEW}(?:withdraw|recall|remov|departure"
    r"|out of (?:the|its|his) (?:country|capital|land)|gone\b"
    rf"|(?:take|bring|call) {_FEW}(?:home|back)|(?:cut|reduc\w+|slash\w*) {_FEW}(?:staff|diplomats|personnel))",
    re.I,
)
_GOING = re.compile(
    r"(?:be (?:out|gone|off|away|home|across)|(?:pack|clear)(?= (?:\S+ ){0,3}?(?:bags|desks?|cases|up|out|suitcases))"
    r"|(?:leave|quit|depart|vacate|go|pack)(?= (?:\S+ ){0,4}?(?:the country|within|by|before|at once|immediately"
    r"|tonight))"
    r"|(?<=must )(?:leave|quit|depart|go|pack)(?=[.,;]| (?:over|for|because)\b))"
)
_EACH_OTHER = re.compile(r"\b(?:(?:each|the) other|one another)['’]s\b", re.I)
_PAPERS = re.compile(r"accreditation|credentials|visa", re.I)
_HOUSE = r"(?:embassy|consulate|legation|high commission|mission|nunciature|delegation|chancery)"
_EMBASSY = re.compile(rf"(?:['’]s?)? (?:\w+ )?{_HOUSE}\b", re.I)
_STAFF = re.compile(
    r"\b(?:members?|staff(?:ers)?|officials?|secretar(?:y|ies)|counsell?ors?|officers?|employees?|people|personnel|attach[ée]s?"
    r"|diplomats?|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half)"
    r" (?:(?:of|at|from|in) )+(?:the |its |their )?$",
    re.I,
)
_STAFF_OF_EMBASSY = re.compile(rf"{_STAFF.pattern[:-1]}{_HOUSE} of (?:the )?$", re.I)
_STRIPPED = re.compile(r"strip\w* (?:\S+ ){1,6}?of (?:\S+ ){0,2}(?:accreditation|credentials|visas?)", re.I)
_OUTRIGHT = {"expel", "deport", "oust", "eject", "evict", "banish"}
_ON_THE_LIST = re.compile(r"\bdiplomat|\bembass|\bconsul|\baccredited\b", re.I)
_BOTH = 2  # states that do the same to each other


def expulsions(scene: Scene) -> Iterator[Draft]:
    """The receiving state expels diplomats."""
    if who.of_others(scene.act.trigger) or not _told(scene):
        return
    start, end = segment(scene)
    if _EACH_OTHER.search(scene.sentence.text[start:end]) and len(states := _subject_states(scene)) == _BOTH:
        yield Draft("expulsion", {"expeller": who.of_state(states[0]), "expelled": who.of_state(states[1])})
        return
    targets = _expelled(scene)
    if not targets or not _diplomats(scene, targets) or _called_home(scene):
        return
    told = {party(a) for a in targets}
    around = [a for a in scene.get("in", "from") if land(a) and party(a) not in told]
    expellers = doers(scene, told, "subj", "by") or around or who.post(targets)
    expelled = [who.nameless(a) if a.group and a.country else replace(a, post=None) for a in targets]
    yield Draft("expulsion", {"expeller": expellers, "expelled": expelled})


def _told(scene: Scene) -> bool:
    """Whether the words around a trigger send somebody out of a land, and not only somewhere."""
    start, end = segment(scene)
    text, at = scene.sentence.text, scene.act.trigger.idx
    match scene.act.frame:
        case "expels_weak":
            return bool(_IDIOM.match(text, at))
        case "demands":
            return bool(_DEMAND.match(text, at)) and who.acts_as_state(scene)
        case "out" | "unwelcome":
            return True
        case "has_to_go":
            return bool(_GOING.match(text, at))
        case "disaccredits":
            return _of_papers(scene)
        case _:
            outright = scene.act.nominal or scene.act.lemma in _OUTRIGHT
            unasked = not outright and who.by_no_state(scene)
            return not unasked and bool(_OUT.search(text[start if outright else at : end]))


def _of_papers(scene: Scene) -> bool:
    """Whether what is taken away lets an envoy stay: "revoked his visa", "stripped her of her accreditation"."""
    thing = object_of(scene.act)
    behind = scene.sentence.text[scene.act.trigger.idx :]
    return thing is not None and bool(_PAPERS.match(thing.text) or _STRIPPED.match(behind))


def _subject_states(scene: Scene) -> list[str]:
    """The states that are the subject: "Chad and Togo expelled each other's envoys"."""
    return list(dict.fromkeys(a.country for a in nearby(scene) if a.country and a.end <= scene.act.trigger.idx))


def _expelled(scene: Scene) -> list[Actor]:
    """The diplomats or nationals sent away; "expelled its diplomats" can only mean the other's."""
    any_ones = scene.act.lemma in _OUTRIGHT or scene.act.frame in {"demands", "disaccredits"}
    if scene.act.frame == "has_to_go":
        return _bound_to_go(scene)
    objects = scene.get("obj", "to", "dative", "of", "as", "mod", "poss")
    targets = [a for a in objects if (is_envoy(a) or a.surface == "demonym" or _guest(a)) and party(a)]
    targets = [a for a in targets if (any_ones or not a.possessor) and a not in scene.get("subj")]
    targets = targets or [a for a in nearby(scene) if is_envoy(a) and party(a) and (any_ones or not a.possessor)]
    targets = targets or [a for a in scene.get("obj", "of") if is_envoy(a) and not party(a) and not a.possessor]
    targets = targets or [who.nameless(a) for a in nearby(scene) if a.country and _of_its_embassy(a, scene)][:1]
    if targets or scene.act.frame != "disaccredits":
        return targets
    behind = (a for a in nearby(scene) if a.country and a.start > scene.act.trigger.idx and not mere_place(a))
    return [who.nameless(a) for a in behind][:1]  # "withdrew the accreditation of members of the Chilean mission"


def _bound_to_go(scene: Scene) -> list[Actor]:
    """Who must leave: an envoy, an embassy's staff, nationals on a mission: "five Danes on the diplomatic list"."""
    envoys = [a for a in scene.get("subj", "subj_of") if is_envoy(a) and party(a)]
    ahead = [a for a in nearby(scene) if a.country and a.end <= scene.act.trigger.idx]
    staff = [who.nameless(a) for a in ahead if _of_its_embassy(a, scene)]
    nationals = [a for a in scene.get("subj") if a.surface == "demonym" and _ON_THE_LIST.search(scene.sentence.text)]
    return envoys or staff[:1] or nationals


def _of_its_embassy(land: Actor, scene: Scene) -> bool:
    """Whether a land's people at its embassy are told of: "three members of the Chadian mission"."""
    text = scene.sentence.text
    theirs = _EMBASSY.match(text, land.end) and _STAFF.search(text[: land.start])
    return bool(theirs) or bool(_STAFF_OF_EMBASSY.search(text[: land.start]))


def _diplomats(scene: Scene, targets: list[Actor]) -> bool:
    """Whether those sent away are on a mission: envoys, nationals told by the adjective alone, a body's officials."""
    staff = any(_of_its_embassy(a, scene) for a in nearby(scene))
    told = staff or scene.act.frame in {"disaccredits", "out"} or bool(ENVOY.search(scene.sentence.text))
    return told or any(a.surface == "demonym" or a.organisation or is_envoy(a) for a in targets)


def _called_home(scene: Scene) -> bool:
    """Whether a state sends for its own envoy: that is a recall."""
    own = any(a.possessor and is_envoy(a) for a in scene.get("obj"))
    outright = scene.act.lemma in _OUTRIGHT or scene.act.frame == "demands"
    return own and not outright and bool(re.search(r"\bhome\b", scene.sentence.text))


def _guest(actor: Actor) -> bool:
    """Whether somebody serves abroad, or with a body of states: "UN officials"."""
    return (actor.kind is PartyKind.PERSON and bool(actor.post)) or (actor.group and actor.organisation is not None)
