"""On which line each key of a TOML text stands, which the library that reads it does not tell."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

Path = tuple[str, ...]
"""A key below its tables; entries of an array of tables count from "1"."""


def key_lines(text: str) -> dict[Path, int]:
    """The first line, from 1, of each table and key of a sound TOML text."""
    lines: dict[Path, int] = {}
    table: Path = ()
    counts: Counter[Path] = Counter()
    for number, told, heads in _statements(text):
        if heads:
            table = _headed(told, counts)
            for end in range(1, len(table) + 1):
                lines.setdefault(table[:end], number)
        else:
            for path in _paths(told):
                lines.setdefault((*table, *path), number)
    return lines


def _statements(text: str) -> Iterator[tuple[int, dict[str, Any], bool]]:
    """Each table's head and each key with its value: its line, what it tells, and whether it is a head."""
    begun, waiting = 0, ""
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        begun = begun if waiting else number
        waiting += line
        try:
            told = tomllib.loads(waiting)
        except tomllib.TOMLDecodeError:
            continue  # a value that goes on
        if told:
            yield begun, told, waiting.lstrip().startswith("[")
        waiting = ""


def _headed(told: Mapping[str, Any], counts: Counter[Path]) -> Path:
    """The path of a table whose head alone was read."""
    path: Path = ()
    while told:
        ((key, inner),) = told.items()
        path = (*path, key)
        if isinstance(inner, list):
            counts[path] += 1
            return (*path, str(counts[path]))
        told = inner
    return path


def _paths(told: Mapping[str, Any]) -> Iterator[Path]:
    for key, value in told.items():
        yield (key,)
        if isinstance(value, dict):
            yield from ((key, *path) for path in _paths(value))
