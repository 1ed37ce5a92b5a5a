"""`tracker db`: where the database is, its health, and who may use it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

Tracker = Callable[..., Any]


def damage(path: Path, *statements: str) -> None:
    """Does what no command does."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_sound_record_says_so(filled: Tracker) -> None:
    assert (filled("db", "check").code, filled("db", "check").out) == (0, "sound\n")


def test_what_needs_no_decision_is_repaired(filled: Tracker, database: Path) -> None:
    damage(database, "delete from event_search")
    found = filled("db", "check")
    assert (found.code, found.out.count("is not in the full-text search as it is")) == (1, 9)
    repaired = filled("db", "check", "--repair")
    assert (repaired.code, repaired.out) == (0, "sound\n")
    assert repaired.err.startswith("9 × event in the full-text search as it is again\nwhat was there before is in ")
    assert filled("timeline", "--text", "Doha").out


def test_what_needs_a_decision_is_told_and_left(filled: Tracker, database: Path) -> None:
    damage(database, "update event set title = 'another' where id like '2b77%'")
    repaired = filled("db", "check", "--repair")
    assert (repaired.code, repaired.out.splitlines()[0]) == (1, "event 2b7730de: it is not as its history says")
    assert "what is left needs a person" in repaired.err
