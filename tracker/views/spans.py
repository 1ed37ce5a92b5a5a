"""A TimeSpan as a person reads it, ISO in every case, its precision visible in its shape.

2021-11-23   2021-11-23→24   a day, some days        2021-11   a month
2021-11-22~28                within these days       2021      a year
≤2021-11-25  ≥2021-11-25     not dated but bounded   2021-06~08  a season
"""

from __future__ import annotations

from datetime import date

from tracker.model import Precision, TimeSpan

UNDATED = "undated"


def shown(when: TimeSpan) -> str:
    """The span in its shortest exact form."""
    if when.start is None or when.end is None:
        return _bounded(when)
    match when.precision:
        case Precision.YEAR:
            return f"{when.start:%Y}"
        case Precision.MONTH | Precision.SEASON:
            return _joined(f"{when.start:%Y-%m}", f"{when.end:%Y-%m}", "~")
        case Precision.DAY:
            return _joined(when.start.isoformat(), when.end.isoformat(), "→")
        case _:
            return _joined(when.start.isoformat(), when.end.isoformat(), "~")


def typed(when: TimeSpan) -> str:
    """The span as it can be typed and is read again, empty when nothing is known of it: 2021-11-22..28 week, <2021-11.

    The text and the basis of its reading are not in it.
    """
    if when.start is None or when.end is None:
        return f">{when.start}" if when.start else f"<{when.end}" if when.end else ""
    cut = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.SEASON: 7}.get(when.precision, 10)
    days = _joined(when.start.isoformat()[:cut], when.end.isoformat()[:cut], "..")
    return days if when.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR) else f"{days} {when.precision}"


def precision_word(when: TimeSpan) -> str:
    """The precision in a word, empty for a day."""
    return {Precision.DAY: "", Precision.UNKNOWN: UNDATED}.get(when.precision, when.precision.value)


def anchor(when: TimeSpan) -> date | None:
    """The day that a span is filed under; None when nothing at all is known."""
    return when.start or when.end


def iso(when: TimeSpan) -> str | None:
    """The day, month or year of a span in ISO form; None when its start is not known."""
    if when.start is None:
        return None
    return when.start.isoformat()[: {"year": 4, "season": 7, "month": 7}.get(when.precision.value, 10)]


def _bounded(when: TimeSpan) -> str:
    if when.start:
        return f"≥{when.start}"
    return f"≤{when.end}" if when.end else UNDATED


def _joined(start: str, end: str, mark: str) -> str:
    """`start` and what of `end` differs from it: 2021-11-30→12-02."""
    parts, others = start.split("-"), end.split("-")
    same = next((i for i, (one, other) in enumerate(zip(parts, others, strict=True)) if one != other), None)
    return start if same is None else f"{start}{mark}{'-'.join(others[same:])}"
