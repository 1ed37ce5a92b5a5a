"""What a time expression tells beside its days, and how its days change with tense and event."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.extract.dates import Kind, Shift, TimeExpression, find_time_expressions
from tracker.model import Precision, TimeSpan

PUBLISHED = TimeSpan.day(date(2024, 3, 15))


def only(text: str) -> TimeExpression:
    """The one expression of a text published on Friday 15 March 2024."""
    (expression,) = find_time_expressions(text, PUBLISHED)
    return expression


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on 3 May 2022", Kind.EXPLICIT),
        ("KYIV, May 3 (Agency) - ", Kind.DATELINE),
        ("on Tuesday", Kind.WEEKDAY),
        ("last week", Kind.RELATIVE),
        ("in October", Kind.MONTH),
        ("in 2016", Kind.YEAR),
        ("last summer", Kind.SEASON),
        ("in the third quarter", Kind.QUARTER),
        ("on Christmas Day", Kind.HOLIDAY),
        ("from 15 to 18 May", Kind.SPAN),
        ("within two weeks", Kind.WINDOW),
        ("a three-day visit", Kind.DURATION),
        ("every Monday", Kind.SET),
        ("the same day", Kind.ANAPHORIC),
        ("recently", Kind.VAGUE),
        ("in the 1990s", Kind.ERA),
    ],
)
def test_every_class_has_its_kind(text: str, kind: Kind) -> None:
    assert only(text).kind is kind


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("a three-day visit", 3),
        ("a week-long tour", 7),
        ("talks for two weeks", 14),
        ("a 48-hour stopover", 2),
        ("a weekend-long retreat", 2),
        ("a two-month posting", None),
        ("three to five days", None),
    ],
)
def test_a_length_tells_its_days_and_no_date(text: str, days: int | None) -> None:
    expression = only(text)
    assert (expression.dated, expression.duration_days) == (False, days)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("since 2021", "since"),
        ("until April", "until"),
        ("by Friday", "by"),
        ("before 2016", "before"),
        ("in 2021", None),
    ],
)
def test_a_preposition_that_tells_one_side_is_kept_as_bound(text: str, bound: str | None) -> None:
    assert only(text).bound == bound


@pytest.mark.parametrize("word", ["recently", "previously", "in the coming days", "several months ago", "soon"])
def test_vague_times_are_marked_and_undated(word: str) -> None:
    expression = only(f"They met {word}.")
    assert expression.vague_reference
    assert not expression.dated


def test_a_weekday_follows_the_tense_that_a_parser_found() -> None:
    expression = only("on Tuesday")
    assert expression.tense_sensitive
    assert expression.with_tense("future", PUBLISHED).start == date(2024, 3, 19)
    assert expression.with_tense("past", PUBLISHED).start == date(2024, 3, 12)


def test_a_span_of_weekdays_follows_the_tense_as_a_whole() -> None:
    future = only("from Monday to Wednesday").with_tense("future", PUBLISHED)
    assert (future.start, future.end) == (date(2024, 3, 18), date(2024, 3, 20))


def test_tense_leaves_a_full_date_alone() -> None:
    expression = only("on 3 May 2022")
    assert expression.with_tense("future", PUBLISHED) == expression


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the same day", date(2021, 6, 8)),
        ("that evening", date(2021, 6, 8)),
        ("the next day", date(2021, 6, 9)),
        ("two days earlier", date(2021, 6, 6)),
        ("three days after the vote", date(2021, 6, 11)),
        ("on the eve of the talks", date(2021, 6, 7)),
        ("the following Tuesday", date(2021, 6, 15)),
        ("the previous Friday", date(2021, 6, 4)),
    ],
)
def test_an_anaphoric_time_is_counted_from_the_event_given(text: str, day: date) -> None:
    """Tuesday 8 June 2021 is the day of the event."""
    anchored = only(text).anchored(TimeSpan.day(date(2021, 6, 8)))
    assert (anchored.start, anchored.end, anchored.precision) == (day, day, Precision.DAY)


def test_days_of_a_visit_are_counted_within_it() -> None:
    visit = TimeSpan.day(date(2021, 6, 8), date(2021, 6, 11))
    assert only("on the second day of his visit").anchored(visit).start == date(2021, 6, 9)
    assert only("on the final day of the talks").anchored(visit).start == date(2021, 6, 11)
    during = only("during the visit").anchored(visit)
    assert (during.start, during.end) == (visit.start, visit.end)


def test_the_same_day_of_a_span_is_not_guessed() -> None:
    expression = only("the same day")
    assert expression.anchored(TimeSpan.day(date(2021, 6, 8), date(2021, 6, 11))) == expression


def test_days_are_not_counted_from_a_month() -> None:
    assert Shift(1).applied(TimeSpan.month(2021, 6)) is None
    assert Shift(1, "year").applied(TimeSpan.month(2021, 6)) == TimeSpan.year(2022)


def test_an_anchor_told_before_the_text_dates_its_first_words() -> None:
    (expression,) = find_time_expressions("The next day he left.", PUBLISHED, anchor=TimeSpan.day(date(2021, 6, 8)))
    assert expression.start == date(2021, 6, 9)


@pytest.mark.parametrize(("text", "days"), [("two days later", 2), ("the day before", -1), ("a week later", None)])
def test_offset_days_is_told_where_it_is_counted_in_days(text: str, days: int | None) -> None:
    assert only(text).offset_days == days


def test_the_reading_explains_itself() -> None:
    assert only("They met on Tuesday.").reading == "“Tuesday”: past tense: the nearest on or before 2024-03-15"
    assert "could be 2024-02-03" in only("dated 2/3/2024").reading
    assert only("dated 2/3/2024").basis == "ambiguous"


def test_an_expression_as_span_keeps_its_words_and_basis() -> None:
    assert only("in 2016").span == TimeSpan.year(2016, text="2016", basis="explicit")
