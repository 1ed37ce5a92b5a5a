"""Who publishes a document and where, by the lines above its text.

REPUBLIC OF MALAWI                          an issuer that names its state
EMBASSY OF MALAWI IN JAPAN                  one abroad
THE EVENING POST, Banjul                    a newspaper with its city
Lilongwe, Monday, 3rd April, 2023           the line of place and day
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.extract.actors import Actor
from tracker.extract.passages import Kind, Passage
from tracker.model import Place

_HIGHEST = 6  # passages that can stand above the text
_ISSUER = re.compile(
    r"\b(?:republic|kingdom|sultanate|emirate|state(?! visit| dinner)|government|ministry|presidency"
    r"|prime minister['’]s office|gazette|(?:legislative|national|federal) assembly|parliament|embassy|chancellery"
    r"|(?:press|media|information) (?:service|office|centre|center|department))\b",
    re.I,
)
_EMBASSY = re.compile(r"\W*(?:the )?(?:embassy|high commission|consulate(?: general)?|permanent mission) of\b", re.I)
_SAYING = re.compile(r"\b(?:is|are|was|were|has|have|will|to|says?|said|meets?|visits?|holds?|on|by|with)\b")
_OPENS = re.compile(r"^\W*$|[,–—|·-]\s*$")
_WHEN = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+ \d{1,2}\b|\d{1,2}(?:st|nd|rd|th)?\b)"
_CLOSES = re.compile(rf"^\s*$|^\s*[|·–—-]\s|^,? \(?{_WHEN}")


class Masthead(NamedTuple):
    """The country that issues a document, and the place it is dated from; each None where no line names it."""

    home: str | None
    here: Place | None


def masthead(passages: Sequence[Passage], actors: Sequence[Sequence[Actor]]) -> Masthead:
    """What the first lines name as their publisher's, a headline asked last."""
    above = sorted(_above(passages, actors), key=lambda line: line[0].kind is Kind.HEADLINE)
    issuer = next((code for line, found in above if (code := _issuer(line.text, found))), None)
    city = next((place for line, found in above if (place := _city(line.text, found))), None)
    if city is not None:
        return Masthead(issuer or city.country, city)
    return Masthead(issuer, Place(None, issuer) if issuer else None)


def _above(passages: Sequence[Passage], actors: Sequence[Sequence[Actor]]) -> Iterator[tuple[Passage, Sequence[Actor]]]:
    """The lines before the first running text, with who is named in them."""
    for passage, found in list(zip(passages, actors, strict=True))[:_HIGHEST]:
        if passage.kind in {Kind.LEAD, Kind.BODY} and passage.text.rstrip().endswith((".", "?", "!", ":")):
            return
        yield passage, found


def _issuer(line: str, found: Sequence[Actor]) -> str | None:
    """The one state that a line names as what issues the text: "KINGDOM OF TONGA", "Press Office of …", "ITAMARATY".

    A headline says what somebody does: "Government of Chad to open embassy".
    """
    if _EMBASSY.match(line):
        found = found[:1]  # "EMBASSY OF MALAWI IN JAPAN"
    named = {a.country for a in found if a.country and a.surface != "demonym"}
    alone = any(a.surface == "seat" and not line[: a.start].strip() and not line[a.end :].strip() for a in found)
    issued = alone or (_ISSUER.search(line) and not _SAYING.search(line))
    return named.pop() if len(named) == 1 and issued else None


def _city(line: str, found: Sequence[Actor]) -> Place | None:
    """The city that stands alone between the marks of a line: "THE EVENING POST, Banjul", "Cusco - Late edition"."""
    for actor in found:
        if (
            actor.surface in {"capital", "city"}
            and _OPENS.search(line[: actor.start])
            and _CLOSES.search(line[actor.end :])
        ):
            return Place(actor.name.title() if actor.name.isupper() else actor.name, actor.country)
    return None
