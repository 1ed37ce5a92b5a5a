"""Headlines, as running text would print them."""

import pytest

from tracker.extract.casing import sentence_case


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Minister Meets Envoy of Chad", "Minister meets envoy of Chad"),
        ("KENYA RECALLS ENVOY FROM GHANA", "Kenya recalls envoy from Ghana"),
        ("Mr. Jonas Q. Lindqvist, U.S. Ambassador", "Mr. Jonas Q. Lindqvist, U.S. ambassador"),
        ("The minister met the envoy of Chad in a small town.", "The minister met the envoy of Chad in a small town."),
    ],
)
def test_a_headline_in_sentence_case(line: str, expected: str) -> None:
    """Names and initials keep their capitals; a sentence is left alone."""
    assert sentence_case(line, frozenset()) == expected
