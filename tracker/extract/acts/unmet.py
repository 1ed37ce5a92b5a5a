"""Words of a meeting where nobody meets: "called on to", "saw exports rise", "was met at the airport"."""

from __future__ import annotations

import re

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Scene, of_a_thing, party
from tracker.extract.acts.gatherings import met_beside, named_gathering
from tracker.extract.lexicon import split, triggers, words
from tracker.extract.syntax import Act, has_child, mates_of, verb_above
from tracker.model import PartyKind
from tracker.reference.added import kept

_AIRPORT = re.compile(r"\w+ (?:[\w'’-]+ ){0,6}at (?:the )?(?:[\w'’-]+ ){0,3}airport\b", re.I)
_TRANSITIVE = {"meet", "confer", "see", "receive"}
_TOGETHER = re.compile(
    r"\w+ (?:[^;.]{0,80} )?(?:together\b|(?:to|round|around|at) (?:the|one|a|the same) (?:\w+ )?table)", re.I
)


def of_no_meeting(scene: Scene) -> bool:
    """Whether a word of many meanings means another thing: "called on to", "dinner", "met demand"."""
    if scene.act.frame == "calls_on":
        return not any(a.kind is PartyKind.PERSON for a in scene.get("on")) or _appealed(scene.act) or _private(scene)
    if scene.act.frame == "brings":
        return not _TOGETHER.match(scene.sentence.text, scene.act.trigger.idx)
    if scene.act.frame == "meals" and scene.act.verb is None and not scene.get("with"):
        return True
    if (
        _of_nobody(scene)
        or _off_the_plane(scene)
        or _at_home(scene.act)
        or _round_of(scene.act)
        or named_gathering(scene)
        or met_beside(scene)
        or _learnt(scene)
    ):
        return True
    return _inner(scene) or _private(scene) or (_transitive(scene) and of_a_thing(scene))


def _appealed(act: Act) -> bool:
    """Whether those called on are only asked for something: "called on the leaders to make new pledges"."""
    clauses = (c for c in act.trigger.subtree if c.dep_ in {"xcomp", "advcl", "ccomp", "relcl", "acl"})
    return any(c.tag_ == "VB" and has_child(c, {"aux"}, {"to"}) for c in clauses)


def _of_nobody(scene: Scene) -> bool:
    """Whether nobody is seen or taken leave of: "sees rising exports to the U.S.", "is on leave"."""
    if scene.act.frame == "spells":
        return not _spent_together(scene.act)
    if scene.act.lemma == "leave":
        return not (scene.act.governor.lemma_ == "take" and scene.get("of"))
    return scene.act.lemma == "see" and not any(party(a) or a.office for a in scene.get("obj"))


def _spent_together(act: Act) -> bool:
    """Whether somebody has or gives time: "spent an hour with"; not "gave them 48 hours to leave"."""
    bidden = (c for token in (act.trigger, act.governor) for c in token.children if has_child(c, {"aux"}, {"to"}))
    told_when = act.trigger.dep_ == "npadvmod" and act.governor.lemma_ not in {"spend", "pass"}  # "met this morning"
    return act.verb is not None and not told_when and not any(bidden)


def _off_the_plane(scene: Scene) -> bool:
    """Whether somebody is only received on arrival, which is part of the visit: "was met at the airport by"."""
    greeted = scene.act.lemma in {"meet", "receive", "welcome", "greet"} and not scene.act.nominal
    return greeted and bool(_AIRPORT.match(scene.sentence.text, scene.act.trigger.idx))


def _learnt(scene: Scene) -> bool:
    """Whether what somebody received is a degree or a prize: "received a doctorate from the Oslo institute"."""
    objects = (c for c in scene.act.trigger.children if c.dep_ in {"dobj", "nsubjpass"})
    return scene.act.frame == "hosts" and any(c.lemma_.lower() in words("words", "degrees") for c in objects)


def _round_of(act: Act) -> bool:
    """Whether a round is one of something named beside it, which tells itself: "of talks", "of the election"."""
    return act.lemma == "round" and any(c.lower_ == "of" for c in act.trigger.children)


def _at_home(act: Act) -> bool:
    """Whether talks are an envoy's with his own ministry: "recalled its ambassador for consultations"."""
    noun = act.trigger
    above = verb_above(noun) if noun.dep_ == "pobj" and noun.head.lower_ == "for" else None
    return above is not None and act.lemma == "consultation" and above.lemma_.lower() in _recalling()


@kept
def _recalling() -> frozenset[str]:
    return frozenset().union(*map(split, triggers()["recall"]["verbs"].values()))


def _transitive(scene: Scene) -> bool:
    """Whether the object of an act's verb is whom it is done with."""
    return scene.act.lemma in _TRANSITIVE


def _private(scene: Scene) -> bool:
    """Whether one side is no state's: "talks with its creditor banks", "met Vietnam's business community"."""
    mates = mates_of(scene.act, objects=_transitive(scene))
    return bool(mates & words("words", "private")) or any(map(_of_the_clergy, scene.get("with", "obj")))


def _inner(scene: Scene) -> bool:
    """Whether a meeting is a cabinet's, a board's or a party's, and nobody is met there: "during a cabinet meeting"."""
    described = any(c.lower_ in words("words", "inner") for c in scene.act.trigger.children)
    return scene.act.nominal and described and not scene.get("with", "between")


def _of_the_clergy(actor: Actor) -> bool:
    """Whether somebody met is a monk or a priest of a rank: "the Chief Prelate of the Malwatta Chapter"."""
    return not words("words", "clergy").isdisjoint(f"{actor.office} {actor.name}".lower().split())
