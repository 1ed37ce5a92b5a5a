"""Where results go: a table at a terminal, plain tab-separated lines into a pipe, or the format that was asked for.

Rich is loaded for tables alone, so that a pipe has its lines at once.
"""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TextIO

from tracker.cli.options import Format
from tracker.model import Event, Filter, Unreadable
from tracker.views import objects, plain, writers
from tracker.views.text import clean

if TYPE_CHECKING:
    from rich.text import Text

    from tracker.views.stacked import Entry

_OBJECTS: dict[Format, Callable[[Iterable[Mapping[str, Any]], TextIO], None]] = {
    Format.JSON: writers.write_json,
    Format.JSONL: writers.write_jsonl,
}
_CELLS: dict[Format | None, Callable[[Iterable[Mapping[str, Any]], Sequence[str], TextIO], None]] = {
    Format.CSV: writers.write_csv,
    Format.TSV: writers.write_tsv,
    Format.MD: writers.write_markdown,
    None: writers.write_plain,
}


INTERRUPTED = 130
"""The exit code where a person pressed Ctrl-C."""


def say(message: str) -> None:
    """One line to the person, not part of the result; at a terminal, more where it is too long for one."""
    columns = shutil.get_terminal_size().columns if sys.stderr.isatty() else None
    said = clean(message)
    if columns:
        said = textwrap.fill(said, columns, break_long_words=False, break_on_hyphens=False)
    print(said, file=sys.stderr)


def counted(number: int, thing: str) -> str:
    """So many of a thing: "1 event", "2 events"."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


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
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False)
    for line in lines:
        console.print(line, soft_wrap=True)


def print_events(events: Sequence[Event], asked: Filter, format: Format | None, *, stored: bool = True) -> None:
    """Events in order; `stored` adds what only a database knows to their JSON objects."""
    match chosen(format):
        case Format.TABLE:
            from tracker.views import timeline

            print_lines(timeline.lines(events, asked, width=width(), today=date.today()))
        case Format.JSON | Format.JSONL as form:
            _OBJECTS[form](map(objects.stored_record if stored else objects.record, events), sys.stdout)
        case Format.CSV | Format.TSV as form:
            from tracker.views import rows

            _CELLS[form](map(rows.cells, events), rows.COLUMNS, sys.stdout)
        case form:
            _CELLS[form](map(plain.cells, events), plain.COLUMNS, sys.stdout)


def print_rows(found: Sequence[Mapping[str, Any]], format: Format | None) -> None:
    """Flat objects that all have the keys of the first."""
    columns = tuple(found[0]) if found else ()
    cells = [{column: _text(row[column]) for column in columns} for row in found]
    match chosen(format):
        case Format.TABLE:
            _print_table(cells, columns)
        case Format.JSON | Format.JSONL as form:
            _OBJECTS[form](found, sys.stdout)
        case form:
            _CELLS[form](cells, columns, sys.stdout)


def print_stacked(
    found: Sequence[Mapping[str, Any]], entry: Callable[[Mapping[str, Any]], Entry], format: Format | None
) -> None:
    """Objects with more to say than a row of a table holds: at a terminal, each as `entry` tells it."""
    if chosen(format) is Format.TABLE:
        from tracker.views import stacked

        print_lines(stacked.lines([entry(one) for one in found], width=width()))
    else:
        print_rows(found, format)


def _print_table(cells: Sequence[Mapping[str, str]], columns: Sequence[str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        number = all(row[column].isdigit() for row in cells)
        table.add_column(column.replace("_", " "), justify="right" if number else "left", overflow="fold")
    for row in cells:
        table.add_row(*(Text(clean(row[column])) for column in columns))
    Console(highlight=False, markup=False, emoji=False, width=width()).print(table)


def _text(value: object) -> str:
    """A value as one cell."""
    if isinstance(value, Mapping):
        return "; ".join(f"{name} {count}" for name, count in value.items())
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
