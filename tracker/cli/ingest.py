"""`tracker ingest`: articles into the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from tracker import settings
from tracker.cli import when
from tracker.cli.extractors import Choice, Jobs, Which, opened
from tracker.cli.options import Database, Published, examples
from tracker.cli.output import counted, say, say_unreadable
from tracker.cli.reread import Yes, take_over
from tracker.errors import UsageError
from tracker.model import Document, Unreadable

if TYPE_CHECKING:
    from tracker.pipeline import ArticleOutcome, Readers, Reading

Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, patterns, or - for standard input.")]
Source = Annotated[str, typer.Option("--source", metavar="NAME", help="Who published it.")]
Url = Annotated[str, typer.Option("--url", metavar="URL", help="Where it was published.")]
Cluster = Annotated[
    str | None,
    typer.Option("--cluster", metavar="tcp://HOST:PORT", help="Read on the workers of this dask scheduler."),
]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(
        epilog=examples(
            "tracker ingest articles/",
            "tracker ingest 'wire/2021-*.txt' collection.jsonl",
            "tracker ingest corrected/ --yes               take corrections over without asking",
            "tracker ingest note.txt --published 2021-11-25 --source 'Foreign Ministry'",
            "tracker ingest archive.jsonl --jobs 4",
            "tracker ingest archive.jsonl --cluster tcp://scheduler:8786",
            "pdftotext readout.pdf - | tracker ingest - --published 2024-06",
        )
    )(ingest)


def ingest(
    paths: Paths,
    *,
    published: Published = None,
    source: Source = "",
    url: Url = "",
    yes: Yes = False,
    extractor: Choice = Which.RULES,
    jobs: Jobs = None,
    cluster: Cluster = None,
    db: Database = None,
) -> None:
    """Read articles and put what they tell on record.

    Articles are text, Markdown with front matter (.md), or JSON Lines (.jsonl) with `id, title, published, source, url,
    text`. What is read twice changes nothing; what several articles tell becomes one event with several sources.
    Of an article that was corrected since, by its address or its name and publisher, the difference is shown first.
    """
    from tracker.documents import Given, read

    given = Given(published=when.read(published, option="--published") if published else None, source=source, url=url)
    chosen = settings.load(given={"database": db})
    if jobs and cluster:
        raise UsageError("--jobs are processes of this machine, --cluster are others'; give one of them")
    with opened(extractor, chosen, jobs=jobs, cluster=cluster) as (readers, version):
        walk = put_on_record(read(paths, given=given), readers, chosen, command="ingest", version=version)
    print(summary(walk.counts))
    for document, _ in walk.corrected:
        say(f"{document.name}: another version of an article on record")
    agreed_to = not walk.corrected or take_over(walk.corrected, chosen, version=version, yes=yes)
    if walk.counts["failed"] or not agreed_to:
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class Walk:
    """What became of articles, counted, and those of which another version is on record."""

    counts: Counter[str]
    corrected: list[Reading]


def put_on_record(
    documents: Iterable[Document | Unreadable],
    readers: Readers,
    chosen: settings.Settings,
    *,
    command: str,
    version: str,
) -> Walk:
    """Walks documents through the writing wing under a progress bar.

    Another version of an article on record is not taken over yet.
    """
    from tracker import pipeline
    from tracker.store import open_recorder

    walk = Walk(Counter(), [])
    with open_recorder(chosen.database, author=chosen.author, command=command) as recorder:
        outcomes = pipeline.ingest(documents, readers, recorder, version=version, corrected=walk.corrected)
        for outcome in _watched(outcomes):
            walk.counts.update(_tally(outcome))
    return walk


def summary(counts: Counter[str]) -> str:
    """What became of the articles, in a line."""
    told = f"{counted(counts['articles'], 'article')} read: {counted(counts['new'], 'new event')}, "
    told += f"{counts['merged']} merged, {counts['unchanged']} unchanged, {counts['failed']} failed"
    told += f", {counts['corrected']} corrected" if counts["corrected"] else ""
    return told + (f"; {counts['unsure']} may be on record already" if counts["unsure"] else "")


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
        "corrected": outcome.corrected,
    }


def _watched(outcomes: Iterable[ArticleOutcome | Unreadable]) -> Iterator[ArticleOutcome | Unreadable]:
    """The same, counted on a bar that only a terminal sees."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading"), BarColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield from progress.track(outcomes)
