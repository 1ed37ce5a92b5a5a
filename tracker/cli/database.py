"""`tracker db`: the database itself."""

from __future__ import annotations

from dataclasses import asdict

import typer

from tracker import settings
from tracker.cli.options import Database, examples, show_help
from tracker.cli.output import print_rows


def register(app: typer.Typer) -> None:
    """Adds the group."""
    group = typer.Typer(help="The database: where it is, its health and upgrades.")
    group.callback(invoke_without_command=True)(show_help)
    group.command(epilog=examples("tracker db info", "tracker db info --db postgresql://localhost/diplomacy"))(info)
    group.command(epilog=examples("tracker db check && echo sound"))(check)
    group.command(epilog=examples("tracker db upgrade", "tracker db upgrade --db old.db"))(upgrade)
    app.add_typer(group, name="db", epilog=examples("tracker db info", "tracker db check"))


def info(db: Database = None) -> None:
    """Where the database is, its version, and how much it holds."""
    from tracker import store

    told = asdict(store.info(settings.load(given={"database": db}).database))
    print_rows([{"what": name, "value": value} for name, value in told.items()], None)


def check(db: Database = None) -> None:
    """Look for damage; exit code 1 when there is any."""
    from tracker import store

    problems = store.check(settings.load(given={"database": db}).database)
    print("\n".join(problems) or "sound")
    if problems:
        raise typer.Exit(1)


def upgrade(db: Database = None) -> None:
    """Bring the database to this program's version, after a backup when it holds data."""
    from tracker import store

    print(store.upgrade(settings.load(given={"database": db}).database))
