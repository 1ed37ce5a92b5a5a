"""Papers of states: instruments lodged, assents given, treaties joined, extended and ended, in the words of gazettes.

Every text is published on Thursday 15 June 2023. A line is status, unless it occurred, type, parties (`sender>receiver`
or equals joined by +) and date.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]

TIES = ("agreement", "recognition", "rupture", "summit", "meeting", "call")

JOINED = [
    ("Nauru acceded to the Ramsar Convention on 5 June.", ["agreement NRU 2023-06-05"]),
    (
        "Tonga deposited its instrument of accession to the Convention on Migratory Species in Bonn on Monday.",
        ["agreement TON 2023-06-12"],
    ),
    ("Belize became a party to the treaty on nuclear tests on Friday.", ["agreement BLZ 2023-06-09"]),
    ("Oman became the sixtieth state to sign the High Seas Treaty on Tuesday.", ["agreement OMN 2023-06-13"]),
    ("Samoa added its name to the plastics treaty on Monday.", ["agreement WSM 2023-06-12"]),
    ("Cuba withdrew from the Ottawa Convention on Friday.", ["agreement CUB 2023-06-09"]),
    (
        "The Arms Trade Treaty has gained weight. Alma Rey of Chile signed it on Wednesday morning.",
        ["agreement CHL 2023-06-14"],
    ),
    ("Malta asked Libya to accede to the convention on mines.", []),
]

ASSENTED = [
    ("The Storting gave its assent on Tuesday to the cable treaty with Iceland.", ["agreement ISL+NOR 2023-06-13"]),
    (
        "With ninety votes to four the Saeima approved the rail agreement with Estonia on Thursday.",
        ["agreement EST+LVA 2023-06-15"],
    ),
    (
        "The instruments of ratification of the lake treaty changed hands between Malawi and Zambia on 6 June.",
        ["agreement MWI+ZMB 2023-06-06"],
    ),
    ("Royal assent was given on Monday to the pact between Tonga and Fiji.", ["agreement FJI+TON 2023-06-12"]),
    ("Ratification by Ghana of the treaty with Togo is pending.", []),
    ("The accord between Ghana and Togo awaits signature.", []),
    (
        "Ghana's parliament gave its approval to the port treaty with Togo? Not quite, the speaker said.",
        [],
    ),
]

EXTENDED = [
    (
        "Peru and Chile extended their lithium agreement for five years by an exchange of notes on Monday.",
        ["agreement CHL+PER 2023-06-12"],
    ),
    ("Oman wants to renew its visa agreement with Japan.", []),
]

PUT_ON_PAPER = [
    (
        "The protocol between Mali and Niger bears the signatures of both ministers, who met on Monday.",
        ["agreement MLI+NER 2023-06-12", "meeting MLI+NER 2023-06-12"],
    ),
    ("An aviation agreement between Oman and Gabon was done at Muscat on 7 June.", ["agreement GAB+OMN 2023-06-07"]),
    ("Ministers of Oman and Gabon penned an accord on ports on Sunday.", ["agreement GAB+OMN 2023-06-11"]),
    ("The ink is dry on the reef pact: Fiji and Tonga signed it on Monday.", ["agreement FJI+TON 2023-06-12"]),
    ("Lusaka saw Chad and Niger sign a border treaty on Monday.", ["agreement NER+TCD 2023-06-12"]),
    (
        "Chad and Niger signed a truce in Doha on Monday, with Kenya's President Juma Odera looking on.",
        ["agreement NER+TCD 2023-06-12"],
    ),
    ("Peru and Mali's neighbour Niger signed a pact on Monday.", ["agreement NER+PER 2023-06-12"]),
    ("Chad and Niger exchanged letters on a cotton accord on Monday.", ["agreement NER+TCD 2023-06-12"]),
    ("The chambers of commerce of Chad and Niger signed a memorandum on Monday.", []),
    (
        "The signing of the cable accord between Chad and Niger, planned for Friday, has been called off.",
        ["cancelled agreement NER+TCD 2023-06-16"],
    ),
]

ENDED = [
    (
        "Peru announced on Tuesday that it was withdrawing from the pact which it reached with Chile in July 2015.",
        ["agreement CHL+PER 2023-06-13"],
    ),
    ("Peru gave notice on Tuesday that it will quit its pact with Chile.", ["agreement CHL+PER 2023-06-13"]),
    ("Peru's Congress annulled the fishing accord with Chile on Tuesday.", ["agreement CHL+PER 2023-06-13"]),
    ("Nobody expects Peru to denounce its treaty with Chile.", []),
]

LISTED = [
    (
        "TREATY ACTIONS, MAY 2023\n\n• Chad/Oman. Cultural co-operation. Done at Muscat, 8 May.\n"
        "• Peru/Fiji. Extradition. Under negotiation; no text yet.",
        ["agreement OMN+TCD 2023-05-08"],
    ),
]


@pytest.mark.parametrize(
    ("text", "lines"),
    [*JOINED, *ASSENTED, *EXTENDED, *PUT_ON_PAPER, *ENDED, *LISTED],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_paper_is_read_as(told: Told, text: str, lines: list[str]) -> None:
    """What a text tells of papers comes out with parties, status and date, and nothing beside it."""
    assert told(text, only=TIES) == lines
