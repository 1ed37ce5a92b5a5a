"""Rows and objects onto a stream, one at a time, in the formats that other programs read."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, Protocol, TextIO

from tracker.views.text import clean

_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")  # what a spreadsheet would compute, ours already marked or not
_GUARD = "'"
_SUSPECT = frozenset("'=+-@\t\r＝＋－＠")
"""What a cell that is to be guarded may begin with."""
# What JSON need not write as a number, and a terminal would obey.
_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~#&])")


def write_json(objects: Iterable[Mapping[str, Any]], stream: TextIO) -> None:
    """An array of the objects."""
    separator = "[\n"
    for one in objects:
        text = _told(one, indent=2)
        stream.write(separator + re.sub("^", "  ", text, flags=re.MULTILINE))
        separator = ",\n"
    stream.write("[]\n" if separator == "[\n" else "\n]\n")


def write_jsonl(objects: Iterable[Mapping[str, Any]], stream: TextIO) -> None:
    """One object a line."""
    for one in objects:
        stream.write(_told(one) + "\n")


def _told(one: Mapping[str, Any], indent: int | None = None) -> str:
    text = json.dumps(one, ensure_ascii=False, indent=indent)
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def write_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], stream: TextIO) -> None:
    """A header and a line for each row; text that a spreadsheet would take for a formula gets an apostrophe before."""
    _write_table(rows, columns, csv.writer(stream))


def write_tsv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], stream: TextIO) -> None:
    """The same with tabs between the cells; only a cell that holds a tab, a newline or a quotation mark is quoted."""
    _write_table(rows, columns, csv.writer(_Lines(stream), delimiter="\t"))


def write_plain(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], stream: TextIO) -> None:
    """A line for each row and no header, for `cut`, `grep` and `awk`; tabs and newlines inside a cell become spaces."""
    for row in rows:
        stream.write("\t".join(clean(str(row[column])) for column in columns) + "\n")


def write_markdown(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], stream: TextIO) -> None:
    """A table as Markdown has it."""
    stream.write(f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}\n")
    for row in rows:
        cells = (_MARKDOWN.sub(r"\\\1", clean(str(row[column]))) for column in columns)
        stream.write(f"| {' | '.join(cells)} |\n")


def unguarded(cell: str) -> str:
    """A cell of CSV or TSV without the apostrophe that was put before a formula."""
    return cell.removeprefix(_GUARD) if _FORMULA.match(cell) else cell


class _Lines:
    """Lines without the carriage return that `csv` ends them with, which it must know of to quote it inside a cell."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, line: str) -> int:
        """One line, as `csv` writes them."""
        return self._stream.write(line.removesuffix("\r\n") + "\n")


class _Writer(Protocol):
    def writerow(self, row: Iterable[object], /) -> object:
        """A line."""


def _write_table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], writer: _Writer) -> None:
    writer.writerow(columns)
    cells = itemgetter(*columns) if len(columns) > 1 else lambda row: [row[column] for column in columns]
    for row in rows:
        writer.writerow(_guarded(cells(row)))


def _guarded(cells: Sequence[Any]) -> Sequence[Any]:
    """The cells of a line; of most lines no cell needs a closer look."""
    if _SUSPECT.isdisjoint([cell[:1] for cell in cells if isinstance(cell, str)]):
        return cells
    return [_GUARD + cell if isinstance(cell, str) and _FORMULA.match(cell) else cell for cell in cells]
