"""Short public ids, made from what they stand for.

They hold no vowel, so that none is a word, and begin with a letter, so that no spreadsheet takes one for a number or a
month.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from itertools import islice

_LETTERS = "bcdfghjkmnpqrstvwxyz"
_ALPHABET = "23456789" + _LETTERS
_SHORTEST = 4
_TRIED = 6
_WELL_FORMED = re.compile(r"[a-z0-9](-?[a-z0-9]){2,39}")


def public_id(fingerprint: str, *, taken: Callable[[str], bool]) -> str:
    """The shortest id of at least four characters that the fingerprint gives and that is not taken."""
    return next(id for id in _ids(fingerprint) if not taken(id))


def spellings(fingerprint: str) -> list[str]:
    """The ids that `public_id` tries first; of more events than there can be, one of them is free."""
    return list(islice(_ids(fingerprint), _TRIED))


def fingerprint(*parts: str) -> str:
    """What tells one origin of an event from any other: SHA-256 of its parts, in hexadecimal."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def well_formed(id: str) -> bool:
    """Whether an id from elsewhere can be kept: 3 to 40 letters and digits in lower case, single hyphens between."""
    return bool(_WELL_FORMED.fullmatch(id)) and len(id) <= 40


def _ids(fingerprint: str) -> Iterator[str]:
    """The ids that a fingerprint gives, each a letter longer than the one before."""
    number = int(hashlib.sha256(fingerprint.encode()).hexdigest(), 16)
    number, first = divmod(number, len(_LETTERS))
    id = _LETTERS[first]
    while number:
        number, place = divmod(number, len(_ALPHABET))
        id += _ALPHABET[place]
        if len(id) >= _SHORTEST:
            yield id
