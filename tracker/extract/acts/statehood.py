"""Recognition of states: granted, won, dropped, and moved from one state to another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Scene, land, of_a_thing, party
from tracker.extract.acts.series import behind_colon
from tracker.extract.acts.sides import doers, nearby
from tracker.extract.lexicon import grammar
from tracker.extract.syntax import clausal, described, object_of
from tracker.model import PartyKind

_NO_LONGER = re.compile(r"\b(?:longer|ceas\w+(?: to)?|stop\w*) (?:\w+ly )?$", re.I)
_RECOGNISES = {"recognise", "recognize"}
_EACH = re.compile(
    r"\b(?:each|all|both|the (?:two|three|four|five)) (?:of them|of these|countries|states|governments)?", re.I
)
_CONTESTED = {"TWN", "XKX", "ESH"}  # states that some recognise and some do not: to drop one is to withdraw recognition
_MERIT = re.compile(r"['’]s?\s|,? as (?:an?|the|its|one)\b| for\b")
_STATEHOOD = re.compile(
    r"['’,]?s? (?:[\w-]+ ){0,6}(?:independence|sovereign\w*|statehood|governments?|leaders?|president|authorit\w+"
    r"|council|states?|nation|country|rulers?|republic|independent)\b",
    re.I,
)
_FROM = re.compile(r"\b(?:from|by|of) (?:the )?$", re.I)
_ITS = re.compile(r"['’]s? (?:\w+ )?recognition\b", re.I)
_BY = re.compile(r"\bby (?:the )?$", re.I)
_GIVEN = re.compile(r"\b(?:to|of|on|upon) (?:the )?(?:(?:State|Republic|independence|government) of )?$", re.I)
_STATEHOOD_OF = re.compile(r"\b(?:independence|sovereignty|statehood) of (?:the )?(?:(?:State|Republic) of )?$", re.I)
_ALLEGIANCE = re.compile(r"recognition|relations|ties|allegiance|sides|camp|embass", re.I)
_AS_RULER = re.compile(
    r"\b(?:as|to be) (?:the |an? |its |[A-Z][\w-]+['’]s? )?(?:\w+ )?(?:legitimate|rightful|lawful|interim"
    r"|independent|sovereign|president|leader|head|ruler|government|state)\b"
    r"|\b(?:consider|deem)\w* (?:[A-Z]\w+ ){1,4}an? (?:\w+ ){0,3}state\b",
    re.I,
)


def recognised(scene: Scene) -> Iterator[Draft]:
    """One state recognises another: "Mexico recognised Palestine", "Kosovo won recognition from Fiji"."""
    target, subject = _by_verb(scene) if scene.act.lemma in _RECOGNISES | grammar("taking_for") else _lent(scene)
    if any(_honoured(scene, a) for a in target) or _NO_LONGER.search(scene.sentence.text[: scene.act.trigger.idx]):
        return
    if subject or (target and behind_colon(scene.sentence)):
        yield Draft("recognition", {"recogniser": subject, "recognised": target}, subtype="recognition")


def _by_verb(scene: Scene) -> tuple[list[Actor], list[Actor]]:
    """Whom a verb of recognising is done to, and who does it; nobody where it is done to a thing."""
    thing = object_of(scene.act)
    independence = thing is not None and thing.lemma_.lower() in {"independence", "statehood", "sovereignty"}
    if scene.act.lemma in grammar("taking_for") and not (independence or _AS_RULER.search(scene.sentence.text)):
        return [], []
    target = [a for a in scene.get("obj", "of", "as") if _state(a)] or _whose_statehood(scene)
    if not target and _AS_RULER.search(scene.sentence.text):
        target = [a for a in scene.get("obj", "as") if a.country or a.name]
    if not target and (of_a_thing(scene) or clausal(scene.act)):  # "recognised that …", "recognising its potential"
        return [], []
    own = {party(a) for a in target}
    subject = [a for a in scene.get("subj", "by") if a.country and party(a) not in own]
    if not (subject or scene.act.passive):
        subject = [a for a in doers(scene, own) if a.country]
    if _EACH.search(scene.sentence.text[: scene.act.trigger.idx]):
        before = (a for a in scene.sentence.actors if a.end <= scene.act.trigger.idx and party(a) not in own)
        subject = [a for a in before if a.surface == "country"]
    return target, subject


def _whose_statehood(scene: Scene) -> list[Actor]:
    """The state of "recognised the independence of Kosovo"."""
    text = scene.sentence.text
    return [a for a in nearby(scene) if _state(a) and _STATEHOOD_OF.search(text[: a.start])][:1]


def _lent(scene: Scene) -> tuple[list[Actor], list[Actor]]:
    """The same of recognition as a noun: "granted recognition to Kosovo", "its recognition of Kosovo came in May"."""
    text = scene.sentence.text
    won = scene.act.frame == "recognised"
    doer = [
        a for a in nearby(scene) if a.country and won and (_FROM.search(text[: a.start]) or _ITS.match(text, a.end))
    ]
    given = [a for a in nearby(scene) if _state(a) and _GIVEN.search(text[: a.start])] or scene.get("to")
    done_to = [] if won else given
    own = {party(a) for a in (*doer, *done_to)}
    if any(described(scene.act.governor)) and not scene.get(
        "subj"
    ):  # "the recognition that its forerunner had bestowed"
        return [], []
    subject = [a for a in doers(scene, own, "subj", "by", "poss") if a.country]
    subject = (subject or [a for a in nearby(scene) if a.country and _BY.search(text[: a.start])])[:1]
    return (subject, doer) if won else (done_to[:1], subject)


def _state(actor: Actor) -> bool:
    return actor.country is not None and actor.kind is PartyKind.COUNTRY and actor.surface != "demonym"


def _honoured(scene: Scene, country: Actor) -> bool:
    """Whether something of a country's, or its merit, is meant: "recognised Norway's efforts", "Chad as a friend"."""
    behind = scene.sentence.text[country.end :]
    return bool(_MERIT.match(behind)) and not _STATEHOOD.match(behind)


