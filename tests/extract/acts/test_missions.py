"""Missions as they are told otherwise than by "opened" and "closed": flags, plates, keys, shutters, ranks.

Every text is published on Thursday 15 June 2023. A line is type, `sender>receiver` and date.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]

OPENED = [
    ("The flag of Norway has flown over an embassy in Juba since Monday.", ["mission NOR>SSD 2023-06-12"]),
    ("Norway is to have an embassy in Juba.", ["planned mission NOR>SSD unknown"]),
    ("Norway hoisted its flag over its new embassy in Juba on Monday.", ["mission NOR>SSD 2023-06-12"]),
    (
        "Foreign Minister Anniken Huitfeldt cut the ribbon of Norway's embassy in Lusaka on Tuesday.",
        ["mission NOR>ZMB 2023-06-13"],
    ),
    ("On Friday the brass plate of the Estonian embassy in Abuja was unveiled.", ["mission EST>NGA 2023-06-09"]),
    (
        'Since Wednesday a plate beside the door in Bridgetown has read "Embassy of Ghana".',
        ["mission GHA>BRB 2023-06-14"],
    ),
    ("Finland's embassy in Rabat got down to work on Monday.", ["mission FIN>MAR 2023-06-12"]),
    ("The Iraqi embassy in Tirana took up its work on 1 June.", ["mission IRQ>ALB 2023-06-01"]),
    ("Serbia set up an embassy in Nairobi last month.", ["mission SRB>KEN 2023-05"]),
    ("Malta has had an embassy in Accra since March.", ["mission MLT>GHA 2023-03"]),
    ("From 1 July Latvia will have an embassy in Hanoi.", ["planned mission LVA>VNM 2023-07-01"]),
    ("The Spanish embassy in Tripoli will be back at work from Monday.", ["planned mission ESP>LBY 2023-06-19"]),
    ("Sudan unlocked its embassy in Tehran on Sunday after seven years.", ["mission SDN>IRN 2023-06-11"]),
    ("What used to be a bank in Lomé is, since Monday, the embassy of Poland.", ["mission POL>TGO 2023-06-12"]),
    ("Cyprus's liaison office in Dakar went into operation in April.", ["mission CYP>SEN 2023-04"]),
    ("The Gambia and Gabon exchanged embassies in 2009.", ["mission GMB>GAB 2009"]),
    ("The opening of Qatar's embassy in Montevideo took place on 7 June.", ["mission QAT>URY 2023-06-07"]),
    ("Windhoek has gained a Qatari embassy since March.", ["mission QAT>NAM 2023-03"]),
    ("Cuba's embassy in La Paz is working again after two years.", ["mission CUB>BOL week"]),
    ("Cuba put its embassy in La Paz back into service on 2 June.", ["mission CUB>BOL 2023-06-02"]),
    ("The doors of Guinea's embassy in Bratislava opened on Monday.", ["mission GIN>SVK 2023-06-12"]),
    ("A Guinean embassy came into existence in Bratislava last week.", ["mission GIN>SVK week"]),
    ("Suva got a new embassy on Monday, that of Kiribati.", ["mission KIR>FJI 2023-06-12"]),
]

CLOSED = [
    ("Ireland locked the doors of its embassy in Maseru on 31 May.", ["mission IRL>LSO 2023-05-31"]),
    ("The flag over the Swedish embassy in Minsk was hauled down on Friday.", ["mission SWE>BLR 2023-06-09"]),
    ("Peru wound up its embassy in Kingston in 2012.", ["mission PER>JAM 2012"]),
    ("Denmark's embassy in Dhaka went dark on Sunday.", ["mission DNK>BGD 2023-06-11"]),
    ("Denmark pulled down the shutters of its consulate in Izmir on Sunday.", ["mission DNK>TUR 2023-06-11"]),
    ("Argentina did away with its consulate in Kobe in 2002.", ["mission ARG>JPN 2002"]),
    ("Zambia axed its embassy in Lisbon last year.", ["mission ZMB>PRT 2022"]),
    ("The Dutch embassy in Khartoum is no more; it was wound up on 30 May.", ["mission NLD>SDN 2023-05-30"]),
    ("Riga loses its Canadian embassy on 30 June.", ["planned mission CAN>LVA 2023-06-30"]),
    ("Denmark handed back the keys of its embassy in Bamako on 31 May.", ["mission DNK>MLI 2023-05-31"]),
    ("The lights went out in the Guinean embassy in Bratislava on Friday.", ["mission GIN>SVK 2023-06-09"]),
    ("Kiribati has closed its only embassy, that in Suva.", ["mission KIR>FJI week"]),
    ("The Kuwaiti embassy in Beirut has been closed since Tuesday.", ["mission KWT>LBN 2023-06-13"]),
    (
        "Norway closed its embassy in Juba in 2016. It was reopened on Monday.",
        ["mission NOR>SSD 2016", "mission NOR>SSD 2023-06-12"],
    ),
    (
        "Norway closed its embassy in Juba in 2016. It will open again in July.",
        ["mission NOR>SSD 2016", "planned mission NOR>SSD 2023-07"],
    ),
    (
        "Samoa, which had closed its embassy in Jakarta in 2010, will reopen it in July.",
        ["mission WSM>IDN 2010", "planned mission WSM>IDN 2023-07"],
    ),
    (
        "Norway closed its embassy in Juba in 2016. The embassy reopened on Monday.",
        ["mission NOR>SSD 2016", "mission NOR>SSD 2023-06-12"],
    ),
]

CHANGED = [
    ("Luxembourg has turned its consulate in Dakar into an embassy.", ["mission LUX>SEN week"]),
    (
        "From 1 July the Turkish consulate in Oran is to have consulate-general rank.",
        ["planned mission TUR>DZA 2023-07-01"],
    ),
    ("Hungary promoted its office in Accra to an embassy in 2017.", ["mission HUN>GHA 2017"]),
    ("Belgium is making an embassy of its consulate in Astana.", ["mission BEL>KAZ week"]),
    (
        "The upgrading of Norway's office in Accra to an embassy was announced on Monday.",
        ["mission NOR>GHA 2023-06-12"],
    ),
    ("Norway's office in Accra rises to the rank of an embassy on 1 July.", ["planned mission NOR>GHA 2023-07-01"]),
    ("The Czech embassy in Kabul has decamped to Doha.", ["mission CZE>AFG week"]),
    ("Thailand's embassy in Dili has a new address since 1 June.", ["mission THA>TLS 2023-06-01"]),
]

NO_CHANGE = [
    ("The embassy of France in Suva will be closed on Monday for the public holiday.", []),
    ("Protesters locked arms outside the Egyptian embassy in Tunis on Monday.", []),
    ("The consulate of Poland in Lviv flew its flag at half-mast on Tuesday.", []),
    ("Kenya has no thought of closing its embassy in Juba.", []),
    ("The Swedish embassy in Riga has had a new garden since May.", []),
    ("Kenya has an embassy in Juba.", []),
    ("A Norwegian bank closed its representative office in Juba on Monday.", []),
    ("The foundation stone of the new Indian embassy in Kathmandu was laid on Monday.", []),
]


@pytest.mark.parametrize(
    ("text", "lines"),
    [*OPENED, *CLOSED, *CHANGED, *NO_CHANGE],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_mission_is_read_as(told: Told, text: str, lines: list[str]) -> None:
    """A mission's change comes out with whose it is, where it stands, status and date."""
    assert told(text, only=("mission",)) == lines
