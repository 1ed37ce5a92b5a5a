"""A copy put in the place of the record: looked through first, all of it or nothing, and what was there kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from tracker.errors import StoreError
from tracker.store import backups, dumps, invariants, revisions, sql
from tracker.store.address import Address
from tracker.store.connect import revision
from tracker.store.engine import make_folder, open_engine
from tracker.store.faults import explained

_NO_DATABASE = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


@dataclass(frozen=True, slots=True)
class Restored:
    """Which copy stands now, its version of the schema, and where what was there before is; None if nothing was."""

    path: Path
    revision: str
    kept: Path | None


def restore(address: Address, path: Path, *, wait: float) -> Restored:
    """Puts the copy at `path`, or of that name among the record's own, in the place of the record.

    Raises StoreError when the copy is damaged, is none, or is newer than the program, and while anybody else uses a
    file or writes to a server; the record is then as it was.
    """
    path = _meant(address, path)
    if not path.is_file():
        raise StoreError(f"no backup at {path}; `tracker restore-backup` lists those there are")
    found = verified(path, dump=address.path is None)
    if address.path is None:
        return Restored(path, found, _put_on_server(address, path, wait=wait))
    if address.path.exists() and address.path.samefile(path):
        raise StoreError(f"{path} is the record itself; `tracker restore-backup` lists its backups")
    return Restored(path, found, _put_in_file(address, path, wait=wait))


def _meant(address: Address, path: Path) -> Path:
    """The file of that path, or the record's own copy of that name."""
    own = {one.path.name: one.path for one in backups.listing(address)}
    return path if path.exists() else own.get(str(path), path)


def verified(path: Path, *, dump: bool) -> str:
    """The version of a sound copy; raises StoreError for one that must not be put back."""
    address = Address(f"sqlite:///{path.absolute()}", path.absolute())
    with explained(address):
        found = dumps.revision(path) if dump else _looked_through(address)
    if found is None:
        raise StoreError(f"{path} holds no record of this program")
    if found not in revisions.KNOWN:
        raise revisions.newer(found, where=str(path))
    return found


def _looked_through(address: Address) -> str | None:
    """The version of a file; raises StoreError with the first damage."""
    assert address.path is not None
    with backups.opened(address.path) as connection:
        [(damage,)] = connection.execute(f"{invariants.INTEGRITY}(1)").fetchall()
        lost = connection.execute(invariants.FOREIGN_KEYS).fetchone()
    if damage != "ok" or lost:
        what = damage if damage != "ok" else "rows belong to others that are not there"
        raise StoreError(f"{address} is damaged and was not put back: {what}")
    return revision(address)


def _put_in_file(address: Address, path: Path, *, wait: float) -> Path | None:
    """Writes over the file in one transaction while nobody else uses it; a file that is no database is set aside."""
    assert address.path is not None
    if not address.path.exists():
        make_folder(address.path.parent)
        _copied(path, address.path)
        return None
    try:
        with explained(address), _alone(address.path, wait=wait) as record, backups.opened(path) as copy:
            kept = backups.keep(address, record, why="restore")
            _written_over(copy, record)
            return kept
    except StoreError as error:
        if getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF not in _NO_DATABASE:
            raise
    kept = backups.set_aside(address)
    _copied(path, address.path)
    return kept


def _written_over(copy: sqlite3.Connection, record: sqlite3.Connection) -> None:
    copy.backup(record)


@contextmanager
def _alone(path: Path, *, wait: float) -> Iterator[sqlite3.Connection]:
    """A connection to a file that nobody else can write to, between its transactions either."""
    with closing(sqlite3.connect(path, timeout=wait, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")
        yield connection


def _copied(path: Path, target: Path) -> None:
    with backups.unfinished(target) as part, backups.opened(path) as copy:
        backups.copy(copy, part)


def _put_on_server(address: Address, path: Path, *, wait: float) -> Path | None:
    """Replaces the tables in one transaction, while this program's other writers wait."""
    with explained(address), open_engine(address, wait=wait).connect() as connection:
        tables = connection.execute(text(sql.TABLES["postgresql"])).scalars().all()
        kept = backups.make(address, why="restore") if revision(address) else None
        dumps.put_back(address, path, instead_of=tables)
    return kept
