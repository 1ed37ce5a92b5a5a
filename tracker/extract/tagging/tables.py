"""What a sentence is looked up in: the names of lands and organisations, offices, honorifics."""

from __future__ import annotations

from functools import cache

from tracker import reference
from tracker.extract.lexicon import words
from tracker.extract.tokens import Phrases
from tracker.reference.added import kept

LAND_TAGS = {
    "country": "C",
    "demonym": "D",
    "capital": "K",
    "city": "L",
    "seat": "S",
    "authority": "C",
    "organisation": "G",
}
"""The kinds of names that the gazetteer holds, the likeliest first, with the tag of each."""
SUFFIXES = {"jr", "sr"}
"""Behind a family name, and none by themselves."""


@kept
def gazetteer() -> Phrases[tuple[reference.NameEntry, ...]]:
    """Every name of a land, city or organisation, with what it can stand for, the likeliest first."""
    grouped: dict[str, list[reference.NameEntry]] = {}
    for entry in reference.names():
        grouped.setdefault(entry.surface, []).append(entry)
    order = list(LAND_TAGS)
    return Phrases(
        (surface, tuple(sorted(entries, key=lambda e: order.index(e.kind)))) for surface, entries in grouped.items()
    )


@cache
def offices() -> Phrases[str]:
    """Every office, with letters for what it is: `g` of a group, `e` of an envoy, `o` of a counterpart."""
    groups, envoys, opposites = (words("offices", name) for name in ("groups", "envoys", "opposites"))
    heads = words("offices", "heads")
    return Phrases(
        (head, "".join(f for f, s in (("g", groups), ("e", envoys), ("o", opposites)) if head in s)) for head in heads
    )


@cache
def honorifics() -> Phrases[bool]:
    """What stands before the name of a person who is honoured."""
    return Phrases((entry, True) for entry in words("honorifics", "before"))


@cache
def decoys() -> Phrases[bool]:
    """Longer names that contain that of a land and mean none: "Washington Post"."""
    return Phrases((name, True) for name in reference.decoys())
