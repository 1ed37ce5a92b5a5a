"""How far two coders agree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tracker.evaluation import Agreement, Coded, Coding, agree


@pytest.fixture
def agreed(code: Callable[..., Coded]) -> Callable[..., Agreement]:
    """The agreement on one article of which each has so many lines."""

    def read(one: list[str], other: list[str], **changed: Any) -> Agreement:
        return agree([Coding("talks", [code(line) for line in one], [code(line, **changed) for line in other])])

    return read


MEETING = "meeting 2021-11-23 JPN AFG @Kabul/AFG Amir_Muttaqi/AFG"


def differing(found: Agreement) -> list[tuple[str, ...]]:
    """The fields of each difference."""
    return [one.fields for one in found.differences]


def test_what_is_the_same_differs_in_nothing(agreed: Callable[..., Agreement]) -> None:
    """A name may be longer."""
    found = agreed([MEETING], [MEETING.replace("Amir_Muttaqi", "Amir_Khan_Muttaqi")])
    assert (found.both, found.only_one, found.only_other, found.share, found.differences) == (1, 0, 0, 1.0, ())
    assert {one.same for one in found.fields} == {1.0}


@pytest.mark.parametrize(
    ("other", "fields"),
    [
        ("visit 2021-11-23 JPN AFG @Kabul/AFG Amir_Muttaqi/AFG", ("type",)),
        ("meeting/bilateral 2021-11-23 JPN AFG @Kabul/AFG Amir_Muttaqi/AFG", ("subtype",)),
        ("meeting 2021-11-23 JPN AFG @Kabul/AFG Amir_Muttaqi/AFG planned", ("status",)),
        ("meeting 2021-11-24 JPN AFG @Kabul/AFG Amir_Muttaqi/AFG", ("start", "end")),
        ("meeting 2021-11 JPN AFG @Kabul/AFG Amir_Muttaqi/AFG", ("start", "end", "precision")),
        ("meeting 2021-11-23 JPN AFG QAT @Kabul/AFG Amir_Muttaqi/AFG", ("countries",)),
        ("meeting 2021-11-23 JPN:host AFG @Kabul/AFG Amir_Muttaqi/AFG", ("roles",)),
        ("meeting 2021-11-23 JPN AFG @Doha/QAT Amir_Muttaqi/AFG", ("place", "place country")),
        ("meeting 2021-11-23 JPN AFG @Kabul/AFG Abdul_Kabir/AFG", ("people",)),
        ("meeting 2021-11-23 JPN AFG NATO @Kabul/AFG Amir_Muttaqi/AFG", ("organisations",)),
    ],
)
def test_a_pair_tells_the_fields_that_differ(
    agreed: Callable[..., Agreement], other: str, fields: tuple[str, ...]
) -> None:
    assert differing(agreed([MEETING], [other])) == [fields]


def test_what_one_alone_found_is_told(agreed: Callable[..., Agreement]) -> None:
    """Optional or not."""
    found = agreed([MEETING, "call JPN USA optional"], [MEETING, "summit 2023 JPN"])
    assert (found.both, found.only_one, found.only_other, found.share) == (1, 1, 1, 1 / 3)
    assert [(bool(one.one), bool(one.other)) for one in found.differences] == [(True, False), (False, True)]


def test_the_same_type_is_paired_before_another(agreed: Callable[..., Agreement]) -> None:
    found = agreed(["visit 2021-11-23 JPN AFG", "meeting 2021-11-23 JPN AFG"], ["meeting 2021-11-23 JPN AFG"])
    [alone] = found.differences
    assert alone.one is not None
    assert alone.one.type == "visit"


def test_alpha_and_share_are_of_all_pairs(agreed: Callable[..., Agreement]) -> None:
    """By hand: of two pairs one differs, and of four answers three are meetings, so that all is as chance has it."""
    one = ["meeting 2021-11-23 JPN AFG", "meeting 2022-11-23 JPN QAT"]
    other = ["meeting 2021-11-23 JPN AFG", "visit 2022-11-23 JPN QAT"]
    figures = agreed(one, other).record()["fields"]
    assert figures["type"] == {"pairs": 2, "same": 0.5, "alpha": 0.0, "distance": "nominal"}
    assert figures["countries"] == {"pairs": 2, "same": 1.0, "alpha": 1.0, "distance": "MASI"}
    assert figures["status"]["alpha"] is None


def test_without_events_there_is_nothing_to_tell(agreed: Callable[..., Agreement]) -> None:
    found = agreed([], [])
    assert (found.share, {one.same for one in found.fields}) == (None, {None})
