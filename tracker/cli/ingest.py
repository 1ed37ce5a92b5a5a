"""`tracker ingest`: articles into the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from tracker import settings
from tracker.cli import when
from tracker.cli.extractors import Choice, Which, opened
from tracker.cli.options import Database, Published, examples
from tracker.cli.output import say_unreadable
from tracker.model import Document, Unreadable

if TYPE_CHECKING:
    from tracker.pipeline import ArticleOutcome

Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, patterns, or - for standard input.")]
Source = Annotated[str, typer.Option("--source", metavar="NAME", help="Who published it.")]
Url = Annotated[str, typer.Option("--url", metavar="URL", help="Where it was published.")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(
        epilog=examples(
            "tracker ingest articles/",
            "tracker ingest 'wire/2021-*.txt' collection.jsonl",
            "tracker ingest note.txt --published 2021-11-25 --source 'Foreign Ministry'",
            "pdftotext readout.pdf - | tracker ingest - --published 2024-06",
        )
    )(ingest)


def ingest(
    paths: Paths,
    *,
    published: Published = None,
    source: Source = "",
    url: Url = "",
    extractor: Choice = Which.RULES,
    db: Database = None,
) -> None:
    """Read articles and put what they tell on record.

    Articles are text, Markdown with front matter (.md), or JSON Lines (.jsonl) with `id, title, published, source, url,
    text`. What is read twice changes nothing; what several articles tell becomes one event with several sources.
    """
    from tracker.documents import Given, read

    given = Given(published=when.read(published, option="--published") if published else None, source=source, url=url)
    chosen = settings.load(given={"database": db})
    counts = put_on_record(read(paths, given=given), chosen, command="ingest", which=extractor)
    print(summary(counts))
    if counts["failed"]:
        raise typer.Exit(1)


def put_on_record(
    documents: Iterable[Document | Unreadable],
    chosen: settings.Settings,
    *,
    command: str,
    which: Which = Which.RULES,
) -> Counter[str]:
    """Walks documents through the writing wing under a progress bar; counts what became of them."""
    from tracker import pipeline
    from tracker.store import open_recorder

    counts: Counter[str] = Counter()
    with (
        opened(which, chosen) as (extractor, version),
        open_recorder(chosen.database, author=chosen.author, command=command) as recorder,
    ):
        for outcome in _watched(pipeline.ingest(documents, extractor, recorder, version=version)):
            counts.update(_tally(outcome))
    return counts


def summary(counts: Counter[str]) -> str:
    """What became of the articles, in a line."""
    told = f"{_counted(counts['articles'], 'article')} read: {_counted(counts['new'], 'new event')}, "
    told += f"{counts['merged']} merged, {counts['unchanged']} unchanged, {counts['failed']} failed"
    return told + (f"; {counts['unsure']} may be on record already" if counts["unsure"] else "")


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _tally(outcome: ArticleOutcome | Unreadable) -> dict[str, int]:
    if isinstance(outcome, Unreadable):
        say_unreadable(outcome)
        return {"failed": 1}
    return {
        "articles": 1,
        "new": outcome.new,
        "merged": outcome.merged,
        "unchanged": outcome.unchanged,
        "unsure": outcome.unsure,
    }


def _watched(outcomes: Iterable[ArticleOutcome | Unreadable]) -> Iterator[ArticleOutcome | Unreadable]:
    """The same, counted on a bar that only a terminal sees."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading"), BarColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield from progress.track(outcomes)
