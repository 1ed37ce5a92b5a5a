"""Where an article says itself when it was published: stamps ("Published: …"), header lines, agencies' datelines.

Published: 2021-11-25 10:00            a stamp
Press Office | 25 November 2021        a header line, or one at the foot of a letter
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
FOOTER_LINES = 4
"""Lines at the end, blank ones aside, among which a day that stands alone is the article's."""
_LONGEST_STAMP = 120
_HEAD = 500
"""Characters of a line that are looked at for its dateline: a line may be a whole article."""
_MOST_HEADER_WORDS, _MOST_TITLE_WORDS = 14, 24


class Kind(IntEnum):
    """What states the day; the lowest is believed first."""

    FIRST_PUBLISHED = 0
    PUBLISHED = 1
    DATELINE = 2
    FOOTER = 3
    UPDATED = 4


@dataclass(frozen=True, slots=True)
class Statement:
    """A date that the article states as its own, with the offsets of the words that state it."""

    kind: Kind
    date: WrittenDate
    start: int
    end: int


_ANY_DATE = rf"(?:[Tt]he\s+)?(?P<date>(?i:{DATE}))"
_CLOCK = r"(?i:\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)"
_ZONE = r"(?:\s*\(?(?:[A-Z]{2,4}|[+-]\d\d:?\d\d)\)?)?"
_TIME = rf"(?:{_CLOCK}{_ZONE})"
_RULE = r"[|•·—–;/]|\s-\s"

_STAMP = re.compile(
    rf"(?:^|{_RULE}|\()\W*"
    r"(?P<word>(?i:(?:first |last |originally )?(?:published|posted|updated|modified|revised|created|issued|released"
    r"|uploaded|filed|dated|appeared)|(?:publication |release |issue |posting |print )?date|ends?\s?/|print edition"
    r"|for (?:immediate )?release|embargoed until|last (?:edited|reviewed|changed)"
    r"|date of (?:issue|release|publication)))"
    rf"(?i:\s+(?:online|date))?(?i:\s+(?:on|at|in|of)\b)?\s*[:|–—-]?\s*(?:{_TIME}\s*,?\s*(?i:on\s+)?)?{_ANY_DATE}"
)
_SENTENCE_STAMP = re.compile(
    r"\b(?i:this (?:article|story|post|text|interview|piece|column|page|release|report|entry|letter|document|item|news"
    r"|statement|note)(?: (?:was|has been|first|originally|last|also)){0,3}"
    r" (?P<word>published|posted|printed|appeared|updated|modified|revised|issued|released|filed)"
    rf"\b[^.\n\d]{{0,60}}?\b(?:on|of|in)(?: \w+day,?)?) {_ANY_DATE}"
)
_ISSUE = r"(?:\s+(?i:issue|edition|number|newsletter|bulletin|update))?"
_HEADER = re.compile(
    rf"(?:^(?:(?i:(?:for the )?week (?:of|ending|beginning|commencing)|as (?:of|at)|press release of|news of) )?"
    rf"|(?P<comma>,)|:|(?<!tomorrow )(?<!yesterday )\(|{_RULE}|\d\d?:\d\d,?|\b(?i:no|nr)\.?\s?\d+\s?[-–/])"
    rf"\s*{_ANY_DATE}{_ISSUE}"
    rf"(?=\s*(?:\.?$|[()]|,?\s*(?:at\s+)?{_TIME}|(?(comma)\.?$|(?:{_RULE}))))"
)
_PREPOSITION = (
    r"(?:on|of|in|for|until|till|by|since|from|before|after|to|and|between|through|the|next|last|every|each|past)"
)
_MASTHEAD = re.compile(rf"^[^,.;:?!]*(?<!\w)(?!(?i:{_PREPOSITION}|{WEEKDAY})\s)[\w'’&)]+\s+(?P<date>(?i:{DATE}))$")
_FOOTER = re.compile(rf"^(?:[^\d.!?]{{2,60}},\s*)?{_ANY_DATE}\.?$")
_MOST_MASTHEAD_WORDS = 9

