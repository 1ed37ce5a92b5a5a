"""Tables as text: comma, semicolon, tab or bar between the cells, quotation marks around those that hold one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, TextIO

from tracker.model import InvalidRow, TableRow
from tracker.views import writers
from tracker.views.tables import encodings, grid

_DELIMITERS = ",;\t|"
_HEAD = 1 << 16
_LONGEST_CELL = 10_000_000
"""Characters; the module's own limit is less than an analyst's note may have."""


def read(path: Path, coding: str | None, headings: Sequence[Sequence[str]] = ()) -> Iterator[TableRow | InvalidRow]:
    """The rows of a file, text that a spreadsheet would compute as it was before it was guarded."""
    with encodings.text(path, coding) as lines:
        head = lines.read(_HEAD)
        lines.seek(0)
        delimiter = _delimiter(head, path.suffix.lower())
        bare = bool(headings) and delimiter == "\t"  # datasets without a heading have no quotation marks either
        yield from grid.rows(_records(lines, delimiter, quoted=not bare), headings)


def _delimiter(head: str, ending: str) -> str:
    """What makes most cells of the first line."""
    return max(_DELIMITERS, key=lambda one: (_columns(head, one), one == "\t" and ending == ".tsv"))


def _columns(head: str, delimiter: str) -> int:
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
    return len(next((record for record in reader if record), ()))


def _records(lines: TextIO, delimiter: str, *, quoted: bool) -> Iterator[grid.Record | InvalidRow]:
    """The cells of each record with the line that it begins on."""
    csv.field_size_limit(_LONGEST_CELL)
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    reader = csv.reader(lines, delimiter=delimiter, quoting=quoting, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield InvalidRow(line, "", f"its quotation marks do not match ({error})")
        else:
            guarded = "'" in "".join(cells)
            yield line, [*map(writers.unguarded, cells)] if guarded else cells
