"""`tracker import`: tables of events into the record, ours by id and other people's by what their columns mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker import settings
from tracker.cli.foreseen import print_foreseen
from tracker.cli.options import Author, Database, Format, Reason, examples
from tracker.cli.output import counted, say
from tracker.errors import InputError, UsageError
from tracker.views import rows

if TYPE_CHECKING:
    from tracker.model import InvalidRow, TableRow
    from tracker.store import ImportOutcome
    from tracker.store.record import Recorder
    from tracker.views.dialects import Dialect

_TOLD = 20
"""How many mistakes are told before the rest is counted."""

Files = Annotated[list[Path], typer.Argument(metavar="FILE…", help="Tables: .csv, .tsv, .xlsx, .jsonl or .json.")]
Map = Annotated[
    list[str],
    typer.Option("--map", metavar="THEIRS=OURS", help="What a column is called here; `THEIRS=` leaves it out."),
]
Mapping = Annotated[
    str | None,
    typer.Option("--mapping", metavar="NAME|FILE.toml", help="Whose columns they are: gdelt, icews, historian."),
]
Dates = Annotated[
    list[str],
    typer.Option("--dates", metavar="PATTERN", help="How days are written, such as MM/DD/YYYY or Month DD, YYYY."),
]
Encoding = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="Of a text that is neither Unicode nor Windows-1252.")
]
Sheet = Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="Of a workbook, instead of the first.")]


@dataclass(frozen=True, slots=True)
class Table:
    """A file and how it is to be read; `left_out` counts the rows that are read and tell no engagement, by reason."""

    path: Path
    dialect: Dialect
    encoding: str | None = None
    sheet: str | None = None
    left_out: Counter[str] = field(default_factory=Counter)

    def rows(self) -> Iterator[TableRow | InvalidRow]:
        """Its rows in our columns; raises InputError, naming the file."""
        from tracker.views import tables
        from tracker.views.dialects import translated

        try:
            coding = self.encoding or self._coding()
            found = tables.read(self.path, encoding=coding, sheet=self.sheet, headings=self.dialect.headings)
            yield from translated(found, self.dialect, self.left_out)
        except UsageError:
            raise
        except InputError as error:
            raise InputError(f"{self.path}: {error}") from None

    def _coding(self) -> str | None:
        """The encoding that is found out, told where it is a guess."""
        from tracker.views import tables

        coding = tables.coding(self.path)
        if coding == tables.GUESS:
            say(f"{self.path}: read as Windows-1252, since it is not Unicode; --encoding names another")
        return coding


@dataclass(frozen=True, slots=True)
class Manner:
    """Why files are brought in, and what is to become of them."""

    reason: str = ""
    keep_going: bool = False
    dry_run: bool = False
    format: Format | None = None


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(
        name="import",
        epilog=examples(
            "tracker import record.csv",
            "tracker import reviewed.xlsx --dry-run",
            "tracker import reviewed.xlsx --reason 'second reading'",
            "tracker import visites.csv --map Datum=start --map Land=countries --map Art=type",
            "tracker import 20211123.export.CSV --mapping gdelt --keep-going",
            "tracker import travels.xlsx --mapping historian --dates MM/DD/YYYY",
        ),
    )(import_)


def import_(
    files: Files,
    *,
    map: Map = [],
    mapping: Mapping = None,
    dates: Dates = [],
    encoding: Encoding = None,
    sheet: Sheet = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would happen, and change nothing.")] = False,
    keep_going: Annotated[bool, typer.Option("--keep-going", help="Leave out rows that are wrong.")] = False,
    format: Annotated[Format | None, typer.Option("--format", "-f", help="How to print a dry run.")] = None,
    reason: Reason = "",
    author: Author = None,
    db: Database = None,
) -> None:
    """Bring tables of events into the record, by id.

    All of a file or nothing. A row whose id is on record changes what it tells otherwise, in your name; any other row
    is a new event. Only the columns `type` and, to change events, `id` are needed. The delimiter (comma, semicolon,
    tab) and the encoding are found out; days may be 2021-11-23, 2021-11, 2021, 23.11.2021 or 3 March 2021.
    """
    from tracker.store import open_recorder
    from tracker.views import tables

    for path in files:
        tables.known_ending(path)
    dialect = _dialect(mapping, map, dates)
    chosen = settings.load(given={"database": db, "author": author})
    manner = Manner(reason, keep_going, dry_run, format)
    with open_recorder(chosen.database, author=chosen.author, command="import") as recorder:
        sound = [_bring(Table(path, dialect, encoding, sheet), recorder, manner, len(files)) for path in files]
    if not all(sound):
        raise typer.Exit(1)


def import_file(path: Path, chosen: settings.Settings) -> ImportOutcome:
    """Brings a table of ours into the record; raises InputError when it cannot be read."""
    from tracker.store import open_recorder
    from tracker.views.dialects import Dialect

    with open_recorder(chosen.database, author=chosen.author, command="import") as recorder:
        return recorder.import_rows(Table(path, Dialect()).rows(), rows)


def _dialect(name: str | None, columns: Sequence[str], dates: Sequence[str]) -> Dialect:
    """What the options tell of the tables; raises UsageError for what none can be."""
    from tracker.views.dialects import Dialect, named

    pairs = [one.rpartition("=") for one in columns]
    wrong = [one for one, (_, equals, _) in zip(columns, pairs, strict=True) if not equals]
    if wrong:
        raise UsageError(f"--map '{wrong[0]}': write THEIRS=OURS, such as Datum=start")
    given = {theirs.strip(): ours.strip() for theirs, _, ours in pairs}
    return (named(name) if name else Dialect()).with_columns(given, dates=tuple(dates))


def _bring(table: Table, recorder: Recorder, manner: Manner, files: int) -> bool:
    """Whether all of a file was sound; one of several that cannot be read is told, and the others go on."""
    try:
        outcome = recorder.import_rows(
            table.rows(), rows, reason=manner.reason, keep_going=manner.keep_going, dry_run=manner.dry_run
        )
    except UsageError:
        raise
    except InputError as error:
        if files == 1:
            raise
        say(str(error))
        return False
    _tell(table, outcome, manner, f"{table.path}: " if files > 1 else "")
    return not outcome.invalid


def _tell(table: Table, outcome: ImportOutcome, manner: Manner, name: str) -> None:
    """The result: what was counted, or of a dry run the table of what would happen, row by row."""
    told = f"{name}{_counted(outcome)}"
    for reason, count in table.left_out.most_common():
        say(f"{table.path}: {counted(count, 'row')} left out: {reason}")
    if manner.dry_run:
        print_foreseen(outcome, manner.format)
        say(f"{told}; nothing was written")
        return
    for row in outcome.invalid[:_TOLD]:
        say(f"{table.path}: {row}")
    if len(outcome.invalid) > _TOLD:
        say(f"{table.path}: … and {len(outcome.invalid) - _TOLD} more; --dry-run lists them all")
    print(f"{told}; nothing was written" if outcome.invalid and not manner.keep_going else told)


def _counted(outcome: ImportOutcome) -> str:
    return f"{outcome.new} new, {outcome.changed} changed, {outcome.same} unchanged, {len(outcome.invalid)} wrong"
