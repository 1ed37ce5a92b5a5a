"""Dense prose: tours and audiences in turn, acts of the two just told of, lists, and what is told not to be so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tracker.extract.acts.untold import denied, taken_back

Told = Callable[..., list[str]]

IN_TURN = [
    (
        "The Kenyan president will visit Lima on Monday, Santiago on Tuesday and Quito on Wednesday.",
        ["planned visit KEN>CHL 2023-06-20", "planned visit KEN>ECU 2023-06-21", "planned visit KEN>PER 2023-06-19"],
    ),
    (
        "On Monday the Kenyan president goes to Lima, on Tuesday to Santiago and on Wednesday to Quito.",
        ["planned visit KEN>CHL 2023-06-20", "planned visit KEN>ECU 2023-06-21", "planned visit KEN>PER 2023-06-19"],
    ),
    (
        "Kenya's foreign minister was in Lima on 3 May and in Quito from 5 to 7 May.",
        ["visit KEN>ECU 2023-05-05..2023-05-07", "visit KEN>PER 2023-05-03"],
    ),
    (
        "Kenya's foreign minister spoke by telephone with his Peruvian counterpart on Monday and with his Chilean "
        "counterpart on Tuesday.",
        ["call CHL+KEN 2023-06-13", "call KEN+PER 2023-06-12"],
    ),
    (
        "Kenya signed treaties with Peru on 3 May and with Chile on 10 May.",
        ["agreement CHL+KEN 2023-05-10", "agreement KEN+PER 2023-05-03"],
    ),
    ("Kenya signed agreements with Peru and Chile on 3 May.", ["agreement CHL+KEN+PER 2023-05-03"]),
    (
        "The Kenyan president visited Peru on Monday, and on Tuesday Chile said it was pleased.",
        ["visit KEN>PER 2023-06-12"],
    ),
]

OF_THE_TWO = [
    (
        "The president of Peru arrived in Oslo on 5 June and met King Harald. An agreement on fisheries was signed.",
        ["agreement NOR+PER 2023-06-05", "meeting NOR+PER 2023-06-05", "visit PER>NOR 2023-06-05"],
    ),
    (
        "The foreign ministers of Chad and Niger met in Niamey on Monday. The first round had been held in May.",
        ["meeting NER+TCD 2023-05", "meeting NER+TCD 2023-06-12"],
    ),
    (
        "The foreign ministers of Chad and Niger met in Niamey on Monday. The second round of the election is in July.",
        ["meeting NER+TCD 2023-06-12"],
    ),
    (
        "Chad and Niger signed a treaty in May. Norway brought the foreign ministers of both countries together in "
        "Oslo on Monday.",
        ["agreement NER+TCD 2023-05", "meeting NER+NOR+TCD 2023-06-12"],
    ),
]

LISTED = [
    (
        "The President of Kenya received the credentials of the ambassadors of Peru, Ana Rey; Chile, Luis Gil; and "
        "Spain, Eva Sol, on Monday.",
        ["accreditation CHL>KEN 2023-06-12", "accreditation ESP>KEN 2023-06-12", "accreditation PER>KEN 2023-06-12"],
    ),
    (
        "Kenya's president appointed two new ambassadors on Monday: Ann Mwangi to Oslo, John Kamau to Lima.",
        ["appointment KEN>NOR 2023-06-12", "appointment KEN>PER 2023-06-12"],
    ),
    (
        "The President of Kenya appointed Ann Mwangi ambassador to Norway and John Kamau ambassador to Peru on Monday.",
        ["appointment KEN>NOR 2023-06-12", "appointment KEN>PER 2023-06-12"],
    ),
]

IN_OTHER_WORDS = [
    ("Oslo sent for Russia's envoy on Monday.", ["summons NOR>RUS 2023-06-12"]),
    ("The Kenyan foreign minister sent for the doctor.", []),
    (
        "The President of Ghana was pleased to receive the credentials of the ambassador of Peru on Monday.",
        ["accreditation PER>GHA 2023-06-12"],
    ),
    ("Kenya's president accepted an invitation to visit Ghana.", ["planned visit KEN>GHA unknown"]),
    (
        "Kenya's president handed his Ghanaian counterpart an invitation to visit Nairobi, which was accepted.",
        ["planned visit GHA>KEN unknown"],
    ),
    ("Kenya's president declined an invitation to visit Ghana.", []),
    (
        "In a telephone call on Monday, President Ruto of Kenya and Norway's Støre discussed fisheries.",
        ["call KEN+NOR 2023-06-12"],
    ),
    ("In a meeting with reporters in Lima on Monday, Kenya's foreign minister condemned Peru.", []),
    (
        "Letters were exchanged between President Ruto of Kenya and King Harald of Norway in May.",
        ["call KEN+NOR 2023-05"],
    ),
    ("Kenya tore up the 1990 treaty with Norway on Tuesday.", ["agreement KEN+NOR 2023-06-13"]),
    (
        "The foreign ministers of Kenya and Peru have not met since 2018, when they signed a treaty in Lima.",
        ["agreement KEN+PER 2018"],
    ),
    (
        "The Kenyan foreign minister bade farewell to the ambassador of Peru, Ana Rey, on Monday.",
        ["meeting KEN+PER 2023-06-12"],
    ),
    ("The Kenyan president will stop in Doha on his way home.", ["planned visit KEN>QAT unknown"]),
    ("Ghana's man in Lima has been told to explain.", []),
    ("The foreign ministers of Kenya and Peru gather in Oslo on Friday.", ["planned meeting KEN+PER 2023-06-16"]),
]

UNTOLD = [
    ("Reports that Kenya has closed its embassy in Lima are false, the ministry said.", []),
    ("The minister brushed aside rumours that Kenya's ambassador in Lima had been expelled.", []),
    ("Papers reported that Bolivia had recalled its ambassador from Quito. It has not.", []),
    ("The junior teams of Peru and Chile meet in the netball semi-final in Arica on Friday.", []),
    ("Kenya meet Uganda in the Africa Cup on Saturday.", []),
    ("Kenya's president visited Lima on Monday for the World Cup.", ["visit KEN>PER 2023-06-12"]),
    ("Kenya recalled its ambassador from Peru on Monday. He has not said why.", ["recall KEN>PER 2023-06-12"]),
]


@pytest.mark.parametrize(("text", "lines"), [*IN_TURN, *OF_THE_TWO, *LISTED, *IN_OTHER_WORDS, *UNTOLD])
def test_dense_sentence_is_read_as(told: Told, text: str, lines: list[str]) -> None:
    """Each act of a crowded sentence comes out by itself, and nothing that it only names."""
    assert told(text) == lines


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rumours that the envoy was expelled are untrue.", "expelled", True),
        ("It is not true that the embassy has closed.", "closed", True),
        ("Chad rejected claims of spying and recalled its envoy.", "recalled", False),
        ("Chad expelled the envoy after reports of spying.", "expelled", False),
    ],
)
def test_denied_reports_tell_nothing(text: str, word: str, expected: bool) -> None:
    """What stands in a report that is called false did not happen; what is done about it did."""
    assert denied(text, text.index(word)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("It has not.", True), ("That is untrue.", True), ("He has not said why.", False), ("It was a long day.", False)],
)
def test_a_sentence_takes_back_what_stands_before(text: str, expected: bool) -> None:
    """Only a bare denial does."""
    assert taken_back(text) is expected
