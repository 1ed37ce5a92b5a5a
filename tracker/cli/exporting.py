"""`tracker export`: the record into a file, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from tracker import settings
from tracker.cli.options import Database, MinConfidence, examples
from tracker.cli.output import counted, say
from tracker.errors import InputError
from tracker.model import Event, Filter, Listing


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(
        epilog=examples("tracker export record.csv", "tracker export record.xlsx", "tracker export record.jsonl")
    )(export)


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A name ending in .csv, .tsv, .xlsx, .jsonl or .json.")],
    min_confidence: MinConfidence = 0.0,
    db: Database = None,
) -> None:
    """Write every event to a file.

    Its ending says the format; it is written whole or not at all, and `tracker import` takes it back. `tracker timeline
    --format csv` writes a part. In CSV and TSV, text that a spreadsheet would compute begins with an apostrophe, which
    `tracker import` takes off again; in a workbook (.xlsx) it is text, and days and confidence are real days and
    numbers.
    """
    from tracker.store import open_reader
    from tracker.views import tables

    ending = tables.known_ending(file)
    with open_reader(settings.load(given={"database": db}).database) as reader, replacing(file) as stream:
        asked = Filter(include_rejected=True, min_confidence=min_confidence)
        found = reader.listings(min_confidence=min_confidence) if ending in tables.LISTED else reader.stream(asked)
        events = _Counted(found)
        tables.write(events, stream, ending=ending)
    say(f"{counted(events.count, 'event')} written to {file}")


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes stand under `path` only when they are complete and on disk.

    Raises InputError when it cannot be written; what stood there before is then untouched.
    """
    try:
        if path.exists() and not path.is_file():  # a device or a pipe
            with path.open("wb") as stream:
                yield stream
            return
        with _beside(path) as stream:
            yield stream
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from None


@contextmanager
def _beside(path: Path) -> Iterator[BinaryIO]:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    """The mask of new files' permissions, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


class _Counted:
    """The events, counted as they pass."""

    def __init__(self, events: Iterable[Event | Listing]) -> None:
        self.events, self.count = events, 0

    def __iter__(self) -> Iterator[Event | Listing]:
        for event in self.events:
            self.count += 1
            yield event
