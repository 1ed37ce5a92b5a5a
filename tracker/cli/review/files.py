"""The queue in a file: written to be decided on in an editor or a spreadsheet, and read back with the decisions."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

import typer

from tracker import resolve, settings, store
from tracker.cli.exporting import replacing
from tracker.cli.output import counted, say
from tracker.errors import InputError, UsageError
from tracker.model import InvalidRow, TableRow
from tracker.review import Entry, Item, Skips, examined, open_matches, reasons
from tracker.views import claims, parties, rows, tables, writers
from tracker.views.waiting import decided

_TOLD = ("why", "may_be", "quote")
"""What is only to be read."""

_FIXED = ("id", "review", "origin", "sources")

COLUMNS = ("decision", "id", *_TOLD, *(column for column in rows.COLUMNS if column not in _FIXED), "seen")
_READ = tuple(column for column in COLUMNS if column not in _TOLD)

ENDINGS = (".csv", ".tsv", ".jsonl", ".xlsx")


def write(path: Path, entries: Sequence[Entry], database: str) -> None:
    """Writes the queue to a file, whole or not at all, in the format that its ending tells."""
    ending = _ending(path)
    with store.open_reader(database) as reader:
        matches = open_matches(reader)
        items = [examined(reader, one.event, matches, resolve, today=date.today()) for one in entries]
    with replacing(path) as stream:
        _write([_cells(item) for item in items], stream, ending)
    say(f"{counted(len(entries), 'event')} to decide on written to {path}")
    say(f"in the column `decision`: accept, reject, skip, merge:ID or different:ID; then --from-file {path}")


def apply(path: Path, chosen: settings.Settings, reason: str, *, dry_run: bool) -> None:
    """Does what was decided in a file, all or nothing, and says what that was."""
    _ending(path)
    with store.open_recorder(chosen.database, author=chosen.author, command="review", existing=True) as recorder:
        outcome = recorder.review_rows(_rows(path), rows, resolve, reason=reason, dry_run=dry_run)
    for row in outcome.invalid:
        say(f"{path}: {row}")
    written = not (dry_run or outcome.invalid)
    print(_told(outcome) + ("" if written else "; nothing was written"))
    if outcome.invalid:
        raise typer.Exit(1)
    if written:
        _skip(outcome.skipped, chosen.database)


def _told(outcome: store.ReviewOutcome) -> str:
    return decided(
        {
            "accepted": outcome.accepted,
            "rejected": outcome.rejected,
            "merged": outcome.merged,
            "kept apart": outcome.parted,
            "corrected": outcome.edited,
            "skipped": len(outcome.skipped),
            "unchanged": outcome.same,
            "wrong": len(outcome.invalid),
        }
    )


def _ending(path: Path) -> str:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UsageError(f"cannot tell a format from '{path.name}'; its ending must be one of {', '.join(ENDINGS)}")
    return ending


def _cells(item: Item) -> dict[str, str]:
    """The row of an event; `seen` tells how it stood."""
    event = item.event
    own = {
        "decision": "",
        "why": parties.joined(reason.text for reason in item.reasons),
        "may_be": parties.joined(
            f"{other.event.id} {other.probability:.2f} {claims.told(other.event)}" for other in item.likely
        ),
        "quote": " … ".join(dict.fromkeys(source.quote for source in event.sources if source.quote)),
        "seen": str(event.history[-1]) if event.history else "",
    }
    return {column: {**rows.cells(event), **own}[column] for column in COLUMNS}


def _write(cells: Sequence[Mapping[str, str]], stream: BinaryIO, ending: str) -> None:
    if ending == ".xlsx":
        from tracker.views.tables import workbook

        workbook.write(cells, COLUMNS, stream)
        return
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    match ending:
        case ".csv":
            writers.write_csv(cells, COLUMNS, text)
        case ".tsv":
            writers.write_tsv(cells, COLUMNS, text)
        case _:
            writers.write_jsonl(cells, text)
    text.detach()


def _rows(path: Path) -> Iterator[TableRow | InvalidRow]:
    """The rows of a file without what was only to be read; raises InputError, naming the file."""
    try:
        for row in tables.read(path):
            yield _without_told(row) if isinstance(row, TableRow) else row
    except InputError as error:
        raise InputError(f"{path}: {error}") from None


def _without_told(row: TableRow) -> TableRow:
    for column in row.cells:
        if column not in COLUMNS:
            raise InputError(f"'{column}' is no column of a review; those are {', '.join(COLUMNS)}")
    return replace(row, cells={column: cell for column, cell in row.cells.items() if column in _READ})


def _skip(ids: Iterable[str], database: str) -> None:
    """Puts events off as they stand now."""
    skips = Skips(settings.skips_file(database))
    with store.open_reader(database) as reader:
        matches = open_matches(reader)
        for event in map(reader.event, ids):
            skips.note(event, reasons(event, matches.get(event.id, ()), today=date.today()))
