"""Which people on record may be one under two names: for a person to say, never joined by themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tracker.model import Party
from tracker.resolve.people import Match, match, sounds

_BEGINNING = 2
"""Letters that a part of both names must begin with for them to be compared: nobody is compared with everybody."""


def alike(people: Sequence[Party], *, to: Party | None = None) -> list[tuple[Party, Party]]:
    """Pairs whose names agree and who act for the same, or for nobody known; with `to`, only those that it is of."""
    pairs = {(one.number, two.number): (one, two) for block in _blocks(people) for one, two in combinations(block, 2)}
    return [pair for _, pair in sorted(pairs.items()) if (to is None or to in pair) and _alike(*pair)]


def _blocks(people: Sequence[Party]) -> Iterator[Sequence[Party]]:
    """People of whom a part of the name begins alike, in the order given."""
    blocks: defaultdict[str, dict[int, Party]] = defaultdict(dict)
    for one in people:
        for part in sounds(one.name):
            blocks[part[:_BEGINNING]][one.number] = one
    for block in blocks.values():
        yield list(block.values())


def _alike(one: Party, two: Party) -> bool:
    if one.principal and two.principal and one.principal != two.principal:
        return False
    return match(one.name, two.name) is not Match.NO
