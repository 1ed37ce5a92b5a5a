"""`tracker history`, `undo`, `redo` and `blame`: who set what, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker import settings
from tracker.cli.bulk import print_changes, summary
from tracker.cli.options import Author, Database, EventFormat, Format, Id, Reason, complete_id, examples
from tracker.cli.output import chosen, print_lines, print_rows, print_stacked, width
from tracker.errors import UsageError
from tracker.model import Change, Engagement, Event, Operation, Origin
from tracker.views import claims, people, spans, stacked
from tracker.views.stacked import Entry

if TYPE_CHECKING:
    from tracker.resolve import Testimony
    from tracker.store import TakenBack

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

MaybeId = Annotated[
    str | None, typer.Argument(metavar="[ID]", help="An event's id, or its beginning.", autocompletion=complete_id)
]
Last = Annotated[int, typer.Option("--last", min=1, metavar="N", help="So many of your commands.")]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command(
        epilog=examples(
            "tracker history 7c1a", "tracker history --limit 50", "tracker history 7c1a --format jsonl | jq .field"
        )
    )(history)
    app.command(epilog=examples("tracker undo", "tracker undo --last 3", "tracker undo 128"))(undo)
    app.command(epilog=examples("tracker redo", "tracker redo --last 3"))(redo)
    app.command(epilog=examples("tracker blame 7c1a", "tracker blame 7c1a --format json"))(blame)


def history(
    id: MaybeId = None,
    *,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="At most so many commands.")] = 20,
    format: EventFormat = None,
    db: Database = None,
) -> None:
    """What was changed, the latest first: of one event, or of all.

    One command is one change, however many fields and events it set; its number is what `tracker undo` takes.
    """
    from tracker.store import open_reader

    with open_reader(settings.load(given={"database": db}).database) as reader:
        operations = reader.operations(id, limit=limit)
        only = reader.itself(id).event.id if id else None
    if chosen(format) is Format.TABLE:
        print_lines(stacked.lines([_told(operation, only) for operation in operations], width=width()))
    else:
        print_rows([row for operation in operations for row in _rows(operation, only)], format)


def undo(
    change: Annotated[
        int | None, typer.Argument(metavar="[CHANGE]", help="Its number in `tracker history`, whoever made it.")
    ] = None,
    *,
    last: Last = 1,
    reason: Reason = "",
    author: Author = None,
    db: Database = None,
) -> None:
    """Take back your last command, or the change of that number; `redo` brings it again.

    Everything that the command did is taken back with it. What somebody set again since has to be taken back first.
    """
    from tracker import resolve
    from tracker.store import open_recorder

    if change is not None and last > 1:
        raise UsageError("give either the number of a change or --last")
    chosen = settings.load(given={"database": db, "author": author})
    with open_recorder(chosen.database, author=chosen.author, command="undo") as recorder:
        for _ in range(last):
            taken = recorder.undo(resolve, change, reason)
            _print_taken("took back change {}", taken)


def redo(*, last: Last = 1, reason: Reason = "", author: Author = None, db: Database = None) -> None:
    """Bring again what you took back last."""
    from tracker import resolve
    from tracker.store import open_recorder

    chosen = settings.load(given={"database": db, "author": author})
    with open_recorder(chosen.database, author=chosen.author, command="redo") as recorder:
        for _ in range(last):
            brought = recorder.redo(resolve, reason)
            _print_taken("brought change {} again", brought)


def _print_taken(what: str, taken: TakenBack) -> None:
    """A line of how much it was, then a line for each thing."""
    decisions = len(taken.namings)
    told = [f"{decisions} decision{'' if decisions == 1 else 's'} on names"] if decisions else []
    if taken.changes or not decisions:
        told.insert(0, summary(taken.changes))
    print(f"{what.format(taken.number)}: {', '.join(told)}")
    print_changes(taken.changes)
    for naming in taken.namings:
        print(people.decided(naming))


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
    change = next((standing[name] for name in _STANDS_ON[one.field] if name in standing), None)
    by_person = change is not None and change.origin is not Origin.MACHINE
    read_from = () if by_person else one.supporting
    return {
        "field": one.field,
        "value": _value(one, event),
        **_who(change),
        "mentions": [claim.number for claim in read_from],
        "otherwise": [f"{_rival(one, claim.mention)} (mention {claim.number})" for claim in one.rival],
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


def _told(operation: Operation, only: str | None) -> Entry:
    """What a command did, as it is read at a terminal."""
    undone = " · undone" if operation.undone else ""
    takes_back = f" · takes back {operation.undoes}" if operation.undoes else ""
    return Entry(
        f"{operation.number}",
        f"{operation.at:%Y-%m-%d %H:%M} · {operation.author} · {operation.command}{takes_back}{undone}",
        [("because", operation.reason), *_details(operation, only)],
    )


def _details(operation: Operation, only: str | None) -> Iterator[tuple[str, str]]:
    """What was done, by event: one put on record in a line; of a source that set nothing, what it tells."""
    rows = list(_rows(operation, only))
    made = {row["id"]: row for row in rows if row["field"] == "type" and row["old"] is None}
    for row in rows:
        if row["id"] not in made:
            yield row["id"], _set(row)
        elif row is made[row["id"]]:
            told = {one["field"]: one["new"] for one in rows if one["id"] == row["id"]}
            day = told.get("start") or told.get("end") or "undated"
            yield row["id"], f"put on record: {told['type']} {day} {told.get('title', '')}"
    for judgement in () if rows else operation.judgements:
        yield judgement.event_id, claims.decided(judgement)


def _set(row: Mapping[str, Any]) -> str:
    """One thing that was set or decided."""
    if row["field"] in ("judgement", "party"):
        return f"{row['new']}"
    return f"{row['field']}: {row['old'] or '—'} → {row['new'] or '—'}"


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


def _value(one: Testimony, told: Engagement) -> str:
    """The field's value in an event, or in what a source tells of it."""
    match one.field:
        case "type":
            return claims.kind(told)
        case "status":
            return told.status.value
        case "dates":
            return spans.shown(told.when)
        case "place":
            return claims.place(told.place)
        case "title":
            return told.title
        case _:
            return claims.party(one.party) if one.party else ""


def _rival(one: Testimony, told: Engagement) -> str:
    """What a source says instead; of a party, all that it says."""
    return claims.told(told) if one.party else _value(one, told)


def _rows(operation: Operation, only: str | None) -> Iterator[dict[str, Any]]:
    """A line for each field that an operation set and each thing that it decided, of one event if one is meant."""
    for change in operation.changes:
        if only in (None, change.event_id):
            yield _row(operation, change.event_id, change.field, change.old, change.new)
    for judgement in operation.judgements:
        concerned = only in (None, judgement.event_id, judgement.other_id)
        if concerned and (operation.origin is not Origin.MACHINE or judgement.mention is None):
            yield _row(operation, judgement.event_id, "judgement", None, claims.decided(judgement))
    if only is None:
        yield from (_row(operation, "", "party", None, people.decided(naming)) for naming in operation.namings)


def _row(operation: Operation, id: str, field: str, old: str | None, new: str | None) -> dict[str, Any]:
    return {
        "change": operation.number,
        "when": f"{operation.at:%Y-%m-%d %H:%M}",
        "author": operation.author,
        "command": operation.command,
        "id": id,
        "field": field,
        "old": old,
        "new": new,
        "reason": operation.reason,
        "undone": "undone" if operation.undone else "",
    }
