"""Tables as workbooks of a spreadsheet: days and numbers are real ones, text is never taken for a formula.

What a sheet cannot hold as it is, a control character or a carriage return, stands there as `_x000D_`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from tracker.errors import InputError, UsageError
from tracker.model import InvalidRow, TableRow
from tracker.views.tables import grid

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_SHEET = "events"
_DAYS = ("start", "end")
_NUMBERS = ("confidence",)
_WIDTHS = {"title": 60, "note": 40, "sources": 40, "people": 40, "countries": 16, "start": 12, "end": 12}
_LONGEST = 32_767
"""Characters that a cell can hold."""
_LARGEST = 2**30
"""Bytes that the parts of a workbook may come to when they are unpacked: some five million rows."""
_FIRST_DAY = date(1900, 3, 1)
"""Before it, spreadsheets count a day that never was."""

_UNHEARD_OF = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def read(path: Path, sheet: str | None = None) -> Iterator[TableRow | InvalidRow]:
    """The rows of a sheet, of the first where none is named; of a formula, what it came to when it was saved."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        _require_reasonable(path)
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError):
        raise InputError("is no workbook that can be read; save it anew as .xlsx") from None
    with closing(book):
        names = [one.title for one in book.worksheets]
        if sheet is not None and sheet not in names:
            raise UsageError(f"{path.name} has no sheet '{sheet}'; it has {', '.join(names)}")
        chosen = book.worksheets[names.index(sheet) if sheet is not None else 0]
        chosen.reset_dimensions()  # which some programs write wrong
        yield from grid.rows(_records(chosen.iter_rows(values_only=True)))


def _require_reasonable(path: Path) -> None:
    """Raises InputError for a small file that would unpack to fill the memory."""
    with ZipFile(path) as parts:
        size = sum(part.file_size for part in parts.infolist())
    if size > _LARGEST:
        raise InputError(f"would unpack to {size // 2**20} MB, more than is read; save it as .csv")


def write(rows: Iterable[Mapping[str, str]], columns: Sequence[str], stream: BinaryIO) -> None:
    """A sheet with a row for each event below the names of the columns; raises InputError for too long a text."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_SHEET)
    sheet.freeze_panes = "B2"
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column, 12)
    try:
        sheet.append([_heading(sheet, column) for column in columns])
        for row in rows:
            sheet.append([_cell(sheet, column, row) for column in columns])
        book.save(stream)
    finally:
        if not sheet.closed:
            sheet.close()  # or the half that was written complains when it is thrown away


def _records(values: Iterable[Sequence[Any]]) -> Iterator[grid.Record]:
    """The cells of each row with its number, as many as the first row has at least."""
    width = 0
    for number, row in enumerate(values, 1):
        cells = [_text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        width = width or len(cells)
        yield number, cells + [""] * (width - len(cells))


def _text(value: object) -> str:
    """A value as a cell of text; a day has no hours, and a number no more places than were typed."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str):
        return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), value)
    return "" if value is None else str(value)


def _heading(sheet: WriteOnlyWorksheet, column: str) -> WriteOnlyCell:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, column)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: WriteOnlyWorksheet, column: str, row: Mapping[str, str]) -> WriteOnlyCell | None:
    from openpyxl.cell import WriteOnlyCell

    text = row[column]
    if not text:
        return None
    if column in _DAYS and (day := date.fromisoformat(text)) >= _FIRST_DAY:
        cell = WriteOnlyCell(sheet, day)
        cell.number_format = "yyyy-mm-dd"
        return cell
    if column in _NUMBERS and float(f"{float(text):.15g}") == float(text):  # all the places that a spreadsheet keeps
        return WriteOnlyCell(sheet, float(text))
    escaped = _UNHEARD_OF.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    if len(escaped) > _LONGEST:
        raise InputError(f"{column} of {row['id']} is longer than a cell of a workbook can be; export .csv or .jsonl")
    cell = WriteOnlyCell(sheet, escaped)
    cell.data_type = "s"  # or "=…" would be a formula
    return cell
