"""Text as it is searched: unaccented, without case or punctuation, so that both dialects find the same words in it."""

from __future__ import annotations

import re
from typing import Literal

from tracker.reference.tables import plain

_WORD = re.compile(r"[^\W_]+")
_TERM = re.compile(r'"(?P<phrase>[^"]*)"|(?P<word>\S+)')
_APOSTROPHES = str.maketrans("", "", "'’‘`´ʻʼʿʾ")


def folded(text: str) -> str:
    """The words of a text, one space between: "Türkiye’s Çavuşoğlu" becomes "turkiyes cavusoglu"."""
    return " ".join(_WORD.findall(plain(text.translate(_APOSTROPHES)).casefold()))


def contains(text: str) -> str:
    """A LIKE pattern that finds the folded text anywhere. Folded text holds no wildcard, so nothing needs escaping."""
    return f"%{folded(text)}%"


def contains_words(text: str) -> str:
    """A LIKE pattern that finds the folded text as whole words, in a value with a space before and behind."""
    return f"% {folded(text)} %"


def search_terms(text: str, dialect: Literal["sqlite", "postgresql"]) -> str:
    """The full-text query that finds every word of a text; empty when it has none.

    Words in quotation marks must stand together, and a word's end may be left open with `*`.
    """
    terms = [_term(match, dialect) for match in _TERM.finditer(text)]
    return (" " if dialect == "sqlite" else " & ").join(term for term in terms if term)


def _term(match: re.Match[str], dialect: Literal["sqlite", "postgresql"]) -> str:
    printed = match["phrase"] if match["phrase"] is not None else match["word"]
    words = folded(printed).split()
    open_end = match["word"] is not None and printed.endswith("*")
    if not words:
        return ""
    if dialect == "sqlite":
        return f'"{" ".join(words)}"' + ("*" if open_end else "")
    return "(" + " <-> ".join(words) + (":*" if open_end else "") + ")"
