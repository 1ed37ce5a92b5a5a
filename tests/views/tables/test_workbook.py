"""Tables as workbooks, written here and by hands."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tracker.errors import InputError, UsageError
from tracker.model import Event, TimeSpan
from tracker.views import tables

EVENT = Event(id="7c1a", type="visit", when=TimeSpan.day(date(2021, 11, 23)), title="=1+1", confidence=0.25)


def book(tmp_path: Path, *rows: list[Any], sheet: str = "Tabelle1") -> Path:
    """A workbook as a person saves it."""
    path = tmp_path / "table.xlsx"
    made = Workbook()
    made.active.title = sheet
    for row in rows:
        made.active.append(row)
    made.create_sheet("Notizen").append(["irgendwas"])
    made.save(path)
    return path


def written(tmp_path: Path, event: Event) -> Path:
    """A workbook as an export makes it."""
    path = tmp_path / "record.xlsx"
    with path.open("wb") as stream:
        tables.write([event], stream, ending=".xlsx")
    return path


def test_days_and_numbers_are_real_and_text_is_text(tmp_path: Path) -> None:
    sheet = load_workbook(written(tmp_path, EVENT)).active
    heading, row = sheet.iter_rows(values_only=True)
    cells = dict(zip(heading, row, strict=True))
    assert (cells["start"], cells["confidence"], cells["title"]) == (datetime(2021, 11, 23), 0.25, "=1+1")
    assert {cell.data_type for cell in sheet[2]} <= {"s", "d", "n"}


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (datetime(2021, 11, 23), "2021-11-23"),
        (date(2021, 11, 23), "2021-11-23"),
        (datetime(2021, 11, 23, 14, 30), "2021-11-23"),
        (2021, "2021"),
        (2021.0, "2021"),
        (0.25, "0.25"),
        (" Köln ", " Köln "),
    ],
)
def test_what_a_person_types_is_read_as_text(tmp_path: Path, value: object, cell: str) -> None:
    [row] = tables.read(book(tmp_path, ["id", "start"], ["a", value]))
    assert row.cells == {"id": "a", "start": cell}


def test_rows_are_told_by_their_number(tmp_path: Path) -> None:
    """Empty ones between are passed over, and so are empty columns behind."""
    path = book(tmp_path, ["id", "type", None], ["a", "visit"], [None, None], ["b"], ["c", "visit", None, "stray"])
    first, second, third = tables.read(path)
    assert (first.line, second.line, second.cells) == (2, 4, {"id": "b", "type": ""})
    assert (third.line, third.message) == (5, "has 4 cells, where the heading has 2 columns")


def test_another_sheet_can_be_named(tmp_path: Path) -> None:
    path = book(tmp_path, ["id"], ["a"])
    assert list(tables.read(path, sheet="Notizen")) == []
    with pytest.raises(UsageError, match="has no sheet 'Blatt'; it has Tabelle1, Notizen"):
        list(tables.read(path, sheet="Blatt"))


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    path.write_text("id,type\n")
    with pytest.raises(InputError, match="is no workbook that can be read"):
        list(tables.read(path))


def test_a_text_that_no_cell_can_hold_is_refused(tmp_path: Path) -> None:
    long = Event(id="7c1a", type="visit", when=TimeSpan.unknown(), note="x" * 40_000)
    with pytest.raises(InputError, match="note of 7c1a is longer than a cell"):
        written(tmp_path, long)
