"""The states that were at a session of an organisation's officials: whose minister or whose stand there is told.

The tax was opposed by Britain and Denmark.     Belgium's Jan Maas, who chaired the talks, said …
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft
from tracker.extract.rosters import Line
from tracker.model import PartyKind, Status

_MINISTER = re.compile(r"\b(?:minister|chancellor|delegate|delegation|premier|president|chairman|treasurer)\b", re.I)
_BETWEEN = (
    r"(?:\w+ly|was|were|is|are|has|have|had|been|also|both|still|again|alone|expected|understood|maintained|to|its"
    r"|their)"
)
_STAND = re.compile(
    rf",?(?: {_BETWEEN}){{0,4}}"
    r" (?:oppos\w+|reject\w+|support\w+|back(?:s|ed|ing)\b|block(?:s|ed|ing)\b|object(?:s|ed|ing)\b|veto\w*|favou?r\w*"
    r"|abstain\w*|resist\w*|insist\w*|against\b|angered\b|lead opposition)",
    re.I,
)
_FROM_THEM = re.compile(
    r"\b(?:opposition|objections|support|resistance|reservations|demands?|backed|opposed|supported|blocked)"
    r"(?: \w+ly)? (?:from|by|of) (?:the )?$",
    re.I,
)
_BESIDE_IT = re.compile(r",? ?(?:and |with |backed by )?(?:the )?")
_LEAD = 3  # paragraphs in which the session that an article is about is told


def stands(session: Draft, lines: Sequence[Line]) -> None:
    """Add to a session of an organisation's officials the states whose minister or whose stand there is told."""
    ours = any(a.group and a.organisation for a in session.actors) and not session.bygone
    now = session.type == "summit" and session.status is Status.OCCURRED
    if not (ours and now and session.passage is not None and session.passage.paragraph <= _LEAD):
        return
    for actor in (
        a for passage, actors in lines for a in (*_ministers(actors), *_for_or_against(passage.text, actors))
    ):
        if actor.country not in session.countries:
            session.roles.setdefault("participant", []).append(actor)


def _ministers(actors: Sequence[Actor]) -> Iterator[Actor]:
    """The ministers whom a line names, with their states."""
    named = (a for a in actors if a.kind is PartyKind.PERSON and a.name and a.country and not a.organisation)
    return (a for a in named if _MINISTER.search(a.office))


def _for_or_against(text: str, actors: Sequence[Actor]) -> Iterator[Actor]:
    """The states that a line says are for or against something, with those listed beside them."""
    lists: list[list[Actor]] = []
    for actor in (a for a in actors if a.surface == "country"):
        if lists and _BESIDE_IT.fullmatch(text[lists[-1][-1].end : actor.start]):
            lists[-1].append(actor)
        else:
            lists.append([actor])
    for together in lists:
        if _STAND.match(text, together[-1].end) or _FROM_THEM.search(text[: together[0].start]):
            yield from together
