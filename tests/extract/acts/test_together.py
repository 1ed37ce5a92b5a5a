"""Meetings without a word for one, letters and calls in other words, journeys told by what carries somebody.

Every text is published on Thursday 15 June 2023. A line is status, unless it occurred, type, parties (`visitor>host`)
and date.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]

TOGETHER = [
    (
        "Peru's mines minister, Ana Rey, rowed her Kenyan colleague, Peter Otieno, across the harbour in Callao on "
        "Monday.",
        ["meeting KEN+PER 2023-06-12"],
    ),
    ("The water ministers of Kenya and Uganda pored over maps in Kampala on Tuesday.", ["meeting KEN+UGA 2023-06-13"]),
    (
        "Kenya's Peter Otieno and Uganda's John Okello planted a hedge together in Kampala on Tuesday.",
        ["meeting KEN+UGA 2023-06-13"],
    ),
    ("Kenya's Peter Otieno accused Uganda's John Okello in Kampala on Tuesday of stalling.", []),
    ("Kenya's Peter Otieno succeeded Uganda's John Okello in Geneva on Tuesday.", []),
]

AT_A_DISTANCE = [
    (
        "Kenya's President William Ruto was put through to Peru's Dina Boluarte on Sunday night.",
        ["call KEN+PER 2023-06-11"],
    ),
    (
        "A fax from President William Ruto of Kenya to President Dina Boluarte of Peru was sent on Monday.",
        ["call KEN>PER 2023-06-12"],
    ),
]

JOURNEYS = [
    ("Kenya's trade minister, Peter Otieno, took the morning flight to Lima on Tuesday.", ["visit KEN>PER 2023-06-13"]),
    (
        "Sweden's Prime Minister Ulf Kristersson will swing through Lima on Friday.",
        ["planned visit SWE>PER 2023-06-16"],
    ),
    ("Monday brought Kenya's trade minister, Peter Otieno, to Lima.", ["visit KEN>PER 2023-06-12"]),
]


@pytest.mark.parametrize(("text", "lines"), [*TOGETHER, *AT_A_DISTANCE, *JOURNEYS])
def test_what_no_plain_word_tells(told: Told, text: str, lines: list[str]) -> None:
    """Officials of two sides who do a thing in one place have met; words of judgement or rank tell nothing."""
    assert told(text) == lines
