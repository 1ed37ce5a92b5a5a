"""The schema brought up to date by Alembic, all of it or nothing, with a copy kept of what was there before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import tracker
from tracker.errors import StoreError
from tracker.store import backups, revisions
from tracker.store.address import Address
from tracker.store.connect import revision
from tracker.store.engine import open_engine
from tracker.store.faults import explained

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection


def scripts() -> Path:
    """The migrations: inside the installed package, or beside it in a checkout."""
    package = Path(tracker.__file__).parent
    installed = package / "_alembic"
    return installed if installed.is_dir() else package.parent / "alembic"


def ensure(address: Address, *, wait: float) -> None:
    """Creates the database, or upgrades it where that is safe: an SQLite file, of which a copy is kept.

    Raises StoreError for a server's database that is behind and holds data, and for one newer than the program.
    """
    present = _present(address)
    if present == revisions.HEAD:
        return
    if present and address.path is None:
        raise StoreError(f"{address} is at {present}; back it up and run `tracker db upgrade`")
    upgrade(address, wait=wait)


def upgrade(address: Address, *, wait: float, folder: Path | None = None) -> str:
    """Brings the schema to the head and says what was done; `folder` holds other scripts than the program's own."""
    present = _present(address)
    if present == revisions.HEAD and folder is None:
        return f"{address} is at {present}; nothing to do"
    kept = backups.before(address, "upgrade") if present else None
    with explained(address):
        _run(address, folder or scripts(), wait=wait)
    done = f"{address} upgraded from {present}" if present else f"{address} created"
    return f"{done} to {revisions.HEAD}" + (f"; what was there before is in {kept}" if kept else "")


def config(folder: Path, connection: Connection) -> Config:
    """Alembic's settings for scripts in a folder, run on a connection."""
    from alembic.config import Config  # takes longer to load than most writing takes

    settings = Config(attributes={"connection": connection})
    settings.set_main_option("script_location", str(folder).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    return settings


def _present(address: Address) -> str | None:
    """The version of the database's schema, None when it is not there yet; raises StoreError when it is too new."""
    with explained(address):
        found = revision(address)
    if found and found not in revisions.KNOWN:
        raise revisions.newer(found, where=str(address))
    return found


def _run(address: Address, folder: Path, *, wait: float) -> None:
    """The scripts in one transaction; whoever comes second finds the work done."""
    from alembic import command

    engine = open_engine(address, wait=wait, foreign_keys=False)
    with engine.begin() as connection:
        command.upgrade(config(folder, connection), "head")
        if address.path:
            _require_whole(connection)


def _require_whole(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise StoreError(f"the upgrade would leave {len(broken)} rows without what they belong to; nothing was changed")
