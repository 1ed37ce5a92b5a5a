"""Names that several countries share: whose "Dominican" and "Congolese" are in a document.

Where the document names one of them by a name of its own ("Santo Domingo", "Brazzaville") and not the likelier one, it
means that one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from tracker import reference
from tracker.reference.added import kept

_WORD = re.compile(r"[^\W\d_]+")
_KINDS = {"country", "capital", "demonym"}


def namesakes(text: str) -> dict[str, str]:
    """Shared names of a text that do not mean the country that they mostly mean, with the one that they mean."""
    words = set(_WORD.findall(text))

    def names(name: str) -> bool:
        return words.issuperset(_WORD.findall(name)) and name in text

    meant: dict[str, str] = {}
    for name, codes in _shared().items():
        if names(name):
            named = [code for code in codes if any(map(names, _own()[code]))]
            if named and codes[0] not in named:
                meant[name] = named[0]
    return meant


@kept
def _shared() -> Mapping[str, tuple[str, ...]]:
    """Each name of several countries with their codes, the likelier one first."""
    meanings: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for entry in reference.names():
        if entry.kind in _KINDS:
            meanings[entry.surface][entry.code] = None
    return {name: tuple(codes) for name, codes in meanings.items() if len(codes) > 1}


@kept
def _own() -> Mapping[str, tuple[str, ...]]:
    """The names of each country, its people and its capital that are nobody else's."""
    owned: defaultdict[str, list[str]] = defaultdict(list)
    for entry in reference.names():
        if entry.kind in _KINDS and entry.surface not in _shared() and not entry.ambiguous:
            owned[entry.code].append(entry.surface)
    return defaultdict(tuple, {code: tuple(names) for code, names in owned.items()})
