"""Texts that say which day today, yesterday or tomorrow is."""

import pytest

from tracker.documents.metadata import NO_METADATA, NOTHING_GIVEN
from tracker.documents.published import settle

TOLD = [
    ("2010-05-06", "The minister met her guest yesterday, 5 May 2010, in Oslo."),
    ("2010-05-05", "The minister meets her guest tomorrow (6 May 2010) in Oslo."),
    (
        "2023-07-28",
        "The secretary opened the fair today (July 28). The city has bid for it since March 2023.\n\nOn "
        "Friday, July 21, he was in Rome.",
    ),
    (
        "2024-09-23",
        "The president visited the temple this morning (23), two days after the election of 21 September 2024.",
    ),
    ("1999-05-04", "A tally, as of this evening, Tuesday 4 May 1999, for all who asked."),
]


@pytest.mark.parametrize(("day", "text"), TOLD)
def test_the_day_is_counted_from_the_one_that_is_named(day, text):
    span = settle(text, NO_METADATA, NOTHING_GIVEN)
    assert (str(span.start), span.basis) == (day, "inferred")


def test_the_number_of_a_day_alone_is_not_enough():
    assert (
        settle("The minister met her guest today (12). Ties date from 20 May 1961.", NO_METADATA, NOTHING_GIVEN) is None
    )
