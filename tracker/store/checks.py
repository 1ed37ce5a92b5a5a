"""Whether a record is sound: the file, and every fact that must hold of what is in it.

However big it is, a page of it is looked at a time, and of a fault that many share the first few are told and the rest
counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice

from tracker.errors import StoreError
from tracker.model import Precision, TimeSpan
from tracker.store import derived, invariants, rows, rules, sql
from tracker.store.address import Address
from tracker.store.connect import Connection, Row, reading
from tracker.store.faults import explained
from tracker.store.history import Past, present_state, replayed
from tracker.store.query import Reader
from tracker.store.rows import Stored

Watch = Callable[[int, int], None]
"""Told how many events were looked at, of how many."""

_UNREADABLE = (KeyError, TypeError, ValueError)

_TOLD = 20
"""How many of one fault are told before the rest is counted."""


def problems(address: Address, watch: Watch | None = None) -> list[str]:
    """What is wrong with the record, a sentence each; empty when it is sound.

    Raises StoreError when it cannot be opened.
    """
    found: list[str] = []
    with reading(address) as connection:
        try:
            with explained(address):
                found += _of_the_file(connection)
                found += _of_the_facts(connection)
                found += _capped(_of_the_spans(connection), "days")
                found += _capped(_of_the_parties(connection), "parties")
                found += _capped(_of_the_articles(connection), "articles")
                found += _capped(_of_the_events(connection, Reader(connection, address), watch), "events")
        except StoreError as error:
            found.append(str(error))
    return found


def _capped(found: Iterable[str], what: str) -> Iterator[str]:
    """The first of many; the others are counted."""
    several = iter(found)
    yield from islice(several, _TOLD)
    if more := sum(1 for _ in several):
        yield f"… and {more} more faults of {what}"


def _of_the_file(connection: Connection) -> Iterator[str]:
    """Damage that SQLite finds; a server looks after its own files."""
    if connection.dialect != "sqlite":
        return
    for row in connection.rows(invariants.INTEGRITY):
        if row["integrity_check"] != "ok":
            yield f"the file is damaged: {row['integrity_check']}"
    yield from _capped(
        (
            f"row {row['rowid']} of {row['table']} belongs to a row of {row['parent']} that is not there"
            for row in connection.rows(invariants.FOREIGN_KEYS)
        ),
        "this kind",
    )


def _of_the_facts(connection: Connection) -> Iterator[str]:
    key = sql.SEARCH_KEY[connection.dialect]
    for meaning, statement in invariants.FAULTS.items():
        found = connection.rows(statement.replace("{search_key}", key))
        yield from _capped((meaning.format(id=row["id"]) for row in found), "this kind")


def _of_the_spans(connection: Connection) -> Iterator[str]:
    """Days out of order, or of a precision that they do not have."""
    for kind, statement in invariants.SPANS.items():
        for row in connection.rows(statement):
            others = f" (and {row['number'] - 1} more)" if row["number"] > 1 else ""
            yield from (f"{kind} {row['id']}{others}: {fault}" for fault in _span_faults(row))


def _span_faults(row: Row) -> Iterator[str]:
    try:
        when = TimeSpan(rows.day(row["start_day"]), rows.day(row["end_day"]), Precision(row["precision"]))
    except ValueError as error:
        yield f"it is no span of days: {error}"
    else:
        yield from rules.date_faults(when)


def _of_the_parties(connection: Connection) -> Iterator[str]:
    for id, _ in derived.misnamed(connection):
        yield f"party {id} is not found by its name"


def _of_the_articles(connection: Connection) -> Iterator[str]:
    """Texts that are not those that were read, and claims whose quotations do not stand in them."""
    for row in connection.rows(invariants.ARTICLES):
        if sha256(row["text"].encode()).hexdigest() != row["digest"]:
            yield f"article {row['id']} is not the text that was read"
    for row in connection.rows(invariants.EVIDENCE):
        if fault := _quotation_fault(row["evidence"], row["text"]):
            yield f"mention {row['id']} {fault}"


def _quotation_fault(evidence: str, text: str) -> str:
    """What is wrong with the quotations of a claim, read in an article of that text; "" where nothing is."""
    try:
        quoted = rows.evidence(evidence)
    except (TypeError, ValueError):
        quoted = ()
    if not any(sentence.text for sentence in quoted):
        return "has no quotation that can be read"
    stand = all(text[sentence.start : sentence.end] == sentence.text for sentence in quoted)
    return "" if stand else "quotes what its article does not say there"


def readable(reader: Reader, keys: Sequence[int]) -> list[Stored]:
    """Those events of the keys whose rows can be read at all."""
    try:
        return reader.of_keys(keys)
    except _UNREADABLE:
        return [one for key in keys for one in readable(reader, [key])] if len(keys) > 1 else []


def _of_the_events(connection: Connection, reader: Reader, watch: Watch | None) -> Iterator[str]:
    count = next(connection.rows(invariants.EVENTS))["events"]
    looked_at = after = 0
    while ids := reader.ids(after):
        after = max(ids)
        yield from _of_these(connection, reader, ids)
        looked_at += len(ids)
        if watch:
            watch(looked_at, count)


def _of_these(connection: Connection, reader: Reader, ids: Mapping[int, str]) -> list[str]:
    """The faults of a page of events; of one by one where not all can be read."""
    try:
        return list(_of_a_page(connection, reader, reader.of_keys(list(ids))))
    except _UNREADABLE as error:
        if len(ids) == 1:
            return [f"event {id} cannot be read: {error}" for id in ids.values()]
        return [fault for key, id in ids.items() for fault in _of_these(connection, reader, {key: id})]


def _of_a_page(connection: Connection, reader: Reader, page: list[Stored]) -> Iterator[str]:
    histories = reader.histories([one.key for one in page])
    for one in page:
        for fault in (*rules.faults(one.event), *_history_faults(one, histories[one.key])):
            yield f"event {one.event.id}: {fault}"
    for one, _ in derived.misplaced(connection, page):
        yield f"event {one.event.id} is sorted by another day, or found by another place, than its own"
    ids = {one.key: one.event.id for one in page}
    for key, _ in derived.unsearchable(connection, page):
        yield f"event {ids[key]} is not in the full-text search as it is"


def _history_faults(stored: Stored, past: Past) -> Iterator[str]:
    if replayed(past) != present_state(stored):
        yield "it is not as its history says"
    state: dict[str, str | None] = {}
    for change, _ in past:
        if state.get(change.field) != change.old:
            yield f"change {change.id} of its {change.field} does not follow from the one before"
        state[change.field] = change.new
