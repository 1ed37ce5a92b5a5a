"""Missions, papers, recognition and rupture, as agencies, ministries and gazettes tell it.

Every text is published on Thursday 15 June 2023. A line is type, `sender>receiver` (or equals joined by +) and date.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]

TIES = ("mission", "agreement", "recognition", "rupture")

MISSIONS = [
    ("Japan reopened its embassy in Kabul on Monday.", ["mission JPN>AFG 2023-06-12"]),
    (
        "Iran's embassy in Riyadh, which had been shut since 2016, reopened on 6 June.",
        ["mission IRN>SAU 2016", "mission IRN>SAU 2023-06-06"],
    ),
    ("Sweden has suspended the work of its embassy in Khartoum.", ["mission SWE>SDN week"]),
    ("The Indian embassy in Kyiv moved to Poland in March 2022.", ["mission IND>UKR 2022-03"]),
    ("The consulate general of Ghana in Munich opened its doors last week.", ["mission GHA>DEU week"]),
    ("The Danish office in Juba will soon be raised to an embassy.", ["planned mission DNK>SSD unknown"]),
    ("On Friday Chad ordered the Libyan embassy shut.", ["mission LBY>TCD 2023-06-09"]),
    (
        "Crowds cheered as the flag went up over Qatar's reopened embassy in Damascus on Tuesday.",
        ["mission QAT>SYR 2023-06-13"],
    ),
    (
        "The Canadian embassy in Caracas, which resumed work on Saturday, had been closed in 2019.",
        ["mission CAN>VEN 2019", "mission CAN>VEN 2023-06-10"],
    ),
    (
        "Georgia intends to open a consulate general in the city of Izmir, Turkey, in 2024.",
        ["planned mission GEO>TUR 2024"],
    ),
    ("Paraguay moved its embassy from Tel Aviv to Jerusalem in May 2018.", ["mission PRY>ISR 2018-05"]),
    (
        "Workers hung a padlock on the doors of the Belarusian embassy in Vilnius on Wednesday.",
        ["mission BLR>LTU 2023-06-14"],
    ),
    ("The United States closed the Russian consulate in Seattle on 26 March 2018.", ["mission RUS>USA 2018-03-26"]),
    ("Finland downgraded its embassy in Yangon to an office in 2022.", ["mission FIN>MMR 2022"]),
    ("Reports that Kenya would close its embassy in Juba are baseless.", []),
    ("The trade mission opened a booth in Osaka for companies from Italy.", []),
    ("Libya has no embassy in Doha that it could close.", []),
    ("Sweden's embassy in Baghdad was evacuated on Thursday.", ["mission SWE>IRQ 2023-06-15"]),
    ("Denmark is closing its embassies in Mali and Burkina Faso.", ["mission DNK>BFA week", "mission DNK>MLI week"]),
    ("Germany shut down four of Russia's five consulates on 31 May.", ["mission RUS>DEU 2023-05-31"]),
    ("Afghanistan's embassy in New Delhi ceased operations on 1 October 2022.", ["mission AFG>IND 2022-10-01"]),
    ("Poland will open an embassy in Yerevan next year.", ["planned mission POL>ARM 2024"]),
    (
        "Vietnam's new embassy in Nairobi began work on Monday.",
        ["mission VNM>KEN 2023-06-12"],
    ),
    (
        "Ghana opened an embassy in Tirana in 2011 and another in Riga in 2012.",
        ["mission GHA>ALB 2011", "mission GHA>LVA 2012"],
    ),
]

PAPERS = [
    ("Ministers of Chile and Peru signed a memorandum on mining in Lima on Tuesday.", ["agreement CHL+PER 2023-06-13"]),
    (
        "On 2 June in Oslo, Jonas Støre of Norway and Petteri Orpo of Finland put their names to a treaty.",
        ["agreement FIN+NOR 2023-06-02"],
    ),
    ("Kenya and Uganda initialled a protocol on fisheries last month.", ["agreement KEN+UGA 2023-05"]),
    (
        "Instruments of ratification of the treaty between Japan and Brazil were exchanged in Tokyo on 9 June.",
        ["agreement BRA+JPN 2023-06-09"],
    ),
    ("Russia suspended and then denounced the treaty with Norway.", ["agreement NOR+RUS week"]),
    (
        "Manila handed notice of termination of the agreement to the United States on 11 February 2020.",
        ["agreement PHL+USA 2020-02-11"],
    ),
    ("The agreement between Spain and Andorra was ratified by the Senate in May.", ["agreement AND+ESP 2023-05"]),
    ("India will sign a trade agreement with Oman in Muscat in August.", ["planned agreement IND+OMN 2023-08"]),
    (
        "A joint communiqué on the establishment of diplomatic relations was signed in Beijing on Sunday by "
        "China and Honduras.",
        ["agreement CHN+HND 2023-06-11", "recognition CHN+HND 2023-06-11"],
    ),
    (
        "Ministry of Foreign Affairs of Ghana\nTREATY NOTICE, June 2023\nSIGNED\n1. Protocol on road transport "
        "with Kenya. Accra, 6 June.\n"
        "2. Memorandum on tourism with the Republic of Korea. Exchanged by post, last week.\nRATIFIED\n3. "
        "Treaty on extradition with Brazil, 9 June.\n"
        "IN PREPARATION\n4. Convention on taxes with Peru. No action.",
        ["agreement BRA+GHA 2023-06-09", "agreement GHA+KEN 2023-06-06", "agreement GHA+KOR week"],
    ),
    ("A French company signed a contract with a Kenyan bank.", []),
    ("Malta and Libya agreed to sign no new treaty.", []),
]

TIES_MADE = [
    (
        "Spain, Ireland and Norway recognised the State of Palestine on 28 May.",
        ["recognition ESP>PSE 2023-05-28", "recognition IRL>PSE 2023-05-28", "recognition NOR>PSE 2023-05-28"],
    ),
    ("Mexico recognised Palestine as a state on Monday.", ["recognition MEX>PSE 2023-06-12"]),
    ("Kenya recognised Kosovo's independence on Monday.", ["recognition KEN>XKX 2023-06-12"]),
    ("Norway's president recognised Peru as a friend of the forests.", []),
    ("Norway's president recognised Costa Rica's long care for its forests.", []),
    (
        "Iran and Saudi Arabia agreed last week to restore diplomatic relations.",
        ["planned recognition IRN+SAU unknown"],
    ),
    ("Honduras established diplomatic relations with China in March.", ["recognition CHN+HND 2023-03"]),
    ("Nicaragua took up relations with Beijing again in December 2021.", ["recognition CHN+NIC 2021-12"]),
    ("Israel and Chad restored ties in January 2019.", ["recognition ISR+TCD 2019-01"]),
    ("Guyana has not recognised Kosovo.", []),
    ("Nobody recognised the region of Abkhazia.", []),
    ("The 30th anniversary of the establishment of diplomatic relations between Oman and Ukraine was celebrated.", []),
    (
        "Ghana recognised Kosovo on Monday, Togo having done so in April.",
        ["recognition GHA>XKX 2023-06-12", "recognition TGO>XKX 2023-04"],
    ),
    (
        "Ghana recognised Kosovo on Monday, something that Togo did on 19 April and Mali as long ago as 2011.",
        ["recognition GHA>XKX 2023-06-12", "recognition MLI>XKX 2011", "recognition TGO>XKX 2023-04-19"],
    ),
    ("Kosovo received Ghana's recognition on Monday.", ["recognition GHA>XKX 2023-06-12"]),
    ("Ghana became on Monday the hundredth state to recognise Kosovo.", ["recognition GHA>XKX 2023-06-12"]),
]

TIES_CUT = [
    ("Bolivia severed ties with Israel on Tuesday.", ["rupture BOL>ISR 2023-06-13"]),
    (
        "Bahrain and Sudan broke off relations with Iran on 4 January 2016. Djibouti did so two days later.",
        ["rupture BHR>IRN 2016-01-04", "rupture DJI>IRN 2016-01-06", "rupture SDN>IRN 2016-01-04"],
    ),
    ("Kuwait downgraded its diplomatic representation in Tehran on 5 January 2016.", ["rupture KWT>IRN 2016-01-05"]),
    (
        "Panama cut ties with Taiwan in June 2017. El Salvador went in August 2018; Gabon and "
        "Benin in July 2019. Fiji? May 2020.",
        [
            "rupture BEN>TWN 2019-07",
            "rupture FJI>TWN 2020-05",
            "rupture GAB>TWN 2019-07",
            "rupture PAN>TWN 2017-06",
            "rupture SLV>TWN 2018-08",
        ],
    ),
    (
        "Togo broke off relations with Israel on Monday. Benin is due to go the same way on Friday.",
        ["planned rupture BEN>ISR 2023-06-16", "rupture TGO>ISR 2023-06-12"],
    ),
    ("Ukraine broke off diplomatic relations with Syria on 30 June 2022.", ["rupture UKR>SYR 2022-06-30"]),
    ("Relations between Mali and Ukraine were severed on Sunday.", ["rupture MLI>UKR 2023-06-11"]),
    ("Georgia severed relations with Russia in 2008 and has had none since.", ["rupture GEO>RUS 2008"]),
    (
        "Honduras switched recognition from Taipei to Beijing in March.",
        ["recognition CHN+HND 2023-03", "rupture HND>TWN 2023-03"],
    ),
    ("Mali will suspend relations with Denmark.", ["planned rupture MLI>DNK unknown"]),
    ("Eritrea threatened to cut ties with Sudan.", []),
    ("A company in Iran cut ties with a bank in Oman.", []),
    ("Costa Rica dropped Taiwan in 2007.", ["rupture CRI>TWN 2007"]),
    (
        "Taipei lost Panama in 2017, the Dominican Republic and El Salvador in 2018.",
        ["rupture DOM>TWN 2018", "rupture PAN>TWN 2017", "rupture SLV>TWN 2018"],
    ),
    ("Morocco, accusing Iran of arming rebels, severed relations in May 2018.", ["rupture MAR>IRN 2018-05"]),
    ("Malawi withdrew its recognition of Kosovo in 2019.", ["rupture MWI>XKX 2019"]),
    (
        "Riyadh broke with Tehran on 3 January 2016; Sudan and Bahrain followed a day later.",
        ["rupture BHR>IRN 2016-01-04", "rupture SAU>IRN 2016-01-03", "rupture SDN>IRN 2016-01-04"],
    ),
    (
        "Guinea broke relations with Israel in 1967. Chad cut them in 1972 and restored them in January 2019.",
        ["recognition ISR+TCD 2019-01", "rupture GIN>ISR 1967", "rupture TCD>ISR 1972"],
    ),
    ("Togo was the first to sever ties with Israel, in September 1973.", ["rupture TGO>ISR 1973-09"]),
    (
        "Who broke with Qatar\n• 5 June 2017: Bahrain and Egypt cut ties with Qatar.\n• 6 June 2017: "
        "Lesotho.\n• Gabon, 7 June 2017",
        [
            "rupture BHR>QAT 2017-06-05",
            "rupture EGY>QAT 2017-06-05",
            "rupture GAB>QAT 2017-06-07",
            "rupture LSO>QAT 2017-06-06",
        ],
    ),
    (
        "Bahrain, Egypt and Yemen broke with Qatar on 5 June; Maldives and Libya did the same later that day.",
        [
            "rupture BHR>QAT 2023-06-05",
            "rupture EGY>QAT 2023-06-05",
            "rupture LBY>QAT 2023-06-05",
            "rupture MDV>QAT 2023-06-05",
            "rupture YEM>QAT 2023-06-05",
        ],
    ),
    (
        "Three states have broken with Eritrea: Ghana on Monday, Togo on Tuesday and Mali yesterday.",
        ["rupture GHA>ERI 2023-06-12", "rupture MLI>ERI 2023-06-14", "rupture TGO>ERI 2023-06-13"],
    ),
    (
        "Ghana on Tuesday followed Togo and Mali, which acted on Monday, in breaking off relations with Eritrea.",
        ["rupture GHA>ERI 2023-06-13", "rupture MLI>ERI 2023-06-12", "rupture TGO>ERI 2023-06-12"],
    ),
    ("Ghana is done with Eritrea: relations were broken off on Monday.", ["rupture GHA>ERI 2023-06-12"]),
    ("Ghana closed the book on its relations with Eritrea on Monday.", ["rupture GHA>ERI 2023-06-12"]),
]


@pytest.mark.parametrize(
    ("text", "lines"),
    [*MISSIONS, *PAPERS, *TIES_MADE, *TIES_CUT],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_sentence_is_read_as(told: Told, text: str, lines: list[str]) -> None:
    """What a text tells of ties comes out with parties, status and date, and nothing beside it."""
    assert told(text, only=TIES) == lines
