"""What the values of a words file may be: each reader takes a value as TOML gives it and returns it as it is used.

A value that cannot be meant raises `Wrong`, which ends a sentence that begins with the value's name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from tracker.reference.event_types import event_types
from tracker.reference.states import countries, countries_called, country

Field = Callable[[Any], Any]

_FEW = 20
"""So many words can be listed in a sentence."""

_SLUG = re.compile(r"[a-z]+(-[a-z]+)*")


class Wrong(Exception):
    """What is wrong with a value."""


def text(value: Any) -> str:
    """A text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise Wrong('must be a text in quotation marks, "like this"')
    return value.strip()


def texts(value: Any) -> tuple[str, ...]:
    """A list of such."""
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise Wrong('must be a list of texts, ["like this", "and this"]')
    return tuple(one.strip() for one in value)


def name(value: Any) -> str:
    """A name as articles print it."""
    printed = text(value)
    if printed[0].islower():
        raise Wrong(f"must begin with a capital letter, as articles print names; '{printed}' would never be found")
    return printed


def names(value: Any) -> tuple[str, ...]:
    """A list of such."""
    return tuple(name(one) for one in texts(value))


def slug(value: Any) -> str:
    """What an event type, subtype or role may be called."""
    word = text(value)
    if not _SLUG.fullmatch(word):
        raise Wrong(f"must be in small letters, with hyphens between words; '{word}' is not")
    return word


def slugs(value: Any) -> tuple[str, ...]:
    """A list of such."""
    return tuple(slug(one) for one in texts(value))


def verbs(value: Any) -> tuple[str, ...]:
    """Verbs as a dictionary has them, in small letters."""
    return tuple(_single(one) for one in texts(value))


def nouns(value: Any) -> tuple[str, ...]:
    """Nouns and phrases that end in one, in small letters."""
    return tuple(" ".join(one.lower().split()) for one in texts(value))


def synonyms(value: Any) -> dict[str, str]:
    """New words, each with the known one that it is used like."""
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise Wrong('must pair each new word with a known one, { powwow = "meet" }')
    return {_single(word): _single(like) for word, like in value.items()}


def subtypes(value: Any) -> dict[str, tuple[str, ...]]:
    """Names, each with the words of a sentence that tell it."""
    if not isinstance(value, dict):
        raise Wrong('must pair each name with the words that tell it, { naval = ["naval", "at sea"] }')
    return {slug(one): nouns(words) for one, words in value.items()}


def glyph(value: Any) -> str:
    """A sign one terminal cell wide that no other type has."""
    sign = text(value)
    if len(sign) > 1 or unicodedata.east_asian_width(sign) in "WF" or unicodedata.combining(sign):
        raise Wrong(f"must be one sign as wide as a letter; '{sign}' is not")
    if taken := next((kind.name for kind in event_types().values() if kind.glyph == sign), None):
        raise Wrong(f"must be a sign of its own; '{sign}' is that of {taken}")
    return sign


def like(value: Any) -> str:
    """A type that comes with the program."""
    kind = text(value)
    if kind not in event_types():
        raise Wrong(f"must be a type that comes with the program; '{kind}' is none{hint(kind, event_types())}")
    return kind


def day(value: Any) -> date:
    """A day."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise Wrong("must be a day without quotation marks, like 2021-08-15")
    return value


def latitude(value: Any) -> float:
    """Degrees north."""
    return _degrees(value, 90)


def longitude(value: Any) -> float:
    """Degrees east."""
    return _degrees(value, 180)


def country_code(value: Any) -> str:
    """The code of a country by any of its names."""
    called = text(value)
    if found := country(called):
        return found.code
    shared = [one.name for one in countries_called(called)]
    meant = f"; it may mean {' or '.join(shared)}" if shared else hint(called, [one.name for one in countries()])
    raise Wrong(f"must be one country; '{called}' is not{meant}")


def hint(word: str, known: Collection[str]) -> str:
    """The end of a sentence about an unknown word: what may have been meant, or all there is where that is little."""
    if near := get_close_matches(word, known, n=1, cutoff=0.6):
        return f", did you mean {near[0]}?"
    return f"; it may be {', '.join(known)}" if len(known) <= _FEW else ""


def _single(word: str) -> str:
    if not word.strip() or " " in word.strip():
        raise Wrong(f"must be single words as a dictionary has them; '{word}' is not")
    return word.strip().lower()


def _degrees(value: Any, most: int) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > most:
        raise Wrong(f"must be a number of degrees from -{most} to {most}, without quotation marks")
    return float(value)


TYPE: Mapping[str, Field] = {
    "like": like, "summary": text, "title": text, "glyph": glyph, "roles": slugs, "subtypes": subtypes,
    "verbs": verbs, "nouns": nouns, "carriers": verbs, "cameo": texts, "plover": texts,
}  # fmt: skip
TRIGGERS: Mapping[str, Field] = {"verbs": synonyms, "nouns": synonyms}
ORGANISATION: Mapping[str, Field] = {
    "full": name, "aliases": names, "seat": text, "country": country_code, "part_of": text, "since": day, "until": day,
    "shared": names,
}  # fmt: skip
PLACE: Mapping[str, Field] = {
    "country": country_code, "latitude": latitude, "longitude": longitude, "aliases": names,
}  # fmt: skip
HOLDER: Mapping[str, Field] = {
    "person": name, "of": text, "office": text, "since": day, "until": day, "as_of": day, "source": text,
}  # fmt: skip
