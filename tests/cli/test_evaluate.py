"""`tracker evaluate`: what is printed of the figures, and of what went wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tracker = Callable[..., Any]

VISIT = {
    "type": "visit",
    "status": "occurred",
    **{"start": "2021-11-23", "end": "2021-11-23", "precision": "day"},
    "countries": ["FRA", "JPN"],
    "roles": {"visitor": ["JPN"], "host": ["FRA"]},
    "place": {"name": None, "country": "FRA"},
}
CALL = {"type": "call", "countries": ["JPN", "USA"], "confidence": 0.4, "sources": [{"quote": "They rang."}]}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One labelled article."""
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a1.txt").write_text("Japan's foreign minister visited France on Tuesday.")
    (folder / "a1.json").write_text(json.dumps({"doc": "a1.txt", "published": "2021-11-25", "events": [VISIT]}))
    return folder


@pytest.fixture
def found(tmp_path: Path) -> Path:
    """What some program found: the visit a day too late, and a call that nobody made."""
    folder = tmp_path / "found"
    folder.mkdir()
    late = VISIT | {"start": "2021-11-24", "end": "2021-11-24", "confidence": 0.9}
    (folder / "a1.jsonl").write_text(f"{json.dumps(late)}\n{json.dumps(CALL)}\n")
    return folder


def test_the_articles_are_read_as_of_their_labels_day(tracker: Tracker, gold: Path) -> None:
    report = json.loads(tracker("evaluate", gold, "--format", "json").out)
    assert (report["documents"], report["gold"], report["predicted"]) == (1, 1, 1)
    assert report["complete"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert set(report["of_matches"].values()) == {1.0, None}
    assert "errors" not in report


def test_predictions_of_any_program_can_be_measured(tracker: Tracker, gold: Path, found: Path) -> None:
    shown = tracker("evaluate", gold, "--predictions", found)
    lines = [line.split() for line in shown.out.splitlines()]
    assert ["1", "documents:", "1", "events", "labelled,", "2", "found"] in lines
    assert ["detected", "0.500", "1.000", "0.667"] in lines
    assert ["dated", "0.000", "0.000", "0.000"] in lines
    assert ["call", "0.000", "0.000", "0.000", "0", "0", "1"] in lines
    assert ["0.9", "to", "1.0", "1", "0.900", "1.000", "0.000"] in lines


def test_errors_are_listed_with_their_quotes(tracker: Tracker, gold: Path, found: Path) -> None:
    lines = tracker("evaluate", gold, "--predictions", found, "--errors").out.splitlines()
    assert lines[:3] == [
        "wrong    a1 (date): visit occurred 2021-11-23 FRA JPN @FRA → visit occurred 2021-11-24 FRA JPN @FRA",
        "invented a1: call undated JPN USA",
        "         “They rang.”",
    ]


def test_what_is_less_certain_can_be_left_out(tracker: Tracker, gold: Path, found: Path) -> None:
    options = ("--predictions", found, "--min-confidence", "0.5", "--format", "json")
    assert json.loads(tracker("evaluate", gold, *options).out)["predicted"] == 1


def test_errors_as_json_hold_both_sides(tracker: Tracker, gold: Path, found: Path) -> None:
    options = ("--predictions", found, "--errors", "--format", "json")
    wrong, invented = json.loads(tracker("evaluate", gold, *options).out)["errors"]
    assert (wrong["kind"], wrong["wrong"], wrong["gold"]["start"]) == ("wrong", ["date"], "2021-11-23")
    assert (invented["gold"], invented["predicted"]["type"], invented["quote"]) == (None, "call", "They rang.")


def test_labels_whose_article_is_missing_are_told(tracker: Tracker, gold: Path) -> None:
    (gold / "a1.txt").unlink()
    result = tracker("evaluate", gold)
    assert result.code == 1
    assert "a1.txt does not exist" in result.err


def test_a_folder_that_does_not_exist_is_no_folder_of_labels(tracker: Tracker, tmp_path: Path) -> None:
    assert tracker("evaluate", tmp_path / "nowhere").code == 2
