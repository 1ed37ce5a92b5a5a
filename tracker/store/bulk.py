"""Very many rows at a time, straight through the driver: what SQLAlchemy would do for each is done once for all.

    SQLite       executemany                     PostgreSQL   COPY

Values are those that both take as they are: texts (days in ISO form), numbers, truths, None.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

_INDEX_ARRAYS = """
    insert into event_search (event_key, words)
    select key, to_tsvector('simple', words) from unnest(%s::bigint[], %s::text[]) as told(key, words)
"""


def insert(connection: Connection, table: str, names: tuple[str, ...], rows: Sequence[Sequence[Any]]) -> None:
    """Adds rows to a table."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        _driver(connection).executemany(_insertion(table, names), rows)
    else:
        _copy(connection, f"copy {table} ({', '.join(names)}) from stdin", rows)


def update(connection: Connection, table: str, column: str, key: int, values: Mapping[str, Any]) -> None:
    """Sets columns of the rows that have a key in a column."""
    if values:
        statement = _setting(table, column, tuple(values), _place(connection))
        _driver(connection).execute(statement, (*values.values(), key))


def delete(connection: Connection, table: str, column: str, key: int) -> None:
    """Takes out the rows that have a key in a column."""
    _driver(connection).execute(f"delete from {table} where {column} = {_place(connection)}", (key,))


def index(connection: Connection, words: Sequence[tuple[int, str]]) -> None:
    """Adds new events to the full-text search, by their keys."""
    if connection.dialect.name == "sqlite":
        insert(connection, "event_search", ("rowid", "words"), words)
    elif words:
        _driver(connection).execute(_INDEX_ARRAYS, [*map(list, zip(*words, strict=True))])


def forget(connection: Connection, keys: Sequence[int]) -> None:
    """Takes events out of the full-text search."""
    if connection.dialect.name == "sqlite":
        _driver(connection).executemany("delete from event_search where rowid = ?", [(key,) for key in keys])
    else:
        _driver(connection).execute("delete from event_search where event_key = any(%s)", (list(keys),))


def among(connection: Connection, statement: str, texts: Iterable[str]) -> list[Sequence[Any]]:
    """The rows of a statement on texts however many, which stand in it as `{texts}`."""
    given = list(texts)
    if not given:
        return []
    file = connection.dialect.name == "sqlite"
    asked = "select value from json_each(?)" if file else "select unnest(%s::text[])"
    bound = json.dumps(given) if file else given
    return _driver(connection).execute(statement.format(texts=asked), (bound,)).fetchall()  # type: ignore[no-any-return]


def highest(connection: Connection, table: str, column: str) -> int:
    """The highest key in a table of a file, 0 where it is empty."""
    return _driver(connection).execute(f"select coalesce(max({column}), 0) from {table}").fetchone()[0]  # type: ignore[no-any-return]


def drawn(connection: Connection, table: str, column: str, number: int) -> list[int]:
    """So many keys of a server's, which it will not give again."""
    sequence = f"nextval(pg_get_serial_sequence('{table}', '{column}'))"
    found = _driver(connection).execute(f"select {sequence} from generate_series(1, %s)", (number,))
    return [key for (key,) in found]


@lru_cache(100)
def _insertion(table: str, names: tuple[str, ...]) -> str:
    return f"insert into {table} ({', '.join(names)}) values ({', '.join('?' * len(names))})"


@lru_cache(100)
def _setting(table: str, column: str, names: tuple[str, ...], place: str) -> str:
    return f"update {table} set {', '.join(f'{name} = {place}' for name in names)} where {column} = {place}"


def _place(connection: Connection) -> str:
    """What stands for a value in a statement."""
    return "?" if connection.dialect.name == "sqlite" else "%s"


def _copy(connection: Connection, statement: str, rows: Sequence[Sequence[Any]]) -> None:
    with _driver(connection).cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection
