"""Agreements, recognition and rupture: what is signed, recognised or severed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Scene, land, mere_place, of_a_thing, party, place_of
from tracker.extract.acts.sides import doers, is_envoy, nearby, segment
from tracker.extract.lexicon import split, triggers
from tracker.extract.syntax import clausal
from tracker.model import PartyKind

PAPER = re.compile(
    r"\b(agreements?|treat(?:y|ies)|memorand(?:um|a|ums)|mous?|pacts?|accords?|protocols?|conventions?"
    r"|communiqu[ée]s?|declarations?|joint statement|charter|compact"
    r"|contracts?|deals?|plan of cooperation|programme of cooperation|letters? of intent|instruments?|roadmap"
    r"|arrangements?|documents?|papers?)\b",
    re.I,
)
_RELATIONS = re.compile(r"\b(?:relations|relationship|ties|links|recognition|(?:diplomatic )?representation)\b", re.I)
_THEM = re.compile(
    r"\b(?:sever|broke|broken|break|cut|suspend|restor|resum|re-?establish|renew|establish)\w* (?:off )?them\b", re.I
)
_TIES = re.compile(r"\b(?:diplomatic relations|relations|ties|links)\b", re.I)
_NAMES = re.compile(
    r"\b(?:put|puts|putting|set|affix\w*|placed) (?:\S+ ){0,4}?(?:names?|signatures?|initials?|pens?|hands?|seals?)\b",
    re.I,
)
_NOTES = re.compile(
    r"\b(?:instruments?|notes?|letters?|documents?|copies|copy|texts?|agreements?|memorand\w+|contracts?)\b", re.I
)
_NONE = re.compile(r"\bno (?:\w+ ){0,2}(?:agreement|treaty|pact|deal|memorandum|accord)", re.I)
_PRIVATE = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|banks?|corporation|consortium|universit(?:y|ies)|airlines?|clubs?|businesses"
    r"|retailers?|manufacturers?|corp|inc|ltd|plc)\b|<[A-Z]+(?:\.[A-Z]+)?>",
    re.I,
)
_ESTABLISHING = re.compile(
    r"\b(?:on|establishing|restoring|re-?establishing|normali[sz]ing|resuming)\b (?:the )?(?:(?:establishment"
    r"|restoration|resumption|normali[sz]ation) of )?(?:full )?(?:diplomatic )?(?:relations|ties)",
    re.I,
)
_ANNIVERSARY = re.compile(r"\b(?:anniversar|years? (?:of|since|after|ago)|jubilee|occasion of)", re.I)
_EACH = re.compile(
    r"\b(?:each|all|both|the (?:two|three|four|five)) (?:of them|of these|countries|states|governments)?", re.I
)
_TAKEN_UP = re.compile(r"\b(?:(?:took|take|taken) up|establish\w*) (?:\w+ )?(?:relations|ties)", re.I)
_RENEWED = re.compile(r"\b(?:again|once more|anew)\b", re.I)
_DROPS = {"drop", "ditch", "abandon", "lose", "switch"}
CONTESTED = {"TWN", "XKX", "ESH"}  # states that some recognise and some do not: to drop one is to withdraw recognition
_MERIT = re.compile(r"['’]s?\s|,? as (?:an?|the|its|one)\b| for\b")
_STATEHOOD = re.compile(
    r"['’,]?s? (?:[\w-]+ ){0,6}(?:independence|sovereign\w*|statehood|governments?|leaders?|president|authorit\w+"
    r"|council|states?|nation|country|rulers?|republic|independent)\b",
    re.I,
)
_ENDS_RECOGNITION = {"withdraw", "rescind", "revoke", "switch", "drop", "ditch"}


def agreements(scene: Scene) -> Iterator[Draft]:
    """A paper between governments is signed, initialled, ratified or ended."""
    if not _on_paper(scene) or _private(scene):
        return
    slots = ("subj", "with", "between", "by", "among", "mod", "poss", "alongside")
    parties = [a for a in scene.get(*slots) if not mere_place(a)]
    told = {party(a) for a in parties if party(a)}
    if len(told) < 2:
        parties += [a for a in _actors_around(scene) if a not in parties]
    subtype = {"ends": "terminated"}.get(scene.act.frame) or (
        "ratified" if "ratif" in scene.act.trigger.lemma_.lower() else "signed"
    )
    yield Draft("agreement", {"party": parties}, subtype=subtype, place=place_of(scene))
    start, end = segment(scene)
    if subtype == "signed" and _ESTABLISHING.search(scene.sentence.text[start:end]):
        yield Draft("recognition", {"party": list(parties)}, subtype="establishment", place=place_of(scene))


def _on_paper(scene: Scene) -> bool:
    """Whether what is signed, exchanged or ended is a paper of states."""
    start, end = segment(scene)
    text = scene.sentence.text[start:end]
    if not PAPER.search(text) or _NONE.search(text):
        return False
    lemma = scene.act.trigger.lemma_.lower()
    if lemma in {"put", "set", "affix", "place"}:
        return bool(_NAMES.search(text))
    if lemma == "exchange":
        return bool(_NOTES.search(_object(scene)))
    if scene.act.frame == "ends":
        return bool(PAPER.search(_object(scene)))
    return True


def _object(scene: Scene) -> str:
    """The words that hang on the trigger, and those it hangs on."""
    governor = scene.act.governor
    apart = {t.i for child in governor.children if child.dep_ == "advcl" for t in child.subtree}
    return " ".join(t.text for t in (*governor.subtree, governor.head) if t.i not in apart)


def _private(scene: Scene) -> bool:
    """Whether companies or clubs act and no official or state is said to."""
    start, end = segment(scene)
    return bool(_PRIVATE.search(scene.sentence.text[start:end])) and not any(
        a.office and not a.group for a in nearby(scene)
    )


def _actors_around(scene: Scene) -> list[Actor]:
    """Those of the segment that no preposition makes a mere place."""
    text = scene.sentence.text
    return [
        a
        for a in nearby(scene)
        if party(a)
        and not mere_place(a)
        and not (land(a) and re.search(r"\b(?:in|at|from|near)\s+(?:the\s+)?$", text[: a.start]))
    ]


_AS_RULER = re.compile(
    r"\bas (?:the |an? |its )?(?:\w+ )?(?:legitimate|rightful|lawful|interim|independent"
    r"|sovereign|president|leader|head|ruler|government|state)\b",
    re.I,
)


def recognitions(scene: Scene) -> Iterator[Draft]:
    """A state is recognised, or relations are established or restored."""
    if scene.act.trigger.dep_ == "amod":  # "internationally recognised rights"
        return
    if scene.act.frame == "recognises":
        yield from _recognised(scene)
        return
    start, end = segment(scene)
    text = scene.sentence.text[start:end]
    if _private(scene) or not _takes_up_ties(scene, text):
        return
    parties = [a for a in scene.get("subj", "with", "between", "by", "of", "mod", "poss") if party(a)]
    parties = [a for a in parties if not mere_place(a)]
    if len({party(a) for a in parties}) < 2:
        parties += [a for a in _actors_around(scene) if a not in parties and a.start < a.end]
    subtype = "restoration" if _RENEWED.search(text) else _subtype(scene) or "establishment"
    yield Draft("recognition", {"party": parties}, subtype=subtype)


def _takes_up_ties(scene: Scene, text: str) -> bool:
    """Whether what is established or restored is relations of states, and no anniversary of that is told."""
    pointed_at = _them(scene)
    if _ANNIVERSARY.search(text) or not (pointed_at or _TIES.search(_object(scene))):
        return False
    diplomatic = "diplomatic" in text.lower() or bool(_TAKEN_UP.search(text))
    return diplomatic or pointed_at or _subtype(scene) == "restoration"


def _recognised(scene: Scene) -> Iterator[Draft]:
    target = [
        a for a in scene.get("obj", "of", "as") if a.country and a.kind is PartyKind.COUNTRY and a.surface != "demonym"
    ]
    if any(_honoured(scene, a) for a in target):
        return
    if not target and _AS_RULER.search(scene.sentence.text):
        target = [a for a in scene.get("obj") if a.country]
    if not target and (of_a_thing(scene) or clausal(scene.act)):  # "recognised that …", "recognising its potential"
        return
    own = {party(a) for a in target}
    subject = [a for a in scene.get("subj", "by") if a.country and party(a) not in own]
    if _EACH.search(scene.sentence.text[: scene.act.trigger.idx]):
        subject = [
            a
            for a in scene.sentence.actors
            if a.surface == "country" and a.end <= scene.act.trigger.idx and party(a) not in own
        ]
    if subject:
        yield Draft("recognition", {"recogniser": subject, "recognised": target}, subtype="recognition")


def _honoured(scene: Scene, country: Actor) -> bool:
    """Whether something of a country's, or its merit, is meant: "recognised Norway's efforts", "Chad as a friend"."""
    behind = scene.sentence.text[country.end :]
    return bool(_MERIT.match(behind)) and not _STATEHOOD.match(behind)


