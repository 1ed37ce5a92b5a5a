"""Calls: who talks to whom at a distance, and who writes to whom."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.extract.actors import Actor
from tracker.extract.acts.channels import channel_of
from tracker.extract.acts.draft import Draft, Scene, mere_place, party, place_of
from tracker.extract.acts.idioms import BEHIND
from tracker.extract.acts.letters import letters
from tracker.extract.acts.sides import owner
from tracker.extract.acts.talks import WITH, apart, of_two_sides, without_counterparts
from tracker.extract.lexicon import event_nouns
from tracker.extract.syntax import Act, has_child, is_verb
from tracker.model import PartyKind

_SPOKEN_WITH = tuple(slot for slot in WITH if slot not in {"of", "on", "from"})  # "spoke of Libyan oil"
_TOLD_BY_PHONE = {"say", "tell", "reach", "contact", "interview", "ask", "add", "quote"}  # an interview is no call


def calls(scene: Scene) -> Iterator[Draft]:
    """A call of all who take part, or a letter from one side to the other."""
    if _of_credence(scene.act):
        return
    if scene.act.frame == "letters":
        yield from letters(scene)
    elif scene.act.frame == BEHIND:
        yield from _on_the_line(scene)
    elif any(child.lower_ == "courtesy" for child in scene.act.trigger.children):
        yield from _courtesy_call(scene)
    elif not (_told_by_phone(scene) or _appeals(scene)):
        yield from _call(scene)


def _of_credence(act: Act) -> bool:
    """Whether the letters are an envoy's credentials, which tell themselves."""
    return any(c.lower_ == "of" and t.lemma_ == "credence" for c in act.trigger.children for t in c.children)


def _call(scene: Scene) -> Iterator[Draft]:
    weak = scene.act.frame == "calls_weak"
    if weak and (_to_an_audience(scene.act) or _to_nobody(scene)):
        return
    mates = _SPOKEN_WITH if weak else WITH
    people = [a for a in scene.get("subj", "obj", *mates, "mod", "poss") if not mere_place(a)] + _also_done_to(scene)
    people += owner(scene) if scene.act.nominal and not scene.get("subj") else []
    if scene.act.frame == "channel" and scene.act.verb is None:
        people = _everybody(scene)
    if weak and not scene.get("with", "to", "obj") and len({party(a) for a in people}) < 2:
        return
    everyone = without_counterparts(people)
    yield from apart(Draft("call", {"participant": everyone}, subtype=channel_of(scene) or "phone", weak=weak), scene)


def _to_an_audience(act: Act) -> bool:
    """Whether somebody only speaks at a gathering: "speaking to the Interim Committee meeting"."""
    heard = (c for part in act.trigger.children if part.lower_ == "to" for c in part.children)
    return any(c.lemma_.lower() in event_nouns() for c in heard)


def _to_nobody(scene: Scene) -> bool:
    """Whether somebody speaks and nobody is spoken to: "was speaking after a meeting of EC ministers"."""
    alone = scene.act.lemma == "speak" and not scene.get("with", "to") and len(scene.get("subj")) < 2
    return alone and not channel_of(scene)


def _also_done_to(scene: Scene) -> list[Actor]:
    """Whoever the verb joined to a call has for an object: "called and congratulated Castro"."""
    if scene.act.nominal or scene.get("obj", "with", "to"):
        return []
    objects = {c.idx for verb in scene.act.trigger.conjuncts for c in verb.children if c.dep_ == "dobj"}
    return [a for a in scene.sentence.actors if any(a.start <= at < a.end for at in objects)]


def _told_by_phone(scene: Scene) -> bool:
    """Whether somebody was only quoted or reached by phone."""
    verb = scene.act.verb
    if scene.act.frame != "channel" or verb is None:
        return scene.act.frame == "channel" and not _between_two(scene)
    spoken_to = verb.lemma_ in {"reach", "contact"} and not scene.act.passive and bool(of_two_sides(scene))
    return verb.lemma_.lower() in _TOLD_BY_PHONE and not spoken_to


def _between_two(scene: Scene) -> bool:
    """Whether a line without a verb says who talked: "Gil and Paz, 35 minutes by telephone"."""
    return not any(is_verb(t) for t in scene.sentence.doc) and len({party(a) for a in _everybody(scene)}) > 1


def _everybody(scene: Scene) -> list[Actor]:
    return [a for a in scene.sentence.actors if a.kind is PartyKind.PERSON and party(a)]


def _on_the_line(scene: Scene) -> Iterator[Draft]:
    """A call told by a phrase: "got through to", "picked up the telephone to"."""
    if people := of_two_sides(scene):
        yield Draft("call", {"participant": people}, subtype=channel_of(scene) or "phone", weak=True)


def _appeals(scene: Scene) -> bool:
    """Whether somebody was asked for something, or written off: "called on Libya to release the crew"."""
    if scene.act.lemma in {"write", "ring"}:
        return has_child(scene.act.trigger, {"prt", "advmod"}, {"off", "down", "hollow"})
    return scene.act.lemma == "call" and not scene.act.nominal and bool(scene.get("on", "upon"))


def _courtesy_call(scene: Scene) -> Iterator[Draft]:
    people = [a for a in scene.get("subj", "on", "to", "by", "mod", "poss", "of") if not mere_place(a)]
    yield Draft("meeting", {"participant": people}, place=place_of(scene))
