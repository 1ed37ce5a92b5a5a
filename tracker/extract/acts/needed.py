"""What a sentence must say, or whom it must name, for a type to be told in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.extract.actors import Actor
from tracker.extract.acts.sides import is_envoy
from tracker.extract.acts.treaties import PAPER

_ENVOY = r"ambassador|envoy|high commissioner|chargé|charge d|consul|nuncio|heads? of mission|\b(?:wo)?man in\b"
_NEEDS = {
    "accreditation": r"\b(?:his|her|their|the) (?:\w+ )?(?:letters|papers?|commission|parchments?|originals)\b"
    r"|credential|credence|agr[ée]ment\b|placet|accredit|exequatur|approv\w* .*consul"
    r"|accept\w* (?:\S+ ){0,8}(?:ambassador|envoy|diplomat)|letters? of commission|recogni[sz]\w* .*consul"
    r"|\b(?:consent|assent|agreed?|objection|approv|nod|yes|clear|endors|approval|blessing|green light|go-ahead)\w*\b"
    r".*(?:ambassador|envoy|commissioner|nuncio|consul)",
    "appointment": rf"{_ENVOY}|embassy|consulate|legation|high commission|\b(?:post|mission|face|voice) in\b",
    "recall": rf"{_ENVOY}|diplomat",
    "expulsion": rf"{_ENVOY}|diplomat|attach|embass|expel|expuls|persona|accreditation|officials? out of",
    "summons": rf"{_ENVOY}|diplomat|(?:protest|note|complaint|d[ée]marche)\b.*\bembass",
    "recognition": r"relation|\bties\b|\blinks\b|\bthem\b|recogni|acknowledg|accept"
    r"|(?:terms|friends|partners|allies) (?:again|once more)"
    r"|(?:treat|regard|consider|view|deem)\w* .*\b(?:president|state|government|nation|leader)\b",
    "rupture": r"relation|\bties\b|\blinks\b|recogni|representation|\bbr(?:eak|oke)\w* with\b"
    r"|(?:off|sever\w*|cut|broke|suspend\w*) them\b|taiwan|taipei|kosovo|pristina|sahrawi",
    "mission": r"embass|consula|mission|commission|diplomatic|liaison|legation|nunciature|office|chancer|section"
    r"|representation|outpost|shingle",
}
_PAPER = (
    rf"{PAPER.pattern}|\bnotice\b"
    r"|\b(?:sign|initial|ink|seal|ratif|denounc)\w* (?:it|them|both|the (?:[\w-]+ )?(?:texts?|points))\b"
    r"|\bsigned\b|\bit (?:\w+ ){1,3}(?:initial|ratifi|denounc)"
)
NEEDED = {name: re.compile(pattern, re.I) for name, pattern in (_NEEDS | {"agreement": _PAPER}).items()}
"""What a sentence must say for a type to be told in it."""
OF_ENVOYS = frozenset({"recall", "expulsion", "summons"})
"""The types that are told by a plain verb where its object is known for an envoy: "Caracas expelled her"."""


def can_tell(kind: str, text: str, actors: Iterable[Actor]) -> bool:
    """Whether a sentence says what a type needs, or names somebody known for an envoy: "Oslo called Holm home"."""
    if kind not in NEEDED or NEEDED[kind].search(text):
        return True
    return kind in OF_ENVOYS and any(is_envoy(actor) for actor in actors)
