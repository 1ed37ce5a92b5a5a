"""What the type of an engagement says about how reports of it differ."""

from __future__ import annotations

from functools import cache

from tracker import reference

_TAKEN_FOR_EACH_OTHER = (
    frozenset({"visit", "meeting"}),
    frozenset({"summit", "meeting"}),
    frozenset({"appointment", "accreditation"}),
    frozenset({"recognition", "agreement"}),
)

TOLD_APART = frozenset({frozenset({"visit", "meeting"}), frozenset({"recognition", "agreement"})})
"""Pairs of these that are two where an article tells both: a visit and its meetings, a communiqué and what it does."""

RARE = frozenset({"accreditation", "appointment", "mission", "recall", "recognition", "rupture", "expulsion"})
"""Types of which a pair of countries has so few that a vague date tells them apart."""

SELDOM = RARE | {"summit"}
"""Types of which the same parties have so few that two reports that agree to the month are of one."""

LASTING = frozenset({"visit", "summit", "meeting"})
"""Types that can take several days, so that a longer span of days tells more than a shorter one within it."""

NEUTRAL_ROLES = frozenset({"participant", "party"})
"""Roles that do not tell one side from the other."""


def habits(type: str) -> str:
    """The type whose habits an event has: its own, or that which an added type is told like."""
    kind = reference.EVENT_TYPES.get(type)
    return (kind and kind.like) or type


@cache
def compatible_types(type: str) -> tuple[str, ...]:
    """The type itself first, then those that another report of the same engagement may give it, by name."""
    others = {other for pair in _TAKEN_FOR_EACH_OTHER if type in pair for other in pair} - {type}
    return (type, *sorted(others))
