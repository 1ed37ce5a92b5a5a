"""Envoys by whom a state protests: recalled, expelled, summoned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Scene, land, party, place_of
from tracker.extract.acts.envoys import who
from tracker.extract.acts.sides import ENVOY, doers, is_envoy, listed_with, nearby, segment
from tracker.extract.lexicon import grammar
from tracker.model import PartyKind

_HOME = re.compile(
    r"\b(?:home|back|recall\w*|withdr\w+|for (?:urgent )?consultations?|told to pack|(?:to|must) pack"
    r"|from (?:its|his|her|the) post)\b",
    re.I,
)
_LEAVE = re.compile(
    r"persona(?:e)? non grata|(?:hours|days|weeks?|months?) (?:in which )?to (?:leave|quit|pack|get out|go"
    r"|depart)|to leave (?:\S+ ){0,3}?(?:country|within|by|in)?"
    r"|order\w* (?:\S+ ){0,7}?(?:out|to leave)|(?:throw|threw|thrown|kick(?:ed|s|ing)?|boot(?:ed|s)?|turfed"
    r"|driven|forced) (?:\S+ ){0,7}?out\b|expel|expuls"
    r"|told to (?:leave|pack|go)|deport|sen[dt]s? (?:\S+ ){0,7}?(?:packing|home)|oust|eject|no longer welcome|unwelcome"
    r"|(?:given|gave|had|has) (?:\S+ ){0,4}?(?:hours|days|a week)|must (?:leave|pack|go)"
    r"|show\w* (?:\S+ ){0,6}?the door|ordering (?:\S+ ){0,7}?to leave",
    re.I,
)
_PROTEST = re.compile(r"protest|d[ée]marche|\bnote\b|note verbale|displeasure", re.I)
SENT_FOR = re.compile(r"\b(?:sent|sends?|sending) (?:\w+ly )?for\b", re.I)
"""That an envoy is called in, and not sent out."""
_MINISTRY = re.compile(r"ministry|\bin to\b|foreign office|department of (?:state|foreign)", re.I)
_HANDS_OVER = {"hand", "lodge", "deliver", "present"}
_OUTRIGHT = {"expel", "deport", "oust", "eject"}
_SUMMONED_HOME = re.compile(r"\bsummon\w* (?:\S+ ){0,5}(?:home|back)\b")
_NO_STATE = re.compile(
    r"\b(?:courts?|tribunal|judges?|prosecutors?|parliament|committee|referee|coach|police|club)\b", re.I
)


def recalls(scene: Scene) -> Iterator[Draft]:
    """The sending state calls its envoy home."""
    start, end = segment(scene)
    text = scene.sentence.text[start:end]
    if not _HOME.search(text) or re.search(r"persona(?:e)? non grata|\brecalled (?:how|that)\b", text, re.I):
        return
    if _of_others(scene.act.trigger) or (scene.act.frame == "calls_home" and not _homeward(scene)):
        return
    slots = ("obj", "of", "mod", "poss") if scene.act.frame != "told" else ("subj", "obj")
    envoys = [a for a in who.envoys(scene, *slots) if a not in scene.get("subj") or scene.act.frame == "told"]
    if not envoys:
        return
    envoy = envoys[0]
    own, post = _own_and_post(envoy, scene)
    subject = [a for a in doers(scene, {post}, "subj", "by") if a.country and own in {None, a.country}]
    sender = own or next((a.country for a in subject), None)
    posts = [post] if post else [a.country for a in scene.get("from", "to", "in") if land(a) and a.country != sender]
    subtype = "consultation" if "consult" in scene.sentence.text.lower() else "withdrawal"
    sent = replace(envoy, country=sender, post=post)
    yield Draft(
        "recall",
        {"sender": [sent, *subject], "receiver": [who.of_state(p)[0] for p in posts[:1] if p]},
        subtype=subtype,
    )


def _own_and_post(envoy: Actor, scene: Scene) -> tuple[str | None, str | None]:
    """Whose envoy it is and where he serves: "its envoys from Paris" there, "their ambassadors" are the subjects'."""
    said = scene.sentence.text[envoy.start : envoy.end]
    if envoy.possessor and envoy.country and re.search(r"\bfrom\b", said):
        return None, envoy.country
    return (None if envoy.possessor == "their" else envoy.country), envoy.post


