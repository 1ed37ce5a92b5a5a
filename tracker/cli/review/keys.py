"""What a person presses: single keys at a terminal that gives them, else the first letters of lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import chain
from typing import Protocol

import typer

_INTERRUPT, _END = "\x03", "\x04"


class Keys(Protocol):
    """Where answers come from; both raise EOFError when nobody answers any more."""

    def key(self, prompt: str) -> str:
        """One key; empty for the Enter key alone."""

    def line(self, prompt: str) -> str:
        """A line of text, without blanks around it."""


class Pressed:
    """Single keys, shown as they are pressed."""

    def key(self, prompt: str) -> str:
        """The key that is pressed; raises EOFError on Ctrl-C and Ctrl-D."""
        print(prompt, end="", flush=True)
        try:
            pressed = typer.getchar()
        except (KeyboardInterrupt, EOFError):
            pressed = _END
        if pressed in (_INTERRUPT, _END):
            print()
            raise EOFError
        key = pressed.strip()
        print(key if key.isprintable() else "")
        return key

    def line(self, prompt: str) -> str:
        """What is typed up to Enter; raises EOFError on Ctrl-C and Ctrl-D."""
        try:
            return input(prompt).strip()
        except KeyboardInterrupt:
            raise EOFError from None


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


def keys() -> Keys | None:
    """Where answers come from; None where nobody is there to give any: standard input is empty."""
    if sys.stdin.isatty():
        if os.environ.get("TERM") == "dumb":
            return Typed(iter(sys.stdin.readline, ""), echo=False)
        return Pressed()
    lines = iter(sys.stdin.readline, "")
    first = next(lines, None)
    return None if first is None else Typed(chain([first], lines), echo=True)
