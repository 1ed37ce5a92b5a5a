"""Missions: embassies, consulates and offices that open, close, move or change rank; whose, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.extract.actors import Actor, state
from tracker.extract.acts.draft import Draft, Scene, land, party, place_in
from tracker.extract.acts.idioms import told
from tracker.extract.acts.sides import doers, nearby, segment
from tracker.extract.lexicon import grammar
from tracker.extract.syntax import distance, subjects, token_at
from tracker.model import Place

_POST = re.compile(
    r"\b(?:embass(?:y|ies)|consulates?(?:[- ]general)?|consular (?:offices?|services|sections?|agenc(?:y|ies))"
    r"|high commissions?(?!er)|diplomatic (?:missions?|presence|operations|representations?|posts?)|legations?"
    r"|interests? sections?|representations?(?= in\b)|(?<=its )(?:outposts?|shingle)|(?<=s )outposts?(?= in\b)"
    r"|(?:liaison|representative|representation|trade(?: representative)?"
    r"|(?:trade|economic|culture|cultural|commercial) and \w+) offices?|nunciature|chancer(?:y|ies)(?! of (?:the|its) )"
    r"|(?:honorary |vice-?)consulship|(?:resident|permanent) (?:mission|delegation|representation)|mission(?= to\b)"
    r"|(?<=its )mission"
    r"|(?<=their )mission|(?<=s )offices?(?= in\b)|(?<=[shn] )office(?= in\b)"
    r"|(?<=its )\w+ office(?= in\b)|(?P<another>the one|that|those|another|one)(?= in [A-Z]))",
    re.I,
)
_CHANGES = {"opens": "opening", "reopens": "reopening", "closes": "closure", "moves": "relocation", "ranks": "upgrade"}
_SETS_TO = {"begin", "start", "commence"}
_WORK = re.compile(r"\b(?:doors?|gates?|work\w*|operations?|activit\w+|services?|mission|office)\b", re.I)
_JOURNEY = re.compile(r"\bmission to\b", re.I)
_LOWERS = {"downgrade", "lower", "reduce"}
_RANKS_TIES = re.compile(r"representation|diplomatic presence|relations|ties", re.I)
_OWNED = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}|\s+(?:[\w-]+\s+)?")
_OWNER_AFTER = re.compile(r"\s+of (?:the )?(?:Republic of |Kingdom of |State of )?")
_SITED = re.compile(r"\s+(?:(?:in|at|to)\s+)?(?:the\s+)?(?:city of\s+|capital,?\s+)?")
_UNFOUNDED = re.compile(r"\b(?:baseless|unfounded|groundless|untrue|false|no truth|fabricated|not true)\b", re.I)
_FOR_A_DAY = re.compile(
    r"\bhalf[- ]mast\b|\bholidays?\b|\b(?:Good Friday|Memorial Day|Christmas|New Year|Easter|Independence Day)\b"
    r"|\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b|\bo['’]clock\b|\b(?:opening|office|working) hours\b|\bopen day\b",
    re.I,
)
_IT = re.compile(r" (?:it|them)\b")
_THERE = re.compile(r"\b(?:embassy|consulate|mission|office) there\b")
_HERE = re.compile(r"\b(?:here|in this (?:city|capital|town|country))\b", re.I)
_ON_THE_WAY = re.compile(r"\b(?:to|from|for|via|of|with|by)\s(?:the\s)?(?:\w+ capital,? )?$", re.I)
_WHOSE = re.compile(r"(?:\b(?:its|their|his|her)|['’]s) $", re.I)
_TWO = 2  # states
_CITIES = {"city", "capital"}
_REACH = 5  # steps in the tree from the trigger to the post that it changes


def missions(scene: Scene) -> Iterator[Draft]:
    """An embassy or office opens, reopens, closes, moves or changes rank."""
    post = None if _no_change(scene) else _post(scene)
    if post is None or (scene.act.frame == "ranks" and _RANKS_TIES.search(post.group())):
        return
    if scene.act.frame == "trades":
        yield from _traded(scene)
        return
    sender, receiver = _sides(scene, post)
    subtype = "downgrade" if scene.act.lemma in _LOWERS else _CHANGES.get(scene.act.frame)
    where = place_in(receiver) if receiver else Place()
    yield Draft("mission", {"sender": sender, "receiver": receiver}, subtype=subtype, place=where)


def _no_change(scene: Scene) -> bool:
    """Whether nothing happens to a mission: a false report, a day off, a verb of something else, having none."""
    text = scene.sentence.text
    void = _UNFOUNDED.search(text) or _FOR_A_DAY.search(text) or _by_a_company(scene)
    return bool(void) or _elsewhere(scene) or _had_no_longer(scene)


def _by_a_company(scene: Scene) -> bool:
    """Whether a firm opens or shuts an office of its own: "a Maltese bank closed its representative office"."""
    doc = scene.sentence.doc
    return any(doc[i].lemma_.lower() in grammar("firms") for i in subjects(scene.act.governor))


def _sides(scene: Scene, post: re.Match[str]) -> tuple[list[Actor], list[Actor]]:
    """Whose the mission is, and with whom; a side that no word by it tells is who acts."""
    sender, receiver = _owner(scene, post), _location(scene, post)
    own = {party(a) for a in sender}
    receiver = [a for a in receiver if party(a) not in own]
    if sender and not receiver and scene.act.frame != "moves":
        receiver = [a for a in doers(scene, own, "subj", "by") if party(a)][:1]
    if receiver and not sender:
        sender = [a for a in doers(scene, {party(a) for a in receiver}, "subj", "by") if party(a)][:1]
    return sender, receiver


def _had_no_longer(scene: Scene) -> bool:
    """Whether a state's having a mission is over: "no longer has an embassy in Lima"."""
    return scene.act.lemma in {"have", "be"} and "no longer" in scene.sentence.text


