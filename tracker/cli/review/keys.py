"""What a person presses: single keys at a terminal that gives them, else the first letters of lines."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Protocol

from tracker.cli.output import say

_INTERRUPT, _END, _ESCAPE = "\x03", "\x04", "\x1b"
_MOST = 32
"""Bytes that are read at a time: more than any key sends."""


_PATIENCE = 1.0
"""Seconds after which a person is told what is waited for."""


class Keys(Protocol):
    """Where answers come from; both raise EOFError when nobody answers any more."""

    def key(self, prompt: str) -> str:
        """One key; empty for the Enter key alone."""

    def line(self, prompt: str) -> str:
        """A line of text, without blanks around it."""


class Pressed:
    """Single keys, shown as they are pressed; what is pressed before it is asked for counts too."""

    def __init__(self) -> None:
        self._ahead = ""

    def key(self, prompt: str) -> str:
        """The key that is pressed; raises EOFError on Ctrl-C and Ctrl-D."""
        try:
            pressed = self._next(prompt)
        except (KeyboardInterrupt, EOFError):
            pressed = _END
        if pressed in (_INTERRUPT, _END):
            print()
            raise EOFError
        key = pressed.strip()
        print(key if key.isprintable() else "")
        return key

    def _next(self, prompt: str) -> str:
        """A character, or the sequence that a key like an arrow sends."""
        with _unbuffered():
            print(prompt, end="", flush=True)
            pressed = self._ahead or os.read(sys.stdin.fileno(), _MOST).decode(errors="replace") or _END
        length = len(pressed) if pressed.startswith(_ESCAPE) else 1
        self._ahead = pressed[length:]
        return pressed[:length]

    def line(self, prompt: str) -> str:
        """What is typed up to Enter; raises EOFError on Ctrl-C and Ctrl-D."""
        try:
            return input(prompt).strip()
        except KeyboardInterrupt:
            raise EOFError from None


@contextmanager
def _unbuffered() -> Iterator[None]:
    """Lets the terminal hand over each key at once, and none be lost that was pressed before."""
    import termios
    import tty

    before = termios.tcgetattr(sys.stdin)
    tty.setcbreak(sys.stdin, termios.TCSADRAIN)
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)


class Typed:
    """Lines, each for one answer: of a terminal without single keys, of a pipe or a file."""

    def __init__(self, lines: Iterator[str], *, echo: bool) -> None:
        self._lines, self._echo = lines, echo

    def key(self, prompt: str) -> str:
        """The line's first letter."""
        return self.line(prompt)[:1]

    def line(self, prompt: str) -> str:
        """The next line."""
        print(prompt, end="", flush=True)
        line = next(self._lines, None)
        if line is None:
            print()
            raise EOFError
        if self._echo:
            print(line.strip())
        return line.strip()


def _silent() -> bool:
    """Whether standard input is open and says nothing for a while."""
    try:
        return not select.select([sys.stdin], [], [], _PATIENCE)[0]
    except (OSError, ValueError):  # no file at all, and so nothing that could keep anybody waiting
        return False


def keys() -> Keys | None:
    """Where answers come from; None where nobody is there to give any: standard input is empty."""
    if sys.stdin.isatty():
        if os.environ.get("TERM") == "dumb":
            return Typed(iter(sys.stdin.readline, ""), echo=False)
        return Pressed()
    lines = iter(sys.stdin.readline, "")
    if _silent():
        say("keys are read from standard input, one a line; close it (`< /dev/null`) to have the queue printed")
    first = next(lines, None)
    return None if first is None else Typed(chain([first], lines), echo=True)
