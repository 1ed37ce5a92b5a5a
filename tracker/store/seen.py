"""What a table has told so far, however long it is: kept in the database until the import ends, and not in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from tracker.store import bulk

_MAKE = "create temporary table seen_in_import (mark text primary key, number integer not null)"
_DROP = "drop table if exists seen_in_import"
_FIND = "select mark, number from seen_in_import where mark in ({texts})"
_FORGET = "delete from seen_in_import where mark in ({texts})"


class Seen:
    """A number for each of the marks of rows: the line of an id, or how many rows were alike."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        connection.exec_driver_sql(_DROP)
        connection.exec_driver_sql(_MAKE)

    def numbers(self, marks: Iterable[str]) -> dict[str, int]:
        """The numbers of those marks that have one."""
        return dict(bulk.among(self._connection, _FIND, marks))  # type: ignore[arg-type]  # rows of two

    def put(self, numbers: Mapping[str, int]) -> None:
        """Keeps numbers, in place of those of the same marks."""
        if numbers:
            for _ in bulk.among(self._connection, f"{_FORGET} returning mark", numbers):
                pass
            bulk.insert(self._connection, "seen_in_import", ("mark", "number"), [*numbers.items()])
