"""Where the words that a model quotes stand in the article, however it has set quotation marks, dashes and spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tracker.extract.passages import Passage, cut
from tracker.model import Document, Sentence

_SHORTEST_QUOTE = 12
"""Characters from which on a quote can be taken for a sentence's own."""
_MARKS = str.maketrans({**dict.fromkeys("‘’ʼ`´", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‐‑–—−", "-")})


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of one field of the document; `end` is exclusive."""

    field: Literal["title", "text"]
    start: int
    end: int


class Ground:
    """An article in which words can be looked up."""

    def __init__(self, document: Document) -> None:
        self.passages: Sequence[Passage] = cut(document).passages
        self._fields = tuple(_Folded(field, getattr(document, field)) for field in ("text", "title"))

    def sentences(self, quotes: Iterable[str]) -> tuple[Sentence, ...]:
        """The article's sentences that the quotes stand in, in its order; none where one of them stands nowhere.

        A quote from the page's boilerplate stands nowhere.
        """
        found: set[Sentence] = set()
        for quote in quotes:
            holding = self._holding(quote) if len(quote.strip()) >= _SHORTEST_QUOTE else None
            if holding is None:
                return ()
            found.update(holding)
        return tuple(passage.sentence for passage in self.passages if passage.sentence in found)

    def spots(self, words: str) -> Iterator[Spot]:
        """Every place where the words stand, as words of their own."""
        for field in self._fields:
            yield from field.spots(words)

    def holds(self, words: str) -> bool:
        """Whether the words stand anywhere."""
        return next(self.spots(words), None) is not None

    def _holding(self, quote: str) -> set[Sentence] | None:
        """The sentences of the first place where a quote stands and that belongs to the article."""
        for spot in self.spots(quote):
            holding = {passage.sentence for passage in self.passages if _overlap(passage.sentence, spot)}
            if holding:
                return holding
        return None


class _Folded:
    """A text folded for searching, with the offset that each of its characters had."""

    def __init__(self, field: Literal["title", "text"], text: str) -> None:
        self._field = field
        pieces = [(" " if match[0].isspace() else match[0].translate(_MARKS), match) for match in _units(text)]
        self._text = "".join(piece for piece, _ in pieces)
        self._starts = [match.start() for _, match in pieces]
        self._ends = [match.end() for _, match in pieces]

    def spots(self, words: str) -> Iterator[Spot]:
        folded = " ".join(words.translate(_MARKS).split())
        if folded:
            for found in re.finditer(rf"(?<!\w){re.escape(folded)}(?!\w)", self._text):
                yield Spot(self._field, self._starts[found.start()], self._ends[found.end() - 1])


def _units(text: str) -> Iterator[re.Match[str]]:
    """Single characters, white space in one."""
    return re.finditer(r"\s+|\S", text)


def _overlap(sentence: Sentence, spot: Spot) -> bool:
    return sentence.field == spot.field and sentence.start < spot.end and spot.start < sentence.end
