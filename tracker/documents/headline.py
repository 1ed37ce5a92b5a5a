"""Whether a plain text opens with its headline."""

from __future__ import annotations

import re

from tracker.documents import dateline

_LONGEST = 220
_FEWEST_WORDS, _MOST_WORDS = 3, 32
_SENTENCE_END = re.compile(r"[.!;:,]['\"’”)]*$")


def headline(text: str, boilerplate: tuple[tuple[int, int], ...]) -> str:
    """The first line that is no boilerplate, when it reads like a headline and a text follows; else nothing."""
    covered = {start for start, _ in boilerplate}
    lines = [match for match in re.finditer(r"\S.*", text) if match.start() not in covered]
    if len(lines) > 1 and _reads_like_headline(lines[0][0].rstrip()):
        return " ".join(lines[0][0].split())
    return ""


def _reads_like_headline(line: str) -> bool:
    words = line.split()
    if len(line) > _LONGEST or not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or line[0].islower():
        return False
    return not _SENTENCE_END.search(line) and not dateline.statements(line)
