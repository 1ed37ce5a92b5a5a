"""Copies of the record: made while others use it, whole or not there, and the old ones dropped.

    backups/record-0004-20261122T130455123456-import.db
            name   version, moment (UTC), why: `hand`, `restore`, or the command that set many events at once

Those of a file stand in `backups/` beside it, those of a server's database in the user's data folder. Of those that the
program makes by itself as many are kept as the settings say; those made by hand, and a damaged file that was set aside,
are never dropped.
"""

from __future__ import annotations

import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tracker import settings
from tracker.errors import StoreError
from tracker.store import connect, dumps, revisions, sql
from tracker.store.address import Address
from tracker.store.connect import Sqlite, revision, revision_of
from tracker.store.engine import make_folder
from tracker.store.faults import explained

BY_HAND = "hand"
DAMAGED = "damaged"

_STAMP = "%Y%m%dT%H%M%S%f"
_NAME = re.compile(r"-(?P<revision>\w+)-(?P<stamp>\d{8}T\d{12})(-(?P<why>[a-z-]+))?\.(db|dump)")
_ABANDONED = 24 * 60 * 60
"""Seconds after which an unfinished copy is nobody's any more."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a record: of which version of the schema, when it was made (UTC), why, and how many bytes it has."""

    path: Path
    revision: str
    made: datetime
    why: str
    size: int


def listing(address: Address) -> list[Backup]:
    """The copies of a record in its folder, the latest first."""
    folder, stem = _place(address)
    found = [_read(path, stem) for path in folder.glob("*")] if folder.is_dir() else []
    return sorted((one for one in found if one), key=lambda one: one.made, reverse=True)


def make(address: Address, *, why: str = BY_HAND, to: Path | None = None) -> Path:
    """A copy of the record as it is on record at this moment, in its folder or at `to`; others may go on writing.

    Raises StoreError when there is no record, `to` is there already, or the copy cannot be made.
    """
    with explained(address):
        present = revision(address)
    if present is None:
        raise revisions.missing(where=str(address))
    path = _named(address, present, why)
    if to:
        path = to.absolute() / path.name if to.is_dir() else to.absolute()
    if path.exists():
        raise StoreError(f"{path} is there already; give another name")
    with explained(address), _writing(address, path, why) as part:
        if address.path is None:
            dumps.write(address, part)
        else:
            with opened(address.path) as record:
                copy(record, part)
    return path


def keep(address: Address, record: sqlite3.Connection, *, why: str) -> Path | None:
    """The same of a file through a connection that nobody else may use it beside; None where it holds nothing yet."""
    present = revision_of(Sqlite(record), address)
    if present is None:
        return None
    path = _named(address, present, why)
    with _writing(address, path, why) as part:
        copy(record, part)
    return path


def before(address: Address, why: str) -> Path | None:
    """A copy made by the program itself before it changes much; None where there is nothing to lose.

    A server's database is copied where `pg_dump` is there; otherwise its own backups are relied on.
    """
    possible = _holds_something(address) if address.path else dumps.possible()
    return make(address, why=why) if possible else None


def set_aside(address: Address) -> Path:
    """Moves a file that cannot be read any more among its backups, with the log beside it, and says where it is."""
    assert address.path is not None
    kept = _named(address, "damaged", DAMAGED)
    make_folder(kept.parent)
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            os.replace(f"{address.path}{ending}", f"{kept}{ending}")
    return kept


def opened(path: Path) -> closing[sqlite3.Connection]:
    """A connection to a file that it cannot change."""
    connection, _ = connect.opened(path)
    return closing(connection)


def copy(source: sqlite3.Connection, target: Path) -> None:
    """Copies an SQLite database as it stands on record into an empty file that needs no other beside it."""
    with closing(sqlite3.connect(target)) as written:
        source.backup(written)
        written.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """A file for nobody's eyes but the user's that becomes `path` once it is written, or goes."""
    part = path.with_name(f"{path.name}.part")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield part
        _sync(part)
        os.rename(part, path)
        _sync(path.parent)
    except OSError as error:
        raise StoreError(f"cannot write {path}: {error.strerror or error}") from None
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _writing(address: Address, path: Path, why: str) -> Iterator[Path]:
    """A file that becomes a copy of the record; the oldest go once it is there."""
    make_folder(path.parent)
    with unfinished(path) as part:
        yield part
    if why != BY_HAND:
        _rotate(address)


def _place(address: Address) -> tuple[Path, str]:
    """The folder of a record's copies, and what their names begin with."""
    if address.path:
        return address.path.parent / "backups", address.path.stem if address.path.suffix == ".db" else address.path.name
    return settings.backups_folder(), re.sub(r"[^\w.-]", "_", str(address).partition("://")[2]).lstrip("_")


def _named(address: Address, present: str, why: str) -> Path:
    folder, stem = _place(address)
    ending = "db" if address.path else "dump"
    return folder / f"{stem}-{present}-{datetime.now(UTC).strftime(_STAMP)}-{why}.{ending}"


def _read(path: Path, stem: str) -> Backup | None:
    told = _NAME.fullmatch(path.name, len(stem)) if path.name.startswith(stem) else None
    if told is None:
        return None
    made = datetime.strptime(told["stamp"], _STAMP).replace(tzinfo=UTC)
    return Backup(path, told["revision"], made, told["why"] or "upgrade", path.stat().st_size)


def _rotate(address: Address) -> None:
    """Drops the oldest of those made by the program beyond as many as are kept, and copies that nobody finished."""
    ours = [one for one in listing(address) if one.why not in (BY_HAND, DAMAGED)]
    for one in ours[max(settings.load(given={}).backups.keep, 1) :]:
        one.path.unlink(missing_ok=True)
    folder, stem = _place(address)
    for part in folder.glob(f"{stem}-*.part"):
        with suppress(FileNotFoundError):
            if part.stat().st_mtime < time.time() - _ABANDONED:
                part.unlink()


def _holds_something(address: Address) -> bool:
    assert address.path is not None
    with explained(address), opened(address.path) as connection:
        return connection.execute(sql.ANY_OPERATION).fetchone() is not None


def _sync(path: Path) -> None:
    """Waits until it would outlive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
