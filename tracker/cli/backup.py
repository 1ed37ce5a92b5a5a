"""`tracker backup` and `restore-backup`: copies of the record, and the way back to one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker import settings
from tracker.cli.options import Database, Format, examples
from tracker.cli.output import print_rows, say
from tracker.errors import UsageError

Rows = Annotated[
    Format | None, typer.Option("--format", "-f", help="Of the list. [default: table at a terminal, plain when piped]")
]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command(
        epilog=examples(
            "tracker backup", "tracker backup /mnt/stick/", "tracker backup before-the-move.db", "tracker backup --list"
        )
    )(backup)
    app.command(
        name="restore-backup",
        epilog=examples("tracker restore-backup", "tracker restore-backup /mnt/stick/before-the-move.db"),
    )(restore_backup)


def backup(
    path: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="A file that is not there yet, or a folder.")
    ] = None,
    *,
    list_: Annotated[bool, typer.Option("--list", "-l", help="The backups there are, the latest first.")] = False,
    format: Rows = None,
    db: Database = None,
) -> None:
    """Copy the record while it is in use, and print where the copy is.

    The program itself makes one before an upgrade, a restore, and any command that changes 100 events or more, and
    keeps the last 10 of those; the settings `bulk` and `backups` say otherwise. Yours are never dropped. A server's
    database is copied by pg_dump.
    """
    from tracker import store

    database = settings.load(given={"database": db}).database
    if not list_:
        print(store.back_up(database, path))
    elif path:
        raise UsageError("give either a path or --list")
    else:
        _print(database, format)


def restore_backup(
    path: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="A backup, by path or name; all are listed without one.")
    ] = None,
    *,
    format: Rows = None,
    db: Database = None,
) -> None:
    """Put a backup in the place of the record.

    The backup is looked through first, and what was on record until then becomes a backup too. Nobody else may use the
    record meanwhile.
    """
    from tracker import store

    database = settings.load(given={"database": db}).database
    if path is None:
        _print(database, format)
        return
    restored = store.restore_backup(database, path)
    print(f"{restored.path} is the record now")
    if restored.kept:
        say(f"what was there before is in {restored.kept}")


def _print(database: str, format: Format | None) -> None:
    from tracker import store

    found = store.list_backups(database)
    rows = [
        {
            "made": f"{one.made.astimezone():%Y-%m-%d %H:%M}",
            "why": one.why,
            "size": _size(one.size),
            "name": one.path.name,
        }
        for one in found
    ]
    print_rows(rows, format)
    say(f"in {found[0].path.parent}" if found else "no backups yet; `tracker backup` makes one")


def _size(count: int) -> str:
    """So many bytes, as a person reads them."""
    powers = min(len(str(count)) - 1, 12) // 3
    return f"{count / 1000**powers:.0f} {('B', 'kB', 'MB', 'GB', 'TB')[powers]}"
