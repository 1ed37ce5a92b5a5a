"""What is written in any format is read as it was."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tracker.model import Event, TableRow
from tracker.views import rows, tables


@pytest.mark.parametrize("ending", tables.ENDINGS)
@given(data=st.data())
@hypothesis_settings(max_examples=12)
def test_events_come_back_from_every_format(
    ending: str, any_event: st.SearchStrategy[Event], data: st.DataObject
) -> None:
    """Cell by cell, and with nothing that would change."""
    events = [replace(event, id=f"cow-{n}") for n, event in enumerate(data.draw(st.lists(any_event, max_size=3)))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"record{ending}"
        with path.open("wb") as stream:
            tables.write(events, stream, ending=ending)
        read = list(tables.read(path))
    assert all(isinstance(row, TableRow) for row in read)
    for event, row in zip(events, read, strict=True):
        assert rows.changes(event, row.cells) == {}
        if ending != ".xlsx":  # where a number has its own shape
            assert {column: row.cells[column] for column in rows.COLUMNS} == rows.cells(event)
