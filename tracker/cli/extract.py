"""`tracker extract` and `tracker dates`: what the program reads in a text, without storing anything."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker import settings
from tracker.cli import when
from tracker.cli.extractors import Choice, Jobs, Which, opened, sure_enough
from tracker.cli.options import EventFormat, Format, MinConfidence, Published, examples
from tracker.cli.output import print_events, print_rows, say_unreadable
from tracker.errors import UsageError
from tracker.model import Document, Engagement, Event, Filter, Mention, Sentence, Source, Unreadable

if TYPE_CHECKING:
    from tracker.extract.dates import TimeExpression


class DatesFormat(StrEnum):
    """How time expressions are printed."""

    TABLE = "table"
    JSONL = "jsonl"


Files = Annotated[list[str], typer.Argument(metavar="FILE…", help="Files, folders, patterns, or - for standard input.")]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command(
        epilog=examples(
            "tracker extract article.txt",
            "tracker extract article.txt --published 2021-11-25 --format jsonl",
            "tracker extract collection.jsonl --format csv > events.csv",
            "tracker extract article.txt --min-confidence 0.8",
            "export TRACKER_LLM_URL=http://localhost:11434/v1 TRACKER_LLM_MODEL=qwen3",
            "tracker extract article.txt --extractor llm",
        )
    )(extract)
    app.command(
        epilog=examples(
            "tracker dates 'They met in Doha last month and again on Tuesday.' --published 2021-11-25",
            "tracker dates - --published 2021-11 --format jsonl < article.txt",
        )
    )(dates)


def extract(
    paths: Files,
    *,
    published: Published = None,
    extractor: Choice = Which.RULES,
    jobs: Jobs = None,
    min_confidence: MinConfidence = 0.0,
    format: EventFormat = None,
) -> None:
    """Print what articles tell, in their order; store nothing."""
    from tracker import pipeline
    from tracker.documents import Given, read

    given = Given(published=when.read(published, option="--published") if published else None)
    failures: list[Unreadable] = []
    with opened(extractor, settings.load(given={}), jobs=jobs) as (readers, _):
        events = [
            event
            for document, mentions in _readable(pipeline.extract(read(paths, given=given), readers), failures)
            for event in as_events(mentions, document)
            if sure_enough(event, min_confidence)
        ]
    print_events(events, Filter(), format, stored=False)
    if failures:
        raise typer.Exit(1)


def dates(
    text: Annotated[str, typer.Argument(metavar="TEXT|-", help="A text, or - for standard input.")],
    published: Published = None,
    format: Annotated[DatesFormat | None, typer.Option("--format", "-f", help="How to print them.")] = None,
) -> None:
    """How each time expression of a text is read.

    Offsets count characters, from 0.
    """
    from tracker.extract.dates import find_time_expressions

    reference_day = when.read(published, option="--published") if published else None
    read = sys.stdin.read() if text == "-" else text
    if not read.strip():
        raise UsageError("the text is empty; give it in quotation marks, or - and send it to standard input")
    found = [_expression(one) for one in find_time_expressions(read, reference_day)]
    print_rows(found, Format(format.value) if format else None)


def as_events(mentions: Iterable[Mention], document: Document) -> list[Event]:
    """The mentions of a document as events of their own, in their order."""
    return [_event(mention, document, number) for number, mention in enumerate(mentions, start=1)]


def _readable(
    read: Iterable[tuple[Document, list[Mention]] | Unreadable], failures: list[Unreadable]
) -> Iterator[tuple[Document, list[Mention]]]:
    """The documents that can be read; of the others the reason is said, and kept in `failures`."""
    for one in read:
        if isinstance(one, Unreadable):
            failures.append(one)
            say_unreadable(one)
        else:
            yield one


def _event(mention: Mention, document: Document, number: int) -> Event:
    """A mention as an event of its own; its id is the beginning of the document's digest and its number there."""
    shared = {field.name: getattr(mention, field.name) for field in fields(Engagement)}
    sources = tuple(_source(sentence, mention, document) for sentence in mention.evidence)
    return Event(id=f"{document.digest[:4]}-{number}", sources=sources, **shared)


def _source(sentence: Sentence, mention: Mention, document: Document) -> Source:
    return Source(
        document=document.name,
        quote=sentence.text,
        start=sentence.start,
        end=sentence.end,
        field=sentence.field,
        title=document.title,
        publisher=document.source,
        url=document.url,
        published=document.published,
        digest=document.digest,
        trigger=mention.trigger,
        date_text=mention.when.text,
    )


def _expression(found: TimeExpression) -> dict[str, Any]:
    return {
        "text": found.text,
        "start_char": found.start_char,
        "end_char": found.end_char,
        "start": found.start.isoformat() if found.start else None,
        "end": found.end.isoformat() if found.end else None,
        "precision": found.precision.value,
        "basis": found.basis,
    }
