"""`tracker history`, `undo`, `redo`, `blame`; `merge`, `split`, `same`, `different`, `why`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker import resolve, store
from tracker.cli import run
from tracker.model import Document, TimeSpan

Tracker = Callable[..., Any]
OKADA = "meeting 2021-11-23 JPN:participant AFG:participant Takashi_Okada/JPN @Kabul/AFG"
VAGUE = "meeting 2021-03 JPN AFG"


def rows(tracker: Tracker, *arguments: str) -> list[dict[str, Any]]:
    """What a command lists, as objects."""
    return json.loads(tracker(*arguments, "--format", "json").out)


@pytest.fixture
def two(database: Path, told, tracker: Tracker) -> list[str]:
    """The ids of two meetings, each told by an article."""
    with store.open_recorder(str(database), author="Ada", command="ingest") as writer:
        for name, line in (("first", OKADA), ("second", VAGUE)):
            document = Document(text=line, name=name, published=TimeSpan.iso("2021-11-25"))
            writer.article(document, [told(line)], resolve)
    return [event["id"] for event in rows(tracker, "timeline", "--reverse")]


def test_undo_takes_back_the_last_command_and_redo_brings_it_again(filled: Tracker) -> None:
    before = filled("timeline", "--format", "csv").out
    filled("edit", "2b77", "--title", "Okada in Doha", "--note", "seen")
    after = filled("timeline", "--format", "csv").out
    assert "took back change 2: 2 changes of 1 event" in filled("undo").out
    assert filled("timeline", "--format", "csv").out == before
    assert "brought change 2 again" in filled("redo").out
    assert filled("timeline", "--format", "csv").out == after


def test_several_commands_are_taken_back_at_once(filled: Tracker) -> None:
    before = filled("timeline", "--format", "csv").out
    filled("delete", "2b77")
    filled("confirm", "81d6")
    added = filled("add", "-t", "call", "-d", "2024-05-01", "-c", "Japan").out.strip()
    assert filled("undo", "--last", "3").code == 0
    assert filled("timeline", "--format", "csv").out == before
    assert added not in before


def test_each_undoes_his_own_unless_a_number_is_given(filled: Tracker) -> None:
    filled("edit", "2b77", "--title", "By Grace", "--author", "Grace")
    assert filled("undo", "--author", "Eve").err == (
        "tracker: nothing that Eve did is left to take back; `tracker history` numbers what others did\n"
    )
    number = rows(filled, "history", "2b77")[0]["change"]
    assert filled("undo", str(number), "--author", "Eve").code == 0


def test_what_was_set_again_since_is_not_taken_back(filled: Tracker) -> None:
    filled("edit", "2b77", "--title", "One")
    filled("edit", "2b77", "--title", "Two")
    refused = filled("undo", "2")
    assert refused.code == 1
    assert "title of 2b7730de was set again since (change 3 by Ada, edit); take that back first" in refused.err


def test_history_tells_who_set_what_and_why(filled: Tracker) -> None:
    filled("edit", "2b77", "--title", "Okada in Doha", "--reason", "shorter", "--author", "Grace")
    filled("undo", "2")
    undo, edit = rows(filled, "history", "2b77")[:2]
    assert (edit["author"], edit["command"], edit["field"], edit["new"]) == ("Grace", "edit", "title", "Okada in Doha")
    assert (edit["reason"], edit["undone"]) == ("shorter", "undone")
    assert (undo["author"], undo["command"], undo["new"]) == ("Ada", "undo", edit["old"])


def test_blame_names_a_person_or_the_quotations_and_who_says_otherwise(tracker: Tracker, two: list[str]) -> None:
    tracker("merge", *two)
    tracker("edit", two[0], "--title", "Okada in Kabul", "--reason", "shorter")
    blamed = {row["field"]: row for row in rows(tracker, "blame", two[0])}
    assert (blamed["title"]["by"], blamed["title"]["reason"], blamed["title"]["sources"]) == ("Ada", "shorter", [])
    assert blamed["dates"]["value"] == "2021-11-23"
    assert blamed["dates"]["sources"] == [f"first: “{OKADA}”"]
    assert blamed["dates"]["otherwise"] == ["2021-03 (mention 2)"]
    assert blamed["person"]["mentions"] == [1]


def test_what_sources_say_otherwise_is_shown_with_the_event(tracker: Tracker, two: list[str]) -> None:
    """On its card, and where it is reviewed."""
    tracker("merge", *two)
    rival = "  otherwise    2021-03 in “second”"
    assert rival in tracker("show", two[0]).out.splitlines()
    assert rival in tracker("review", stdin="q\n").out.splitlines()


def test_merged_ids_lead_on_and_different_parts_them(tracker: Tracker, two: list[str]) -> None:
    before = tracker("timeline", "--format", "csv").out
    one, other = two
    assert tracker("same", one, other).out == f"{other} went into {one}; `tracker undo` takes it back\n"
    [merged] = rows(tracker, "show", other)
    assert (merged["id"], merged["conflicts"], len(merged["sources"])) == (one, ["dates"], 2)
    assert tracker("different", one, other).code == 0
    assert tracker("timeline", "--format", "csv").out == before
    assert "nothing changed" in tracker("different", other, one).err


def test_split_gives_a_mention_its_event_back(tracker: Tracker, two: list[str]) -> None:
    before = tracker("timeline", "--format", "csv").out
    tracker("merge", *two)
    assert tracker("split", two[0], "--mention", "2").out.strip() == two[1]
    assert tracker("timeline", "--format", "csv").out == before


def test_why_gives_reasons_and_what_each_source_claims(tracker: Tracker, two: list[str]) -> None:
    tracker("merge", *two, "--reason", "one trip")
    first, second, merged = rows(tracker, "why", two[0])
    assert first["decided"] == "mention 1 tells it"
    assert first["reasons"] == ["nothing like it is on record"]
    assert second["claims"] == "meeting 2021-03: AFG, JPN"
    assert (merged["decided"], merged["by"], merged["reasons"]) == (f"{two[1]} is {two[0]}", "Ada", ["one trip"])


def test_why_says_so_when_nothing_was_quoted(tracker: Tracker) -> None:
    """As of an event entered by hand."""
    id = tracker("add", "--type", "call", "--date", "2024-05-01", "--country", "Japan").out.strip()
    told = tracker("why", id)
    assert (told.code, told.out) == (0, "")
    assert told.err == f"no quotation supports {id}, as none does an event entered by hand\n"


def tag_and_note(name: str) -> None:
    """What one person does, five times over."""
    for number in range(5):
        assert run(["tag", "2b77", "--add", f"{name}{number}"]) == 0
        assert run(["note", "2b77", "--text", f"{name}{number}"]) == 0


def test_two_who_edit_at_once_lose_nothing(filled: Tracker, at_once: Callable[..., None]) -> None:
    """Each adds to what the other has just added to."""
    names = ("ada", "bob")
    at_once(tag_and_note, *names)
    [event] = rows(filled, "show", "2b77")
    expected = {f"{name}{number}" for name in names for number in range(5)}
    assert set(event["tags"]) == expected
    assert set(event["note"].split("\n")) == expected
