"""An event as a person types it, and what typing makes of an event: the one way of options, questions and forms.

The same texts make the same event, whichever way they were typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any, NamedTuple

from tracker import reference
from tracker.errors import InputError
from tracker.model import Event, Origin, Participant, PartyKind, Source, TimeSpan
from tracker.views import parties, rows
from tracker.views.fields import PARTIES, REVIEWED, Context, ReadDate, Typed, read, text
from tracker.views.spans import typed as typed_date

BLANK = Event(id="", type="", when=TimeSpan.unknown(), origin=Origin.HAND)
"""The event that nothing has been typed of."""

_ATTRIBUTES = {"date": "when", "tag": "tags"}
_JOINT = (*PARTIES, "place", "place-country", "source", "quote")
"""Fields that make one of the event's together."""


class Mistake(NamedTuple):
    """Why what is typed of a field cannot be meant."""

    field: str
    message: str


def typed(event: Event) -> dict[str, tuple[str, ...]]:
    """An event's fields as they would be typed; of its sources those that a person gave."""
    given = [source for source in event.sources if not source.digest]
    return {
        "type": _one(event.type),
        "subtype": _one(event.subtype),
        "status": _one(event.status.value),
        "date": _one(typed_date(event.when)),
        **{name: _parties(event.participants, kind) for name, kind in PARTIES.items()},
        "place": _one(event.place.name),
        "place-country": _one(_country_to_tell(event)),
        "title": _one(event.title),
        "note": _one(event.note),
        "tag": event.tags,
        "source": tuple(source.url or source.document for source in given),
        "quote": tuple(source.quote for source in given) if any(source.quote for source in given) else (),
        "review": _one(event.review.value),
    }


def differing(present: Event, told: Typed) -> dict[str, tuple[str, ...]]:
    """The fields that are typed otherwise than they stand."""
    written = typed(present)
    return {name: told[name] for name in REVIEWED if name in told and told[name] != written[name]}


def changes(present: Event, told: Typed, read_date: ReadDate) -> tuple[dict[str, object], list[Mistake]]:
    """The fields of `model.Event` that are typed otherwise than they stand, with their values; and what is wrong.

    Where anything is wrong there are no values. A new type asks anew what depends on it.
    """
    new = differing(present, told)
    whole = {**typed(present), **new}
    concerned = {*new, *(("type", "subtype", *PARTIES) if "type" in new or not present.type else ())}
    values, mistakes = _read([name for name in REVIEWED if name in concerned], whole, read_date)
    if mistakes:
        return {}, mistakes
    try:
        return _joined(present, values, whole), []
    except InputError as error:
        return {}, [Mistake("quote", str(error))]


def _read(names: Iterable[str], told: Typed, read_date: ReadDate) -> tuple[dict[str, Any], list[Mistake]]:
    values: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    known = Context.of(told)
    for name in names:
        try:
            values[name] = read(name, told[name], known, read_date)
        except InputError as error:
            mistakes.append(Mistake(name, str(error)))
    return values, mistakes


def _joined(present: Event, values: Mapping[str, Any], told: Typed) -> dict[str, object]:
    """The event's fields that the values of typed ones come to."""
    found = {_ATTRIBUTES.get(name, name): value for name, value in values.items() if name not in _JOINT}
    if "type" in values:
        found["type"] = values["type"].name
    if given := {kind: values[name] for name, kind in PARTIES.items() if name in values}:
        kept = [party for party in present.participants if party.kind not in given]
        found["participants"] = (*kept, *(party for group in given.values() for party in group))
    if values.keys() & {"place", "place-country"}:
        found["place"] = rows.place(text(told["place"]), text(told["place-country"]))
    if values.keys() & {"source", "quote"}:
        found["sources"] = _sources(told["source"], told["quote"], present.sources)
    return found


def _sources(names: tuple[str, ...], quotes: tuple[str, ...], present: Sequence[Source]) -> tuple[Source, ...]:
    """Each source with its quotation: those of one source are all its own, of several they stand in their order.

    One that stands as it was keeps what else is known of it.
    """
    if quotes and not names:
        raise InputError("a quotation needs the source that it is from; give that too")
    if len(names) > 1 and len(quotes) not in (0, len(names)):
        raise InputError(f"{len(names)} sources need as many quotations, '' where one has none; given: {len(quotes)}")
    quoted = names * max(len(quotes), 1) if len(names) == 1 else names
    known = {(source.url or source.document, source.quote): source for source in present if not source.digest}
    return tuple(known.get(pair) or _source(*pair) for pair in zip_longest(quoted, quotes, fillvalue=""))


def _source(name: str, quote: str) -> Source:
    return replace(rows.source(name), quote=quote, end=len(quote))


def _parties(participants: Iterable[Participant], kind: PartyKind) -> tuple[str, ...]:
    names = ((parties.typed(one), one.role) for one in participants if one.kind is kind)
    return tuple(f"{name}={role}" if role else name for name, role in names)


def _country_to_tell(event: Event) -> str:
    """The country of a place where its name alone does not tell it."""
    place = event.place
    if not place.country or (place.name and rows.place(place.name).country == place.country):
        return ""
    found = reference.country(place.country)
    return found.name if found else place.country


def _one(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()
