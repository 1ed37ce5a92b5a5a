"""`tracker export` and `import`: out, corrected, and in again."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tracker = Callable[..., Any]


def rewritten(path: Path, **changed: str) -> None:
    """Sets cells of the row of 2b7730de."""
    with path.open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    next(row for row in rows if row["id"] == "2b7730de").update(changed)
    with path.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def table(filled: Tracker, tmp_path: Path) -> Path:
    """An export of the record."""
    path = tmp_path / "record.csv"
    assert filled("export", path).code == 0
    return path


def test_importing_an_export_changes_nothing(filled: Tracker, table: Path) -> None:
    before = filled("timeline", "--format", "json").out
    assert filled("import", table).out == "0 new, 0 changed, 10 unchanged, 0 wrong\n"
    assert filled("timeline", "--format", "json").out == before


def test_an_export_rebuilds_the_record_elsewhere(
    filled: Tracker, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_DATABASE_URL", str(tmp_path / "other.db"))
    assert filled("import", table).out == "10 new, 0 changed, 0 unchanged, 0 wrong\n"
    again = tmp_path / "again.csv"
    filled("export", again)
    assert again.read_text() == table.read_text()


def test_a_corrected_cell_is_taken_over_by_id(filled: Tracker, table: Path) -> None:
    rewritten(table, note="=seen twice", place_name="Herat")
    assert filled("import", table, "--reason", "second reading").out == "0 new, 1 changed, 9 unchanged, 0 wrong\n"
    [event] = json.loads(filled("show", "2b77", "--format", "json").out)
    assert (event["note"], event["place"]["name"]) == ("=seen twice", "Herat")


def test_one_wrong_row_and_nothing_is_written(filled: Tracker, table: Path) -> None:
    before = filled("timeline", "--format", "json").out
    rewritten(table, start="2021-02-30")
    refused = filled("import", table)
    assert refused.code == 1
    assert "line 4" in refused.err
    assert "'2021-02-30' is no date" in refused.err
    assert filled("timeline", "--format", "json").out == before


def test_a_dry_run_writes_nothing(filled: Tracker, table: Path) -> None:
    rewritten(table, note="seen")
    assert filled("import", table, "--dry-run").out == ("0 new, 1 changed, 9 unchanged, 0 wrong; nothing was written\n")
    assert filled("import", table).out == "0 new, 1 changed, 9 unchanged, 0 wrong\n"


def test_a_byte_order_mark_is_borne(filled: Tracker, table: Path) -> None:
    table.write_text(table.read_text(), encoding="utf-8-sig")
    assert filled("import", table).code == 0


@pytest.mark.parametrize("ending", [".json", ".jsonl"])
def test_json_exports_hold_every_event(filled: Tracker, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"record{ending}"
    filled("export", path)
    text = path.read_text()
    events = json.loads(text) if ending == ".json" else [json.loads(line) for line in text.splitlines()]
    assert len(events) == 10


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


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "no column of events"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"name,date\nx,y\n", "'name' is no column of events"),
        (b'id,type\n"7c1a,visit\n', "line 1"),
    ],
)
def test_what_is_no_table_of_events_is_refused(
    tracker: Tracker, tmp_path: Path, content: bytes, complaint: str
) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    refused = tracker("import", path)
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert complaint in refused.err


def test_the_ending_says_the_format(tracker: Tracker, tmp_path: Path) -> None:
    refused = tracker("export", tmp_path / "record.xls")
    assert refused.code == 2
    assert ".csv, .json, .jsonl" in refused.err
