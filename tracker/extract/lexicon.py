"""The word lists beside this module, read once: `lexicon.toml`, `triggers.toml`, `modality.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(table: str, name: str) -> frozenset[str]:
    """Words that name people and offices, lower case."""
    return split(_read("lexicon")[table][name])


@cache
def modality(table: str, name: str) -> frozenset[str]:
    """Words that decide whether an act took place."""
    return split(_read("modality")[table][name])


@cache
def triggers() -> dict[str, Any]:
    """The tables of `triggers.toml`."""
    return _read("triggers")


def is_office(word: str) -> bool:
    """Whether a lower-case word heads an office or names a group of officials."""
    return word in words("offices", "heads") or word in words("offices", "groups")


def split(entries: str) -> frozenset[str]:
    """The entries of one list."""
    return frozenset(entry.strip() for line in entries.splitlines() for entry in line.split(";")) - {""}


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