def _traded(scene: Scene) -> Iterator[Draft]:
    """Two states give each other missions: one event with both (codebook §2)."""
    states = list(dict.fromkeys(a.country for a in nearby(scene) if a.country and a.surface != "city"))
    if len(states) == _TWO:
        yield Draft("mission", {"sender": [state(states[0])], "receiver": [state(states[1])]}, subtype="opening")


def _elsewhere(scene: Scene) -> bool:
    """Whether a verb of opening has an object that is no mission: "the mission opened a booth"."""
    if told(scene.act.trigger) or _pointed_at(scene):
        return False  # "cut the ribbon", "shut it"
    objects = [c for c in scene.act.governor.children if c.dep_ in {"dobj", "obj"}]
    text = " ".join(t.text for o in objects for t in o.subtree)
    if scene.act.nominal:
        text += " ".join(t.text for t in scene.act.trigger.subtree)  # "the closure of its embassy took nobody aback"
    if scene.act.lemma in _SETS_TO:
        return not _WORK.search(text) or bool(_JOURNEY.search(text))  # "the embassy began work"
    return bool(objects) and not (_POST.search(text) or _WORK.search(text))


def _post(scene: Scene) -> re.Match[str] | None:
    """The mission that the trigger changes: one with an owner first, then the nearest to it in the tree."""
    if (meant := _pointed_at(scene)) is not None:
        return meant
    start, end = segment(scene)
    found: list[tuple[bool, int, re.Match[str]]] = []
    for match in _posts(scene.sentence.text, start, end):
        steps, _ = distance(scene.act, token_at(scene.sentence.doc, match.start()))
        if steps <= _REACH or _same_phrase(scene, match):
            found.append((not _owner_beside(scene, match), steps, match))
    return min(found, key=lambda entry: entry[:2])[2] if found else None


def _pointed_at(scene: Scene) -> re.Match[str] | None:
    """The mission that a verb's "it" stands for: "shut its embassy in Oslo in 2016 and reopened it in May"."""
    trigger = scene.act.trigger
    named = [m for m in _POST.finditer(scene.sentence.text, 0, trigger.idx) if not m["another"]]
    return named[-1] if named and _IT.match(scene.sentence.text, trigger.idx + len(trigger)) else None


