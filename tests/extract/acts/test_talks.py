"""Visits, meetings, calls and summits, and which date is theirs.

Every text is published on Thursday 15 June 2023. A line is status, unless it occurred, type, parties (`visitor>host`)
and date.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]

ACTS = [
    (
        "Norwegian Foreign Minister Anniken Huitfeldt met her Kenyan counterpart Alfred Mutua in Oslo on Tuesday.",
        ["meeting KEN+NOR 2023-06-13"],
    ),
    (
        "Chile's President Gabriel Boric arrived in Quito on Monday for a three-day visit.",
        ["visit CHL>ECU 2023-06-12..2023-06-14"],
    ),
    (
        "Peru's foreign minister spoke by telephone with her Bolivian counterpart on Wednesday.",
        ["call BOL+PER 2023-06-14"],
    ),
    (
        "Portuguese Prime Minister António Costa will visit Luanda from 5 to 7 July.",
        ["planned visit PRT>AGO 2023-07-05..2023-07-07"],
    ),
    (
        "Finland's president cancelled a visit to Ankara that was planned for Friday.",
        ["cancelled visit FIN>TUR 2023-06-16"],
    ),
    ("The Danish and Icelandic prime ministers met in May.", ["meeting DNK+ISL 2023-05"]),
    ("Kenyan President William Ruto has not met Somalia's president since the election.", []),
    ("If Ghana's president were to visit Lomé, his Togolese colleague would welcome him.", []),
    ("The ambassador of Nepal to France retired last year.", []),
    ("Kenya's ambassador deplored the expulsion of Somali refugees from Ethiopia.", []),
    ("Chad withdrew its troops from Mali in May, its ambassador said.", []),
    ("Tunisia's foreign minister called on Libya to release the crew.", []),
    ("Norway's foreign minister said on Monday that it has no plans to close its embassy in Kabul.", []),
    ("Peru recalled its ambassador to Chile for consultations on Monday.", ["recall PER>CHL 2023-06-12"]),
]

DATES = [
    (
        "The Danish foreign minister said on Monday that she had met her Irish counterpart in Dublin on 2 June.",
        ["meeting DNK+IRL 2023-06-02"],
    ),
    (
        "In 2021, weeks after the coup had ended, Ghana's foreign minister met his Malian counterpart in Bamako.",
        ["meeting GHA+MLI 2021"],
    ),
    (
        "Since he took office in 2021, Kenya's president has met Uganda's president in Entebbe.",
        ["meeting KEN+UGA unknown"],
    ),
    (
        "The Czech president announced a delegation to Ghana to attend the inauguration of its president on 24 June.",
        ["planned visit CZE>GHA 2023-06-24"],
    ),
]


@pytest.mark.parametrize(("text", "lines"), ACTS, ids=lambda value: value if isinstance(value, str) else "")
def test_who_meets_whom(told: Told, text: str, lines: list[str]) -> None:
    """Types, parties and status; nothing from what is denied, wished or played."""
    assert told(text) == lines


@pytest.mark.parametrize(("text", "lines"), DATES, ids=lambda value: value if isinstance(value, str) else "")
def test_which_date_belongs_to_it(told: Told, text: str, lines: list[str]) -> None:
    """The date of the act, not that of its report or of another clause."""
    assert told(text) == lines
