"""A record of the test's own, and the queue over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from datetime import date
from pathlib import Path

import pytest

from tracker import resolve, store
from tracker.model import Document, Event, Filter, Mention, Review, TimeSpan
from tracker.review import Queue, Skips, waiting
from tracker.store.record import Recorder

TODAY = date(2025, 6, 30)
UNREVIEWED = Filter(reviews=(Review.UNREVIEWED,))


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database, made once."""
    path = tmp_path_factory.mktemp("blank") / "record.db"
    store.upgrade(str(path))
    return path


@pytest.fixture
def url(blank: Path, tmp_path: Path) -> str:
    """Where the test's own record is."""
    return str(shutil.copy(blank, tmp_path))


@pytest.fixture
def recorder(url: str) -> Callable[..., AbstractContextManager[Recorder]]:
    """Opens it to write in somebody's name."""
    return lambda author="Ada", command="test": store.open_recorder(url, author=author, command=command)


@pytest.fixture
def read(
    told: Callable[..., Mention], recorder: Callable[..., AbstractContextManager[Recorder]]
) -> Callable[..., list[str]]:
    """Puts an article on record that tells what the lines say; the ids of its events are their own."""

    def article(*lines: str, published: str = "2025-06-01", **fields: object) -> None:
        mentions = [told(line, **fields) for line in lines]
        text = "\n\n".join(lines)
        document = Document(text=text, name=lines[0], title="An article", published=TimeSpan.iso(published))
        with recorder(command="ingest") as writer:
            writer.article(document, mentions, resolve, extractor="test")

    return article


@pytest.fixture
def shown(url: str) -> Callable[[], dict[str, Event]]:
    """The events on record at the moment it is asked for, by title, rejected ones too."""

    def events() -> dict[str, Event]:
        with store.open_reader(url) as reader:
            return {event.title: event for event in reader.events(Filter(include_rejected=True))}

    return events


@pytest.fixture
def queue(
    url: str, recorder: Callable[..., AbstractContextManager[Recorder]], tmp_path: Path
) -> Iterator[Callable[..., Queue]]:
    """Sits down at what waits at the moment it is asked for, without what was skipped."""
    with ExitStack() as after:

        def sit(asked: Filter = UNREVIEWED) -> Queue:
            skips = Skips(tmp_path / "skipped.json")
            with store.open_reader(url) as reader:
                found = waiting(reader, asked, today=TODAY)
            return Queue(
                entries=[entry for entry in found if not skips.covers(entry.event, entry.reasons)],
                read=lambda: store.open_reader(url),
                recorder=after.enter_context(recorder(command="review")),
                resolver=resolve,
                skips=skips,
                today=TODAY,
            )

        yield sit
