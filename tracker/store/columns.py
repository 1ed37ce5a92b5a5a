"""An event, or what a mention claims of one, as the columns of its row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tracker.model import Event, Mention, Participant, Review, Source, Status, TimeSpan
from tracker.store import fields
from tracker.store.parties import identity
from tracker.store.search import CLOSE
from tracker.store.words import folded

Values = dict[str, Any]
"""A row, by its columns."""

_UNDATED = date.min


def of_event(event: Event) -> Values:
    """The own columns that may change of an event that `fields.event` gave, so that its texts are clean."""
    return {
        **told(event),
        "day": day(event.when),
        "loose": is_loose(event.when),
        "place_folded": folded(event.place.name or ""),
        "third_country": is_abroad(event),
        "note": event.note,
        "review": event.review.value,
        "conflicts": " ".join(event.conflicts),
    }


def is_abroad(event: Event) -> bool:
    """Whether an event is held in a country that takes no part in it."""
    return event.place.country is not None and event.place.country not in event.countries


def told(engagement: Event | Mention) -> Values:
    """The columns that an event and a mention share."""
    when, place = engagement.when, engagement.place
    return {
        "type": engagement.type,
        "subtype": engagement.subtype,
        "status": engagement.status.value,
        "start_day": when.start,
        "end_day": when.end,
        "precision": when.precision.value,
        "date_text": when.text,
        "date_basis": when.basis,
        "title": engagement.title,
        "place_name": place.name,
        "place_country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "confidence": engagement.confidence,
    }


def of_party(party: Participant) -> Values:
    """A party that is not on record yet, all but its id."""
    return {
        "identity": identity(party),
        "kind": party.kind.value,
        "name": party.name,
        "folded": folded(party.name),
        "country": party.country,
    }


def participations(event: Event, keys: Mapping[str, tuple[int, int]]) -> list[Values]:
    """Who took part in an event; `keys` are those of the parties by identity, and of those that they go under."""
    repeats: Counter[int] = Counter()
    on, loose, counted = day(event.when), is_loose(event.when), is_counted(event)
    found = []
    for ordinal, party in enumerate(event.participants):
        id, root = keys[identity(party)]
        found.append(
            {
                "party_id": root,
                "named_id": id if id != root else None,
                "ordinal": ordinal,
                "repeat": repeats[root],
                "day": on,
                "loose": loose,
                "counted": counted,
                "name": party.name,
                "role": party.role,
                "country": party.country,
                "organisation": party.organisation,
                "office": party.office,
            }
        )
        repeats[root] += 1
    return found


def citations(sources: Iterable[Source]) -> list[Values]:
    """The sources that a person gave."""
    given = [source for source in sources if not source.digest]
    return [
        {
            "ordinal": ordinal,
            "name": source.document,
            "url": source.url,
            "publisher": source.publisher,
            "title": source.title,
            "quote": source.quote,
        }
        for ordinal, source in enumerate(given)
    ]


def words(title: str, note: str, sources: Iterable[Source]) -> str:
    """The words by which an event is found."""
    return folded(" ".join([title, note, *(source.quote for source in sources)]))


def day(when: TimeSpan) -> date:
    """The day that an event is sorted by."""
    return when.start or when.end or _UNDATED


def is_loose(when: TimeSpan) -> bool:
    """Whether the day that it is sorted by says little of when it was."""
    return when.days is None or when.days > CLOSE.days


def is_counted(event: Event) -> bool:
    """Whether it is an engagement to count, as long as it is on record: `sql.COUNTED` says the same."""
    return event.status is Status.OCCURRED and event.review is not Review.REJECTED


def cleaned(values: Mapping[str, Any]) -> Values:
    """The values without what a database refuses."""
    return {name: fields.clean(value) if isinstance(value, str) else value for name, value in values.items()}
