"""Which people are offered as one under two names."""

from __future__ import annotations

import pytest

from tracker.model import Party, PartyKind
from tracker.resolve import alike


def person(number: int, name: str, principal: str | None) -> Party:
    """Somebody on record."""
    return Party(number=number, kind=PartyKind.PERSON, name=name, principal=principal)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Amir Khan Muttaqi", "AFG"), ("Amir Khan Muttaki", "AFG"), True),
        (("Muttaqi", "AFG"), ("Amir Khan Muttaki", None), True),
        (("Ali Khan", "PAK"), ("Ali Khan", "AFG"), False),
        (("Sirajuddin Haqqani", "AFG"), ("Khalil Haqqani", "AFG"), False),
    ],
)
def test_names_that_agree_and_act_for_the_same(one, other, expected: bool) -> None:
    """Or for nobody who is known."""
    people = [person(1, *one), person(2, *other)]
    assert bool(alike(people)) is expected
    assert alike(people, to=person(3, "Nobody", None)) == []
