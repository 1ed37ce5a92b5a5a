"""An event, or what a mention claims of one, as the columns of its row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from tracker.model import Event, Mention, Participant, Review, Status, TimeSpan
from tracker.store import fields
from tracker.store.parties import identity
from tracker.store.search import CLOSE
from tracker.store.words import folded

Values = dict[str, Any]
"""A row, by its columns."""

Cells = tuple[Any, ...]
"""A row, in the order of the columns that are named beside it."""

Keys = Mapping[str, tuple[int, int]]
"""The keys of parties by identity, and of those that they go under."""

PARTICIPATION = (
    *("event_key", "party_id", "named_id", "ordinal", "repeat", "day", "loose", "counted"),
    *("name", "role", "country", "organisation", "office"),
)
TAG = ("event_key", "name")
CITATION = ("event_key", "ordinal", "name", "url", "publisher", "title", "quote")
"""After the first two as `fields.cited` has them."""

PARTY = ("id", "identity", "kind", "name", "folded", "country")
CHANGE = ("id", "operation_id", "event_key", "field", "old_value", "new_value", "undoes")

_UNDATED = date.min


def of_event(event: Event) -> Values:
    """The own columns that may change of an event that `fields.event` gave, so that its texts are clean."""
    return {
        **told(event),
        "day": day(event.when),
        "loose": is_loose(event.when),
        "place_folded": folded_place(event.place.name or ""),
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


def of_party(key: int, party: Participant) -> Cells:
    """A party that is not on record yet, in the columns `PARTY`."""
    return key, identity(party), party.kind.value, party.name, folded(party.name), party.country


def participations(
    key: int, participants: Iterable[Participant], when: TimeSpan, keys: Keys, *, counted: bool
) -> Iterator[Cells]:
    """Who took part in an event, in the columns `PARTICIPATION`."""
    shared = day(when).isoformat(), is_loose(when), counted
    roots: list[int] = []
    for ordinal, party in enumerate(participants):
        id, root = keys[identity(party)]
        named, repeat = id if id != root else None, roots.count(root)
        said = (party.name, party.role, party.country, party.organisation, party.office)
        yield key, root, named, ordinal, repeat, *shared, *said
        roots.append(root)


def tags(key: int, tags: Iterable[str]) -> Iterator[Cells]:
    """What an analyst put on an event, in the columns `TAG`."""
    return ((key, tag) for tag in tags)


def citations(key: int, cited: Iterable[Sequence[str]]) -> Iterator[Cells]:
    """The sources that a person gave, as `fields.cited` tells them, in the columns `CITATION`."""
    return ((key, ordinal, *one) for ordinal, one in enumerate(cited))


def words(title: str, note: str, quotes: Iterable[str]) -> str:
    """The words by which an event is found."""
    return folded(" ".join([title, note, *quotes]))


def words_of(event: Event) -> str:
    """The same of an event with all of its sources."""
    return words(event.title, event.note, [source.quote for source in event.sources])


@lru_cache(10_000)
def folded_place(name: str) -> str:
    """The name of a place as it is looked up."""
    return folded(name)


def day(when: TimeSpan) -> date:
    """The day that an event is sorted by."""
    return when.start or when.end or _UNDATED


def is_loose(when: TimeSpan) -> bool:
    """Whether the day that it is sorted by says little of when it was."""
    return when.days is None or when.days > CLOSE.days


def is_counted(event: Event) -> bool:
    """Whether it is an engagement to count, as long as it is on record: `sql.COUNTED` says the same."""
    return event.status is Status.OCCURRED and event.review is not Review.REJECTED


def plain(values: Mapping[str, Any]) -> Values:
    """The values as any driver takes them: texts without what a database refuses, days in ISO form."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return fields.clean(value)
    return value.isoformat() if isinstance(value, date) else value