def contested(scene: Scene) -> list[Actor]:
    """A state whose recognition is in dispute, as the one dropped or, of "lost", the loser."""
    slots = ("subj",) if scene.act.lemma == "lose" else ("obj", "on", "with", "clause")
    return [a for a in scene.get(*slots) if a.country in _CONTESTED and a.kind is PartyKind.COUNTRY][:1]


def dropped(scene: Scene, left: list[Actor]) -> Iterator[Draft]:
    """ "Costa Rica dropped Taiwan for Beijing", "Taipei lost Panama": recognition is meant where no word says so."""
    lost = scene.act.lemma == "lose"
    doing = scene.get("obj") if lost else doers(scene, {party(left[0])}, "subj", "by")
    others = [a for a in doing if a.country and land(a)]
    if others:
        yield Draft("rupture", {"initiator": others, "target": left}, subtype="severance")
    joined = [a for a in scene.get("for") if land(a) and a.country not in _CONTESTED]
    if others and joined and not lost:
        yield Draft("recognition", {"party": [*others, *joined]}, subtype="establishment")


def lost(scene: Scene) -> Iterator[Draft]:
    """ "Kosovo lost the recognition of Ghana"."""
    text = scene.sentence.text
    others = [a for a in nearby(scene) if a.country and _FROM.search(text[: a.start])][:1]
    losing = [a for a in scene.get("subj") if a.country in _CONTESTED][:1]
    if others and losing:
        yield Draft("rupture", {"initiator": others, "target": losing}, subtype="severance")


def switched(scene: Scene) -> Iterator[Draft]:
    """Recognition goes from one state to another: a rupture and a recognition."""
    text = scene.sentence.text
    subject = doers(scene, set(), "subj", "by")[:1]
    lands = [
        a for a in nearby(scene) if a.start > scene.act.trigger.idx and a.surface in {"country", "capital", "seat"}
    ]
    left, joined = (
        [a for a in lands if re.search(rf"\b{word} (?:the )?$", text[: a.start])] for word in ("from", "to")
    )
    if not _ALLEGIANCE.search(text) and not any(a.country in _CONTESTED for a in (*left, *joined)):
        return
    if subject and left:
        yield Draft("rupture", {"initiator": subject, "target": left[:1]}, subtype="severance")
    if subject and joined:
        yield Draft("recognition", {"party": [*subject, joined[0]]}, subtype="establishment")
