"""Commands run in this process, on a database of the test's own."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
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


class Terminal:
    """A command at a pseudo-terminal of 80 columns, told from what it shows."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        self._mine, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        # without it the prompts would wait for a terminal that answers where its cursor is
        environment |= {"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tracker", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=os.environ | environment,
            start_new_session=True,
        )
        os.close(theirs)
        self.shown = ""

    def expect(self, text: str) -> None:
        """Waits until that is shown, after what was waited for before; fails when it never is."""
        while text not in self.shown:
            ready, _, _ = select.select([self._mine], [], [], 30)
            more = self._read() if ready else b""
            assert more, f"{text!r} was not shown: {self.shown}"
            self.shown += re.sub(r"\x1b[\[(][0-?]*[ -/]*[@-~]", "", more.decode(errors="replace"))
        self.shown = self.shown.partition(text)[2]

    def send(self, keys: str) -> None:
        """Presses keys."""
        os.write(self._mine, keys.encode())

    def code(self) -> int:
        """How the command ended."""
        return self._process.wait(timeout=60)

    def close(self) -> None:
        """Ends it, if it has not ended."""
        self._process.kill()
        self._process.wait()
        os.close(self._mine)

    def _read(self) -> bytes:
        try:
            return os.read(self._mine, 65536)
        except OSError:  # how Linux says that nobody is at the other end any more
            return b""


@pytest.fixture
def terminal(database: Path) -> Iterator[Callable[..., Terminal]]:
    """Runs a command line at a terminal of its own."""
    started: list[Terminal] = []

    def start(*arguments: str, **environment: str) -> Terminal:
        started.append(Terminal(*arguments, **environment))
        return started[-1]

    yield start
    for one in started:
        one.close()
