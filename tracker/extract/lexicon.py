"""The word lists beside this module, read once: `lexicon.toml`, `grammar.toml`, `modality.toml`, `triggers.toml` and
`idioms.toml`.

To the triggers come those of the words file in force: a synonym stands in every list that holds the word it is like.
"""

from __future__ import annotations

import tomllib
from copy import deepcopy
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from tracker.errors import InputError
from tracker.reference.added import Trigger, Words, in_force, kept


@cache
def words(table: str, name: str) -> frozenset[str]:
    """Words that name people and offices, lower case."""
    return split(_read("lexicon")[table][name])


@cache
def modality(table: str, name: str) -> frozenset[str]:
    """Words that decide whether an act took place."""
    return split(_read("modality")[table][name])


@cache
def grammar(name: str) -> frozenset[str]:
    """Small words that steer how a parse is read."""
    return split(_read("grammar")[name])


@kept
def triggers() -> dict[str, Any]:
    """The tables of `triggers.toml` with the added words; raises InputError when one is like none that is known.

    An added type has its words in frames of their own, each under itself.
    """
    words, tables = in_force(), deepcopy(_read("triggers"))
    for stranger in strangers(words):
        raise InputError(f"{words.file}, line {stranger.line}: {unlike(stranger)}")
    for added in words.triggers:
        for frame in _frames(added):
            tables[added.type][added.part][frame] += f"; {added.word}"
    for name, entry in words.types.items():
        tables[name] = {part: {word: word for word in entry[part]} for part in ("verbs", "nouns")}
    return tables


@cache
def idioms() -> dict[str, dict[str, str]]:
    """The verbs that tell an act by the words beside or behind them, by type and frame."""
    return _read("idioms")


@kept
def event_nouns() -> frozenset[str]:
    """The lemmas of all nouns that can name an event; an hour spent with somebody is first of all a time."""
    lists = (tables.get("nouns", {}).items() for tables in triggers().values())
    return frozenset().union(*(split(entries) for frames in lists for frame, entries in frames if frame != "spells"))


def strangers(words: Words) -> list[Trigger]:
    """The added triggers that are like no word of their type."""
    return [added for added in words.triggers if not _frames(added)]


def unlike(stranger: Trigger) -> str:
    """A sentence about one of them."""
    known = sorted(set().union(*map(split, _lists(stranger).values())))
    near = get_close_matches(stranger.like, known, n=1)
    shown = f"did you mean {near[0]}?" if near else f"it may be like {', '.join(known)}" if known else "it has none"
    return f"'{stranger.like}' is none of the {stranger.part} of {stranger.type}; {shown}"


def _frames(added: Trigger) -> list[str]:
    return [frame for frame, entries in _lists(added).items() if added.like in split(entries)]


def _lists(added: Trigger) -> dict[str, str]:
    """The words of a type by frame, as they come with the program."""
    frames: dict[str, str] = _read("triggers")[added.type].get(added.part, {})
    return frames


def is_office(word: str) -> bool:
    """Whether a lower-case word heads an office or names a group of officials."""
    return word in words("offices", "heads") or word in words("offices", "groups")


def split(entries: str) -> frozenset[str]:
    """The entries of one list."""
    return frozenset(entry.strip() for line in entries.splitlines() for entry in line.split(";")) - {""}


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
