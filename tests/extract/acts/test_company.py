"""Meetings told by where two sat and what they shared, journeys told by their stops, days told in the next sentence.

Every text is published on Thursday 15 June 2023. A line is status, unless it occurred, type, parties (`visitor>host`)
and date.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]

AT_TABLE = [
    (
        "Over coffee in Geneva on Monday the foreign ministers of Malta and Togo buried an old quarrel.",
        ["meeting MLT+TGO 2023-06-12"],
    ),
    (
        "Between the soup and the cheese on Monday, Malta's Paul Vella told Togo's Kofi Adjo to wait.",
        ["meeting MLT+TGO 2023-06-12"],
    ),
    (
        "Maltese minister Paul Vella had his Togolese colleague Kofi Adjo at table in Valletta on Monday.",
        ["meeting MLT+TGO 2023-06-12"],
    ),
    (
        "A delayed flight threw together Maltese Prime Minister Paul Vella and Togolese President Kofi Adjo on Monday.",
        ["meeting MLT+TGO 2023-06-12"],
    ),
    (
        "Ten minutes was what Malta's Paul Vella and Togo's Kofi Adjo found for one another on Monday in Geneva.",
        ["meeting MLT+TGO 2023-06-12"],
    ),
    (
        "Malta's Paul Vella strolled through Geneva together with Togo's Kofi Adjo on Monday.",
        ["meeting MLT+TGO 2023-06-12"],
    ),
    ("Malta's Paul Vella dined with Togo's Kofi Adjo in Geneva on Monday.", ["meeting MLT+TGO 2023-06-12"]),
    ("Malta's foreign minister, Paul Vella, drank his coffee alone in Lomé's airport.", []),
    ("A proposal by Malta's Paul Vella lay on the table on Monday; Togo has yet to read it.", []),
]

UNDER_WAY = [
    (
        "Lomé on Monday, Cotonou yesterday, Accra today. Malta's trade minister, Paul Vella, has made a long trip.",
        ["visit MLT>BEN 2023-06-14", "visit MLT>GHA 2023-06-15", "visit MLT>TGO 2023-06-12"],
    ),
    ("Prices rose in Lomé on Monday and in Accra on Tuesday, said Malta's trade minister, Paul Vella.", []),
    (
        "Togo on 7 June and Benin on the 8th merely called their ambassadors to Malta home.",
        ["recall BEN>MLT 2023-06-08", "recall TGO>MLT 2023-06-07"],
    ),
    ("For two days last week Togo had Malta's prime minister, Paul Vella, as its guest.", ["visit MLT>TGO week"]),
    ("Lomé awaits Malta's prime minister on Friday.", ["planned visit MLT>TGO 2023-06-16"]),
    (
        "It can now be revealed that Maltese minister Paul Vella was in Lomé on Monday.",
        ["visit MLT>TGO 2023-06-12"],
    ),
    (
        "Maltese Prime Minister Paul Vella passed the first three days of June in Togo.",
        ["visit MLT>TGO 2023-06-01..2023-06-03"],
    ),
    (
        "Maltese Prime Minister Paul Vella is in Lomé until Saturday.",
        ["visit MLT>TGO 2023-06-15..2023-06-17"],
    ),
    (
        "Maltese Prime Minister Paul Vella is halfway through a week-long visit to Togo which began on Sunday.",
        ["visit MLT>TGO 2023-06-11..2023-06-17"],
    ),
]

TOLD_NEXT = [
    ("Malta's Paul Vella met Togo's Kofi Adjo in Geneva. That was on Monday.", ["meeting MLT+TGO 2023-06-12"]),
    (
        "Lomé hardly noticed him. He landed there on Monday, and the Maltese foreign minister, Paul Vella, was tired.",
        ["visit MLT>TGO 2023-06-12"],
    ),
]


@pytest.mark.parametrize(("text", "lines"), [*AT_TABLE, *UNDER_WAY, *TOLD_NEXT])
def test_what_company_tells_is_read_as(told: Told, text: str, lines: list[str]) -> None:
    """Two officials at one table have met, and a list of stops is a journey."""
    assert told(text) == lines
