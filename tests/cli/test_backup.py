"""`tracker backup` and `restore-backup`: a copy, the list of copies, and the way back to one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Tracker = Callable[..., Any]


def test_a_mistake_is_undone_by_going_back_to_a_backup(filled: Tracker) -> None:
    before = filled("timeline").out
    made = filled("backup")
    assert (made.code, Path(made.out.strip()).is_file()) == (0, True)
    filled("reject", "--where", "country=Japan", "--yes")
    back = filled("restore-backup", Path(made.out.strip()).name)
    assert (back.code, back.out) == (0, f"{made.out.strip()} is the record now\n")
    assert "what was there before is in" in back.err
    assert filled("timeline").out == before


def test_the_backups_are_listed_the_latest_first(filled: Tracker, tmp_path: Path) -> None:
    assert filled("backup", "--list").err == "no backups yet; `tracker backup` makes one\n"
    made = filled("backup").out.strip()
    filled("restore-backup", made)
    listed = json.loads(filled("restore-backup", "--format", "json").out)
    assert [(one["why"], one["size"].split()[1]) for one in listed] == [("restore", "kB"), ("hand", "kB")]
    assert filled("backup", "--list").out.splitlines()[1].endswith(Path(made).name)
    assert filled("backup", "--list").err == f"in {Path(made).parent}\n"


def test_a_file_that_is_there_is_never_written_over(filled: Tracker, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("mine")
    refused = filled("backup", note)
    assert (refused.code, refused.err) == (1, f"tracker: {note} is there already; give another name\n")
    assert filled("restore-backup", note).code == 1
    assert note.read_text() == "mine"
    assert filled("backup", note, "--list").code == 2
