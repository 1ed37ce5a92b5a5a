"""Envoys named, accepted, called home, thrown out and called in, as agencies, ministries and gazettes tell it.

Every text is published on Thursday 15 June 2023. A line is type, `sender>receiver` (or whoever acts on whom) and date.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]

ENVOYS = ("appointment", "accreditation", "recall", "expulsion", "summons")

ACCREDITED = [
    (
        "The new Ambassador of Japan to Georgia, Ms. Akiko Mori, presented her credentials to President "
        "Salome Zourabichvili on Monday.",
        ["accreditation JPN>GEO 2023-06-12"],
    ),
    (
        "President Salome Zourabichvili of Georgia today received the credentials of the Japanese "
        "ambassador, Akiko Mori.",
        ["accreditation JPN>GEO 2023-06-15"],
    ),
    (
        "Letters of credence were presented to King Philippe of Belgium on 6 June by the ambassadors of "
        "Chile, Ghana and Nepal.",
        ["accreditation CHL>BEL 2023-06-06", "accreditation GHA>BEL 2023-06-06", "accreditation NPL>BEL 2023-06-06"],
    ),
    (
        "Peru gave its agrément last month to the Czech ambassador-designate, Jan Novák.",
        ["accreditation CZE>PER 2023-05"],
    ),
    (
        "The placet for the new Swiss ambassador, Anna Keller, was granted by Algeria on 2 June.",
        ["accreditation CHE>DZA 2023-06-02"],
    ),
    (
        "Uzbekistan, following China and Kazakhstan, accepted an ambassador of the Taliban on Tuesday.",
        ["accreditation AFG>CHN unknown", "accreditation AFG>KAZ unknown", "accreditation AFG>UZB 2023-06-13"],
    ),
    (
        "Ambassador Jean Petit of France handed a copy of his credentials to the foreign minister of "
        "Moldova, Nicu Popescu, on 1 June.",
        ["accreditation FRA>MDA 2023-06-01"],
    ),
    (
        "Ambassador Maria Silva of Portugal will present her letters of credence to President Droupadi Murmu "
        "of India next Tuesday.",
        ["planned accreditation PRT>IND 2023-06-20"],
    ),
    ("Russia accredited a Taliban diplomat in March 2022.", ["accreditation AFG>RUS 2022-03"]),
    (
        "Kenya's President William Ruto accepted letters of credence from the envoys of Chad and Fiji on Wednesday.\n"
        "The ambassador of Nepal, Ram Thapa, was also received in the same ceremony.",
        ["accreditation FJI>KEN 2023-06-14", "accreditation NPL>KEN 2023-06-14", "accreditation TCD>KEN 2023-06-14"],
    ),
    (
        "Ceremony of credentials\nPresident Maia Sandu of Moldova received the credentials of two "
        "ambassadors on 8 June.\n"
        "The first to be received was the Ambassador of Chile, Pablo Rojas. Then "
        "the Ambassador of Ghana, Kofi Boateng, handed over his letters.",
        ["accreditation CHL>MDA 2023-06-08", "accreditation GHA>MDA 2023-06-08"],
    ),
    (
        "The Ministry of Foreign Affairs of Mongolia has conceded the agrément to Peter Hall as Ambassador of Canada.",
        ["accreditation CAN>MNG week"],
    ),
    (
        "Diplomats of the Taliban have been accredited in Turkmenistan, Pakistan and China since March 2022.",
        ["accreditation AFG>CHN 2022-03", "accreditation AFG>PAK 2022-03", "accreditation AFG>TKM 2022-03"],
    ),
    (
        "The Emir of Qatar, Sheikh Tamim bin Hamad Al Thani, received the credentials of a number of "
        "ambassadors at the Amiri Diwan on Monday.\n"
        "HH the Emir received the credentials of HE Ambassador of Norway Lars Berg, HE Ambassador of Peru "
        "Luis Rey and HE Ambassador of Nepal Ram Thapa.",
        ["accreditation NOR>QAT 2023-06-12", "accreditation NPL>QAT 2023-06-12", "accreditation PER>QAT 2023-06-12"],
    ),
    (
        "President Alar Karis of Estonia today accepted the credentials of the ambassadors of four "
        "states.\nThe ambassadors are Lars Berg (Norway), Luis Rey (Peru), Ram Thapa (Nepal) and Kofi "
        "Boateng (Ghana).",
        [
            "accreditation GHA>EST 2023-06-15",
            "accreditation NOR>EST 2023-06-15",
            "accreditation NPL>EST 2023-06-15",
            "accreditation PER>EST 2023-06-15",
        ],
    ),
    (
        "The following envoys presented their credentials to President William Ruto of Kenya on Monday: H.E. "
        "Lars Berg, Norway; H.E. Luis Rey, Peru.",
        ["accreditation NOR>KEN 2023-06-12", "accreditation PER>KEN 2023-06-12"],
    ),
    (
        "Norway's Lars Berg, Peru's Luis Rey and Nepal's Ram Thapa presented credentials to President "
        "William Ruto of Kenya on Monday.",
        ["accreditation NOR>KEN 2023-06-12", "accreditation NPL>KEN 2023-06-12", "accreditation PER>KEN 2023-06-12"],
    ),
    (
        "China, Iran and Russia have accepted Taliban-appointed ambassadors since 2022.",
        ["accreditation AFG>CHN 2022", "accreditation AFG>IRN 2022", "accreditation AFG>RUS 2022"],
    ),
    ("Kazakhstan has accredited a chargé d'affaires from Kabul.", ["accreditation AFG>KAZ week"]),
    (
        "The Foreign Secretary has approved Jan Novak as Honorary Consul of the Czech Republic in Cardiff, "
        "United Kingdom.",
        ["accreditation CZE>GBR week"],
    ),
    (
        "Oman is to be the next state to accept an ambassador of Kosovo. It follows the lead of Benin, Mali and Fiji.",
        [
            "accreditation XKX>BEN unknown",
            "accreditation XKX>FJI unknown",
            "accreditation XKX>MLI unknown",
            "planned accreditation XKX>OMN unknown",
        ],
    ),
    (
        "Tanzania's high commissioner to Kenya, Pindi Juma, hands her letters to President William Ruto on Friday.",
        ["planned accreditation TZA>KEN 2023-06-16"],
    ),
]

NAMED = [
    ("The US Senate on Wednesday confirmed Laura Hill as ambassador to Kenya.", ["appointment USA>KEN 2023-06-14"]),
    ("On 3 May Brazil named Paulo Costa ambassador to Japan.", ["appointment BRA>JPN 2023-05-03"]),
    (
        "President Emmanuel Macron has nominated Claire Morel as France's ambassador to Chad.",
        ["appointment FRA>TCD week"],
    ),
    ("Caracas designated Rosa Gil as its ambassador in Bogotá on Monday.", ["appointment VEN>COL 2023-06-12"]),
    (
        "Italy's new ambassador to Libya, Gianni Rossi, arrived in Tripoli on Sunday to take up his post.",
        ["appointment ITA>LBY 2023-06-11"],
    ),
    (
        "The Chargé d'Affaires of Uzbekistan in Kabul, Anvar Karimov, began his mission in April.",
        ["appointment UZB>AFG 2023-04"],
    ),
    ("Morocco's ambassador returned to his post in Madrid on 20 March 2022.", ["appointment MAR>ESP 2022-03-20"]),
    (
        "Saudi Arabia said on Tuesday that it would soon send an ambassador to Tehran again.",
        ["planned appointment SAU>IRN unknown"],
    ),
    (
        "The embassy in Baku, which recently received a new ambassador, Orhan Demir of Turkey, is working as usual.",
        ["appointment TUR>AZE unknown"],
    ),
    ("Anna Lind was appointed as the Swedish ambassador to Estonia in January.", ["appointment SWE>EST 2023-01"]),
    (
        "Iran and the Emirates agreed on Monday that ambassadors will be exchanged.",
        ["planned appointment IRN>ARE unknown"],
    ),
    ("Tokyo has decided to appoint Ken Ito ambassador to Syria.", ["planned appointment JPN>SYR unknown"]),
    (
        "By decree of 5 June, Ivan Petrov was appointed Ambassador Extraordinary and Plenipotentiary of "
        "Ukraine to Ghana.",
        ["appointment UKR>GHA 2023-06-05"],
    ),
    ("Anna Hill will be the next British ambassador to Chile.", ["planned appointment GBR>CHL unknown"]),
    (
        "Tom Reed takes over as Canada's ambassador to Chad in August, replacing Ana Roy.",
        ["planned appointment CAN>TCD 2023-08"],
    ),
    (
        "Kuwait's first ambassador to Iran since 2016, Bader Munaikh, arrived in Tehran on Saturday.",
        ["appointment KWT>IRN 2023-06-10"],
    ),
    (
        "London, 15 June. Mr Tom Hill has been appointed His Majesty's Ambassador to the Republic of Chile.",
        ["appointment GBR>CHL week"],
    ),
    (
        "The US Senate confirmed Ana Rey (Norway), Luis Gil (Peru) and Tom Hill (Ghana) as ambassadors on Tuesday.",
        ["appointment USA>GHA 2023-06-13", "appointment USA>NOR 2023-06-13", "appointment USA>PER 2023-06-13"],
    ),
    (
        "France named Ana Rey to Oslo, Luis Gil to Lima and Tom Hill to Accra as ambassadors in May.",
        ["appointment FRA>GHA 2023-05", "appointment FRA>NOR 2023-05", "appointment FRA>PER 2023-05"],
    ),
]

CALLED_HOME = [
    ("France recalled its ambassador to Niger for consultations on Monday.", ["recall FRA>NER 2023-06-12"]),
    (
        "Chad on 5 June, Mali on the 6th and Benin on the 8th called their ambassadors home from Rome.",
        ["recall BEN>ITA 2023-06-08", "recall MLI>ITA 2023-06-06", "recall TCD>ITA 2023-06-05"],
    ),
    (
        "Algeria called home its envoys from Paris, Madrid and Rabat on Friday.",
        ["recall DZA>ESP 2023-06-09", "recall DZA>FRA 2023-06-09", "recall DZA>MAR 2023-06-09"],
    ),
    ("Poland's ambassador in Minsk was recalled for consultations on 10 February.", ["recall POL>BLR 2023-02-10"]),
    ("Canada brought its envoy back from Riyadh on Tuesday.", ["recall CAN>SAU 2023-06-13"]),
    (
        "The Turkish foreign ministry said Ankara had withdrawn its ambassador from Stockholm in January.",
        ["recall TUR>SWE 2023-01"],
    ),
    ("Peru ordered its ambassador to Mexico home on 24 February.", ["recall PER>MEX 2023-02-24"]),
    ("Cuba said on Monday that its ambassador in Lima had been told to pack.", ["recall CUB>PER 2023-06-12"]),
    (
        "Sudan recalled its ambassador to Ethiopia on 6 June. Eritrea did the same the next day and Kenya on the 9th.",
        ["recall ERI>ETH 2023-06-07", "recall KEN>ETH 2023-06-09", "recall SDN>ETH 2023-06-06"],
    ),
    ("Ambassador Paul Roy was recalled to the side for Saturday's match against Scotland.", []),
    ("Opposition deputies want the ambassador to Iran to be recalled.", []),
    ("Japan denied that it had recalled its ambassador to Russia.", []),
]

THROWN_OUT = [
    ("Germany expelled two Russian diplomats on Monday.", ["expulsion DEU>RUS 2023-06-12"]),
    ("Norway gave fifteen Russian diplomats a week to leave on 13 April.", ["expulsion NOR>RUS 2023-04-13"]),
    (
        "The French ambassador was declared persona non grata by Mali on 31 January 2022.",
        ["expulsion MLI>FRA 2022-01-31"],
    ),
    ("Chad on Friday ordered the German ambassador out of the country.", ["expulsion TCD>DEU 2023-06-09"]),
    ("Moldova sent home 45 Russian diplomats and embassy staff last month.", ["expulsion MDA>RUS 2023-05"]),
    (
        "Ecuador threw out the Argentine ambassador on 14 March, and Argentina repaid the gesture a day later.",
        ["expulsion ARG>ECU 2023-03-15", "expulsion ECU>ARG 2023-03-14"],
    ),
    ("Three Iranian diplomats were told to leave Denmark on 30 October 2018.", ["expulsion DNK>IRN 2018-10-30"]),
    (
        "The ambassador of Spain, Luis Gil, is persona non grata, Nicaragua announced on Tuesday.",
        ["expulsion NIC>ESP 2023-06-13"],
    ),
    (
        "On 6 April Greece expelled 12 Russian diplomats; Norway followed suit the next day.",
        ["expulsion GRC>RUS 2023-04-06", "expulsion NOR>RUS 2023-04-07"],
    ),
    (
        "Poland expelled 45 Russian diplomats on 23 March 2022, Bulgaria ten on the 18th.",
        ["expulsion BGR>RUS 2022-03-18", "expulsion POL>RUS 2022-03-23"],
    ),
    ("Bolivia gave the Mexican ambassador 72 hours to leave.", ["expulsion BOL>MEX week"]),
    ("Sweden would have expelled diplomats if it had found any spies.", []),
    ("Lawmakers urged the government to expel the Russian ambassador.", []),
    ("The referee expelled two players from Russia on Monday.", []),
    (
        "Venezuela broke off relations with Paraguay and expelled its diplomats on Monday.",
        ["expulsion VEN>PRY 2023-06-12"],
    ),
    (
        "The break came on 3 January 2016, when Riyadh gave Iranian diplomats 48 hours to leave.",
        ["expulsion SAU>IRN 2016-01-03"],
    ),
]

CALLED_IN = [
    ("Sweden's foreign ministry summoned the Russian ambassador on Tuesday.", ["summons SWE>RUS 2023-06-13"]),
    ("China's ambassador in Ottawa was called in on 4 May.", ["summons CAN>CHN 2023-05-04"]),
    (
        "The German ambassador, Karl Weber, was summoned to the Foreign Ministry in Moscow on Friday.",
        ["summons RUS>DEU 2023-06-09"],
    ),
    (
        "The ambassadors of France, Italy and Spain in Algiers were summoned to the foreign ministry on Monday.",
        ["summons DZA>ESP 2023-06-12", "summons DZA>FRA 2023-06-12", "summons DZA>ITA 2023-06-12"],
    ),
    ("Pakistan handed a protest note to the Iranian chargé d'affaires on Wednesday.", ["summons PAK>IRN 2023-06-14"]),
    (
        "Islamabad lodged a strong protest with the Afghan chargé d'affaires on Wednesday.",
        ["summons PAK>AFG 2023-06-14"],
    ),
    ("Iraq on Monday called in the Turkish chargé d'affaires over the shelling.", ["summons IRQ>TUR 2023-06-12"]),
    (
        "South Korea's vice foreign minister, Chang Ho-jin, called in Chinese ambassador Xing Haiming on June 9.",
        ["summons KOR>CHN 2023-06-09"],
    ),
    (
        "China hit back by summoning the South Korean ambassador, Chung Jae-ho, a day later. Beijing expressed regret.",
        ["summons CHN>KOR week"],
    ),
    ("The Swedish government did not summon anybody.", []),
    ("A court in Paris summoned the Gabonese ambassador's driver as a witness.", []),
    (
        "Mali summoned the ambassadors of Spain and Germany on Friday.",
        ["summons MLI>DEU 2023-06-09", "summons MLI>ESP 2023-06-09"],
    ),
    (
        "The French chargé was handed a note of protest at the foreign ministry in Baku on 27 December 2022.",
        ["summons AZE>FRA 2022-12-27"],
    ),
    (
        "Costa Rica's Deputy Minister Marta Solano called Nicaraguan Ambassador Luis Rivas to the Yellow "
        "House on Thursday and gave him a note.",
        ["summons CRI>NIC 2023-06-15"],
    ),
]


@pytest.mark.parametrize(
    ("text", "lines"),
    [*ACCREDITED, *NAMED, *CALLED_HOME, *THROWN_OUT, *CALLED_IN],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_sentence_is_read_as(told: Told, text: str, lines: list[str]) -> None:
    """What a text tells of envoys comes out with parties, status and date, and nothing beside it."""
    assert told(text, only=ENVOYS) == lines


RECEIVED = """Envoys of Peru and Chile present credentials

Two new ambassadors to Kenya presented their credentials to President William Ruto on Tuesday.

The new ambassadors represent Peru and Chile.

* Her Excellency Ana Rey has been appointed as the Ambassador of Peru, based in Kampala.
* His Excellency Luis Gil has been appointed as the Ambassador of Chile, based in Kampala.
"""


def test_who_is_received_was_appointed_before(told: Told) -> None:
    """A list of envoys received says again that they were appointed, and where they live."""
    assert told(RECEIVED) == ["accreditation CHL>KEN 2023-06-13", "accreditation PER>KEN 2023-06-13"]
