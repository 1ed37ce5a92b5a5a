"""What was changed of an event, in words."""

from __future__ import annotations

import re

_PARTS = re.compile(r"(?<!\\)\|+")
"""What stands between the parts of a source, those that it has not left empty."""


def told(field: str, old: str | None, new: str | None) -> str:
    """A field with what it was and what it became: "title: Talks → Talks in Doha"; a dash for nothing."""
    return f"{field}: {_value(field, old)} → {_value(field, new)}"


def _value(field: str, text: str | None) -> str:
    shown = _PARTS.sub(", ", text) if text and field == "sources" else text
    return shown or "—"
