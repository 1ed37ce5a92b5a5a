"""Copies of the record: whole, private, put back all or nothing, and dropped in their turn."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.store.conftest import shown
from tracker import resolve, store
from tracker.errors import StoreError
from tracker.model import TableRow
from tracker.store import backups, dumps
from tracker.store.address import Address
from tracker.views import rows


@pytest.fixture
def url(own_url) -> str:
    """A database of which the tables can be replaced."""
    return own_url


def add(url: str, told, *lines: str) -> None:
    """Events put on record."""
    with store.open_recorder(url, author="Ada", command="add") as recorder:
        for line in lines:
            recorder.add(told(line))


def whys(url: str) -> list[str]:
    """Why the copies there are were made, the latest first."""
    return [one.why for one in store.list_backups(url)]


def table(number: int) -> Iterator[TableRow]:
    """A table of so many events."""
    for line in range(number):
        cells = {"type": "call", "start": f"2024-01-{line % 28 + 1:02}", "countries": "AFG; IRN", "title": str(line)}
        yield TableRow(line + 2, cells)


def import_rows(url: str, number: int, **options) -> None:
    """That table brought into the record."""
    with store.open_recorder(url, author="Ada", command="import") as recorder:
        assert recorder.import_rows(table(number), rows, **options).new == number


def test_what_was_copied_comes_back(url, told) -> None:
    """And what was there before is a copy in its turn."""
    add(url, told, "call 2024-05-01 AFG IRN")
    kept, before = store.back_up(url), shown(url)
    add(url, told, "call 2024-05-02 AFG IRN")
    after = shown(url)
    restored = store.restore_backup(url, kept)
    assert shown(url) == before
    assert store.check(url) == []
    assert restored.kept is not None
    store.restore_backup(url, Path(restored.kept.name))
    assert shown(url) == after
    assert whys(url) == ["restore", "restore", "hand"]


def test_a_copy_is_made_while_others_write(sqlite, told, tmp_path) -> None:
    """It holds what is on record, and nothing of what is under way; they are not kept waiting."""
    add(sqlite, told, "call 2024-05-01 AFG IRN")
    with store.open_recorder(sqlite, author="Bob", command="add") as recorder, recorder._work("hand"):
        copy = store.back_up(sqlite, tmp_path / "copy.db")
    assert len(shown(str(copy))) == 1
    with pytest.raises(StoreError, match="is there already; give another name"):
        store.back_up(sqlite, copy)
    assert store.back_up(sqlite, tmp_path).parent == tmp_path


def test_a_copy_is_for_the_users_eyes_alone(sqlite, told) -> None:
    """Whatever the rights that new files have otherwise."""
    add(sqlite, told, "call 2024-05-01 AFG IRN")
    assert stat.S_IMODE(store.back_up(sqlite).stat().st_mode) == 0o600


def test_nothing_is_copied_where_nothing_is(tmp_path) -> None:
    """And nothing is made."""
    with pytest.raises(StoreError, match="no record yet"):
        store.back_up(str(tmp_path / "none.db"))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("number", "made"), [(9, []), (10, ["import"])])
def test_much_at_once_is_done_after_a_copy(sqlite, monkeypatch, number: int, made: list[str]) -> None:
    """Which holds what was there before; little is not worth one, and nothing was lost where nothing was."""
    monkeypatch.setenv("TRACKER_BULK", "10")
    import_rows(sqlite, 20)
    assert whys(sqlite) == []
    with store.open_recorder(sqlite, author="Ada", command="import") as recorder:
        recorder.import_rows((TableRow(one.line, {**one.cells, "note": "n"}) for one in table(number)), rows)
    assert whys(sqlite) == made
    assert all(len(shown(str(one.path))) == 20 for one in store.list_backups(sqlite))


def test_what_counts_as_much_is_a_setting(sqlite, told, monkeypatch) -> None:
    """And 0 asks for no copies."""
    add(sqlite, told, "call 2024-05-01 AFG IRN")
    monkeypatch.setenv("TRACKER_BULK", "0")
    import_rows(sqlite, 20)
    assert whys(sqlite) == []
    monkeypatch.setenv("TRACKER_BULK", "2")
    with store.open_recorder(sqlite, author="Ada", command="tag") as recorder:
        ids = list(shown(sqlite))
        recorder.revise(ids[:9], lambda event: {"tags": ("x",)}, dry_run=True)
        assert whys(sqlite) == []
        recorder.revise(ids[:2], lambda event: {"tags": ("x",)})
        recorder.merge(ids[:4], resolve)
    assert whys(sqlite) == ["tag", "tag"]


def test_reading_articles_is_never_much(url, read, monkeypatch) -> None:
    """One after another comes on record, and each says what it added."""
    monkeypatch.setenv("TRACKER_BULK", "1")
    read("meeting 2021-11-23 JPN:participant AFG:participant")
    read("visit 2021-12-23 JPN:visitor AFG:host")
    assert whys(url) == []


def test_the_oldest_go_but_those_made_by_hand(sqlite, told, monkeypatch) -> None:
    """And copies that nobody finished."""
    monkeypatch.setenv("TRACKER_BACKUPS", "2")
    add(sqlite, told, "call 2024-05-01 AFG IRN")
    store.back_up(sqlite)
    address = Address.read(sqlite)
    abandoned = Path(sqlite).parent / "backups" / "record-0004-20200101T000000000000-edit.db.part"
    abandoned.touch()
    os.utime(abandoned, (0, 0))
    for why in ("edit", "tag", "import"):
        backups.before(address, why)
    assert whys(sqlite) == ["import", "tag", "hand"]
    assert not abandoned.exists()


def test_copies_of_two_records_in_one_folder_are_told_apart(tmp_path, told) -> None:
    """By name; `a-b.db` is none of `a.db`'s."""
    for name in ("a.db", "a-b.db", "a"):
        add(str(tmp_path / name), told, "call 2024-05-01 AFG IRN")
        store.back_up(str(tmp_path / name))
    listed = {name: [one.path.name for one in store.list_backups(str(tmp_path / name))] for name in ("a.db", "a-b.db")}
    assert [len(names) for names in listed.values()] == [2, 1]


