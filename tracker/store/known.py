"""What the record calls things already: for a person to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.model import Event, Participant, Place


@dataclass(frozen=True, slots=True)
class Known:
    """The parties (without roles), places, tags and sources of events on record, those of late first.

    `last` is the event that an author added last, None where there is none.
    """

    parties: tuple[Participant, ...] = ()
    places: tuple[Place, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    last: Event | None = None
