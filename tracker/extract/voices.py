"""Who says "I" in a document: the author of a column or diary, the official interviewed, the member who answers.

by Ana Sosa, Foreign Minister of Peru         the line under a title
Answer (Luis Gil, Minister of State):         the heading of an answer
Ana Sosa, Ambassador of Peru                  the signature below a letter
Alma Reyes was Chile's ambassador in Oslo.    the first official introduced, where questions are put
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.extract.actors import Actor
from tracker.extract.passages import Passage
from tracker.model import PartyKind

_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")
_I = re.compile(r"\bI(?: [a-z]+|['’](?:ve|m|d|ll))\b")
_SIGNED = re.compile(
    r"\W*(?:(?:by|answer|reply|interview with|from the (?:diary|notebook|papers) of|diary of)\b"
    r"|(?:prepared |opening |press )?(?:declaration|statement|remarks|speech|address|message|column|letter)"
    r" (?:by|of|from)\b)",
    re.I,
)
_SIGNATURE = 3  # lines at the end among which a letter is signed
_NEAR = 4  # characters before the name that signs
_OFTEN = 2  # sentences in the first person that make a document somebody's, or questions that make it an interview


def voice(passages: Sequence[Passage], actors: Sequence[Sequence[Actor]]) -> Actor | None:
    """The person whose words a document is; None where nobody speaks but in quotation marks."""
    spoken = [bool(_I.search(_QUOTED.sub("", passage.text))) for passage in passages]
    if sum(spoken) < _OFTEN:
        return None
    lines = list(zip(passages, actors, strict=True))
    signed = (a for passage, found in lines if _SIGNED.match(passage.text) for a in found if _named(a))
    below = (a for _, found in lines[-_SIGNATURE:] for a in found if _named(a) and a.start < _NEAR and a.country)
    ends = {passage.paragraph: passage.text.rstrip()[-1:] for passage in passages}
    asked = sum(end == "?" for end in ends.values()) >= _OFTEN
    opening = lines[: spoken.index(True)] if asked else []
    introduced = (a for _, found in opening for a in found if _named(a) and _in_office(a, found))
    return next(signed, None) or next(introduced, None) or next(below, None)


def _named(actor: Actor) -> bool:
    """Whether an actor is a person told by a full name."""
    return actor.kind is PartyKind.PERSON and " " in actor.name


def _in_office(actor: Actor, beside: Sequence[Actor]) -> bool:
    """Whether somebody is an official of a state, by his own words or by those right behind him: "Rey was Peru's"."""
    if actor.office and actor.country:
        return True
    following = next((a for a in beside if a.start > actor.start), None)
    return following is not None and bool(following.office and following.country and not following.name)
