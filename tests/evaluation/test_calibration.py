"""Confidence against what came of it."""

from __future__ import annotations

from tracker.evaluation import calibrate, compare


def test_a_bin_tells_its_mean_confidence_and_how_many_were_right(code) -> None:
    labels = [code("visit 2021-11-23 JPN FRA"), code("call 2021-11-23 JPN USA")]
    found = [
        code("visit 2021-11-23 JPN FRA", confidence=0.92),
        code("call 2021-11-24 JPN USA", confidence=0.96),
        code("summit GBR", confidence=1.0),
        code("summit FRA", confidence=0.55),
    ]
    low, high = calibrate([compare("doc", labels, found)])
    assert (low.low, low.high, low.events, low.detected) == (0.5, 0.6, 1, 0.0)
    assert high.record() == {
        **{"from": 0.9, "to": 1.0, "events": 3},
        **{"predicted": 0.96, "detected": 0.667, "complete": 0.333},
    }


def test_what_has_no_confidence_is_in_no_bin(code) -> None:
    assert calibrate([compare("doc", [], [code("summit GBR", confidence=None)])]) == []


def test_what_was_found_for_an_optional_label_is_in_no_bin(code) -> None:
    assert calibrate([compare("doc", [code("summit GBR optional")], [code("summit GBR")])]) == []