def test_a_copy_is_dated(sqlite, told) -> None:
    """In universal time."""
    add(sqlite, told, "call 2024-05-01 AFG IRN")
    store.back_up(sqlite)
    [made] = store.list_backups(sqlite)
    assert abs(datetime.now(UTC) - made.made) < timedelta(hours=1)


def test_what_must_not_be_put_back_is_refused(sqlite, told, tmp_path) -> None:
    """Damaged, another program's, a newer version's, the record itself, none; the record is as it was."""
    add(sqlite, told, *(f"call 2024-05-{day:02} AFG IRN" for day in range(1, 29)))
    before = shown(sqlite)
    damaged, newer, other = (tmp_path / f"{name}.db" for name in ("damaged", "newer", "other"))
    whole = store.back_up(sqlite).read_bytes()
    pages = [whole[at : at + 4096] for at in range(0, len(whole), 4096)]
    damaged.write_bytes(b"".join(pages[:9] + [b"\xff" * 4096 for _ in pages[9:]]))
    newer.write_bytes(whole)
    with closing(sqlite3.connect(newer)) as connection, connection:
        connection.execute("update alembic_version set version_num = '9999'")
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("create table places (id)")
    refusals = {
        damaged: "damaged",
        newer: "newer than this program",
        other: "belongs to another program",
        Path(sqlite): "is the record itself",
        tmp_path / "none.db": "no backup at",
    }
    for path, refusal in refusals.items():
        with pytest.raises(StoreError, match=refusal):
            store.restore_backup(sqlite, path)
    assert shown(sqlite) == before
    assert whys(sqlite) == ["hand"]


@contextmanager
def writing(url: str) -> Iterator[None]:
    """Somebody else is in the middle of writing."""
    with store.open_recorder(url, author="Bob", command="add") as recorder, recorder._work("hand"):
        yield


def test_nobody_else_may_be_writing(url, told) -> None:
    """Whoever puts a copy back says so, and the record is as it was."""
    add(url, told, "call 2024-05-01 AFG IRN")
    copy, before = store.back_up(url), shown(url)
    with writing(url), pytest.raises(StoreError, match="is being written by another program"):
        store.restore_backup(url, copy, wait=0.1)
    assert shown(url) == before
    store.restore_backup(url, copy)


def test_a_lost_file_is_restored(sqlite, told) -> None:
    """As if nothing had been."""
    add(sqlite, told, "call 2024-05-01 AFG IRN")
    copy, before = store.back_up(sqlite), shown(sqlite)
    os.unlink(sqlite)
    assert store.restore_backup(sqlite, copy).kept is None
    assert shown(sqlite) == before


def test_a_file_that_is_no_database_any_more_is_set_aside(sqlite, told) -> None:
    """And kept, for whoever can save something of it."""
    add(sqlite, told, "call 2024-05-01 AFG IRN")
    copy, before = store.back_up(sqlite), shown(sqlite)
    Path(sqlite).write_bytes(b"gone " * 4096)
    kept = store.restore_backup(sqlite, copy).kept
    assert kept is not None
    assert kept.read_bytes() == b"gone " * 4096
    assert shown(sqlite) == before
    assert whys(sqlite) == ["damaged", "hand"]


KILLED = """
import os, signal, sqlite3, sys
from pathlib import Path
from tracker import store
from tracker.store import backups, restoring
def dying(copy, target):
    copy.backup(target, pages=5, progress=lambda status, left, total: os.kill(os.getpid(), signal.SIGKILL))
restoring._written_over = dying
store.restore_backup(sys.argv[1], Path(sys.argv[2]))
"""


def test_a_restore_that_is_killed_leaves_the_record_as_it_was(sqlite, told) -> None:
    """In the middle of writing over it."""
    add(sqlite, told, *(f"call 2024-05-{day:02} AFG IRN" for day in range(1, 29)))
    copy = store.back_up(sqlite)
    add(sqlite, told, "call 2024-06-01 AFG IRN")
    before = shown(sqlite)
    assert subprocess.run([sys.executable, "-c", KILLED, sqlite, str(copy)], check=False).returncode == -9
    assert store.check(sqlite) == []
    assert shown(sqlite) == before


def test_a_server_without_its_client_programs_is_told_what_to_run(new_database, told, monkeypatch, tmp_path) -> None:
    """Word by word, without the password."""
    url = new_database("postgresql")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not dumps.possible()
    with pytest.raises(StoreError, match=r"pg_dump is not on the PATH; install .* pg_dump --format=custom"):
        store.back_up(url.replace("tracker@", "tracker:secret@"))
    assert backups.before(Address.read(url), "upgrade") is None


def test_a_password_is_on_no_command_line(monkeypatch, tmp_path) -> None:
    """But in the environment of the program that needs it, which only its user can read."""
    program = tmp_path / "pg_dump"
    program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/line\necho "$PGPASSWORD" > {tmp_path}/secret\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    dumps.write(Address.read("postgresql://ada:s3cret@db.example/diplomacy?sslmode=require"), tmp_path / "dump")
    assert "s3cret" not in (tmp_path / "line").read_text()
    assert "ada@db.example/diplomacy?sslmode=require" in (tmp_path / "line").read_text()
    assert (tmp_path / "secret").read_text() == "s3cret\n"
    assert shutil.which("pg_dump") == str(program)
