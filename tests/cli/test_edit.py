"""`tracker add`, `edit`, `delete`, `restore`: the record by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

Tracker = Callable[..., Any]


def recorded(tracker: Tracker, id: str) -> dict[str, Any]:
    """The event as its JSON object."""
    [event] = json.loads(tracker("show", id, "--format", "json").out)
    return event


def test_add_prints_the_id_and_says_how_the_date_was_read(tracker: Tracker) -> None:
    added = tracker(
        *("add", "--type", "visit", "--date", "2025-02-15..21", "--place", "Tokyo", "--tag", "kabul"),
        *("--country", "Afghanistan=visitor", "--country", "Japan=host", "--note", "Seen", "--title", "Guests"),
        *("--person", "Latifullah Hakimi (deputy minister, Afghanistan)=visitor", "--source", "https://example.org/x"),
    )
    assert added.code == 0
    assert added.err == "'2025-02-15..21' read as 2025-02-15→21, day (Sat to Fri)\n"
    event = recorded(tracker, added.out.strip())
    assert (event["start"], event["end"], event["precision"]) == ("2025-02-15", "2025-02-21", "day")
    assert event["roles"] == {"visitor": ["AFG"], "host": ["JPN"]}
    assert event["people"] == ["Latifullah Hakimi"]
    assert event["place"]["country"] == "JPN"
    assert (event["title"], event["note"], event["tags"], event["origin"]) == ("Guests", "Seen", ["kabul"], "hand")
    assert [source["url"] for source in event["sources"]] == ["https://example.org/x"]


def test_edit_changes_what_is_given_and_nothing_else(filled: Tracker) -> None:
    before = recorded(filled, "2b77")
    edited = filled("edit", "2b77", "--date", "2021-10-27", "--reason", "the ministry gives the day")
    assert edited.code == 0
    after = recorded(filled, "2b77")
    assert (after["start"], after["end"], after["precision"]) == ("2021-10-27", "2021-10-27", "day")
    kept = before.keys() - {"start", "end", "precision", "date_text", "history", "confidence"}
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


def test_parties_given_replace_those_of_their_kind(filled: Tracker) -> None:
    filled("edit", "2b77", "--country", "Japan=participant", "--country", "Qatar=mediator")
    after = recorded(filled, "2b77")
    assert after["countries"] == ["JPN", "QAT"]
    assert after["people"] == ["Takashi Okada", "Amir Khan Muttaqi"]


def test_an_empty_text_empties_a_field(filled: Tracker) -> None:
    filled("edit", "2b77", "--note", "seen")
    filled("edit", "2b77", "--note", "")
    assert recorded(filled, "2b77")["note"] == ""


def test_what_stands_there_already_is_no_change(filled: Tracker) -> None:
    again = filled("edit", "81d6", "--status", "cancelled")
    assert (again.code, again.out) == (0, "")
    assert "nothing changed" in again.err


def test_a_deleted_event_can_be_brought_back(filled: Tracker) -> None:
    assert filled("delete", "2b77", "--reason", "doubtful").code == 0
    assert "2b7730de" not in filled("timeline").out
    assert filled("restore", "2b7730de").code == 0
    assert "2b7730de" in filled("timeline").out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["add"], "--type"),
        (["add", "--type", "picnic"], "unknown type 'picnic'"),
        (["add", "--type", "visit", "--country", "Atlantis"], "unknown country 'Atlantis'"),
        (["add", "--type", "visit", "--country", "Japan=guest"], "'guest' (Japan) is no role of a visit"),
        (["add", "--type", "visit", "--subtype", "secret"], "the subtype of a visit may be state"),
        (["add", "--type", "visit", "--date", "2021-02-30"], "no such date"),
        (["edit", "2b77"], "nothing to change"),
        (["edit", "ffff", "--title", "x"], "unknown id 'ffff'"),
        (["delete", "ffff"], "unknown id 'ffff'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_meant_is_refused_in_one_line(filled: Tracker, arguments: list[str], complaint: str) -> None:
    before = filled("timeline", "--format", "json").out
    refused = filled(*arguments)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert complaint in refused.err
    assert filled("timeline", "--format", "json").out == before
