"""Dates as printed, and what they mean."""

from datetime import date

import pytest

from tracker.documents.written import parse

ROWS = [
    ("25 November 2021", date(2021, 11, 25)),
    ("Nov. 25, 2021", date(2021, 11, 25)),
    ("Thursday, November 25th, 2021", date(2021, 11, 25)),
    ("25-Nov-2021", date(2021, 11, 25)),
    ("2021-11-25", date(2021, 11, 25)),
    ("2021/11/5", date(2021, 11, 5)),
    ("25.11.2021", date(2021, 11, 25)),
    ("04.11.2021", date(2021, 11, 4)),
    ("25/11/2021", date(2021, 11, 25)),
    ("11/25/2021", date(2021, 11, 25)),
    ("14-21 December 2024", date(2024, 12, 21)),
    ("Sept 3 2020", date(2020, 9, 3)),
    ("November 2021", date(2021, 11, 1)),
]


@pytest.mark.parametrize(("text", "start"), ROWS)
def test_a_printed_date_is_read(text, start):
    assert parse(text).span.start == start


@pytest.mark.parametrize("text", ["1/2/2023", "32 May 2020", "2021-13-01", "Maybe 2020", "2021", "tomorrow", ""])
def test_what_is_ambiguous_or_no_date_is_not_read(text):
    assert parse(text) is None


@pytest.mark.parametrize("text", ["30 February 2021", "Monday, November 25, 2021"])
def test_a_day_that_does_not_exist_or_has_another_weekday_has_no_span(text):
    assert parse(text).span is None


def test_a_weekday_fits_only_some_years():
    assert [year for year in range(2010, 2026) if parse("Monday, February 10").in_year(year)] == [2014, 2020, 2025]
