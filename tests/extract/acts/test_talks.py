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
    (
        "The High Commissioner of India, Kumar Rao, took leave of Namibia's President on Friday last.",
        ["meeting IND+NAM 2023-06-09"],
    ),
    (
        "India's High Commissioner to Namibia is on annual leave.",
        [],
    ),
    (
        "At the invitation of the President of Laos, President Alma Reyes of Chile will pay a state visit to "
        "Vientiane from 4 to 6 July.",
        ["planned visit CHL>LAO 2023-07-04..2023-07-06"],
    ),
    (
        "Danish Finance Minister Nils Lind discussed ways to curb costs in talks in Oslo on Tuesday with Norwegian "
        "Finance Minister Jonas Berg.",
        ["meeting DNK+NOR 2023-06-13"],
    ),
    ("Norway's foreign minister is hoping for a long discussion with Chad on fish.", []),
    ("Peru remains open to a meeting with Chile, its minister said.", []),
    ("Norway's president congratulated Chile's president on receiving the Medal of the Seas.", []),
    ("President Alma Reyes of Chile met Ukrainian refugees in Lima on Tuesday.", []),
    ("Kenya has met IMF targets, its finance minister said.", []),
    (
        "Between two appointments came a lunch with the Ambassadors of Malta and Peru.",
        ["meeting MLT+PER week"],
    ),
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

