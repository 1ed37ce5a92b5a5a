"""What a paper is: the words for it, and whether two states make it or many join it."""

from __future__ import annotations

import re

from tracker.extract.acts.draft import Scene
from tracker.extract.acts.sides import object_words, segment
from tracker.extract.syntax import has_child, object_of

PAPER = re.compile(
    r"\b(agreements?|treat(?:y|ies)|memorand(?:um|a|ums)|mous?|pacts?|accords?|protocols?|conventions?"
    r"|communiqu[ée]s?|(?<!emergency )declarations?|(?:joint|trilateral|tripartite|bilateral) statement|charter|compact"
    r"|statutes?|contracts?|deals?|plan of cooperation|programme of cooperation|letters? of intent|instruments?|roadmap"
    r"|arrangements?|documents?|papers?|minutes|concordats?|covenants?|armistices?|truces?|entente|undertakings?"
    r"|texts? (?:initial|sign)\w+|(?:initial|sign)\w* (?:\S+ ){0,6}(?:a|the|their) (?:\w+ )?texts?"
    r"|(?:peace|joint|final|agreed|framework|compromise|settlement|common) texts?"
    r"|visa waivers?|waivers?|exchange of (?:diplomatic )?notes|notes (?:\w+ )?exchanged|exchang\w+ (?:of )?notes"
    r"|exchang\w+ (?:of )?letters (?=(?:\w+ ){0,3}(?:on|about|establishing|by which|under which)))\b",
    re.I,
)
_NONE = re.compile(
    r"\bno (?:\w+ ){0,2}(?:agreement|treaty|pact|deal|memorandum|accord)"
    r"|\bmany (?:\w+ )?(?:agreements|treaties|pacts|accords)"
    r"|\bnothing (?:\w+ )?(?:was|is|been) (?:signed|initialled)",
    re.I,
)
_POINTED_AT = re.compile(
    r"\b(?:it|them|both|text|points|articles|clauses|(?<!enclosed )notice(?! (?:stating|about|on)\b))\b", re.I
)
_OF_MANY = re.compile(
    r"\baccession (?:of \w+ )?to\b"
    r"|\b(?:Convention|Statute|Charter|Covenant|Treaty|Protocol) (?:on|against|for|to|of) (?:the )?[A-Z]"
    r"|\b(?:[Cc]onvention|[Tt]reaty) (?:on|against|banning|prohibiting) (?:the |all )?(?:\w+ ){0,3}?(?:\w*mines"
    r"|weapons|munitions|arms|torture|tests|seas?|ocean|plastics?|mercury|climate|refugees|genocide|migra\w+"
    r"|biodiversity)"
    r"|\b[A-Z][\w-]+(?: [A-Z][\w-]+)* Convention\b"
    r"|\b(?:Paris|Escaz[uú]|Artemis) (?:Agreement|Accords?)"
    r"|\b(?:global|world|international|multilateral|plastics?|seas?|oceans?|pandemic|land-?mines?|test-ban|climate"
    r"|arms trade|apostille|disarmament) (?:\w+ )?"
    r"(?:treaty|protocol|convention|pact|agreement|accord|charter|statute)\b"
)
_NAMED = re.compile(r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)* (?:Treaty|Statute|Protocol)\b")
_OF_TWO = re.compile(
    r"\b(?:tax\w*|extradition|consular|social security|friendship|border|boundary|visa|exchang\w+|two|both|colleague"
    r"|counterpart|bilateral|other (?:side|party))\b",
    re.I,
)


def on_paper(scene: Scene) -> bool:
    """Whether an act is done with a paper of states: one of its sentence, or what "it" means there."""
    text = told_in(scene)
    return not _NONE.search(text) and bool(PAPER.search(text) or points_back(scene))


def points_back(scene: Scene) -> bool:
    """Whether a paper is meant that stands before: "The pact is ready: they sign it today", "The ministers signed"."""
    start, _ = segment(scene)
    before = scene.sentence.before + " " + scene.sentence.text[:start]
    return (lone(scene) or bool(_POINTED_AT.search(object_words(scene)))) and bool(PAPER.search(before))


def lone(scene: Scene) -> bool:
    """Whether nothing is said to be signed: "The two ministers signed"."""
    verb = scene.act.trigger
    return scene.act.lemma == "sign" and has_child(verb, {"nsubj"}) and object_of(scene.act) is None


def of_many(scene: Scene) -> bool:
    """Whether a state joins a treaty by itself: "Togo acceded", "Peru signed the Arms Trade Treaty"."""
    if scene.act.frame == "joins":
        return True
    text = told_in(scene)
    if not PAPER.search(text):
        text = scene.sentence.before
    paper = _OF_MANY.search(text) or (scene.act.frame != "ends" and _NAMED.search(text))
    return bool(paper) and not _OF_TWO.search(text)


def told_in(scene: Scene) -> str:
    """The words of the trigger's segment."""
    start, end = segment(scene)
    return scene.sentence.text[start:end]
