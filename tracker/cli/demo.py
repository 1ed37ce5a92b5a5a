"""`tracker demo`: the whole way on a handful of articles that come with the program."""

from __future__ import annotations

from pathlib import Path

import typer

import tracker
from tracker import settings
from tracker.cli.extractors import Which, opened
from tracker.cli.importing import import_file
from tracker.cli.ingest import put_on_record, summary
from tracker.cli.options import EventFormat, examples
from tracker.cli.output import print_events, say
from tracker.model import Filter

COUNTRY = "JPN"


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(epilog=examples("tracker demo", "tracker demo --format json"))(demo)


def demo(format: EventFormat = None) -> None:
    """Show the timeline of Japan, read from articles.

    They come with the program and go into a database of their own; yours is left alone, and no network is needed.
    """
    from tracker.documents import read
    from tracker.store import open_reader

    path = settings.demo_database()
    _clear(path)
    chosen = settings.load(given={"database": str(path), "author": "demo"})
    import_file(seeds() / "events.csv", chosen)
    with opened(Which.RULES, chosen) as (readers, version):
        walk = put_on_record(read([str(seeds())]), readers, chosen, command="demo", version=version)
    say(summary(walk.counts))
    asked = Filter(countries=(COUNTRY,))
    with open_reader(chosen.database) as reader:
        print_events(reader.events(asked), asked, format)
    say(f"look further with: tracker countries --db {path}")
    if walk.counts["failed"]:
        raise typer.Exit(1)


def seeds() -> Path:
    """The demonstration articles: beside the package in a checkout, inside it when installed."""
    package = Path(tracker.__file__).parent
    installed = package / "_seeds"
    return installed if installed.is_dir() else package.parent / "seeds"


def _clear(path: Path) -> None:
    """Makes room for a new database where an earlier demonstration's was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for leftover in path.parent.glob(f"{path.name}*"):
        leftover.unlink()
