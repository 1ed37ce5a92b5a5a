"""`tracker counts`: how much a country did, month by month."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from tracker import reference, settings
from tracker.cli.options import Database, EventFormat, complete_country, examples
from tracker.cli.output import print_rows


class By(StrEnum):
    """What events are counted by."""

    MONTH = "month"
    YEAR = "year"


Country = Annotated[
    str,
    typer.Option(
        "--country",
        "-c",
        metavar="NAME",
        help="The country that took part, by any of its names or codes.",
        autocompletion=complete_country,
    ),
]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(
        epilog=examples(
            "tracker counts --country Japan",
            "tracker counts --country Japan --by year",
            "tracker counts -c Japan --format csv > japan.csv",
        )
    )(counts)


def counts(
    country: Country,
    by: Annotated[By, typer.Option("--by", help="What to count by.")] = By.MONTH,
    format: EventFormat = None,
    db: Database = None,
) -> None:
    """How many events a country took part in, month by month or year by year.

    Planned, cancelled and rejected engagements are not counted, and months without any are left out. A last line, "no
    month", counts those that are dated less exactly.
    """
    from tracker.store import open_reader

    code = reference.require_country(country).code
    with open_reader(settings.load(given={"database": db}).database) as reader:
        found = reader.counts(code, by=by.value)
    print_rows([{by.value: period or f"no {by.value}", "events": events} for period, events in found.items()], format)
