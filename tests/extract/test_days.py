"""Days that no time expression spells out."""

from datetime import date

import pytest

from tracker.extract.days import ending, lasting, overlap, undated
from tracker.model import Precision, Status, TimeSpan

DAY = TimeSpan.iso("2023-06-15")


def test_a_length_counts_from_a_day_or_up_to_it() -> None:
    """Three days from the 15th, three days to the 15th; a month stays a month."""
    assert (lasting(DAY, 3).start, lasting(DAY, 3).end) == (date(2023, 6, 15), date(2023, 6, 17))
    assert (ending(DAY, 3).start, ending(DAY, 3).end) == (date(2023, 6, 13), date(2023, 6, 15))
    month = TimeSpan.iso("2023-06")
    assert lasting(month, 3) == ending(month, 3) == month


@pytest.mark.parametrize(
    ("status", "current", "precision", "start", "end"),
    [
        (Status.OCCURRED, True, Precision.WEEK, date(2023, 6, 9), date(2023, 6, 15)),
        (Status.OCCURRED, False, Precision.UNKNOWN, None, date(2023, 6, 15)),
        (Status.PLANNED, True, Precision.UNKNOWN, date(2023, 6, 15), None),
    ],
)
def test_an_undated_act_falls(
    status: Status, current: bool, precision: Precision, start: date | None, end: date | None
) -> None:
    """News in the week that ends with publication, background before it, plans after it."""
    span = undated(status, DAY, current=current)
    assert (span.precision, span.start, span.end) == (precision, start, end)


def test_open_spans_overlap_with_everything() -> None:
    """What has no end may share a day; two known spans must."""
    assert overlap(DAY, None)
    assert overlap(DAY, TimeSpan.iso("2023-06"))
    assert not overlap(DAY, TimeSpan.iso("2023-05"))
