"""Tables as JSON: an object for each row, on a line of its own or in one array."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tracker.errors import InputError
from tracker.model import InvalidRow, TableRow
from tracker.views import objects
from tracker.views.tables import encodings

_GAP = re.compile(r"[\s,]*")


def read_lines(path: Path, coding: str | None) -> Iterator[TableRow | InvalidRow]:
    """The objects of a file, one a line."""
    with encodings.text(path, coding) as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _read(number, line)


def read_array(path: Path, coding: str | None) -> Iterator[TableRow | InvalidRow]:
    """The objects of an array, each with the line that it begins on; raises InputError where there is no array."""
    with encodings.text(path, coding) as stream:
        text = stream.read()
    decoder, begin, line = json.JSONDecoder(), text.find("[") + 1, 1
    if text[:begin].strip() != "[":
        raise InputError("is no array of objects; JSON with one object a line has the ending .jsonl")
    read = 0
    while (begin := _GAP.match(text, begin).end()) < len(text) and text[begin] != "]":  # type: ignore[union-attr]
        line += text.count("\n", read, begin)
        try:
            told, read = decoder.raw_decode(text, begin)
        except (ValueError, RecursionError) as error:
            yield InvalidRow(line, "", f"is not JSON ({error})")  # where it ends, and the next begins, nobody knows
            return
        yield _row(line, told)
        line += text.count("\n", begin, read)
        begin = read


def _read(line: int, text: str) -> TableRow | InvalidRow:
    try:
        return _row(line, json.loads(text))
    except (ValueError, RecursionError) as error:
        return InvalidRow(line, "", f"is not JSON ({error})")


def _row(line: int, told: Any) -> TableRow | InvalidRow:
    if not isinstance(told, dict):
        return InvalidRow(line, "", "is no JSON object")
    try:
        return TableRow(line, objects.cells(told))
    except InputError as error:
        return InvalidRow(line, "", str(error))
