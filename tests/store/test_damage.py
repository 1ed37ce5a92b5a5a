"""A file that is damaged, cut short, taken away or written behind one's back: said, and never made worse."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

import pytest

from tests.nobody import NOBODY, as_nobody
from tests.store.test_faults import add, events, folder, record
from tracker import store
from tracker.errors import StoreError
from tracker.model import Filter

__all__ = ["folder", "record"]


def test_a_damaged_file(record, told) -> None:
    """`check` says so, and so does whoever comes upon the damage."""
    with store.open_recorder(str(record), author="Ada", command="add") as recorder:
        for day in range(1, 29):
            recorder.add(told(f"call 2024-05-{day:02} AFG IRN"), note="word " * 200)
    pages = [record.read_bytes()[at : at + 4096] for at in range(0, record.stat().st_size, 4096)]
    record.write_bytes(b"".join(bytes(4096) if b"word word" in page else page for page in pages))
    assert store.check(str(record))
    with pytest.raises(StoreError, match="damaged"):
        events(record)


def test_a_row_that_was_never_written(record) -> None:
    """Is damage, and no fault of the program."""
    with closing(sqlite3.connect(record)) as connection:
        connection.executescript("pragma ignore_check_constraints = 1; update event set start_day = '2024-05-0\x01'")
    with pytest.raises(StoreError, match="the database is damaged: a row of it cannot be read"):
        events(record)
    assert "the database is damaged" in " ".join(store.check(str(record)))


def test_a_text_that_is_none(record) -> None:
    """Nor is what cannot be decoded."""
    with closing(sqlite3.connect(record)) as connection:
        connection.executescript("update event set title = cast(x'ff' as text)")
    with pytest.raises(StoreError, match="is damaged"):
        events(record)


@pytest.mark.parametrize("cut", [1000, 4096 * 10])
def test_a_file_that_was_cut_short(record, told, cut) -> None:
    """Is neither read nor written, wherever it was cut."""
    os.truncate(record, record.stat().st_size - cut)
    before = record.read_bytes()
    for attempt in (lambda: events(record), lambda: add(record, told)):
        with pytest.raises(StoreError, match="is damaged"):
            attempt()
    assert record.read_bytes() == before


@pytest.mark.parametrize("put_there", [False, True], ids=["removed", "replaced"])
def test_a_file_that_is_removed_while_it_is_written(record, told, put_there) -> None:
    """What was acknowledged before is where the file is now; nothing is acknowledged that would go with it."""
    kept = record.with_suffix(".kept")
    with store.open_recorder(str(record), author="Ada", command="add") as recorder:
        recorder.add(told("call 2024-05-03 AFG IRN"))
        record.rename(kept)
        if put_there:
            record.write_bytes(kept.read_bytes())
        with pytest.raises(StoreError, match="was removed or replaced while it was being written"):
            recorder.add(told("call 2024-05-04 AFG IRN"))
    record.with_name(f"{record.name}-wal").rename(f"{kept}-wal")
    assert events(kept) == 2


def test_a_record_written_while_it_is_read_by_one_who_may_not_share_it(folder, record) -> None:
    """Who reads a file as it lies is told when it does so no longer."""
    path = folder / "record.db"
    path.write_bytes(record.read_bytes())
    if os.geteuid() == 0:
        os.chown(path, NOBODY, -1)
    folder.chmod(0o555)

    def read_and_write() -> None:
        with store.open_reader(str(path)) as reader:
            assert len(reader.events(Filter())) == 1
            os.utime(path, ns=(0, 0))

    with as_nobody(), pytest.raises(StoreError, match="was written while it was being read"):
        read_and_write()
    folder.chmod(0o755)
