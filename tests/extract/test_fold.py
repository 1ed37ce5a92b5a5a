"""What an article tells twice is one engagement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tracker.extract import Extractor
from tracker.model import Document, TimeSpan

Told = Callable[..., list[str]]

LUND = "Norwegian Prime Minister Jonas Lund"
RUTO = "Kenyan President William Ruto"

TELLINGS = [
    (
        "a headline and its lead",
        f"Norway's premier meets Kenya's president\n\n{LUND} met {RUTO} in Nairobi on Tuesday.",
        ["meeting KEN+NOR 2023-06-13"],
    ),
    (
        "the talks, once more",
        f"{LUND} met {RUTO} in Nairobi on Tuesday. The meeting lasted an hour.",
        ["meeting KEN+NOR 2023-06-13"],
    ),
    (
        "an arrival and a departure",
        f"{LUND} arrived in Kenya on 5 June. {LUND} ended his visit to Kenya on 8 June.",
        ["visit NOR>KEN 2023-06-05..2023-06-08"],
    ),
    (
        "two meetings on two days",
        f"{LUND} met {RUTO} on 5 June. {LUND} and {RUTO} met again on 9 June.",
        ["meeting KEN+NOR 2023-06-05", "meeting KEN+NOR 2023-06-09"],
    ),
    (
        "two people of one country",
        f"{LUND} met {RUTO} on Tuesday. {LUND} met Kenyan Foreign Minister Amina Odhiambo on Tuesday.",
        ["meeting KEN+NOR 2023-06-13", "meeting KEN+NOR 2023-06-13"],
    ),
]


@pytest.mark.parametrize(("text", "lines"), [pytest.param(text, lines, id=name) for name, text, lines in TELLINGS])
def test_tellings_add_up_to(told: Told, text: str, lines: list[str]) -> None:
    """Same type, parties, days and people: one; anything else: another."""
    assert told(text) == lines


def test_evidence_is_every_passage_that_tells_it(extractor: Extractor) -> None:
    """A mention quotes the headline and the sentence that tell it."""
    _, text, _ = TELLINGS[0]
    (mention,) = extractor.extract(Document(text=text, published=TimeSpan.iso("2023-06-15")))
    assert sorted(sentence.text for sentence in mention.evidence) == sorted(text.split("\n\n"))
