"""How sure a mention is, and why."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.extract.confidence import SIGNS, Case, floor, probability, reasons, signs
from tracker.extract.extractor import Extractor
from tracker.model import Document, TimeSpan

PUBLISHED = TimeSpan.iso("2024-03-08")


def _shown(text: str) -> frozenset[str]:
    ((_, [(_, shown)]),) = Extractor(floor=0).weigh_many([Document(text=text, published=PUBLISHED)])
    return shown


@given(st.sets(st.sampled_from(sorted(SIGNS))))
def test_any_signs_make_a_probability(shown: set[str]) -> None:
    """Whatever a mention shows, its confidence lies between 0 and 1."""
    assert 0 < probability(frozenset(shown)) < 1


@given(st.sets(st.sampled_from(sorted(SIGNS))))
def test_reasons_are_signs_that_are_shown(shown: set[str]) -> None:
    """A reason is a sign of the mention, with what it did before it; three at most."""
    given_ = reasons(frozenset(shown))
    assert len(given_) <= 3
    assert {reason[2:] for reason in given_} <= shown
    assert all(reason[:2] in {"+ ", "- "} for reason in given_)


def test_a_full_sentence_shows_its_strength() -> None:
    """Both sides, their people and the day told in one sentence speak for a mention."""
    shown = _shown("Norwegian Foreign Minister Espen Barth Eide met Kenyan President William Ruto on 5 March 2024.")
    assert {"both sides named in one sentence", "people named on both sides", "dated to the day"} <= shown


def test_a_bare_sentence_shows_its_weakness() -> None:
    """Nobody named and no day told speak against it."""
    shown = _shown("OSLO, March 8 - Officials of Norway and Kenya held talks.")
    assert {"nobody named", "date from the publication week"} <= shown
    assert "a date of its own" not in shown


def test_the_floor_is_a_probability() -> None:
    """Below it a mention is dropped, so it leaves room above."""
    assert 0 <= floor() < 0.6


def test_a_case_counts_the_sides_that_people_stand_for() -> None:
    """Signs look at a mention through its case."""
    assert signs.__annotations__["case"] == Case.__name__
