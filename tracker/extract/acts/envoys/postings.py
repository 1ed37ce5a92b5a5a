"""Envoys sent: named, exchanged, taking up their posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tracker.extract.actors import Actor, state
from tracker.extract.acts.draft import Draft, Scene, land, place_of
from tracker.extract.acts.envoys import who
from tracker.extract.acts.envoys.credentials import AN_ENVOY, CREDENTIALS, consented
from tracker.extract.acts.sides import ENVOY, doers, is_envoy, nearby
from tracker.extract.lexicon import grammar
from tracker.extract.syntax import has_child
from tracker.model import PartyKind, Place, Status

_NEW_ENVOY = (
    r"\bnew (?!York|Delhi|Zealand|Caledonia|Orleans)(?:\S+ ){0,4}(?:ambassador|envoy|high commissioner"
    r"|charg|consul|(?:wo)?man in\b)"
)
_BECOMES = re.compile(
    r"\b(?:(?:will|shall|is to|are to|was to|to) (?:be|become|succeed|replace)|becom\w+(?! of)|became(?! of)|succeed\w*"
    r"|replac\w+|(?:follow(?:s|ed)?|relieve[sd]?)(?= (?:\S+ ){1,4}as\b))\b"
    r"(?: (?!to\b)\S+){0,6}? (?:ambassador|high commissioner|envoy|charg[ée]|consul)",
    re.I,
)
_NEXT_ENVOY = re.compile(
    r"\b(?:new|next|future|incoming) (?:\S+ ){0,4}?(?:ambassador|envoy|high commissioner|charg|consul|(?:wo)?man in\b)"
    r"|\b(?:choice|pick|candidate|nominee)\b",
    re.I,
)
_HOUSE = r"(?:embassy|consulate|legation|high commission|mission|post|representation|consulate[- ]general)"
_EMBASSY_IN = re.compile(rf"\b{_HOUSE} (?:in|to|at) (?:the )?$", re.I)
_TO_HEAD = re.compile(
    rf"\b(?:to (?:head|lead|run|direct|take (?:over|charge of))|(?:will|shall|is to|are to) (?:head|lead|run|direct"
    rf"|take over)"
    rf"|for|(?:with|to) the (?:direction|running|leadership) of|in charge of|at the (?:head|helm) of)"
    rf" (?:the |its |his )?(?:\S+ ){{0,3}}?{_HOUSE}\b",
    re.I,
)
"""What tells that somebody is given a mission: "to head the embassy in Lima", "settled on Ana Rey for the embassy"."""
_OFF_THE_POST = re.compile(r"t(?:ake|ook|aking)\w* (?:\S+ ){1,6}?(?:off|from|out of)\b", re.I)
_LANDS = {"country", "capital", "city"}
_MAKES = re.compile(
    r"ma[dk](?:e|es|ing)? (?:(?!(?:to|for|with|by|in|at|of|and|the|an?|this)\b)\S+ ){0,8}?"
    rf"{AN_ENVOY}(?! (?:for|of) (?-i:[a-z]))"
    rf"|(?:promot|elevat|upgrad|rais)\w* (?:\S+ ){{0,8}}?to (?:\S+ ){{0,4}}?{AN_ENVOY}"
    r"|(?:transfer|mov|shift|re-?assign|swor|swear|clear|install|settl|put|g[ia]v|propos|commission|entrust|tak|took"
    rf"|detail|choos|chose|declar|creat|styl|invest|induct|field|recruit|draft|br(?:ing|ought)|elect|constitut"
    rf"|approv|recommend|endors)\w* (?:\S+ ){{0,12}}?(?:as|to be|to become) (?:\S+ ){{0,5}}?{AN_ENVOY}",
    re.I,
)
"""Common verbs that send an envoy in a phrase that they open: "made him ambassador", "was sworn in as consul"."""
_SENT_ELSEWHERE = re.compile(
    r"\b(?:sent|sends?|sending) (?:(?:\w+ly )?for\b|(?:\S+ ){0,9}?(?:packing|home|away|back|on (?:\w+ ){0,2}leave)\b)",
    re.I,
)
"""That an envoy is called in or sent away, and not sent out."""
_POSTED_TO = re.compile(
    r"\s*(?:\(|,? ?(?:who (?:goes|is going|will go) )?(?:as ambassador )?(?:to|in|for)\s+"
    r"(?:the\s+)?(?:embassy (?:in|to) )?)"
)
_MAJESTY = re.compile(r"\b(?:His|Her) (?:Britannic )?Majesty['’]s (?:\w+ )?(?:Ambassador|High Commissioner|Consul)")
_TAKES_UP = re.compile(
    rf"{_NEW_ENVOY}|\bas (?:\S+ ){{0,4}}?(?:ambassador|high commissioner|charg[ée]|consul)\b"
    rf"|\bfirst (?:\S+ ){{0,3}}(?:ambassador|envoy)|(?:takes?|took|taken) over as|take up|took up"
    r"|take charge|took charge|\b(?:his|her|their) (?:new )?(?:duties|post|posts|mission|posting)\b|assume",
    re.I,
)


def appointments(scene: Scene) -> Iterator[Draft]:
    """A state names or sends an envoy, or the envoy takes up the post."""
    if not _said(scene):
        return
    if scene.act.frame == "exchanges":
        yield from _exchange(scene)
    elif scene.act.frame == "housed":
        yield from _housed(scene)
    else:
        yield from _posted(scene) or _appointed(scene)


def _said(scene: Scene) -> bool:
    """Whether a word of many meanings tells a posting here: "arrived to take up his post", "will be the ambassador"."""
    text = scene.sentence.text
    match scene.act.frame:
        case "appoints":
            return _names(scene)
        case "appoints_weak":
            made = _MAKES.match(text, scene.act.trigger.idx)
            return made is not None and not CREDENTIALS.search(made[0]) and not consented(scene)
        case "arrives":
            off = scene.act.passive or _OFF_THE_POST.match(text, scene.act.trigger.idx)
            return bool(_TAKES_UP.search(text)) and not (scene.act.lemma == "take" and off)
        case "becomes":
            only_to_be = scene.act.lemma == "be" and has_child(scene.act.trigger, {"xcomp"})  # asked of the "be"
            told = _BECOMES.match(text, _from_auxiliary(scene)) or _is_named(scene)
            return bool(told) and not only_to_be
        case "receives":
            return bool(re.search(_NEW_ENVOY, text, re.I)) and not CREDENTIALS.search(text)
    return scene.act.frame != "housed" or scene.act.lemma in grammar("giving") or bool(_TO_HEAD.search(text))


def _is_named(scene: Scene) -> bool:
    """Whether it is told who an envoy to come will be: "Chad's next ambassador in Oslo is Idriss Bako"."""
    text, at = scene.sentence.text, scene.act.trigger.idx
    planned = scene.reading.status is Status.PLANNED
    coming = planned or (scene.reading.tense == "present" and _NEXT_ENVOY.search(text[:at]))
    envoy = any(is_envoy(a) and not a.name for a in scene.get("subj"))
    return scene.act.lemma == "be" and envoy and bool(coming) and bool(_named_behind(scene))


def _named_behind(scene: Scene) -> list[Actor]:
    """Who stands by name behind the verb, as what its subject is."""
    behind = (a for a in scene.get("clause", "obj") if a.start > scene.act.trigger.idx)
    return [a for a in behind if a.kind is PartyKind.PERSON and a.name][:1]


def _housed(scene: Scene) -> Iterator[Draft]:
    """Somebody is given an embassy: "the Lima embassy goes to Idriss Bako", "was given the post of ambassador"."""
    people = [a for a in (*scene.clause, *nearby(scene)) if a.kind is PartyKind.PERSON and a.name][:1]
    post = _vacancy(scene)
    if people and post:
        senders = doers(scene, {post}, "subj", "by") or [a for a in scene.sentence.actors if a.country]
        own = next((a.country for a in (*people, *senders, *nearby(scene)) if a.country not in {None, post}), None)
        sent = replace(people[0], country=own, post=None)
        yield Draft("appointment", {"sender": [sent], "receiver": who.of_state(post)})


def _vacancy(scene: Scene) -> str | None:
    """Where the embassy or the post is that is given: "the embassy in Lima", "the Lima embassy", "envoy to Peru"."""
    text = scene.sentence.text
    for actor in (a for a in nearby(scene) if a.country and a.surface in _LANDS):
        site = actor.surface != "country" and text.startswith(" embassy", actor.end)
        if site or _EMBASSY_IN.search(text[: actor.start]):
            return actor.country
    return next((a.post for a in scene.clause if is_envoy(a) and not a.name), None)


def _names(scene: Scene) -> bool:
    """Whether a verb or noun of naming does name somebody.

    It does not in "between the two appointments", "agreed to the appointment", "confirmed having summoned her", "sent
    for the ambassador", "returned home".
    """
    text, word = scene.sentence.text, scene.act.trigger
    if scene.act.nominal:
        if word.head.lower_ == "by" and not any(word.children):
            return False  # "receives callers by appointment"
        return (word.tag_ != "NNS" or has_child(word, {"prep"})) and not consented(scene)
    if scene.act.lemma == "confirm" and has_child(word, {"ccomp", "xcomp"}):
        return False
    sent = scene.act.lemma != "return" or scene.act.passive or scene.get("obj") or _TAKES_UP.search(text)
    return bool(sent) and not _SENT_ELSEWHERE.match(text, word.idx)


def _appointed(scene: Scene) -> Iterator[Draft]:
    """One envoy named, sent or received."""
    behind = (a for a in nearby(scene) if a.start > scene.act.trigger.idx)
    envoys = [a for a in scene.clause if is_envoy(a)] or [a for a in behind if is_envoy(a)]
    if not envoys or CREDENTIALS.search(scene.act.trigger.text):
        return
    slots = ("subj", "as") if scene.act.frame == "becomes" and not scene.act.passive else ("obj", "subj", "as")
    named_behind = _named_behind(scene) if scene.act.frame == "becomes" and not scene.act.passive else []
    people = [a for a in (*scene.get(*slots), *_to_be(scene), *named_behind) if a.kind is PartyKind.PERSON and a.name]
    by_name = [a for a in (*scene.get(slots[0]), *_to_be(scene), *named_behind, *envoys) if a.name]
    named = [a for a in people if is_envoy(a)] or by_name or envoys
    sender = _sender(scene, envoys)
    sent = replace(named[0], country=named[0].country or sender, post=None)
    place = place_of(scene) if scene.act.frame == "arrives" else Place()
    yield Draft("appointment", {"sender": [sent], "receiver": _posting(scene, envoys, sender)}, place=place)


def _to_be(scene: Scene) -> list[Actor]:
    """Who stands before "to be": "and Ana Rey to be consul at Lima"."""
    start = _from_auxiliary(scene)
    before = [a for a in scene.sentence.actors if a.end <= start and not scene.sentence.text[a.end : start].strip()]
    return before[-1:] if scene.act.frame == "becomes" else []


def _sender(scene: Scene, envoys: Sequence[Actor]) -> str | None:
    """Whose envoy it is: by the envoy's own phrase, else whoever names him."""
    own = next((a.country for a in envoys if a.country), None)
    if own is None and _MAJESTY.search(scene.sentence.text):
        return "GBR"
    known = scene.act.frame != "receives" or who.post(envoys)  # "Peru has a new envoy in Oslo" is no host
    naming = scene.get("subj", "by") if known else []
    return own or next((a.country for a in naming if a.country), None)


