"""`tracker export`: the record into a file, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tracker = Callable[..., Any]


@pytest.mark.parametrize("ending", [".json", ".jsonl"])
def test_json_exports_hold_every_event(filled: Tracker, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"record{ending}"
    filled("export", path)
    text = path.read_text()
    events = json.loads(text) if ending == ".json" else [json.loads(line) for line in text.splitlines()]
    assert len(events) == 10


def test_a_text_too_long_for_a_workbook_leaves_no_file(filled: Tracker, tmp_path: Path) -> None:
    """And one line of complaint."""
    filled("edit", "2b77", "--note", "x" * 40_000)
    failed = filled("export", tmp_path / "record.xlsx")
    assert (failed.code, failed.err.count("\n")) == (1, 1)
    assert "note of 2b7730de is longer than a cell of a workbook can be" in failed.err
    assert not list(tmp_path.glob("*.xlsx*"))


def test_an_export_that_fails_leaves_the_old_file(filled: Tracker, tmp_path: Path, monkeypatch: Any) -> None:
    path = tmp_path / "record.csv"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    failed = filled("export", path)
    assert (failed.code, failed.err) == (1, f"tracker: cannot write {path}: No space left on device\n")
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.glob("*record.csv*")] == ["record.csv"]


def test_the_ending_says_the_format(tracker: Tracker, tmp_path: Path) -> None:
    refused = tracker("export", tmp_path / "record.xls")
    assert refused.code == 2
    assert ".csv, .tsv, .jsonl, .json, .xlsx; save it as .xlsx" in refused.err
