"""Days across sentences: the day that the narrative is at, the ends of a stay, what a present tense tells ahead.

Every text is published on Thursday 15 June 2023. A line is status, unless it occurred, type, parties (`visitor>host`)
and date.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]

GOES_ON = [
    (
        "President Ruto of Kenya opened a fair in Lima on Monday. Later he met Peru's president, Dina Boluarte.",
        ["meeting KEN+PER 2023-06-12"],
    ),
    (
        "On Monday the guest from Kenya, Foreign Minister Alfred Mutua, strolled about Lima. In the afternoon he was "
        "received by President Dina Boluarte of Peru.",
        ["meeting KEN+PER 2023-06-12"],
    ),
    (
        "The heat in Lima broke on Tuesday.\nSubsequently, Kenya's foreign minister met his Peruvian counterpart.",
        ["meeting KEN+PER 2023-06-13"],
    ),
    (
        "When Kenya's foreign minister walked in on Tuesday, the cook was asleep. He met his Peruvian counterpart "
        "that evening.",
        ["meeting KEN+PER 2023-06-13"],
    ),
    (
        "A wreath was laid in Lima on Monday. The following day Kenya and Peru signed a treaty.",
        ["agreement KEN+PER 2023-06-13"],
    ),
]

STANDS_BY_ITSELF = [
    (
        "Norway's president opened a fair on Monday. She welcomed the signing of a treaty by Kenya and Peru.",
        ["agreement KEN+NOR+PER week"],
    ),
    (
        "Monday's storm closed the port of Lima. Kenya's foreign minister met his Peruvian counterpart.",
        ["meeting KEN+PER week"],
    ),
    (
        "A spokesman said on Monday that he was well.\nLater Kenya's foreign minister met his Peruvian counterpart.",
        ["meeting KEN+PER week"],
    ),
]


@pytest.mark.parametrize(("text", "lines"), [*GOES_ON, *STANDS_BY_ITSELF])
def test_what_goes_on_takes_the_day_of_the_story(told: Told, text: str, lines: list[str]) -> None:
    """An act without a day of its own goes on from the last day told in the past, when its words say so."""
    assert told(text) == lines
