"""Readers read, editors do what the recorder does, and neither anything else; tried as those roles."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from urllib.parse import quote, urlsplit

import pytest
from sqlalchemy import text

from tests.store.conftest import shown
from tracker import cli, resolve, store
from tracker.errors import InputError, StoreError
from tracker.model import Document, TableRow, TimeSpan
from tracker.store import Access
from tracker.store.address import Address
from tracker.store.engine import open_engine
from tracker.views import rows

As = Callable[[str], str]

GRACE, EDGAR = f"grace {os.getpid()}", f"edgar_{os.getpid()}"
PASSWORD = "it's 100 % 'secret'"
REFUSED = "does not let you do that: permission denied"


@pytest.fixture(scope="module")
def owned(new_database) -> str:
    """The owner's database on a server."""
    return new_database("postgresql")


@pytest.fixture(scope="module")
def as_role(owned) -> Iterator[As]:
    """The database's URL for a role of the server; whoever was made for it goes."""

    def url(role: str) -> str:
        parts = urlsplit(owned)
        return parts._replace(netloc=f"{quote(role)}@{parts.netloc.rpartition('@')[2]}").geturl()

    yield url
    with open_engine(Address.read(owned), wait=1).begin() as connection:
        for role in (GRACE, EDGAR):
            if connection.execute(text("select 1 from pg_roles where rolname = :role"), {"role": role}).scalar():
                connection.exec_driver_sql(f'drop owned by "{role}"; drop role "{role}"')


@pytest.fixture(scope="module")
def reader(owned, as_role) -> str:
    """The URL of one who may read; the record holds an event."""
    store.grant(owned, GRACE, Access.READER, password=PASSWORD)
    return as_role(GRACE)


@pytest.fixture(scope="module")
def editor(owned, as_role) -> str:
    """The URL of one who may edit."""
    store.grant(owned, EDGAR, Access.EDITOR, password=PASSWORD)
    return as_role(EDGAR)


def run(url: str, statement: str) -> None:
    """A statement in that role's name."""
    with open_engine(Address.read(url), wait=1).begin() as connection:
        connection.execute(text(statement))


def test_a_reader_reads_and_does_not_write(owned, reader, told, tmp_path) -> None:
    """And is told why, whatever is tried."""
    with store.open_recorder(owned, author="Ada", command="add") as recorder:
        recorder.add(told("call 2024-05-01 AFG IRN"))
    assert len(shown(reader)) == 1
    assert store.check(reader) == []
    assert store.back_up(reader, tmp_path).is_file()
    with (
        pytest.raises(StoreError, match=REFUSED) as refused,
        store.open_recorder(reader, author="G", command="add") as one,
    ):
        one.add(told("call 2024-05-02 AFG IRN"))
    assert "`tracker db grant` says who may read and edit" in str(refused.value)
    assert len(shown(owned)) == 1


def test_an_editor_does_what_the_recorder_does(editor, told) -> None:
    """All of it: reads articles in and anew, adds, edits, imports, reviews, merges, names, takes back and again."""
    lines = ("meeting 2021-11-23 JPN AFG Takashi_Okada/JPN", "meeting 2021-11-23 JPN AFG Takashi_Okade/JPN")
    with store.open_recorder(editor, author="Edgar", command="all") as recorder:
        for line in lines:
            document = Document(text=line, name=line[-6:], published=TimeSpan.iso("2021-11-25"))
            recorder.article(document, [told(line, title=line)], resolve, extractor="test")
        recorder.reread([(document, [told(line, title="another")])], resolve, extractor="better")
        one, other = recorder.add(told("visit 2022-01-01 JPN KOR")), recorder.add(told("visit 2022-01-02 JPN KOR"))
        recorder.edit(one, {"note": "n", "tags": ("a",)})
        recorder.edit(one, {"tags": ()})
        recorder.merge([one, other], resolve)
        recorder.part(one, other, resolve)
        recorder.join("Takashi Okada", ["Takashi Okade"])
        recorder.import_rows([TableRow(2, {"type": "call", "start": "2022-02-02", "countries": "JPN; KOR"})], rows)
        recorder.review_rows([TableRow(2, {"id": one, "decision": "accept"})], rows, resolve)
        recorder.undo(resolve)
        recorder.redo(resolve)
        recorder.delete(one)
        recorder.restore(one)
    assert store.check(editor) == []


