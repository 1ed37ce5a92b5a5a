"""Agreements: papers of states that are signed, initialled, ratified or ended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.extract.acts.draft import Draft, Scene, mere_place, party, place_of
from tracker.extract.acts.sides import around, object_words, segment
from tracker.extract.acts.untold import private

PAPER = re.compile(
    r"\b(agreements?|treat(?:y|ies)|memorand(?:um|a|ums)|mous?|pacts?|accords?|protocols?|conventions?"
    r"|communiqu[ée]s?|declarations?|joint statement|charter|compact"
    r"|contracts?|deals?|plan of cooperation|programme of cooperation|letters? of intent|instruments?|roadmap"
    r"|arrangements?|documents?|papers?|minutes|concordats?|covenants?|armistices?|truces?|entente|undertakings?"
    r"|visa waivers?|waivers?|exchange of (?:diplomatic )?notes|notes (?:\w+ )?exchanged"
    r"|exchang\w+ (?:of )?notes)\b",
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
_ESTABLISHING = re.compile(
    r"\b(?:on|establishing|restoring|re-?establishing|normali[sz]ing|resuming)\b (?:the )?(?:(?:establishment"
    r"|restoration|resumption|normali[sz]ation) of )?(?:full )?(?:diplomatic )?(?:relations|ties)"
    r"|\b(?:latest|newest|\w+(?:st|nd|rd|th)) (?:state|country|nation)s? to have (?:diplomatic )?(?:relations|ties)"
    r"|\b(?:enter\w*|back|bring\w*|brought) (?:\w+ ){0,4}into (?:diplomatic )?(?:relations|ties)",
    re.I,
)


def agreements(scene: Scene) -> Iterator[Draft]:
    """A paper between governments is signed, initialled, ratified or ended."""
    if not _on_paper(scene) or private(scene):
        return
    slots = ("subj", "with", "between", "by", "among", "mod", "poss", "alongside")
    parties = [a for a in scene.get(*slots) if not mere_place(a)]
    told = {party(a) for a in parties if party(a)}
    if len(told) < 2:
        parties += [a for a in around(scene) if a not in parties]
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
        return bool(_NOTES.search(object_words(scene)))
    if scene.act.frame == "ends":
        return bool(PAPER.search(object_words(scene)))
    return True