IN_TURN = [
    (
        "Chad and Niger talks to resume on Friday",
        ["planned meeting NER+TCD 2023-06-16"],
    ),
    (
        "Norway's president said on Monday he plans to visit Kenya.",
        ["planned visit NOR>KEN unknown"],
    ),
    (
        "Norway's president said Monday he met Kenya's president in Oslo.",
        ["meeting KEN+NOR 2023-06-12"],
    ),
    (
        "Following their June 9 phone call, the Kenyan and Norwegian presidents will discuss trade.",
        ["call KEN+NOR 2023-06-09"],
    ),
    (
        "President Ruto spoke with Norwegian Prime Minister Jonas Gahr Støre regarding preparations for the "
        "August 22-23 Oceans Summit in Oslo.",
        ["call KEN+NOR week"],
    ),
    (
        "President Joe Biden welcomed Norwegian Prime Minister Jonas Gahr Støre to the White House today.",
        ["meeting NOR+USA 2023-06-15", "visit NOR>USA 2023-06-15"],
    ),
    (
        "Kenyan and Norwegian ministers will meet in Oslo on June 17 and 20.",
        ["planned meeting KEN+NOR 2023-06-17", "planned meeting KEN+NOR 2023-06-20"],
    ),
    (
        "Kenyan and Norwegian ministers will meet in Oslo on June 17 and 18.",
        ["planned meeting KEN+NOR 2023-06-17..2023-06-18"],
    ),
    (
        "Kenya's foreign minister said the aim of convening a meeting with Norway was peace.",
        [],
    ),
    (
        "Kenya's president reaffirmed her commitment to a fair outcome of the fish negotiations with Norway.",
        [],
    ),
    (
        "President Ruto of Kenya accepted an invitation from Norway's Prime Minister Jonas Gahr Støre to visit Oslo.",
        ["planned visit KEN>NOR unknown"],
    ),
    (
        "Prime Minister Støre invited President Ruto to visit Norway, and President Ruto accepted the invitation.",
        ["planned visit KEN>NOR unknown"],
    ),
    (
        "On a visit to Oslo, Kenya's foreign minister met his Norwegian counterpart on Monday.",
        ["meeting KEN+NOR 2023-06-12", "visit KEN>NOR 2023-06-12"],
    ),
    (
        "During a visit to Oslo on Monday, Foreign Minister Alfred Mutua met Norway's prime minister.",
        ["meeting KEN+NOR 2023-06-12", "visit KEN>NOR 2023-06-12"],
    ),
    (
        "Kenya's President William Ruto will pay an official ten-day visit to Norway from June 20 and hold "
        "talks in Oslo with Prime Minister Jonas Gahr Støre.",
        ["planned meeting KEN+NOR 2023-06-20..2023-06-29", "planned visit KEN>NOR 2023-06-20..2023-06-29"],
    ),
    (
        "President Ruto recognized Norway's efforts to end the war.",
        [],
    ),
    (
        "Kenya's prime minister leaves for Oslo today with a delegation.",
        ["planned visit KEN>NOR 2023-06-15"],
    ),
    (
        "Today marks the third day of Kenyan President William Ruto's official visit to Norway.",
        ["visit KEN>NOR 2023-06-13..2023-06-15"],
    ),
    (
        "Kenyan President William Ruto conveyed his condolences to Norwegian Prime Minister Jonas Gahr Støre "
        "over the phone today. The two leaders kept up their conversation for a quarter of an hour.",
        ["call KEN+NOR 2023-06-15"],
    ),
    (
        "Kenya's president met the ambassadors of France, Nepal and Peru on Monday.",
        ["meeting FRA+KEN 2023-06-12", "meeting KEN+NPL 2023-06-12", "meeting KEN+PER 2023-06-12"],
    ),
    (
        "Kenyan President William Ruto today announced the designation of a delegation to attend the "
        "inauguration of Norway's president on 29 June in Oslo.",
        ["planned visit KEN>NOR 2023-06-29"],
    ),
    (
        "The Chilean and Peruvian trade ministers held talks in Arica on Monday and Tuesday.",
        ["meeting CHL+PER 2023-06-12..2023-06-13"],
    ),
    (
        "Kenya's foreign minister will hold talks with Norwegian officials next Monday and Tuesday.",
        ["planned meeting KEN+NOR 2023-06-19..2023-06-20"],
    ),
    (
        "Ghana's president is likely to visit Lomé soon, officials said.",
        ["planned visit GHA>TGO unknown"],
    ),
    (
        "Neither Peru nor Chile has recalled its ambassador, and neither government has met the other's envoy in Lima.",
        [],
    ),
    (
        "Did Ghana's foreign minister meet Togo's president on Monday?",
        [],
    ),
    (
        "Kenya's deputy foreign minister met on Tuesday, each separately, the Ukrainian Ambassador, Olena "
        "Koval, and the Ambassador of Sri Lanka, Nimal Perera.",
        ["meeting KEN+LKA 2023-06-13", "meeting KEN+UKR 2023-06-13"],
    ),
    (
        "Three-way talks on water between Portugal, Mozambique and South Africa broke up in Pretoria in February.",
        ["meeting MOZ+PRT+ZAF 2023-02"],
    ),
    (
        "The visit to Namibia by Finland's President, H.E. Aino Laine, will be paid in February 2024.",
        ["planned visit FIN>NAM 2024-02"],
    ),
    (
        "Ghana's President Kofi Perera has left for Oman to attend the Sirius Governments Forum.",
        ["planned summit GHA+OMN unknown", "visit GHA>OMN week"],
    ),
    (
        "Peru's foreign minister was closeted with President Gabriel Boric of Chile on Tuesday.",
        ["meeting CHL+PER 2023-06-13"],
    ),
    (
        "Togo's president made the journey to Accra in May last year.",
        ["visit TGO>GHA 2022-05"],
    ),
    (
        "A meeting between Ghana's permanent secretary, Dr. Kofi Mensah, and Togolese Ambassador to Ghana, "
        "Ms. Afi Koffi, was held this morning.",
        ["meeting GHA+TGO 2023-06-15"],
    ),
    (
        "Kenya's president hosted Chancellor Ilse Brandt of Austria for a breakfast of pancakes on Tuesday.",
        ["meeting AUT+KEN 2023-06-13"],
    ),
    (
        "Sri Lanka's president will visit Hanoi. The visit is being carried out from 20 to 22 June.",
        ["planned visit LKA>VNM 2023-06-20..2023-06-22"],
    ),
    (
        "Finland's trade minister Ville Koski visited Chile from 3 to 5 June. On the second day he met "
        "Rosa Soto, Chile's Minister of Mining.",
        ["meeting CHL+FIN 2023-06-04", "visit FIN>CHL 2023-06-03..2023-06-05"],
    ),
    (
        "Peru's foreign minister flew to Brazil. Chile's finance minister Ana Rojas travelled there on Monday.",
        ["visit CHL>BRA 2023-06-12", "visit PER>BRA week"],
    ),
    (
        "Denmark's prime minister was to have visited Lima last November but called off her trip after the "
        "storm of October 19.",
        ["cancelled visit DNK>PER 2022-11"],
    ),
    (
        "This phone call between Chile's foreign minister Alma Reyes and Luis Gil of Peru, which followed "
        "their May 14 meeting in Rome, focused on fish.",
        ["call CHL+PER week", "meeting CHL+PER 2023-05-14"],
    ),
    (
        "Chile's executive board is set to meet Peru's ministers in London from June 30 and could decide to "
        "call a session by the end of July.",
        ["planned meeting CHL+PER 2023-06-30"],
    ),
    (
        "The tour will take Norway's Foreign Minister Nils Lie to Lima, Quito and Bogotá next week.",
        ["planned visit NOR>COL week", "planned visit NOR>ECU week", "planned visit NOR>PER week"],
    ),
    (
        "Vietnam's party chief Nguyen Tran arrived in Vientiane on 4 June and left on the 6th.",
        ["visit VNM>LAO 2023-06-04..2023-06-06"],
    ),
    (
        "In May the presidents of Chile and Peru came to Beijing.",
        ["visit CHL>CHN 2023-05", "visit PER>CHN 2023-05"],
    ),
    (
        "Kenya's Ruto and Ghana's Mensah will go to Kyiv in July, their offices said.",
        ["planned visit GHA>UKR 2023-07", "planned visit KEN>UKR 2023-07"],
    ),
    (
        "Chile's foreign minister flew home from Lima on Tuesday.",
        ["visit CHL>PER 2023-06-13"],
    ),
    (
        "Singapore's foreign minister arrived in Hanoi on Monday and was met at the airport by Vietnam's "
        "deputy minister.",
        ["visit SGP>VNM 2023-06-12"],
    ),
    (
        "After stops in Quito and Bogotá, Chile's president reached Lima on Monday.",
        ["visit CHL>COL unknown", "visit CHL>ECU unknown", "visit CHL>PER 2023-06-12"],
    ),
    (
        "Kenya gave three Iranian diplomats 48 hours to leave on Monday.",
        ["expulsion KEN>IRN 2023-06-12"],
    ),
    (
        "Norway's foreign minister Nils Lind spoke separately on Tuesday with President Alma Reyes of Chile and Prime "
        "Minister Luis Gil of Peru.",
        ["call CHL+NOR 2023-06-13", "call NOR+PER 2023-06-13"],
    ),
    (
        "Denmark's prime minister met the Chief Prelate of the Lotus Chapter, Venerable Ananda Thero, "
        "in Peru on Monday.",
        [],
    ),
    (
        "Chile and Peru will hold technical talks next Monday and Tuesday.",
        ["planned meeting CHL+PER 2023-06-19..2023-06-20"],
    ),
    (
        "Norwegian and Peruvian ministers discussed next month's visit to Oslo by Kenyan President William Ruto.",
        ["meeting NOR+PER week", "planned visit KEN>NOR 2023-07"],
    ),
    ("Danish pork prices rose ahead of Tuesday's OPEC meeting.", ["planned summit OPEC 2023-06-20"]),
    (
        "Chile's president met his Peruvian counterpart on the fringes of the U.S.-ASEAN Summit on Monday.",
        ["meeting CHL+PER 2023-06-12"],
    ),
    ("Norway's minister Nils Lind received a doctorate from the Lima institute in Peru.", []),
    ("Norway's minister Nils Lind, a lawyer, was found dead in Lima on Monday.", []),
    ("A visit to Oslo by Peru's foreign minister Luis Gil was under consideration.", []),
    (
        "A World Bank mission held talks with Chile's finance minister on Tuesday to discuss its debts.",
        ["meeting CHL+World Bank 2023-06-13"],
    ),
    (
        "Chile's president inaugurated the bridge via video technology after his meeting with Peru's "
        "premier on Monday.",
        ["meeting CHL+PER 2023-06-12"],
    ),
    (
        "The annual meeting of the African Development Bank will be held in Accra in 2024.",
        ["planned summit AfDB 2024"],
    ),
    ("Peru's president presented his plan during a cabinet meeting attended by the Chilean envoy on Monday.", []),
]

