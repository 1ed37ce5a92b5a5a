"""Options that several commands share, what a shell completes after them, and how their examples are printed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tracker import reference, settings
from tracker.cli.words import learn
from tracker.errors import AmbiguousId, TrackerError
from tracker.model import Filter

if TYPE_CHECKING:
    from tracker.store import Reader


class Format(StrEnum):
    """How events are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"


def examples(*lines: str) -> str:
    """An epilogue for `--help` that keeps its lines."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def show_help(context: typer.Context) -> None:
    """What a group of commands does when none of them is named."""
    if context.invoked_subcommand is None:
        print(context.get_help())


def complete_country(incomplete: str) -> Iterator[tuple[str, str]]:
    """Country names that begin as typed, with their codes; codes when the letters are capitals."""
    typed = incomplete.casefold()
    for country in reference.countries():
        if country.name.casefold().startswith(typed):
            yield _typed(country.name), country.code
        elif incomplete and country.code.startswith(incomplete.upper()):
            yield country.code, country.name


def _typed(name: str) -> str:
    """The name as it must stand on the command line; bash takes it as it is, other shells quote it themselves."""
    return name.replace(" ", "\\ ") if os.environ.get("_TRACKER_COMPLETE") == "complete_bash" else name


def complete_type(incomplete: str) -> Iterator[tuple[str, str]]:
    """Event types that begin as typed, the user's own among them, with what they are."""
    with suppress(TrackerError):  # a shell that completes has nowhere to show an error
        learn()
    for kind in reference.EVENT_TYPES.values():
        if kind.name.startswith(incomplete.lower()):
            yield kind.name, kind.summary


def complete_id(incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids on record that begin as typed, the latest events' where nothing is typed yet."""
    from tracker.store import open_reader

    try:
        with open_reader(settings.load(given={}).database) as reader:
            if incomplete:
                yield from _beginning(incomplete, reader)
            else:
                yield from ((one.id, one.title) for one in reader.events(Filter(limit=20, latest_first=True)))
    except TrackerError:
        return  # a shell that completes has nowhere to show an error


def _beginning(incomplete: str, reader: Reader) -> Iterator[tuple[str, str]]:
    try:
        found = reader.event(incomplete)
    except AmbiguousId as several:
        yield from ((id, reader.event(id).title) for id in several.matches)
    else:
        yield found.id, found.title


Database = Annotated[
    str | None,
    typer.Option("--db", metavar="PATH|URL", help="The database, instead of TRACKER_DATABASE_URL or your own."),
]
EventFormat = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="[default: table at a terminal, plain tab-separated lines when piped]"),
]
Id = Annotated[str, typer.Argument(metavar="ID", help="An event's id, or its beginning.", autocompletion=complete_id)]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, for the history.")]
MinConfidence = Annotated[
    float,
    typer.Option("--min-confidence", min=0.0, max=1.0, metavar="0..1", help="Leave out what is less certain."),
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="The day, month or year of publication."),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="From this day, month or year on; 'last month' works too."),
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to the end of this day, month or year.")]