_NO_PLACE = r"(?!(?:On|In|At|By|Since|Until|From|After|Before|This|Last|Next|Today|Early|Late)\b)"
_WORD = rf"(?!(?i:{WEEKDAY}))[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*"
_PLACE = rf"{_WORD}(?: (?:{_WORD}|of|de|la|el|and|the|city|del|des|du|da|do|al|di)){{0,4}}"
_PLACES = rf"{_NO_PLACE}{_PLACE}(?:\s*[,/]\s*{_PLACE}){{0,2}}(?:\s*\[[^\]\n]{{1,40}}\])?"
_AGENCY = r"(?:\([^()\n]{1,40}\)|/[^/\n]{1,30}/)"
_AFTER_DATE = rf"(?=\s*\)?\s*(?:$|[-–—:]|[.,]?\s*{_AGENCY}|\.\s*[-–—]|,\s*[A-Z][\w.]{{1,15}}\s*[-–—:]))"
_DATELINE = re.compile(
    rf"^\W{{0,6}}(?:{_AGENCY}\s*[:,–—-]*\s*)?{_PLACES}\s*{_AGENCY}?\s*[-–—,.:(]*\s*{_ANY_DATE}{_AFTER_DATE}"
)
_OLD_DATELINE = re.compile(
    rf"^\W{{0,6}}[A-Z][A-Z .'’-]{{2,30}}(?:, [A-Z][\w.]+){{0,2}}, (?P<date>(?i:{DATE}))[.,]\s+(?=[A-Z\"“])"
)
_PLACELESS = re.compile(rf"^\W{{0,6}}(?:{_AGENCY}\s*[:,–—-]*\s*)?{_ANY_DATE}\s*,?\s*{_AGENCY}\s*[-–—:]")


def statements(text: str) -> list[Statement]:
    """All dates that the article states as its own, the most believable first."""
    found = [*_stamps(text), *_datelines(text), *_footers(text)]
    if any(statement.kind is Kind.DATELINE for statement in found):
        found = [statement for statement in found if statement.kind is not Kind.FOOTER]
    return sorted(found, key=lambda statement: (statement.kind, statement.start))


def is_stamp(line: str) -> bool:
    """Whether a line does nothing but say when the article was published or updated."""
    return len(line) <= _LONGEST_STAMP and not line.endswith(".") and bool(_STAMP.match(line))


def _stamps(text: str) -> Iterator[Statement]:
    for start, line in _lines(text):
        for match in _SENTENCE_STAMP.finditer(line):
            yield from _stated(_kind(match["word"].lower()), match, text, start)
        if len(line) > _LONGEST_STAMP or line.endswith("."):
            continue
        for match in _STAMP.finditer(line):
            yield from _stated(_kind(match["word"].lower()), match, text, start)


def _kind(word: str) -> Kind:
    if word.startswith(("first ", "originally ")):
        return Kind.FIRST_PUBLISHED
    return Kind.UPDATED if word.endswith(("updated", "modified", "revised", "edited", "changed")) else Kind.PUBLISHED


def _datelines(text: str) -> Iterator[Statement]:
    for start, whole in islice(_lines(text), HEADER_LINES):
        line = whole[:_HEAD]
        if _STAMP.search(line):
            continue
        if match := _DATELINE.match(line) or _OLD_DATELINE.match(line) or _PLACELESS.match(line) or _header(line):
            yield from _stated(Kind.DATELINE, match, text, start)


def _header(line: str) -> re.Match[str] | None:
    """The date of a line that is no sentence; of a long line, or with no mark before it, only a full one at its end."""
    words = len(line.split())
    found = _HEADER.search(line) if words <= _MOST_TITLE_WORDS else None
    if found and (words <= _MOST_HEADER_WORDS or (found.end() == len(line) and _full(found["date"]))):
        return found
    last = _MASTHEAD.match(line) if words <= _MOST_MASTHEAD_WORDS else None
    return last if last and _full(last["date"]) else None


def _full(printed: str) -> bool:
    date = written.parse(printed)
    return bool(date and date.year and date.day)


def _footers(text: str) -> Iterator[Statement]:
    for start, line in list(_lines(text))[HEADER_LINES // 2 :][-FOOTER_LINES:]:
        if (match := _FOOTER.match(line)) and _full(match["date"]):
            yield from _stated(Kind.FOOTER, match, text, start)


def _stated(kind: Kind, match: re.Match[str], text: str, offset: int) -> Iterator[Statement]:
    date = written.parse(match["date"]) or written.parse(match["date"], day_first=written.day_first(text))
    if date is not None:
        yield Statement(kind, date, offset + match.start("date"), offset + match.end("date"))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that are not blank, stripped, with their offsets."""
    return ((match.start(), match[0].rstrip()) for match in re.finditer(r"[^\s].*", text))
