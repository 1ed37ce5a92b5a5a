"""Meetings, calls and summits: who talks to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import PLACE_SLOTS, Draft, Scene, land, of_a_thing, party, place_of
from tracker.extract.lexicon import split, triggers, words
from tracker.extract.passages import Kind
from tracker.extract.syntax import mates_of
from tracker.model import PartyKind

_WITH = ("with", "between", "among", "amongst", "to", "on", "by", "of", "from", "including", "involving", "alongside")
_FROM_MANY = re.compile(r"\b(?:from|of) (?:\w+-?){1,2} (?:\w+ ){0,2}(?:countries|nations|states)\b", re.I)
_TABLE = re.compile(
    r"\b(meeting|talks|lunch|dinner|banquet|breakfast|luncheon|discuss\w*|audience|negotiations|consultations|tea)\b",
    re.I,
)
_TOLD_BY_PHONE = {"say", "tell", "reach", "contact", "interview", "ask", "add", "quote"}  # an interview is no call
_TRANSITIVE = {"meet", "confer", "see", "receive"}
_TOPICAL = {"discuss", "engage", "negotiate"}  # whose object is what is talked about
_GATHERING = re.compile(
    r"\b(summit|conference|forum|ministerial|assembly|congress|retreat|conclave|plenary|council|convention|roundtable|symposium)\b",
    re.I,
)


def meetings(scene: Scene) -> Iterator[Draft]:
    """One meeting of all who sit together."""
    if scene.act.frame == "calls_on" and not any(a.kind is PartyKind.PERSON for a in scene.get("on")):
        return
    if scene.act.frame == "meals" and scene.act.verb is None and not scene.get("with"):
        return
    if _private(scene) or (_transitive(scene) and of_a_thing(scene) and not _somebody(scene.get("obj"))):
        return
    people = participants(scene)
    bodies = {a.organisation for a in people if a.organisation}
    if (
        len(bodies) == 1
        and not any(a.country for a in people)
        and not any(a.kind is PartyKind.PERSON or not party(a) for a in people)
    ):
        yield Draft("summit", {"participant": people}, place=place_of(scene))
        return
    if any(a.group for a in people) and _FROM_MANY.search(scene.sentence.text):
        yield Draft("summit", {"participant": people}, place=place_of(scene))
        return
    kind = "call" if _channel(scene) in {"phone", "video"} else "meeting"
    if scene.act.frame == "hosts" and not any(
        a.kind is PartyKind.PERSON or a.group or a.kind is PartyKind.ORGANISATION for a in scene.get("obj")
    ):
        return
    if (
        scene.act.frame == "hosts"
        and scene.act.trigger.lemma_ in {"welcome", "host", "greet"}
        and not _TABLE.search(scene.sentence.text)
    ):
        return
    if scene.act.trigger.lemma_ == "visit" and not any(a.kind is PartyKind.PERSON for a in scene.get("obj")):
        return
    draft = Draft(kind, {"participant": people}, place=place_of(scene), weak=scene.act.frame == "meets_weak")
    if kind == "call":
        draft.subtype = _channel(scene)
    elif scene.act.frame == "hosts":
        host = next((a for a in scene.get("subj") if a.country), None)
        if host and not draft.place.country:
            draft.guessed.append("place")
    yield draft


def _somebody(actors: list[Actor]) -> bool:
    return any(a.kind is not PartyKind.COUNTRY or a.group for a in actors)


def _transitive(scene: Scene) -> bool:
    """Whether the object of an act's verb is whom it is done with."""
    return scene.act.trigger.lemma_.lower() in _TRANSITIVE


def _private(scene: Scene) -> bool:
    """Whether one side is no state's: "talks with its creditor banks", "met Vietnam's business community"."""
    return bool(mates_of(scene.act, objects=_transitive(scene)) & words("words", "private"))


def participants(scene: Scene) -> list[Actor]:
    """Everybody who sits together."""
    objects = () if scene.act.governor.lemma_.lower() in _TOPICAL else ("obj",)
    found = [a for a in scene.get("subj", *objects, *_WITH) if not _only_place(a)]
    if scene.act.trigger.pos_ not in {"VERB", "AUX"}:
        whither = {id(a) for a in scene.get("to", "from", "on") if land(a)}
        found = [a for a in found if id(a) not in whither]
    found += [a for a in scene.get("mod", "poss") if not (a.kind is PartyKind.COUNTRY and a.surface == "city")]
    found += [
        a
        for name, actors in scene.slots.items()
        if name.startswith("subj_") and name[5:] not in PLACE_SLOTS
        for a in actors
    ]
    return _without_counterparts(found)


def _only_place(actor: Actor) -> bool:
    return land(actor) and actor.surface == "city"


def _without_counterparts(actors: list[Actor]) -> list[Actor]:
    """Drop "his counterpart" where the counterpart is named beside it."""
    seen: dict[tuple[str, str | None, str | None], Actor] = {}
    for actor in actors:
        seen.setdefault((actor.name, actor.country, actor.organisation), actor)
    return list(seen.values())


def _channel(scene: Scene) -> str:
    cues = triggers()["call"]["cues"]
    text = scene.sentence.text.lower()
    for channel in ("phone", "video"):
        if any(re.search(rf"\b{re.escape(word)}\b", text) for word in split(cues[channel])):
            return channel
    return ""


