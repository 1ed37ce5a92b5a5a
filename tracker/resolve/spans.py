"""How the days that two sources give relate."""

from __future__ import annotations

from datetime import date

from tracker.model import Precision, TimeSpan

COARSENESS = {precision: rank for rank, precision in enumerate(Precision)}
"""Precisions from the finest to unknown, counted from 0."""


def gap(one: TimeSpan, other: TimeSpan) -> int:
    """Days between the spans: 0 when they overlap or touch a common day; an end that is open reaches for ever."""
    first, second = one, other
    if (second.start or date.min) < (first.start or date.min):
        first, second = second, first
    if first.end is None or second.start is None:
        return 0
    return max(0, (second.start - first.end).days)


def consistent(one: TimeSpan, other: TimeSpan) -> bool:
    """Whether both can be right."""
    return gap(one, other) == 0


def coarser(one: TimeSpan, other: TimeSpan) -> Precision:
    """The less exact of the two precisions."""
    return one.precision if COARSENESS[one.precision] >= COARSENESS[other.precision] else other.precision
