"""What a person put off for another day, kept in a file of his or her own until something of it changes."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from tracker.errors import InputError
from tracker.model import Event
from tracker.review.reasons import Reason


class Skips:
    """The events put off, by id, each with how it stood; no file where there are none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._marks = self._read()

    def covers(self, event: Event, reasons: Sequence[Reason]) -> bool:
        """Whether an event was put off as it stands now, and for the same reasons."""
        return self._marks.get(event.id) == _mark(event, reasons)

    def note(self, event: Event, reasons: Sequence[Reason]) -> None:
        """Puts an event off."""
        self._write(self._read() | {event.id: _mark(event, reasons)})

    def forget(self, id: str) -> None:
        """Takes that back."""
        self._write({other: mark for other, mark in self._read().items() if other != id})

    def _read(self) -> dict[str, str]:
        try:
            return dict(json.loads(self._path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise InputError(f"cannot read what was skipped from {self._path}: {error}; remove that file") from None

    def _write(self, marks: dict[str, str]) -> None:
        self._marks = marks
        if not marks:
            self._path.unlink(missing_ok=True)
            return
        begun = self._path.with_suffix(".part")
        self._path.parent.mkdir(parents=True, exist_ok=True)
        begun.write_text(json.dumps(marks, indent=0), encoding="utf-8")
        os.replace(begun, self._path)


def _mark(event: Event, reasons: Sequence[Reason]) -> str:
    """How an event stands: the last operation on it, and what speaks for looking at it."""
    kinds = ",".join(sorted({reason.kind.value for reason in reasons}))
    return f"{event.history[-1] if event.history else 0} {kinds}"
