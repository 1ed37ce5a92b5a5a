"""Which of the things that tell a publication day is believed."""

from datetime import date

import pytest

from tracker.documents.metadata import NOTHING_GIVEN, Given, from_fields
from tracker.documents.published import settle
from tracker.model import Precision, TimeSpan

DATED = "Envoy in Kabul\n\nKABUL, Nov 25, 2021 (Agency) - Talks were held."
YEARLESS = "Envoy in Kabul\n\nKABUL, Nov 25 (Agency) - Talks were held."
URL = "https://example.org/2021/11/26/talks"


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
        "Talks were held on Wednesday. The city fell in August 2021.",
        "Talks were held. They began on Monday, November 22. The city fell in August 2021.",
    ],
)
def test_the_year_of_a_dateline_is_taken_from_what_the_article_tells(rest):
    assert _settled(f"KABUL, Nov 25 (Agency) - {rest}") == ("2021-11-25", "day", "dateline")


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
