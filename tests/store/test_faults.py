"""What goes wrong with a database is told in a sentence, and leaves what is on record as it was."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from tests.nobody import as_nobody
from tracker import store
from tracker.errors import StoreError
from tracker.model import Filter
from tracker.store.address import Address


@pytest.fixture
def record(sqlite, told) -> Path:
    """A database with an event in it."""
    with store.open_recorder(sqlite, author="Ada", command="add") as recorder:
        recorder.add(told("call 2024-05-01 AFG IRN"))
    return Path(sqlite)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody may enter, which pytest's are not."""
    with tempfile.TemporaryDirectory(prefix="tracker-") as name:
        os.chmod(name, 0o755)
        yield Path(name)


def add(url: object, told, **options: float) -> None:
    """Adds an event."""
    with store.open_recorder(str(url), author="Ada", command="add", **options) as recorder:
        recorder.add(told("call 2024-05-02 AFG IRN"))


def events(url: object) -> int:
    """How many events are on record."""
    with store.open_reader(str(url)) as reader:
        return len(reader.events(Filter()))


def test_no_record_yet(tmp_path) -> None:
    """A reader says how to make one, and makes nothing."""
    with pytest.raises(StoreError, match=r"no record yet at .*run `tracker ingest PATH`, or `tracker demo`"):
        events(tmp_path / "none" / "record.db")
    assert not list(tmp_path.iterdir())


def test_an_empty_file_is_no_record_yet(tmp_path, told) -> None:
    """And becomes one with the first writing."""
    path = tmp_path / "record.db"
    path.touch()
    with pytest.raises(StoreError, match="no record yet"):
        events(path)
    add(path, told)
    assert events(path) == 1


def test_a_writer_makes_the_folder_too(tmp_path, told) -> None:
    """Wherever it is to be."""
    add(tmp_path / "a" / "b c%d?.db", told)
    assert events(tmp_path / "a" / "b c%d?.db") == 1


def test_a_text_is_no_database(tmp_path, told) -> None:
    """And is left as it is."""
    path = tmp_path / "notes.db"
    path.write_text("Okada met Kabir in Kabul. " * 100)
    for attempt in (lambda: events(path), lambda: add(path, told), lambda: store.check(str(path))):
        with pytest.raises(StoreError, match="is no tracker database, or is damaged"):
            attempt()
    assert path.read_text() == "Okada met Kabir in Kabul. " * 100


def test_another_programs_database_is_left_alone(tmp_path, told) -> None:
    """To the byte."""
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table moz_places (id)")
    before = path.read_bytes()
    for attempt in (lambda: events(path), lambda: add(path, told)):
        with pytest.raises(StoreError, match="belongs to another program"):
            attempt()
    assert path.read_bytes() == before


def test_a_folder_is_no_database(tmp_path, told) -> None:
    """It is told to be one."""
    for attempt in (lambda: events(tmp_path), lambda: add(tmp_path, told)):
        with pytest.raises(StoreError, match="is a folder; name a file in it"):
            attempt()


def test_a_newer_database_is_refused(record, told) -> None:
    """By readers and by writers."""
    with closing(sqlite3.connect(record)) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
        connection.commit()
    for attempt in (lambda: events(record), lambda: add(record, told), lambda: store.upgrade(str(record))):
        with pytest.raises(StoreError, match=r"is at 9999, newer than this program knows .*; upgrade tracker"):
            attempt()


def test_a_locked_database(record, told) -> None:
    """A writer waits its time and says so; a reader is not kept."""
    with closing(sqlite3.connect(record, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="is being written by another program; try again"):
            add(record, told, wait=0.05)
        assert events(record) == 1
    add(record, told)
    assert events(record) == 2


def test_a_read_only_folder(folder, record, told) -> None:
    """Can be read, and not written."""
    path = folder / "record.db"
    path.write_bytes(record.read_bytes())
    folder.chmod(0o555)
    with as_nobody():
        assert events(path) == 1
        with pytest.raises(StoreError, match=r"cannot write .*: the file or its folder is read-only"):
            add(path, told)
        with pytest.raises(StoreError, match=r"cannot (make|open|write)"):
            add(folder / "other.db", told)
        with pytest.raises(StoreError, match="cannot make the folder"):
            add(folder / "new" / "other.db", told)
    folder.chmod(0o755)


def test_a_file_that_may_not_be_read(folder, record) -> None:
    """Is told to be one."""
    path = folder / "record.db"
    path.write_bytes(record.read_bytes())
    path.chmod(0o000)
    with as_nobody(), pytest.raises(StoreError, match=r"cannot open .*; check"):
        events(path)


def test_a_full_disk(record, told) -> None:
    """Nothing of what was begun is on record; the rest is whole."""

    def fill(connection: sqlite3.Connection, _: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(Engine, "connect", fill)
    try:
        with pytest.raises(StoreError, match=r"the disk is full: .* holds what was finished and nothing half"):
            deque((add(record, told) for _ in range(50)), maxlen=0)
    finally:
        event.remove(Engine, "connect", fill)
    assert store.check(str(record)) == []


def test_a_server_that_is_not_there() -> None:
    """Is named without its password."""
    with pytest.raises(StoreError) as raised:
        events("postgresql://ada:secret@localhost:1/diplomacy")
    assert "postgresql://localhost:1/diplomacy" in str(raised.value)
    assert "secret" not in str(raised.value)


def test_a_kind_of_database_that_is_not_known() -> None:
    """Is told with what is."""
    with pytest.raises(StoreError, match="'mysql' is no kind of database known here"):
        events("mysql://localhost/diplomacy")


@pytest.mark.parametrize(
    ("given", "path"),
    [("sqlite:////data/a.db", "/data/a.db"), ("/data/a b.db", "/data/a b.db"), ("~/a.db", str(Path.home() / "a.db"))],
)
def test_addresses(given: str, path: str) -> None:
    """A path, or an SQLite URL."""
    assert str(Address.read(given)) == path or given.startswith("~")
