"""Which events are meant: the options of `tracker timeline`, and the same as the clauses of a `--where`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, TypeVar

import typer

from tracker import reference
from tracker.cli import when
from tracker.cli.options import complete_country, complete_type
from tracker.errors import UsageError
from tracker.model import Filter, Review, Status

_Word = TypeVar("_Word", bound=StrEnum)


class CountryAs(StrEnum):
    """How a country stands in an event."""

    PARTY = "party"
    PLACE = "place"
    ANY = "any"


Countries = Annotated[
    list[str],
    typer.Option(
        "--country",
        "-c",
        metavar="NAME",
        help="A country by any of its names or codes; given twice, both took part.",
        autocompletion=complete_country,
    ),
]
Partners = Annotated[
    list[str],
    typer.Option("--with", metavar="NAME", help="A country that took part beside it.", autocompletion=complete_country),
]
As = Annotated[CountryAs, typer.Option("--as", help="Whether --country took part, was the place, or either.")]
Types = Annotated[
    list[str],
    typer.Option(
        "--type",
        "-t",
        metavar="TYPE",
        help="One of `tracker types`; given twice, either.",
        autocompletion=complete_type,
    ),
]
People = Annotated[list[str], typer.Option("--person", metavar="NAME", help="Who took part, by all or part of a name.")]
Organisations = Annotated[
    list[str], typer.Option("--organisation", metavar="NAME", help="An organisation that took part.")
]
Places = Annotated[list[str], typer.Option("--place", metavar="NAME", help="The city or country where it happened.")]
Statuses = Annotated[
    list[Status],
    typer.Option("--status", metavar="STATUS", help="occurred, planned or cancelled; given twice, either."),
]
Tags = Annotated[list[str], typer.Option("--tag", metavar="WORD", help="A tag that it has; given twice, either.")]
Reviews = Annotated[
    list[Review],
    typer.Option("--review", metavar="WORD", help="unreviewed, confirmed or rejected; given twice, either."),
]
Words = Annotated[str, typer.Option("--text", metavar="WORDS", help="Words of titles, notes and quotations.")]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="At most so many events.")]
Reverse = Annotated[bool, typer.Option("--reverse", "-r", help="Latest first.")]


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
