"""Articles through the writing wing: extracted, compared with what is on record, and recorded.

    documents ─▶ Readers (here, a pool, a cluster) ─▶ recorder (decides and settles by `resolve`) ─▶ what became of each
                   chunks out, readings back       one writer, a few articles a transaction

Neither who reads nor the order of the articles changes the record: they are sorted by the day of publication as they
come, some thousands at a time, are read in the same company wherever that is, and come back in that order. An article
that cannot be read or recorded is told and passed over; a database that cannot be written ends the walk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from tracker import resolve
from tracker.errors import InputError
from tracker.model import Document, Unreadable
from tracker.pipeline.reading import TOGETHER, Extractor, Here, Readers, Reading
from tracker.store import ArticleOutcome

if TYPE_CHECKING:
    from tracker.store.record import Recorder

_WINDOW = 4096
"""Articles that are sorted at a time, as many as some 20 MB hold: no more are ever waiting."""

__all__ = ["ArticleOutcome", "Extractor", "Here", "Readers", "Reading", "extract", "ingest", "reread"]


def ingest(
    documents: Iterable[Document | Unreadable],
    readers: Readers,
    recorder: Recorder,
    *,
    version: str | None = None,
    corrected: list[Reading] | None = None,
) -> Iterator[ArticleOutcome | Unreadable]:
    """What became of each article, by the day of publication; `version` is the extractor's, None where it is the rules.

    Another version of an article on record is left for `Recorder.reread`, and added to `corrected` where that is given.
    Each article is on record, whole, when its outcome is told. Raises StoreError when the database cannot be written,
    ServiceError when a service or cluster that reads does not serve.
    """
    if version is None:
        from tracker.extract import VERSION

        version = VERSION
    for chunk in readers.read(_by_day(documents)):
        for first in range(0, len(chunk), TOGETHER):
            read = chunk[first : first + TOGETHER]
            outcomes = _recorded(read, recorder, version)
            if corrected is not None:
                corrected += _corrections(read, outcomes)
            yield from outcomes


def reread(documents: Iterable[Document], readers: Readers) -> tuple[list[Reading], list[Unreadable]]:
    """What is read in articles on record, for `Recorder.reread`; and those that reading fails on."""
    read = list(extract(documents, readers))
    failed = [one for one in read if isinstance(one, Unreadable)]
    return [one for one in read if not isinstance(one, Unreadable)], failed


def extract(documents: Iterable[Document | Unreadable], readers: Readers) -> Iterator[Reading | Unreadable]:
    """Each article with its mentions, in the order given; one that reading fails on costs only itself.

    Raises ServiceError when a service or cluster that reads does not serve.
    """
    for chunk in readers.read(documents):
        yield from chunk


def _by_day(documents: Iterable[Document | Unreadable]) -> Iterator[Document | Unreadable]:
    """The same in the order of their days, in whatever order they come; what is unreadable first."""
    rest = iter(documents)
    while window := list(islice(rest, _WINDOW)):
        yield from sorted(window, key=_place)


def _place(one: Document | Unreadable) -> tuple[bool, date, str, str]:
    """By day, an article without one last; those of one day by their text, and of one text by what they are told as."""
    if isinstance(one, Unreadable):
        return False, date.min, one.name, one.message
    published = one.published and (one.published.end or one.published.start)
    return True, published or date.max, one.digest, f"{one.name}\0{one.url}\0{one.title}\0{one.source}"


def _recorded(
    read: Sequence[Reading | Unreadable], recorder: Recorder, version: str
) -> list[ArticleOutcome | Unreadable]:
    """What became of each, once all are on record: in one transaction where that can be, else one by one."""
    readings = [one for one in read if not isinstance(one, Unreadable)]
    recorded: Iterator[ArticleOutcome | Unreadable]
    try:
        recorded = iter(recorder.articles(readings, resolve, extractor=version))
    except InputError:
        recorded = iter([_alone(one, recorder, version) for one in readings])
    return [one if isinstance(one, Unreadable) else next(recorded) for one in read]


def _alone(reading: Reading, recorder: Recorder, version: str) -> ArticleOutcome | Unreadable:
    try:
        return recorder.articles([reading], resolve, extractor=version)[0]
    except InputError as error:
        return Unreadable(reading[0].name, f"what was read in it cannot be recorded: {error}")


def _corrections(
    read: Sequence[Reading | Unreadable], outcomes: Sequence[ArticleOutcome | Unreadable]
) -> Iterator[Reading]:
    """The readings of other versions of articles on record."""
    for one, outcome in zip(read, outcomes, strict=True):
        if isinstance(outcome, ArticleOutcome) and outcome.corrected and not isinstance(one, Unreadable):
            yield one
