"""The kinds of engagement, with their subtypes, roles, and codes in the vocabularies of the field."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from tracker.errors import UnknownName
from tracker.reference.tables import DATA


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of engagement.

    `roles` are those its parties can have, the usual ones first. Of `cameo` and `plover` ("CLASS" or "CLASS/mode")
    the first code is the one to write when nothing tells more. `glyph` is one terminal cell wide.
    """

    name: str
    subtypes: tuple[str, ...]
    roles: tuple[str, ...]
    cameo: tuple[str, ...]
    plover: tuple[str, ...]
    glyph: str
    summary: str
    by_subtype: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)

    def cameo_for(self, subtype: str | None) -> str:
        """The CAMEO code to write for an event of this type and subtype."""
        return self.by_subtype.get(subtype or "", {}).get("cameo", self.cameo[0])

    def plover_for(self, subtype: str | None) -> str:
        """The PLOVER class, with its mode where there is one, to write for an event of this type and subtype."""
        return self.by_subtype.get(subtype or "", {}).get("plover", self.plover[0])


@cache
def event_types() -> Mapping[str, EventType]:
    """All kinds of engagement by name, in the order of the codebook."""
    tables = tomllib.loads((DATA / "event_types.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: _event_type(name, **table) for name, table in tables.items()})


def require_event_type(text: str) -> EventType:
    """The kind of engagement of that name, singular or plural, in any case; raises `UnknownName` with the nearest."""
    name = text.strip().casefold()
    found = event_types().get(name) or event_types().get(name.removesuffix("s"))
    if found is None:
        from difflib import get_close_matches

        raise UnknownName("type", text, nearest=get_close_matches(name, event_types(), cutoff=0.5))
    return found


def _event_type(
    name: str,
    *,
    summary: str,
    subtypes: list[str],
    roles: list[str],
    cameo: list[str],
    plover: list[str],
    glyph: str,
    by_subtype: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> EventType:
    return EventType(name, tuple(subtypes), tuple(roles), tuple(cameo), tuple(plover), glyph, summary, by_subtype)
