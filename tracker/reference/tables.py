"""How the data files are read, and how two spellings of a name are told to be one."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from datetime import date

DATA = os.path.join(os.path.dirname(__file__), "data")

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
    return (line.split("\t") for line in text(file).split("\n")[1:-1])


def text(file: str) -> str:
    """The whole of a data file."""
    with open(os.path.join(DATA, file), encoding="utf-8", newline="\n") as data:
        return data.read()


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by semicolons."""
    return tuple(cell.split("; ")) if cell else ()


def day(cell: str) -> date | None:
    """An ISO day; None when the cell is empty."""
    return date.fromisoformat(cell) if cell else None


def plain(name: str) -> str:
    """The name in unaccented letters: "Côte d’Ivoire" becomes "Cote d'Ivoire"."""
    if name.isascii():
        return name
    spread = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def fold(name: str) -> str:
    """What spellings of a name have in common: no case, accents, dots, hyphens, leading article; "saint" is "st"."""
    folded = " ".join(plain(name).translate(_IGNORED).casefold().split()).removeprefix("the ")
    return folded.replace("saint ", "st ") if "saint " in folded else folded
