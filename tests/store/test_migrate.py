"""The schema: made, upgraded, never left half-way."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from tests.store.conftest import HEAD, LATER, NEXT
from tracker import store
from tracker.errors import StoreError
from tracker.model import Filter
from tracker.store import migrate, revisions


def filled(url: str, told) -> str:
    """A database with an event in it."""
    with store.open_recorder(url, author="Ada", command="add") as recorder:
        recorder.add(told("call 2024-05-01 AFG IRN"))
    return url


def test_readers_know_the_versions_that_there_are() -> None:
    """In their order, without asking Alembic."""
    found = ScriptDirectory(str(migrate.scripts())).walk_revisions()
    assert tuple(script.revision for script in found)[::-1] == revisions.KNOWN


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_database_is_made_with_the_first_writing(kind: str, new_database, told) -> None:
    """And says at what version it is."""
    url = filled(new_database(kind, empty=True), told)
    info = store.info(url)
    assert (info.revision, info.events, info.kind.lower()) == (revisions.HEAD, 1, kind)
    assert "nothing to do" in store.upgrade(url)


def test_an_older_database_is_upgraded_after_a_backup(sqlite, scripts, told) -> None:
    """With the first reading or writing, whichever comes first."""
    filled(sqlite, told)
    scripts("update event set colour = 'red'")
    assert (store.info(sqlite).revision, store.info(sqlite).events) == (NEXT, 1)
    [backup] = (Path(sqlite).parent / "backups").iterdir()
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("select version_num from alembic_version").fetchone() == (HEAD,)
        assert copy.execute("select count(*) from event").fetchone() == (1,)


def test_a_server_is_upgraded_only_when_told_to(own_url, scripts, told) -> None:
    """Others use it, and no copy can be kept; a file is upgraded with the first writing."""
    filled(own_url, told)
    scripts("update event set colour = 'red'")
    if "://" in own_url:
        with pytest.raises(StoreError, match="back it up and run `tracker db upgrade`"):
            filled(own_url, told)
    assert f"upgraded from {HEAD} to {NEXT}" in store.upgrade(own_url)
    assert store.info(own_url).events == 1


def test_an_upgrade_that_fails_leaves_everything_as_it_was(own_url, scripts, told) -> None:
    """Tables too, so that it can be tried again."""
    filled(own_url, told)
    folder = scripts("insert into nowhere values (1)")
    with pytest.raises(StoreError, match="nowhere"):
        store.upgrade(own_url)
    (folder / "versions" / f"{NEXT}_colour.py").write_text(LATER.format(statement="update event set colour = 'red'"))
    assert f"upgraded from {HEAD} to {NEXT}" in store.upgrade(own_url)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_several_that_begin_at_once_wait_for_each_other(kind: str, new_database, told, at_once) -> None:
    """One makes the database, each writes, and nothing is lost."""
    url = new_database(kind, empty=True)

    def add_five(author: str) -> None:
        with store.open_recorder(url, author=author, command="add") as recorder:
            for day in range(1, 6):
                recorder.add(told(f"call 2024-05-0{day} AFG IRN", title=author))

    at_once(add_five, "Ada", "Bob", "Eve")
    with store.open_reader(url) as reader:
        assert len(reader.events(Filter())) == 15
    assert store.check(url) == []
