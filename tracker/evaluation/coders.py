"""What a coder wrote, whatever it was kept in: a folder of labels, a folder of readings, or lines of events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import Any

from tracker.errors import InputError
from tracker.evaluation.agreement import Coding
from tracker.evaluation.coding import Coded
from tracker.evaluation.labels import read_file, read_labels

Articles = dict[str, list[Coded]]
WHOLE = ""
"""The name of what is not told article by article."""


def read_folder(folder: Path) -> Articles:
    """The events of each article of a folder: of its NAME.json as `tracker annotate` writes them, else NAME.jsonl.

    Raises InputError where there are neither.
    """
    lines = sorted(folder.glob("*.jsonl"))
    if any(path for path in folder.glob("*.json") if not path.name.endswith(".meta.json")) or not lines:
        return {one.name: list(one.events) for one in read_labels(folder)}
    return {path.stem: [event for _, event in read_events(path)] for path in lines}


def read_events(path: Path) -> list[tuple[str, Coded]]:
    """The events of a file, a label's or one object a line, each with the name of its one article.

    It is `WHOLE` for what several articles tell, or none. Raises InputError, naming the file and the line.
    """
    if path.suffix.lower() == ".json":
        told = read_file(path)
        return [(told.name, event) for event in told.events]
    try:
        with path.open(encoding="utf-8-sig") as lines:
            return [_event(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8; save it as UTF-8") from None


def paired(one: Articles, other: Articles, *, common: bool) -> list[Coding]:
    """The articles of two coders, side by side; with `common` only those that both have.

    What is not told article by article makes one coding of the whole.
    """
    if WHOLE in {**one, **other}:
        return [Coding("", [e for told in one.values() for e in told], [e for told in other.values() for e in told])]
    names = sorted(one.keys() & other.keys() if common else one.keys() | other.keys())
    return [Coding(name, one.get(name, ()), other.get(name, ())) for name in names]


def by_article(events: Iterable[tuple[str, Coded]]) -> Articles:
    """The events by the name of their article."""
    found: Articles = {}
    for name, event in events:
        found.setdefault(name, []).append(event)
    return found


def _event(path: Path, number: int, line: str) -> tuple[str, Coded]:
    try:
        row = json.loads(line)
        return _article(row), Coded.read(row)
    except (InputError, ValueError, RecursionError) as error:
        raise InputError(f"{path}, line {number}: {error}") from None


def _article(row: Any) -> str:
    """The name of the one article that tells an event, without its ending; an event on record may be told by any."""
    sources = row.get("sources") if isinstance(row, Mapping) and "review" not in row else None
    names = {str(one.get("document") or "") for one in sources or () if isinstance(one, Mapping)}
    name = names.pop() if len(names) == 1 else WHOLE
    return PurePath(name).stem if PurePath(name).suffix in (".txt", ".md", ".html", ".json") else name
