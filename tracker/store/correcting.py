"""A corrected article: which one on record it stands for now, and where the sentences of that one went.

It is known by its address, or, where neither has one, by its name and publisher; and then only where half of its words
are the other's, since an address can show something else every day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from tracker.model import Claim, Document, Sentence
from tracker.store import rows, sql
from tracker.store.connect import Connection

_LEAST = 0.5
"""The least share of words that two versions of an article have in common."""

_NAMELESS = ("", "stdin")
"""The names of what has none, such as standard input."""

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Former:
    """The article on record that another corrects."""

    id: int
    document: Document


def former(connection: Connection, document: Document) -> Former | None:
    """The article that one stands for now; None when it is new."""
    if document.url:
        found = connection.rows(sql.SAME_ADDRESS, {"url": document.url})
    elif document.name not in _NAMELESS:
        found = connection.rows(sql.SAME_NAME, {"name": document.name, "publisher": document.source})
    else:
        return None
    versions = (Former(row["id"], rows.document(row)) for row in found)
    return next((one for one in versions if _resembles(one.document.text, document.text)), None)


def moved(claim: Claim, before: Document, after: Document) -> Claim:
    """A claim with its sentences where they stand in the corrected article; without those that are gone."""
    ways = {"title": _Way(before.title, after.title), "text": _Way(before.text, after.text)}
    evidence = tuple(place for one in claim.mention.evidence for place in ways[one.field].of(one))
    return replace(claim, mention=replace(claim.mention, evidence=evidence))


def _resembles(one: str, other: str) -> bool:
    return _compared(one.split(), other.split()).ratio() >= _LEAST


def _compared(one: list[str], other: list[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, one, other, autojunk=False)


class _Way:
    """From a place in one version of a text to that in another."""

    def __init__(self, before: str, after: str) -> None:
        self._after = after
        self._old = [match.span() for match in _WORD.finditer(before)]
        self._new = [match.span() for match in _WORD.finditer(after)]
        self._steps = _compared(_WORD.findall(before), _WORD.findall(after)).get_opcodes()

    def of(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentence as it stands now; nothing where none of its words does."""
        words = [n for n, (start, end) in enumerate(self._old) if start < sentence.end and sentence.start < end]
        places = [place for n in words for place in self._places(n)]
        if places:
            start, end = self._new[min(places)][0], self._new[max(places)][1]
            yield Sentence(self._after[start:end], start, end, sentence.field)

    def _places(self, word: int) -> Iterator[int]:
        """The words that stand for one now."""
        for kind, first, last, here, there in self._steps:
            if first <= word < last and kind == "equal":
                yield here + word - first
            elif first <= word < last:
                yield from range(here, there)
