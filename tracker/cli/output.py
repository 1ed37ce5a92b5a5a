"""Where results go: a table at a terminal, plain tab-separated lines into a pipe, or the format that was asked for."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from rich.console import Console
from rich.text import Text

from tracker.cli.options import Format
from tracker.model import Event, Filter, Unreadable
from tracker.views import objects, rows, timeline, writers
from tracker.views.text import clean


def say(message: str) -> None:
    """One line to the person at the terminal, not part of the result."""
    print(clean(message), file=sys.stderr)


def say_unreadable(failure: Unreadable) -> None:
    """Why something could not be read, on the way to the next thing."""
    line = f", line {failure.line}" if failure.line else ""
    say(f"{failure.name}{line}: {failure.message}")


def width() -> int | None:
    """The terminal's columns; None where nothing must be cut."""
    if sys.stdout.isatty():
        return shutil.get_terminal_size().columns
    return int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdigit() else None


def chosen(format: Format | None) -> Format | None:
    """The format asked for, else a table at a terminal; None means plain lines."""
    return Format.TABLE if format is None and sys.stdout.isatty() else format


def print_lines(lines: Iterable[Text]) -> None:
    """Styled lines, in colour where the terminal has it and nobody has asked for none."""
    console = Console(highlight=False, markup=False, emoji=False)
    for line in lines:
        console.print(line, soft_wrap=True)


def print_events(events: Sequence[Event], asked: Filter, format: Format | None, *, stored: bool = True) -> None:
    """Events in order; `stored` adds what only a database knows to their JSON objects."""
    record = objects.stored_record if stored else objects.record
    match chosen(format):
        case Format.TABLE:
            print_lines(timeline.lines(events, asked, width=width(), today=date.today()))
        case Format.JSON:
            writers.write_json(map(record, events), sys.stdout)
        case Format.JSONL:
            writers.write_jsonl(map(record, events), sys.stdout)
        case Format.CSV:
            writers.write_csv(map(rows.cells, events), rows.COLUMNS, sys.stdout)
        case Format.TSV:
            writers.write_tsv(map(rows.cells, events), rows.COLUMNS, sys.stdout)
        case Format.MD:
            writers.write_markdown(map(timeline.plain, events), timeline.PLAIN_COLUMNS, sys.stdout)
        case None:
            writers.write_plain(map(timeline.plain, events), timeline.PLAIN_COLUMNS, sys.stdout)


def print_rows(found: Sequence[Mapping[str, Any]], format: Format | None) -> None:
    """Flat objects that all have the keys of the first."""
    columns = tuple(found[0]) if found else ()
    cells = [{column: _text(row[column]) for column in columns} for row in found]
    match chosen(format):
        case Format.TABLE:
            _print_table(cells, columns)
        case Format.JSON:
            writers.write_json(found, sys.stdout)
        case Format.JSONL:
            writers.write_jsonl(found, sys.stdout)
        case Format.CSV:
            writers.write_csv(cells, columns, sys.stdout)
        case Format.TSV:
            writers.write_tsv(cells, columns, sys.stdout)
        case Format.MD:
            writers.write_markdown(cells, columns, sys.stdout)
        case None:
            writers.write_plain(cells, columns, sys.stdout)


def _print_table(cells: Sequence[Mapping[str, str]], columns: Sequence[str]) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        number = all(row[column].isdigit() for row in cells)
        table.add_column(column.replace("_", " "), justify="right" if number else "left", overflow="fold")
    for row in cells:
        table.add_row(*(Text(clean(row[column])) for column in columns))
    Console(highlight=False, markup=False, emoji=False, width=width()).print(table)


def _text(value: object) -> str:
    """A value as one cell."""
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
