"""What a database driver says when it fails, told as a sentence that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from tracker.errors import StoreError
from tracker.store.address import Address

DAMAGED = "{where} is damaged; run `tracker db check`, and restore a backup"
_FULL = "the disk is full: {where} holds what was finished and nothing half; make room and run the command again"
_SENTENCES = {
    "SQLITE_BUSY": "{where} is being written by another program; try again when that is done",
    "SQLITE_PROTOCOL": "{where} is being written by another program; try again when that is done",
    "SQLITE_LOCKED": "{where} is being written by another program; try again when that is done",
    "SQLITE_READONLY": "cannot write {where}: the file or its folder is read-only; change its rights or give --db",
    "SQLITE_CANTOPEN": "cannot open {where}: it may not be read, or its folder not be written; check their rights",
    "SQLITE_PERM": "cannot open {where}: it may not be read; check its rights",
    "SQLITE_NOTADB": "{where} is no tracker database, or is damaged; give another with --db, or restore a backup",
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_FULL": _FULL,
    "SQLITE_IOERR_SHMSIZE": _FULL,
    "SQLITE_IOERR": "the disk failed under {where}; see that it is there and has room, then run `tracker db check`",
    "55P03": "{where} is being written by another program; try again when that is done",
    "42501": "{where} does not let you do that: {said}; its owner's `tracker db grant` says who may read and edit",
    "53100": "the disk of {where} is full: it is as it was before; make room and run the command again",
}


@contextmanager
def explained(address: Address) -> Iterator[None]:
    """Raises StoreError in place of a driver's error, or of there being no driver."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name != "psycopg":
            raise
        raise StoreError("PostgreSQL needs its driver; run pip install 'diplomatic-tracker[postgres]'") from error
    except Exception as error:
        driver_error = _of_driver(error)
        if driver_error is None:
            raise
        raise StoreError(_sentence(driver_error, str(address))) from error


def _of_driver(error: Exception) -> BaseException | None:
    """The driver's own error, out of SQLAlchemy's if need be; None for any other."""
    if isinstance(error, sqlite3.Error | UnicodeDecodeError):  # of a message that quotes what is damaged
        return error
    if type(error).__module__.partition(".")[0] in ("sqlalchemy", "psycopg"):
        return getattr(error, "orig", None) or error
    return None


def _sentence(error: BaseException, where: str) -> str:
    name = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None) or ""
    if isinstance(error, UnicodeDecodeError) or "Could not decode to UTF-8" in str(error):  # these have no name
        name = "SQLITE_CORRUPT"
    first_line = (str(error).strip().splitlines() or [type(error).__name__])[0]
    for code, sentence in _SENTENCES.items():
        if name.startswith(code):
            return sentence.format(where=where, said=first_line)
    return f"{where}: {first_line}"
