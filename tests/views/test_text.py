"""What an article prints can neither steer a terminal nor shift a column."""

from __future__ import annotations

from rich.cells import cell_len

from tracker.views.text import cell, clean


def test_control_and_direction_characters_are_taken_out() -> None:
    assert clean("a\x1b[31mb\x9bc\u202ed\u2066e\x00f") == "a[31mbcdef"


def test_newlines_and_tabs_become_one_space() -> None:
    assert clean(" two\r\n\tlines ") == "two lines"


def test_a_cell_of_wide_characters_is_cut_to_its_width() -> None:
    cut = cell("岡田隆大使がカブールを訪問", 11)
    assert cell_len(cut.plain) == 11
    assert cut.plain.rstrip().endswith("…")


def test_markup_in_a_cell_is_only_text() -> None:
    assert cell("[/bold][red]x", 13).plain == "[/bold][red]x"
