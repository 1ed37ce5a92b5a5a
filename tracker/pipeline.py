"""Articles through the writing wing: extracted, compared with what is on record, and recorded, one by one.

    documents ─▶ extractor ─▶ recorder (decides and settles by `resolve`) ─▶ what became of each

An article that cannot be read or recorded is told and passed over; a database that cannot be written ends the walk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from tracker import resolve
from tracker.errors import InputError, ServiceError
from tracker.model import Document, Mention, Unreadable
from tracker.store import ArticleOutcome

if TYPE_CHECKING:
    from tracker.store.record import Recorder

__all__ = ["ArticleOutcome", "extract", "ingest", "reread"]

_BATCH = 16
"""Articles handed to the extractor at a time: enough for it to work in bulk, few enough to see them pass."""


class Extractor(Protocol):
    """What reads mentions out of documents; `tracker.extract.Extractor` is one."""

    def extract_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Mention]]]:
        """Each document with its mentions, in the order given."""


Reading = tuple[Document, list[Mention]]


def ingest(
    documents: Iterable[Document | Unreadable],
    extractor: Extractor,
    recorder: Recorder,
    *,
    version: str | None = None,
    corrected: list[Reading] | None = None,
) -> Iterator[ArticleOutcome | Unreadable]:
    """What became of each article, in the order given; `version` is the extractor's, None where it is the rules.

    Another version of an article on record is left for `Recorder.reread`, and added to `corrected` where that is given.
    Each article is on record, whole, when its outcome is told. Raises StoreError when the database cannot be written,
    ServiceError when a service that the extractor asks does not serve.
    """
    if version is None:
        from tracker.extract import VERSION

        version = VERSION
    for read in extract(documents, extractor):
        if isinstance(read, Unreadable):
            yield read
            continue
        outcome = _recorded(*read, recorder, version)
        if corrected is not None and isinstance(outcome, ArticleOutcome) and outcome.corrected:
            corrected.append(read)
        yield outcome


def reread(
    documents: Iterable[Document], extractor: Extractor
) -> tuple[list[tuple[Document, list[Mention]]], list[Unreadable]]:
    """What an extractor reads in articles on record, for `Recorder.reread`; and those that it fails on."""
    read = list(extract(documents, extractor))
    failed = [one for one in read if isinstance(one, Unreadable)]
    return [one for one in read if not isinstance(one, Unreadable)], failed


def extract(
    documents: Iterable[Document | Unreadable], extractor: Extractor
) -> Iterator[tuple[Document, list[Mention]] | Unreadable]:
    """Each article with its mentions, in the order given; one that the extractor fails on costs only itself.

    Raises ServiceError when a service that the extractor asks does not serve.
    """
    rest = iter(documents)
    while batch := list(islice(rest, _BATCH)):
        yield from _extracted(batch, extractor)


def _extracted(
    batch: Sequence[Document | Unreadable], extractor: Extractor
) -> Iterator[tuple[Document, list[Mention]] | Unreadable]:
    """The batch with its mentions, in order; one article that the extractor fails on costs only itself."""
    good = [document for document in batch if isinstance(document, Document)]
    read: Iterator[tuple[Document, list[Mention]] | Unreadable]
    try:
        read = iter(list(extractor.extract_many(good)))
    except ServiceError:
        raise
    except Exception:
        read = iter([_alone(document, extractor) for document in good])
    for document in batch:
        yield document if isinstance(document, Unreadable) else next(read)


def _alone(document: Document, extractor: Extractor) -> tuple[Document, list[Mention]] | Unreadable:
    try:
        return next(extractor.extract_many([document]))
    except ServiceError:
        raise
    except InputError as error:
        return Unreadable(document.name, str(error))
    except Exception as error:  # whatever it is, the other articles are not to suffer for it
        return Unreadable(document.name, f"the extractor failed on it: {type(error).__name__}: {error}")


def _recorded(
    document: Document, mentions: Sequence[Mention], recorder: Recorder, version: str
) -> ArticleOutcome | Unreadable:
    try:
        return recorder.article(document, mentions, resolve, extractor=version)
    except InputError as error:
        return Unreadable(document.name, f"what was read in it cannot be recorded: {error}")
