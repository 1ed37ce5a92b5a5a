"""Who stands on which side of an act, where the grammar alone does not say."""

from __future__ import annotations

import re

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Scene, land, mere_place, party
from tracker.extract.acts.series import series
from tracker.extract.syntax import described, has_child
from tracker.model import PartyKind

ENVOY = re.compile(
    r"\b(ambassadors?|envoys?|diplomats?|charg[ée]s?(?: d['’]affaires)?|consuls?(?:[- ]general)?|attach[ée]s?"
    r"|high commissioners?|(?:second|third) secretar(?:y|ies)|(?:minister-|commercial |political )counsell?ors?"
    r"|(?:(?:wo)?man|face|voice)(?= in [A-Z]|$)|nuncios?|plenipotentiary|(?:heads?|chiefs?) of mission"
    r"|mission chiefs?|top diplomats?|embassy (?:staff|officials)"
    r"|permanent representative|diplomatic staff)\b",
    re.I,
)
# "at", and "at Esztergom," of a town that is not known.
_PLACED = re.compile(r"\b(?:in|at|from|near)\s+(?:the\s+)?(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*, )?$")
OBJECTS = {"him", "her", "them", "himself", "herself", "themselves"}
_SEGMENT = re.compile(r"[;:]|\s[–—-]{1,2}\s")
_BY = re.compile(r"\bby (?:the )?$", re.I)
_NOT_DOING = re.compile(r"\b(?:in|from|to|of|with|against|at|for|between|over|near|by|\w+ing)\s+(?:the\s+)?$", re.I)


def is_envoy(actor: Actor) -> bool:
    """Whether an actor is named as an envoy."""
    return bool(ENVOY.search(actor.office or actor.name))


def owner(scene: Scene) -> list[Actor]:
    """Whose "his visit" or "her talks" is, where its subject is nobody's official: the first official before it."""
    trigger = scene.act.trigger
    before = (a for a in scene.sentence.actors if a.kind is PartyKind.PERSON and party(a) and a.end < trigger.idx)
    return [a for a in (next(before, None),) if a is not None and has_child(trigger, {"poss"}, {"his", "her"})]


def segment(scene: Scene) -> tuple[int, int]:
    """Where the part of the sentence between semicolons and dashes begins and ends that holds the trigger."""
    text, at = scene.sentence.text, scene.act.trigger.idx
    start = max((m.end() for m in _SEGMENT.finditer(text) if m.end() <= at), default=0)
    end = min((m.start() for m in _SEGMENT.finditer(text) if m.start() > at), default=len(text))
    return start, end


def nearby(scene: Scene) -> list[Actor]:
    """The actors of the trigger's segment, in the order of the text."""
    start, end = segment(scene)
    text = scene.sentence.text
    return [a for a in scene.sentence.actors if start <= a.start < end and text[a.start : a.end].lower() not in OBJECTS]


def doers(scene: Scene, own: set[str | None], *slots: str) -> list[Actor]:
    """The states that act: in these slots, else the last land before the trigger that is no mere place."""
    own = own | listed_with(scene, own)
    found = [
        a
        for a in scene.get(*slots)
        if not is_envoy(a) and party(a) not in own - {None} and a.surface != "city" and not _described(a, scene)
    ]
    if any(party(a) for a in found):
        return found
    before = [
        a
        for a in nearby(scene)
        if a.end <= scene.act.trigger.idx and party(a) and party(a) not in own and not is_envoy(a)
    ]
    lands = [a for a in before if a.surface != "city" and not _NOT_DOING.search(scene.sentence.text[: a.start])]
    return [*found, *lands[-1:]]


def _described(actor: Actor, scene: Scene) -> bool:
    """Whether a land's adjective is no doer; it is behind "by": "was put on a plane by the Omani police"."""
    return actor.surface == "demonym" and not _BY.search(scene.sentence.text[: actor.start])


def listed_with(scene: Scene, own: set[str | None]) -> set[str | None]:
    """Parties that stand in one list with an envoy's: "the ambassadors of France, Italy and Spain"."""
    lists = (m for m in series(scene.sentence) if any(is_envoy(x.actor) and party(x.actor) in own for x in m))
    return {party(x.actor) for members in lists for x in members}


def around(scene: Scene) -> list[Actor]:
    """Those of the segment that no preposition makes a mere place."""
    text = scene.sentence.text
    return [
        a for a in nearby(scene) if party(a) and not mere_place(a) and not (land(a) and _PLACED.search(text[: a.start]))
    ]


def object_words(scene: Scene) -> str:
    """The words that hang on the trigger, and those it hangs on."""
    governor = scene.act.governor
    apart = {t.i for child in governor.children if child.dep_ == "advcl" for t in child.subtree}
    return " ".join(t.text for t in (*governor.subtree, governor.head, *described(governor)) if t.i not in apart)
