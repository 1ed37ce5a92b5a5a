"""`tracker history`, `undo` and `redo`: who set what, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker import settings
from tracker.cli.bulk import print_changes, summary
from tracker.cli.options import Author, Database, EventFormat, Format, Reason, complete_id, examples
from tracker.cli.output import chosen, counted, print_lines, print_rows, width
from tracker.errors import UsageError
from tracker.model import Operation, Origin
from tracker.views import changed, claims, people, stacked
from tracker.views.stacked import Entry

if TYPE_CHECKING:
    from tracker.store import TakenBack

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
    with open_recorder(chosen.database, author=chosen.author, command="undo", existing=True) as recorder:
        for _ in range(last):
            taken = recorder.undo(resolve, change, reason)
            _print_taken("took back change {}", taken)


def redo(*, last: Last = 1, reason: Reason = "", author: Author = None, db: Database = None) -> None:
    """Bring again what you took back last."""
    from tracker import resolve
    from tracker.store import open_recorder

    chosen = settings.load(given={"database": db, "author": author})
    with open_recorder(chosen.database, author=chosen.author, command="redo", existing=True) as recorder:
        for _ in range(last):
            brought = recorder.redo(resolve, reason)
            _print_taken("brought change {} again", brought)


def _print_taken(what: str, taken: TakenBack) -> None:
    """A line of how much it was, then a line for each thing."""
    decisions = len(taken.namings)
    told = [f"{counted(decisions, 'decision')} on names"] if decisions else []
    if taken.changes or not decisions:
        told.insert(0, summary(taken.changes))
    print(f"{what.format(taken.number)}: {', '.join(told)}")
    print_changes(taken.changes)
    for naming in taken.namings:
        print(people.decided(naming))


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
    return changed.told(row["field"], row["old"], row["new"])


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
