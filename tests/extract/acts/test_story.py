"""What a document tells over several sentences: who goes on as whom, and on which day.

Every text is published on Thursday 15 June 2023. A line is status, unless it occurred, type, parties (`visitor>host`)
and date.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]

WHO = [
    (
        "Togo's new trade minister was in Accra on Monday. Afi Mensah goes to Cotonou on Friday.",
        ["visit TGO>GHA 2023-06-12", "planned visit TGO>BEN 2023-06-16"],
    ),
    (
        "Sven Holt arrived in Tallinn on Monday. The Icelandic leader wants an embassy there.",
        ["visit ISL>EST 2023-06-12"],
    ),
    (
        "Latvia's Anna Ozola was in Oslo on Monday. On Tuesday the Latvian was in Helsinki.",
        ["visit LVA>NOR 2023-06-12", "visit LVA>FIN 2023-06-13"],
    ),
    (
        "The Turks recalled their ambassador in Oslo on Monday, Minister Kemal Aksoy of Turkey said.",
        ["recall TUR>NOR 2023-06-12"],
    ),
    (
        "When they met in Lusaka on Tuesday, Peter Banda of Malawi promised Grace Phiri of Zambia a bridge.",
        ["meeting MWI+ZMB 2023-06-13"],
    ),
    (
        "Togo's Koffi Adjei landed in Banjul on Monday. His Gambian counterpart was late; the two were "
        "brought together by Senegal's foreign minister the next day.",
        ["visit TGO>GMB 2023-06-12", "meeting GMB+SEN+TGO 2023-06-13"],
    ),
    (
        "The Bhutanese king flew to Kathmandu on Monday. Nepal's president and his guest talked on Tuesday.",
        ["visit BTN>NPL 2023-06-12", "meeting BTN+NPL 2023-06-13"],
    ),
    (
        "Fiji's president received the Samoan premier in Suva on Monday. The guest went on to Port Vila on Tuesday.",
        ["meeting FJI+WSM 2023-06-12", "visit WSM>VUT 2023-06-13"],
    ),
    (
        "Maltese Foreign Minister Ian Vella smiled. His Omani guest, Salim Said, with whom he had talked on Wednesday, "
        "did not.",
        ["meeting MLT+OMN 2023-06-14"],
    ),
    (
        "Cyprus's Nikos Ioannou and Malta's Ian Vella, who had met in January, did so again in Rome on 3 May.",
        ["meeting CYP+MLT 2023-01", "meeting CYP+MLT 2023-05-03"],
    ),
    (
        "The Omani minister, Salim Said, who had been to Male in April, is expected there again on 20 June.",
        ["visit OMN>MDV 2023-04", "planned visit OMN>MDV 2023-06-20"],
    ),
    (
        "Brunei's sultan told reporters on Monday that his talks with the Bhutanese king had gone well.",
        ["meeting BRN+BTN 2023-06-12"],
    ),
]

WHEN = [
    (
        "Peru's premier was in Quito on Tuesday. Two days before in Bogotá he had met the Colombian president.",
        ["visit PER>ECU 2023-06-13", "meeting COL+PER 2023-06-11"],
    ),
    (
        "Bhutan's king was in Dhaka from 3 to 5 April. Bangladesh's premier received him on the second of those days.",
        ["visit BTN>BGD 2023-04-03..2023-04-05", "meeting BGD+BTN 2023-04-04"],
    ),
    (
        "Fiji's premier went home today after his four-day stay in Samoa.",
        ["visit FJI>WSM 2023-06-12..2023-06-15"],
    ),
    (
        "Oman's minister landed in Baku on Monday on a long journey. It takes him to Tbilisi on Friday and to Yerevan "
        "a day after that.",
        ["visit OMN>AZE 2023-06-12", "planned visit OMN>GEO 2023-06-16", "planned visit OMN>ARM 2023-06-17"],
    ),
    (
        "Togo's foreign minister met her Beninese colleague in Lomé in April and again in Cotonou in May.",
        ["meeting BEN+TGO 2023-04", "meeting BEN+TGO 2023-05"],
    ),
    (
        "Koffi Adjei of Togo and Yao Bio of Benin met twice, in Lomé in April and in Cotonou last week.",
        ["meeting BEN+TGO 2023-04", "meeting BEN+TGO week"],
    ),
    ("Togo's foreign minister met nobody in April and again in May nobody.", []),
]

WHOSE_WORDS = [
    (
        "MY WEEK\nby Grace Phiri, Foreign Minister of Zambia\n\nOn Monday I flew to Harare. On Tuesday I received the "
        "ambassador of Peru. I like neither planes nor peppers.",
        ["visit ZMB>ZWE 2023-06-12", "meeting PER+ZMB 2023-06-13"],
    ),
    (
        "Ana Sosa was Peru's ambassador in Oslo. She met us at home.\n\nAnd?\n\nI went home.\n\nWhy?\n\nI wept. We "
        "opened an embassy in Riga in March 2019, but I never saw it.",
        ["mission PER>LVA 2019-03"],
    ),
    ('"I flew to Harare and I met everybody," a Zambian singer said. "I sang."', []),
]

ROUND_UP = (
    "LUSAKA - President Grace Phiri of Zambia flew to Harare on Monday.\n\n"
    "RIGA - Minister Anna Ozola left for Oslo on Tuesday.\n\n"
    "LIMA - Bolivia's ambassador was called in by the foreign ministry on Wednesday."
)


@pytest.mark.parametrize(("text", "lines"), [*WHO, *WHEN, *WHOSE_WORDS])
def test_document_is_read_as(told: Told, text: str, lines: list[str]) -> None:
    """The short forms of later sentences mean those of the first, and their days are counted from them."""
    assert told(text) == sorted(lines)


def test_items_of_a_round_up_are_told_each_from_its_place(told: Told) -> None:
    """Nothing goes on from one item to the next, and each is at home where it was sent from."""
    assert told(ROUND_UP) == ["summons PER>BOL 2023-06-14", "visit LVA>NOR 2023-06-13", "visit ZMB>ZWE 2023-06-12"]