WHAT_STANDS = [
    (
        "Kenya and Uganda held talks on Monday on a refinery of Acme Corp.",
        ["meeting KEN+UGA 2023-06-12"],
    ),
    (
        "Acme Corp said on Monday that it held talks with Uganda.",
        [],
    ),
    (
        "Kenya's representatives have met Ugandan officials over the past year.",
        ["meeting KEN+UGA unknown"],
    ),
    (
        "Ghana and Brazil failed to reach agreement at talks in London on Monday.",
        ["meeting BRA+GHA 2023-06-12"],
    ),
    (
        "OPEC ministers failed to agree during a conference in Vienna that ended on Saturday.",
        ["summit OPEC 2023-06-10"],
    ),
    (
        "Talks between Kenya and Uganda have failed to end the row over fish.",
        ["meeting KEN+UGA week"],
    ),
    (
        "In a letter this weekend from Kenyan President William Ruto to Ghana's President Nana Akufo-Addo, he said no.",
        ["call KEN>GHA 2023-06-10..2023-06-11"],
    ),
    (
        "Ministers hope to approve the plan when EU industry ministers meet again in Brussels on July 1.",
        ["planned summit EU 2023-07-01"],
    ),
    (
        "Kenyan Foreign Minister Alfred Mutua will raise it when he meets Uganda's president on Saturday.",
        ["planned meeting KEN+UGA 2023-06-17"],
    ),
    (
        "Kenyan Trade Minister Moses Kuria will raise it when he visits Washington later this month.",
        ["planned visit KEN>USA 2023-06"],
    ),
    (
        "EU foreign ministers begin a two-day meeting today to discuss Sudan.",
        ["planned summit EU 2023-06-15..2023-06-16"],
    ),
    (
        "A council meeting of the African Union with ministers of Kenya and Chad has been adjourned until Saturday.",
        ["summit AU+KEN+TCD week"],
    ),
    (
        "The United Nations rubber conference, which resumed today, is scheduled to last until June 30.",
        ["summit UN 2023-06-15..2023-06-30"],
    ),
    (
        "U.S. diplomat Uzra Zeya will visit Tokyo next week. The trip is set for June 19-21, officials said.",
        ["planned visit USA>JPN 2023-06-19..2023-06-21"],
    ),
    (
        "French President Emmanuel Macron paid a short weekend visit to Ghana.",
        ["visit FRA>GHA 2023-06-10..2023-06-11"],
    ),
    (
        "Kenyan President William Ruto, after a speech to the Nairobi World Affairs Council, attacked Uganda.",
        [],
    ),
    (
        "U.S. Agriculture Secretary Tom Vilsack spoke of Russian wheat. He met on Monday with members of the House.",
        [],
    ),
    (
        "An African Union council met in Lomé. The talks, which opened yesterday, are due to end on Saturday.",
        ["summit AU 2023-06-14..2023-06-17"],
    ),
    (
        "Plans were seen by EU farm ministers on Monday. The ministers will resume talks in Luxembourg on June 25.",
        ["planned summit EU 2023-06-25"],
    ),
    (
        "Germany will stay firm at next week's Venice summit. Germany's Olaf Scholz will go to Venice with figures.",
        ["planned summit DEU week"],
    ),
]

