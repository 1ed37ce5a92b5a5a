"""`tracker countries` and `tracker types`: what the record holds of each."""

from __future__ import annotations

import typer

from tracker import reference, settings
from tracker.cli.options import Database, EventFormat, Format, examples
from tracker.cli.output import chosen, print_lines, print_rows, say, width
from tracker.errors import StoreError
from tracker.views import glossary

PARTNERS = 3
"""Partners that a table at a terminal names."""


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command(
        epilog=examples(
            "tracker countries",
            "tracker countries --format csv > countries.csv",
            "tracker countries | sort -t $'\\t' -k 3 -n",
        )
    )(countries)
    app.command(epilog=examples("tracker types", "tracker types --format json"))(types)


def countries(format: EventFormat = None, db: Database = None) -> None:
    """Each country on record, and whom it engaged most.

    Planned and cancelled engagements are not counted.
    """
    from tracker.store import open_reader

    with open_reader(settings.load(given={"database": db}).database) as reader:
        summaries = reader.country_summaries()
    most = PARTNERS if chosen(format) is Format.TABLE else None
    print_rows(
        [
            {
                "code": one.country,
                "country": _name(one.country),
                "events": one.events,
                "first": one.first.isoformat() if one.first else None,
                "last": one.last.isoformat() if one.last else None,
                "partners": dict(one.partners[:most]),
            }
            for one in summaries
        ],
        format,
    )


def types(format: EventFormat = None, db: Database = None) -> None:
    """The event types, and how many events are on record."""
    from tracker.store import open_reader

    counts: dict[str, int] = {}
    try:
        with open_reader(settings.load(given={"database": db}).database) as reader:
            counts = reader.type_counts()
    except StoreError as error:
        say(f"without counts: {error}")
    kinds = reference.EVENT_TYPES.values()
    if chosen(format) is Format.TABLE:
        print_lines(glossary.lines(kinds, counts, width=width()))
    else:
        print_rows([glossary.record(kind, counts.get(kind.name, 0)) for kind in kinds], format)


def _name(code: str) -> str:
    country = reference.country(code)
    return country.name if country else code
