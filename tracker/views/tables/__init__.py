"""Tables in files, whatever their format: written whole, and read as rows that know their line and columns.

    .csv  .tsv     delimited    a heading, then a line or more for each row
    .jsonl .json   json_text    an object for each row, with its own names for the columns
    .xlsx          workbook     the first sheet; days and numbers are real ones
                   encodings    how the bytes of a text are to be read

All but `.json` and `.xlsx` are read and written row by row, so that a file may be longer than memory. A row that cannot
be read is a value like the others, so that whoever reads decides what becomes of the rest.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from tracker.errors import InputError, UsageError
from tracker.model import Event, InvalidRow, Listing, TableRow
from tracker.views import objects, rows, writers
from tracker.views.tables import encodings

ENDINGS = (".csv", ".tsv", ".jsonl", ".json", ".xlsx")
"""The endings of names that tell a format."""

LISTED = (".csv", ".tsv", ".xlsx")
"""Those of formats that hold no more of an event than a `Listing` does."""

GUESS = encodings.WINDOWS
"""The encoding of a text that is none of Unicode's."""

Headings = Sequence[Sequence[str]]


def read(
    path: Path, *, encoding: str | None = None, sheet: str | None = None, headings: Headings = ()
) -> Iterator[TableRow | InvalidRow]:
    """The rows of a file, by the format that its ending tells, as text by the names of its own columns.

    `encoding` is that of a text, found out where it is None; `sheet` that of a workbook, the first where it is None.
    `headings` are names for the columns of a table that has no heading, by how many there are. Raises InputError, which
    leaves the file's name to the caller, when it cannot be read; UsageError when its ending tells no format.
    """
    ending = known_ending(path)
    try:
        if ending == ".xlsx":
            from tracker.views.tables import workbook

            yield from workbook.read(path, sheet)
        elif ending in (".csv", ".tsv"):
            from tracker.views.tables import delimited

            yield from delimited.read(path, encoding, headings)
        else:
            from tracker.views.tables import json_text

            yield from (json_text.read_array if ending == ".json" else json_text.read_lines)(path, encoding)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}") from None


def coding(path: Path) -> str | None:
    """The encoding of a text as it is found out, `GUESS` where nothing in it tells; None for what is no text."""
    try:
        return encodings.found(path) if known_ending(path) != ".xlsx" else None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}") from None


def known_ending(path: Path) -> str:
    """The ending of a name, in lower case; raises UsageError for one that tells no format."""
    ending = path.suffix.lower()
    if ending == ".tab":  # as archives of data call it
        return ".tsv"
    if ending not in ENDINGS:
        hint = "; save it as .xlsx" if ending in (".xls", ".ods", ".numbers") else ""
        raise UsageError(
            f"cannot tell a format from '{path.name}'; its ending must be one of {', '.join(ENDINGS)}{hint}"
        )
    return ending


def write(events: Iterable[Event | Listing], stream: BinaryIO, *, ending: str) -> None:
    """Events onto a stream in the format of `ending`, one of `ENDINGS`: what `read` takes back.

    For the formats of `LISTED` a `Listing` does for an `Event`. Raises InputError for what the format cannot hold.
    """
    if ending == ".xlsx":
        from tracker.views.tables import workbook

        workbook.write(map(rows.cells, events), rows.COLUMNS, stream)
        return
    whole = cast("Iterable[Event]", events)
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    match ending:
        case ".csv":
            writers.write_csv(map(rows.cells, events), rows.COLUMNS, text)
        case ".tsv":
            writers.write_tsv(map(rows.cells, events), rows.COLUMNS, text)
        case ".jsonl":
            writers.write_jsonl(map(objects.stored_record, whole), text)
        case _:
            writers.write_json(map(objects.stored_record, whole), text)
    text.detach()
