"""What a person types for a date, and how it is read on Sunday, 22 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.cli import when
from tracker.errors import UsageError

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "start", "end", "precision"),
    [
        ("2021-11-23", "2021-11-23", "2021-11-23", "day"),
        ("20211123", "2021-11-23", "2021-11-23", "day"),
        ("2021-2", "2021-02-01", "2021-02-28", "month"),
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("2025-02-15..21", "2025-02-15", "2025-02-21", "day"),
        ("2025-02-26..03-02", "2025-02-26", "2025-03-02", "day"),
        ("2021-11..12", "2021-11-01", "2021-12-31", "month"),
        ("3 March 2021 to 5 March 2021", "2021-03-03", "2021-03-05", "day"),
        ("last month", "2026-10-01", "2026-10-31", "month"),
        ("last week", "2026-11-09", "2026-11-15", "week"),
        ("last year", "2025-01-01", "2025-12-31", "year"),
        ("3 March", "2026-03-03", "2026-03-03", "day"),
        ("Nov. 2021", "2021-11-01", "2021-11-30", "month"),
        ("yesterday", "2026-11-21", "2026-11-21", "day"),
        ("Sunday", "2026-11-22", "2026-11-22", "day"),
        ("Monday", "2026-11-16", "2026-11-16", "day"),
        ("23/11/2021", "2021-11-23", "2021-11-23", "day"),
    ],
)
def test_a_date_is_read_with_its_precision(typed: str, start: str, end: str, precision: str) -> None:
    read = when.read(typed, option="--date", today=TODAY)
    assert (str(read.start), str(read.end), read.precision, read.text) == (start, end, precision, typed)


def test_a_day_without_a_year_is_the_next_one_for_what_is_planned() -> None:
    assert when.read("3 March", option="--date", today=TODAY, ahead=True).start == date(2027, 3, 3)


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("2021-02-30", "no such date"),
        ("2021-13", "no such date"),
        ("30 February", "cannot read"),
        ("32 March", "cannot read"),
        ("12", "cannot read"),
        ("Tokyo", "cannot read"),
        ("", "cannot read"),
        ("1/2/2023", "two ways"),
        ("2025-02-21..15", "ends before it begins"),
    ],
)
def test_what_is_no_date_or_two_is_refused(typed: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        when.read(typed, option="--date", today=TODAY)


def test_bounds_reach_from_the_first_day_to_the_last() -> None:
    assert when.bounds("2021-11", "2022", today=TODAY) == (date(2021, 11, 1), date(2022, 12, 31))


def test_bounds_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(UsageError, match="2022-01-01 lies after --until 2021-12-31"):
        when.bounds("2022", "2021", today=TODAY)
