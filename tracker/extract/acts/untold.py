"""What a sentence names and does not tell: denied reports, what is taken back, matches of teams, companies' talks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Scene
from tracker.extract.acts.sides import nearby, segment
from tracker.model import PartyKind

_REPORTS = r"(?:reports?|claims?|rumou?rs?|stor(?:y|ies)|allegations?|suggestions?|speculation|talk)"
_FALSE = (
    r"(?:false|untrue|inaccurate|incorrect|baseless|unfounded|groundless|fabricated|wrong|mistaken|nonsense|fake"
    r"|without foundation|invented|made up)"
)
_DENIED = re.compile(
    rf"\b{_REPORTS} (?:of|that|about|on)\b.*\b(?:is|are|was|were|as|be) (?:\w+ ){{0,2}}{_FALSE}\b"
    rf"|\b(?:den(?:y|ies|ied)|dismiss\w*|reject\w*|laugh\w* off|scotch\w*|brush\w* aside|deni\w+ of)"
    rf" (?:\S+ ){{0,4}}?{_REPORTS}\b"
    rf"|\b(?:no truth|not a word of truth|nothing) (?:in|to) (?:\S+ ){{0,3}}?{_REPORTS}\b"
    rf"|\b{_FALSE}[:,] that\b|\bit is not true that\b|\bthere is no truth\b",
    re.I,
)
_NEXT_VERB = re.compile(r";|\b(?:and|but) (?:\w+ly )?(?:\w+ed|sent|cut|broke|told|it|he|she|has|have|had|will)\b", re.I)
_TAKEN_BACK = re.compile(
    r"(?:It|He|She|They|This|That|Neither|Nothing)\b.{0,12}?"
    r"(?:\b(?:has|have|had|did|does|was|is|were|will|would) not|\b(?:has|have|had|did|does|was|is|were)n['’]t)"
    r"(?: (?:done|do) so| happened?| so| the case| true)?(?: yet)?[.;,]"
    rf"|(?:That|This|It) (?:is|was) (?:\w+ )?{_FALSE}\b",
    re.I,
)
_ANSWERED_NO = re.compile(r"(?:Not (?:quite|yet|so|really|at all|exactly)|No|Hardly|Far from it|Wrong|Nonsense)\b")
_MATCH = re.compile(
    r"\b(?:cup|trophy|under-\d+s?|u-?\d\d|kick-?off|friendly match|league|tournament|football\w*|cricket\w*|rugby"
    r"|hockey|basketball|volleyball|handball|netball|XI|(?:semi|quarter)-?finals?|qualifiers?|test match|derby|goals?"
    r"|(?:youth|junior|national|women['’]s|men['’]s) (?:sides?|teams?)|team-?mates?|striker|goalkeeper|squad)\b",
    re.I,
)
_BOTH = 2  # sides that are states or bodies, whatever company they speak of
_COMPANY = re.compile(r"<[A-Z]{1,4}(?:\.[A-Z]{1,2})?>|\b(?:Corp|Ltd|Inc|Plc|PLC|AG|NV|GmbH)\b")
_PRIVATE = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|chambers? of (?:commerce|industry)"
    r"|federations?|banks?|corporation|consortium|universit(?:y|ies)|airlines?|clubs?|businesses"
    r"|retailers?|manufacturers?|corp|inc|ltd|plc)\b|<[A-Z]+(?:\.[A-Z]+)?>",
    re.I,
)
_TEAMS = re.compile(r"\b(?:teams?|sides?|squads?|xi|eleven|women|boys|girls)\b", re.I)


def denied(text: str, at: int) -> bool:
    """Whether a sentence calls a report false that its word at an offset is part of.

    "Reports that the embassy has closed are untrue", "He brushed aside rumours that the envoy had left".
    """
    first, last = _denial(text)
    return first < at <= last


@lru_cache(maxsize=1)  # asked for every word of a sentence
def _denial(text: str) -> tuple[int, int]:
    """Where what a sentence calls false begins and ends; an empty stretch when it denies nothing."""
    said = _DENIED.search(text)
    if said is None:
        return 0, -1
    another = _NEXT_VERB.search(text, said.end())
    return said.start(), len(text) if another is None else another.start() - 1


def taken_back(text: str, before: str = "") -> bool:
    """Whether a sentence only says that what stands before it is not so: "It has not.", "That was wrong."."""
    answered = before.rstrip().endswith("?") and _ANSWERED_NO.match(text.strip())
    return bool(answered or _TAKEN_BACK.match(text.strip()))


def match(text: str, actors: Iterable[Actor]) -> bool:
    """Whether those who meet or visit are teams: "Kenya meet Uganda in the cup"."""
    return bool(_MATCH.search(text)) and not any(_official(a) for a in actors)


def of_a_company(text: str, actors: Iterable[Actor]) -> bool:
    """Whether a line tells of a company, of no official and not of two sides: "ACME <ACM> IN TALKS WITH CHAD"."""
    actors = list(actors)
    sides = {a.organisation or a.country for a in actors} - {None}
    officials = (a.office or a.country or a.organisation for a in _people(actors))
    return len(sides) < _BOTH and bool(_COMPANY.search(text)) and not any(officials)


def of_business(opening: Iterable[str]) -> bool:
    """Whether the headline and lead of a document tell of a company: "ACME CORP <ACM> IN TALKS WITH CHAD"."""
    return any(_COMPANY.search(text) for text in opening)


def private(scene: Scene) -> bool:
    """Whether companies or clubs act and no official or state is said to."""
    start, end = segment(scene)
    return bool(_PRIVATE.search(scene.sentence.text[start:end])) and not any(
        a.office and not a.group for a in nearby(scene)
    )


def _people(actors: Iterable[Actor]) -> Iterator[Actor]:
    return (a for a in actors if a.kind is PartyKind.PERSON or a.group)


def _official(actor: Actor) -> bool:
    return actor.kind is PartyKind.PERSON or (actor.group and not _TEAMS.search(actor.office))
