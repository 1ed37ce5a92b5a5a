"""An event's fields as options of `tracker add` and `tracker edit`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Annotated

import typer

from tracker.cli import when
from tracker.cli.options import complete_country, complete_type
from tracker.errors import UsageError
from tracker.model import Event, Review, Status
from tracker.views import entry
from tracker.views.entry import Mistake
from tracker.views.fields import ReadDate, Typed

Kind = Annotated[
    str | None,
    typer.Option("--type", "-t", metavar="TYPE", help="One of `tracker types`.", autocompletion=complete_type),
]
Subtype = Annotated[str | None, typer.Option("--subtype", metavar="WORD", help="One of the type's subtypes.")]
StatusOption = Annotated[Status | None, typer.Option("--status", help="Whether it took place.")]
Date = Annotated[
    str | None,
    typer.Option("--date", "-d", metavar="DATE", help="A day, month, year, span 2025-02-15..21, or 'last month'."),
]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The headline in a timeline.")]
Countries = Annotated[
    list[str],
    typer.Option("--country", "-c", metavar="NAME[=ROLE]", help="A party.", autocompletion=complete_country),
]
Organisations = Annotated[list[str], typer.Option("--organisation", metavar="NAME[=ROLE]", help="A party.")]
People = Annotated[
    list[str],
    typer.Option(
        "--person", metavar="NAME[:OFFICE[:COUNTRY]][=ROLE]", help="Who took part; 'NAME (OFFICE, COUNTRY)' works too."
    ),
]
PlaceName = Annotated[str | None, typer.Option("--place", metavar="CITY", help="Where it happened.")]
PlaceCountry = Annotated[
    str | None,
    typer.Option(
        "--place-country",
        metavar="NAME",
        help="The country of the place, where the city does not tell.",
        autocompletion=complete_country,
    ),
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A remark of your own.")]
Tags = Annotated[list[str], typer.Option("--tag", metavar="WORD", help="A word to find it by.")]
Sources = Annotated[list[str], typer.Option("--source", metavar="URL|NAME", help="Where you have it from.")]
Quotes = Annotated[
    list[str],
    typer.Option("--quote", metavar="TEXT", help="What the source says; of several sources one each, in their order."),
]
ReviewOption = Annotated[Review | None, typer.Option("--review", help="What you say of the event as a whole.")]
ByEditor = Annotated[bool, typer.Option("--editor", "-e", help="Fill in a form in $VISUAL or $EDITOR.")]

_OPTIONS = {"kind": "type", "place_country": "place-country"}


def typed(**options: str | Sequence[str] | None) -> dict[str, tuple[str, ...]]:
    """What is typed of each field whose option is given; an empty text empties a field."""
    return {
        _OPTIONS.get(name, name): ((value,) if value else ()) if isinstance(value, str) else tuple(value)
        for name, value in options.items()
        if value is not None and (isinstance(value, str) or value)
    }


def echoing() -> ReadDate:
    """Reads dates and says back, once, how each was read."""
    return cache(when.echoed)


def changes(present: Event, told: Typed, read_date: ReadDate) -> dict[str, object]:
    """What is typed otherwise than it stands; raises UsageError, naming the option, for what cannot be meant."""
    made, mistakes = entry.changes(present, told, read_date)
    for mistake in mistakes:
        raise UsageError(_told(mistake))
    return made


def _told(mistake: Mistake) -> str:
    return f"--{mistake.field}: {mistake.message}"
