"""When an article was published: given > metadata > URL > what the article states > inferred > unknown.

`basis` of the span says which (`given`, `metadata`, `url`, `dateline`, `inferred`). A month or year that metadata or
the URL tell is narrowed to the day when the article states one inside it. Nothing is made up: a day printed without its
year counts only when the rest of the article tells the year (`years`), and is then `inferred`; its text is the day as
printed and the words that the year rests on. Where no day is stated, the year alone may be inferred.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from tracker.documents import dateline, today, written
from tracker.documents.dateline import Statement
from tracker.documents.metadata import Given, Metadata
from tracker.documents.written import WrittenDate
from tracker.documents.years import Inferred, infer_year, year_of
from tracker.model import Precision, TimeSpan

_URL_DATES = (
    re.compile(rf"/(?P<year>{written.YEAR})[-/_](?P<month>[01]?\d)[-/_](?P<day>[0-3]?\d)(?!\d)"),
    re.compile(rf"/(?P<year>{written.YEAR})/(?P<month>[a-z]{{3}})/(?P<day>[0-3]?\d)(?!\d)", re.IGNORECASE),
    re.compile(r"[/-](?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)"),
    re.compile(rf"/(?P<year>{written.YEAR})[-/](?P<month>[01]\d)(?:/|$)"),
)


def settle(text: str, known: Metadata, given: Given) -> TimeSpan | None:
    """The publication day, month or year of an article, None when nothing tells it."""
    if given.published:
        return given.published.read_as(basis="given")
    by_url = _from_url(given.url or known.url)
    outer = _placeholder_as_year(known, by_url, text) or by_url
    if outer and outer.precision is Precision.DAY:
        return outer
    inner = (by_url, _stated(text, outer), _today(text))
    found = next((span for span in inner if span and _narrower(span, outer)), outer)
    return found or _year(f"{known.title}\n\n{text}", text)


def _placeholder_as_year(known: Metadata, by_url: TimeSpan | None, text: str) -> TimeSpan | None:
    """Metadata's date; 1 January without a time of day is what software fills in where only the year is known."""
    span = known.published
    if span is None or span.start is None or known.timed or span.precision is not Precision.DAY:
        return span
    if (span.start.month, span.start.day) != (1, 1) or (by_url and by_url.start == by_url.end == span.start):
        return span
    if any((statement.date.month, statement.date.day) == (1, 1) for statement in dateline.statements(text)):
        return span
    return TimeSpan.year(span.start.year, text=span.text, basis=span.basis)


def _from_url(url: str) -> TimeSpan | None:
    for pattern in _URL_DATES:
        if (match := pattern.search(url)) and (span := _url_span(match.groupdict())):
            return span.read_as(text=match[0].strip("/-"), basis="url")
    return None


def _url_span(parts: dict[str, str]) -> TimeSpan | None:
    name = parts["month"].lower()
    month = written.MONTHS.index(name) + 1 if name in written.MONTHS else int(name) if name.isdigit() else 0
    try:
        first = date(int(parts["year"]), month, int(parts.get("day") or 1))
    except ValueError:
        return None
    return TimeSpan.day(first) if parts.get("day") else TimeSpan.month(first.year, month)


def _stated(text: str, outer: TimeSpan | None) -> TimeSpan | None:
    """The first stated day that fits into `outer`; a stated month only when no day does."""
    found = (_span(statement, text, outer) for statement in dateline.statements(text))
    spans = [span for span in found if span and _narrower(span, outer)]
    return min(spans, key=lambda span: span.precision is not Precision.DAY, default=None)


def _span(statement: Statement, text: str, outer: TimeSpan | None) -> TimeSpan | None:
    span = statement.date.span
    if statement.date.year is None and outer and outer.start:
        span = statement.date.in_year(outer.start.year)
    elif statement.date.year is None:
        return _inferred(statement.date, infer_year(statement.date, text, statement.start, statement.end))
    return span.read_as(basis="dateline") if span else None


def _inferred(day: WrittenDate, found: Inferred | None) -> TimeSpan | None:
    """The day in the year that was found, with the words the year rests on."""
    span = day.in_year(found.year) if found else None
    return span.read_as(text="; ".join((day.text, *found.evidence)), basis="inferred") if span and found else None


def _today(text: str) -> TimeSpan | None:
    """The day of an article that names it: "Today, July 14, 2022, the minister met …"."""
    for day, start, end, shift in today.find(text):
        if day.year is None:
            span = _inferred(day, infer_year(day, text, start, end))
        else:
            span = day.span.read_as(basis="inferred") if day.span else None
        if span and span.start:
            return TimeSpan.day(span.start + timedelta(shift), text=span.text, basis="inferred")
    return None


def _year(titled: str, text: str) -> TimeSpan | None:
    """The year at least, where the text tells it; not of one whose own day says too little of it."""
    found = None if dateline.statements(text) else year_of(titled)
    return TimeSpan.year(found.year, text="; ".join(found.evidence), basis="inferred") if found else None


def _narrower(inner: TimeSpan, outer: TimeSpan | None) -> bool:
    """Whether the one lies inside the other and is shorter; anything is narrower than nothing."""
    if outer is None or not (outer.start and outer.end and inner.start and inner.end):
        return outer is None
    inside = outer.start <= inner.start and inner.end <= outer.end
    return inside and (inner.start, inner.end) != (outer.start, outer.end)
