"""Several events changed at once, by ids or by what is asked for; `tag`, `note`, `confirm`, `reject`."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

Tracker = Callable[..., Any]

MEETINGS = ("--where", "country=Japan", "--where", "type=meeting", "--where", "until=2021-10")


def shown(tracker: Tracker, id: str) -> dict[str, Any]:
    """The event as its JSON object."""
    [event] = json.loads(tracker("show", id, "--format", "json").out)
    return event


def test_what_a_filter_finds_is_shown_and_asked_about(filled: Tracker) -> None:
    asked = filled("edit", *MEETINGS, "--subtype", "bilateral", stdin="y\n")
    assert asked.code == 0
    assert asked.err == "2b7730de subtype: — → bilateral\nmake 1 change of 1 event? [y/N] "
    assert asked.out == "2b7730de  subtype: — → bilateral\n"
    assert shown(filled, "2b77")["subtype"] == "bilateral"


def test_a_no_changes_nothing(filled: Tracker) -> None:
    before = filled("timeline", "--format", "json").out
    assert filled("edit", *MEETINGS, "--subtype", "bilateral", stdin="n\n").code == 1
    unanswered = filled("edit", *MEETINGS, "--subtype", "bilateral")
    assert (unanswered.code, "add --yes" in unanswered.err) == (2, True)
    assert filled("timeline", "--format", "json").out == before


def test_yes_asks_nothing(filled: Tracker) -> None:
    edited = filled("tag", *MEETINGS, "--add", "doha", "--yes")
    assert (edited.code, edited.out, edited.err) == (0, "2b7730de  tags: — → doha\n", "")


def test_all_or_none_are_changed(filled: Tracker) -> None:
    before = filled("timeline", "--format", "json").out
    refused = filled("edit", "2b77", "81d6", "--subtype", "bilateral")
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert filled("timeline", "--format", "json").out == before


def test_tags_are_given_taken_and_searched(filled: Tracker) -> None:
    filled("tag", "2b77", "81d6", "--add", "kabul", "--add", "envoys")
    filled("tag", "81d6", "--remove", "kabul")
    assert (shown(filled, "2b77")["tags"], shown(filled, "81d6")["tags"]) == (["envoys", "kabul"], ["envoys"])
    assert filled("timeline", "--tag", "kabul").out.split()[-1] == "2b7730de"


def test_a_note_grows_by_lines(filled: Tracker) -> None:
    filled("note", "2b77", "--text", "first")
    filled("note", "2b77", "-m", "second")
    assert shown(filled, "2b77")["note"] == "first\nsecond"
    filled("note", "2b77", "-m", "only", "--replace")
    assert shown(filled, "2b77")["note"] == "only"


def test_what_is_rejected_leaves_the_timeline_until_it_is_asked_for(filled: Tracker) -> None:
    filled("reject", "2b77", "--reason", "an opinion")
    filled("confirm", "81d6")
    assert "2b7730de" not in filled("timeline").out
    assert filled("timeline", "--review", "rejected").out.split()[-1] == "2b7730de"
    assert filled("timeline", "--review", "confirmed").out.split()[-1].startswith("81d6")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["tag", "2b77"], "no tag is given"),
        (["confirm"], "give either ids or --where"),
        (["confirm", "2b77", "--where", "country=Japan"], "give either ids or --where"),
        (["confirm", "--where", "Japan"], "--where 'Japan': write one of country"),
        (["confirm", "--where", "status=held"], "'held' is none of occurred, planned, cancelled"),
        (["note", "ffff", "-m", "x"], "unknown id 'ffff'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_meant_is_refused_in_one_line(filled: Tracker, arguments: list[str], complaint: str) -> None:
    refused = filled(*arguments)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert complaint in refused.err
