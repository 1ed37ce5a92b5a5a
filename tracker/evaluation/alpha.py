"""Krippendorff's alpha: how far coders agree beyond chance, for single values and for sets of them.

1 is perfect agreement, 0 what chance would give, below 0 worse than chance. Single values agree or they do not (the
nominal metric). Sets agree in part: their distance is MASI (Passonneau 2006), one less the share of all members that
both have, weighted by 1 for equal sets, 2/3 where one holds the other, 1/3 where they overlap, and 0 where they do not.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, cast

from tracker.errors import InputError

Values = Sequence[Hashable | None]


def alpha(coders: Sequence[Values]) -> float | None:
    """The agreement of coders, each with a value for every unit, None where there is none.

    Values that are frozen sets are compared as sets. None where only one value was ever given, so that nothing tells
    agreement from habit. Raises InputError when the library that computes it is not installed.
    """
    domain = list(dict.fromkeys(value for values in coders for value in values if value is not None))
    if len(domain) < 2 or not any(_paired(unit) for unit in zip(*coders, strict=True)):
        return None
    try:
        import krippendorff
        import numpy
    except ImportError:
        raise InputError("alpha needs another package; `pip install 'diplomatic-tracker[agreement]'`") from None
    number = {value: float(index) for index, value in enumerate(domain)}
    data = [[numpy.nan if value is None else number[value] for value in values] for values in coders]
    distances: Any = numpy.array([[distance(one, other) for other in domain] for one in domain])

    def metric(v1: Any, v2: Any, i1: Any, i2: Any, **_: Any) -> Any:  # named as the library names them
        return distances[i1, i2]

    found = krippendorff.alpha(data, value_domain=[*number.values()], level_of_measurement=cast(Any, metric))
    return None if numpy.isnan(found) else float(found)


def distance(one: Hashable, other: Hashable) -> float:
    """How far two values are apart, from 0 to 1."""
    if not (isinstance(one, frozenset) and isinstance(other, frozenset)):
        return float(one != other)
    if one == other:
        return 0.0
    shared = len(one & other) / len(one | other)
    return 1 - shared * (2 / 3 if one <= other or other <= one else 1 / 3)


def _paired(unit: Sequence[Hashable | None]) -> bool:
    """Whether two coders have a value for it."""
    return sum(value is not None for value in unit) > 1
