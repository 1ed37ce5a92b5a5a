"""What holds of every text: offsets match, days are in order, nothing raises, and what is written is read back."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.extract.dates import TimeExpression, find_time_expressions
from tracker.model import TimeSpan

DAYS = st.dates(date(1500, 1, 1), date(2099, 12, 31))
PUBLICATIONS = st.none() | DAYS.map(TimeSpan.day) | DAYS.map(lambda day: TimeSpan.month(day.year, day.month))
STYLES = (
    "{day} {month} {year}",
    "{day}{th} {month} {year}",
    "the {day}{th} of {month} {year}",
    "{month} {day}, {year}",
    "{month} {day}{th}, {year}",
    "{abbreviated} {day}, {year}",
    "{abbreviated}. {day}, {year}",
    "{weekday}, {day} {month} {year}",
    "{weekday}, {month} {day}, {year}",
    "{weekday} ({day} {month} {year})",
    "{CAPITALS} {day}, {year}",
    "{iso}",
    "this {day}{th} day of {month}, {year}",
)
VOCABULARY = """
    the last next this of in on by from to and a two three days weeks ago later earlier Monday friday May may March
    every December 3 15th 2024 1984-85 '98 1990s Q3 within day week month year quarter half first second early mid end
    today (16) yesterday evening following visit during spring fall / - , . 1/2/2023 2024-02-30 since Easter aged old
    same
"""
PHRASES = st.lists(st.sampled_from(VOCABULARY.split()), max_size=14).map(" ".join)


def printed(day: date, style: str) -> str:
    """A day in one of the styles of the press."""
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
    month = f"{day:%B}"
    return style.format(
        day=day.day,
        th=suffix,
        month=month,
        abbreviated=month[:3],
        CAPITALS=month.upper(),
        year=day.year,
        weekday=f"{day:%A}",
        iso=day.isoformat(),
    )


def sound(text: str, found: list[TimeExpression]) -> bool:
    """Whether offsets match the text, expressions follow each other, and each one's days are in order."""
    ends = [0, *(e.end_char for e in found)]
    return all(
        text[e.start_char : e.end_char] == e.text
        and end <= e.start_char < e.end_char
        and (e.start is None or e.end is None or e.start <= e.end)
        and e.reading
        for e, end in zip(found, ends, strict=False)
    )


@given(DAYS, st.sampled_from(STYLES), PUBLICATIONS)
def test_a_day_in_any_style_is_read_back(day: date, style: str, published: TimeSpan | None) -> None:
    """Whenever the text was published."""
    text = f"The pact was signed on {printed(day, style)} in Quito."
    assert [(e.start, e.end) for e in find_time_expressions(text, published) if e.dated] == [(day, day)]


@given(DAYS, st.integers(1, 40), st.sampled_from(STYLES[:1] + STYLES[3:4]))
def test_a_span_of_days_is_read_back(first: date, days: int, style: str) -> None:
    last = first + timedelta(days=days)
    text = f"The visit lasted from {printed(first, style)} to {printed(last, style)}."
    assert [(e.start, e.end) for e in find_time_expressions(text, None) if e.dated] == [(first, last)]


@given(st.text(), PUBLICATIONS)
def test_any_text_is_read_without_fail(text: str, published: TimeSpan | None) -> None:
    assert sound(text, find_time_expressions(text, published))


@settings(max_examples=300)
@given(PHRASES, PUBLICATIONS)
def test_any_words_about_time_are_read_without_fail(text: str, published: TimeSpan | None) -> None:
    assert sound(text, find_time_expressions(text, published))


@given(PHRASES)
def test_nothing_relative_is_dated_without_a_publication(text: str) -> None:
    """What is dated all the same names a year or stands in figures."""
    for expression in find_time_expressions(text, None):
        assert not expression.dated or re.search(r"\d{4}|'98|1984", text)


@pytest.mark.parametrize("edge", [date.min, date.max])
def test_the_ends_of_the_calendar_do_not_break_it(edge: date) -> None:
    text = "Last week, next year, in ten days, on Monday, in May, on 3 June, at Easter, 3000 years ago, this decade."
    assert sound(text, find_time_expressions(text, TimeSpan.day(edge)))
