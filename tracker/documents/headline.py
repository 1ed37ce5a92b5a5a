"""Which of a plain text's opening lines is its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tracker.documents import dateline

_OPENING_LINES = 6
_LONGEST = 220
_FEWEST_WORDS, _MOST_WORDS = 3, 32
_SENTENCE_END = re.compile(r"[.!;:,]['\"’”)]*$")


def headline(text: str, boilerplate: tuple[tuple[int, int], ...]) -> str:
    """The headline that a text opens with, empty when it opens with its first sentence or is nothing else.

    It is the first line that reads like one before the first sentence; a masthead, with the date below it and a
    headline below that, is passed over.
    """
    found, dated = "", False
    for line in _opening(text, boilerplate):
        if _is_sentence(line):
            return found
        if dateline.statements(line):
            dated = True
        elif _reads_like_headline(line) and (dated or not found):
            found, dated = " ".join(line.split()), False
    return found if len(text.split()) > _MOST_WORDS + len(found.split()) else ""


def _opening(text: str, boilerplate: tuple[tuple[int, int], ...]) -> Iterator[str]:
    covered = {start for start, _ in boilerplate}
    lines = ((match.start(), match[0].rstrip()) for match in re.finditer(r"\S.*", text))
    article = (line for start, line in lines if start not in covered or dateline.statements(line))
    return islice(article, _OPENING_LINES)


def _is_sentence(line: str) -> bool:
    return len(line) > _LONGEST or (len(line.split()) > _FEWEST_WORDS and bool(_SENTENCE_END.search(line)))


def _reads_like_headline(line: str) -> bool:
    return _FEWEST_WORDS <= len(line.split()) <= _MOST_WORDS and not line[0].islower() and any(map(str.isalpha, line))
