"""Options that several commands share, what a shell completes after them, and how their examples are printed."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from tracker import reference, settings
from tracker.errors import TrackerError


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
            yield country.name, country.code
        elif incomplete and country.code.startswith(incomplete.upper()):
            yield country.code, country.name


def complete_type(incomplete: str) -> Iterator[tuple[str, str]]:
    """Event types that begin as typed, with what they are."""
    for kind in reference.EVENT_TYPES.values():
        if kind.name.startswith(incomplete.lower()):
            yield kind.name, kind.summary


def complete_id(incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids on record that begin as typed, with their titles."""
    from tracker.model import Filter
    from tracker.store import open_reader

    try:
        with open_reader(settings.load(given={}).database) as reader:
            found = [event for event in reader.events(Filter()) if event.id.startswith(incomplete)]
    except TrackerError:
        return  # a shell that completes has nowhere to show an error
    yield from ((event.id, event.title) for event in found)


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
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="The day, month or year of publication."),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="From this day, month or year on; 'last month' works too."),
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to the end of this day, month or year.")]
