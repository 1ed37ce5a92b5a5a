"""Titles, made from the parties alone."""

import pytest

from tracker.extract.titles import title
from tracker.model import Participant, PartyKind, Place, Status

TOKYO = Place("Tokyo", "JPN")
NOWHERE = Place()


def _person(name: str, country: str, role: str) -> Participant:
    return Participant(kind=PartyKind.PERSON, name=name, role=role, country=country)


def _country(name: str, country: str, role: str) -> Participant:
    return Participant(kind=PartyKind.COUNTRY, name=name, role=role, country=country)


RUTO = _person("William Ruto", "KEN", "visitor")
MUTUA = _person("Alfred Mutua", "KEN", "visitor")
JAPAN = _country("Japan", "JPN", "host")


@pytest.mark.parametrize(
    ("kind", "status", "parties", "place", "expected"),
    [
        ("visit", Status.OCCURRED, [RUTO, JAPAN], TOKYO, "William Ruto visits Japan in Tokyo"),
        ("visit", Status.PLANNED, [RUTO, MUTUA, JAPAN], NOWHERE, "William Ruto and Alfred Mutua visit Japan (planned)"),
        (
            "call",
            Status.CANCELLED,
            [_country("Chad", "TCD", "participant"), _country("Mali", "MLI", "participant")],
            NOWHERE,
            "Chad speaks with Mali (cancelled)",
        ),
    ],
)
def test_a_title_says_who_did_what(
    kind: str, status: Status, parties: list[Participant], place: Place, expected: str
) -> None:
    """The verb agrees with those who act, and what did not happen says so."""
    assert title(kind, None, status, parties, place) == expected
