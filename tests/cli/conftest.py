"""Commands run in this process, on a database of the test's own."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tracker.cli import run

EVENTS = Path(__file__).parents[1] / "events.csv"


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str


Tracker = Callable[..., Result]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands' database is, or will be."""
    path = tmp_path / "record.db"
    monkeypatch.setenv("TRACKER_DATABASE_URL", str(path))
    monkeypatch.setenv("TRACKER_AUTHOR", "Ada")
    return path


@pytest.fixture
def tracker(database: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Tracker:
    """Runs one command line and returns what it printed, as into a pipe."""

    def call(*arguments: str | Path, stdin: str = "") -> Result:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Result(code, *capsys.readouterr())

    return call


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the events of `tests/events.csv`, made once."""
    path = tmp_path_factory.mktemp("record") / "record.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_CONFIG", os.devnull)
        assert run(["import", str(EVENTS), "--db", str(path)]) == 0
    return path


@pytest.fixture
def filled(tracker: Tracker, record: Path, database: Path) -> Tracker:
    """The same, with those events on record."""
    shutil.copy(record, database)
    return tracker
