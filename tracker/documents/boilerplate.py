"""Which spans of a text belong to its page: buttons, notices, credits, other stories' headlines, readers' comments.

Read line by line against the named rules of `boilerplate.toml`; nothing is cut from the text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TypedDict

from tracker.documents.dateline import is_stamp

Span = tuple[int, int]


class Rule(TypedDict):
    """One kind of boilerplate: regular expressions, and texts that they must mark."""

    name: str
    patterns: list[str]
    examples: list[str]


_LONGEST_LINE = 500
_LINE = re.compile(r"\S.*")
_NAVIGATION_WORD = re.compile(
    r"(?:home|news|english|press office|press releases?|contact(?: us)?|about(?: us)?|menu|search|archive|sitemap|media"
    r"|subscribe|unsubscribe|donate|results|terms of use|print version|back issues)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+[|•·—]\s+|\s*[|»›]\s*|\s{3,}")
_MOST_ITEM_WORDS = 7
_EDGE_LINES = 6
_HEADLINE_END = re.compile(r"[.!?;:,]['\"’”)]*$")
_MOST_HEADLINE_WORDS, _MOST_HEADLINES = 20, 12


@cache
def rules(scope: str) -> dict[str, re.Pattern[str]]:
    """The rules of one scope (`line`, `inline`, `list`, `rest`), each one pattern by its name."""
    return {rule["name"]: re.compile("|".join(rule["patterns"]), re.IGNORECASE) for rule in lexicon()[scope]}


def spans(text: str) -> tuple[Span, ...]:
    """Spans of the text that are boilerplate, in order, none touching another."""
    lines = [(match.start(), match[0].rstrip()) for match in _LINE.finditer(text)]
    found = [*_whole_lines(lines, len(text)), *_inline(text)]
    return tuple(_joined(sorted(found), text))


def _whole_lines(lines: Sequence[tuple[int, str]], length: int) -> Iterator[Span]:
    headlines_left = 0
    for number, (start, line) in enumerate(lines):
        edge = number < _EDGE_LINES or number >= len(lines) - _EDGE_LINES
        if start > length / 2 and _matches("rest", line):
            yield start, lines[-1][0] + len(lines[-1][1])
            return
        if _matches("list", line):
            headlines_left = _MOST_HEADLINES
        elif headlines_left and _is_headline(line):
            headlines_left -= 1
        elif _is_page_line(line, edge):
            pass
        else:
            headlines_left = 0
            continue
        yield start, start + len(line)


def _is_page_line(line: str, edge: bool) -> bool:
    return _matches("line", line) or _matches("rest", line) or is_stamp(line) or (edge and _is_navigation(line))


def _matches(scope: str, line: str) -> bool:
    bare = line.rstrip(" .…!:›»>→*")
    if len(line) > _LONGEST_LINE or not bare:
        return False
    return any(rule.fullmatch(line) or rule.fullmatch(bare) for rule in rules(scope).values())


def _is_navigation(line: str) -> bool:
    """A bar of links: short items, one of them a word that such bars carry."""
    items = _SEPARATOR.split(line)
    short = all(len(item.split()) <= _MOST_ITEM_WORDS for item in items)
    return len(items) > 1 and short and any(_NAVIGATION_WORD.fullmatch(item) for item in items)


def _is_headline(line: str) -> bool:
    return len(line.split()) <= _MOST_HEADLINE_WORDS and not _HEADLINE_END.search(line)


def _inline(text: str) -> Iterator[Span]:
    return (match.span() for rule in rules("inline").values() for match in rule.finditer(text))


def _joined(found: Iterable[Span], text: str) -> Iterator[Span]:
    """Overlapping spans, and those with only blanks between them, as one."""
    begin = end = None
    for start, stop in found:
        if begin is not None and end is not None and not text[end:start].strip():
            end = max(end, stop)
            continue
        if begin is not None and end is not None:
            yield begin, end
        begin, end = start, stop
    if begin is not None and end is not None:
        yield begin, end


@cache
def lexicon() -> dict[str, list[Rule]]:
    """The rules of each scope, as `boilerplate.toml` has them."""
    return tomllib.loads(files(__package__).joinpath("boilerplate.toml").read_text(encoding="utf-8"))
