"""`tracker review --to-file` and `--from-file`: the queue decided on in an editor or a spreadsheet."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tracker = Callable[..., Any]
Rows = list[dict[str, str]]


@pytest.fixture
def queue(filled: Tracker, tmp_path: Path) -> Path:
    """The queue as a table."""
    path = tmp_path / "queue.csv"
    assert filled("review", "--to-file", path).code == 0
    return path


def read(path: Path) -> Rows:
    """The rows of a table."""
    with path.open(newline="") as lines:
        return list(csv.DictReader(lines))


def decide(path: Path, told: dict[str, dict[str, str]], *, drop: tuple[str, ...] = ()) -> None:
    """Writes cells into the rows of events, and leaves columns out."""
    rows = [{**row, **told.get(row["id"], {})} for row in read(path)]
    columns = [column for column in rows[0] if column not in drop]
    with path.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def events(tracker: Tracker) -> dict[str, Any]:
    """The events on record by id, rejected ones too, without the numbers of the operations on them."""
    reviews = [word for review in ("unreviewed", "confirmed", "rejected") for word in ("--review", review)]
    told = json.loads(tracker("timeline", *reviews, "--format", "json").out)
    return {event.pop("id"): {**event, "history": []} for event in told}


def test_each_row_tells_why_it_waits_and_awaits_a_decision(queue: Path) -> None:
    first, second, *_ = read(queue)
    assert (first["decision"], first["id"], first["status"]) == ("", "5ea3b2c7", "planned")
    assert first["why"].startswith("read with a confidence of 0.55 only; planned for after 25 November 2021")
    assert second["may_be"].startswith("4d92a1b6 0.")


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".jsonl", ".xlsx"])
def test_what_was_not_touched_changes_nothing(filled: Tracker, tmp_path: Path, ending: str) -> None:
    before, path = events(filled), tmp_path / f"queue{ending}"
    assert filled("review", "--to-file", path).code == 0
    done = filled("review", "--from-file", path)
    assert (done.code, done.out, done.err) == (0, "9 unchanged\n", "")
    assert events(filled) == before


def test_decisions_and_corrections_are_one_operation_that_undo_takes_back(filled: Tracker, queue: Path) -> None:
    before = events(filled)
    told = {
        "5ea3b2c7": {"decision": "reject"},
        "2b7730de": {"decision": "Accept", "title": "Okada meets Muttaqi", "place_name": "Kabul"},
        "3c81f0a5": {"decision": "merge:4d92"},
        "4d92a1b6": {"decision": "different: 1f09"},
        "81d6e5fa": {"note": "asked the ministry"},
    }
    decide(queue, told)
    done = filled("review", "--from-file", queue, "--reason", "second reading")
    assert done.out == "1 accepted, 1 rejected, 1 merged, 1 kept apart, 2 corrected, 4 unchanged\n"
    after = events(filled)
    assert (after["5ea3b2c7"]["review"], after["2b7730de"]["review"]) == ("rejected", "confirmed")
    assert (after["2b7730de"]["title"], after["2b7730de"]["start"]) == ("Okada meets Muttaqi", "2021-10-01")
    assert after["81d6e5fa"]["note"] == "asked the ministry"
    assert "3c81f0a5" not in after
    latest = json.loads(filled("history", "2b77", "--format", "jsonl").out.splitlines()[0])
    assert (latest["author"], latest["command"], latest["reason"]) == ("Ada", "review", "second reading")
    assert filled("undo").code == 0
    assert events(filled) == before


def test_twice_is_as_once(filled: Tracker, queue: Path) -> None:
    decide(
        queue,
        {
            "3c81f0a5": {"decision": "merge:4d92", "note": "one talk"},
            "4d92a1b6": {"decision": "accept", "date_text": "on Tuesday"},
            "1f09ac32": {"decision": "different:2b77", "title": "Embassy closed"},
        },
    )
    assert "2 corrected" not in filled("review", "--from-file", queue).out
    once = events(filled)
    again = filled("review", "--from-file", queue)
    assert (again.code, again.out) == (0, "9 unchanged\n")
    assert events(filled) == once


def test_what_others_set_since_is_not_overwritten(filled: Tracker, queue: Path) -> None:
    """An untouched cell is no wish for what stood there; a touched one is a conflict that a person must settle."""
    filled("edit", "2b77", "--title", "By Ben", "--author", "Ben")
    decide(queue, {"2b7730de": {"decision": "accept", "note": "seen"}})
    assert filled("review", "--from-file", queue).code == 0
    assert (events(filled)["2b7730de"]["title"], events(filled)["2b7730de"]["note"]) == ("By Ben", "seen")
    decide(queue, {"2b7730de": {"title": "By Ada"}})
    refused = filled("review", "--from-file", queue)
    assert refused.code == 1
    assert "title of 2b7730de was set to 'By Ben' since the file was written" in refused.err
    assert events(filled)["2b7730de"]["title"] == "By Ben"


def test_without_the_column_that_tells_how_it_stood_the_row_is_what_is_wanted(filled: Tracker, queue: Path) -> None:
    filled("edit", "2b77", "--title", "By Ben")
    decide(queue, {"2b7730de": {"title": "By Ada"}}, drop=("seen",))
    assert filled("review", "--from-file", queue).out == "1 corrected, 8 unchanged\n"
    assert events(filled)["2b7730de"]["title"] == "By Ada"


def test_every_mistake_is_told_with_its_place_and_nothing_is_written(filled: Tracker, queue: Path) -> None:
    before = events(filled)
    decide(
        queue,
        {
            "5ea3b2c7": {"decision": "perhaps"},
            "3c81f0a5": {"decision": "accept", "place_country": "Atlantis"},
            "2b7730de": {"decision": "merge:ffff"},
            "81d6e5fa": {"decision": "merge:81d6"},
            "4d92a1b6": {"decision": "accept"},
            "1f09ac32": {"id": "abcd"},
            "70c5d4e9": {"seen": "first"},
        },
    )
    refused = filled("review", "--from-file", queue)
    assert (refused.code, refused.out) == (1, "1 accepted, 2 unchanged, 6 wrong; nothing was written\n")
    places = [line.partition(": ")[2].partition(":")[0].partition(", ")[2] for line in refused.err.splitlines()]
    assert sorted(places) == sorted(["column decision"] * 3 + ["column place_country", "column id", "column seen"])
    assert "'perhaps' is no decision; write accept, reject, skip, merge:ID or different:ID" in refused.err
    assert events(filled) == before


def test_a_dry_run_says_what_would_happen(filled: Tracker, queue: Path) -> None:
    before = events(filled)
    decide(queue, {"5ea3b2c7": {"decision": "reject"}, "3c81f0a5": {"decision": "merge:4d92"}})
    foreseen = filled("review", "--from-file", queue, "--dry-run")
    assert (foreseen.code, foreseen.out) == (0, "1 rejected, 1 merged, 7 unchanged; nothing was written\n")
    assert events(filled) == before


def test_what_is_skipped_waits_no_more(filled: Tracker, queue: Path) -> None:
    decide(queue, {"5ea3b2c7": {"decision": "skip"}})
    assert filled("review", "--from-file", queue).out == "1 skipped, 8 unchanged\n"
    assert "8 to review (1 skipped before" in filled("review").err


def test_lines_of_json_carry_the_same_columns(filled: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "queue.jsonl"
    filled("review", "--to-file", path, "--only", "passed")
    [row] = map(json.loads, path.read_text().splitlines())
    path.write_text(json.dumps({"id": row["id"], "decision": "accept", "status": "cancelled"}))
    assert filled("review", "--from-file", path).out == "1 accepted, 1 corrected\n"
    assert (events(filled)[row["id"]]["review"], events(filled)[row["id"]]["status"]) == ("confirmed", "cancelled")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("decision,id,verdict\naccept,2b77,x\n", "'verdict' is no column of a review"),
        ("decision\naccept\n", "line 2, column id: a row without an id tells no event"),
        ("decision,id\naccept,2b7730de\naccept,2b7730de\n", "line 3, column id: the id 2b7730de stands in line 2"),
        ("", "queue.csv"),
    ],
    ids=["column", "id", "twice", "empty"],
)
def test_a_file_that_is_none_is_refused(filled: Tracker, tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "queue.csv"
    path.write_text(text)
    refused = filled("review", "--from-file", path)
    assert refused.code == 1
    assert complaint in refused.err
    assert len(refused.err.splitlines()) == 1
