"""The queue as a list: for programs, or to be looked over."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.cli.options import Format
from tracker.cli.output import print_rows
from tracker.review import Entry, weight
from tracker.views import objects, waiting


def print_queue(entries: Sequence[Entry], format: Format | None) -> None:
    """Each event with why it waits: whole objects where the format has them, else a line each."""
    if format in (Format.JSON, Format.JSONL):
        print_rows([objects.stored_record(one.event) | _reasons(one) for one in entries], format)
    else:
        rows = [waiting.record(one.event, [why.text for why in one.reasons], weight(one.reasons)) for one in entries]
        print_rows(rows, format)


def _reasons(entry: Entry) -> dict[str, object]:
    told = [{"kind": one.kind.value, "weight": one.weight, "text": one.text} for one in entry.reasons]
    return {"weight": round(weight(entry.reasons), 1), "reasons": told}
