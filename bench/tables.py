"""Tables filled in bulk through a database's own driver: what the program itself never does."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any, Protocol

from tracker.store.address import Address

Row = tuple[object, ...]


class Tables(Protocol):
    """A database that is being filled."""

    def put(self, table: str, names: Sequence[str], rows: Iterable[Row]) -> None:
        """Puts rows into a table."""

    def find_by(self, words: Iterable[tuple[int, str]]) -> None:
        """Puts the words of events, by their keys, into the full-text search."""


@contextmanager
def opened(url: str) -> Iterator[Tables]:
    """The database at a path or URL; its indexes are made again when it is closed."""
    address = Address.read(url)
    with _Sqlite.opened(str(address.path)) if address.path else _Postgresql.opened(url) as tables:
        yield tables


class _Sqlite:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    @contextmanager
    def opened(cls, path: str) -> Iterator[Tables]:
        with closing(sqlite3.connect(path)) as connection:
            for setting in ("synchronous = off", "cache_size = -262144", "foreign_keys = off"):
                connection.execute(f"pragma {setting}")
            found = "select name, sql from sqlite_master where type = 'index' and sql is not null"
            indexes = connection.execute(found).fetchall()
            for name, _ in indexes:
                connection.execute(f"drop index {name}")
            yield cls(connection)
            for _, statement in indexes:
                connection.execute(statement)
            connection.commit()
            connection.execute("pragma wal_checkpoint(truncate)")

    def put(self, table: str, names: Sequence[str], rows: Iterable[Row]) -> None:
        marks = ", ".join("?" * len(names))
        self._connection.executemany(f'insert into "{table}" ({", ".join(names)}) values ({marks})', rows)

    def find_by(self, words: Iterable[tuple[int, str]]) -> None:
        self._connection.executemany("insert into event_search (rowid, words) values (?, ?)", words)


class _Postgresql:
    def __init__(self, connection: Any) -> None:
        self._connection = connection

    @classmethod
    @contextmanager
    def opened(cls, url: str) -> Iterator[Tables]:
        import psycopg

        with psycopg.connect(url) as connection:
            connection.execute("set session_replication_role = replica")  # foreign keys are not looked at
            found = (
                "select indexname, indexdef from pg_indexes where schemaname = current_schema() and (indexname like "
            )
            indexes = connection.execute(f"{found} 'ix\\_%' or indexname in ('uq_judgement_home', 'uq_naming_party'))")
            kept = indexes.fetchall()
            for name, _ in kept:
                connection.execute(f"drop index {name}")
            yield cls(connection)
            for _, statement in kept:
                connection.execute(statement)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("vacuum analyze")  # as the server does by itself before long

    def put(self, table: str, names: Sequence[str], rows: Iterable[Row]) -> None:
        with self._connection.cursor() as cursor, cursor.copy(f"copy {table} ({', '.join(names)}) from stdin") as copy:
            for row in rows:
                copy.write_row(row)
        if names[0] in ("id", "key"):
            of = f"'{table}', '{names[0]}'"
            self._connection.execute(
                f"select setval(pg_get_serial_sequence({of}), (select max({names[0]}) from {table}))"
            )

    def find_by(self, words: Iterable[tuple[int, str]]) -> None:
        self.put("event_search", ("event_key", "words"), ((key, _positions(text)) for key, text in words))


def _positions(text: str) -> str:
    """A text as PostgreSQL writes a tsvector."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for place, word in enumerate(text.split(), 1):
        places[word].append(str(place))
    return " ".join(f"{word}:{','.join(found)}" for word, found in places.items())
