"""What was typed of an event and not put on record, kept as the form that it can be gone on with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs

from tracker.model import Event
from tracker.settings import APPLICATION

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
        try:
            return self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

    def keep(self, text: str) -> None:
        """Keeps it instead of what was kept before."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(text, encoding="utf-8")

    def drop(self) -> None:
        """Forgets it."""
        self.path.unlink(missing_ok=True)
