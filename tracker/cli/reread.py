"""`tracker reread`: the articles on record read by the present extractor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tracker import settings
from tracker.cli.bulk import agreed, print_changes, summary
from tracker.cli.extractors import Choice, Jobs, Which, opened
from tracker.cli.options import Database, examples
from tracker.cli.output import counted, say, say_unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.pipeline import Reading
    from tracker.store import Rereading

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Write the difference without asking.")]
All = Annotated[bool, typer.Option("--all", help="Also what this version of the extractor has read.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the difference, and change nothing.")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(epilog=examples("tracker reread --dry-run", "tracker reread --yes", "tracker reread --all"))(reread)


def reread(
    *,
    all: All = False,
    dry_run: DryRun = False,
    yes: Yes = False,
    extractor: Choice = Which.RULES,
    jobs: Jobs = None,
    db: Database = None,
) -> None:
    """Read the articles on record anew, after the extractor has become better.

    The difference is shown first. What a person set, decided, rejected or deleted stays; `tracker undo CHANGE` takes
    the whole of it back.
    """
    from tracker import pipeline
    from tracker.store import open_reader

    chosen = settings.load(given={"database": db})
    with opened(extractor, chosen, jobs=jobs) as (readers, version):
        with open_reader(chosen.database) as reader:
            documents = list(reader.documents(but_read_by="" if all else version))
        readings, failed = pipeline.reread(documents, readers)
    for one in failed:
        say_unreadable(one)
    agreed_to = take_over(readings, chosen, version=version, yes=yes, dry_run=dry_run)
    if failed or not agreed_to:
        raise typer.Exit(1)


def take_over(
    readings: Sequence[Reading], chosen: settings.Settings, *, version: str, yes: bool, dry_run: bool = False
) -> bool:
    """Sets articles on record to what is read in them now, once the difference was agreed to; whether it was."""
    from tracker import resolve
    from tracker.store import open_recorder

    with open_recorder(chosen.database, author=chosen.author, command="reread", existing=True) as recorder:
        outcome = recorder.reread(readings, resolve, extractor=version, dry_run=True)
        if not (dry_run or yes or not outcome.changes or agreed(outcome.changes)):
            return False
        if not dry_run:
            outcome = recorder.reread(readings, resolve, extractor=version)
    print_changes(outcome.changes)
    say(f"{counted(len(readings), 'article')} read anew: {_told(outcome)}{'; nothing was written' if dry_run else ''}")
    return True


def _told(outcome: Rereading) -> str:
    """What became of the mentions, in a line."""
    kinds = ("kept", "altered", "found", "gone", "vouched")
    mentions = ", ".join(f"{getattr(outcome, kind)} {kind}" for kind in kinds)
    return f"{mentions}; {summary(outcome.changes)}"
