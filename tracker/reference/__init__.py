"""What the world calls things: countries, places, organisations, offices, and the kinds of engagement.

Everything is read from the files in `data/` when first asked for, and kept; importing this costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tracker.reference.countries import (
    Country,
    countries,
    countries_called,
    country,
    former_states,
    require_country,
)
from tracker.reference.event_types import EventType, event_types, require_event_type
from tracker.reference.gazetteer import NameEntry, NameKind, decoys, names
from tracker.reference.offices import OfficeHolder, holders, office_holders, office_kind, office_kinds
from tracker.reference.organisations import (
    Authority,
    Organisation,
    authorities,
    authority,
    organisation,
    organisations,
)
from tracker.reference.places import PlaceEntry, Seat, place, places, places_called, seats

EVENT_TYPES: Mapping[str, EventType]

__all__ = [
    "EVENT_TYPES",
    "Authority",
    "Country",
    "EventType",
    "NameEntry",
    "NameKind",
    "OfficeHolder",
    "Organisation",
    "PlaceEntry",
    "Seat",
    "authorities",
    "authority",
    "countries",
    "countries_called",
    "country",
    "decoys",
    "event_types",
    "former_states",
    "holders",
    "names",
    "office_holders",
    "office_kind",
    "office_kinds",
    "organisation",
    "organisations",
    "place",
    "places",
    "places_called",
    "require_country",
    "require_event_type",
    "seats",
]


def __getattr__(name: str) -> Any:
    if name == "EVENT_TYPES":
        return event_types()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
