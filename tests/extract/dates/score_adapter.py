"""The resolver in the shape that the scorer of labelled time expressions asks for."""

from __future__ import annotations

from datetime import date

from tracker.extract.dates import find_time_expressions
from tracker.model import TimeSpan


def score_adapter(text: str, published: str) -> list[tuple[int, int, str, str]]:
    """Character span and inclusive ISO days of each dated expression."""
    found = find_time_expressions(text, TimeSpan.day(date.fromisoformat(published[:10])))
    return [(e.start_char, e.end_char, str(e.start), str(e.end)) for e in found if e.start and e.end]
