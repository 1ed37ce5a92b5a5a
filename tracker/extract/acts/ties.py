"""Missions, agreements, recognition and rupture: what is opened, signed, recognised or severed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.extract.acts.draft import Draft, Scene, land, place_in, place_of
from tracker.extract.actors import Actor
from tracker.extract.lexicon import split, triggers
from tracker.model import PartyKind, Place

POST = re.compile(
    r"\b(embass(?:y|ies)|consulates?(?:[- ]general)?|high commissions?|diplomatic (?:missions?|presence|operations|representation)|liaison office|legation"
    r"|interests section|representative office|nunciature|chancery|mission to)\b",
    re.I,
)
_CHANGES = {"opens": "opening", "reopens": "reopening", "closes": "closure", "moves": "relocation", "ranks": "upgrade"}
_RELATIONS = re.compile(r"\b(?:diplomatic )?(?:relations|ties|links|recognition)\b", re.I)
PAPER = re.compile(
    r"\b(agreements?|treat(?:y|ies)|memorand(?:um|a|ums)|mous?|pacts?|accords?|protocols?|conventions?|communiqu[ée]s?|declarations?|joint statement|charter|compact"
    r"|contracts?|deals?|plan of cooperation|letters? of intent|instruments?|roadmap|memorandum of understanding|arrangements?|documents?|papers?)\b",
    re.I,
)


def missions(scene: Scene) -> Iterator[Draft]:
    """An embassy or office opens, reopens, closes, moves or changes rank."""
    posts = POST.search(_clause(scene))
    if not posts:
        return
    sender, receiver = _owner(scene), _location(scene)
    if sender and receiver and sender[0].country == receiver[0].country:
        receiver = [a for a in scene.clause if land(a) and a.country != sender[0].country and a.surface != "demonym"][:1]
    place = place_in(receiver) if receiver else Place()
    yield Draft("mission", {"sender": sender, "receiver": receiver}, subtype=_CHANGES.get(scene.act.frame), place=place)


def _clause(scene: Scene) -> str:
    return " ".join(t.text for t in scene.act.governor.subtree)


def _owner(scene: Scene) -> list[Actor]:
    """Whose embassy: "Japan's embassy", "the Qatari embassy", "the embassy of Japan", else the subject's."""
    text = scene.sentence.text
    post = POST.search(text)
    assert post or True
    for match in POST.finditer(text):
        before = [a for a in scene.sentence.actors if a.country and 0 <= match.start() - a.end <= 14 and _adjacent(text[a.end : match.start()])]
        if before:
            return before[-1:]
        after = [a for a in scene.sentence.actors if a.country and 0 <= a.start - match.end() <= 24 and re.match(r"\s+of (?:the )?$", text[match.end() : a.start])]
        if after:
            return after[:1]
    return [a for a in scene.get("subj", "by") if a.country and a.surface != "city"][:1]


def _adjacent(gap: str) -> bool:
    return bool(re.fullmatch(r"(?:['’]s?)?\s*(?:\w+\s+)?", gap))


def _location(scene: Scene) -> list[Actor]:
    text = scene.sentence.text
    for match in POST.finditer(text):
        near = [a for a in scene.sentence.actors if land(a) and re.match(r"\s+(?:in|at|to)\s+(?:the\s+|city of\s+|the city of\s+)?$", text[match.end() : a.start])]
        if near:
            return near[:1]
    if scene.act.frame == "moves":
        return []  # where it went to is no party
    return [a for a in scene.get("in", "to", "at") if land(a)][:1]


def agreements(scene: Scene) -> Iterator[Draft]:
    """A paper between governments is signed, initialled, ratified or ended."""
    text = _clause(scene)
    if not PAPER.search(text):
        return
    parties = [a for a in scene.get("subj", "with", "between", "by", "among", "mod", "poss", "alongside") if not (land(a) and a.surface == "city")]
    subtype = {"ends": "terminated"}.get(scene.act.frame) or ("ratified" if "ratif" in scene.act.trigger.lemma_.lower() else "signed")
    if len({a.country for a in parties if a.country}) < 2:
        parties += [a for a in scene.get("of", "obj") if a not in parties and a.country and a.surface != "city"]
    yield Draft("agreement", {"party": parties}, subtype=subtype, place=place_of(scene))


def recognitions(scene: Scene) -> Iterator[Draft]:
    """A state is recognised, or relations are established or restored."""
    if scene.act.frame == "recognises":
        subject = [a for a in scene.get("subj", "by") if a.country]
        target = [a for a in scene.get("obj", "of") if a.country and a.kind is PartyKind.COUNTRY and a.surface != "demonym"]
        if not target and re.search(r"\bas\b", scene.sentence.text):
            target = [a for a in scene.get("obj") if a.country]
        for recogniser in subject:
            yield Draft("recognition", {"recogniser": [recogniser], "recognised": target}, subtype="recognition")
        return
    if _RELATIONS.search(_clause(scene)) and "diplomatic" in scene.sentence.text.lower():
        parties = [a for a in scene.get("subj", "with", "between", "by", "of", "mod", "poss", "poss") if a.country and not (land(a) and a.surface == "city")]
        restored = scene.act.trigger.lemma_.lower() in {"restore", "resume", "restoration", "resumption", "re-establish", "reestablish", "renew", "normalise", "normalize"}
        yield Draft("recognition", {"party": parties}, subtype="restoration" if restored else "establishment")


def ruptures(scene: Scene) -> Iterator[Draft]:
    """Relations are severed, suspended or downgraded; one event for each initiator and target."""
    if not _RELATIONS.search(_clause(scene)):
        return
    targets = [a for a in scene.get("with", "to", "of") if a.country and a.kind is PartyKind.COUNTRY]
    initiators = [a for a in scene.get("subj", "by") if a.country]
    lemma = scene.act.trigger.lemma_.lower()
    subtype = "suspension" if lemma in {"suspend", "suspension", "freeze"} else "downgrade" if lemma in {"downgrade", "lower"} else "severance"
    for initiator in initiators or [None]:
        for target in targets or [None]:
            roles = {"initiator": [initiator] if initiator else [], "target": [target] if target else []}
            yield Draft("rupture", roles, subtype=subtype)


def relation_words() -> frozenset[str]:
    """The nouns that stand for relations between states."""
    return split(triggers()["relations"]["nouns"])
