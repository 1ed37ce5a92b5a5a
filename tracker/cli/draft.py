"""What was typed of an event and not put on record, kept as the form that it can be gone on with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs

from tracker.model import Event
from tracker.settings import APPLICATION
from tracker.views import form
from tracker.views.fields import Typed

HEADING = "A draft. Change it, save and close to put it on record; or empty it, to forget it."


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft by its name: `add`, or `edit-ID`."""

    name: str

    @classmethod
    def of(cls, event: Event) -> Self:
        """That of an event: of a new one, where it has no id."""
        return cls(f"edit-{event.id}" if event.id else "add")

    @property
    def path(self) -> Path:
        """Where it is, or would be."""
        return platformdirs.user_state_path(APPLICATION) / f"{self.name}.tracker"

    @property
    def text(self) -> str:
        """What was kept; empty where nothing was."""
        return _read(self.path)

    def going_on(self, present: Typed, fields: Sequence[str]) -> str:
        """The form to go on with, empty where nothing was kept.

        What the person left as it was shown then, and others changed since, is told as it is at present.
        """
        if not self.text:
            return ""
        said, shown = form.parsed(self.text).typed, form.parsed(_read(self._shown)).typed
        now = form.parsed(form.written(present, fields, heading=HEADING)).typed
        left = [name for name in shown if said.get(name) == shown[name] != now.get(name)]
        if not left:
            return self.text
        return form.written({**said, **{name: now.get(name, ()) for name in left}}, fields, heading=HEADING)

    def keep(self, text: str, shown: str = "") -> None:
        """Keeps it instead of what was kept before; `shown` is the form of the event on record that it began with."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(text, encoding="utf-8")
        self._shown.write_text(shown, encoding="utf-8")

    def drop(self) -> None:
        """Forgets it."""
        self.path.unlink(missing_ok=True)
        self._shown.unlink(missing_ok=True)

    @property
    def _shown(self) -> Path:
        return self.path.with_suffix(".shown")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