def calls(scene: Scene) -> Iterator[Draft]:
    """A call of all who take part, or a letter from one side to the other."""
    if scene.act.frame == "letters":
        yield from _letters(scene)
        return
    if scene.act.frame == "channel" and (scene.act.verb is None or scene.act.verb.lemma_.lower() in _TOLD_BY_PHONE):
        return
    if any(child.lower_ == "courtesy" for child in scene.act.trigger.children):
        people = [a for a in scene.get("subj", "on", "to", "by", "mod", "poss", "of") if not _only_place(a)]
        yield Draft("meeting", {"participant": people}, place=place_of(scene))
        return
    people = [a for a in scene.get("subj", "obj", *_WITH) if not _only_place(a)]
    people += [a for a in scene.get("mod", "poss") if not _only_place(a)]
    subtype = _channel(scene) or "phone"
    if scene.act.frame == "calls_weak" and not scene.get("with", "to", "obj") and len({party(a) for a in people}) < 2:
        return
    yield Draft(
        "call", {"participant": _without_counterparts(people)}, subtype=subtype, weak=scene.act.frame == "calls_weak"
    )


def _letters(scene: Scene) -> Iterator[Draft]:
    noun = scene.act.trigger.pos_ not in {"VERB", "AUX"}
    senders = scene.get("from") or [a for a in scene.get("subj", "mod", "poss", "of") if not _only_place(a)]
    recipients = [
        a for a in scene.get("to", "dative", *(() if noun else ("obj",))) if a not in senders and not _only_place(a)
    ]
    if senders and recipients:
        yield Draft("call", {"sender": senders, "recipient": recipients}, subtype="letter")


def summits(scene: Scene) -> Iterator[Draft]:
    """A gathering of many, and who is named as attending or hosting it."""
    if not _is_gathering(scene) or _mere_setting(scene):
        return
    if scene.sentence.passage.kind is Kind.ITEM and scene.act.verb is None:
        return  # a body's name in a list
    hosts = [a for a in scene.get("by") if a.kind is PartyKind.COUNTRY and not _only_place(a)]
    attending = [a for a in scene.get("at", "within", "clause") if a.kind is PartyKind.ORGANISATION]
    attending += [
        a for a in scene.get("subj", "of", "with", "between", "among", "mod", "poss", "including") if not _only_place(a)
    ]
    if scene.act.governor.lemma_.lower() in {"host", "convene"}:
        hosts = [a for a in scene.get("subj") if not _only_place(a)]
        attending = [a for a in attending if a not in hosts]
    people = [*hosts, *attending]
    countries = {a.country for a in people if a.country and not a.organisation}
    organisations = {a.organisation for a in people if a.organisation}
    if (
        len(countries | organisations) == 2
        and scene.act.trigger.lemma_.lower() in {"talk", "talks", "meeting", "session"}
    ) or (
        len(countries) == 2
        and not organisations
        and scene.act.trigger.lemma_.lower() == "summit"
        and scene.get("between", "with", "poss", "of")
    ):
        yield Draft("meeting", {"participant": people}, place=place_of(scene))
    elif organisations or len(countries | {place_of(scene).country} - {None}) >= 2 or _of_a_region(scene):
        yield Draft("summit", {"host": hosts, "participant": attending}, place=place_of(scene))


_SEVERAL = re.compile(
    r"\b(leaders?|ministers?|ministerial|heads of (?:state|government)|multilateral|delegates)\b", re.I
)
_REGION = re.compile(
    r"\b(africa|asia|europe|arab|pacific|americas?|caribbean|nordic|baltic|balkans?|gulf|commonwealth|islamic|non-aligned|world|global)\w*\b",
    re.I,
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth", re.I)
_BODIES = {"council", "assembly", "congress", "forum", "convention", "conference", "session"}
_OF_MANY = 3  # parties from which a meeting is a gathering


def _mere_setting(scene: Scene) -> bool:
    """Whether two only met at a gathering that has no name: "met at a conference in Kabul"."""
    verb, noun = scene.act.verb, scene.act.trigger
    return (
        verb is not None and verb.lemma_ in {"meet", "talk", "speak"} and noun.dep_ == "pobj" and noun.pos_ != "PROPN"
    )


def _of_a_region(scene: Scene) -> bool:
    """Whether a gathering of whom only one side is named is still international: "East Asia Summit", "African leaders"."""
    named = scene.act.trigger.pos_ == "PROPN" or bool(_SEVERAL.search(scene.sentence.text))
    return named and bool(_REGION.search(scene.sentence.text))


def _part_of_a_body(scene: Scene) -> bool:
    """Whether a gathering's word only names a body or its officers: "the Council chairman", "the Forum Secretariat"."""
    trigger = scene.act.trigger
    if trigger.lemma_.lower() not in _BODIES:
        return False
    named = any(a.kind is PartyKind.ORGANISATION and a.start <= trigger.idx < a.end for a in scene.sentence.actors)
    owned = any(c.lower_ == "house" for c in trigger.children)  # "the White House Competition Council"
    return trigger.dep_ == "compound" or owned or (named and scene.act.verb is None)


def _is_gathering(scene: Scene) -> bool:
    """A summit by its name; a meeting, session or talks when an organisation's or of three parties or more."""
    if any(c.lower_ in words("words", "inner") for c in scene.act.trigger.children) or _part_of_a_body(scene):
        return False
    if _GATHERING.search(scene.act.trigger.text):
        return True
    owners = scene.get("mod", "poss", "of", "at", "within", "clause")
    if any(_ORDINAL.fullmatch(c.text) for c in scene.act.trigger.children) and any(
        a.kind is PartyKind.ORGANISATION for a in scene.sentence.actors
    ):
        return True
    return (
        any(a.kind is PartyKind.ORGANISATION for a in owners)
        or len({a.country for a in owners if a.country}) >= _OF_MANY
    )