@pytest.mark.parametrize(
    "statement",
    [
        "create table mine (id integer)",
        "alter table event add column colour text",
        "drop table event_search",
        "update change set new_value = 'x'",
        "delete from change",
        "update operation set author = 'somebody else'",
        "delete from event",
        "update alembic_version set version_num = '9999'",
    ],
)
def test_an_editor_alters_no_table_and_no_history(statement: str, editor) -> None:
    """Nor takes anything away for good."""
    with pytest.raises(Exception, match=r"permission denied|must be owner"):
        run(editor, statement)


def test_an_editor_does_not_upgrade(editor, scripts) -> None:
    """But is told that the owner must."""
    scripts("update event set colour = 'red'")
    with pytest.raises(StoreError, match="run `tracker db upgrade`"):
        shown(editor)
    with pytest.raises(StoreError, match="does not let you do that: must be owner of table event"):
        store.upgrade(editor)


def test_granting_twice_is_granting_once_and_less_takes_away(owned, editor, told) -> None:
    """What is said last holds, and nothing else."""
    assert store.grant(owned, EDGAR, Access.EDITOR) is False
    store.grant(owned, EDGAR, Access.READER)
    with pytest.raises(StoreError, match=REFUSED), store.open_recorder(editor, author="E", command="add") as recorder:
        recorder.add(told("call 2024-05-02 AFG IRN"))
    assert shown(editor) == shown(owned)
    store.grant(owned, EDGAR, None)
    with pytest.raises(StoreError, match=REFUSED):
        shown(editor)
    store.grant(owned, EDGAR, Access.EDITOR)
    with store.open_recorder(editor, author="E", command="add") as recorder:
        recorder.delete(recorder.add(told("call 2024-05-02 AFG IRN")))


def test_tables_that_an_upgrade_makes_can_be_used_too(owned, reader, editor) -> None:
    """Without granting anew."""
    run(owned, "create table later (id integer)")
    try:
        run(reader, "select * from later")
        run(editor, "insert into later values (1)")
        with pytest.raises(Exception, match="permission denied"):
            run(reader, "insert into later values (1)")
    finally:
        run(owned, "drop table later")


def test_the_server_is_handed_no_password(owned, reader) -> None:
    """But a digest of it."""
    with open_engine(Address.read(owned), wait=1).connect() as connection:
        kept = connection.execute(text(f"select rolpassword from pg_authid where rolname = '{GRACE}'")).scalar()
    assert str(kept).startswith("SCRAM-SHA-256$")


def test_what_cannot_be_granted(owned, reader, sqlite) -> None:
    """To nobody, by nobody, and on a file."""
    with pytest.raises(InputError, match=r"there is no role 'nobody'.*--create"):
        store.grant(owned, "nobody", Access.READER)
    with pytest.raises(StoreError, match="belongs to tracker, who alone may say who reads and edits it"):
        store.grant(reader, GRACE, Access.EDITOR)
    with pytest.raises(StoreError, match="is a file"):
        store.grant(sqlite, GRACE, Access.READER)


def test_the_command(owned, reader, monkeypatch, capsys) -> None:
    """Reads a password from standard input, and says what the role is now."""
    command = ["db", "grant", GRACE, "--db", owned]
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert cli.run([*command, "--as", "reader", "--create"]) == 2
    assert cli.run(command) == 2
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    assert cli.run([*command, "--as", "editor", "--create"]) == 0
    assert capsys.readouterr().out.endswith(f"{GRACE} is editor now\n")
    assert cli.run([*command, "--revoke"]) == 0
    assert capsys.readouterr().out == f"{GRACE} may do nothing here now\n"
    store.grant(owned, GRACE, Access.READER)