def ruptures(scene: Scene) -> Iterator[Draft]:
    """Relations are severed, suspended or downgraded, or recognition is withdrawn."""
    if scene.act.lemma == "switch":
        yield from _switched(scene)
    elif scene.act.lemma in _DROPS and (dropped := _contested(scene)):
        yield from _dropped(scene, dropped)
    elif _breaks_ties(scene):
        initiators, targets = _severed(scene)
        yield Draft("rupture", {"initiator": initiators, "target": targets}, subtype=_subtype(scene) or "severance")


def _subtype(scene: Scene) -> str | None:
    """What the trigger itself says of how relations are taken up or broken."""
    told: dict[str, str] = triggers()[scene.act.kind]["subtypes"]
    return next((name for name, lemmas in told.items() if scene.act.lemma in split(lemmas)), None)


def _breaks_ties(scene: Scene) -> bool:
    """Whether what is severed or withdrawn is relations or recognition of states."""
    if _private(scene) or scene.act.lemma == "lose":
        return False
    told = _object(scene)
    if scene.act.lemma in _ENDS_RECOGNITION and not re.search(r"recognition|relations|ties", told, re.I):
        return False
    return bool(_RELATIONS.search(told)) or _broke_with(scene) or _them(scene)


def _severed(scene: Scene) -> tuple[list[Actor], list[Actor]]:
    """Who breaks, and with whom."""
    between = [a for a in scene.get("between") if party(a)] or _between(scene)
    if between and not scene.get("by"):
        return between[:1], between[1:]
    countries = (a for a in scene.get("with", "to", "of", "in", "from") if a.country and a.kind is PartyKind.COUNTRY)
    targets = [a for a in countries if not mere_place(a)]
    initiators = [a for a in doers(scene, {party(a) for a in targets}, "subj", "by") if party(a)]
    return initiators, targets or _counterparts(scene, initiators)


