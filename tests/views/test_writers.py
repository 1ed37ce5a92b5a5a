"""Rows and objects onto a stream."""

from __future__ import annotations

import io
import json
from unittest.mock import ANY

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InputError
from tracker.views import writers


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "''=1"])
def test_what_a_spreadsheet_would_compute_is_guarded_and_comes_back(formula: str) -> None:
    stream = io.StringIO(newline="")
    writers.write_csv([{"title": formula}], ["title"], stream)
    written = stream.getvalue().splitlines()[1].removeprefix('"')
    assert written.startswith("'")
    assert list(writers.read_csv(io.StringIO(stream.getvalue(), newline=""), ["title"])) == [(ANY, {"title": formula})]


def test_numbers_are_not_guarded() -> None:
    stream = io.StringIO()
    writers.write_csv([{"change": -1.5}], ["change"], stream)
    assert stream.getvalue() == "change\r\n-1.5\r\n"


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=2))
def test_any_text_comes_back_from_csv(cells: list[str]) -> None:
    row = dict(zip(("one", "other"), cells, strict=True))
    stream = io.StringIO(newline="")
    writers.write_csv([row], list(row), stream)
    assert [read for _, read in writers.read_csv(io.StringIO(stream.getvalue(), newline=""), list(row))] == [row]


@pytest.mark.parametrize("header", ["titel\n", "\n", ""])
def test_a_column_that_is_not_known_is_refused(header: str) -> None:
    with pytest.raises(InputError, match="is no column of events; those are id, title"):
        list(writers.read_csv([header, "7c1a\n"], ["id", "title"]))


@pytest.mark.parametrize("line", ["7c1a\n", "7c1a,visit,more\n"])
def test_a_row_of_another_length_is_refused_by_its_line(line: str) -> None:
    with pytest.raises(InputError, match="line 2"):
        list(writers.read_csv(["id,type\n", line], ["id", "type"]))


@pytest.mark.parametrize("objects", [[], [{"a": "é\n"}], [{"a": 1}, {"a": [2]}]])
def test_json_is_an_array_that_reads_back(objects: list[dict[str, object]]) -> None:
    stream = io.StringIO()
    writers.write_json(objects, stream)
    assert json.loads(stream.getvalue()) == objects


def test_plain_lines_keep_to_one_line_and_their_tabs() -> None:
    stream = io.StringIO()
    writers.write_plain([{"a": "one\ttwo\nthree", "b": "\x1b[2J"}], ["a", "b"], stream)
    assert stream.getvalue() == "one two three\t[2J\n"


def test_markdown_does_not_take_a_title_for_markup() -> None:
    stream = io.StringIO()
    writers.write_markdown([{"title": "a|b <i> *c*"}], ["title"], stream)
    assert stream.getvalue().splitlines()[-1] == r"| a\|b \<i\> \*c\* |"
