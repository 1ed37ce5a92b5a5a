"""Labels by what is said of found events."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tracker.errors import InputError
from tracker.evaluation import Coded, Decision, Journal, decide, read_decisions


@pytest.fixture(scope="module")
def found(code) -> list[Coded]:
    """A visit and a call."""
    return [code("visit 2021-11-23 JPN FRA", id="x-1"), code("call 2021-11-24 JPN USA", id="x-2")]


def said(*rows: dict[str, Any]) -> list[Decision]:
    return [Decision.read({"document": "talks.txt", **row}) for row in rows]


def test_what_is_not_decided_stays_open(found: list[Coded]) -> None:
    state = decide(found, said({"event": "x-1", "decision": "accept"}))
    assert [event.id for event in state.open] == ["x-2"]
    assert [(label.id, label.type, label.confidence) for label in state.labels] == [("e1", "visit", None)]


def test_a_correction_sets_fields_and_leaves_the_others(found: list[Coded]) -> None:
    change = {"start": "2021-11-22", "place": {"name": "Paris", "country": "FRA"}}
    [label] = decide(found, said({"event": "x-1", "decision": "correct", "set": change})).labels
    assert (str(label.start), str(label.end), label.place.name) == ("2021-11-22", "2021-11-23", "Paris")
    assert label.quotes == found[0].quotes


def test_rejected_events_are_no_labels_and_added_ones_are(found: list[Coded]) -> None:
    new = {"type": "summit", "countries": ["GBR"]}
    state = decide(
        found,
        said(
            {"event": "x-1", "decision": "reject"},
            {"event": "x-2", "decision": "optional"},
            {"decision": "add", "set": new},
        ),
    )
    assert state.rejected == 1
    assert [(label.id, label.type, label.optional) for label in state.labels] == [
        ("e1", "call", True),
        ("e2", "summit", False),
    ]


def test_the_last_decision_on_an_event_counts(found: list[Coded]) -> None:
    twice = said({"event": "x-1", "decision": "accept"}, {"event": "x-1", "decision": "reject"})
    assert decide(found, twice).labels == ()


def test_a_decision_on_another_quote_counts_for_nothing(found: list[Coded]) -> None:
    other = said({"event": "x-1", "decision": "accept", "quote": "Something else was found then."})
    assert len(decide(found, other).open) == 2


@pytest.mark.parametrize("change", [{"start": "2021-11-24", "end": "2021-11-23"}, {"status": "done"}])
def test_a_field_set_to_what_it_cannot_be_is_refused(found: list[Coded], change: dict[str, str]) -> None:
    with pytest.raises(InputError, match=r"talks\.txt, event x-1"):
        decide(found, said({"event": "x-1", "decision": "correct", "set": change}))


@pytest.mark.parametrize(
    "row",
    [
        '{"decision": "accept", "event": "x-1"}',
        '{"document": "talks.txt", "event": "x-1", "decision": "maybe"}',
        '{"document": "talks.txt", "decision": "accept"}',
        "[]",
        "accept",
    ],
)
def test_a_line_that_is_no_decision_is_told_by_its_number(tmp_path: Path, row: str) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text(f'{{"document": "a", "event": "x-1", "decision": "accept"}}\n{row}\n')
    with pytest.raises(InputError, match=r"mine\.jsonl, line 2"):
        read_decisions(path)


def test_a_journal_holds_what_is_not_finished(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "new" / "unfinished.jsonl")
    [one, other] = said({"event": "x-1", "decision": "accept"}, {"document": "b.txt", "decision": "add"})
    journal.note(one)
    journal.note(other)
    assert journal.about("talks.txt") == [one]
    journal.close("talks.txt")
    assert (journal.about("talks.txt"), journal.about("b.txt")) == ([], [other])
    journal.close("b.txt")
    assert list((tmp_path / "new").iterdir()) == []
