"""Recognition, relations and papers told by a phrase: "entered into relations", "won recognition", "did away with".

Every text is published on Thursday 15 June 2023. A line is type, `sender>receiver` (or equals joined by +) and date.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]

TIES = ("agreement", "recognition", "rupture")

RECOGNISED = [
    ("Armenia granted recognition to the State of Palestine on Monday.", ["recognition ARM>PSE 2023-06-12"]),
    ("Kosovo won recognition from Barbados on Monday.", ["recognition BRB>XKX 2023-06-12"]),
    ("Barbados acknowledged Kosovo as a sovereign state on Monday.", ["recognition BRB>XKX 2023-06-12"]),
    ("Lesotho accepted Kosovo as an independent state on Monday.", ["recognition LSO>XKX 2023-06-12"]),
    ("Lesotho recognised the independence of Kosovo on Monday.", ["recognition LSO>XKX 2023-06-12"]),
    ("Kosovo obtained on Monday the recognition of Lesotho.", ["recognition LSO>XKX 2023-06-12"]),
    ("Lesotho announced its recognition of Kosovo on Monday.", ["recognition LSO>XKX 2023-06-12"]),
]

RELATED = [
    ("Benin and Bhutan entered into diplomatic relations on 8 June.", ["recognition BEN+BTN 2023-06-08"]),
    ("Benin and Bhutan have been in diplomatic relations since 8 June.", ["recognition BEN+BTN 2023-06-08"]),
    ("Benin and Bhutan have had diplomatic relations since 1991.", ["recognition BEN+BTN 1991"]),
    ("Benin and Bhutan initiated diplomatic relations in May.", ["recognition BEN+BTN 2023-05"]),
    ("Diplomatic relations between Benin and Bhutan began on 8 June.", ["recognition BEN+BTN 2023-06-08"]),
    ("Peru mended its ties with Mexico in March.", ["recognition MEX+PER 2023-03"]),
    ("Ties between Iraq and Kuwait were repaired in 2004.", ["recognition IRQ+KWT 2004"]),
    ("In 1979 diplomatic relations came into being between Lesotho and Tonga.", ["recognition LSO+TON 1979"]),
    ("Belgrade and Tirana re-established diplomatic relations on 17 January 2001.", ["recognition ALB+SRB 2001-01-17"]),
    (
        "Norway severed relations with Chad in 1973. Relations were restored in 1991.",
        ["recognition NOR+TCD 1991", "rupture NOR>TCD 1973"],
    ),
]

BROKEN = [
    ("Nicaragua's relations with Ecuador are at an end since Tuesday.", ["rupture NIC>ECU 2023-06-13"]),
    ("Nicaragua put an end to its relations with Ecuador on Tuesday.", ["rupture NIC>ECU 2023-06-13"]),
    ("Nicaragua put its relations with Ecuador on ice on Tuesday.", ["rupture NIC>ECU 2023-06-13"]),
    ("Nicaragua and Ecuador have broken off relations.", ["rupture NIC>ECU week"]),
    ("Nicaragua pushed its ties with Ecuador down to chargé level on Tuesday.", ["rupture NIC>ECU 2023-06-13"]),
    ("Paraguay took back its recognition of the Sahrawi republic in 2014.", ["rupture PRY>ESH 2014"]),
    ("Paraguay turned its back on Taiwan on Monday.", ["rupture PRY>TWN 2023-06-12"]),
    ("Paraguay jilted Taiwan on Monday.", ["rupture PRY>TWN 2023-06-12"]),
    ("Malawi exchanged Taiwan for China in December 2007.", ["recognition CHN+MWI 2007-12", "rupture MWI>TWN 2007-12"]),
    ("Malawi traded Taipei for Beijing in 2007.", ["recognition CHN+MWI 2007", "rupture MWI>TWN 2007"]),
    ("Malawi changed sides from Taipei to Beijing in 2007.", ["recognition CHN+MWI 2007", "rupture MWI>TWN 2007"]),
    ("Malawi went over from Taipei to Beijing in 2007.", ["recognition CHN+MWI 2007", "rupture MWI>TWN 2007"]),
    ("Ghana retracted its recognition of Kosovo in 2019.", ["rupture GHA>XKX 2019"]),
    ("Kosovo lost the recognition of Ghana in 2019.", ["rupture GHA>XKX 2019"]),
    (
        "Norway recalled its ambassador from Chad in March. In May relations were broken off.",
        ["rupture NOR>TCD 2023-05"],
    ),
]

ON_PAPER = [
    ("Notes were exchanged on Friday by which Thailand and Kosovo abolish visas.", ["agreement THA+XKX 2023-06-09"]),
    ("Iran and Armenia entered into a treaty of friendship in 1995.", ["agreement ARM+IRN 1995"]),
    ("Kenya's parliament did away with the defence pact with Oman on Tuesday.", ["agreement KEN+OMN 2023-06-13"]),
    (
        "Mongolia and Laos will put their signatures to a trade treaty on 3 July.",
        ["planned agreement LAO+MNG 2023-07-03"],
    ),
    ("The treaty with Gabon was cancelled by Togo on Monday.", ["agreement GAB+TGO 2023-06-12"]),
    (
        "Togo's foreign minister Robert Dussey and Gabon's Régis Onanga set their seals to a pact on visas on Monday.",
        ["agreement GAB+TGO 2023-06-12"],
    ),
]


@pytest.mark.parametrize(
    ("text", "lines"),
    [*RECOGNISED, *RELATED, *BROKEN, *ON_PAPER],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_phrase_is_read_as(told: Told, text: str, lines: list[str]) -> None:
    """What a phrase tells of ties comes out with parties, status and date, and nothing beside it."""
    assert told(text, only=TIES) == lines
