"""`--min-confidence`: what is less certain is left out wherever events are printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tracker = Callable[..., Any]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """One event, whatever its confidence."""
    path = tmp_path / "visit.txt"
    path.write_text("Japan's foreign minister visited France on 23 November 2021.")
    return path


def test_extract_leaves_out_what_is_less_certain(tracker: Tracker, article: Path) -> None:
    assert tracker("extract", article, "--min-confidence", "0").out
    assert tracker("extract", article, "--min-confidence", "1").out == ""


def test_timeline_and_export_do_too(tracker: Tracker, article: Path, tmp_path: Path) -> None:
    tracker("ingest", article)
    assert tracker("timeline", "--min-confidence", "0").out
    assert tracker("timeline", "--min-confidence", "1").out == ""
    tracker("export", tmp_path / "sure.jsonl", "--min-confidence", "1")
    assert (tmp_path / "sure.jsonl").read_text() == ""


def test_what_a_person_entered_is_certain(tracker: Tracker) -> None:
    tracker("add", "--type", "visit", "--country", "Japan=visitor", "--country", "France=host")
    assert tracker("timeline", "--min-confidence", "1").out


@pytest.mark.parametrize("value", ["1.5", "-1", "high"])
def test_a_confidence_lies_from_0_to_1(tracker: Tracker, value: str) -> None:
    assert tracker("timeline", f"--min-confidence={value}").code == 2
