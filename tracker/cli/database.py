"""`tracker db`: the database itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from tracker import settings
from tracker.cli.options import Database, examples, show_help
from tracker.cli.output import print_rows, say
from tracker.cli.questions import at_terminal
from tracker.errors import UsageError
from tracker.store.access import Access

if TYPE_CHECKING:
    from tracker.store.checks import Watch
    from tracker.store.repairing import Repair


def register(app: typer.Typer) -> None:
    """Adds the group."""
    group = typer.Typer(help="The database: where it is, its health and upgrades.")
    group.callback(invoke_without_command=True)(show_help)
    group.command(epilog=examples("tracker db info", "tracker db info --db postgresql://localhost/diplomacy"))(info)
    group.command(epilog=examples("tracker db check && echo sound", "tracker db check --repair"))(check)
    group.command(epilog=examples("tracker db upgrade", "tracker db upgrade --db old.db"))(upgrade)
    group.command(
        epilog=examples(
            "tracker db grant ada --as editor",
            "tracker db grant guests --as reader --create < password.txt",
            "tracker db grant ada --revoke",
        )
    )(grant)
    app.add_typer(group, name="db", epilog=examples("tracker db info", "tracker db check"))


def info(db: Database = None) -> None:
    """Where the database is, its version, and how much it holds."""
    from tracker import store

    told = asdict(store.info(settings.load(given={"database": db}).database))
    print_rows([{"what": name, "value": value} for name, value in told.items()], None)


def check(
    *,
    repair: Annotated[bool, typer.Option("--repair", help="Set right what needs no decision, after a backup.")] = False,
    db: Database = None,
) -> None:
    """Look for damage, and for facts that contradict each other; exit code 1 when there are any.

    With --repair the indexes, the full-text search, folded names and the days that events are sorted by are set to
    what the rest of the record says. What was read, added and decided is never touched: of that, a person decides.
    """
    from tracker import store

    database = settings.load(given={"database": db}).database
    with _watched() as watch:
        if repair:
            repaired = store.repair(database, watch=watch)
            left = list(repaired.left)
        else:
            left = store.check(database, watch=watch)
    if repair:
        _tell(repaired)
    print("\n".join(left) or "sound")
    if left:
        raise typer.Exit(1)


def grant(
    role: Annotated[str, typer.Argument(metavar="ROLE", help="A role of the PostgreSQL server.")],
    *,
    access: Annotated[Access | None, typer.Option("--as", help="What the role may do.")] = None,
    revoke: Annotated[bool, typer.Option("--revoke", help="Take everything away instead.")] = False,
    create: Annotated[
        bool, typer.Option("--create", help="Make the role if need be; asks for its password, or reads it when piped.")
    ] = False,
    db: Database = None,
) -> None:
    """Let a role of a server read or edit the record; to be run by the database's owner.

    Readers look and export. Editors read articles in, edit, review, merge and undo, but change no tables, and cannot
    alter what the history says. The role has then what is said here and nothing else of this database.
    """
    from tracker import store

    if (access is None) != revoke:
        raise UsageError("say what the role may do with --as reader or --as editor, or --revoke")
    database = settings.load(given={"database": db}).database
    made = store.grant(database, role, access, password=_password(role) if create else "")
    print(f"{role} {'was made and ' if made else ''}{f'is {access} now' if access else 'may do nothing here now'}")


def _password(role: str) -> str:
    """A new role's, typed unseen and twice at a terminal, else the first line of standard input."""
    if at_terminal():
        return str(typer.prompt(f"password for {role}", hide_input=True, confirmation_prompt=True, err=True))
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise UsageError("no password on standard input; --create reads it from there, never from the command line")
    return password


def _tell(repaired: Repair) -> None:
    """What was done; what is left is the result."""
    for one in repaired.done or ("nothing to set right",):
        say(one)
    if repaired.kept:
        say(f"what was there before is in {repaired.kept}")
    if repaired.left:
        say("what is left needs a person: `tracker history ID` shows who set what, `tracker undo` takes it back")


@contextmanager
def _watched() -> Iterator[Watch]:
    """A bar that only a terminal sees."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("looking at events", total=None)
        yield lambda done, of: progress.update(task, completed=done, total=of)


def upgrade(db: Database = None) -> None:
    """Bring the database to this program's version, after a backup when it holds data."""
    from tracker import store

    print(store.upgrade(settings.load(given={"database": db}).database))
