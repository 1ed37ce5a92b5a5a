"""All that an SQLite record holds, in one line: equal for two records that say the same.

Read by the standard library alone, so that it bears witness beside the program that wrote it.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

NOTHING = "nothing"
"""The state of what is no record yet."""

_CLOCK = {("operation", "at")}
"""The columns that tell when something was done, and so differ each time that it is done."""


def state(path: str | Path) -> str:
    """SHA-256 of every table and its rows, but for the clock; NOTHING where there is none.

    Raises sqlite3.DatabaseError when the file is damaged.
    """
    if not Path(path).exists():
        return NOTHING
    digest = hashlib.sha256()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("BEGIN")
        tables = dict(connection.execute("select name, sql from sqlite_master where type = 'table' order by name"))
        searches = tuple(f"{name}_" for name, made in tables.items() if "VIRTUAL TABLE" in made)
        for name, made in tables.items():
            if not name.startswith(searches):  # what full-text search keeps for itself is in no fixed order
                digest.update(made.encode())
                digest.update(repr(_rows(connection, name)).encode())
        others = connection.execute("select sql from sqlite_master where type <> 'table' and sql <> '' order by name")
        digest.update(repr(others.fetchall()).encode())
    return digest.hexdigest() if tables else NOTHING


def damage(path: str | Path) -> list[str]:
    """What SQLite itself finds wrong with the file; empty when it is sound or not there."""
    if not Path(path).exists():
        return []
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    told = ", ".join(f'"{name}"' for name in columns if (table, name) not in _CLOCK)
    return sorted(connection.execute(f'select {told} from "{table}"'), key=repr)
