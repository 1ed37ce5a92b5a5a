"""What is on record after articles were read, one way and another."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.pipeline.lines import articles
from tracker import pipeline, store
from tracker.model import Unreadable
from tracker.pipeline import Readers

Outcomes = list[store.ArticleOutcome | Unreadable]
Ingest = Callable[..., Outcomes]


@pytest.fixture
def ingest() -> Ingest:
    """Puts texts, named by their number, on record at a path; what became of them."""

    def call(url: Path, readers: Readers, *texts: str) -> Outcomes:
        with store.open_recorder(str(url), author="Ada", command="ingest") as recorder:
            return list(pipeline.ingest(articles(*texts), readers, recorder))

    return call


def everything(url: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, without the moments at which they were written."""
    with closing(sqlite3.connect(url)) as connection:
        names = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
        return {name: _rows(connection, name) for name in names}


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    columns = [row[1] for row in connection.execute(f"pragma table_info({table})") if row[1] != "at"]
    return connection.execute(f"select {', '.join(columns)} from {table} order by 1").fetchall()
