"""What a role may do with a server's database."""

from __future__ import annotations

from enum import StrEnum


class Access(StrEnum):
    """A reader asks; an editor does what the recorder does."""

    READER = "reader"
    EDITOR = "editor"
