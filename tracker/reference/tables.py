"""How the data files are read, and how two spellings of a name are told to be one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"

# Letters that Unicode does not decompose, and marks that writers leave out.
_PLAIN = str.maketrans(
    {
        **dict(zip("øØłŁđĐıħĦŧəƏðÐ", "oOlLdDihHteEdD", strict=True)),
        **{"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th"},
        **dict.fromkeys("ʻʼʿʾ", "'"),
        **dict.fromkeys("’‘`´", "'"),
        **dict.fromkeys("–—‑", "-"),
    }
)
_IGNORED = str.maketrans({".": "", "'": "", "-": " ", ",": " ", "(": " ", ")": " ", "&": " and "})


def rows(file: str) -> Iterator[list[str]]:
    """The rows of a tab-separated data file, without its heading."""
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines[1:])


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by semicolons."""
    return tuple(cell.split("; ")) if cell else ()


def day(cell: str) -> date | None:
    """An ISO day; None when the cell is empty."""
    return date.fromisoformat(cell) if cell else None


def plain(text: str) -> str:
    """The text in unaccented letters: "Côte d’Ivoire" becomes "Cote d'Ivoire"."""
    if text.isascii():
        return text
    spread = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


@cache
def fold(text: str) -> str:
    """What spellings of one name have in common: no case, accents, dots, hyphens or leading article; "saint" is "st"."""
    folded = " ".join(plain(text).translate(_IGNORED).casefold().split()).removeprefix("the ")
    return folded.replace("saint ", "st ") if "saint " in folded else folded
