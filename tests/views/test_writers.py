"""Rows and objects onto a stream."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest

from tracker.views import writers


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "''=1"])
@pytest.mark.parametrize("write", [writers.write_csv, writers.write_tsv])
def test_what_a_spreadsheet_would_compute_is_guarded(write: Callable[..., None], formula: str) -> None:
    stream = io.StringIO(newline="")
    write([{"title": formula}], ["title"], stream)
    guarded = stream.getvalue().splitlines()[1].removeprefix('"')
    assert guarded.startswith("'")
    assert writers.unguarded("'" + formula) == formula


@pytest.mark.parametrize("text", ["'quoted'", "it's", "a=1", ""])
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert writers.unguarded(text) == text


def test_numbers_are_not_guarded() -> None:
    stream = io.StringIO()
    writers.write_csv([{"change": -1.5}], ["change"], stream)
    assert stream.getvalue() == "change\r\n-1.5\r\n"


def test_tsv_quotes_only_what_would_break_its_line() -> None:
    stream = io.StringIO(newline="")
    writers.write_tsv([{"a": "one, two", "b": "two\nlines"}], ["a", "b"], stream)
    assert stream.getvalue() == 'a\tb\none, two\t"two\nlines"\n'


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
