"""The record: everything that was read, added and corrected, and who did it.

    record ─▶ work ─▶ [db] ─▶ query            articles, table    what comes in: read articles, rows of events
      the only writer    readers               ledger, bulk       a transaction: rows written a table at a time
                                               batch, seen        new events, one or very many in the same small memory
                                               enrolled           parties by key, put on record where they are new
                                               recollection       what a recorder need not look up again
                                               uncollected        what Python need not do meanwhile
                                               unindexed          and what the database can do when all is there
                                               events             an event, found and read whole
                                               listings           every event, on its way into a table
                                               rereading          articles on record, read by a better extractor
                                               merging, undoing   what a person decides, and its being taken back
                                               naming             the same of the names of parties
                                               shown              what an event shows after all of it
                                               reviewing          a table of decisions, all or nothing
                                               fields, history    an event as text, replayed from its changes
                                               known              what the record calls things already
                                               rules, invariants  what must hold of an event, and of the rows
                                               checks, repairing  whether it does, and what can be set right
                                               derived            what is kept beside the facts, to find them at once
                                               backups, restoring copies of the record, made and put back
                                               dumps              those of a server's, by its own programs
                                               roles, access      who may read and edit a server's
                                               sql                statements that are fixed
                                               conditions, search and those built for a filter, each by its index
                                               columns, rows      an event into columns, and out of them

Reading needs the standard library alone; SQLAlchemy and Alembic are loaded for writing, and for servers.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.store import revisions
from tracker.store.access import Access
from tracker.store.address import Address
from tracker.store.connect import WAIT, reading, revision
from tracker.store.faults import explained
from tracker.store.known import Known
from tracker.store.query import Reader

if TYPE_CHECKING:
    from tracker.store.backups import Backup
    from tracker.store.checks import Watch
    from tracker.store.outcome import (
        ArticleOutcome,
        CountrySummary,
        ImportOutcome,
        Rereading,
        ReviewOutcome,
        RowOutcome,
        StoreInfo,
        TakenBack,
    )
    from tracker.store.record import Recorder
    from tracker.store.repairing import Repair
    from tracker.store.restoring import Restored

__all__ = [
    "Access",
    "ArticleOutcome",
    "CountrySummary",
    "ImportOutcome",
    "Known",
    "Reader",
    "Rereading",
    "ReviewOutcome",
    "RowOutcome",
    "StoreInfo",
    "TakenBack",
    "back_up",
    "check",
    "grant",
    "info",
    "list_backups",
    "open_reader",
    "open_recorder",
    "repair",
    "restore_backup",
    "upgrade",
]


def __getattr__(name: str) -> Any:
    """The outcomes, which are loaded when something has come of something."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("tracker.store.outcome"), name)


@contextmanager
def open_reader(url: str) -> Iterator[Reader]:
    """The record at a path or URL, as it is at this moment; a file of an older version is upgraded first.

    Raises StoreError when there is none to be read.
    """
    address = Address.read(url)
    with explained(address):
        if address.path and revisions.older(revision(address)):
            from tracker.store.migrate import ensure  # needs Alembic, which nothing else that only reads does

            ensure(address, wait=WAIT)
    with explained(address), reading(address) as connection:
        yield Reader(connection, address)


@contextmanager
def open_recorder(
    url: str, *, author: str, command: str, wait: float = WAIT, existing: bool = False
) -> Iterator[Recorder]:
    """The record at a path or URL, to be written in an author's name; upgraded where need be.

    One that is not there is made, unless it must be `existing`. `wait` is how many seconds to wait for another writer.
    Raises StoreError when it cannot be written.
    """
    from tracker.store import migrate
    from tracker.store.record import Recorder

    address = Address.read(url)
    if existing and address.path and not address.path.exists():
        revisions.require_head(None, where=str(address))
    migrate.ensure(address, wait=wait)
    with Recorder(address, author=author, command=command, wait=wait) as recorder:
        yield recorder


def upgrade(url: str, *, wait: float = WAIT) -> str:
    """Brings the database to this program's version, after a backup when it holds data; says what was done."""
    from tracker.store import migrate

    return migrate.upgrade(Address.read(url), wait=wait)


def info(url: str) -> StoreInfo:
    """Where the database is, its version, and how much it holds."""
    with open_reader(url) as reader:
        return reader.info()


def back_up(url: str, to: Path | None = None) -> Path:
    """Copies the record, in use or not, among its backups or to a file or folder, and says where the copy is."""
    from tracker.store import backups

    return backups.make(Address.read(url), to=to)


def grant(url: str, role: str, access: Access | None, *, password: str = "", wait: float = WAIT) -> bool:
    """Lets a role of a server read or edit the record, or neither where `access` is None; whether it was made."""
    from tracker.store import roles

    return roles.grant(Address.read(url), role, access, password=password, wait=wait)


def list_backups(url: str) -> list[Backup]:
    """The copies of a record, the latest first."""
    from tracker.store import backups

    return backups.listing(Address.read(url))


def restore_backup(url: str, path: Path, *, wait: float = WAIT) -> Restored:
    """Puts a copy in the place of the record, after looking through it and keeping what was there."""
    from tracker.store import restoring

    return restoring.restore(Address.read(url), path, wait=wait)


def check(url: str, *, watch: Watch | None = None) -> list[str]:
    """What is wrong with the database, a sentence each; empty when it is sound.

    `watch` is told how many events were looked at, of how many.
    """
    from tracker.store import checks

    address = Address.read(url)
    with explained(address):
        return checks.problems(address, watch)


def repair(url: str, *, wait: float = WAIT, watch: Watch | None = None) -> Repair:
    """Sets right what follows from what is on record, after a copy was made; what is left is for a person."""
    from tracker.store import repairing

    return repairing.repair(Address.read(url), wait=wait, watch=watch)
