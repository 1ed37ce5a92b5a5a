"""Days as other tables write them."""

from __future__ import annotations

import pytest

from tracker.errors import InputError
from tracker.views.dialects import days


@pytest.mark.parametrize(
    ("pattern", "text", "start", "end"),
    [
        ("YYYYMMDD", "20211123", "2021-11-23", None),
        ("YYYYMM", "202111", "2021-11", None),
        ("DD.MM.YYYY", "3.5.2021", "2021-05-03", None),
        ("MM/DD/YYYY", "05/03/2021", "2021-05-03", None),
        ("Month DD, YYYY", "November 3, 2021", "2021-11-03", None),
        ("DD Month YYYY", "3 Nov. 2021", "2021-11-03", None),
        ("Month YYYY", "June 1945", "1945-06", None),
        ("Month DD-DD, YYYY", "November 14–17, 1906", "1906-11-14", "1906-11-17"),
        ("Month DD-Month DD, YYYY", "July 16 — August 2, 1945", "1945-07-16", "1945-08-02"),
        ("Month DD, YYYY-Month DD, YYYY", "December 30, 1959-January 2, 1960", "1959-12-30", "1960-01-02"),
        ("Month-Month YYYY", "May–June 1919", "1919-05", "1919-06"),
        ("YYYYMMDD", "2021-11", "2021-11", None),
        ("YYYYMMDD", "2021", "2021", None),
    ],
)
def test_a_day_is_read_by_its_pattern(pattern: str, text: str, start: str, end: str | None) -> None:
    """ISO days, months and years beside it."""
    assert days.read(text, [pattern]) == ({"start": start, "end": end} if end else {"start": start})


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("31.02.2021", "a day that does not exist"),
        ("3 Nonsense 2021", "'Nonsense' is no month"),
        ("11/23/2021", "write 2021-11-23, 2021-11 or 2021, or as DD.MM.YYYY"),
    ],
)
def test_what_is_no_day_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        days.read(text, days.COMMON)


def test_a_pattern_tells_a_year() -> None:
    with pytest.raises(InputError, match=r"'DD.MM' is no pattern of a date"):
        days.require_pattern("DD.MM")
