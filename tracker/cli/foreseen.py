"""What an import would do, row by row, printed before anything is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from tracker.cli.options import Format
from tracker.cli.output import chosen, print_rows
from tracker.views.spans import shown

if TYPE_CHECKING:
    from tracker.store import ImportOutcome, RowOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """One thing that a row would do: make an event, set a field from `old` to `new`, or be refused.

    `message` is the new event in a line, or what is wrong.
    """

    line: int
    row: str
    id: str = ""
    field: str = ""
    old: str | None = None
    new: str | None = None
    message: str = ""

    def folded(self) -> dict[str, Any]:
        """The same with what changes, or what is wrong, in one column."""
        what = self.message or f"{self.old or '—'} → {self.new or '—'}"
        return {"line": self.line, "row": self.row, "id": self.id, "field": self.field, "what": what}


def print_foreseen(outcome: ImportOutcome, format: Format | None) -> None:
    """Every row that would not leave the record as it is, in the order of the file."""
    told = [one for row in outcome.rows for one in _foreseen(row)]
    told += [Foreseen(line=row.line, row="wrong", field=row.column, message=row.message) for row in outcome.invalid]
    told.sort(key=lambda one: one.line)
    if chosen(format) in (Format.JSON, Format.JSONL):
        print_rows([asdict(one) for one in told], format)
    elif told:
        print_rows([one.folded() for one in told], format)


def _foreseen(row: RowOutcome) -> Iterator[Foreseen]:
    event = row.event
    if row.what == "new":
        parties = (*event.countries, *event.organisations)
        told = " ".join(filter(None, (event.type, shown(event.when), *parties, event.title)))
        yield Foreseen(line=row.line, row="new", id=event.id, message=told)
    for change in row.changes:
        yield Foreseen(line=row.line, row="changed", id=event.id, field=change.field, old=change.old, new=change.new)
