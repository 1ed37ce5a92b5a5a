"""Which of the things that tell a publication day is believed."""

from datetime import date

import pytest

from tracker.documents.metadata import NOTHING_GIVEN, Given, from_fields
from tracker.documents.published import settle
from tracker.model import Precision, TimeSpan

DATED = "Envoy in Kabul\n\nKABUL, Nov 25, 2021 (Agency) - Talks were held."
YEARLESS = "Envoy in Kabul\n\nKABUL, Nov 25 (Agency) - Talks were held."
URL = "https://example.org/2021/11/26/talks"

PRINTED = [
    (
        "2010-08-12",
        "The Harbour Gazette Thursday 12 August 2010\n\nEnvoy calls on mayor\n\nThe Danish envoy called on the mayor.",
    ),
    ("2004-05-12", "Gulf Notes, Vol. 3 No. 4, 12 May 2004\n\nEnvoys return\n\nTwo envoys returned."),
    ("2004-05-12", "Issue 12 | 12 May 2004\n\nEnvoys return\n\nTwo envoys returned."),
    ("2020-03", "Baltic Letter — March 2020 issue\n\nThe border closes.\n\nThe ministers conferred."),
    ("2022-07", "Andean Monitor — July 2022\n\nThe talks go on.\n\nThe ministers conferred."),
    ("2015-03-12", "Bulletin of the Ministry No. 345-12-03-2015\n\nThe minister received the envoy of Chad."),
    ("2015-03-03", "Date: 3.3.2015\nThe minister received the envoy of Chad."),
    ("2022-08-30", "30/08/2022\nThe minister received the envoy of Chad."),
    ("2022-09-04", "04/09/2022\nThe minister received the envoy of Chad.\n\nThe last visit ended on 30/08/2022."),
    ("2022-04-09", "04/09/2022\nThe minister received the envoy of Chad.\n\nThe last visit ended on 03/30/2022."),
    ("2023-07-28", "The secretary left for Oslo today.\n\nEnds/Friday, July 28, 2023\nIssued at HKT 21:14"),
    (
        "2011-05-05",
        "The envoys met.\n\nThey parted as friends.\n\nThe hall was full.\n\nThis article was published on 5 May 2011.",
    ),
    (
        "2011-05-05",
        "The envoys met.\n\nA version of this article appeared in the print edition of 5 May 2011 under another title.",
    ),
    ("2011-05-03", "The Palace, the 3rd of May, 2011\n\nThe king received the envoy."),
    ("2011-05-03", "Last modified: Tuesday, 3rd May 2011\nThe king received the envoy."),
    ("2022-11-04", "Ministry of Foreign Affairs, 4.XI.2022\n\nThe minister received the envoy."),
    ("1999-05-04", "Geneva, 4 May 1999\n\nDear friends,\n\nThe talks have ended."),
    (
        "1999-05-04",
        "Dear friends,\n\nThe talks have ended.\n\nI shall write again.\n\nMore soon.\n\nYours "
        "ever\n\nGeneva, 4 May 1999",
    ),
    ("2019-07-19", "Remarks at the press conference\nThe East Room\nJuly 19, 2019\n9:03 A.M. EDT\n\nThank you all."),
    ("2016-02-09", "Filed: 9 February 2016\nThe envoys met."),
    ("2016-02-09", "Uploaded on 9 Feb 2016 by press office\nThe envoys met."),
]


def _settled(text="Talks were held.", *, given=NOTHING_GIVEN, **fields):
    span = settle(text, from_fields(fields), given)
    return (str(span.start), str(span.precision), span.basis) if span else None


def test_given_beats_metadata_beats_url_beats_dateline():
    given = Given(published=TimeSpan.month(2021, 12))
    assert _settled(DATED, given=given, published="2021-11-27", url=URL) == ("2021-12-01", "month", "given")
    assert _settled(DATED, published="2021-11-27", url=URL) == ("2021-11-27", "day", "metadata")
    assert _settled(DATED, url=URL) == ("2021-11-26", "day", "url")
    assert _settled(DATED) == ("2021-11-25", "day", "dateline")
    assert _settled() is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/2021/11/25/talks", ("2021-11-25", "day", "url")),
        ("https://example.org/world/2021/nov/25/talks", ("2021-11-25", "day", "url")),
        ("https://example.org/world/2021-11-25-talks.html", ("2021-11-25", "day", "url")),
        ("https://example.org/a/20211125-talks", ("2021-11-25", "day", "url")),
        ("https://example.org/2021/11/talks", ("2021-11-01", "month", "url")),
        ("https://example.org/talks-2021", None),
        ("https://example.org/2021/13/45/talks", None),
    ],
)
def test_a_day_or_month_is_read_from_the_address(url, expected):
    assert _settled(url=url) == expected


