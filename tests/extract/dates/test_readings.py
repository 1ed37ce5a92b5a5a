"""Every class of time expressions, read as the codebook says: the rows stand in `readings.txt`."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tracker.extract.dates import TimeExpression, find_time_expressions
from tracker.model import Precision, TimeSpan

ROWS = Path(__file__).with_name("readings.txt")


def published(iso: str) -> TimeSpan | None:
    """The publication as a row tells it: a day, a month, a year, or "-" when it is unknown."""
    if iso == "-":
        return None
    parts = [int(part) for part in iso.split("-")]
    spans = {1: TimeSpan.year, 2: TimeSpan.month}
    return spans[len(parts)](*parts) if len(parts) < 3 else TimeSpan.day(date(*parts))


def written(expression: TimeExpression) -> str:
    """The days of an expression as the rows write them."""
    start, end = str(expression.start), str(expression.end)
    if expression.precision in (Precision.WEEK, Precision.SEASON, Precision.UNKNOWN):
        return f"{expression.precision} {start}/{end}"
    if expression.precision is Precision.YEAR and not start.endswith("-01-01"):
        return f"{start[:7]}/{end[:7]} year"
    length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[expression.precision]
    start, end = start[:length], end[:length]
    return start if start == end else f"{start}/{end}"


def rows() -> list[tuple[str, str, list[str]]]:
    lines = (line for line in ROWS.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    cells = ([cell.strip() for cell in line.split(" | ")] for line in lines)
    return [(first, marked, expected) for first, marked, *expected in cells]


@pytest.mark.parametrize(("day", "marked", "expected"), rows(), ids=lambda value: str(value)[:60])
def test_each_expression_reads_as_its_row_says(day: str, marked: str, expected: list[str]) -> None:
    """The marked words, and no others, are dated, and they mean the days in the row."""
    text = re.sub(r"[\[\]]", "", marked)
    found = [e for e in find_time_expressions(text, published(day)) if e.dated]
    assert [(e.text, written(e)) for e in found] == list(zip(re.findall(r"\[(.*?)\]", marked), expected, strict=True))
