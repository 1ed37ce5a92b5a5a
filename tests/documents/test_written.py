"""Dates as printed, and what they mean."""

from datetime import date

import pytest

from tracker.documents.written import day_first, parse

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
    ("4.XI.2022", date(2022, 11, 4)),
    ("3rd of May, 2011", date(2011, 5, 3)),
    ("4th day of May 1999", date(1999, 5, 4)),
    ("Tuesday 30/08/2022", date(2022, 8, 30)),
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


@pytest.mark.parametrize(
    ("text", "first"), [("from 30/08/2022 to 1/9/2022", True), ("8/30/2022", False), ("1/9/2022", None), ("", None)]
)
def test_one_clear_date_shows_how_all_are_written(text, first):
    assert day_first(text) is first
    assert parse("1/9/2022", day_first=True).span.start == date(2022, 9, 1)
