"""Connections to write through: one writer at a time, waiting for its turn, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.pool import NullPool

from tracker.errors import StoreError
from tracker.store.address import Address

_LOCK = 7_416_308
"""The number of PostgreSQL's advisory lock that a writer holds; any other program's would do as well."""


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
    event.listen(engine, "connect", _sqlite_settings(foreign_keys=foreign_keys))
    event.listen(engine, "begin", _begin_immediate)
    return engine


def make_folder(path: Path) -> None:
    """Makes a folder that is not there; raises StoreError when it cannot be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot make the folder {path}: {error.strerror}; give another place with --db") from None


def _sqlite_settings(*, foreign_keys: bool) -> Any:
    def set_up(connection: sqlite3.Connection, record: object) -> None:
        connection.execute("PRAGMA trusted_schema = OFF")  # the file may be somebody else's
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # what was acknowledged outlives a power cut
        connection.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")

    return set_up


def _begin_immediate(connection: Connection) -> None:
    """A read that turns into a write would fail at once if another had written between, in spite of any wait."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _taking_turns(wait: float) -> Any:
    def take_turn(connection: Connection) -> None:
        connection.exec_driver_sql(f"set local lock_timeout = {max(int(wait * 1000), 1)}")
        connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        connection.exec_driver_sql("set local lock_timeout = 0")

    return take_turn
