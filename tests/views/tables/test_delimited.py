"""Tables as text: what is found out of them, and where a mistake is told to be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tracker.errors import InputError, UsageError
from tracker.model import InvalidRow, TableRow
from tracker.views import tables


def read(tmp_path: Path, content: str | bytes, *, name: str = "table.csv", **options: Any) -> list[Any]:
    """The rows of a file of that content."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(tables.read(path, **options))


@pytest.mark.parametrize("name", ["table.csv", "table.tsv", "table.tab"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_what_parts_the_first_line(tmp_path: Path, delimiter: str, name: str) -> None:
    """Whatever the ending says, and whatever stands in the cells."""
    content = f"id{delimiter}title\n7c1a{delimiter}a and b\n"
    assert read(tmp_path, content, name=name) == [TableRow(2, {"id": "7c1a", "title": "a and b"})]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"]
)
def test_the_encoding_is_found_out(tmp_path: Path, encoding: str) -> None:
    """Also where the one letter that tells it stands far behind."""
    content = "title\n" + "Doha\n" * 20_000 + "Königswinter – “Kaboul”\n"
    assert read(tmp_path, content.encode(encoding))[-1].cells == {"title": "Königswinter – “Kaboul”"}


def test_any_other_encoding_can_be_named(tmp_path: Path) -> None:
    content = "title\nВстреча в Москве\n".encode("cp1251")
    [row] = read(tmp_path, content, encoding="windows-1251")
    assert row.cells["title"] == "Встреча в Москве"
    with pytest.raises(InputError, match=r"is not UTF-8 text \(byte 0xc2\); name another --encoding"):
        read(tmp_path, content, encoding="utf-8")
    with pytest.raises(UsageError, match="--encoding 'russian' is not known"):
        read(tmp_path, content, encoding="russian")


def test_a_row_knows_the_line_that_it_begins_on(tmp_path: Path) -> None:
    """With newlines inside cells, and empty lines between."""
    rows = read(tmp_path, 'id,note\na,"one\ntwo"\n\n,\nb,"three"\n')
    assert [(row.line, row.cells["note"]) for row in rows] == [(2, "one\ntwo"), (6, "three")]


@pytest.mark.parametrize("line", ["7c1a", "7c1a,visit,more", '7c1a,"visit" more'])
def test_a_line_that_is_no_row_is_told_and_the_next_is_read(tmp_path: Path, line: str) -> None:
    wrong, right = read(tmp_path, f"id,type\n{line}\nb,visit\n")
    assert isinstance(wrong, InvalidRow)
    assert (wrong.line, right) == (2, TableRow(3, {"id": "b", "type": "visit"}))


def test_empty_columns_at_the_end_are_passed_over(tmp_path: Path) -> None:
    """As spreadsheets leave them."""
    assert read(tmp_path, "id,type,,\na,visit,,\n") == [TableRow(2, {"id": "a", "type": "visit"})]


def test_what_was_guarded_is_as_it_was(tmp_path: Path) -> None:
    assert read(tmp_path, "id,note\na,'=1+1\n")[0].cells["note"] == "=1+1"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"id,id\na,b\n", "two columns 'id'"),
        (b"PK\x03\x04rest", "workbook or an archive"),
        (b"\xff\xfe\x00", "is not UTF-16 text"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        read(tmp_path, content)


def test_a_table_without_a_heading_can_be_given_one(tmp_path: Path) -> None:
    """Of as many names as it has columns; with a heading of its own, it keeps it. Quotation marks are then letters."""
    headings = [["a", "b", "c"], ["id", "title"]]
    assert read(tmp_path, '1\t"x\n', headings=headings) == [TableRow(1, {"id": "1", "title": '"x'})]
    assert read(tmp_path, "title\tid\nx\t1\n", headings=headings) == [TableRow(2, {"title": "x", "id": "1"})]


def test_an_ending_that_tells_no_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"must be one of \.csv, .*; save it as \.xlsx"):
        tables.known_ending(tmp_path / "record.xls")
