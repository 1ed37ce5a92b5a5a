"""`tracker annotate`: articles labelled by a person, event by event, for `tracker evaluate` to measure against."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker import settings
from tracker.cli import when
from tracker.cli.extractors import Choice, Which, opened
from tracker.cli.options import Published, examples
from tracker.cli.output import counted, say, say_unreadable
from tracker.model import Document, Mention, Unreadable

if TYPE_CHECKING:
    from tracker.evaluation import Coded, Decided, Decision, Journal

JOURNAL = "unfinished.jsonl"
"""The file, in the folder of labels, that keeps decisions on articles that are not finished."""

Files = Annotated[list[str], typer.Argument(metavar="FILE…", help="Files, folders, patterns, or - for standard input.")]
Out = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", file_okay=False, help="Where the labels go.")]
AcceptAll = Annotated[bool, typer.Option("--accept-all", help="Ask nothing; accept what is not decided otherwise.")]
Decisions = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="FILE.jsonl",
        exists=True,
        dir_okay=False,
        help="Ask nothing; take decisions from lines such as"
        ' {"document": "talks.txt", "event": "607f-1", "decision": "accept"}.',
    ),
]


@dataclass(frozen=True, slots=True)
class Article:
    """A document, what was found in it, and the name of its labels."""

    document: Document
    found: tuple[Coded, ...]
    name: str


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(
        epilog=examples(
            "tracker annotate articles/ --out labelled/",
            "tracker annotate talks.txt --published 2021-11-25 --out labelled/ --accept-all",
            "tracker annotate talks.txt --out labelled/ --decisions mine.jsonl",
            "tracker evaluate labelled/",
        )
    )(annotate)


def annotate(
    paths: Files,
    *,
    out: Out,
    published: Published = None,
    accept_all: AcceptAll = False,
    decisions: Decisions = None,
    extractor: Choice = Which.RULES,
) -> None:
    """Label articles: look at each event that is found, and accept, correct, reject or add.

    Each article becomes NAME.txt and NAME.json once all its events are decided. One that is labelled already is passed
    over; delete its NAME.json to label it anew. Decisions in a file name events by the ids that `tracker extract`
    prints; they may be accept, correct, optional, reject and add, and `set` the fields that are to hold something else.
    """
    from tracker import pipeline
    from tracker.cli.session import Stopped
    from tracker.documents import Given, read
    from tracker.evaluation import Journal, read_decisions

    given = Given(published=when.read(published, option="--published") if published else None)
    script = read_decisions(decisions) if decisions else []
    asking = not (decisions or accept_all)
    journal, counts = Journal(out / JOURNAL), Counter[str]()
    with opened(extractor, settings.load(given={})) as (readers, _):
        documents = _unlabelled(read(paths, given=given), out, counts)
        try:
            for article in _articles(pipeline.extract(documents, readers), out, counts):
                _label(article, out, journal, script, counts, asking=asking, accept_all=accept_all)
        except Stopped:
            say(f"stopped; the same command goes on, {out / JOURNAL} keeps what is not finished")
    print(_summary(counts, out))
    if counts["failed"] or (counts["left"] and not asking):
        raise typer.Exit(1)


def _unlabelled(
    documents: Iterable[Document | Unreadable], out: Path, counts: Counter[str]
) -> Iterator[Document | Unreadable]:
    """The articles that have no labels yet."""
    for document in documents:
        if isinstance(document, Document) and (out / f"{_name(document, out)}.json").exists():
            counts["before"] += 1
        else:
            yield document


def _articles(
    read: Iterable[tuple[Document, list[Mention]] | Unreadable], out: Path, counts: Counter[str]
) -> Iterator[Article]:
    """The articles with what was found in them, by the ids that `tracker extract` prints."""
    from tracker.cli.extract import as_events
    from tracker.evaluation import Coded

    for one in read:
        if isinstance(one, Unreadable):
            counts["failed"] += 1
            say_unreadable(one)
            continue
        document, mentions = one
        events = as_events(mentions, document)
        found = (Coded.of(mention, id=event.id) for mention, event in zip(mentions, events, strict=True))
        yield Article(document, tuple(found), _name(document, out))


def _label(
    article: Article,
    out: Path,
    journal: Journal,
    script: Iterable[Decision],
    counts: Counter[str],
    *,
    asking: bool,
    accept_all: bool,
) -> None:
    """Writes the labels of an article if all its events come to be decided."""
    from tracker.cli.session import Session
    from tracker.evaluation import write_labels

    document = article.document
    said = journal.about(document.name)
    scripted = [one for one in script if one.document == document.name]
    counts["failed"] += _strangers(article, scripted)
    if asking:
        Session(document, article.found, journal, said).run()
    state = _decided(article, [*said, *scripted], accept_all)
    if state.open:
        counts["left"] += 1
        say(f"{document.name}: {len(state.open)} of {len(article.found)} events not decided; not labelled")
        return
    write_labels(out, article.name, _with_title(document), document.published, state.labels)
    journal.close(document.name)
    counts.update(articles=1, events=len(state.labels), rejected=state.rejected)


def _decided(article: Article, said: list[Decision], accept_all: bool) -> Decided:
    """What the decisions come to, the rest accepted if so asked."""
    from tracker.evaluation import Decision, Verdict, decide

    state = decide(article.found, said)
    if not accept_all:
        return state
    name = article.document.name
    rest = [Decision(document=name, verdict=Verdict.ACCEPT, event=event.id) for event in state.open]
    return decide(article.found, [*said, *rest])


def _strangers(article: Article, decisions: Iterable[Decision]) -> int:
    """How many decisions are about events that were not found; each is told."""
    known = {event.id for event in article.found}
    strangers = [one for one in decisions if one.event is not None and one.event not in known]
    for one in strangers:
        say(f"{one.document}: there is no event {one.event}; `tracker extract` prints their ids")
    return len(strangers)


def _name(document: Document, out: Path) -> str:
    """The name of an article's labels; not that of another article's with which it shares its own."""
    name = re.sub(r"[^\w.-]+", "-", document.name.removesuffix(Path(document.name).suffix)).strip(".-") or "article"
    taken = out / f"{name}.txt"
    if taken.exists() and taken.read_bytes() != _with_title(document).encode():
        return f"{name}-{document.digest[:4]}"
    return name


def _with_title(document: Document) -> str:
    """The text, below its title where it does not open with it: what is labelled must tell all that was read."""
    opening = " ".join(document.text[: 2 * len(document.title) + 1000].split())
    return document.text if document.title in opening else f"{document.title}\n\n{document.text}"


def _summary(counts: Counter[str], out: Path) -> str:
    told = f"{counted(counts['articles'], 'article')} labelled in {out}: "
    told += f"{counted(counts['events'], 'event')}, {counts['rejected']} rejected"
    told += f"; {counts['before']} labelled before" if counts["before"] else ""
    return told + (f"; {counts['left']} not finished" if counts["left"] else "")
