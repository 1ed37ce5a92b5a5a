"""Relations of states: taken up, restored, downgraded, severed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.extract.actors import Actor
from tracker.extract.acts import statehood
from tracker.extract.acts.draft import Draft, Scene, mere_place, party, place_of
from tracker.extract.acts.sides import around, doers, is_envoy, nearby, object_words, segment
from tracker.extract.acts.untold import private
from tracker.extract.lexicon import grammar, split, triggers
from tracker.extract.syntax import object_of
from tracker.model import PartyKind

_RELATIONS = re.compile(
    r"\b(?:relations|relationship|ties?|links|recognition|(?:diplomatic )?representation"
    r"|acknowledge?ment of (?:\w+ )?(?:statehood|independence|sovereignty)"
    r"|(?:friendship|alliance|partnership) with (?:Taiwan|Taipei|Kosovo|Pristina))\b",
    re.I,
)
_THEM = re.compile(
    r"\b(?:sever|broke|broken|break|cut|suspend|restor|resum|re-?establish|renew|establish)\w* (?:off )?them\b", re.I
)
_TIES = re.compile(
    r"\b(?:diplomatic relations|relations|ties|links|(?:terms|friends|partners|allies) (?:again|once more))\b", re.I
)
_ANNIVERSARY = re.compile(
    r"\b(?:anniversar|jubilee|occasion of|years? of\b"
    r"|(?:mark|celebrat|commemorat|honou?r)\w* .*\byears? (?:since|after))",
    re.I,
)
_TAKEN_UP = re.compile(
    r"\b(?:(?:took|take|taken) up|establish\w*|enter\w* into|ha(?:s|ve) had|into|(?:be|been|stand|are) in)"
    r" (?:\w+ )?(?:relations|ties)",
    re.I,
)
_OWNED = re.compile(r"['’]s? (?:[\w-]+ ){0,2}|['’] (?:[\w-]+ ){0,2}| (?:diplomatic )?", re.I)
_IN = re.compile(r"\bin (?:the )?$")  # "its representation in", and no "victory for"
_TIES_WITH = re.compile(r"\b(?:relations|ties|links) (?:at \w+(?: level)? )?(?:with|to) (?:the )?$", re.I)
_WITH = re.compile(r" (?:with|to) (?:the )?", re.I)
_TO_WHOM = re.compile(
    r"\b(?:with|to|from|recogni[sz]\w+|(?:recognition|independence|statehood|sovereignty) of)\s+(?:the\s+)?"
    r"(?:(?:State|Republic) of\s+)?$",
    re.I,
)
_RECOGNITION_OF = re.compile(
    r"\b(?:recogni\w+|independence|statehood|sovereignty) of\s+(?:the\s+)?(?:(?:State|Republic) of\s+)?$", re.I
)
_OTHER_TIES = re.compile(
    r"\b(?:trade|economic|commercial|business|working|close|closer|friendly|cultural|military|defence|defense|security"
    r"|academic|sister|fraternal) (?:and \w+ )?(?:relations|ties|links)\b",
    re.I,
)
_TWO = 2  # states that break with each other
_RENEWED = re.compile(r"\b(?:again|once more|anew)\b", re.I)
_DROPS = {"drop", "ditch", "abandon", "lose", "switch"}
_ENDS_RECOGNITION = {"withdraw", "rescind", "revoke", "switch", "drop", "ditch"}


def recognitions(scene: Scene) -> Iterator[Draft]:
    """A state is recognised, or relations are established or restored."""
    trigger = scene.act.trigger
    if trigger.dep_ == "amod" or trigger.head.pos_ == "ADJ":  # "recognised rights", "secure and recognised borders"
        return
    if scene.act.frame in {"recognises", "recognised"}:
        yield from statehood.recognised(scene)
        return
    start, end = segment(scene)
    text = scene.sentence.text[start:end]
    if private(scene) or not _takes_up_ties(scene, text):
        return
    subtype = "restoration" if _RENEWED.search(text) else _subtype(scene) or "establishment"
    yield Draft("recognition", {"party": _partners(scene)}, subtype=subtype, place=place_of(scene))


def _partners(scene: Scene) -> list[Actor]:
    """Those who take up relations: by the grammar, else by the name of the relations, else who stands around."""
    partners = [a for a in scene.get("subj", "with", "between", "by", "of", "mod", "poss") if party(a)]
    partners = [a for a in partners if not mere_place(a)]
    for more in (related, _tied_to, around):
        if len({party(a) for a in partners}) < _TWO:
            partners += [a for a in more(scene) if a not in partners and a.start < a.end]
    return partners


def _tied_to(scene: Scene) -> list[Actor]:
    """The land with which there are ties: "took up ties with Oman and broke with Chad"."""
    text = scene.sentence.text
    return [a for a in nearby(scene) if a.country and not mere_place(a) and _TIES_WITH.search(text[: a.start])][:1]


def _takes_up_ties(scene: Scene, text: str) -> bool:
    """Whether what is established or restored is relations of states, and no anniversary of that is told."""
    pointed_at = _them(scene)
    if _ANNIVERSARY.search(text) or not (pointed_at or _TIES.search(object_words(scene))):
        return False
    diplomatic = "diplomatic" in text.lower() or bool(_TAKEN_UP.search(text))
    diplomatic = diplomatic or (bool(related(scene)) and not _OTHER_TIES.search(text))
    return diplomatic or pointed_at or _subtype(scene) == "restoration"


def related(scene: Scene) -> list[Actor]:
    """The two whose relations a sentence names: "Chad's ties with Oman", "relations between Chad and Oman"."""
    text, lands = scene.sentence.text, [a for a in nearby(scene) if a.country and not mere_place(a)]
    for noun in _RELATIONS.finditer(text):
        owner = [a for a in lands if a.end <= noun.start() and _OWNED.fullmatch(text[a.end : noun.start()])]
        other = [a for a in lands if a.start >= noun.end() and _WITH.fullmatch(text[noun.end() : a.start])]
        if owner and other:
            return [owner[-1], other[0]]
    return _between(scene)


def ruptures(scene: Scene) -> Iterator[Draft]:
    """Relations are severed, suspended or downgraded, or recognition is withdrawn."""
    if scene.act.lemma == "switch" or scene.act.frame == "switches":
        yield from statehood.switched(scene)
    elif scene.act.frame == "lost":
        yield from statehood.lost(scene)
    elif (scene.act.lemma in _DROPS or scene.act.frame == "drops") and (left := statehood.contested(scene)):
        yield from statehood.dropped(scene, left)
    elif scene.act.frame != "drops" and _breaks_ties(scene):
        initiators, targets = _severed(scene)
        yield Draft("rupture", {"initiator": initiators, "target": targets}, subtype=_subtype(scene) or "severance")


def _subtype(scene: Scene) -> str | None:
    """What the trigger itself says of how relations are taken up or broken."""
    if scene.act.frame == "restores":
        return "restoration"
    told: dict[str, str] = triggers()[scene.act.kind]["subtypes"]
    return next((name for name, lemmas in told.items() if scene.act.lemma in split(lemmas)), None)


def _breaks_ties(scene: Scene) -> bool:
    """Whether what is severed or withdrawn is relations or recognition of states."""
    if private(scene) or scene.act.lemma == "lose" or _mends(scene):
        return False
    told = object_words(scene)
    if scene.act.lemma in _ENDS_RECOGNITION and not re.search(r"recognition|relations|ties", told, re.I):
        return False
    return bool(_RELATIONS.search(told)) or scene.act.frame == "unrecognises" or _broke_with(scene) or _them(scene)


def _mends(scene: Scene) -> bool:
    """Whether it is a quarrel that ends: "ended the freeze in their relations"."""
    thing = object_of(scene.act)
    return thing is not None and thing.lemma_.lower() in grammar("rifts")


def _severed(scene: Scene) -> tuple[list[Actor], list[Actor]]:
    """Who breaks, and with whom."""
    between = [a for a in scene.get("between") if party(a)] or _between(scene)
    if between and not scene.get("by"):
        return between[:1], between[1:]
    countries = (a for a in scene.get("with", "to", "of", "in", "from") if a.country and a.kind is PartyKind.COUNTRY)
    countries = (a for a in countries if a not in scene.get("in") or _IN.search(scene.sentence.text[: a.start]))
    targets = _no_longer_recognised(scene) or [a for a in countries if not mere_place(a)]
    initiators = [a for a in doers(scene, {party(a) for a in targets}, "subj", "by") if party(a)]
    targets = targets or _counterparts(scene, initiators) or related(scene)[1:]
    return (initiators[:1], initiators[1:]) if not targets and len(initiators) == _TWO else (initiators, targets)


def _no_longer_recognised(scene: Scene) -> list[Actor]:
    """The state of "withdrew its recognition of Kosovo", whoever else is told of it."""
    text = scene.sentence.text
    return [a for a in nearby(scene) if a.country and _RECOGNITION_OF.search(text[: a.start])][:1]


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
    return [a for a in behind if _TO_WHOM.search(text[: a.start])][:1]
