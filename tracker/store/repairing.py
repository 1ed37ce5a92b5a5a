"""What is wrong with a record set right where nothing has to be decided: whatever follows from the facts.

Facts themselves are never touched. What is left is told by `checks`, for a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, bindparam, text, update

from tracker.store import backups, checks, derived, invariants, schema, sql
from tracker.store.address import Address
from tracker.store.checks import Watch
from tracker.store.connect import Core
from tracker.store.engine import open_engine
from tracker.store.faults import explained
from tracker.store.query import Reader

_SAME_DAY = """
    update participation set day = (select e.day from event e where e.key = participation.event_key),
        loose = (select e.loose from event e where e.key = participation.event_key)
    where exists (select 1 from event e where e.key = participation.event_key
        and (e.day <> participation.day or e.loose <> participation.loose))
"""
_BEFORE = """(select count(*) from participation b where b.event_key = participation.event_key
        and b.party_id = participation.party_id and b.ordinal < participation.ordinal)"""
_COUNTED = f"update participation set repeat = {_BEFORE} where repeat <> {_BEFORE}"
_TAKES_PART = f"(select ({sql.COUNTED}) from event e where e.key = participation.event_key)"
_COUNTS = f"update participation set counted = {_TAKES_PART} where counted <> {_TAKES_PART}"
_NO_EVENT = """
    delete from event_search where not exists (select 1 from event e where e.key = event_search.{search_key})
"""


@dataclass(frozen=True, slots=True)
class Repair:
    """What was set right, a sentence each, what was there before, and what is left for a person to decide."""

    done: tuple[str, ...]
    kept: Path | None
    left: tuple[str, ...]


def repair(address: Address, *, wait: float, watch: Watch | None = None) -> Repair:
    """Sets right what can be, all or nothing, after a copy was made; raises StoreError."""
    kept = backups.before(address, "repair")
    engine = open_engine(address, wait=wait)
    with explained(address), engine.begin() as connection:
        done = tuple(_repaired(connection, Reader(Core(connection), address), watch))
    engine.dispose()
    return Repair(done, kept, tuple(checks.problems(address, watch)))


def _repaired(connection: Connection, reader: Reader, watch: Watch | None) -> Iterator[str]:
    core = Core(connection)
    if core.dialect == "sqlite" and next(core.rows(invariants.INTEGRITY))["integrity_check"] != "ok":
        connection.execute(text("reindex"))
        yield "the indexes made anew"
    yield from _counted(_names(connection, core), "party", "found by its name again")
    yield from _counted(
        connection.execute(text(_no_event(core))).rowcount, "event", "that is not there no longer found"
    )
    placed, indexed = _events(connection, core, reader, watch)
    yield from _counted(placed, "event", "sorted by its own day and place again")
    yield from _counted(connection.execute(text(_SAME_DAY)).rowcount, "party of an event", "sorted by its day again")
    for statement in (_COUNTED, _COUNTS):
        yield from _counted(connection.execute(text(statement)).rowcount, "party of an event", "counted again")
    yield from _counted(indexed, "event", "in the full-text search as it is again")


def _no_event(core: Core) -> str:
    return _NO_EVENT.replace("{search_key}", sql.SEARCH_KEY[core.dialect])


def _names(connection: Connection, core: Core) -> int:
    wrong = list(derived.misnamed(core))
    for id, folded in wrong:
        connection.execute(update(schema.party).where(schema.party.c.id == id).values(folded=folded))
    return len(wrong)


def _events(connection: Connection, core: Core, reader: Reader, watch: Watch | None) -> tuple[int, int]:
    """How many events were placed, and how many indexed, anew."""
    count = next(core.rows(invariants.EVENTS))["events"]
    place = update(schema.event).where(schema.event.c.key == bindparam("own"))
    placed = indexed = looked_at = after = 0
    while ids := reader.ids(after):
        after = max(ids)
        page = checks.readable(reader, list(ids))
        for one, right in list(derived.misplaced(core, page)):
            connection.execute(place.values(right), {"own": one.key})
            placed += 1
        for key, words in derived.unsearchable(core, page):
            for statement in sql.INDEX[core.dialect]:
                connection.execute(text(statement), {"key": key, "words": words})
            indexed += 1
        looked_at += len(ids)
        if watch:
            watch(looked_at, count)
    return placed, indexed


def _counted(number: int, thing: str, done: str) -> Iterator[str]:
    if number:
        yield f"{number} × {thing} {done}"
