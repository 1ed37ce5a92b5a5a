"""Which found events are taken for which labels."""

from __future__ import annotations

import pytest

LABEL = "meeting 2021-11-23 JPN AFG"


@pytest.mark.parametrize(
    "found",
    [
        "meeting 2021-11-23 JPN AFG",
        "meeting 2021-11-26 JPN AFG",  # three days later
        "meeting <2021-12-31 JPN AFG",
        "meeting ~2021-11-25 JPN AFG",
        "meeting JPN AFG",
        "meeting 2021-11-23 JPN",  # half of both
        "meeting 2021-11-23 JPN AFG QAT",
    ],
)
def test_what_may_be_the_labels_event(compared, found: str) -> None:
    assert len(compared([LABEL], [found]).pairs) == 1


@pytest.mark.parametrize(
    "found",
    [
        "visit 2021-11-23 JPN AFG",
        "meeting 2021-11-27 JPN AFG",  # four days later
        "meeting 2021-10 JPN AFG",
        "meeting 2021-11-23 JPN QAT",  # one of three
        "meeting 2021-11-23",
    ],
)
def test_what_may_not(compared, found: str) -> None:
    comparison = compared([LABEL], [found])
    assert (len(comparison.pairs), len(comparison.missed), len(comparison.invented)) == (0, 1, 1)


def test_a_label_may_allow_further_types(compared) -> None:
    assert compared(["meeting JPN AFG also=visit"], ["visit JPN AFG"]).pairs


def test_one_found_event_is_one_label(compared) -> None:
    comparison = compared([LABEL, LABEL], [LABEL])
    assert (len(comparison.pairs), len(comparison.missed)) == (1, 1)


def test_the_best_pair_is_made_first(compared) -> None:
    labels = ["meeting 2021-11-24 JPN AFG", "meeting 2021-11-23 JPN AFG"]
    [pair] = compared(labels, ["meeting 2021-11-23 JPN AFG"]).pairs
    assert pair.date


def test_people_decide_between_equal_days(compared) -> None:
    labels = ["meeting 2021-11-23 JPN AFG Abdul_Kabir/AFG", "meeting 2021-11-23 JPN AFG Amir_Muttaqi/AFG"]
    [pair] = compared(labels, ["meeting 2021-11-23 JPN AFG Amir_Khan_Muttaqi/AFG"]).pairs
    assert pair.label.people == ("Amir Muttaqi",)


def test_an_optional_label_neither_rewards_nor_punishes(compared) -> None:
    found = compared(["meeting JPN AFG optional"], ["meeting JPN AFG"])
    assert (found.pairs, len(found.spared), found.invented) == ((), 1, ())
    assert compared(["meeting JPN AFG optional"], []).missed == ()


@pytest.mark.parametrize(
    ("field", "label", "found"),
    [
        ("date", "meeting 2021-11 JPN AFG", "meeting 2021-11-23 JPN AFG"),
        ("date", "meeting 2021-11-23 JPN AFG", "meeting 2021-11-22..2021-11-23 JPN AFG"),
        ("countries", "meeting JPN AFG", "meeting JPN AFG QAT"),
        ("status", "meeting JPN AFG", "meeting JPN AFG planned"),
        ("place", "meeting JPN AFG @Doha/QAT", "meeting JPN AFG @Kabul/AFG"),
        ("place", "meeting JPN AFG @Doha/QAT", "meeting JPN AFG"),
        ("roles", "meeting JPN:host AFG:participant", "meeting JPN:participant AFG:participant"),
    ],
)
def test_a_pair_tells_what_is_wrong_in_it(compared, field: str, label: str, found: str) -> None:
    [pair] = compared([label], [found]).pairs
    assert not getattr(pair, field)
    assert pair.complete == (field == "roles")


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("meeting JPN AFG", "meeting JPN AFG @Kabul/AFG"),
        ("meeting JPN AFG @Doha/QAT", "meeting JPN AFG @Lusail/QAT"),
        ("meeting <2021-11-23 JPN AFG", "meeting >2021-11-23 JPN AFG"),
    ],
)
def test_what_a_label_does_not_tell_cannot_be_wrong(compared, label: str, found: str) -> None:
    [pair] = compared([label], [found]).pairs
    assert pair.complete
