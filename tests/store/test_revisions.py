"""A record of any earlier version is brought to the present one, and the tables are what the program means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Index, Inspector, MetaData, Table, inspect, text

from tests.store import old_records
from tracker import resolve, store
from tracker.model import Filter, Source
from tracker.store import migrate, revisions
from tracker.store.address import Address
from tracker.store.engine import open_engine
from tracker.store.schema import metadata

KINDS = ["sqlite", "postgresql"]
KEPT = sorted(path.stem for path in old_records.FOLDER.glob("*.sql"))


def test_a_record_of_every_earlier_version_is_kept(request, filled_record) -> None:
    """`pytest --update` keeps one of the present version, before the next revision is written."""
    if request.config.getoption("--update") and revisions.HEAD not in KEPT:
        (old_records.FOLDER / f"{revisions.HEAD}.sql").write_text(old_records.dump(filled_record), encoding="utf-8")
    assert set(revisions.KNOWN[:-1]) <= set(KEPT)
    assert set(KEPT) <= set(revisions.KNOWN)


@pytest.fixture
def filled_record(new_database, told, tmp_path) -> str:
    """A record with something in every table but the saved views: what an earlier version left, and worked on since."""
    url: str = new_database("sqlite", empty=True)
    old_records.load(max(one for one in KEPT if one < revisions.HEAD), url, tmp_path)
    store.upgrade(url)
    with store.open_recorder(url, author="Ada", command="add") as recorder:
        ids = [recorder.add(told(f"call 2024-05-0{day} AFG IRN Ada_{day}/AFG"), tags=("a",)) for day in (1, 2, 3)]
        recorder.edit(
            ids[0], {"note": "it's; new", "sources": (Source(document="a letter", quote="", start=0, end=0),)}, "better"
        )
        recorder.delete(ids[1])
        recorder.merge([ids[0], ids[2]], resolve)
        recorder.undo(resolve)
        recorder.redo(resolve)
    return url


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("revision", KEPT)
def test_a_record_is_upgraded_to_the_letter(revision: str, kind: str, new_database, tmp_path) -> None:
    """Every cell of every row is what it was, the record is sound, and it can be written."""
    url = new_database(kind, empty=True)
    old_records.load(revision, url, tmp_path)
    columns, before = old_records.cells(url)
    store.upgrade(url)
    assert old_records.cells(url, columns)[1] == before
    assert store.check(url) == []
    with store.open_recorder(url, author="Bob", command="tag") as recorder:
        with store.open_reader(url) as reader:
            events = reader.events(Filter(include_rejected=True))
        assert len(events) > 4
        assert len(recorder.revise([one.id for one in events], lambda event: {"tags": (*event.tags, "x")})) == len(
            events
        )
    assert store.check(url) == []


def test_the_way_back_is_the_backup() -> None:
    """No script offers a downgrade, which nothing here would test."""
    scripts = ScriptDirectory(str(migrate.scripts())).walk_revisions()
    assert [script.revision for script in scripts if hasattr(script.module, "downgrade")] == []


def described(connection: Connection) -> dict[str, Any]:
    """All that a database says of its tables."""
    inspector = inspect(connection)
    named = [name for name in inspector.get_table_names() if not name.startswith(("event_search", "alembic_version"))]
    return {name: _described(inspector, name) for name in named}


def _described(inspector: Inspector, table: str) -> dict[str, list[str]]:
    kinds = {
        "columns": inspector.get_columns(table),
        "primary key": [inspector.get_pk_constraint(table)],
        "foreign keys": inspector.get_foreign_keys(table),
        "unique": inspector.get_unique_constraints(table),
        "checks": inspector.get_check_constraints(table),
        "indexes": inspector.get_indexes(table),
    }
    return {kind: sorted(_told(one) for one in found) for kind, found in kinds.items()}


def _told(one: Any) -> str:
    """One of them, in the same words however it was made: SQLite says false or 0, and forgets the names of keys."""
    told = dict(one)
    if "referred_table" in told:
        del told["name"]
    if str(told.get("type")) == "BOOLEAN":
        told["default"] = {"0": "false", "1": "true"}.get(told["default"], told["default"])
    told["dialect_options"] = {name: str(value) for name, value in told.get("dialect_options", {}).items()}
    return repr(sorted((name, str(value)) for name, value in told.items()))


def made_by(tables: MetaData, url: str) -> dict[str, Any]:
    """What a database says that is made from the writer's tables, without the scripts."""
    with open_engine(Address.read(url), wait=1).begin() as connection:
        tables.create_all(connection)
        return described(connection)


@pytest.fixture(params=KINDS)
def two(request, new_database) -> tuple[str, str]:
    """A database that the scripts made, and an empty one."""
    return new_database(request.param), new_database(request.param, empty=True)


def test_the_scripts_make_the_tables_that_the_writer_knows(two) -> None:
    """To every default, check, index and condition of one."""
    made, empty = two
    with open_engine(Address.read(made), wait=1).connect() as connection:
        found = described(connection)
    assert found == made_by(metadata, empty)


def _forget(what: str, event: Table) -> None:
    loose = next(one for one in event.indexes if one.name == "ix_event_loose")
    match what:
        case "check":
            event.constraints.discard(next(one for one in event.constraints if str(one.name).endswith("_days")))
        case "index":
            event.indexes.discard(loose)
        case "condition":
            event.indexes.discard(loose)
            Index(loose.name, event.c.day)
        case "default":
            event.c.review.server_default = None


@pytest.mark.parametrize("what", ["check", "index", "condition", "default"])
def test_a_difference_would_be_seen(what: str, two) -> None:
    """Had the writer forgotten something that the scripts make."""
    made, empty = two
    tables = MetaData(naming_convention=metadata.naming_convention)
    for table in metadata.sorted_tables:
        table.to_metadata(tables)
    _forget(what, tables.tables["event"])
    with open_engine(Address.read(made), wait=1).connect() as connection:
        found = described(connection)
    assert found != made_by(tables, empty)


@pytest.fixture
def compared(two) -> Callable[..., Any]:
    """What Alembic would write a script for."""

    def compare(statement: str = "") -> Any:
        options = {
            "include_name": lambda name, kind, _: not (kind == "table" and name.startswith("event_search")),
            "compare_type": True,
        }
        with open_engine(Address.read(two[0]), wait=1).begin() as connection:
            if statement:
                connection.execute(text(statement))
            return compare_metadata(MigrationContext.configure(connection, opts=options), metadata)

    return compare


def test_alembic_finds_nothing_to_write(compared) -> None:
    """But it does where there is something."""
    assert compared() == []
    assert compared("alter table event add column colour text") != []
