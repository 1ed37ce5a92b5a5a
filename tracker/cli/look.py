"""`tracker timeline` and `tracker show`: the record as it stands; nothing heavier than the database is loaded."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tracker import settings
from tracker.cli import filters
from tracker.cli.filters import (
    As,
    Countries,
    CountryAs,
    Limit,
    Organisations,
    Partners,
    People,
    Places,
    Reverse,
    Reviews,
    Statuses,
    Tags,
    Types,
    Words,
)
from tracker.cli.options import Database, EventFormat, Format, Id, MinConfidence, Since, Until, examples
from tracker.cli.output import print_events, print_lines, width
from tracker.model import Event, Filter

if TYPE_CHECKING:
    from tracker.store import Reader


class CardFormat(StrEnum):
    """How one event is printed."""

    TABLE = "table"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command(
        epilog=examples(
            "tracker timeline --country Japan",
            "tracker timeline --country Japan --with Afghanistan --since 2021-08",
            "tracker timeline --country Qatar --as place --type meeting --type visit",
            "tracker timeline --person Muttaqi --since 'last month' --reverse --limit 20",
            "tracker timeline --status planned --format csv > planned.csv",
            "tracker timeline -c Japan | cut -f 1,5",
        )
    )(timeline)
    app.command(epilog=examples("tracker show 7c1a", "tracker show 7c1a --format json | jq .sources"))(show)


def timeline(
    *,
    country: Countries = [],
    partner: Partners = [],
    country_as: As = CountryAs.ANY,
    kind: Types = [],
    person: People = [],
    organisation: Organisations = [],
    place: Places = [],
    status: Statuses = [],
    tag: Tags = [],
    review: Reviews = [],
    since: Since = None,
    until: Until = None,
    text: Words = "",
    min_confidence: MinConfidence = 0.0,
    limit: Limit = None,
    reverse: Reverse = False,
    format: EventFormat = None,
    db: Database = None,
) -> None:
    """Events in order of time.

    A date's shape tells how exact it is: 2021-11-23 a day, 2021-11 a month, 2021-11-22~28 within these days,
    ≤2021-11-25 some time before. Confidence comes in three steps, ●●● to ●○○; ✓ is what a person entered or
    confirmed. Piped columns: date, status, type, parties, title, precision, confidence, sources, id.
    """
    from tracker.store import open_reader

    asked = filters.asked(
        country=country,
        partner=partner,
        country_as=country_as.value,
        kind=kind,
        person=person,
        organisation=organisation,
        place=place,
        status=status,
        tag=tag,
        review=review,
        since=since,
        until=until,
        text=text,
        min_confidence=min_confidence,
        limit=limit,
        reverse=reverse,
    )
    with open_reader(settings.load(given={"database": db}).database) as reader:
        print_events(reader.events(asked), asked, format)


def show(
    id: Id,
    format: Annotated[CardFormat, typer.Option("--format", "-f", help="How to print it.")] = CardFormat.TABLE,
    db: Database = None,
) -> None:
    """Everything known of one event.

    Its fields, the quotations with the words that count, and every change.
    """
    from tracker.store import open_reader
    from tracker.views import card

    with open_reader(settings.load(given={"database": db}).database) as reader:
        event = reader.event(id)
        if format is CardFormat.JSON:
            print_events([event], Filter(), Format.JSON)
        else:
            print_lines(card.lines(event, reader.changes(event.id), rivals=_rivals(event, reader), width=width()))


def _rivals(event: Event, reader: Reader) -> list[str]:
    """What sources say otherwise, where they differ."""
    if not event.conflicts:
        return []
    from tracker.cli.rivals import rivals

    return rivals(event, reader.claims_of(event.id))
