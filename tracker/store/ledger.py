"""A transaction under way: rows are held back until somebody reads, and then written a table at a time.

    add ─▶ held ─▶ write ─▶ [db] ─▶ rows, tuples, among, reader
                              └───▶ compared: events that many mentions are compared with, read once

Whoever reads finds all that was added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import count, islice
from typing import Any

from sqlalchemy import Connection, Table

from tracker.model import Mention
from tracker.store import bulk, schema, sql
from tracker.store.address import Address
from tracker.store.connect import Core, Row
from tracker.store.enrolled import Enrolled
from tracker.store.query import Reader
from tracker.store.recollection import Recollection
from tracker.store.rows import Stored

_ORDER = {table.name: number for number, table in enumerate(schema.metadata.sorted_tables)}
"""Every table after those that it points to."""


class Ledger:
    """What a transaction reads and writes; it reads as any connection of `store.connect` does."""

    def __init__(self, connection: Connection, address: Address, known: Recollection) -> None:
        self._connection, self._core, self._known = connection, Core(connection), known
        self.dialect = self._core.dialect
        self.discarded = False
        """Whether nothing of it is to stand."""
        self.reader, self.parties = Reader(self, address), Enrolled(self, known)
        self._held: defaultdict[tuple[str, tuple[str, ...]], list[Sequence[Any]]] = defaultdict(list)
        self._keys: dict[str, Iterator[int]] = {}
        self._told_anew: set[int] = set()
        known.begin(self.last_operation)

    @property
    def last_operation(self) -> int:
        """The number of the last operation, this transaction's among them; 0 where there is none."""
        return int(next(self.rows(sql.LAST_OPERATION))["last"])

    @property
    def connection(self) -> Connection:
        """The connection, once everything is written that was held back."""
        self.write()
        return self._connection

    def rows(self, statement: str, binds: Mapping[str, object] = {}) -> Iterator[Row]:
        """The rows of a statement with `:name` binds."""
        self._write_for(statement)
        return self._core.rows(statement, binds)

    def tuples(self, statement: str, binds: Mapping[str, object] = {}) -> Iterator[Sequence[Any]]:
        """The same by place."""
        self._write_for(statement)
        return self._core.tuples(statement, binds)

    def among(self, statement: str, texts: Iterable[str]) -> list[Sequence[Any]]:
        """The rows of a statement on texts however many, which stand in it as `{texts}`."""
        self._write_for(statement)
        return bulk.among(self._connection, statement, texts)

    def compared(self, mention: Mention, types: Sequence[str]) -> list[Stored]:
        """The events that a mention could tell, as `Reader.compared` has them."""
        keys = self.reader.near(mention, types)
        known = self._known.events
        known |= self.reader.compared([key for key in keys if key not in known])
        return [known[key] for key in keys]

    def changed(self, keys: Iterable[int]) -> None:
        """Has events read again, of which something was set."""
        for key in keys:
            self._known.events.pop(key, None)

    def keys(self, table: Table, number: int) -> list[int]:
        """Keys for so many new rows; nobody else can take them, since there is one writer at a time."""
        column = next(iter(table.primary_key.columns)).name
        if self.dialect == "postgresql":
            return bulk.drawn(self._connection, table.name, column, number)
        if table.name not in self._keys:
            self._keys[table.name] = count(bulk.highest(self._connection, table.name, column) + 1)
        return list(islice(self._keys[table.name], number))

    def add(self, table: str, names: tuple[str, ...], rows: Iterable[Sequence[Any]]) -> None:
        """Holds back new rows, of values as `store.bulk` has them."""
        self._held[table, names] += rows

    def write(self) -> None:
        """Writes what is held back."""
        self._write(len(_ORDER))

    def _write_for(self, statement: str) -> None:
        """Writes what a statement may read, and what that points to."""
        self._write(max((_ORDER[table] for table, _ in self._held if table in statement), default=-1))

    def _write(self, last: int) -> None:
        """Writes what is held back for the tables up to the `last`."""
        for table, names in sorted(self._held, key=lambda one: _ORDER[one[0]]):
            if _ORDER[table] <= last:
                bulk.insert(self._connection, table, names, self._held.pop((table, names)))

    def index(self, keys: Iterable[int]) -> None:
        """Has the full-text search find events by what is told of them when the transaction ends."""
        told = [*keys]
        self._told_anew.update(told)
        self.changed(told)

    def index_new(self, words: Sequence[tuple[int, str]]) -> None:
        """The same for new events of which it is known already by which words."""
        bulk.index(self.connection, words)

    def finish(self) -> None:
        """Writes what is held back, and brings the full-text search up to date with it."""
        if self._told_anew:
            keys, self._told_anew = sorted(self._told_anew), set()
            words = self.reader.words(keys)
            bulk.forget(self._connection, keys)
            self.index_new(words)
        self.write()

    def moment(self, at: datetime) -> str:
        """A moment in UTC as the database keeps it: a file without saying so."""
        return str(at.replace(tzinfo=None) if self.dialect == "sqlite" else at)
