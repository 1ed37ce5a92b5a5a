"""Headlines as running text would print them."""

import pytest

from tracker.extract.casing import body_words, sentence_case

BODY = body_words("The envoys agreed on a ceasefire near the harbour.")


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Kenya's President Visits Oslo for Talks", "Kenya's president visits Oslo for talks"),
        ("Envoys Agreed on Ceasefire Near Harbour", "Envoys agreed on ceasefire near harbour"),
        ("KENYA RECALLS ENVOY FROM JAKARTA", "Kenya recalls envoy from Jakarta"),
        ("UN ENVOY ARRIVES", "UN envoy arrives"),
        ("IMF TALKS FAIL TO PAY", "IMF talks fail to pay"),
        ("Kenya recalls its envoy from Oslo after a row", "Kenya recalls its envoy from Oslo after a row"),
    ],
)
def test_headline_becomes(line: str, printed: str) -> None:
    """Words that the body or the word lists know are lowered, letter for letter; names and plain sentences stay."""
    assert sentence_case(line, BODY) == printed
    assert len(printed) == len(line)


def test_a_name_of_the_body_keeps_its_capital() -> None:
    """A word that the body prints with a capital and never without is a name."""
    assert sentence_case("MINISTER MEETS GROUND", frozenset(), frozenset({"Ground"})) == "Minister meets Ground"
