"""Which country a paragraph of a digest is headed by.

TOGO                                          a line of its own, for the paragraphs below it
Republic of Togo. The minister received …     before the first sentence, for the paragraph alone
Togo: The minister received …
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.extract.actors import Actor
from tracker.extract.passages import Kind, Passage

_BEFORE = re.compile(
    r"[•*–—-]?\s*(?:(?:[A-Z][\w'’]+ ){0,3}"
    r"(?:Republic|Kingdom|State|Federation|Commonwealth|Sultanate|Principality) of (?:the )?)?"
)
_BEHIND = re.compile(r"\W*$|\s*(?::|[–—]|-\s)\s*")
_FEWEST = 2  # headings that make a digest by countries


def topics(passages: Sequence[Passage], actors: Sequence[Sequence[Actor]]) -> dict[int, str]:
    """The code of the country that heads each paragraph, by the paragraph's number; none where only one is."""
    heads = dict(_heads(passages, actors))
    if len(heads) < _FEWEST:
        return {}
    found: dict[int, str] = {}
    current: str | None = None
    for number, passage in enumerate(passages):
        if passage.kind in {Kind.HEADING, Kind.HEADLINE}:
            current = heads.get(number)
        elif number in heads:
            found[passage.paragraph] = heads[number]
        elif current is not None:
            found.setdefault(passage.paragraph, current)
    return found


def _heads(passages: Sequence[Passage], actors: Sequence[Sequence[Actor]]) -> Iterator[tuple[int, str]]:
    """The passages that are a country's name, or begin with it as a heading does; with its code."""
    for number, (passage, found) in enumerate(zip(passages, actors, strict=True)):
        opening = number == 0 or passages[number - 1].paragraph != passage.paragraph
        if not (opening and found) or found[0].surface not in {"country", "capital"} or found[0].country is None:
            continue
        before, behind = passage.text[: found[0].start], passage.text[found[0].end :]
        if _BEFORE.fullmatch(before) and _BEHIND.match(behind):
            yield number, found[0].country
