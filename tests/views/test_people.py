"""A person's card and row."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from tracker.model import Counterpart, Naming, Office, Party, PartyKind, Person
from tracker.views import people

OKADA = Party(number=9, kind=PartyKind.PERSON, name="Takashi Okada", principal="JPN")
KABIR = Party(number=7, kind=PartyKind.PERSON, name="Abdul Kabir", principal="AFG", aliases=("Mawlawi Kabir",))
MAWLAWI = replace(KABIR, number=8, name="Mawlawi Kabir", aliases=())
PERSON = Person(
    KABIR,
    2,
    date(2021, 11, 23),
    date(2022, 5, 4),
    (Office("deputy prime minister", "AFG", date(2021, 11, 23), date(2022, 5, 4)),),
    (Counterpart(OKADA, 2, date(2022, 5, 4)),),
)
NAMING = Naming(
    party=MAWLAWI,
    other=KABIR,
    verdict="same",
    author="Ada",
    command="party merge",
    reason="one man",
    at=datetime(2026, 1, 2, tzinfo=UTC),
)


def test_a_card_says_what_there_is() -> None:
    """Line by line."""
    lines = [line.plain for line in people.card(PERSON, [], [NAMING], [OKADA], width=None)]
    assert lines == [
        "Abdul Kabir (AFG) · party 7",
        "Also called Mawlawi Kabir",
        "Engagements 2, 2021-11-23 to 2022-05-04",
        "May also be Takashi Okada (JPN) (party 9)",
        "",
        "Offices",
        "  deputy prime minister, AFG, 2021-11-23 to 2022-05-04",
        "",
        "Met",
        "  Takashi Okada (JPN), 2 times, last on 2022-05-04",
        "",
        "Names",
        "  Mawlawi Kabir (AFG) is Abdul Kabir (AFG) · Ada, party merge, 2026-01-02 (one man)",
    ]


def test_a_row_holds_the_same_for_a_spreadsheet() -> None:
    """With so many of those whom one met as are wanted."""
    told = people.row(PERSON, most=0)
    assert (told["party"], told["aliases"], told["last"], told["met"]) == (7, ["Mawlawi Kabir"], "2022-05-04", {})
    assert people.row(PERSON)["met"] == {"Takashi Okada (JPN)": 2}
