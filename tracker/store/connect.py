"""Connections to read through, on the standard library's driver for SQLite and on SQLAlchemy for servers.

Both run the same SQL with named binds and give rows that are read by column name. SQLAlchemy is loaded only for a
server: it takes longer to import than a timeline takes to print.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from tracker.errors import StoreError
from tracker.store import revisions, sql
from tracker.store.address import Address

if TYPE_CHECKING:
    from sqlalchemy import Connection as CoreConnection

WAIT = 10.0
"""Seconds to wait for another program's writing to end."""

Row = Mapping[str, Any]


class Connection(Protocol):
    """What the reader needs of a database."""

    @property
    def dialect(self) -> Literal["sqlite", "postgresql"]:
        """Whose SQL it speaks."""

    def rows(self, statement: str, binds: Mapping[str, object] = ...) -> Iterator[Row]:
        """The rows of a statement with `:name` binds, fetched as they are asked for."""


class Sqlite:
    """An SQLite file through the standard library."""

    dialect: Literal["sqlite"] = "sqlite"

    def __init__(self, connection: sqlite3.Connection) -> None:
        connection.row_factory = sqlite3.Row
        self._connection = connection

    def rows(self, statement: str, binds: Mapping[str, object] = {}) -> Iterator[Row]:
        """The rows of a statement."""
        return self._connection.execute(statement, dict(binds))


class Core:
    """Any database through SQLAlchemy's connection."""

    def __init__(self, connection: CoreConnection) -> None:
        self._connection = connection

    @property
    def dialect(self) -> Literal["sqlite", "postgresql"]:
        """Whose SQL it speaks."""
        return "sqlite" if self._connection.dialect.name == "sqlite" else "postgresql"

    def rows(self, statement: str, binds: Mapping[str, object] = {}) -> Iterator[Row]:
        """The rows of a statement."""
        from sqlalchemy import text

        return iter(self._connection.execute(text(statement), dict(binds)).mappings())  # type: ignore[arg-type]


def among(connection: Connection, statement: str, keys: Sequence[int]) -> Iterator[Row]:
    """The rows of a statement on the things of those keys, which it calls `{keys}`."""
    binds = {f"k{number}": key for number, key in enumerate(keys)}
    return connection.rows(statement.format(keys=", ".join(f":{name}" for name in binds)), binds)


@contextmanager
def reading(address: Address) -> Iterator[Connection]:
    """A connection that sees one state of the record from first to last, and cannot change it.

    Raises StoreError when there is no record, or one that this program cannot read.
    """
    if address.path and not address.path.exists():
        revisions.require_head(None, where=str(address))
    with _connection(address) as connection:
        revisions.require_head(revision_of(connection, address), where=str(address))
        yield connection


def revision(address: Address) -> str | None:
    """The version of the database's schema; None when there is none yet. Raises StoreError for another program's."""
    if address.path and not address.path.exists():
        return None
    with _connection(address) as connection:
        return revision_of(connection, address)


def revision_of(connection: Connection, address: Address) -> str | None:
    """The same by a connection that is open already."""
    tables = {row["name"] for row in connection.rows(sql.TABLES[connection.dialect])}
    if "alembic_version" in tables:
        return next((row["version_num"] for row in connection.rows(sql.REVISION)), None)
    if tables:
        raise StoreError(f"{address} belongs to another program; give another with --db")
    return None


def _connection(address: Address) -> AbstractContextManager[Connection]:
    return _sqlite(address.path) if address.path else _server(address)


@contextmanager
def _sqlite(path: Path) -> Iterator[Connection]:
    with closing(sqlite3.connect(file_uri(path), uri=True, timeout=WAIT, isolation_level=None)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")  # the file may be somebody else's
        connection.execute("BEGIN")
        yield Sqlite(connection)


def file_uri(path: Path) -> str:
    """The file, to be read only. In a folder that cannot be written SQLite would fail to share it with writers."""
    may_write = os.access(path.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
    shared = may_write or _being_written(path)
    return f"{path.as_uri()}?mode={'ro' if shared else 'ro&immutable=1'}"


def _being_written(path: Path) -> bool:
    """Whether a writer is at work, or stopped short of bringing its log into the file."""
    log = f"{path}-wal"
    return os.path.exists(log) and os.path.getsize(log) > 0


@contextmanager
def _server(address: Address) -> Iterator[Connection]:
    from sqlalchemy import create_engine

    engine = create_engine(address.url, isolation_level="REPEATABLE READ", connect_args={"connect_timeout": int(WAIT)})
    try:
        with engine.connect().execution_options(postgresql_readonly=True, stream_results=True) as connection:
            yield Core(connection)
    finally:
        engine.dispose()
