"""`tracker export` and `tracker import`: the record into a file and, from CSV, back again by id."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from tracker import settings
from tracker.cli.options import Author, Database, MinConfidence, Reason, examples
from tracker.cli.output import say
from tracker.errors import InputError, UsageError
from tracker.model import Event, Filter
from tracker.views import objects, rows, writers

if TYPE_CHECKING:
    from tracker.store import ImportOutcome

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
            "tracker import reviewed.csv --dry-run",
            "tracker import reviewed.csv --reason 'second reading'",
        ),
    )(import_)


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A name ending in .csv, .json or .jsonl.")],
    min_confidence: MinConfidence = 0.0,
    db: Database = None,
) -> None:
    """Write every event to a file.

    Its ending says the format; it is written whole or not at all. `tracker timeline --format csv` writes a part. In
    CSV, text that a spreadsheet would compute begins with an apostrophe, which `tracker import` takes off again.
    """
    from tracker.store import open_reader

    write = _WRITERS.get(file.suffix.lower())
    if write is None:
        raise UsageError(f"cannot tell a format from '{file.name}'; its ending must be one of {', '.join(_WRITERS)}")
    with open_reader(settings.load(given={"database": db}).database) as reader, replacing(file) as stream:
        counted = _Counted(reader.stream(Filter(include_rejected=True, min_confidence=min_confidence)))
        write(counted, stream)
    say(f"{counted.count} events written to {file}")


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="What `tracker export` wrote, changed or not.")],
    *,
    reason: Reason = "",
    author: Author = None,
    keep_going: Annotated[bool, typer.Option("--keep-going", help="Leave out rows that are wrong.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and change nothing.")] = False,
    db: Database = None,
) -> None:
    """Bring a table of events into the record, by id.

    All of it or nothing. A row whose id is on record changes what it tells otherwise; any other row is a new event.
    Only the columns `type` and, to change events, `id` are needed.
    """
    chosen = settings.load(given={"database": db, "author": author})
    outcome = import_file(file, chosen, reason=reason, keep_going=keep_going, dry_run=dry_run)
    for row in outcome.invalid:
        say(f"{file}: {row}")
    written = not (dry_run or (outcome.invalid and not keep_going))
    print(
        f"{outcome.new} new, {outcome.changed} changed, {outcome.same} unchanged, {len(outcome.invalid)} wrong"
        f"{'' if written else '; nothing was written'}"
    )
    if outcome.invalid:
        raise typer.Exit(1)


def import_file(
    path: Path, chosen: settings.Settings, *, reason: str = "", keep_going: bool = False, dry_run: bool = False
) -> ImportOutcome:
    """Brings the events of a CSV file into the record; raises InputError when it cannot be read."""
    from tracker.store import open_recorder

    try:
        with (
            path.open(encoding="utf-8-sig", newline="") as lines,
            open_recorder(chosen.database, author=chosen.author, command="import") as recorder,
        ):
            table = writers.read_csv(lines, rows.COLUMNS)
            return recorder.import_rows(table, rows, reason=reason, keep_going=keep_going, dry_run=dry_run)
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8; save it as 'CSV UTF-8'") from None
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}") from None


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
