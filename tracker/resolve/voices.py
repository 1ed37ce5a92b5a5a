"""Which claims are one voice: those of one document, and those that print the same sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from tracker.model import Claim
from tracker.resolve.wording import copied, nearly_the_same

Voice = tuple[Claim, ...]


def voices(claims: Sequence[Claim]) -> list[Voice]:
    """The claims by where they come from, oldest first; the same in whatever order they are given."""
    heard: list[list[Claim]] = []
    for claim in _in_order(claims):
        home = next((voice for voice in heard if any(_one_voice(claim, other) for other in voice)), None)
        if home is None:
            heard.append([claim])
        else:
            home.append(claim)
    return [tuple(voice) for voice in heard]


def published(claim: Claim) -> date:
    """The last day on which the claim's document may have appeared; the earliest there is when nothing tells it."""
    return (claim.published and (claim.published.end or claim.published.start)) or date.min


def _in_order(claims: Sequence[Claim]) -> Iterator[Claim]:
    """By day, document and place in it; by all that they say, which takes long to tell, only where that is the same."""
    for _, alike in groupby(sorted(claims, key=_place), key=_place):
        several = list(alike)
        yield from several if len(several) == 1 else sorted(several, key=lambda claim: repr(claim.mention))


def _place(claim: Claim) -> tuple[date, str, int]:
    return published(claim), claim.digest, claim.mention.evidence[0].start


def _one_voice(claim: Claim, other: Claim) -> bool:
    if claim.digest == other.digest:
        return True
    one, two = claim.mention.evidence[0].text, other.mention.evidence[0].text
    return copied(one, two) or nearly_the_same(one, two)