def _posting(scene: Scene, envoys: Sequence[Actor], sender: str | None) -> list[Actor]:
    """Where an envoy is sent: by his own phrase, else a land that the act goes to, else who receives him."""
    lands = [a for a in scene.get("to", "in", "for", "at") if land(a)]
    if scene.act.frame == "receives" and not who.post(envoys):
        lands += [a for a in nearby(scene) if land(a) and a.start < scene.act.trigger.idx]
    return who.post(envoys) or next((who.of_state(a.country) for a in lands if a.country != sender), [])


def _posted(scene: Scene) -> list[Draft]:
    """A list of people with a post each: "named Ana Rey to Oslo, Luis Gil to Lima", "confirmed Ana Rey (Norway)"."""
    text = scene.sentence.text
    behind = [a for a in scene.sentence.actors if scene.act.passive or a.start > scene.act.trigger.idx]
    pairs = [
        (a, b)
        for a, b in pairwise(behind)
        if a.kind is PartyKind.PERSON and a.name and land(b) and _POSTED_TO.fullmatch(text[a.end : b.start])
    ]
    pairs += [(a, state(a.post)) for a in behind if a.post and a.name and is_envoy(a)]
    if len(pairs) < 2 or not ENVOY.search(text):
        return []
    sender = next((a.country for a in doers(scene, {b.country for _, b in pairs}, "subj", "by") if a.country), None)
    sent = [(replace(a, country=sender, office=a.office or "ambassador"), b.country) for a, b in pairs]
    return [Draft("appointment", {"sender": [envoy], "receiver": who.of_state(post)}) for envoy, post in sent]


def _from_auxiliary(scene: Scene) -> int:
    """Where the verb group of the trigger begins: "will be"."""
    return min([c.idx for c in scene.act.trigger.children if c.dep_ == "aux"], default=scene.act.trigger.idx)


def _exchange(scene: Scene) -> list[Draft]:
    """Two states send each other envoys: one event with both (codebook §2)."""
    if scene.act.trigger.dep_ == "compound":  # "Securities and Exchange Commission"
        return []
    states = list(dict.fromkeys(a.country for a in nearby(scene) if a.country and a.surface != "city"))
    if len(states) != 2 or not ENVOY.search(scene.sentence.text):
        return []
    return [Draft("appointment", {"sender": who.of_state(states[0]), "receiver": who.of_state(states[1])})]
