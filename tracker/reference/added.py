"""The words in force that a person adds to what comes with the program, and what must be made anew when they change.

    words file ─▶ wordfile.read_words ─▶ Words ─▶ use ─▶ the tables of `reference`, the triggers of `extract`

A table that holds added words is made when first asked for and `kept` until `use` puts others in force, so that words
may be put in force at any time; what was looked up before stays what it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, Literal, TypeVar, cast

AliasKind = Literal["countries", "demonyms", "organisations", "places", "people"]
TriggerPart = Literal["verbs", "nouns"]
Made = TypeVar("Made")
Find = TypeVar("Find", bound=Callable[..., Any])

_MOST_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Trigger:
    """A verb or noun, as a dictionary has it, that tells an event of `type` in the way that `like` does."""

    type: str
    part: TriggerPart
    word: str
    like: str
    line: int


@dataclass(frozen=True, slots=True)
class Words:
    """What a words file adds, in the shape of the data files that it adds to.

    `types` and `organisations` are entries by name, `places` and `office_holders` rows. `aliases` are further names by
    what they stand for: a country's code (`countries`, `demonyms`), an organisation's short name, a place's name and
    country (`place_key`), a person's full name. `file` is where they were read.
    """

    types: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    triggers: tuple[Trigger, ...] = ()
    organisations: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    places: tuple[list[str], ...] = ()
    office_holders: tuple[list[str], ...] = ()
    aliases: Mapping[AliasKind, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    file: str = ""

    def more(self, kind: AliasKind, key: str) -> tuple[str, ...]:
        """The added names of one thing."""
        return self.aliases.get(kind, {}).get(key, ())


NO_WORDS = Words()

_forget: list[Callable[[], None]] = []
_in_force = NO_WORDS


def in_force() -> Words:
    """The words added at present."""
    return _in_force


def use(words: Words) -> None:
    """Puts `words` in force instead of any others; `NO_WORDS` leaves what comes with the program."""
    global _in_force  # noqa: PLW0603 - one process speaks one language, as its data files do
    if words != _in_force:
        _in_force = words
        for forget in _forget:
            forget()


def kept(make: Callable[[], Made]) -> Callable[[], Made]:
    """As `functools.cache`, for what is made of data files and added words: kept while the same words are in force."""
    cached = cache(make)
    _forget.append(cached.cache_clear)
    return cached


def remembered(find: Find) -> Find:
    """As `functools.lru_cache`, for what a text stands for while the same words are in force."""
    cached = lru_cache(maxsize=_MOST_REMEMBERED)(find)
    _forget.append(cached.cache_clear)
    return cast("Find", cached)


def place_key(name: str, country: str) -> str:
    """What tells a place from others of its name."""
    return f"{name}, {country}"