def test_a_month_is_narrowed_by_a_dateline_inside_it_only():
    assert _settled(YEARLESS, published="2021-11") == ("2021-11-25", "day", "dateline")
    assert _settled(YEARLESS, published="2021-12") == ("2021-12-01", "month", "metadata")
    assert _settled(published="2021-11", url=URL) == ("2021-11-26", "day", "url")
    assert _settled(YEARLESS, url="https://example.org/2021/11/x") == ("2021-11-25", "day", "dateline")


@pytest.mark.parametrize(
    "rest",
    [
        "Talks were held.\n\nUpdated 26 November 2021",
        "Talks were held. They had begun on 20 November 2021.",
        "Talks were held. The city fell in August 2019, two years ago.",
        "Talks were held on Thursday. The truce was signed on 12 September 2021.",
        "Talks were held. They began on Monday, November 22. The city fell in August 2021.",
    ],
)
def test_the_year_of_a_dateline_is_taken_from_what_the_article_tells(rest):
    assert _settled(f"KABUL, Nov 25 (Agency) - {rest}") == ("2021-11-25", "day", "inferred")


@pytest.mark.parametrize(
    "rest",
    [
        "Talks were held.",
        "Talks were held on Tuesday and Wednesday.",
        "Talks were held. He was born in 1971.",
        "Talks were held on Monday. The city fell in August 2021.",
        "The anniversary of the treaty of 24 November 1999 was celebrated.",
        "The loan falls due on November 30, 2031.",
    ],
)
def test_a_year_that_nothing_tells_stays_unknown(rest):
    assert _settled(f"KABUL, Nov 25 (Agency) - {rest}") is None


def test_an_article_that_names_today_is_inferred():
    assert _settled("Today, July 14, 2022, the minister met her guests.") == ("2022-07-14", "day", "inferred")


def test_the_first_of_january_in_metadata_is_a_year_unless_confirmed():
    assert _settled(published="2021-01-01") == ("2021-01-01", "year", "metadata")
    assert _settled(DATED, published="2021-01-01") == ("2021-11-25", "day", "dateline")
    assert _settled(published="2021-01-01T09:30:00Z") == ("2021-01-01", "day", "metadata")
    assert _settled("OSLO, Jan 1 (Agency) - They met.", published="2021-01-01")[1] == "day"
    assert _settled(published="2021-01-01", url="https://example.org/2021/01/01/x")[1] == "day"


@pytest.mark.parametrize(
    ("value", "start", "precision"),
    [
        ("2021-11-24T23:30:00+00:00", date(2021, 11, 24), Precision.DAY),
        ("2021-11-25 10:00", date(2021, 11, 25), Precision.DAY),
        ("Thu, 25 Nov 2021 10:00:00 +0900", date(2021, 11, 25), Precision.DAY),
        ("November 25, 2021", date(2021, 11, 25), Precision.DAY),
        ("20211125", date(2021, 11, 25), Precision.DAY),
        ("2021-11", date(2021, 11, 1), Precision.MONTH),
        ("November 2021", date(2021, 11, 1), Precision.MONTH),
        ("2021", date(2021, 1, 1), Precision.YEAR),
    ],
)
def test_metadata_dates_keep_their_own_day_and_precision(value, start, precision):
    span = from_fields({"published": value}).published
    assert (span.start, span.precision) == (start, precision)


@pytest.mark.parametrize(("day", "text"), PRINTED)
def test_a_date_is_read_wherever_pages_print_it(day, text):
    assert _settled(text) == (f"{day}-01"[:10], "day" if len(day) > len("2020-03") else "month", "dateline")
