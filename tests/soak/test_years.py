"""Two years of use, or with few articles two months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from tests.soak.years import Month, Years

BYTES_AN_ARTICLE = 6_000
"""The predicted most that an article of 1.75 sentences takes on record, with its events, changes and indexes."""

GROWTH = {
    "article": 1.3,
    "edit": 1.3,
    "merge": 1.5,
    "undo": 1.5,
    "redo": 1.5,
    "split": 1.5,
    "article read again": 1.3,
    "row imported": 1.3,
    "event exported": 1.2,
    "event checked": 1.2,
}
"""What one of each is predicted to cost at most in the last months, in multiples of the sixth part of the time."""


def growth(months: Sequence[Month], what: str) -> tuple[float, float]:
    """Milliseconds of one early, when caches are warm and there is something on record, and at the end."""
    early, late = months[len(months) // 8 : len(months) // 4], months[-len(months) // 8 :]
    return median(month.cost(what) for month in early), median(month.cost(what) for month in late)


def test_years(tmp_path, pytestconfig, found) -> None:
    """Month after month the record is sound, holds what a person said, and grows as its articles do.

    What an operation costs is told beside its prediction and not judged here: the machine may be busy.
    """
    articles = pytestconfig.getoption("--articles")
    long = articles >= 2_400
    reader = None
    if long:
        from tracker.extract import Extractor

        reader = Extractor()
    months = []
    for month in Years(tmp_path / "record.db", articles=articles, months=24 if long else 2, reader=reader).months():
        assert month.wrong == [], f"month {month.number}"
        months.append(month)
    last = months[-1]
    if long:
        tell(months, found)
        assert last.bytes <= BYTES_AN_ARTICLE * last.articles
    assert all(one.events < another.events for one, another in pairwise(months))


def tell(months: Sequence[Month], found) -> None:
    """The table: how much there is, how large it is, and what one of each costs."""
    last, done = months[-1], sum((month.done for month in months), Counter[str]())
    each = last.bytes / last.articles
    found(f"{len(months)} months", f"{last.articles:,} articles, {last.events:,} events; sound every month")
    found("size", f"{each:,.0f} bytes an article (predicted at most {BYTES_AN_ARTICLE:,})")
    for what, most in GROWTH.items():
        early, late = growth(months, what)
        ratio = late / early if early else 0.0
        found(f"{what} (× {done[what]:,})", f"{early:.1f} → {late:.1f} ms, × {ratio:.2f} (predicted at most {most})")
