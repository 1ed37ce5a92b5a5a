"""Where an article says itself when it was published: stamps ("Published: …"), header lines, agencies' datelines.

Published: 2021-11-25 10:00            a stamp
Press Office | 25 November 2021        a header line
KABUL, Nov 24 (Xinhua) -- Talks …      a dateline, of which there are many shapes
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from tracker.documents import written
from tracker.documents.written import DATE, WEEKDAY, WrittenDate

HEADER_LINES = 8
"""Lines, blank ones aside, among which datelines and header lines are looked for."""
_LONGEST_STAMP = 120
_MOST_HEADER_WORDS = 14


class Kind(IntEnum):
    """What states the day; the lowest is believed first."""

    FIRST_PUBLISHED = 0
    PUBLISHED = 1
    DATELINE = 2
    UPDATED = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """A date that the article states as its own, with the offsets of the words that state it."""

    kind: Kind
    date: WrittenDate
    start: int
    end: int


_ANY_DATE = rf"(?P<date>(?i:{DATE}))"
_CLOCK = r"(?i:\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)"
_ZONE = r"(?:\s*\(?(?:[A-Z]{2,4}|[+-]\d\d:?\d\d)\)?)?"
_TIME = rf"(?:{_CLOCK}{_ZONE})"
_RULE = r"[|•·—–;/]|\s-\s"

_STAMP = re.compile(
    rf"(?:^|{_RULE}|\()\W*"
    r"(?P<word>(?i:(?:first |last |originally )?(?:published|posted|updated|modified|revised|created|issued|released"
    r"|uploaded)|publication date|release date|date|ends/|for immediate release))"
    rf"(?i:\s+(?:online|date))?(?i:\s+(?:on|at|in)\b)?\s*[:–—-]?\s*(?:{_TIME}\s*,?\s*(?i:on\s+)?)?{_ANY_DATE}"
)
_HEADER = re.compile(
    rf"(?:^|(?P<comma>,)|[:(]|{_RULE}|\d\d?:\d\d,?)\s*{_ANY_DATE}"
    rf"(?=\s*(?:$|[()]|,?\s*(?:at\s+)?{_TIME}|(?(comma)$|(?:{_RULE}))))"
)

_NO_PLACE = r"(?!(?:On|In|At|By|Since|Until|From|After|Before|This|Last|Next|Today|Early|Late)\b)"
_WORD = rf"(?!(?i:{WEEKDAY}))[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*"
_PLACE = rf"{_WORD}(?: (?:{_WORD}|of|de|la|el|and|the)){{0,4}}"
_PLACES = rf"{_NO_PLACE}{_PLACE}(?:\s*[,/]\s*{_PLACE}){{0,2}}(?:\s*\[[^\]\n]{{1,40}}\])?"
_AGENCY = r"(?:\([^()\n]{1,40}\)|/[^/\n]{1,30}/)"
_AFTER_DATE = rf"(?=\s*\)?\s*(?:$|[-–—:]|[.,]?\s*{_AGENCY}|,\s*[A-Z]{{2,12}}\s*[-–—:]))"
_DATELINE = re.compile(
    rf"^\W{{0,6}}(?:{_AGENCY}\s*[:,–—-]*\s*)?{_PLACES}\s*{_AGENCY}?\s*[-–—,.:(]*\s*{_ANY_DATE}{_AFTER_DATE}"
)
_PLACELESS = re.compile(rf"^\W{{0,6}}(?:{_AGENCY}\s*[:,–—-]*\s*)?{_ANY_DATE}\s*,?\s*{_AGENCY}\s*[-–—:]")


def statements(text: str) -> list[Statement]:
    """All dates that the article states as its own, the most believable first."""
    found = [*_stamps(text), *_datelines(text)]
    return sorted(found, key=lambda statement: (statement.kind, statement.start))


def is_stamp(line: str) -> bool:
    """Whether a line does nothing but say when the article was published or updated."""
    return len(line) <= _LONGEST_STAMP and not line.endswith(".") and bool(_STAMP.match(line))


def _stamps(text: str) -> Iterator[Statement]:
    for start, line in _lines(text):
        if len(line) > _LONGEST_STAMP or line.endswith("."):
            continue
        for match in _STAMP.finditer(line):
            yield from _stated(_kind(match["word"].lower()), match, start)


def _kind(word: str) -> Kind:
    if word.startswith(("first ", "originally ")):
        return Kind.FIRST_PUBLISHED
    return Kind.UPDATED if word.endswith(("updated", "modified", "revised")) else Kind.PUBLISHED


def _datelines(text: str) -> Iterator[Statement]:
    for start, line in islice(_lines(text), HEADER_LINES):
        if _STAMP.search(line):
            continue
        header = _HEADER.search(line) if len(line.split()) <= _MOST_HEADER_WORDS else None
        if match := _DATELINE.match(line) or _PLACELESS.match(line) or header:
            yield from _stated(Kind.DATELINE, match, start)


def _stated(kind: Kind, match: re.Match[str], offset: int) -> Iterator[Statement]:
    date = written.parse(match["date"])
    if date is not None:
        yield Statement(kind, date, offset + match.start("date"), offset + match.end("date"))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that are not blank, stripped, with their offsets."""
    return ((match.start(), match[0].rstrip()) for match in re.finditer(r"[^\s].*", text))