def _homeward(scene: Scene) -> bool:
    """Whether "called", "brought" or "ordered" goes with "home": "called its envoy home", "brought him back"."""
    verb = scene.act.trigger
    start, end = verb.idx, verb.idx + 110
    return bool(re.search(r"\b(?:home|back|for (?:\w+ )?consultations?|pack)\b", scene.sentence.text[start:end], re.I))


def _of_others(trigger: Token) -> bool:
    """Whether it is done to people whom no state accredits: "the expulsion of refugees", "withdrew its troops"."""
    done_to = [c for c in trigger.children if c.dep_ in {"dobj", "obj", "nsubjpass"}]
    done_to += [c for of in trigger.children if of.lower_ == "of" for c in of.children]
    return any(token.lemma_.lower() in grammar("no_envoys") for token in done_to)


def expulsions(scene: Scene) -> Iterator[Draft]:
    """The receiving state expels diplomats."""
    start, end = segment(scene)
    if not _LEAVE.search(scene.sentence.text[start:end]) or _of_others(scene.act.trigger):
        return
    outright = scene.act.lemma in _OUTRIGHT
    targets = _expelled(scene, outright=outright)
    diplomats = ENVOY.search(scene.sentence.text) or any(a.surface == "demonym" for a in targets)
    if not targets or not diplomats or (not outright and _called_home(scene)):
        return
    told = {party(a) for a in targets}
    around = [a for a in scene.get("in", "from") if land(a) and party(a) not in told]
    expellers = doers(scene, told, "subj", "by") or around or who.post(targets)
    expelled = [who.nameless(a) if a.group else replace(a, post=None) for a in targets]
    yield Draft("expulsion", {"expeller": expellers, "expelled": expelled})


def _expelled(scene: Scene, *, outright: bool) -> list[Actor]:
    """The diplomats or nationals sent away; "expelled its diplomats" can only mean the other's."""
    objects = scene.get("obj", "to", "dative", "of", "as", "mod", "poss")
    targets = [a for a in objects if (is_envoy(a) or a.surface == "demonym" or _guest(a)) and party(a)]
    targets = [a for a in targets if (outright or not a.possessor) and a not in scene.get("subj")]
    return targets or [a for a in nearby(scene) if is_envoy(a) and party(a) and not a.possessor]


def _called_home(scene: Scene) -> bool:
    """Whether a state sends for its own envoy: that is a recall."""
    own = any(a.possessor and is_envoy(a) for a in scene.get("obj"))
    return own and bool(re.search(r"\bhome\b", scene.sentence.text))


def _guest(actor: Actor) -> bool:
    return actor.kind is PartyKind.PERSON and bool(actor.post)


def summonses(scene: Scene) -> Iterator[Draft]:
    """A foreign ministry summons an envoy."""
    if not _is_summons(scene):
        return
    text = scene.sentence.text
    envoys = [a for a in scene.get("obj", "to", "dative", "with", "for") if is_envoy(a)] or who.envoys(scene, "obj")
    envoys = [a for a in envoys if text[a.end : a.end + 2] not in who.POSSESSIVE]
    own = {party(a) for a in envoys}
    own |= listed_with(scene, own)
    by_their_own = any(party(a) in own - {None} for a in scene.get("subj", "by") if not is_envoy(a))
    if envoys and not by_their_own:
        summoned = [replace(a, post=None) for a in envoys]
        yield Draft(
            "summons", {"summoner": _summoners(scene, envoys, own), "summoned": summoned}, place=place_of(scene)
        )


def _is_summons(scene: Scene) -> bool:
    """Whether a ministry and no court summons, and nobody home.

    "sent" needs its "for", "handed" a protest, "called" a ministry.
    """
    text, at = scene.sentence.text, scene.act.trigger.idx
    if scene.act.frame == "sends_for" and not SENT_FOR.match(text, at):
        return False
    cue = _PROTEST if scene.act.lemma in _HANDS_OVER else _MINISTRY
    if scene.act.frame == "summons_weak" and not cue.search(text):
        return False
    return not (_NO_STATE.search(text[segment(scene)[0] : at]) or _SUMMONED_HOME.search(text))


def _summoners(scene: Scene, envoys: Sequence[Actor], own: set[str | None]) -> list[Actor]:
    """Whoever acts, else the envoys' post, else the last land beside that is not theirs."""
    found = doers(scene, own, "subj", "by")
    if any(party(a) for a in found):
        return found
    lands = [a for a in nearby(scene) if land(a) and party(a) not in own and a.surface in {"capital", "country"}]
    return [*who.post(envoys), *found] or lands[-1:]
