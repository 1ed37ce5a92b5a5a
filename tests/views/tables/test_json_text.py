"""Tables as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tracker.errors import InputError
from tracker.model import Event, InvalidRow, Participant, PartyKind, TimeSpan
from tracker.views import objects, rows, tables


def read(tmp_path: Path, content: str, ending: str = ".jsonl") -> list[Any]:
    """The rows of a file of that content."""
    path = tmp_path / f"table{ending}"
    path.write_text(content)
    return list(tables.read(path))


def test_each_line_is_a_row(tmp_path: Path) -> None:
    """A bad one is told by its number, and the rest goes on."""
    first, second, third = read(tmp_path, '{"id": "a", "confidence": 0.5}\n\n{not json\n[1]\n')
    assert (first.line, first.cells) == (1, {"id": "a", "confidence": "0.5"})
    assert (second.line, third.line) == (3, 4)
    assert "is not JSON" in second.message
    assert "no JSON object" in third.message


def test_an_array_tells_the_line_of_each_object(tmp_path: Path) -> None:
    found = read(tmp_path, '[\n  {"id": "a",\n   "note": "x"},\n\n  {"id": "b"}, 3\n]\n', ".json")
    assert [row.line for row in found] == [2, 5, 5]
    assert isinstance(found[2], InvalidRow)


def test_an_array_that_breaks_off_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, '[{"id": "a"},\n {"id": ', ".json")
    assert [(row.line, isinstance(row, InvalidRow)) for row in found] == [(1, False), (2, True)]


def test_what_is_no_array_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no array of objects; .* \.jsonl"):
        read(tmp_path, '{"id": "a"}\n{"id": "b"}\n', ".json")


MEETING = Event(
    id="7c1a",
    type="meeting",
    when=TimeSpan.month(2021, 11),
    participants=(
        Participant(kind=PartyKind.COUNTRY, name="Japan", country="JPN", role="host"),
        Participant(kind=PartyKind.PERSON, name="Takashi Okada", country="JPN", office="ambassador"),
    ),
)


def test_an_object_that_was_written_has_the_cells_of_a_row() -> None:
    cells = objects.cells(json.loads(json.dumps(objects.stored_record(MEETING))))
    assert {column: cells[column] for column in rows.COLUMNS} == rows.cells(MEETING)


def test_without_participants_the_lists_count() -> None:
    told = {"type": "meeting", "countries": ["JPN", "AFG"], "roles": {"host": ["JPN"]}, "place": {"name": "Kabul"}}
    assert objects.cells(told) == {
        "type": "meeting",
        "countries": "JPN; AFG",
        "roles": "host: JPN",
        "place_name": "Kabul",
        "place_country": "",
    }


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"countries": ["JPN", "AFG"]}, "'countries' and 'participants' differ"),
        ({"participants": ["JPN"]}, "'participants' are objects"),
        ({"note": {"text": "x"}}, "'note' holds an object"),
    ],
)
def test_an_object_that_contradicts_itself_is_refused(changed: dict[str, Any], complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        objects.cells(objects.stored_record(MEETING) | changed)
