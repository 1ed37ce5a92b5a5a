"""An extractor for tests, light enough for every process of a pool or a cluster to have its own.

Each line of a text is a mention, but for one that begins with `#`, and these, which do to the reader what bad articles
do: `!` raises, `memory` runs out of memory, `kill` ends the process, `kill once PATH` if PATH is not there yet, `slow`
takes its time.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from tests.mentions import mention
from tracker.model import Document, Mention, TimeSpan


class Lines:
    """Reads each line of a text as a mention."""

    def extract_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Mention]]]:
        """Each document with its mentions."""
        for document in documents:
            lines = [line for line in document.text.splitlines() if not _obeyed(line)]
            yield document, [mention(line, quote=f"{document.name}: {line}") for line in lines]


def none() -> Lines:
    """An extractor that cannot be made."""
    raise RuntimeError("no model")


def articles(*texts: str) -> list[Document]:
    """Texts named by their number, published a day apart."""
    days = (TimeSpan.day(date(2025, 2, 18) + timedelta(number)) for number in range(len(texts)))
    return [
        Document(text=text, name=f"{n}", published=day) for n, (text, day) in enumerate(zip(texts, days, strict=True))
    ]


def _obeyed(line: str) -> bool:
    """Whether the line is an order, once that was carried out."""
    word, _, rest = line.partition(" ")
    if word == "!":
        raise RuntimeError("no parse")
    if word == "memory":
        raise MemoryError
    if word == "slow":
        time.sleep(0.01)
    if word == "kill" and not _done(rest.removeprefix("once ")):
        os.kill(os.getpid(), signal.SIGKILL)
    return word in ("#", "slow", "kill")


def _done(path: str) -> bool:
    """Whether there is a file at a path, which is made; never without one."""
    there = bool(path) and Path(path).exists()
    if path:
        Path(path).touch()
    return there
