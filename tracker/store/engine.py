"""Connections to write through: one writer at a time, waiting for its turn, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from tracker.errors import StoreError
from tracker.store.address import Address
from tracker.store.connect import CACHE

_LOCK = 7_416_308
"""The number of PostgreSQL's advisory lock that a writer holds; any other program's would do as well."""


_LOOK = 0.002
"""Seconds between two looks whether another writer is done."""


def open_engine(address: Address, *, wait: float, foreign_keys: bool = True) -> Engine:
    """An engine whose every transaction may write; `wait` is how many seconds to wait for another writer.

    A migration that rebuilds tables turns foreign keys off, and checks them when it is done.
    """
    if address.path is None:
        engine = create_engine(make_url(address.url), poolclass=NullPool, connect_args={"connect_timeout": 10})
        event.listen(engine, "begin", _taking_turns(wait))
        return engine
    make_folder(address.path.parent)
    url = URL.create("sqlite", database=str(address.path))
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": wait, "isolation_level": None})
    event.listen(engine, "connect", _sqlite_settings(address.path, foreign_keys=foreign_keys))
    event.listen(engine, "begin", _beginning(wait))
    event.listen(engine, "commit", _require_in_place(address.path))
    return engine


def make_folder(path: Path) -> None:
    """Makes a folder that is not there; raises StoreError when it cannot be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot make the folder {path}: {error.strerror}; give another place with --db") from None


def _sqlite_settings(path: Path, *, foreign_keys: bool) -> Any:
    def set_up(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        connection.execute("PRAGMA trusted_schema = OFF")  # the file may be somebody else's
        connection.execute(f"PRAGMA cache_size = {-CACHE}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # what was acknowledged outlives a power cut
        connection.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
        record.info["file"] = _file(path)

    return set_up


def _require_in_place(path: Path) -> Any:
    """SQLite would go on writing into a file that was removed, and all of it would be gone with the last connection."""

    def look(connection: Connection) -> None:
        if _file(path) != connection.info["file"]:
            raise StoreError(
                f"{path} was removed or replaced while it was being written; what was finished before is where that "
                "file is now. Put it back, and run the command again"
            )

    return look


def _file(path: Path) -> tuple[int, int] | None:
    """What tells a file from another of its name; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _beginning(wait: float) -> Any:
    def begin(connection: Connection) -> None:
        _begin_immediate(connection.connection.driver_connection, wait)  # type: ignore[arg-type]

    return begin


def _begin_immediate(connection: sqlite3.Connection, wait: float) -> None:
    """A read that turns into a write would fail at once if another had written between, in spite of any wait.

    SQLite itself looks every tenth of a second whether it may begin, and never comes between the transactions of a
    writer that is at it throughout.
    """
    until = time.monotonic() + wait
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while not _begun(connection, last=time.monotonic() >= until):
            time.sleep(_LOOK)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(wait * 1000)}")


def _begun(connection: sqlite3.Connection, *, last: bool) -> bool:
    """Whether it is this writer's turn; raises sqlite3.OperationalError at the last attempt."""
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if last or not error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise
        return False
    return True


def _taking_turns(wait: float) -> Any:
    def take_turn(connection: Connection) -> None:
        connection.exec_driver_sql(f"set local lock_timeout = {max(int(wait * 1000), 1)}")
        connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        connection.exec_driver_sql("set local lock_timeout = 0")

    return take_turn
