"""Calendar arithmetic at the edges of months, years and the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.extract.dates.recurring import Recurring
from tracker.extract.dates.spans import day_on, easter, months_from, shifted, week_of
from tracker.model import Precision, TimeSpan


@pytest.mark.parametrize(
    "sunday",
    [date(1818, 3, 22), date(1943, 4, 25), date(1987, 4, 19), date(2000, 4, 23), date(2024, 3, 31), date(2038, 4, 25)],
)
def test_easter_falls_where_the_almanac_has_it(sunday: date) -> None:
    assert easter(sunday.year) == sunday


def test_a_month_before_january_is_the_december_of_the_year_before() -> None:
    assert shifted(date(2024, 1, 31), -1, "month") == TimeSpan.month(2023, 12)


def test_three_months_from_december_end_in_the_next_february() -> None:
    assert months_from(2023, 12, 3) == TimeSpan(date(2023, 12, 1), date(2024, 2, 29), Precision.SEASON)


def test_a_week_runs_from_monday_to_sunday() -> None:
    week = week_of(date(2024, 3, 17))
    assert (week.start, week.end) == (date(2024, 3, 11), date(2024, 3, 17))


def test_what_lies_outside_the_calendar_is_none() -> None:
    assert day_on(2023, 2, 29) is None
    assert shifted(date.max, 1, "day") is None
    assert shifted(date.min, -1, "year") is None


def test_a_leap_day_recurs_in_leap_years_only() -> None:
    leap_day = Recurring(month=2, day=29)
    assert leap_day.in_year(2023) is None
    assert leap_day.pick(date(2025, 1, 1), "past") == TimeSpan.day(date(2024, 2, 29))


def test_a_guessed_tense_gives_way_to_what_is_near() -> None:
    third_of_may = Recurring(month=5, day=3)
    assert third_of_may.pick(date(2024, 5, 5), "future") == TimeSpan.day(date(2025, 5, 3))
    assert third_of_may.pick(date(2024, 5, 5), "future", slack=30) == TimeSpan.day(date(2024, 5, 3))
