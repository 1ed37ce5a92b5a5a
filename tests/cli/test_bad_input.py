"""Bad input is answered in one line, with exit code 1 or 2, without a traceback and without loss."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tracker import store

Tracker = Callable[..., Any]


def refused(result: Any, code: int, complaint: str) -> None:
    """It ended with that code and one line on standard error that says so."""
    assert result.code == code, result
    assert result.err.count("\n") == 1, result.err
    assert complaint in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, "does not exist"),
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "a picture"),
        (b"\x00\x01\x02\x03\x04" * 40, "binary"),
        ("Le ministre a reçu l'ambassadeur.".encode("latin-1"), "not UTF-8"),
    ],
)
def test_a_file_that_is_no_article(tracker: Tracker, tmp_path: Path, content: bytes | None, complaint: str) -> None:
    path = tmp_path / "article.txt"
    if content is not None:
        path.write_bytes(content)
    refused(tracker("extract", path), 1, complaint)


def test_one_bad_line_of_a_collection_never_stops_the_rest(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "collection.jsonl"
    path.write_text(
        '{"id": "a", "published": "2021-11-25", "text": "Japan\'s foreign minister visited France on Tuesday."}\n'
        "{not json\n"
        '{"id": "c", "published": "2021-11-25", "text": "Japan\'s foreign minister visited Italy on Tuesday."}\n'
    )
    result = tracker("extract", path, "--format", "jsonl")
    refused(result, 1, "line 2")
    assert '"FRA"' in result.out
    assert '"ITA"' in result.out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["timeline", "--since", "2021-02-30"], "no such date as '2021-02-30'"),
        (["timeline", "--since", "2022", "--until", "2021"], "--since 2022-01-01 lies after --until 2021-12-31"),
        (["timeline", "--country", "Jpaan"], "unknown country 'Jpaan'; did you mean Japan"),
        (["timeline", "--type", "meating"], "unknown type 'meating'; did you mean meeting"),
        (["timeline", "--status", "maybe"], "'maybe' is not one of"),
        (["timeline", "--format", "xls"], "'xls' is not one of"),
        (["timeline", "--limit", "0"], "greater than or equal to 1"),
        (["show", "ffff"], "unknown id 'ffff'"),
        (["show", "%"], "unknown id '%'"),
        (["timelin"], "No such command 'timelin'"),
        (["show"], "Missing argument 'ID'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_line_that_cannot_be_meant(filled: Tracker, arguments: list[str], complaint: str) -> None:
    refused(filled(*arguments), 2, complaint)


def test_an_ambiguous_id_is_answered_with_what_it_could_be(tracker: Tracker, tmp_path: Path) -> None:
    table = tmp_path / "two.csv"
    table.write_text("id,type\n7c1a0001,visit\n7c1a0002,visit\n")
    tracker("import", table)
    refused(tracker("show", "7c1a"), 2, "7c1a0001, 7c1a0002")


def test_a_file_that_is_no_database(tracker: Tracker, database: Path) -> None:
    database.write_text("The minister arrived on Monday.\n" * 100)
    refused(tracker("timeline"), 1, str(database))
    assert database.read_text().startswith("The minister")


def test_a_damaged_database(filled: Tracker, database: Path) -> None:
    content = bytearray(database.read_bytes())
    content[4096:] = b"\xab" * (len(content) - 4096)
    for leftover in database.parent.glob("record.db-*"):
        leftover.unlink()
    database.write_bytes(content)
    refused(filled("timeline"), 1, str(database))


def test_a_locked_database(filled: Tracker, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.store.open_recorder", partial(store.open_recorder, wait=0.1))
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        refused(filled("edit", "2b77", "--title", "x"), 1, "locked")
    finally:
        holder.close()
    assert filled("edit", "2b77", "--title", "x").code == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_database(filled: Tracker, database: Path) -> None:
    database.chmod(0o444)
    refused(filled("edit", "2b77", "--title", "x"), 1, str(database))


def test_a_fault_in_the_program_is_told_in_a_line_too(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr("tracker.reference.event_types", fail)
    monkeypatch.setattr("tracker.settings.load", fail)
    refused(tracker("timeline"), 1, "a fault in the program, RuntimeError: out of order; add --debug")
    with pytest.raises(RuntimeError):
        tracker("timeline", "--debug")


def test_a_reader_that_leaves_early_is_no_failure(filled: Tracker) -> None:
    """`tracker timeline | head -1` ends quietly."""
    command = f"set -o pipefail; {sys.executable} -m tracker timeline --format json | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "[\n", "")


def test_a_database_where_none_can_be(tracker: Tracker) -> None:
    refused(tracker("add", "--type", "visit", "--db", "/proc/record.db"), 1, "/proc/record.db")