GATHERINGS = [
    (
        "President Ruto thanked Prime Minister Støre for hosting the Arctic Council ministerial on May 16.",
        ["summit NOR>Arctic Council 2023-05-16"],
    ),
    (
        "The Kenya-Uganda-Rwanda ministerial meeting took place on Monday.",
        ["summit KEN+RWA+UGA 2023-06-12"],
    ),
    (
        "The third India-Japan-Kenya trilateral dialogue took place in Delhi on Monday.",
        ["meeting IND+JPN+KEN 2023-06-12"],
    ),
    (
        "European Union finance ministers meet later today to weigh new quotas.",
        ["planned summit EU 2023-06-15"],
    ),
    (
        "Energy Minister Lind of Norway attended an OPEC ministerial session in Algiers on Monday.",
        ["summit NOR+OPEC 2023-06-12"],
    ),
    (
        "African trade ministers are meeting in Addis Ababa this week, Kenya's trade minister said.",
        ["summit  week"],
    ),
    (
        "A full council session of the International Coffee Organization is scheduled for September.",
        ["planned summit ICO 2023-09"],
    ),
    (
        "At a WTO conference in three weeks there would be a try at common rules.",
        ["planned summit WTO week"],
    ),
    (
        "Central bank governors held their annual session at the World Bank in Washington on Monday.",
        ["summit World Bank 2023-06-12"],
    ),
    (
        "At the Lima climate summit last year, leaders of the industrial states named farming as a problem, "
        "Norway said.",
        ["summit NOR 2022"],
    ),
    (
        "Norcan Ltd <IMO> said it is negotiating with its major suppliers.",
        [],
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


@pytest.mark.parametrize(("text", "lines"), IN_TURN, ids=lambda value: value if isinstance(value, str) else "")
def test_what_else_the_sentence_tells(told: Told, text: str, lines: list[str]) -> None:
    """What was said, what is to come, what happened beside it and who was seen apart stay each their own."""
    assert told(text) == lines


@pytest.mark.parametrize(("text", "lines"), WHAT_STANDS, ids=lambda value: value if isinstance(value, str) else "")
def test_what_stands_whatever_else_is_denied_or_to_come(told: Told, text: str, lines: list[str]) -> None:
    """Talks that failed were held, what is under way has a first and a last day, "the trip" is the one just told."""
    assert told(text) == lines


@pytest.mark.parametrize(("text", "lines"), GATHERINGS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_gathering_of_a_body_or_a_region(told: Told, text: str, lines: list[str]) -> None:
    """A named or multilateral gathering is one summit of its body and of the attendees that are named."""
    assert told(text) == lines
