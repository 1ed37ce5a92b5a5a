"""`tracker people` and `tracker party`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker.cli import run

Tracker = Callable[..., Any]


def rows(tracker: Tracker, *arguments: str) -> list[dict[str, Any]]:
    """What a command lists, as objects."""
    return json.loads(tracker(*arguments, "--format", "json").out)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One minister under two spellings, in two offices, who met two ambassadors."""
    path = tmp_path_factory.mktemp("people") / "record.db"
    for day, person, other in (
        ("2021-10-27", "Amir Khan Muttaqi (acting foreign minister, AFG)", "Takashi Okada (ambassador, JPN)"),
        ("2022-07-03", "Amir Khan Muttaki (foreign minister, AFG)", "Wang Yu (ambassador, CHN)"),
    ):
        party = ("-c", "AFG", "--person", person, "--person", other)
        assert run(["add", "-t", "meeting", "-d", day, *party, "--author", "Ada", "--db", str(path)]) == 0
    return path


@pytest.fixture
def two(tracker: Tracker, model: Path, database: Path) -> Tracker:
    """A record of them."""
    shutil.copy(model, database)
    return tracker


def test_a_card_tells_offices_and_whom_one_met(two: Tracker) -> None:
    """And who may be the same person."""
    [card] = rows(two, "people", "Amir Khan Muttaqi")
    assert card["offices"][0]["office"] == "acting foreign minister"
    assert (card["met"][0]["name"], card["met"][0]["last"]) == ("Takashi Okada (JPN)", "2021-10-27")
    assert [one["name"] for one in card["may_be"]] == ["Amir Khan Muttaki (AFG)"]


def test_joined_names_are_one_person_everywhere(two: Tracker) -> None:
    """Until it is taken back."""
    merged = two("party", "merge", "Amir Khan Muttaqi", "Amir Khan Muttaki", "--reason", "one minister")
    assert (
        merged.out == "Amir Khan Muttaki (AFG) is Amir Khan Muttaqi (AFG) from now on; `tracker undo` takes it back\n"
    )
    [card] = rows(two, "people", "Muttaki")
    assert [one["office"] for one in card["offices"]] == ["acting foreign minister", "foreign minister"]
    assert (card["aliases"], card["events"], card["may_be"]) == (["Amir Khan Muttaki"], 2, [])
    assert len(rows(two, "timeline", "--person", "Muttaki")) == 2
    [change] = [row for row in rows(two, "history") if row["field"] == "party"]
    assert (change["new"], change["reason"]) == ("Amir Khan Muttaki (AFG) is Amir Khan Muttaqi (AFG)", "one minister")
    assert "1 decision on names" in two("undo").out
    assert len(rows(two, "timeline", "--person", "Muttaki")) == 1


def test_names_told_apart_are_not_offered_again(two: Tracker) -> None:
    """What was decided is listed."""
    [pair] = rows(two, "people", "--alike")
    assert two("party", "separate", str(pair["party"]), str(pair["other"])).code == 0
    assert rows(two, "people", "--alike") == []
    [decision] = rows(two, "party", "list")
    assert decision["decided"] == "Amir Khan Muttaki (AFG) is not Amir Khan Muttaqi (AFG)"
    assert "nothing changed" in two("party", "separate", "Amir Khan Muttaki", "Amir Khan Muttaqi").err


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (["--country", "Japan"], ["Takashi Okada"]),
        (["--office", "acting"], ["Amir Khan Muttaqi"]),
        (["--met", "okada"], ["Amir Khan Muttaqi"]),
        (["--since", "2022", "--country", "China"], ["Wang Yu"]),
        (["--limit", "1"], ["Amir Khan Muttaki"]),
        (["nobody"], []),
    ],
)
def test_people_are_found_by_what_they_did(two: Tracker, asked: list[str], names: list[str]) -> None:
    assert [row["name"] for row in rows(two, "people", *asked)] == names


def test_a_name_of_several_is_told_with_their_numbers(two: Tracker) -> None:
    refused = two("party", "merge", "Amir", "Wang Yu")
    assert refused.code == 2
    assert "'Amir' may be" in refused.err
    assert "give more of the name" in two("people", "Amir").err
