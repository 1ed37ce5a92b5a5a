"""A date's shape tells how exact it is."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.model import Precision, TimeSpan
from tracker.views import spans


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (TimeSpan.day(date(2021, 11, 23)), "2021-11-23"),
        (TimeSpan.day(date(2021, 11, 23), date(2021, 11, 24)), "2021-11-23→24"),
        (TimeSpan.day(date(2021, 11, 30), date(2021, 12, 2)), "2021-11-30→12-02"),
        (TimeSpan.day(date(2021, 12, 30), date(2022, 1, 2)), "2021-12-30→2022-01-02"),
        (TimeSpan.week(date(2021, 11, 28)), "2021-11-22~28"),
        (TimeSpan.month(2021, 11), "2021-11"),
        (TimeSpan(date(2021, 6, 1), date(2021, 8, 31), Precision.SEASON), "2021-06~08"),
        (TimeSpan.year(2021), "2021"),
        (TimeSpan.unknown(end=date(2021, 11, 25)), "≤2021-11-25"),
        (TimeSpan.unknown(start=date(2021, 11, 25)), "≥2021-11-25"),
        (TimeSpan.unknown(), "undated"),
    ],
)
def test_each_precision_has_its_shape(when: TimeSpan, expected: str) -> None:
    assert spans.shown(when) == expected
