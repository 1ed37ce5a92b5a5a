"""Records of cells below a heading, as rows that know their columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tracker.errors import InputError
from tracker.model import InvalidRow, TableRow

Record = tuple[int, list[str]]
"""The cells of a line, and the number of the line."""


def rows(
    records: Iterable[Record | InvalidRow], headings: Sequence[Sequence[str]] = ()
) -> Iterator[TableRow | InvalidRow]:
    """Every record below the heading that has something in it; raises InputError where there can be no heading.

    Where the first record names no column of `headings`, and one of these is as long, that one is the heading.
    """
    columns: Sequence[str] = ()
    for record in records:
        if isinstance(record, InvalidRow):
            yield record
            continue
        line, cells = record
        if not any(map(str.strip, cells)):
            continue
        if not columns:
            columns, cells = _heading(line, cells, headings)
        if cells:
            yield _row(line, cells, columns)
    if not columns:
        raise InputError("is empty; the first line must name the columns")


def _heading(line: int, cells: list[str], headings: Sequence[Sequence[str]]) -> tuple[Sequence[str], list[str]]:
    """The names of the columns, and what of the first record is no heading."""
    names = [cell.strip() for cell in cells]
    if not any({*heading}.intersection(names) for heading in headings):
        for heading in headings:
            if len(heading) == len(names):
                return heading, cells
    twice = [name for name, count in Counter(filter(None, names)).items() if count > 1]
    if twice:
        raise InputError(f"line {line}: there are two columns '{twice[0]}'; rename or delete one")
    return names, []


def _row(line: int, cells: list[str], columns: Sequence[str]) -> TableRow | InvalidRow:
    if len(cells) == len(columns) and all(columns):
        return TableRow(line, dict(zip(columns, cells, strict=True)))
    beyond = [cell for cell, name in zip(cells, columns, strict=False) if not name] + cells[len(columns) :]
    if len(cells) < len(columns) or any(beyond):
        return InvalidRow(line, "", f"has {len(cells)} cells, where the heading has {len(columns)} columns")
    return TableRow(line, {name: cell for name, cell in zip(columns, cells, strict=False) if name})
