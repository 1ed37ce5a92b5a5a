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


ENDS = [
    (
        "Kenya's foreign minister arrived in Lima on Monday and flew home on Wednesday.",
        ["visit KEN>PER 2023-06-12..2023-06-14"],
    ),
    (
        "Kenya's foreign minister visited Lima on Monday, returning on Tuesday.",
        ["visit KEN>PER 2023-06-12..2023-06-13"],
    ),
    (
        "Kenya's foreign minister, who had been in Lima since Saturday, flew home from Peru yesterday.",
        ["visit KEN>PER 2023-06-10..2023-06-14"],
    ),
    (
        "Kenya's foreign minister is back from Lima, where he stayed from Saturday to Wednesday.",
        ["visit KEN>PER 2023-06-10..2023-06-14"],
    ),
    (
        "Kenya's foreign minister brought to a close yesterday the visit to Peru which he had begun on Monday.",
        ["visit KEN>PER 2023-06-12..2023-06-14"],
    ),
    (
        "Kenya's foreign minister leaves for Lima tomorrow and will be back on Tuesday.",
        ["planned visit KEN>PER 2023-06-16..2023-06-20"],
    ),
    (
        "Kenya's foreign minister travels to Lima on Friday (returning Sunday evening).",
        ["planned visit KEN>PER 2023-06-16..2023-06-18"],
    ),
    (
        "Kenya's foreign minister is in Lima for talks. He stays until tomorrow.",
        ["visit KEN>PER 2023-06-15..2023-06-16"],
    ),
    (
        "Kenya's president visited Lima on 5 June. The visit ended on 7 June.",
        ["visit KEN>PER 2023-06-05..2023-06-07"],
    ),
    (
        "Kenya's foreign minister arrived in Lima on Monday. He left on Wednesday.",
        ["visit KEN>PER 2023-06-12..2023-06-14"],
    ),
]

NO_ENDS = [
    (
        "Kenya's foreign minister arrived in Lima on Monday. The road to the port stays closed until Friday.",
        ["visit KEN>PER 2023-06-12"],
    ),
    (
        "Kenya's foreign minister arrived in Lima on Monday. He left Nairobi on Sunday.",
        ["visit KEN>PER 2023-06-12"],
    ),
    (
        "Kenya's foreign minister arrived in Lima on Monday. Peru's president will return from Chile on Friday.",
        ["planned visit PER>CHL 2023-06-16", "visit KEN>PER 2023-06-12"],
    ),
]


@pytest.mark.parametrize(("text", "lines"), [*ENDS, *NO_ENDS])
def test_a_stay_has_both_its_ends(told: Told, text: str, lines: list[str]) -> None:
    """What is told in passing of a traveller's return or stay is the other end of the visit, and of no other's."""
    assert told(text) == lines


AHEAD = [
    (
        "The finance ministers of Kenya and Peru meet in Lima this weekend.",
        ["planned meeting KEN+PER 2023-06-17..2023-06-18"],
    ),
    (
        "The road is swept for tomorrow's visit to Lima by the Kenyan foreign minister, Alfred Mutua.",
        ["planned visit KEN>PER 2023-06-16"],
    ),
    ("Kenya's president met his Peruvian colleague in Lima on 12th evening.", ["meeting KEN+PER 2023-06-12"]),
    ("Kenya's president will visit Peru from 23rd to 25th.", ["planned visit KEN>PER 2023-06-23..2023-06-25"]),
]


@pytest.mark.parametrize(("text", "lines"), AHEAD)
def test_what_lies_ahead_is_planned(told: Told, text: str, lines: list[str]) -> None:
    """A present tense or a named day ahead tells a plan; days by their number alone are the nearest ones."""
    assert told(text) == lines
