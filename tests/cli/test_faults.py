"""What a person is told when the database or the disk fails: one line that says what to do, and nothing is changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tracker import store

READING = ("timeline", "export")
WRITING = ("edit", "import", "ingest")


def cut(path: Path) -> None:
    """Half of the file is gone."""
    os.truncate(path, path.stat().st_size // 2)


def overwritten(path: Path) -> None:
    """Something else stands where it begins."""
    with path.open("r+b") as file:
        file.write(bytes(100))


def newer(path: Path) -> None:
    """A later version of the program wrote it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
        connection.commit()


FAULTS: dict[Callable[[Path], None], str] = {
    cut: "is damaged; run `tracker db check`, and restore a backup",
    overwritten: "is no tracker database, or is damaged; give another with --db, or restore a backup",
    newer: "newer than this program knows",
}


@pytest.fixture
def command(tracker, tmp_path) -> Callable[[str, Path], tuple[int, str, str]]:
    """Runs one of the commands on a database; its exit code, what it printed and the last line of what it said."""
    article, table = tmp_path / "article.txt", tmp_path / "table.csv"
    article.write_text("Foreign Minister Ana Silva of Brazil visited Norway on 8 March 2024.")
    table.write_text("type,start,countries\n" + "call,2024-05-01,Japan; Qatar\n" * 100)
    arguments = {
        "timeline": (),
        "export": (tmp_path / "out.csv",),
        "edit": ("1f09ac32", "--note", "by hand"),
        "import": (table,),
        "ingest": (article,),
    }

    def call(name: str, path: Path) -> tuple[int, str, str]:
        result = tracker(name, *arguments[name], "--db", path)
        return result.code, result.out, result.err.strip().rpartition("\n")[2]

    return call


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
@pytest.mark.parametrize("name", [*READING, *WRITING])
def test_a_database_that_cannot_be_used(name, fault, command, record, tmp_path) -> None:
    """Is named, and stays as it is to the byte; no export stands where there was none."""
    path = shutil.copy(record, tmp_path / "here.db")
    fault(path)
    before = path.read_bytes()
    code, out, said = command(name, path)
    assert (code, out) == (1, "")
    assert said.startswith("tracker: ")
    assert FAULTS[fault] in said
    assert str(path) in said
    assert path.read_bytes() == before
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    "command", ["timeline", "export", "db check", "edit c41f --note n", "undo", "merge a b", "delete c", "confirm c"]
)
def test_a_database_that_is_gone(command, tracker, tmp_path) -> None:
    """Is said to be, and none is made in its place where there would be nothing to change."""
    words = [*command.split(), *([str(tmp_path / "out.csv")] if command == "export" else [])]
    result = tracker(*words, "--db", tmp_path / "gone" / "record.db")
    assert (result.code, result.out) == (1, "")
    assert "tracker: no record yet at" in result.err
    assert not list(tmp_path.iterdir())


@pytest.fixture
def full(record, tmp_path) -> Iterator[Path]:
    """A record on a disk of its own that has no room for anything else."""
    disk, size = tmp_path / "disk", record.stat().st_size // 1024 + 8
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tracker", disk], check=False)
    if made.returncode:
        pytest.skip("no small disk can be mounted here; tests/store fills a database instead")
    try:
        yield shutil.copy(record, disk / "record.db")
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("name", WRITING)
def test_a_full_disk_when_writing(name, full, command) -> None:
    """Is told to be one, and holds what it held."""
    before = full.read_bytes()
    code, out, said = command(name, full)
    assert (code, out) == (1, "")
    assert said == f"tracker: the disk is full: {full} holds what was finished and nothing half; " + (
        "make room and run the command again"
    )
    assert full.read_bytes() == before


def test_a_full_disk_when_reading(full, command, tracker, tmp_path) -> None:
    """Can be read, and taken elsewhere; what has no room there does not stand there half."""
    assert command("timeline", full)[0] == 0
    code, _, said = command("export", full)
    assert (code, said) == (0, f"{record_size(full)} events written to {tmp_path / 'out.csv'}")
    beside = full.with_name("out.csv")
    there = tracker("export", beside, "--db", full)
    assert (there.code, there.err) == (1, f"tracker: cannot write {beside}: No space left on device\n")
    assert not beside.exists()


def record_size(path: Path) -> int:
    """How many events it holds."""
    with store.open_reader(str(path)) as reader:
        return reader.info().events


def test_a_full_disk_where_results_go(filled, database) -> None:
    """Is told in a line; /dev/full is one."""
    command = [sys.executable, "-m", "tracker", "timeline", "--db", database]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, check=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("tracker: the results could not be written: the disk is full")
