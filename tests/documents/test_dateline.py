"""What an article says itself of its publication day, shape by shape."""

import pytest

from tracker.documents.dateline import Kind, statements

DATELINES = [
    ("KABUL, Nov 24, 2021 (Xinhua) -- Talks were held.", "Nov 24, 2021"),
    ("KABUL, Nov. 24 (Xinhua) -- Talks were held.", "Nov. 24"),
    ("Tokyo, 25 November, /EXAMPLENEWS/", "25 November"),
    ("ATLANTA, March 23 - The company said.", "March 23"),
    ("****WASHINGTON, April 8 - The secretary said.", "April 8"),
    ("TAUPO, New Zealand, March 24 - The minister said.", "March 24"),
    ("MINNETONKA, Minn., April 24 - The company said.", "April 24"),
    ("Islamabad - 12 Feb, 2024 - The minister left.", "12 Feb, 2024"),
    ("MOSCOW. Feb 12. /TASS/. The envoy arrived.", "Feb 12"),
    ("(ANI): Kabul [Afghanistan], June 5 (ANI): The envoy arrived.", "June 5"),
    ("New Delhi, Feb 5 (PTI) The minister arrived.", "Feb 5"),
    ("Tehran, Nov 24, IRNA – The minister arrived.", "Nov 24"),
    ("VILNIUS, 2 December 2011 — The talks ended.", "2 December 2011"),
    ("Kabul (Sep 12, 2023): The minister received him.", "Sep 12, 2023"),
    ("Doha, 24 Nov (QNA) – The emir received him.", "24 Nov"),
    ("SAO PAULO, April 7 - A strike ended.", "April 7"),
    ("N'DJAMENA, Monday, July 3, 2023 (Agency) - He landed.", "Monday, July 3, 2023"),
]
HEADERS = [
    ("2021-11-25", "2021-11-25"),
    ("January 5, 2022 at 3:14 pm", "January 5, 2022"),
    ("Press Office / 12 February 2026", "12 February 2026"),
    ("NEWS OF THE MINISTRY // 04.11.2022", "04.11.2022"),
    ("Economy — 14/09/2022 — Reading: 5 min.", "14/09/2022"),
    ("Regional Monitor — July 2022 — In brief", "July 2022"),
    ("Monthly Notice, February 2020 (2/20)", "February 2020"),
]
STAMPS = [
    ("Published: 2021-11-25 10:00", "2021-11-25", Kind.PUBLISHED),
    ("First published on Mon 3 Jan 2022", "Mon 3 Jan 2022", Kind.FIRST_PUBLISHED),
    ("Updated 14:05 GMT, 3 January 2022", "3 January 2022", Kind.UPDATED),
    ("Posted on March 5th, 2019 by admin", "March 5th, 2019", Kind.PUBLISHED),
    ("By A. Writer | Published Nov 25, 2021", "Nov 25, 2021", Kind.PUBLISHED),
    ("FOR IMMEDIATE RELEASE March 4, 2022", "March 4, 2022", Kind.PUBLISHED),
    ("Ends/Friday, July 28, 2023", "Friday, July 28, 2023", Kind.PUBLISHED),
]
NOTHING = [
    "WASHINGTON -- The last time that he lived there, he did not choose the address.",
    "KABUL (Agency) - Talks were held.",
    "The ministers met in Oslo on 23 January 2022 and parted as friends.",
    "Published in May 2021, the report counts forty embassies and what became of their staff over the long years.",
    "Kishida to visit Kyiv on March 21",
    "In Kabul, August 15 was a day that nobody forgets.",
    "On Friday, February 4th — a public holiday — the embassy is closed.",
    "1/2/2023",
]


def _first(text: str) -> tuple[str, Kind] | None:
    found = statements(text)
    return (found[0].date.text, found[0].kind) if found else None


@pytest.mark.parametrize(("line", "date"), DATELINES)
def test_a_dateline_is_read_in_any_agency_s_shape(line, date):
    assert _first(f"Envoy arrives for talks\n\n{line}\n\nMore text.") == (date, Kind.DATELINE)


@pytest.mark.parametrize(("line", "date"), HEADERS)
def test_a_date_standing_alone_in_the_header_is_the_article_s(line, date):
    assert _first(f"{line}\n\nEnvoy arrives for talks") == (date, Kind.DATELINE)


@pytest.mark.parametrize(("line", "date", "kind"), STAMPS)
def test_a_stamp_says_when_the_page_was_published_or_updated(line, date, kind):
    assert _first(f"Envoy arrives for talks\n{line}\n\nThe envoy arrived.") == (date, kind)


@pytest.mark.parametrize("line", NOTHING)
def test_a_date_inside_a_sentence_is_no_statement(line):
    assert _first(line) is None


def test_first_published_beats_updated_and_a_later_dateline():
    text = "Updated 5 January 2022\nFirst published 3 January 2022\n\nKABUL, Jan 4, 2022 (Agency) - Talks were held."
    assert [s.date.text for s in statements(text)] == ["3 January 2022", "Jan 4, 2022", "5 January 2022"]
