"""Who reads the articles: an extractor here, or workers elsewhere that are sent chunks of them.

    documents ─▶ chunks ─▶ workers.submit ─▶ tickets, in order ─▶ chunks of readings
                   ▲  at most `ahead` under way     │ Lost: the chunk's articles, one by one
                   └────────────────────────────────┘ Lost again, and again: that article is told as unreadable

Nothing waits that is not bounded: as many chunks as are under way, and as many again where they are large, are held in
memory.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol

from tracker import reference
from tracker.errors import InputError, ServiceError
from tracker.model import Document, Mention, Unreadable

TOGETHER = 32
"""Articles that an extractor is given at a time, and that are put on record in one transaction.

The same wherever they are read: what a parser makes of a sentence can differ in the last digit with its company.
"""

_TRIES = 2
"""How many workers an article may end before it is taken to be the cause."""

Reading = tuple[Document, list[Mention]]
Found = list[Mention] | Unreadable
"""What is read in one document, or why it cannot be."""


class Extractor(Protocol):
    """What reads mentions out of documents; `tracker.extract.Extractor` is one."""

    def extract_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Each document with its mentions, in the order given."""


Make = Callable[[], Extractor]
"""Makes an extractor in the process that reads; to be sent there, it must be importable."""


class Readers(Protocol):
    """What turns articles into readings, wherever that is done."""

    def read(self, documents: Iterable[Document | Unreadable]) -> Iterator[Sequence[Reading | Unreadable]]:
        """Chunks of readings, together in the order of the documents. Raises ServiceError when nobody can read."""


class Lost(Exception):
    """The worker ended before it had read what it was sent."""


class Ticket(Protocol):
    """A chunk under way."""

    def result(self) -> Sequence[Found]:
        """What is read in each document, once it is there. Raises Lost, and ServiceError when nobody can read."""


class Workers(Protocol):
    """Processes that read chunks sent to them, here or elsewhere."""

    @property
    def chunk(self) -> int:
        """How many articles to send at a time: a multiple of `TOGETHER`, so that company stays the same."""

    @property
    def ahead(self) -> int:
        """How many chunks to keep under way."""

    def submit(self, documents: Sequence[Document]) -> Ticket:
        """Sends documents to be read."""


class Here:
    """An extractor in this process, given `together` articles at a time."""

    def __init__(self, extractor: Extractor, *, together: int = TOGETHER) -> None:
        self._extractor, self._together = extractor, together

    def read(self, documents: Iterable[Document | Unreadable]) -> Iterator[Sequence[Reading | Unreadable]]:
        """Chunks of readings, in order."""
        rest = iter(documents)
        while chunk := list(islice(rest, self._together)):
            yield paired(chunk, read_together(_good(chunk), self._extractor))


def rules(words: reference.Words) -> Extractor:
    """The program's own extractor, with a person's words in force."""
    from tracker.extract import Extractor as Rules

    reference.use(words)
    return Rules()


def read_together(documents: Sequence[Document], extractor: Extractor) -> list[Found]:
    """What is read in each document; one that the extractor fails on costs only itself. Raises ServiceError."""
    slices = (documents[first : first + TOGETHER] for first in range(0, len(documents), TOGETHER))
    return [found for one in slices for found in _read(one, extractor)]


def read_by(workers: Workers, documents: Iterable[Document | Unreadable]) -> Iterator[Sequence[Reading | Unreadable]]:
    """Chunks of readings in the order of the documents, with as many under way as the workers want."""
    chunks = _cut(documents, workers)
    under_way: deque[tuple[list[Document | Unreadable], Ticket]] = deque()
    while True:
        while len(under_way) < workers.ahead and (chunk := next(chunks, None)):
            under_way.append((chunk, workers.submit(_good(chunk))))
        if not under_way:
            return
        chunk, ticket = under_way.popleft()
        yield paired(chunk, _arrived(ticket, _good(chunk), workers))


def _cut(documents: Iterable[Document | Unreadable], workers: Workers) -> Iterator[list[Document | Unreadable]]:
    """Chunks as large as the workers want, and towards the end ever smaller ones: none reads on while others wait.

    Each but the last is a multiple of `TOGETHER`. Where that is all they want, nothing is taken beforehand.
    """
    rest, waiting = iter(documents), deque[Document | Unreadable]()
    while True:
        most = max(workers.chunk, workers.ahead * (workers.chunk - TOGETHER) + TOGETHER)
        waiting += islice(rest, max(0, most - len(waiting)))
        if not waiting:
            return
        share = -(-len(waiting) // (workers.ahead * TOGETHER)) * TOGETHER
        yield [waiting.popleft() for _ in range(min(share, workers.chunk, len(waiting)))]


def paired(chunk: Sequence[Document | Unreadable], found: Iterable[Found]) -> list[Reading | Unreadable]:
    """Each article with what was read in it; the unreadable ones in their places."""
    rest = iter(found)
    return [one if isinstance(one, Unreadable) else _pair(one, next(rest)) for one in chunk]


def _pair(document: Document, found: Found) -> Reading | Unreadable:
    return found if isinstance(found, Unreadable) else (document, found)


def _good(chunk: Iterable[Document | Unreadable]) -> list[Document]:
    return [one for one in chunk if isinstance(one, Document)]


def _arrived(ticket: Ticket, documents: Sequence[Document], workers: Workers) -> Sequence[Found]:
    """What was read in a chunk; where its worker was lost, article by article."""
    try:
        return ticket.result()
    except Lost:
        alone = [workers.submit([document]) for document in documents]
        return [_isolated(one, document, workers) for one, document in zip(alone, documents, strict=True)]


def _isolated(ticket: Ticket, document: Document, workers: Workers) -> Found:
    """What was read in an article that was sent alone; unreadable if that ends worker after worker."""
    for _ in range(_TRIES - 1):
        try:
            return ticket.result()[0]
        except Lost:
            ticket = workers.submit([document])
    try:
        return ticket.result()[0]
    except Lost:
        return Unreadable(document.name, "each process that read it ended without a word; it may need too much memory")


def _read(documents: Sequence[Document], extractor: Extractor) -> list[Found]:
    try:
        return [mentions for _, mentions in extractor.extract_many(documents)]
    except ServiceError:
        raise
    except Exception:
        return [_alone(document, extractor) for document in documents]


def _alone(document: Document, extractor: Extractor) -> Found:
    try:
        return next(extractor.extract_many([document]))[1]
    except ServiceError:
        raise
    except InputError as error:
        return Unreadable(document.name, str(error))
    except Exception as error:  # whatever it is, the other articles are not to suffer for it
        return Unreadable(document.name, f"the extractor failed on it: {type(error).__name__}: {error}")
