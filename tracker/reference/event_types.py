"""The kinds of engagement, with their subtypes, roles, and codes in the vocabularies of the field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from tracker.errors import UnknownName
from tracker.reference.added import in_force, kept, remembered
from tracker.reference.tables import text


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of engagement.

    `roles` are those its parties can have, the usual ones first. Of `cameo` and `plover` ("CLASS" or "CLASS/mode")
    the first code is the one to write when nothing tells more. `glyph` is one terminal cell wide.

    A type that a words file adds is told `like` another, which is None for those that come with the program: its roles
    are that type's, in its order, under names of their own. `title` is what its titles say between the parties.
    """

    name: str
    subtypes: tuple[str, ...]
    roles: tuple[str, ...]
    cameo: tuple[str, ...]
    plover: tuple[str, ...]
    glyph: str
    summary: str
    by_subtype: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    like: str | None = None
    title: str = ""

    def cameo_for(self, subtype: str | None) -> str:
        """The CAMEO code to write for an event of this type and subtype."""
        return self.by_subtype.get(subtype or "", {}).get("cameo", self.cameo[0])

    def plover_for(self, subtype: str | None) -> str:
        """The PLOVER class, with its mode where there is one, to write for an event of this type and subtype."""
        return self.by_subtype.get(subtype or "", {}).get("plover", self.plover[0])


@kept
def event_types() -> Mapping[str, EventType]:
    """All kinds of engagement by name, in the order of the codebook; added ones last."""
    import tomllib

    tables = tomllib.loads(text("event_types.toml"))
    known = {name: _event_type(name, table) for name, table in tables.items()}
    added = {name: _added_type(name, entry, known[entry["like"]]) for name, entry in in_force().types.items()}
    return MappingProxyType(known | added)


@remembered
def require_event_type(name: str) -> EventType:
    """The kind of engagement of that name, singular or plural, in any case; raises `UnknownName` with the nearest."""
    wanted = name.strip().casefold()
    found = event_types().get(wanted) or event_types().get(wanted.removesuffix("s"))
    if found is None:
        from difflib import get_close_matches

        raise UnknownName("type", name, nearest=get_close_matches(wanted, event_types(), cutoff=0.5))
    return found


def _event_type(name: str, table: Mapping[str, Any]) -> EventType:
    subtypes, roles, cameo, plover = (tuple(table[field]) for field in ("subtypes", "roles", "cameo", "plover"))
    by_subtype = table.get("by_subtype", {})
    return EventType(name, subtypes, roles, cameo, plover, table["glyph"], table["summary"], by_subtype)


def _added_type(name: str, entry: Mapping[str, Any], like: EventType) -> EventType:
    roles = entry["roles"]
    return EventType(
        name,
        subtypes=tuple(entry["subtypes"]),
        roles=(*roles, *like.roles[len(roles) :]),
        cameo=entry.get("cameo", like.cameo),
        plover=entry.get("plover", like.plover),
        glyph=entry["glyph"],
        summary=entry["summary"],
        like=like.name,
        title=entry["title"],
    )
