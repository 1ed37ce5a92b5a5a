"""Claims and judgements in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tracker.model import Judgement
from tracker.views import claims

SIGNED = {"author": "Ada", "command": "merge", "at": datetime(2026, 1, 1, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("judgement", "words"),
    [
        (Judgement(event_id="7c1a", mention=3, verdict="same", **SIGNED), "mention 3 tells it"),
        (Judgement(event_id="7c1a", mention=3, verdict="different", **SIGNED), "mention 3 does not tell it"),
        (Judgement(event_id="7c1a", other_id="81d6", verdict="same", **SIGNED), "7c1a is 81d6"),
        (Judgement(event_id="7c1a", other_id="81d6", verdict="unsure", **SIGNED), "7c1a may be 81d6"),
    ],
)
def test_judgements(judgement: Judgement, words: str) -> None:
    assert claims.decided(judgement) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("meeting 2021-11-23 JPN AFG @Kabul/AFG", "meeting 2021-11-23: AFG, JPN in Kabul, Afghanistan"),
        ("mission/closure 2021-08 JPN AFG planned", "mission (closure) planned 2021-08: AFG, JPN"),
    ],
)
def test_what_is_told(line: str, words: str, told) -> None:
    assert claims.told(told(line)) == words
