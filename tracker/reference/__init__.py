"""What the world calls things: countries, places, organisations, offices, and the kinds of engagement.

Everything is read from the files in `data/` when first asked for, and kept. Names are fetched from their modules when
first used, so that a timeline, which only asks for countries and types, pays for nothing else. What a person adds in a
words file (`read_words`, `use`) is told like what comes with the program.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.reference.added import NO_WORDS as NO_WORDS
    from tracker.reference.added import Words as Words
    from tracker.reference.added import in_force as in_force
    from tracker.reference.added import remembered as remembered
    from tracker.reference.added import use as use
    from tracker.reference.atlas import PlaceEntry as PlaceEntry
    from tracker.reference.atlas import Seat as Seat
    from tracker.reference.atlas import place as place
    from tracker.reference.atlas import places as places
    from tracker.reference.atlas import places_called as places_called
    from tracker.reference.atlas import seats as seats
    from tracker.reference.bodies import Authority as Authority
    from tracker.reference.bodies import Organisation as Organisation
    from tracker.reference.bodies import authorities as authorities
    from tracker.reference.bodies import authority as authority
    from tracker.reference.bodies import organisation as organisation
    from tracker.reference.bodies import organisations as organisations
    from tracker.reference.event_types import EventType as EventType
    from tracker.reference.event_types import require_event_type as require_event_type
    from tracker.reference.gazetteer import NameEntry as NameEntry
    from tracker.reference.gazetteer import NameKind as NameKind
    from tracker.reference.gazetteer import decoys as decoys
    from tracker.reference.gazetteer import names as names
    from tracker.reference.offices import OfficeHolder as OfficeHolder
    from tracker.reference.offices import full_name as full_name
    from tracker.reference.offices import holders as holders
    from tracker.reference.offices import office_holders as office_holders
    from tracker.reference.offices import office_kind as office_kind
    from tracker.reference.offices import office_kinds as office_kinds
    from tracker.reference.states import Country as Country
    from tracker.reference.states import countries as countries
    from tracker.reference.states import countries_called as countries_called
    from tracker.reference.states import country as country
    from tracker.reference.states import former_states as former_states
    from tracker.reference.states import require_country as require_country
    from tracker.reference.wordfile import check_words as check_words
    from tracker.reference.wordfile import read_words as read_words
    from tracker.reference.wordsections import Mistake as Mistake

    EVENT_TYPES: Mapping[str, EventType]

_HOMES = {
    "states": ("Country", "countries", "countries_called", "country", "former_states", "require_country"),
    "event_types": ("EventType", "require_event_type"),
    "gazetteer": ("NameEntry", "NameKind", "decoys", "names"),
    "offices": ("OfficeHolder", "full_name", "holders", "office_holders", "office_kind", "office_kinds"),
    "bodies": ("Authority", "Organisation", "authorities", "authority", "organisation", "organisations"),
    "added": ("NO_WORDS", "Words", "in_force", "remembered", "use"),
    "wordfile": ("check_words", "read_words"),
    "wordsections": ("Mistake",),
    "atlas": ("PlaceEntry", "Seat", "place", "places", "places_called", "seats"),
}
_HOME_OF = {name: module for module, names_ in _HOMES.items() for name in names_}

__all__ = ["EVENT_TYPES", *_HOME_OF]  # noqa: PLE0604 - names, from the table above


def __getattr__(name: str) -> Any:
    if name == "EVENT_TYPES":
        return import_module("tracker.reference.event_types").event_types()  # others after words were added
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"tracker.reference.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value
