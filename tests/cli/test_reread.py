"""`tracker reread` over articles that `tracker ingest` has read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tracker import extract
from tracker.model import Participant, PartyKind

Tracker = Callable[..., Any]
TEXT = "KABUL, Nov 25, 2021 - Japanese ambassador Takashi Okada met Abdul Kabir in Kabul on Tuesday."


@pytest.fixture
def read(tracker: Tracker, tmp_path: Path) -> dict[str, Any]:
    """The event that one article tells, on record."""
    (tmp_path / "article.txt").write_text(TEXT)
    assert tracker("ingest", tmp_path / "article.txt").code == 0
    [event] = json.loads(tracker("timeline", "--format", "json").out)
    return event


@pytest.fixture
def better(read: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """From then on, an extractor that sees a third party in every engagement."""
    usual = extract.Extractor.extract_many
    qatar = Participant(kind=PartyKind.COUNTRY, name="Qatar", country="QAT")

    def extract_many(self, documents):
        for document, mentions in usual(self, documents):
            yield document, [replace(one, participants=(*one.participants, qatar)) for one in mentions]

    monkeypatch.setattr(extract.Extractor, "extract_many", extract_many)
    monkeypatch.setattr(extract, "VERSION", "better")


def test_the_same_extractor_changes_nothing(read: dict[str, Any], tracker: Tracker) -> None:
    assert "0 articles read anew" in tracker("reread").err
    again = tracker("reread", "--all")
    assert (again.code, again.out) == (0, "")
    assert "1 article read anew: 1 kept, 0 altered" in again.err


@pytest.mark.usefixtures("better")
def test_the_difference_is_shown_before_it_is_written(read: dict[str, Any], tracker: Tracker) -> None:
    tried = tracker("reread", "--dry-run")
    assert (tried.code, "nothing was written" in tried.err, "QAT" in tried.out) == (0, True, True)
    assert tracker("reread", stdin="n\n").code == 1
    assert json.loads(tracker("timeline", "--format", "json").out) == [read]
    assert tracker("reread", stdin="y\n").code == 0
    [event] = json.loads(tracker("timeline", "--format", "json").out)
    assert (event["id"], event["countries"]) == (read["id"], ["AFG", "JPN", "QAT"])
