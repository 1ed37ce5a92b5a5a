"""Very many rows at a time, straight through the driver: what SQLAlchemy would do for each is done once for all.

    SQLite       executemany                     PostgreSQL   COPY

Values are those that both take as they are: texts (days in ISO form), numbers, None.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

_INDEX_ARRAYS = """
    insert into event_search (event_key, words)
    select key, to_tsvector('simple', words) from unnest(%s::bigint[], %s::text[]) as told(key, words)
"""


def insert(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Adds rows to a table."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        places = ", ".join("?" * len(columns))
        statement = f"insert into {table} ({', '.join(columns)}) values ({places})"
        connection.exec_driver_sql(statement, [tuple(row) for row in rows])
        return
    _copy(connection, f"copy {table} ({', '.join(columns)}) from stdin", rows)


def _copy(connection: Connection, statement: str, rows: Sequence[Sequence[Any]]) -> None:
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def index(connection: Connection, words: Sequence[tuple[int, str]]) -> None:
    """Adds new events to the full-text search, by their keys."""
    if connection.dialect.name == "sqlite":
        insert(connection, "event_search", ("rowid", "words"), words)
    elif words:
        connection.exec_driver_sql(_INDEX_ARRAYS, tuple(map(list, zip(*words, strict=True))))


def among(connection: Connection, statement: str, texts: Iterable[str]) -> list[Sequence[Any]]:
    """The rows of a statement on texts however many, which stand in it as `{texts}`."""
    given = list(texts)
    if not given:
        return []
    if connection.dialect.name == "sqlite":
        return list(
            connection.exec_driver_sql(statement.format(texts="select value from json_each(?)"), (json.dumps(given),))
        )
    return list(connection.exec_driver_sql(statement.format(texts="select unnest(%s::text[])"), (given,)))


def keys(connection: Connection, table: str, column: str, number: int) -> range | list[int]:
    """The keys of so many new rows; nobody else can take them, since there is one writer at a time."""
    if connection.dialect.name == "sqlite":
        highest = connection.exec_driver_sql(f"select coalesce(max({column}), 0) from {table}").scalar_one()
        return range(highest + 1, highest + 1 + number)
    sequence = f"nextval(pg_get_serial_sequence('{table}', '{column}'))"
    return list(connection.exec_driver_sql(f"select {sequence} from generate_series(1, %s)", (number,)).scalars())
