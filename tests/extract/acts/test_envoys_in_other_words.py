"""Envoys called home, sent away, called in, accepted and named in the words of tables and across sentences.

Every text is published on Thursday 15 June 2023. A line is type, `sender>receiver` (or whoever acts on whom) and date.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]

ENVOYS = ("appointment", "accreditation", "recall", "expulsion", "summons")

CALLED_HOME = [
    ("Kenya asked its high commissioner in Kampala to return for consultations on Monday.", "KEN>UGA 2023-06-12"),
    ("Peru has pulled its ambassador out of Tokyo.", "PER>JPN week"),
    ("Peru's ambassador to Japan flew home for consultations on Monday.", "PER>JPN 2023-06-12"),
    ("The Peruvian ambassador to Japan, Luis Gil, was relieved of his post on Monday.", "PER>JPN 2023-06-12"),
    ("Mexico ended the mission of its ambassador to Bolivia on 2 June.", "MEX>BOL 2023-06-02"),
    ("The withdrawal of Chile's ambassador from Quito took effect on 1 June.", "CHL>ECU 2023-06-01"),
    ("Mexico's envoy in La Paz packed his bags on Saturday, recalled by his government.", "MEX>BOL 2023-06-10"),
    ("Lima's answer was to call home its ambassador to Japan.", "PER>JPN week"),
    ("The Finnish ambassador in Minsk has been summoned to Helsinki.", "FIN>BLR week"),
    ("Ghana on Monday sent for its ambassador in Hanoi.", "GHA>VNM 2023-06-12"),
    ("Accra's man in Hanoi was told on Monday to come home.", "GHA>VNM 2023-06-12"),
    ("Ghana's ambassador to Vietnam has been taken off her post.", "GHA>VNM week"),
    ("Kofi Mensah's term as Ghana's ambassador in Hanoi was cut short on Monday.", "GHA>VNM 2023-06-12"),
    ("Peru's long-serving ambassador to Japan left Tokyo on Monday on orders from Lima.", "PER>JPN 2023-06-12"),
    ("Mali took its ambassador off his post in Lisbon on Monday.", "MLI>PRT 2023-06-12"),
]

SENT_AWAY = [
    ("Iraq gave the Omani consul until Sunday to be gone.", "IRQ>OMN week"),
    ("Iraq on Monday served the Omani ambassador with 48 hours' notice to leave.", "IRQ>OMN 2023-06-12"),
    ("Two Omani attachés were put on a plane by the Iraqi authorities on Monday.", "IRQ>OMN 2023-06-12"),
    ("The Omani ambassador in Baghdad got his marching orders on Monday.", "IRQ>OMN 2023-06-12"),
    ("Iraq on Monday asked for the withdrawal of the Omani ambassador.", "IRQ>OMN 2023-06-12"),
    ("Iraq demanded on Monday that Oman withdraw its ambassador within 48 hours.", "IRQ>OMN 2023-06-12"),
    ("Iraq has stripped two Omani diplomats of their accreditation.", "IRQ>OMN week"),
    ("The Omani consul's visa was revoked by Iraq on Monday.", "IRQ>OMN 2023-06-12"),
    ("Four Omani diplomats were made to leave Iraq on Monday.", "IRQ>OMN 2023-06-12"),
    ("Oman and Iraq on Monday expelled each other's ambassadors.", "OMN>IRQ 2023-06-12"),
    ("Iraq on Monday ordered seven UN officials out of the country.", "IRQ>UN 2023-06-12"),
    ("Three members of the Ghanaian embassy in Hanoi were told on Monday to be gone by Friday.", "VNM>GHA 2023-06-12"),
    ("Vietnam's foreign ministry struck two Ghanaians off the diplomatic list on Monday.", "VNM>GHA 2023-06-12"),
    (
        "The Ghanaian military attaché in Hanoi is no longer welcome in Vietnam, the foreign ministry said on Monday.",
        "VNM>GHA 2023-06-12",
    ),
    ("Two Ghanaian consuls must leave Vietnam within 72 hours.", "VNM>GHA 2023-06-15..2023-06-18"),
    ("Four staff of the Ghanaian embassy have a week to leave Vietnam.", "VNM>GHA week"),
    ("Iraq gave the Omani consul until Tuesday midnight to clear his desk.", "IRQ>OMN week"),
    ("The Omani consul was put on the night train to Basra by the Iraqi police on Monday.", "IRQ>OMN 2023-06-12"),
    ("Vietnam's foreign ministry wants the Ghanaian consul out of the country.", "VNM>GHA week"),
    ("Five Ghanaians on the diplomatic list must be out of Vietnam by Sunday.", "VNM>GHA week"),
]

CALLED_IN = [
    ("The Zambian foreign ministry had the Angolan ambassador in on Tuesday.", "ZMB>AGO 2023-06-13"),
    ("The Angolan ambassador was asked to the foreign ministry in Lusaka on Tuesday.", "ZMB>AGO 2023-06-13"),
    ("Zambia's foreign minister dressed down the Angolan ambassador on Tuesday.", "ZMB>AGO 2023-06-13"),
    ("A note of protest was put into the hands of Angola's ambassador in Lusaka on Tuesday.", "ZMB>AGO 2023-06-13"),
    ("Zambia's foreign minister made strong representations to the Angolan envoy on Tuesday.", "ZMB>AGO 2023-06-13"),
    ("Zambia protested to the Angolan ambassador on Tuesday over the shooting.", "ZMB>AGO 2023-06-13"),
    ("Zambia lodged a protest with the Angolan embassy on Tuesday.", "ZMB>AGO 2023-06-13"),
    ("The summoning of the Angolan ambassador by Zambia on Tuesday surprised nobody.", "ZMB>AGO 2023-06-13"),
    ("Called to the foreign ministry of Zambia on Tuesday, the Angolan ambassador kept silent.", "ZMB>AGO 2023-06-13"),
    (
        "The Ghanaian ambassador to Vietnam was read the riot act at the foreign ministry on Tuesday.",
        "VNM>GHA 2023-06-13",
    ),
    (
        "Ghana's man in Hanoi, Kofi Mensah, was asked to explain himself at the ministry there on Monday.",
        "VNM>GHA 2023-06-12",
    ),
    ("Vietnam's foreign ministry required the attendance of the Ghanaian ambassador on Tuesday.", "VNM>GHA 2023-06-13"),
    (
        "A protest was pressed into the hand of the Ghanaian ambassador at the Vietnamese foreign ministry on Tuesday.",
        "VNM>GHA 2023-06-13",
    ),
    ("Zambia's foreign minister had the Angolan ambassador before him on Tuesday.", "ZMB>AGO 2023-06-13"),
    ("The Angolan chargé had to appear at the Zambian foreign ministry on Tuesday.", "ZMB>AGO 2023-06-13"),
]

ACCEPTED = [
    ("Latvia has agreed to the appointment of Ana Soto as Chilean ambassador.", "CHL>LVA week"),
    ("Latvia gave its consent to Chile's nomination of Ana Soto as ambassador.", "CHL>LVA week"),
    ("Latvia has said yes to Chile's choice of ambassador, Ana Soto.", "CHL>LVA week"),
    ("The Chilean ambassador laid her letters before the Latvian president on Tuesday.", "CHL>LVA 2023-06-13"),
    ("Tonga's king on Tuesday received the credentials of the High Commissioner for Ghana.", "GHA>TON 2023-06-13"),
    ("Latvia on 2 June recognised Luis Gil as honorary consul of Chile.", "CHL>LVA 2023-06-02"),
    ("Vietnam has no objection to Ama Mensah as Ghana's ambassador.", "GHA>VNM week"),
    ("Vietnam has said yes to Ama Mensah as Ghana's next ambassador.", "GHA>VNM week"),
]

NAMED = [
    ("A decree of 7 June makes Ana Soto Chile's ambassador to Latvia.", "CHL>LVA 2023-06-07"),
    ("Ana Soto was sworn in as Chile's ambassador to Latvia on Monday.", "CHL>LVA 2023-06-12"),
    ("Wei Lin replaces Hu Jun as China's ambassador in Togo.", "CHN>TGO week"),
    ("Ana Soto, of Ohio, to be Ambassador of the United States of America to Latvia.", "USA>LVA week"),
    ("The Holy Father appointed Monsignor Paolo Ricci as nuncio to Ghana on Saturday.", "VAT>GHA 2023-06-10"),
    ("The embassy in Hanoi goes to Ama Mensah, Ghana's foreign ministry said on Monday.", "GHA>VNM 2023-06-12"),
    ("Ghana's new ambassador to Vietnam is Ama Mensah, the government said on Monday.", "GHA>VNM 2023-06-12"),
    ("The Ghanaian government on Monday gave the post of ambassador in Hanoi to Ama Mensah.", "GHA>VNM 2023-06-12"),
    ("Oslo has put Kari Holm in charge of its embassy in Quito.", "NOR>ECU week"),
    ("Norway has a new ambassador in Quito, Kari Holm, since 5 June.", "NOR>ECU 2023-06-05"),
]

IDLE = [
    "A committee of parliament in Riga summoned Latvia's former ambassador to Chile on Monday.",
    "Deputies in Riga demanded on Monday that the Chilean ambassador be put on the next plane.",
    "Belarus has no thought of sending Ghana another ambassador.",
    "The ambassador of Chile in Riga ended her term on Monday and nobody had been called home, an aide said.",
    "The Finnish ambassador complained on Monday to the Belarusian foreign ministry about the queue.",
    "The ambassador of Finland received a protest song from Belarusian pupils on Monday.",
    "The Finnish ambassador must leave Minsk in August, when her term ends.",
    "Latvia expelled no Chilean diplomats on Monday.",
    "Ghana's foreign minister said she would summon the Vietnamese ambassador if the seizures went on.",
    "Ghana's first ambassador to Vietnam was Kwame Asante, a poet.",
    "Ghana had no objection to a concert by the Vietnamese ambassador's wife.",
    "A Ghanaian woman in Hanoi opened a bakery.",
    "The Omani consul was thrown out of a hotel in Baghdad on Monday.",
    "Nor had the Omani ambassador been called in, the ministry in Baghdad said.",
    "Bring her home, demanded Peru's opposition, which wants the ambassador out of Tokyo.",
    "Nobody in Lima expects Peru to recall its ambassador to Japan.",
]


@pytest.mark.parametrize(
    ("kind", "text", "line"),
    [
        *(("recall", *row) for row in CALLED_HOME),
        *(("expulsion", *row) for row in SENT_AWAY),
        *(("summons", *row) for row in CALLED_IN),
        *(("accreditation", *row) for row in ACCEPTED),
        *(("appointment", *row) for row in NAMED),
    ],
)
def test_one_act_is_told_by(told: Told, kind: str, text: str, line: str) -> None:
    """A paraphrase tells one act of an envoy and nothing beside it."""
    assert told(text, only=ENVOYS) == [f"{kind} {line}"]


@pytest.mark.parametrize("text", IDLE)
def test_nothing_is_told_by(told: Told, text: str) -> None:
    """What others wish, what is denied, and what only sounds alike is no act."""
    assert told(text, only=ENVOYS) == []


WITHIN_A_STORY = [
    (
        "Lise Holm has been the Danish ambassador to Venezuela since 2020.\nCopenhagen called Holm home on Monday.",
        ["recall DNK>VEN 2023-06-12"],
    ),
    (
        "Lise Holm, the Danish ambassador to Venezuela, had criticised the vote.\nCaracas expelled her on Monday.",
        ["expulsion VEN>DNK 2023-06-12"],
    ),
    (
        "Lise Holm, the Danish ambassador to Venezuela, had criticised the vote.\nShe was called in on Monday.",
        ["summons VEN>DNK 2023-06-12"],
    ),
    (
        "CARACAS, June 13 - The Danish ambassador, Lise Holm, was expelled on Monday.",
        ["expulsion VEN>DNK 2023-06-12"],
    ),
    (
        "Denmark and Venezuela are quarrelling over a tanker.\nCopenhagen called its ambassador home on Monday.",
        ["recall DNK>VEN 2023-06-12"],
    ),
    (
        "After the coup in Lomé the others acted one by one. Peru brought its ambassador back on Monday, Fiji its own "
        "the day after; Chad, always slower, did likewise on Wednesday.",
        ["recall FJI>TGO 2023-06-13", "recall PER>TGO 2023-06-12", "recall TCD>TGO 2023-06-14"],
    ),
    (
        "Ghana expelled the Russian consul on 2 June, and on 5 June Togo followed suit.",
        ["expulsion GHA>RUS 2023-06-02", "expulsion TGO>RUS 2023-06-05"],
    ),
    (
        "Four ambassadors, those of Chile, Peru, Togo and Mali, handed their letters of credence to the King of Tonga "
        "on Tuesday.",
        [f"accreditation {code}>TON 2023-06-13" for code in ("CHL", "MLI", "PER", "TGO")],
    ),
    (
        "Chile's, Bolivia's and Peru's ambassadors to Norway were recalled on Monday.",
        ["recall BOL>NOR 2023-06-12", "recall CHL>NOR 2023-06-12", "recall PER>NOR 2023-06-12"],
    ),
    (
        "Kenya recalled its ambassador from Hanoi on Monday, and so, on Tuesday, did Ghana.",
        ["recall GHA>VNM 2023-06-13", "recall KEN>VNM 2023-06-12"],
    ),
    (
        "Kenya expelled ten Vietnamese diplomats in April, Ghana two and Togo one.",
        ["expulsion GHA>VNM 2023-04", "expulsion KEN>VNM 2023-04", "expulsion TGO>VNM 2023-04"],
    ),
]


@pytest.mark.parametrize(("text", "lines"), WITHIN_A_STORY)
def test_the_rest_of_the_story_completes(told: Told, text: str, lines: list[str]) -> None:
    """Who the envoy is, whose, and where he serves can stand in another sentence."""
    assert told(text, only=ENVOYS) == lines
