"""A whole working day on the command line: what the person said is there at its end, and all can be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Terminal, Tracker, database, terminal, tracker

__all__ = ["database", "terminal", "tracker"]

DAY = Path(__file__).parent / "day"


def events(tracker: Tracker, *asked: str) -> list[dict[str, Any]]:
    """The events of a timeline."""
    printed = tracker("timeline", *asked, "--format", "jsonl")
    assert printed.code == 0, printed.err
    return [json.loads(line) for line in printed.out.splitlines()]


def only(tracker: Tracker, *asked: str) -> dict[str, Any]:
    """The one event that a timeline tells of."""
    [event] = events(tracker, *asked)
    return event


def shown(tracker: Tracker, id: str) -> dict[str, Any]:
    """The event of that id, or the one that it went into."""
    [event] = json.loads(tracker("show", id, "--format", "json").out)
    return event


def state(tracker: Tracker) -> list[dict[str, Any]]:
    """Everything on record but the numbers of its changes, by id."""
    everything = events(tracker, "--review", "unreviewed", "--review", "confirmed", "--review", "rejected")
    return [{name: event[name] for name in event if name != "history"} for event in everything]


def history(tracker: Tracker) -> list[dict[str, Any]]:
    """Every change of the record, the latest first."""
    return [json.loads(line) for line in done(tracker("history", "--limit", "999", "--format", "jsonl")).splitlines()]


def done(result: Any) -> str:
    """What a command printed that went well."""
    assert result.code == 0, result.err
    return str(result.out).strip()


def type_in(workbook: Path, id: str, **cells: str) -> None:
    """What a person types into the row of an event in a spreadsheet."""
    book = load_workbook(workbook)
    names, *rows = book.active.iter_rows()
    columns = [cell.value for cell in names]
    [row] = [row for row in rows if row[columns.index("id")].value == id]
    for column, text in cells.items():
        row[columns.index(column)].value = text
    book.save(workbook)


@pytest.fixture
def read(tracker: Tracker) -> Tracker:
    """The twenty articles, read."""
    assert tracker("ingest", DAY / "articles").out.startswith("20 articles read: ")
    return tracker


def test_a_working_day(read: Tracker, terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    """Read twenty articles, review, correct, merge, undo, add, export, edit in a spreadsheet, import."""
    tracker = read
    morning = state(tracker)
    letter = only(tracker, "--type", "visit", "--status", "planned")["id"]
    call = only(tracker, "--type", "call")["id"]
    meeting = only(tracker, "--person", "Morita")["id"]

    # review: one is merged into another by mistake, which is taken back; then both are accepted
    asked = terminal("review", "--type", "expulsion")
    for keys in ("m", f"{call}\r", "u", "a", "a"):
        asked.expect("which one" if keys.endswith("\r") else "? > ")
        asked.send(keys)
    asked.expect("2 accepted; nothing left of 2")
    assert asked.code() == 0

    # correct: an article that was corrected since settles what its sources differed on
    assert shown(tracker, meeting)["conflicts"] == ["dates"]
    assert "1 corrected" in done(tracker("ingest", DAY / "corrected", "--yes"))
    assert shown(tracker, meeting)["conflicts"] == []
    done(tracker("edit", meeting, "--title", "Morita asks for rails", "--reason", "plainer"))
    done(tracker("reject", letter, "--reason", "only a reader says so"))
    done(tracker("tag", "--where", "country=Norway", "--add", "ocean", "--yes"))

    # add: the same call from another source, which is merged into the one that was read, taken back, and brought again
    told = ("--type", "call", "--date", "March 7, 2024", "--country", "Kenya", "--country", "Qatar")
    again = terminal("add", *told, "--source", "Read-out 12/24", "--quote", "They spoke.")
    again.expect(f"- {call} call")
    again.expect("[y/N]")
    again.send("y\r")
    assert again.code() == 0
    [own] = [one["id"] for one in events(tracker, "--type", "call") if one["id"] != call]
    for command in (("merge", call, own), ("undo",), ("redo",)):
        done(tracker(*command))
    assert "Read-out 12/24" in [source["document"] for source in shown(tracker, own)["sources"]]
    [alike] = [json.loads(line) for line in done(tracker("people", "--alike", "--format", "jsonl")).splitlines()]
    done(tracker("party", "merge", str(alike["party"]), str(alike["other"])))

    # in a spreadsheet: a mistake is told with its place and nothing is written; then it comes in as edits
    book = tmp_path / "march.xlsx"
    done(tracker("export", book))
    assert "0 new, 0 changed, " in done(tracker("import", book))
    type_in(book, meeting, note="On the train.", start="2024-03-41")
    refused = tracker("import", book)
    assert (refused.code, "start" in refused.err, shown(tracker, meeting)["note"]) == (1, True, "")
    type_in(book, meeting, start="2024-03-12")
    assert "0 new, 1 changed, " in done(tracker("import", book))

    # at the end, what the person said is there
    kept = shown(tracker, meeting)
    assert (kept["title"], kept["note"], kept["start"]) == ("Morita asks for rails", "On the train.", "2024-03-12")
    assert shown(tracker, letter)["review"] == "rejected"
    assert "ocean" in only(tracker, "--type", "agreement")["tags"]
    assert {one["review"] for one in events(tracker, "--type", "expulsion")} == {"confirmed"}
    assert [one["id"] for one in events(tracker, "--type", "call")] == [call]

    # and every command of the day can be taken back, those that followed from a corrected article by their number
    while (taken := tracker("undo")).code == 0:
        pass
    assert "nothing" in taken.err
    machine = [row["change"] for row in history(tracker) if row["author"] == "tracker" and row["field"] == "conflicts"]
    done(tracker("undo", str(machine[0])))
    assert state(tracker) == morning
