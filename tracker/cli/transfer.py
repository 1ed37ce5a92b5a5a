"""`tracker export` and `tracker import`: the record into a file and, from CSV, back again by id."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

from tracker import settings
from tracker.cli.options import Database, Reason, examples
from tracker.cli.output import say
from tracker.errors import InputError, UsageError
from tracker.model import Event, Filter
from tracker.views import objects, rows, writers

_WRITERS: dict[str, Callable[[Iterable[Event], TextIO], None]] = {
    ".csv": lambda events, stream: writers.write_csv(map(rows.cells, events), rows.COLUMNS, stream),
    ".json": lambda events, stream: writers.write_json(map(objects.stored_record, events), stream),
    ".jsonl": lambda events, stream: writers.write_jsonl(map(objects.stored_record, events), stream),
}


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command(epilog=examples("tracker export record.csv", "tracker export record.jsonl"))(export)
    app.command(
        name="import",
        epilog=examples(
            "tracker import record.csv",
            "tracker import reviewed.csv --reason 'second reading'",
        ),
    )(import_)


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A name ending in .csv, .json or .jsonl.")],
    db: Database = None,
) -> None:
    """Write every event to a file.

    Its ending says the format; it is written whole or not at all. `tracker timeline --format csv` writes a part. In CSV, text that a spreadsheet would compute begins with an
    apostrophe, which `tracker import` takes off again.
    """
    from tracker.store import open_reader

    write = _WRITERS.get(file.suffix.lower())
    if write is None:
        raise UsageError(f"cannot tell a format from '{file.name}'; its ending must be one of {', '.join(_WRITERS)}")
    with open_reader(settings.load(given={"database": db}).database) as reader, replacing(file) as stream:
        counted = _Counted(reader.stream(Filter(include_rejected=True)))
        write(counted, stream)
    say(f"{counted.count} events written to {file}")


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="What `tracker export` wrote, changed or not.")],
    reason: Reason = "",
    db: Database = None,
) -> None:
    """Bring a table of events into the record, by id.

    All of it or nothing. A row whose id is on record changes what it tells otherwise; any other row is a new event. Only the columns `type`
    and, to change events, `id` are needed.
    """
    import_file(file, settings.load(given={"database": db}), reason=reason)


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A stream whose text stands under `path` only when it is complete and on disk.

    Raises InputError when it cannot be written; what stood there before is then untouched.
    """
    try:
        if path.exists() and not path.is_file():  # a device or a pipe
            with path.open("w", encoding="utf-8", newline="") as stream:
                yield stream
            return
        with _beside(path) as stream:
            yield stream
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from None


@contextmanager
def _beside(path: Path) -> Iterator[TextIO]:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
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

    def __init__(self, events: Iterable[Event]) -> None:
        self.events, self.count = events, 0

    def __iter__(self) -> Iterator[Event]:
        for event in self.events:
            self.count += 1
            yield event


def import_file(path: Path, chosen: settings.Settings, *, reason: str = "") -> None:
    """Brings the events of a CSV file into the record; see `tracker import`."""
    from tracker.store import open_recorder

