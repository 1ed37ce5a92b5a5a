"""Connections to read through, on the standard library's driver for SQLite and on SQLAlchemy for servers.

Both run the same SQL with named binds and give rows that are read by column name. SQLAlchemy is loaded only for a
server: it takes longer to import than a timeline takes to print.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from tracker.errors import StoreError
from tracker.store import revisions, sql
from tracker.store.address import Address
from tracker.store.faults import DAMAGED

if TYPE_CHECKING:
    from sqlalchemy import Connection as CoreConnection

WAIT = 30.0
"""Seconds to wait for another program's writing to end; several that are at it throughout take turns by chance."""

CACHE = 32 * 1024
"""KiB of an SQLite file kept in memory: SQLite's own 2 MiB are fewer than one page of a timeline touches, or one of
rows being imported."""

Row = Mapping[str, Any]


class Connection(Protocol):
    """What the reader needs of a database."""

    @property
    def dialect(self) -> Literal["sqlite", "postgresql"]:
        """Whose SQL it speaks."""

    def rows(self, statement: str, binds: Mapping[str, object] = ...) -> Iterator[Row]:
        """The rows of a statement with `:name` binds, fetched as they are asked for."""

    def tuples(self, statement: str, binds: Mapping[str, object] = ...) -> Iterator[Sequence[Any]]:
        """The same by place, which is the cheaper where there are very many."""


class Sqlite:
    """An SQLite file through the standard library."""

    dialect: Literal["sqlite"] = "sqlite"

    def __init__(self, connection: sqlite3.Connection) -> None:
        connection.row_factory = sqlite3.Row
        self._connection = connection

    def rows(self, statement: str, binds: Mapping[str, object] = {}) -> Iterator[Row]:
        """The rows of a statement; the cursor is not closed by who stops early, since its connection may be by then."""
        return chain(self._connection.execute(statement, dict(binds)))

    def tuples(self, statement: str, binds: Mapping[str, object] = {}) -> Iterator[Sequence[Any]]:
        """The rows of a statement by place."""
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return cursor.execute(statement, dict(binds))


class Core:
    """Any database through SQLAlchemy's connection."""

    def __init__(self, connection: CoreConnection) -> None:
        self._connection = connection
        self._driver: Any = connection.connection.driver_connection

    @property
    def dialect(self) -> Literal["sqlite", "postgresql"]:
        """Whose SQL it speaks."""
        return "sqlite" if isinstance(self._driver, sqlite3.Connection) else "postgresql"

    def rows(self, statement: str, binds: Mapping[str, object] = {}) -> Iterator[Row]:
        """The rows of a statement; of SQLite straight from its driver, which takes a third of the time."""
        if self.dialect == "sqlite":
            cursor = self._driver.cursor()
            cursor.row_factory = sqlite3.Row
            return iter(cursor.execute(statement, binds))
        from sqlalchemy import text

        return iter(self._connection.execute(text(statement), dict(binds)).mappings())  # type: ignore[arg-type]

    def tuples(self, statement: str, binds: Mapping[str, object] = {}) -> Iterator[Sequence[Any]]:
        """The rows of a statement by place."""
        from sqlalchemy import text

        return iter(self._connection.execute(text(statement), dict(binds)))


def among(connection: Connection, statement: str, keys: Sequence[int] | Sequence[str]) -> Iterator[Row]:
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
    before = _moment(path)
    connection, shared = opened(path)
    with closing(connection):
        _require_whole(connection, path)
        yield Sqlite(connection)
    if not shared and _moment(path) != before:
        raise StoreError(f"{path} was written while it was being read; run the command again")


def opened(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection to read a file through as it is from now on, and whether it is shared with writers.

    Sharing takes a little room beside the file; where there is none, as on a full disk or in a folder that may not be
    written, a file that nobody is writing is read as it lies.
    """
    try:
        return _begin(path, "ro"), True
    except sqlite3.OperationalError as error:
        no_room = error.sqlite_errorname.startswith(("SQLITE_IOERR_SHM", "SQLITE_CANTOPEN", "SQLITE_READONLY"))
        if not no_room or _logged(path):
            raise
        return _begin(path, "ro&immutable=1"), False


def _begin(path: Path, mode: str) -> sqlite3.Connection:
    """The file as it is from now on."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, timeout=WAIT, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")  # the file may be somebody else's
        connection.execute(f"PRAGMA cache_size = {-CACHE}")
        connection.execute("BEGIN")
        connection.execute("select 1 from sqlite_master").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _logged(path: Path) -> bool:
    """Whether a writer's log holds what is not in the file yet."""
    try:
        return os.stat(f"{path}-wal").st_size > 0
    except OSError:
        return False


def _moment(path: Path) -> tuple[int, int, bool] | None:
    """What differs when the file was written since."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, _logged(path)


def _require_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Raises StoreError for a file that was cut within a page: SQLite would take what is missing of it for empty.

    The file itself is never opened here: closing it would take away the locks of this process's other connections.
    """
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    found = _moment(path)
    if found and found[1] % size and not _logged(path):
        raise StoreError(DAMAGED.format(where=path))


@contextmanager
def _server(address: Address) -> Iterator[Connection]:
    from sqlalchemy import create_engine

    engine = create_engine(address.url, isolation_level="REPEATABLE READ", connect_args={"connect_timeout": 10})
    try:
        with engine.connect().execution_options(postgresql_readonly=True, stream_results=True) as connection:
            yield Core(connection)
    finally:
        engine.dispose()
