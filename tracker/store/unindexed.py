"""Indexes left out while very many events come into a file that holds none, and made when all are there.

A row at a time they are a third of what the file takes, and more the larger it grows: each row goes to another page of
each of them. Made of all rows at once, each is sorted and written from end to end. Both are in the transaction under
way, so that nobody else ever finds them missing, and what ends before its time leaves them as they were.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tracker.store.ledger import Ledger

_MADE = """
    select name, sql from sqlite_master where type = 'index' and sql like 'create index%'
        and tbl_name in ('event', 'participation', 'change', 'citation', 'tag') order by name
"""
"""Those alone that forbid nothing: by the others it is known what is on record."""


@contextmanager
def unindexed(ledger: Ledger) -> Iterator[None]:
    """Makes them at the end; where there are events already, which are looked up by them, all stays as it is."""
    if ledger.dialect != "sqlite" or next(ledger.rows("select 1 from event limit 1"), None):
        yield
        return
    made = [(row["name"], row["sql"]) for row in ledger.rows(_MADE)]
    for name, _ in made:
        ledger.connection.exec_driver_sql(f"drop index {name}")
    yield
    for _, statement in made:
        ledger.connection.exec_driver_sql(statement)