def _contested(scene: Scene) -> list[Actor]:
    """A state whose recognition is in dispute, as the one dropped or, of "lost", the loser."""
    slot = "subj" if scene.act.trigger.lemma_.lower() == "lose" else "obj"
    return [a for a in scene.get(slot) if a.country in CONTESTED and a.kind is PartyKind.COUNTRY][:1]


def _dropped(scene: Scene, dropped: list[Actor]) -> Iterator[Draft]:
    """ "Costa Rica dropped Taiwan for Beijing", "Taipei lost Panama": recognition is meant where no word says so."""
    lost = scene.act.trigger.lemma_.lower() == "lose"
    others = [
        a
        for a in (scene.get("obj") if lost else doers(scene, {party(dropped[0])}, "subj", "by"))
        if a.country and land(a)
    ]
    if others:
        yield Draft("rupture", {"initiator": others, "target": dropped}, subtype="severance")
    joined = [a for a in scene.get("for") if land(a) and a.country not in CONTESTED]
    if others and joined and not lost:
        yield Draft("recognition", {"party": [*others, *joined]}, subtype="establishment")


def _broke_with(scene: Scene) -> bool:
    """ "broke with Taipei" needs no word for the relations where both are states."""
    after = scene.sentence.text[scene.act.trigger.idx :]
    return (
        scene.act.trigger.lemma_.lower() in {"break", "derecognise", "derecognize"}
        and bool(re.match(r"\w+ (?:off )?with\b|derecogni", after))
        and any(a.surface in {"country", "capital"} for a in scene.get("with", "obj"))
    )


def _them(scene: Scene) -> bool:
    """Whether the relations are only pointed at: "cut ties in 2009 and restored them in 2019"."""
    return bool(_THEM.match(scene.sentence.text, scene.act.trigger.idx))


def _between(scene: Scene) -> list[Actor]:
    """The two of "relations between A and B"."""
    found = re.search(r"\bbetween (?:the )?", scene.sentence.text)
    pair = [a for a in nearby(scene) if found and a.start >= found.end() and a.surface in {"country", "capital"}][:2]
    return pair if found and pair and pair[0].start == found.end() and len(pair) == 2 else []


def _counterparts(scene: Scene, initiators: list[Actor]) -> list[Actor]:
    """The land behind "with", wherever the parser hung it."""
    own = {party(a) for a in initiators}
    text = scene.sentence.text
    behind = [
        a
        for a in nearby(scene)
        if a.start > scene.act.trigger.idx and a.country and party(a) not in own and not is_envoy(a)
    ]
    return [a for a in behind if re.search(r"\b(?:with|to|from)\s+(?:the\s+)?$", text[: a.start])][:1]


def _switched(scene: Scene) -> Iterator[Draft]:
    """Recognition goes from one state to another: a rupture and a recognition."""
    if not re.search(r"recognition|relations|ties|allegiance|sides|embass", scene.sentence.text, re.I):
        return
    subject = doers(scene, set(), "subj", "by")[:1]
    text = scene.sentence.text
    lands = [
        a for a in nearby(scene) if a.start > scene.act.trigger.idx and a.surface in {"country", "capital", "seat"}
    ]
    left, joined = (
        [a for a in lands if re.search(rf"\b{word} (?:the )?$", text[: a.start])] for word in ("from", "to")
    )
    if subject and left:
        yield Draft("rupture", {"initiator": subject, "target": left[:1]}, subtype="severance")
    if subject and joined:
        yield Draft("recognition", {"party": [*subject, joined[0]]}, subtype="establishment")