def _posts(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The missions named in a stretch; "the one in Dakar" only behind one that is named."""
    named = [m.start() for m in _POST.finditer(text) if not m["another"]]
    return (m for m in _POST.finditer(text, start, end) if not m["another"] or (named and named[0] < m.start()))


def _same_phrase(scene: Scene, post: re.Match[str]) -> bool:
    """Whether the trigger stands right beside the post, wherever the parser hung it: "the embassy shut"."""
    at = scene.act.trigger.idx
    return 0 <= at - post.end() <= 2 or 0 <= post.start() - at - len(scene.act.trigger) <= 2


def _owner_beside(scene: Scene, post: re.Match[str]) -> list[Actor]:
    """Whose a post is by the words around it: "Japan's embassy", "the Qatari embassy", "the embassy of Japan"."""
    text = scene.sentence.text
    lands = [a for a in scene.sentence.actors if a.country and a.surface != "city" and not _sites(text, a, post)]
    before = [a for a in lands if a.end <= post.start() and _describes(a, text[a.end : post.start()])]
    if before:
        return before[-1:]
    return [a for a in lands if a.start >= post.end() and _OWNER_AFTER.fullmatch(text[post.end() : a.start])][:1]


def _sites(text: str, actor: Actor, post: re.Match[str]) -> bool:
    """Whether a city before a post says where it stands: "Japan closed its Kabul embassy"."""
    return (
        actor.surface == "capital"
        and bool(_WHOSE.search(text[: actor.start]))
        and text[actor.end : post.start()] == " "
    )


def _describes(actor: Actor, gap: str) -> bool:
    """Whether a land stands for the owner of what follows: "Russian", "Qatar's reopened", "United States"."""
    if gap[:1] in {"'", "’"} or actor.surface == "demonym":
        return bool(_OWNED.fullmatch(gap))
    return gap == " "


def _owner(scene: Scene, post: re.Match[str]) -> list[Actor]:
    """Whose mission it is: told beside it, else the state that acts."""
    beside = _owner_beside(scene, post)
    if beside:
        return beside
    start, _ = segment(scene)
    if (
        re.search(r"\b(?:its|their|his|a|an|the) (?:\w+ ){0,2}$", scene.sentence.text[start : post.start()])
        or scene.act.frame == "opens"
    ):
        return [a for a in doers(scene, {party(a) for a in _location(scene, post)}, "subj", "by") if party(a)][:1]
    return [a for a in scene.get("subj", "by") if a.country and a.surface not in {"city", "capital"}][:1]


def _location(scene: Scene, post: re.Match[str]) -> list[Actor]:
    """Where a mission stands: "the embassy in Damascus", "Embassy Canberra"; of one that moves, the place it left."""
    text = scene.sentence.text
    lands = [a for a in nearby(scene) if land(a) and a.surface != "demonym"]
    left = [a for a in lands if re.search(r"\bfrom (?:the )?$", text[: a.start])]
    if scene.act.frame == "moves" and left:
        return left[:1]
    beside = [a for a in lands if _sites(text, a, post) or (a.start >= post.end() and _sited(text, post, a))]
    if scene.act.frame == "moves":
        beside = [a for a in beside if not re.search(r"\bto (?:the )?$", text[: a.start])]  # where it went
    if beside or scene.act.frame == "moves":
        return beside[:1]
    owner = {party(a) for a in _owner_beside(scene, post)}
    told_in = [a for a in scene.get("in", "at", "to") if land(a) and party(a) not in owner]
    return (told_in or _here(scene) or _in_town(text, lands, owner))[:1]


def _in_town(text: str, lands: list[Actor], owner: set[str | None]) -> list[Actor]:
    """The one city named that nobody goes to or comes from: "the plate at 9 Market Street, Suva, reads …"."""
    cities = [a for a in lands if a.surface in _CITIES and party(a) not in owner]
    return cities if len(cities) == 1 and not _ON_THE_WAY.search(text[: cities[0].start]) else []


def _here(scene: Scene) -> list[Actor]:
    """The city of the dateline, of what happens "here" or "in this city"; the land named last where it is "there"."""
    here, there = scene.sentence.here, scene.sentence.there
    if there is not None and _THERE.search(scene.sentence.text):
        return [there]
    if here is None or here.country is None or not _HERE.search(scene.sentence.text):
        return []
    return [replace(state(here.country), name=here.name or "", surface="city" if here.name else "country")]


def _sited(text: str, post: re.Match[str], actor: Actor) -> bool:
    """Whether nothing but "in" and the owner stands between a post and a land."""
    gap = re.sub(r"^\s+of (?:the )?(?:[A-Z]\S*\s?)+?(?=\s(?:in|at)\b)", "", text[post.end() : actor.start])
    return bool(_SITED.fullmatch(gap))
