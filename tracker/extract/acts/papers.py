"""Agreements: papers of states that are signed, initialled, ratified, extended or ended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Scene, mere_place, party, place_of
from tracker.extract.acts.sides import around, object_words, segment
from tracker.extract.acts.untold import private
from tracker.extract.syntax import object_of

PAPER = re.compile(
    r"\b(agreements?|treat(?:y|ies)|memorand(?:um|a|ums)|mous?|pacts?|accords?|protocols?|conventions?"
    r"|communiqu[ée]s?|declarations?|joint statement|charter|compact|statutes?"
    r"|contracts?|deals?|plan of cooperation|programme of cooperation|letters? of intent|instruments?|roadmap"
    r"|arrangements?|documents?|papers?|minutes|concordats?|covenants?|armistices?|truces?|entente|undertakings?"
    r"|(?:peace|joint|final|agreed|framework|compromise|settlement|common) texts?"
    r"|visa waivers?|waivers?|exchange of (?:diplomatic )?notes|notes (?:\w+ )?exchanged"
    r"|exchang\w+ (?:of )?notes|exchang\w+ (?:of )?letters (?=(?:\w+ ){0,3}(?:on|about|establishing|by which|under which)))\b",
    re.I,
)
_NAMES = re.compile(
    r"\b(?:put|puts|putting|set|affix\w*|placed) (?:\S+ ){0,4}?(?:names?|signatures?|initials?|pens?|hands?|seals?)\b",
    re.I,
)
_NOTES = re.compile(
    r"\b(?:instruments?|notes?|letters?|documents?|copies|copy|texts?|agreements?|memorand\w+|contracts?)\b", re.I
)
_NONE = re.compile(r"\bno (?:\w+ ){0,2}(?:agreement|treaty|pact|deal|memorandum|accord)", re.I)
_POINTED_AT = re.compile(r"\b(?:it|them|both|notice|text|points|articles|clauses)\b", re.I)
_ESTABLISHING = re.compile(
    r"\b(?:on|about|establishing|restoring|re-?establishing|normali[sz]ing|resuming)\b (?:the )?(?:(?:establishment|opening|taking-up"
    r"|restoration|resumption|normali[sz]ation) of )?(?:full )?(?:diplomatic )?(?:relations|ties)"
    r"|\b(?:latest|newest|\w+(?:st|nd|rd|th)) (?:state|country|nation)s? to have (?:diplomatic )?(?:relations|ties)"
    r"|\b(?:enter\w*|back|bring\w*|brought) (?:\w+ ){0,4}into (?:diplomatic )?(?:relations|ties)",
    re.I,
)
# Treaties that many states join one by one.
_OF_MANY = re.compile(
    r"\baccession (?:of \w+ )?to\b"
    r"|\b(?:Convention|Statute|Charter|Covenant|Treaty|Protocol) (?:on|against|for|to|of) (?:the )?[A-Z]"
    r"|\b(?:[Cc]onvention|[Tt]reaty) (?:on|against|banning|prohibiting) (?:the |all )?(?:\w+ ){0,3}?(?:\w*mines|weapons"
    r"|munitions|arms|torture|tests|seas?|ocean|plastics?|mercury|climate|refugees|genocide|migra\w+|biodiversity)"
    r"|\b[A-Z][\w-]+(?: [A-Z][\w-]+)* Convention\b"
    r"|\b(?:Paris|Escaz[uú]|Artemis) (?:Agreement|Accords?)"
    r"|\b(?:global|world|international|multilateral|plastics?|seas?|oceans?|pandemic|land-?mines?|test-ban|climate"
    r"|arms trade|apostille|disarmament) (?:treaty|convention|pact|agreement|accord|charter|statute)\b"
)
_NAMED = re.compile(r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)* (?:Treaty|Statute|Protocol)\b")
_NAMED_BY = re.compile(
    r" (?:[\w-]+ )?(?:treat(?:y|ies)|conventions?|protocols?|accords?|pacts?|agreements?|declarations?)\b", re.I
)
_AFFIXING = {"put", "set", "affix", "place", "add", "append", "attach", "lend", "bear", "write", "give"}
_LISTS = re.compile(
    r"\bsignatures? (?:\w+ ){0,2}(?:collected|gathered|forged)|\b(?:st[ao]nds? by|stood by|honou?r\w*|collect\w*"
    r"|gather\w*|forg\w*) (?:its|his|her|their|the) ?signatures?",
    re.I,
)
_WATCHING = re.compile(
    r",? (?:seated|sitting|looking on|watching|standing|smiling|beaming|present|between|behind|beside|applauding|nearby"
    r"|in attendance|as (?:a |the )?witness\w*|in the chair|presiding|at (?:his|her|their) (?:side|elbow|shoulder))\b"
)
_WATCHED_BY = re.compile(
    r"\b(?:(?:presence|eyes?|gaze|auspices|patronage|aegis|mediation|watch) of|(?:witnessed|watched|brokered|mediated"
    r"|hosted|sponsored|facilitated|overseen|attended|flanked|drafted|proposed|prodded) by|before) (?:the )?(?:\w+ )?$",
    re.I,
)
_OF_TWO = re.compile(
    r"\b(?:tax\w*|extradition|consular|social security|friendship|border|boundary|visa|exchang\w+|two|both|colleague"
    r"|counterpart|bilateral|other (?:side|party))\b",
    re.I,
)
_SUBTYPES = {"ends": "terminated", "ratifies": "ratified", "joins": "ratified"}
_TWO = 2  # sides of a paper that is extended


def agreements(scene: Scene) -> Iterator[Draft]:
    """A paper between governments is signed, initialled, ratified, extended or ended."""
    if not _on_paper(scene) or private(scene) or _told_by_its_verb(scene):
        return
    parties = _parties(scene)
    told = {party(a) for a in parties if party(a)}
    if scene.act.frame == "extends" and len(told) < _TWO:
        return  # "extended its deal", of which nobody says that it was put on paper
    subtype = _subtype(scene)
    alone = len(told) == 1 and _of_many(scene)
    yield Draft("agreement", {"party": parties}, subtype=subtype, place=place_of(scene), alone=alone)
    start, end = segment(scene)
    if subtype == "signed" and _ESTABLISHING.search(scene.sentence.text[start:end]):
        yield Draft("recognition", {"party": list(parties)}, subtype="establishment", place=place_of(scene))


def _parties(scene: Scene) -> list[Actor]:
    """Those whom the grammar makes parties of a paper; where it names one side only, who else stands around."""
    slots = ("subj", "with", "between", "by", "among", "mod", "poss", "alongside")
    parties = [a for a in scene.get(*slots) if not mere_place(a)]
    if len({party(a) for a in parties} - {None}) < _TWO:
        parties += [a for a in around(scene) if a not in parties]
    return [a for a in parties if not (_name_of_paper(a, scene) or _looks_on(a, scene))]


def _name_of_paper(actor: Actor, scene: Scene) -> bool:
    """Whether a city only names a paper: "the Kyoto protocol"."""
    behind = scene.sentence.text[actor.end :]
    return actor.surface in {"capital", "city"} and bool(_NAMED_BY.match(behind))


def _looks_on(actor: Actor, scene: Scene) -> bool:
    """Whether somebody is only there: "with Ana Rey looking on", "in the presence of Ana Rey", "brokered by Peru"."""
    text = scene.sentence.text
    return bool(_WATCHING.match(text, actor.end) or _WATCHED_BY.search(text[: actor.start]))


def _told_by_its_verb(scene: Scene) -> bool:
    """Whether a trigger only goes with another: "set their *signatures* to", "a protocol *extending* the treaty"."""
    trigger = scene.act.trigger
    if scene.act.frame == "extends":
        return trigger.dep_ in {"relcl", "acl", "pcomp"}
    if scene.act.lemma != "signature":
        return False
    return (trigger.dep_ in {"dobj", "obj"} and trigger.head.lemma_ in _AFFIXING) or bool(
        _LISTS.search(scene.sentence.text)
    )


def _subtype(scene: Scene) -> str:
    named = "ratified" if "ratif" in scene.act.lemma else "signed"
    return _SUBTYPES.get(scene.act.frame, named)


def _of_many(scene: Scene) -> bool:
    """Whether a state joins a treaty by itself: "Togo acceded", "Peru signed the Arms Trade Treaty"."""
    start, end = segment(scene)
    text = scene.sentence.text[start:end]
    if scene.act.frame == "joins":
        return True
    if not PAPER.search(text):
        text = scene.sentence.before
    paper = _OF_MANY.search(text) or (scene.act.frame != "ends" and _NAMED.search(text))
    return bool(paper) and not _OF_TWO.search(text)


def _on_paper(scene: Scene) -> bool:
    """Whether what is signed, exchanged or ended is a paper of states."""
    start, end = segment(scene)
    text = scene.sentence.text[start:end]
    words = object_words(scene)
    if _NONE.search(text) or not (PAPER.search(text) or _points_back(scene, words)):
        return False
    if scene.act.lemma in {"put", "set", "affix", "place"}:
        return bool(_NAMES.search(text))
    if scene.act.lemma == "exchange":
        return bool(_NOTES.search(words))
    if scene.act.frame == "ends":
        return bool(PAPER.search(words) or _points_back(scene, words))
    return True


def _points_back(scene: Scene, words: str) -> bool:
    """Whether a paper is meant that stands before: "The pact is ready: they sign it today"."""
    start, _ = segment(scene)
    before = scene.sentence.before + " " + scene.sentence.text[:start]
    lone = scene.act.lemma == "sign" and object_of(scene.act) is None  # "The two ministers signed"
    return (lone or bool(_POINTED_AT.search(words))) and bool(PAPER.search(before))
