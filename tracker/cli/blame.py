"""`tracker blame`: who or what each field of an event comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import typer

from tracker import settings
from tracker.cli.options import Database, EventFormat, Format, Id, examples
from tracker.cli.output import chosen, print_lines, print_stacked, width
from tracker.model import Change, Event, Origin
from tracker.views import claims, stacked
from tracker.views.stacked import Entry

if TYPE_CHECKING:
    from tracker.resolve import Testimony

_STANDS_ON = {
    "type": ("type",),
    "status": ("status",),
    "dates": ("start", "end", "precision"),
    "place": ("place_name", "place_country"),
    "title": ("title",),
    "country": ("countries",),
    "organisation": ("organisations",),
    "person": ("people",),
}
"""The stored fields that tell who set what is shown as one."""

_GIVEN = ("note", "tags", "sources", "review")


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(epilog=examples("tracker blame 7c1a", "tracker blame 7c1a --format json"))(blame)


def blame(id: Id, *, format: EventFormat = None, db: Database = None) -> None:
    """Who or what each field of an event comes from, and which sources say otherwise."""
    from tracker import resolve
    from tracker.store import open_reader

    with open_reader(settings.load(given={"database": db}).database) as reader:
        event = reader.event(id)
        standing, told = reader.standing(event.id), reader.claims_of(event.id)
    found = [_blamed(one, event, standing) for one in resolve.testimony(event, told)]
    given = [_by_person(field, standing[field]) for field in _GIVEN if field in standing and standing[field].new]
    print_stacked([row for row in (*found, *given) if row["value"]], _entry, format)
    if chosen(format) is Format.TABLE:
        print()
        quotations = [Entry(f"{claim.number}", claims.quoted(claim)) for claim in told]
        print_lines(stacked.lines(quotations, width=width()))


def _blamed(one: Testimony, event: Event, standing: Mapping[str, Change]) -> dict[str, Any]:
    """A field that articles tell: as a person set it, or with the quotations that it was read from."""
    from tracker.cli import rivals

    change = next((standing[name] for name in _STANDS_ON[one.field] if name in standing), None)
    by_person = change is not None and change.origin is not Origin.MACHINE
    read_from = () if by_person else one.supporting
    return {
        "field": one.field,
        "value": rivals.value(one, event),
        **_who(change),
        "mentions": [claim.number for claim in read_from],
        "otherwise": [f"{rivals.otherwise(one, claim.mention)} (mention {claim.number})" for claim in one.rival],
        "sources": [claims.quoted(claim) for claim in read_from],
    }


def _entry(row: Mapping[str, Any]) -> Entry:
    """A field as it is read at a terminal: its value, then who or which mentions tell it, and who says otherwise."""
    who = ", ".join(filter(None, (row["by"], row["command"], row["when"])))
    mentions = ", ".join(map(str, row["mentions"]))
    return Entry(
        row["field"],
        row["value"],
        [
            ("by", f"{who} (change {row['change']})" if who else ""),
            ("because", row["reason"]),
            ("mentions", mentions),
            *(("otherwise", rival) for rival in row["otherwise"]),
        ],
    )


def _by_person(field: str, change: Change) -> dict[str, Any]:
    """A field that only a person sets."""
    return {"field": field, "value": change.new, **_who(change), "mentions": [], "otherwise": [], "sources": []}


def _who(change: Change | None) -> dict[str, Any]:
    if change is None:
        return {"by": "", "command": "", "when": "", "change": None, "reason": ""}
    return {
        "by": change.author,
        "command": change.command,
        "when": f"{change.at:%Y-%m-%d %H:%M}",
        "change": change.operation,
        "reason": change.reason,
    }
