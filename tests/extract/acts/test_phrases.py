"""Turns of phrase: verbs that tell a meeting, a visit or a call by the words behind them, and letters handed over.

Every text is published on Thursday 15 June 2023. A line is status, unless it occurred, type, parties (`visitor>host`)
and date.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]

FACE_TO_FACE = [
    (
        "Norway's foreign minister, Alma Lind, spent an hour on Monday with Kenyan President Juma Odera.",
        ["meeting KEN+NOR 2023-06-12"],
    ),
    (
        "Kenyan President Juma Odera dropped in on Norway's foreign minister, Alma Lind, on Tuesday.",
        ["meeting KEN+NOR 2023-06-13"],
    ),
    (
        "Kenyan President Juma Odera kept Norway's foreign minister, Alma Lind, for two hours on Tuesday.",
        ["meeting KEN+NOR 2023-06-13"],
    ),
    (
        "Kenyan President Juma Odera and Norwegian Foreign Minister Alma Lind faced each other across a table in "
        "Geneva on Monday.",
        ["meeting KEN+NOR 2023-06-12"],
    ),
    (
        "Norwegian Foreign Minister Alma Lind compared notes with Kenyan President Juma Odera in Geneva on Monday.",
        ["meeting KEN+NOR 2023-06-12"],
    ),
    ("Norwegian and Kenyan officials haggled over fish in Geneva on Monday.", ["meeting KEN+NOR 2023-06-12"]),
    (
        "Norwegian Foreign Minister Alma Lind is to come face to face with Kenyan President Juma Odera on Friday.",
        ["planned meeting KEN+NOR 2023-06-16"],
    ),
    (
        "Among Monday's callers on Kenyan President Juma Odera was Norwegian Foreign Minister Alma Lind.",
        ["meeting KEN+NOR 2023-06-12"],
    ),
    ("Kenyan President Juma Odera faced questions about Norway's Alma Lind on Monday.", []),
    ("Norwegian Foreign Minister Alma Lind waited on Monday for news from Kenya's President Juma Odera.", []),
    ("Kenyan President Juma Odera usually spends an hour with Norway's ambassador.", []),
    ("Kenyan President Juma Odera refused to sit opposite Norway's foreign minister, Alma Lind.", []),
]

WHERE_THEY_WENT = [
    ("Norway's foreign minister, Alma Lind, made her way to Nairobi on Monday.", ["visit NOR>KEN 2023-06-12"]),
    ("Norway's foreign minister, Alma Lind, stepped off a plane in Nairobi on Monday.", ["visit NOR>KEN 2023-06-12"]),
    ("Norway's foreign minister, Alma Lind, got back from Nairobi on Monday.", ["visit NOR>KEN 2023-06-12"]),
    ("Norway's foreign minister, Alma Lind, will set foot in Kenya on Friday.", ["planned visit NOR>KEN 2023-06-16"]),
    ("President Alma Lind of Norway was the guest of the Kenyan government on Monday.", ["visit NOR>KEN 2023-06-12"]),
    ("Monday found Norway's foreign minister, Alma Lind, in Nairobi.", ["visit NOR>KEN 2023-06-12"]),
    ("President Alma Lind of Norway was to be found in Nairobi on Monday.", ["visit NOR>KEN 2023-06-12"]),
    ("President Alma Lind of Norway had been to Nairobi on 5 June.", ["visit NOR>KEN 2023-06-05"]),
    ("It was to Nairobi that Norwegian President Alma Lind flew on Monday.", ["visit NOR>KEN 2023-06-12"]),
    ("President Alma Lind of Norway was flown to Nairobi on Monday.", ["visit NOR>KEN 2023-06-12"]),
    ("President Alma Lind of Norway left Nairobi on Monday.", ["visit NOR>KEN 2023-06-12"]),
    (
        "Norwegian Foreign Minister Alma Lind is going back and forth between Nairobi and Kampala this week.",
        ["visit NOR>KEN week", "visit NOR>UGA week"],
    ),
    (
        "Norwegian envoy Alma Lind, due in Nairobi on Friday, will see Kenyan President Juma Odera that evening.",
        ["planned meeting KEN+NOR 2023-06-16", "planned visit NOR>KEN 2023-06-16"],
    ),
    ("Norwegian Foreign Minister Alma Lind dropped plans for Kenya on Monday.", []),
    ("Norway's exports made for Kenya fell on Monday.", []),
]

AT_A_DISTANCE = [
    ("Norwegian Foreign Minister Alma Lind got through to Kenyan President Juma Odera.", ["call KEN+NOR week"]),
    (
        "Norwegian Foreign Minister Alma Lind reached Kenyan President Juma Odera by telephone on Monday.",
        ["call KEN+NOR 2023-06-12"],
    ),
    (
        "Norwegian Foreign Minister Alma Lind, reached by telephone, said Kenyan President Juma Odera was unwell.",
        [],
    ),
    (
        "Kenyan President Juma Odera congratulated Norway's president, Alma Lind, in a telegram on Monday.",
        ["call KEN>NOR 2023-06-12"],
    ),
    (
        "Norway's president, Alma Lind, received on Monday a letter from Kenyan President Juma Odera.",
        ["call KEN>NOR 2023-06-12"],
    ),
    (
        "Kenya's ambassador, Ruth Otieno, handed Norwegian President Alma Lind a letter from Kenyan President Juma "
        "Odera on Monday.",
        ["call KEN>NOR 2023-06-12", "meeting KEN+NOR 2023-06-12"],
    ),
]


@pytest.mark.parametrize(("text", "lines"), FACE_TO_FACE + WHERE_THEY_WENT + AT_A_DISTANCE)
def test_a_turn_of_phrase_tells(told: Told, text: str, lines: list[str]) -> None:
    """What officials of two sides do, where one of them went, who rang or wrote; nothing from the same verb alone."""
    assert told(text) == lines


def test_there_is_the_place_named_before(told_in_full: Callable[[str], list[str]]) -> None:
    """ "There" puts a meeting where the sentence went before; a "there" that only opens a clause is no place."""
    text = "Norwegian President Alma Lind flew to Geneva on Monday and met Kenyan President Juma Odera there."
    assert told_in_full(text)[-1].endswith("@Geneva, CHE")
    text = "There was no doubt that Alma Lind of Norway met Kenyan President Juma Odera on Monday."
    assert "@" not in told_in_full(text)[-1]
