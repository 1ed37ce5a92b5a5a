"""The line that a timeline shows of an engagement."""

from __future__ import annotations

import pytest

from tracker.extract.titles import title
from tracker.model import Participant, PartyKind, Place, Status

SATO = Participant(kind=PartyKind.PERSON, name="Kenji Sato", role="visitor", country="JPN")
JAPAN = Participant(kind=PartyKind.COUNTRY, name="Japan", role="visitor", country="JPN")
KENYA = Participant(kind=PartyKind.COUNTRY, name="Kenya", role="host", country="KEN")
MANY = [Participant(kind=PartyKind.COUNTRY, name=n, role="participant") for n in ("Mali", "Togo", "Chad", "Oman")]


@pytest.mark.parametrize(
    ("told", "place", "line"),
    [
        (("visit", None, Status.OCCURRED, [SATO, JAPAN, KENYA]), "Nairobi", "Kenji Sato visits Kenya in Nairobi"),
        (("visit", None, Status.PLANNED, [JAPAN, KENYA]), None, "Japan visits Kenya (planned)"),
        (("meeting", None, Status.CANCELLED, [JAPAN, KENYA]), "Oslo", "Japan meets Kenya in Oslo (cancelled)"),
        (("call", "letter", Status.OCCURRED, [SATO, JAPAN, KENYA]), None, "Kenji Sato writes to Kenya"),
        (("agreement", "ratified", Status.OCCURRED, [JAPAN, KENYA]), None, "Japan and Kenya ratify an agreement"),
        (("summit", None, Status.OCCURRED, MANY), "Lusaka", "Summit of Mali, Togo and 2 others in Lusaka"),
        (("summit", None, Status.OCCURRED, []), "Lusaka", "Summit in Lusaka"),
    ],
)
def test_title_reads(told: tuple[str, str | None, Status, list[Participant]], place: str | None, line: str) -> None:
    """People before their countries, the place once, and whether it took place."""
    assert title(*told, Place(place, None)) == line
