"""Records as earlier versions of the program left them, as SQL: `revisions/0001.sql` and so on.

Each holds the whole of an SQLite file, its tables first. The rows alone, after the mark, go into a server's tables that
the scripts of that version make. Texts are quoted in a way that both read.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from tracker.store import migrate, revisions
from tracker.store.address import Address
from tracker.store.engine import open_engine

FOLDER = Path(__file__).parent / "revisions"
MARK = "-- rows\n"
_SEARCH = re.compile(r"^(INSERT INTO event_search) \(rowid, words\) VALUES \((\d+), (.*)\);$", re.DOTALL)


def dump(path: str) -> str:
    """An SQLite file as such a text."""
    with closing(sqlite3.connect(path)) as connection:
        made = "select sql, name from sqlite_master where sql is not null order by rowid"
        statements = [row for row in connection.execute(made) if not row[1].startswith("event_search_")]
        tables = [name for sql, name in statements if sql.startswith(("CREATE TABLE", "CREATE VIRTUAL"))]
        rows = [row for table in tables for row in _rows(connection, table)]
    return "".join(f"{sql};\n" for sql, _ in statements) + MARK + "".join(f"{row};\n" for row in rows)


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    """Its rows as statements; truth is written as a word, since a server takes no number for it."""
    columns = [(name, kind) for _, name, kind, *_ in connection.execute(f"pragma table_info({table})")]
    names = ["rowid", "words"] if table == "event_search" else [name for name, _ in columns]
    values = [
        f"CASE {name} WHEN 1 THEN 'TRUE' ELSE 'FALSE' END"
        if ("BOOLEAN" in dict(columns).get(name, ""))
        else f"quote({name})"
        for name in names
    ]
    for row in connection.execute(f"select {', '.join(values)} from {table} order by rowid"):
        yield f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(row)})"


def load(revision: str, url: str, scratch: Path) -> None:
    """Makes an empty database of either kind what that version left."""
    told = (FOLDER / f"{revision}.sql").read_text(encoding="utf-8")
    address = Address.read(url)
    if address.path:
        with closing(sqlite3.connect(address.path)) as connection:
            connection.executescript(told)
        return
    migrate.upgrade(address, wait=1, folder=scripts_until(revision, scratch))
    with open_engine(address, wait=1).begin() as connection:
        connection.exec_driver_sql("set session_replication_role = replica; delete from alembic_version")
        for statement in re.split(r";\n(?=INSERT)", told.partition(MARK)[2].removesuffix(";\n")):
            connection.exec_driver_sql(_SEARCH.sub(_as_searched, f"{statement};").replace("%", "%%"))
        _count_on(connection)


def scripts_until(revision: str, scratch: Path) -> Path:
    """The program's scripts as they were at that version."""
    later = [f"{one}_*" for one in revisions.KNOWN if one > revision]
    folder = scratch / f"scripts-{revision}"
    shutil.copytree(migrate.scripts(), folder, ignore=shutil.ignore_patterns(*later, "__pycache__"))
    return folder


def cells(url: str, columns: dict[str, list[str]] | None = None) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The columns of each table, those given or all there are, and what stands in them as text, in one order."""
    with open_engine(Address.read(url), wait=1).connect() as connection:
        found = columns or _columns(connection)
        return found, {table: sorted(_texts(connection, table, names)) for table, names in found.items()}


def _columns(connection: Connection) -> dict[str, list[str]]:
    inspector = inspect(connection)
    return {
        table: [column["name"] for column in inspector.get_columns(table)]
        for table in inspector.get_table_names()
        if not table.startswith(("event_search", "alembic_version"))
    }


def _texts(connection: Connection, table: str, names: list[str]) -> list[str]:
    statement = text(f"select {', '.join(f'cast({name} as text)' for name in names)} from {table}")
    return [repr(tuple(row)) for row in connection.execute(statement)]


def _as_searched(match: re.Match[str]) -> str:
    return f"{match[1]} (event_key, words) VALUES ({match[2]}, to_tsvector('simple', {match[3]}));"


def _count_on(connection: Connection) -> None:
    """Lets a server number new rows after those that came with their numbers."""
    for table, names in _columns(connection).items():
        for key in {"id", "key"}.intersection(names):
            if connection.execute(text("select pg_get_serial_sequence(:t, :k)"), {"t": table, "k": key}).scalar():
                connection.exec_driver_sql(
                    f"select setval(pg_get_serial_sequence('{table}', '{key}'), coalesce(max({key}), 1)) from {table}"
                )
