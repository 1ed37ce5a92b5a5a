"""Rows and objects onto a stream, one at a time, in the formats that other programs read."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TextIO

from tracker.errors import InputError
from tracker.views.text import clean

_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")  # what a spreadsheet would compute, ours already marked or not
_GUARD = "'"
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~#&])")


def write_json(objects: Iterable[Mapping[str, Any]], stream: TextIO) -> None:
    """An array of the objects."""
    separator = "[\n"
    for one in objects:
        text = json.dumps(one, ensure_ascii=False, indent=2)
        stream.write(separator + re.sub("^", "  ", text, flags=re.MULTILINE))
        separator = ",\n"
    stream.write("[]\n" if separator == "[\n" else "\n]\n")


def write_jsonl(objects: Iterable[Mapping[str, Any]], stream: TextIO) -> None:
    """One object a line."""
    for one in objects:
        stream.write(json.dumps(one, ensure_ascii=False) + "\n")


def write_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], stream: TextIO) -> None:
    """A header and a line for each row; text that a spreadsheet would take for a formula gets an apostrophe before."""
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows([_guarded(row[column]) for column in columns] for row in rows)


def read_csv(lines: Iterable[str], columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row that `write_csv` wrote, with the line that it ends on; some of `columns` may be missing, in any order.

    Raises InputError when the lines are no such file.
    """
    reader = csv.DictReader(lines, strict=True)
    try:
        for column in reader.fieldnames or [""]:
            if column not in columns:
                raise InputError(f"line 1: '{column}' is no column of events; those are {', '.join(columns)}")
        for row in reader:
            if None in row or None in row.values():
                raise InputError(f"line {reader.line_num}: not as many cells as the header has columns")
            yield reader.line_num, {column: _unguarded(value) for column, value in row.items()}
    except csv.Error as error:
        raise InputError(f"line {reader.line_num}: {error}") from None


def write_tsv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], stream: TextIO) -> None:
    """A header and a line for each row; tabs and newlines inside a cell become spaces."""
    stream.write("\t".join(columns) + "\n")
    write_plain(rows, columns, stream)


def write_plain(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], stream: TextIO) -> None:
    """The same without a header, for `cut`, `grep` and `awk`."""
    for row in rows:
        stream.write("\t".join(clean(str(row[column])) for column in columns) + "\n")


def write_markdown(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], stream: TextIO) -> None:
    """A table as Markdown has it."""
    stream.write(f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}\n")
    for row in rows:
        cells = (_MARKDOWN.sub(r"\\\1", clean(str(row[column]))) for column in columns)
        stream.write(f"| {' | '.join(cells)} |\n")


def _guarded(value: object) -> object:
    return _GUARD + value if isinstance(value, str) and _FORMULA.match(value) else value


def _unguarded(cell: str) -> str:
    return cell.removeprefix(_GUARD) if _FORMULA.match(cell) else cell
