"""Whose document it is: the country whose office holders it names without saying whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

# Votes for the country of an office holder that the reference knows. The first whom a text introduces without a
# country is likeliest its own; presidents of great powers are known everywhere.
_HELD, _FIRST, _COUNTED = 3, 4, 2
_SERVED = 2  # votes for an envoy's post, a seat of government, the dateline


def likeliest(held: Counter[str], named: Counter[str], served: Iterable[str | None]) -> str | None:
    """The country with most votes; None where nothing speaks for any.

    `held` counts the office holders of each country in order of appearance, `named` its people without an office,
    `served` are the countries of posts, seats of government and the dateline.
    """
    votes = Counter[str]()
    for country in filter(None, served):
        votes[country] += _SERVED
    for rank, (country, holders) in enumerate(held.items()):
        votes[country] += _HELD * min(holders, _COUNTED) + (_FIRST if rank == 0 else 0)
    found = votes or (named if _clear(named) else None)
    return found.most_common(1)[0][0] if found else None


def _clear(named: Counter[str]) -> bool:
    """Whether one country has several of those named, and twice as many as any other."""
    first, second, *_ = *(count for _, count in named.most_common(2)), 0, 0
    return first > 1 and first >= 2 * second
