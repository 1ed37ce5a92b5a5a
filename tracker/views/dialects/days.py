"""Days as other tables write them, by patterns such as `DD.MM.YYYY`, `YYYYMMDD` or `Month DD–DD, YYYY`.

`YYYY`, `MM` and `DD` stand for digits, `Month` for a month's English name or the beginning of it. What stands twice in
a pattern is told of the first and of the last day; what stands once, of both. Without `DD` months are meant, without a
month years. Any dash stands for any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from tracker.errors import InputError
from tracker.model import TimeSpan

COMMON = ("DD.MM.YYYY", "MM.YYYY", "YYYY/MM/DD", "DD Month YYYY", "Month DD, YYYY", "Month YYYY")
"""Patterns that can be meant in one way only."""

_PARTS = re.compile("YYYY|MM|DD|Month")
_DASH = re.compile("\\s*[-–—‐‑−]\\s*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LETTERS = r"([A-Za-z]{3,9})\.?"


def read(text: str, patterns: Iterable[str]) -> dict[str, str]:
    """The cells `start` and `end` of what is written, ISO days, months and years among it; no end where it is one.

    Raises InputError when it fits no pattern, or is a day that does not exist.
    """
    if _is_iso(text):
        return {"start": text}
    patterns = (*patterns,)
    for pattern in patterns:
        if match := _compiled(pattern).fullmatch(_DASH.sub("-", text.strip())):
            return _cells(_told(pattern, match), text)
    raise InputError(f"'{text}' is no date; write 2021-11-23, 2021-11 or 2021, or as {', '.join(patterns)}")


def require_pattern(pattern: str) -> str:
    """The pattern; raises InputError for one that tells no year."""
    if "YYYY" not in pattern:
        raise InputError(f"'{pattern}' is no pattern of a date; write one such as DD.MM.YYYY or Month DD, YYYY")
    return pattern


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    few = "{1,2}" if _PARTS.sub("", pattern) else "{2}"
    digits = {"YYYY": r"(\d{4})", "MM": rf"(\d{few})", "DD": rf"(\d{few})", "Month": _LETTERS}
    literal = re.split(f"({_PARTS.pattern})", _DASH.sub("-", pattern))
    return re.compile("".join(digits.get(part) or re.escape(part) for part in literal))


def _told(pattern: str, match: re.Match[str]) -> dict[str, list[str]]:
    """What the pattern's parts tell, the first and the last of each."""
    found: dict[str, list[str]] = {}
    for part, value in zip(_PARTS.findall(pattern), match.groups(), strict=True):
        name = "MM" if part == "Month" else part
        found.setdefault(name, []).append(_month(value) if part == "Month" else value.zfill(2))
    return found


def _month(name: str) -> str:
    short = name[:3].lower()
    if short not in _MONTHS:
        raise InputError(f"'{name}' is no month")
    return f"{_MONTHS.index(short) + 1:02}"


def _cells(told: Mapping[str, list[str]], text: str) -> dict[str, str]:
    first, last = ("-".join(told[part][side] for part in ("YYYY", "MM", "DD") if part in told) for side in (0, -1))
    if not (_is_iso(first) and _is_iso(last)):
        raise InputError(f"'{text}' is a day that does not exist")
    return {"start": first} if last == first else {"start": first, "end": last}


@lru_cache(10_000)
def _is_iso(text: str) -> bool:
    try:
        TimeSpan.iso(text.strip())
    except ValueError:
        return False
    return True
