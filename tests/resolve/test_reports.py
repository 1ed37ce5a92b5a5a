"""Labelled reports, put on record one by one: those of one engagement come together, look-alikes stay apart."""

from __future__ import annotations

import random

import pytest

from bench.resolution import HALVES, grouped, labelled, read, score


def test_the_labelled_reports_are_many_and_unlike() -> None:
    """Of many engagements, and of no engagement in both halves."""
    halves = [read(half) for half in HALVES]
    events = [{report.event for report in half} for half in halves]
    assert sum(map(len, halves)) >= 150
    assert sum(map(len, events)) >= 60
    assert not events[0] & events[1]


@pytest.mark.parametrize("half", HALVES)
def test_reports_of_one_engagement_come_together(half: str) -> None:
    """In an order that is not that of the days; hardly one of a hundred pairs is wrong."""
    reports = read(half)
    order = random.Random(0).sample(range(len(reports)), len(reports))
    found = grouped(reports, lambda report: report.mention, order)
    measured = score(found.pairs, labelled(reports), len(reports))
    assert measured.f1 >= 0.93, sorted(measured.missed)
    assert measured.precision >= 0.99, sorted(measured.wrong)
    assert found.mixed <= 0.01
