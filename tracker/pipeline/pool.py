"""Processes on this machine that read, each with an extractor of its own.

    submit ─▶ thread ─▶ pipe ─▶ process: makes its extractor once, then reads chunk after chunk
                  ◀──────────────┘ a pipe that breaks: the process ended, another takes its place

A thread for each process waits at its pipe, so that the end of a process is laid to the one chunk that it was reading.
A process ends when its pipe does, and so never outlives this one, however that ends.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import chain, islice
from multiprocessing.connection import Connection
from queue import LifoQueue
from types import TracebackType
from typing import Any, Self

from tracker.errors import ServiceError
from tracker.model import Document, Unreadable
from tracker.pipeline.reading import TOGETHER, Found, Here, Lost, Make, Reading, Ticket, read_by, read_together

MOST = 12
"""Processes that are started where no number is asked for: with more, the one writer falls behind (docs/scale.md)."""

_RENEWED = 512
"""Chunks after which a process gives way to a new one: the parser keeps every word that it has seen."""

_WORTH = 4 * TOGETHER
"""Articles from which on several processes are done before one that need not be started."""


class Pool:
    """Reads with `jobs` processes, or as many as there are cores; to be used in a `with` statement.

    `make` makes the extractor of each. Few articles are read in this process, and none is started.
    """

    chunk = TOGETHER

    def __init__(self, make: Make, *, jobs: int | None = None) -> None:
        self._make, self._jobs = make, jobs or min(_cores(), MOST)
        self._worth = TOGETHER + 1 if jobs else _WORTH
        self.ahead = 2 * self._jobs
        context = _context()
        self._workers = [_Worker(context, make) for _ in range(self._jobs)]
        self._idle: LifoQueue[_Worker] = LifoQueue()
        self._threads = ThreadPoolExecutor(self._jobs)

    def __enter__(self) -> Self:
        """No process is started before there is something for it to read."""
        for worker in self._workers:
            self._idle.put(worker)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Ends the processes, in the middle of a chunk if need be."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.end()
        self._threads.shutdown()

    def read(self, documents: Iterable[Document | Unreadable]) -> Iterator[Sequence[Reading | Unreadable]]:
        """Chunks of readings, in order."""
        rest = iter(documents)
        beginning = list(islice(rest, self._worth)) if self._jobs > 1 else []
        if len(beginning) < self._worth:
            return Here(self._make()).read(chain(beginning, rest))
        return read_by(self, chain(beginning, rest))

    def submit(self, documents: Sequence[Document]) -> Ticket:
        """Gives documents to the next process that is free."""
        return self._threads.submit(self._read, documents)

    def _read(self, documents: Sequence[Document]) -> Sequence[Found]:
        worker = self._idle.get()
        try:
            return worker.read(documents)
        finally:
            self._idle.put(worker)


class _Worker:
    """A process that is started when it is first asked, and again after it ended."""

    def __init__(self, context: Any, make: Make) -> None:
        self._context, self._make = context, make
        self._process: Any = None
        self._pipe: Connection | None = None
        self._chunks = 0

    def read(self, documents: Sequence[Document]) -> Sequence[Found]:
        if self._chunks == _RENEWED:
            self.end()
        self._chunks += 1
        pipe = self._pipe or self._started()
        try:
            pipe.send(documents)
            return pipe.recv()  # type: ignore[no-any-return]
        except (EOFError, OSError):
            self.end()
            raise Lost from None

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._pipe = None
        self._chunks = 0

    def _started(self) -> Connection:
        """The pipe to a new process, once that has its extractor; raises ServiceError where it cannot have one."""
        here, there = self._context.Pipe()
        self._process = self._context.Process(target=_serve, args=(there, self._make), daemon=True)
        self._process.start()
        there.close()
        try:
            fault = here.recv()
        except (EOFError, OSError):
            fault = "it ended while it was loading the language model; there may be too little memory"
        if fault:
            self.end()
            raise ServiceError(f"a process to read in could not be started: {fault}; try --jobs 1")
        self._pipe = here
        return here  # type: ignore[no-any-return]


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _context() -> Any:
    """How processes are started: from a clean one that has loaded what they need, where the system knows that."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tracker.extract.extractor"])
    return context


def _serve(pipe: Connection, make: Make) -> None:
    """The life of a process: reads what comes through the pipe until that is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that writes; it ends the others
    try:
        extractor = make()
    except Exception as error:
        pipe.send(f"{type(error).__name__}: {error}")
        return
    with suppress(EOFError, OSError):
        pipe.send("")
        while True:
            pipe.send(read_together(pipe.recv(), extractor))
