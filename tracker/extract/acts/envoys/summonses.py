"""Envoys called in by the ministry of the state that they are sent to, or handed its protest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Scene, land, party, place_of
from tracker.extract.acts.envoys import who
from tracker.extract.acts.sides import doers, is_envoy, listed_with, nearby, segment
from tracker.extract.lexicon import grammar
from tracker.model import PartyKind

_PROTEST = re.compile(r"protest|complaint|d[ée]marche|\bnote\b|note verbale|displeasure|representations?\b", re.I)
_REPROACH = re.compile(
    r"protest|d[ée]marche|note verbale|\bnote\b|displeasure|representations?\b|complaint|dressing[- ]down|reprimand"
    r"|rebuke|tongue-lashing|scolding|talking-to|lecture|explanations?|objections?",
    re.I,
)
_MINISTRY = re.compile(
    r"ministry|foreign minister|\bin to\b|foreign office|department of (?:state|foreign)|\bcarpet\b"
    r"|\bchancell[eo]ry\b|\bpalace\b",
    re.I,
)
_SUMMONED_HOME = re.compile(r"\b(?:summon|call)\w* (?:\S+ ){0,5}(?:home|back|for (?:\w+ )?consultations?)\b")
_HAD_IN = re.compile(
    r"ha[sd]\b (?:\S+ ){1,8}?(?:(?:before|in front of) (?:him|her|them|the)\b|in\b)(?=[.,;]| (?:on|for|over|to|at"
    r"|last|this|yesterday|today)\b)",
    re.I,
)
_HOUSE = r"(?:ministry|foreign office|foreign minister|chancell[eo]ry|state department|palace)"
_PHRASES = {
    "sends_for": re.compile(r"\b(?:sent|sends?|sending) (?:\w+ly )?for\b", re.I),
    "asks_in": re.compile(
        r"(?:ask|bid|bade|order|come|came|told|tell|request|requir|direct|instruct|escort|march|walk|drag|usher|fetch"
        r"|beckon|hauled|haled|trot|troop|climb|br(?:ing|ought))\w*"
        rf" (?:\S+ ){{0,9}}?(?:(?:to|into|in|at|before|of) (?:\S+ ){{0,3}}?{_HOUSE}|in\b(?=[.,;]| (?:for|to|on|over"
        rf"|at)\b))"
        r"|(?:ma[dk]e|oblig|forc|compel|ha[sd]|have|had|g[eo]t)\w* (?:\S+ ){0,5}?(?:to )?(?:appear|climb|come|go"
        r"|report|present"
        rf"|explain|answer|account|listen|walk|march|hear|attend|call|turn up|show up)\b (?:\S+ ){{0,9}}?{_HOUSE}"
        rf"|(?:appear|report|show)\w* (?:up |himself |herself )?(?:\S+ )?(?:at|in|before|to) (?:\S+ ){{0,3}}?{_HOUSE}"
        r"(?= (?:\S+ ){0,6}?(?:to (?:hear|explain|answer|receive|listen|account|be)|as (?:ordered|bidden|told)"
        r"|on (?:\w+ )?orders))",
        re.I,
    ),
}
"""What a common verb must go with, from the verb on, for an envoy to be called in."""
_DRESSED_DOWN = re.compile(r"(?:dress\w* down|tick\w* off|tell\w* off|told off|dress\w* (?:\S+ ){1,6}?down)\b", re.I)
_VESSELS = {"note", "letter", "message", "verbale", "down", "talking", "lashing"}
_PHRASAL = {"dress", "tick"}
_PROTESTING = {"protest", "complain", "remonstrate"}
_GETTING = {"receive", "get"}
_HEARING = {"hear", "listen", "have", "explain", "account", "justify", "answer", "stand", "leave", "sit"}


def summonses(scene: Scene) -> Iterator[Draft]:
    """A foreign ministry summons an envoy."""
    if not _told(scene):
        return
    envoys = _summoned(scene)
    own = {party(a) for a in envoys}
    own |= listed_with(scene, own)
    by_their_own = any(party(a) in own - {None} for a in scene.get("subj", "by") if not is_envoy(a))
    if envoys and not by_their_own and not who.sent_for_own(scene, envoys):
        summoned = [replace(a, post=None) for a in envoys]
        yield Draft(
            "summons", {"summoner": _summoners(scene, envoys, own), "summoned": summoned}, place=place_of(scene)
        )


def _told(scene: Scene) -> bool:
    """Whether a ministry and no court summons, and nobody home.

    "sent" needs its "for", "had" its "in", "asked" and "called" a ministry, "handed" a protest.
    """
    text, at = scene.sentence.text, scene.act.trigger.idx
    before = text[segment(scene)[0] : at]
    if who.by_no_state(scene) or _SUMMONED_HOME.match(text, at) or who.to_their_capital(scene):
        return False
    match scene.act.frame:
        case "sends_for" | "asks_in" as frame:
            return bool(_PHRASES[frame].match(text, at))
        case "has_in":
            ministry = any(land(a) for a in scene.get("subj")) or _MINISTRY.search(before)
            return bool(ministry and _HAD_IN.match(text, at))
        case "hears" | "rebukes":
            return _spoken_to(scene)
        case "reproaches":
            return _of_a_reproach(scene)
    cue = _PROTEST if scene.act.lemma in grammar("protesting") else _MINISTRY
    return scene.act.frame != "summons_weak" or bool(cue.search(text))


def _spoken_to(scene: Scene) -> bool:
    """Whether a ministry or a state tells an envoy its mind: "read her the riot act", "dressed him down"."""
    text = scene.sentence.text
    if scene.act.frame == "hears":
        return bool(re.search(r"\bminister", text) or _MINISTRY.search(text)) or who.acts_as_state(scene)
    whole = scene.act.lemma not in _PHRASAL or _DRESSED_DOWN.match(text, scene.act.trigger.idx)
    return bool(whole and _reproved(scene))


def _of_a_reproach(scene: Scene) -> bool:
    """Whether what is made, given or received is a protest: "made representations to", "got a dressing-down"."""
    if scene.act.lemma in _PROTESTING:
        return bool(_reproved(scene))
    if scene.act.lemma in _GETTING and not any(is_envoy(a) for a in scene.get("subj")):
        return False
    things = [c for c in scene.act.governor.children if c.dep_ in {"dobj", "nsubjpass"}]
    return any(_REPROACH.match(t.text) or (t.lower_ in _VESSELS and _REPROACH.search(_phrase(t))) for t in things)


def _phrase(noun: Token) -> str:
    """A noun with what stands before and behind it: "a dressing-down", "a letter of protest"."""
    return " ".join(t.text for t in noun.subtree)


def _reproved(scene: Scene) -> list[Actor]:
    """The envoys whom officials of another state speak to so, and not those whom they only speak of."""
    officials = scene.act.passive or any(party(a) or a.office for a in scene.get("subj") if not is_envoy(a))
    return [a for a in scene.get("obj", "to", "dative", "with") if is_envoy(a)] if officials else []


def _summoned(scene: Scene) -> list[Actor]:
    """The envoys called in, or those who got a protest; else the embassy that it was sent to."""
    text, at = scene.sentence.text, scene.act.trigger.idx
    got = scene.act.lemma in _GETTING | _HEARING
    told = ("from", "of", "obj", "clause") if _hears(scene) else ()
    slots = ("subj" if got else "obj", "to", "dative", "with", "for", *told)
    envoys = [a for a in scene.get(*slots) if is_envoy(a)]
    if scene.act.frame == "reproaches" or scene.act.lemma in grammar("protesting"):
        behind = [a for a in nearby(scene) if a.start > at]
        embassy = [a for a in behind if a.country and re.match(r"(?:['’]s)? embassy\b", text[a.end :])]
        envoys = envoys or [a for a in behind if is_envoy(a)] or embassy[:1]
    elif not _hears(scene):
        envoys = envoys or who.envoys(scene, "obj")
    return [a for a in envoys if text[a.end : a.end + 2] not in who.POSSESSIVE]


def _hears(scene: Scene) -> bool:
    """Whether a phrase tells what an envoy got to hear: "was read the riot act at the ministry"."""
    return scene.act.frame == "hears"


def _summoners(scene: Scene, envoys: Sequence[Actor], own: set[str | None]) -> list[Actor]:
    """Whoever acts, else the envoys' post, else the last land beside that is not theirs."""
    found = doers(scene, own, "subj", "by")
    if any(party(a) for a in found):
        return found
    lands = [a for a in nearby(scene) if party(a) and party(a) not in own and _of_a_ministry(a)]
    return [*who.post(envoys), *found] or lands[-1:]


def _of_a_ministry(actor: Actor) -> bool:
    """Whether an actor can be who summons: a land, or a ministry told as the place: "at the Zambian ministry"."""
    place = land(actor) and actor.surface in {"capital", "country"}
    return place or (actor.kind is PartyKind.COUNTRY and actor.group and "ministry" in actor.office.lower())
