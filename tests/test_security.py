"""What SECURITY.md says is defended against: hostile articles and files, secrets told, and other people's eyes."""

from __future__ import annotations

import os
import re
import sqlite3
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tracker.cli import run

HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e"
ARTICLE = f"""---
title: Okada {HOSTILE}in Kabul
published: 2021-11-25
source: "Gulf{HOSTILE} Wire"
---
Japan's foreign minister Takashi Okada{HOSTILE} met Amir Khan Muttaqi in Kabul on 23 November 2021.
Japan's ambassador Takashi Okada met Abdul {HOSTILE}Kabir in Kabul on 24 November 2021.
"""
SEEN = [
    ["timeline"],
    ["timeline", "--format", "table"],
    ["timeline", "--format", "md"],
    ["timeline", "--format", "json"],
    ["timeline", "--format", "jsonl"],
    ["show", "{id}"],
    ["show", "{id}", "--format", "table"],
    ["why", "{id}"],
    ["blame", "{id}"],
    ["history"],
    ["history", "--format", "table"],
    ["people"],
    ["people", "--format", "table"],
    ["countries"],
    ["dates", f"They met on {HOSTILE} 3 March 2021."],
    ["timeline", "--country", f"Jap{HOSTILE}an"],
    ["show", f"zz{HOSTILE}"],
    ["ingest", f"no{HOSTILE}such.txt"],
]

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands' record is."""
    monkeypatch.setenv("TRACKER_DATABASE_URL", str(tmp_path / "record.db"))
    monkeypatch.setenv("TRACKER_AUTHOR", "Ada")
    return tmp_path / "record.db"


def test_what_an_article_holds_does_not_steer_the_terminal(
    database: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does a name, on either stream; without them there would be something to be seen."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    Path("hostile.md").write_text(ARTICLE, encoding="utf-8")
    assert run(["ingest", "hostile.md"]) == 0
    assert run(["add", "--type", "call", "--date", "2024-05-01", "--country", "Japan", "--title", HOSTILE]) == 0
    with closing(sqlite3.connect(database)) as connection:
        [quoted, *_] = [id for (id,) in connection.execute("select id from event where origin = 'machine'")]
        kept = connection.execute("select text from document union select title from event").fetchall()
    assert {"\x1b", "\x9b", "\u202e"} <= set("".join(text for (text,) in kept))
    capsys.readouterr()
    for command in SEEN:
        run([word.replace("{id}", quoted) for word in command])
        printed = "".join(capsys.readouterr())
        assert printed, command
        assert not set("\x1b\x07\x9b\u202e").intersection(printed), (command, printed)


def test_a_workbook_that_would_fill_the_memory_is_refused(database: Path, tmp_path: Path, capsys: Captured) -> None:
    """By what it would unpack to, before it is."""
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts, parts.open("xl/sharedStrings.xml", "w") as part:
        for _ in range(1025):
            part.write(bytes(2**20))
    assert bomb.stat().st_size < 2**21
    assert run(["import", str(bomb)]) == 1
    assert "would unpack to 1025 MB" in capsys.readouterr().err


SECRET = "hunter2-hunter2"
COMMANDS = [
    ["db", "info"],
    ["db", "check"],
    ["db", "check", "--repair"],
    ["db", "upgrade"],
    ["db", "grant", "ada", "--as", "reader"],
    ["timeline"],
    ["history"],
    ["ingest", "article.txt"],
    ["add", "--type", "call", "--date", "2024-05-01", "--country", "Japan"],
    ["tag", "7c1a", "--add", "x"],
    ["undo"],
    ["review"],
    ["export", "out.csv"],
    ["backup"],
    ["backup", "--list"],
    ["restore-backup", "x.dump"],
]


@pytest.mark.parametrize("place", ["user:{}@127.0.0.1:1/x", "127.0.0.1:1/x?user=u&password={}"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_password_is_told_to_nobody(
    command: list[str], place: str, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever goes wrong with the database whose URL holds it, and wherever the error is shown."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRACKER_DATABASE_URL", f"postgresql://{place.format(SECRET)}")
    Path("article.txt").write_text("Okada met Kabir in Kabul.", encoding="utf-8")
    run(command)
    printed = "".join(capsys.readouterr())
    assert printed
    assert SECRET not in printed


def test_a_password_is_not_in_a_traceback_either() -> None:
    """Which `--debug` prints."""
    url = f"postgresql://user:{SECRET}@127.0.0.1:1/x"
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "--debug", "db", "info", "--db", url],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" in done.stderr
    assert SECRET not in done.stdout + done.stderr


@pytest.fixture
def call(database: Path, tmp_path: Path) -> Callable[..., None]:
    """Runs a command in a process of its own, under the mask of those who share everything."""

    def run_it(*arguments: str) -> None:
        command = [sys.executable, "-m", "tracker", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
        subprocess.run(command, check=True, capture_output=True, umask=0, cwd=tmp_path, env=environment)

    return run_it


def test_files_are_for_the_users_eyes_alone(call: Callable[..., None], tmp_path: Path, own_home: Path) -> None:
    """The record, its backups and exports, and whatever else is left behind."""
    call("import", str(Path(__file__).parent / "events.csv"))
    call("backup")
    call("export", "out.xlsx")
    call("review", "--to-file", "queue.csv")
    made = [path for folder in (tmp_path, own_home) for path in folder.rglob("*")]
    assert {"record.db", "backups", "out.xlsx", "queue.csv"} <= {path.name for path in made}
    shared = {str(path): oct(path.stat().st_mode) for path in made if stat.S_IMODE(path.stat().st_mode) & 0o077}
    assert shared == {}


def test_what_is_said_to_be_tested_is() -> None:
    """SECURITY.md names tests that there are."""
    root = Path(__file__).parents[1]
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (root / "SECURITY.md").read_text(encoding="utf-8"))
    assert len(named) > 9
    missing = [(path, test) for path, test in named if f"def {test}" not in (root / path).read_text(encoding="utf-8")]
    assert missing == []
