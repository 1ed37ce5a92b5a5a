"""The same tasks by the commands themselves, with the extractor that comes with them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from tests.soak.tasks import Steps, Task, nothing, some_articles, told
from tracker import pipeline, store
from tracker.cli import run
from tracker.documents import Given, read


def commands(folder: Path, *, reading: bool) -> list[Task]:
    """A correction, a table and a merge one after another; before them, if asked for, reading a folder of articles."""
    articles = folder / "articles"
    articles.mkdir(parents=True)
    for document, _ in told(seed=2):
        (articles / f"{document.name}.txt").write_text(document.text, encoding="utf-8")
    table = folder / "table.csv"
    table.write_text("type,start,countries\ncall,2024-05-01,Japan; Qatar\nvisit,2024-05-02,Japan; Norway\n")
    desk = Task("`edit`, `import`, `merge`", some_articles, _desk(table))
    ingest = Task("`tracker ingest`", nothing, _ingest(articles), anew=True, witness=_article_by_article(articles))
    return [ingest, desk] if reading else [desk]


def _ingest(articles: Path) -> Steps:
    def steps(path: Path, first: int) -> Iterator[object]:
        yield _tracker(path, "ingest", str(articles))

    return steps


def _article_by_article(articles: Path) -> Steps:
    """What the command does, seen from within."""

    def steps(path: Path, first: int) -> Iterator[object]:
        from tracker.extract import Extractor

        yield store.upgrade(str(path))
        with store.open_recorder(str(path), author="Ada", command="ingest") as recorder:
            yield from pipeline.ingest(read([str(articles)], given=Given()), pipeline.Here(Extractor()), recorder)

    return steps


def _desk(table: Path) -> Steps:
    def steps(path: Path, first: int) -> Iterator[object]:
        with store.open_reader(str(path)) as reader:
            a, b, *_ = [one.event.id for one in reader.everything()]
        done = [
            ("edit", a, "--title", "Another", "--note", "By hand", "--tag", "seen"),
            ("import", str(table)),
            ("merge", a, b),
            ("edit", a, "--date", "2024-03-03"),
        ]
        for command in done[first:]:
            yield _tracker(path, *command, "--author", "Ada")

    return steps


def _tracker(path: Path, *command: str) -> str:
    """What a command prints; raises RuntimeError when it does not end well."""
    with redirect_stdout(io.StringIO()) as printed, redirect_stderr(printed):
        code = run([*command, "--db", str(path)])
    if code:
        raise RuntimeError(printed.getvalue())
    return printed.getvalue()
