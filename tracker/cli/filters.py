"""Which events are meant: the options of `tracker timeline`, and the same as the clauses of a `--where`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from tracker import reference
from tracker.cli import when
from tracker.errors import UsageError
from tracker.model import Filter, Review, Status

_Word = TypeVar("_Word", bound=StrEnum)


class CountryAs(StrEnum):
    """How a country stands in an event."""

    PARTY = "party"
    PLACE = "place"
    ANY = "any"


_LISTS = {
    **{name: name for name in ("country", "person", "organisation", "place", "status", "tag", "review")},
    "with": "partner",
    "type": "kind",
}
_SINGLE = {"as": "country_as", "since": "since", "until": "until", "text": "text"}


def asked(
    *,
    country: Sequence[str] = (),
    partner: Sequence[str] = (),
    country_as: str = CountryAs.ANY,
    kind: Sequence[str] = (),
    person: Sequence[str] = (),
    organisation: Sequence[str] = (),
    place: Sequence[str] = (),
    status: Sequence[str] = (),
    tag: Sequence[str] = (),
    review: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    text: str = "",
    min_confidence: float = 0.0,
    limit: int | None = None,
    reverse: bool = False,
) -> Filter:
    """The filter that values as typed ask for; raises UsageError or UnknownName for one that cannot be meant."""
    first, last = when.bounds(since, until)
    return Filter(
        countries=_codes(country),
        country_as=_word(CountryAs, country_as).value,
        partners=_codes(partner),
        types=tuple(reference.require_event_type(name).name for name in kind),
        people=tuple(person),
        organisations=tuple(map(_organisation, organisation)),
        places=tuple(place),
        statuses=tuple(_word(Status, word) for word in status),
        tags=tuple(tag),
        reviews=tuple(_word(Review, word) for word in review),
        since=first,
        until=last,
        text=text,
        min_confidence=min_confidence,
        limit=limit,
        latest_first=reverse,
    )


def where(clauses: Iterable[str]) -> Filter:
    """The filter of clauses such as `country=Japan`; raises UsageError for one that cannot be meant."""
    given: dict[str, Any] = {}
    for clause in clauses:
        name, equals, value = clause.partition("=")
        if not equals or name not in _LISTS | _SINGLE:
            raise UsageError(f"--where '{clause}': write one of {', '.join((*_LISTS, *_SINGLE))}, '=' and a value")
        if name in _LISTS:
            given.setdefault(_LISTS[name], []).append(value)
        else:
            given[_SINGLE[name]] = value
    return asked(**given)


def _word(kind: type[_Word], word: str) -> _Word:
    known: Mapping[str, _Word] = {one.value: one for one in kind}
    if word not in known:
        raise UsageError(f"'{word}' is none of {', '.join(known)}")
    return known[word]


def _codes(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(reference.require_country(name).code for name in names)


def _organisation(name: str) -> str:
    found = reference.organisation(name)
    return found.short if found else name
