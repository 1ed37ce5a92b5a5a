"""Whether a record is sound: the file, and every fact that must hold of what is in it."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.errors import StoreError
from tracker.store import rules, sql
from tracker.store.address import Address
from tracker.store.connect import Connection, reading
from tracker.store.faults import explained
from tracker.store.history import present_state, replayed
from tracker.store.query import Reader
from tracker.store.rows import Stored


def problems(address: Address) -> list[str]:
    """What is wrong with the record, a sentence each; empty when it is sound.

    Raises StoreError when it cannot be opened.
    """
    found: list[str] = []
    with reading(address) as connection:
        try:
            with explained(address):
                found += _of_the_file(connection)
                found += _of_the_facts(connection)
                found += _of_the_events(Reader(connection, address))
        except StoreError as error:
            found.append(str(error))
    return found


def _of_the_file(connection: Connection) -> Iterator[str]:
    """Damage that SQLite finds; a server looks after its own files."""
    if connection.dialect != "sqlite":
        return
    for row in connection.rows(sql.INTEGRITY):
        if row["integrity_check"] != "ok":
            yield f"the file is damaged: {row['integrity_check']}"
    for row in connection.rows(sql.FOREIGN_KEYS):
        yield f"row {row['rowid']} of {row['table']} belongs to a row of {row['parent']} that is not there"


def _of_the_facts(connection: Connection) -> Iterator[str]:
    key = sql.SEARCH_KEY[connection.dialect]
    for meaning, statement in sql.FAULTS.items():
        for row in connection.rows(statement.format(search_key=key)):
            yield f"event {row['id']} {meaning}"


def _of_the_events(reader: Reader) -> Iterator[str]:
    merged: dict[str, str] = {}
    for stored in reader.everything():
        for fault in rules.faults(stored.event):
            yield f"event {stored.event.id}: {fault}"
        if not _as_its_history_says(stored, reader):
            yield f"event {stored.event.id} is not as its history says"
        if stored.merged_into:
            merged[stored.event.id] = stored.merged_into
    for id in merged:
        if _runs_in_a_circle(id, merged):
            yield f"event {id} was merged into itself"


def _as_its_history_says(stored: Stored, reader: Reader) -> bool:
    return replayed(reader.history(stored.key)) == present_state(stored)


def _runs_in_a_circle(id: str, merged: dict[str, str]) -> bool:
    seen = {id}
    while (id := merged.get(id, "")) and id not in seen:
        seen.add(id)
    return bool(id)
