"""What a shell offers after the first letters of a name, a type or an id."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tracker.cli.options import complete_country, complete_id, complete_type

Tracker = Callable[..., Any]


@pytest.mark.parametrize(("typed", "offered"), [("uzb", ("Uzbekistan", "UZB")), ("JPN", ("JPN", "Japan"))])
def test_countries_are_offered_by_name_and_code(typed: str, offered: tuple[str, str]) -> None:
    assert offered in list(complete_country(typed))


def test_types_are_offered_with_what_they_are() -> None:
    assert [name for name, _ in complete_type("re")] == ["recall", "recognition"]


def test_ids_are_offered_with_their_titles(filled: Tracker) -> None:
    assert list(complete_id("1f")) == [("1f09ac32", "Japan closes its embassy in Kabul")]
    assert len(list(complete_id(""))) == 10


def test_ids_that_begin_alike_are_all_offered(tracker: Tracker, tmp_path: Any) -> None:
    table = tmp_path / "two.csv"
    table.write_text("id,type,title\n7c1a0001,visit,One\n7c1a0002,visit,Other\n")
    tracker("import", table)
    assert sorted(complete_id("7c")) == [("7c1a0001", "One"), ("7c1a0002", "Other")]


def test_without_a_record_nothing_is_offered(tracker: Tracker) -> None:
    assert list(complete_id("7c")) == []
