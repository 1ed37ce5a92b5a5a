"""Krippendorff's alpha, against worked examples."""

from __future__ import annotations

import pytest

from tracker.evaluation.alpha import alpha, distance


def answers(*coders: str) -> list[list[str | None]]:
    """Each coder's answers in a line, `.` where there is none."""
    return [[None if answer == "." else answer for answer in line.split()] for line in coders]


@pytest.mark.parametrize(
    ("coders", "expected"),
    [
        (("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095),
        (("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692),
        (
            (
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 .",
            ),
            0.743,
        ),
    ],
    ids=["binary data", "nominal data", "any number of coders, data missing"],
)
def test_nominal_alpha_is_that_of_the_worked_examples(coders: tuple[str, ...], expected: float) -> None:
    """Those of K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A, B and C."""
    assert alpha(answers(*coders)) == pytest.approx(expected, abs=0.0005)


A, B, AB, BC = frozenset("a"), frozenset("b"), frozenset("ab"), frozenset("bc")


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        (A, A, 0.0),
        (frozenset(), frozenset(), 0.0),
        (A, AB, 2 / 3),  # half of all members, one within the other: 1 - 1/2 * 2/3
        (AB, BC, 8 / 9),  # a third of all members, overlapping: 1 - 1/3 * 1/3
        (A, B, 1.0),
        (A, frozenset(), 1.0),
        ("a", "b", 1.0),
        ("a", "a", 0.0),
    ],
)
def test_sets_are_as_far_apart_as_masi_says(one: object, other: object, far: float) -> None:
    assert distance(one, other) == pytest.approx(far)
    assert distance(other, one) == pytest.approx(far)


def test_alpha_of_sets_counts_half_a_list() -> None:
    """By hand: of three units one pair is 2/3 apart, so that 2/9 is observed where 28/45 is expected."""
    assert alpha([[A, B, AB], [A, B, A]]) == pytest.approx(1 - (2 / 9) / (28 / 45))


@pytest.mark.parametrize("coders", [[[], []], [["a", "a"], ["a", "a"]], [["a", None], [None, "b"]]])
def test_alpha_is_not_defined_where_nothing_can_differ(coders: list[list[str | None]]) -> None:
    assert alpha(coders) is None
