"""Commands run in this process, on a database of the test's own."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import re
import select
import shutil
import signal
import struct
import sys
import termios
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tracker.cli import run


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


@pytest.fixture
def filled(tracker: Tracker, record: Path, database: Path) -> Tracker:
    """The same, with those events on record."""
    shutil.copy(record, database)
    return tracker


class Terminal:
    """A command at a pseudo-terminal of 80 columns, told from what it shows."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        self._process, self._mine = pty.fork()  # a process that has loaded everything already
        if self._process == 0:
            code = 1
            try:
                code = self._run(arguments, environment)
            finally:
                os._exit(code)
        self.shown = ""

    @staticmethod
    def _run(arguments: Sequence[str], environment: dict[str, str]) -> int:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        # without it the prompts would wait for a terminal that answers where its cursor is
        os.environ.update(environment, TERM="xterm", PROMPT_TOOLKIT_NO_CPR="1")
        sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w")  # not pytest's
        try:
            return run(arguments)
        finally:
            sys.stdout.flush()
            sys.stderr.flush()

    def expect(self, text: str) -> None:
        """Waits until that is shown, after what was waited for before; fails when it never is."""
        while text not in self.shown:
            more = self._read()
            assert more, f"{text!r} was not shown: {self.shown}"
            self.shown += re.sub(r"\x1b[\[(][0-?]*[ -/]*[@-~]", "", more.decode(errors="replace"))
        self.shown = self.shown.partition(text)[2]

    def send(self, keys: str) -> None:
        """Presses keys."""
        os.write(self._mine, keys.encode())

    def code(self) -> int:
        """How the command ended."""
        while self._read():  # lest it wait to be read
            pass
        return self._wait()

    def close(self) -> None:
        """Ends it, if it has not ended."""
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            self._wait()
        os.close(self._mine)

    def _wait(self) -> int:
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        return os.waitstatus_to_exitcode(status)

    def _read(self) -> bytes:
        """What is shown next, empty at the end."""
        ready, _, _ = select.select([self._mine], [], [], 60)
        assert ready, f"nothing more is shown: {self.shown}"
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
