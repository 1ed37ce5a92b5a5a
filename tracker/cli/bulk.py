"""Several events changed at once: those of some ids without a question, those of a filter after it was answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from tracker import settings
from tracker.cli import filters
from tracker.cli.options import complete_id
from tracker.cli.output import counted, print_lines, say, width
from tracker.cli.questions import confirmed
from tracker.errors import UsageError
from tracker.model import Change
from tracker.views import changed
from tracker.views.text import clean, wrapped

if TYPE_CHECKING:
    from tracker.store.record import Revision

_SHOWN = 20
"""How many changes are shown before they are made."""

MaybeIds = Annotated[
    list[str], typer.Argument(metavar="[ID]...", help="Events' ids, or their beginnings.", autocompletion=complete_id)
]
Where = Annotated[
    list[str],
    typer.Option("--where", metavar="WHAT=VALUE", help="Instead of ids: events as `tracker timeline --WHAT VALUE`."),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Change what --where finds without asking.")]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which events are meant: those of `ids`, or all that `where` finds; `yes` needs no further answer."""

    ids: Sequence[str]
    where: Sequence[str] = ()
    yes: bool = False

    def __post_init__(self) -> None:
        """Raises UsageError unless exactly one of the two is given."""
        if bool(self.ids) == bool(self.where):
            raise UsageError("give either ids or --where, such as --where country=Japan --where since=2021-08")


@dataclass(frozen=True, slots=True)
class Signed:
    """Where, by whom and why something is done, as given on the command line."""

    command: str
    reason: str = ""
    author: str | None = None
    db: str | None = None


def revise(selection: Selection, revision: Revision, signed: Signed) -> None:
    """Changes the events and prints what was changed; of those that a filter finds, all or none."""
    from tracker.store import open_recorder

    chosen = settings.load(given={"database": signed.db, "author": signed.author})
    ids = selection.ids or _found(selection.where, chosen.database)
    with open_recorder(chosen.database, author=chosen.author, command=signed.command, existing=True) as recorder:
        if selection.where and not selection.yes:
            foreseen = recorder.revise(ids, revision, dry_run=True)
            if foreseen and not agreed(foreseen):
                raise typer.Exit(1)
        made = recorder.revise(ids, revision, signed.reason)
    print_changes(made)
    if not made:
        say(f"{counted(len(ids), 'event')}: nothing to change; nothing changed")


def print_changes(changes: Sequence[Change]) -> None:
    """What was changed, a line for each field."""
    for change in changes:
        print_lines(wrapped(Text(clean(_told(change))), width(), f"{change.event_id}  "))


def summary(changes: Sequence[Change]) -> str:
    """How many changes, of how many events."""
    return f"{counted(len(changes), 'change')} of {counted(len({change.event_id for change in changes}), 'event')}"


def _found(clauses: Sequence[str], database: str) -> list[str]:
    from tracker.store import open_reader

    with open_reader(database) as reader:
        return [event.id for event in reader.events(filters.where(clauses))]


def agreed(foreseen: Sequence[Change]) -> bool:
    """Whether the person at the terminal wants the changes made."""
    for change in foreseen[:_SHOWN]:
        say(f"{change.event_id} {_told(change)}")
    if len(foreseen) > _SHOWN:
        say(f"… and {len(foreseen) - _SHOWN} more")
    return confirmed(f"make {summary(foreseen)}?", otherwise=False)


def _told(change: Change) -> str:
    return changed.told(change.field, change.old, change.new)
