"""Folders of labelled articles, `NAME.txt` beside `NAME.json`, and of what was found in them, `NAME.jsonl`."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from tracker.errors import InputError
from tracker.evaluation.coding import Coded
from tracker.model import TimeSpan

Half = Literal["odd", "even"]
_SIDECAR = ".meta.json"


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article's labels. `name` is that of its files without ending, `published` a day, month or year."""

    name: str
    text: Path
    published: TimeSpan | None
    events: tuple[Coded, ...]


def read_labels(folder: Path, *, only: Half | None = None) -> list[Labelled]:
    """The labelled articles of a folder by name; `only` those whose number is odd, or even.

    Raises InputError where there are none, and for labels that cannot be read.
    """
    paths = sorted(path for path in folder.glob("*.json") if not path.name.endswith(_SIDECAR))
    if not paths:
        raise InputError(f"{folder} holds no labelled articles; `tracker annotate` makes NAME.txt and NAME.json")
    return [read_file(path) for path in paths if only is None or _half(path) == only]


def read_file(path: Path) -> Labelled:
    """The labels in a file; raises InputError, naming it."""
    row = _json(path.read_text(encoding="utf-8"), path)
    try:
        published = TimeSpan.iso(row["published"]) if row.get("published") else None
        events = tuple(map(Coded.read, row["events"]))
    except (KeyError, TypeError, ValueError, InputError) as error:
        raise InputError(f"{path}: {_reason(error)}") from None
    return Labelled(path.stem, path.with_name(row.get("doc") or f"{path.stem}.txt"), published, events)


def read_predictions(folder: Path, labelled: Iterable[Labelled]) -> Iterator[tuple[Labelled, list[Coded]]]:
    """Each article with what the folder holds for it; nothing, where it has no file of its name.

    Raises InputError for a folder without any, which is rather the wrong folder than an extractor that finds nothing.
    """
    if not any(folder.glob("*.jsonl")):
        raise InputError(f"{folder} holds no NAME.jsonl; `tracker extract NAME.txt --format jsonl` makes one")
    for one in labelled:
        path = folder / f"{one.name}.jsonl"
        yield one, list(_found(path)) if path.exists() else []


def write_labels(
    folder: Path, name: str, text: str, published: TimeSpan | None, events: Iterable[Coded]
) -> tuple[Path, Path]:
    """Writes an article and its labels, the labels last and whole; the paths of both."""
    folder.mkdir(parents=True, exist_ok=True)
    article, labels = folder / f"{name}.txt", folder / f"{name}.json"
    row = {"doc": article.name, "published": _iso(published), "events": [event.label() for event in events]}
    article.write_text(text, encoding="utf-8", newline="")
    begun = labels.with_suffix(".json.part")
    begun.write_text(json.dumps(row, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    os.replace(begun, labels)
    return article, labels


def _found(path: Path) -> Iterator[Coded]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            row = _json(line, path, number)
            try:
                yield Coded.read(row)
            except InputError as error:
                raise InputError(f"{path}, line {number}: {error}") from None


def _json(text: str, path: Path, line: int | None = None) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise InputError(f"{path}{f', line {line}' if line else ''} is not JSON: {error}") from None


def _half(path: Path) -> Half:
    digits = re.sub(r"\D", "", path.stem)
    if not digits:
        raise InputError(f"{path.name} has no number in its name; `--only` asks for odd or even ones")
    return "odd" if int(digits) % 2 else "even"


def _iso(published: TimeSpan | None) -> str | None:
    if published is None or published.start is None:
        return None
    return published.start.isoformat()[: {"year": 4, "month": 7}.get(published.precision.value, 10)]


def _reason(error: Exception) -> str:
    return f"has no {error}" if isinstance(error, KeyError) else str(error)
