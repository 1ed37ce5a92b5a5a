"""Public ids: short, stable, and nothing that a spreadsheet takes for something else."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tracker.store.ids import fingerprint, public_id, well_formed


@given(st.text())
def test_an_id_is_short_and_no_number_word_or_month(text: str) -> None:
    """Four characters, a letter first, no vowel."""
    id = public_id(text, taken=lambda id: False)
    assert re.fullmatch(r"[b-df-hj-np-tv-z][2-9b-df-hj-np-tv-z]{3}", id)
    assert well_formed(id)


def test_an_id_grows_until_it_is_free() -> None:
    """And begins as the taken one does."""
    short = public_id("an event", taken=lambda id: False)
    longer = public_id("an event", taken=lambda id: len(id) < 6)
    assert (len(longer), longer[:4]) == (6, short)


def test_an_id_comes_from_what_it_stands_for() -> None:
    """The same always, another for anything else, wherever its parts divide."""
    assert fingerprint("a", "bc") == fingerprint("a", "bc") != fingerprint("ab", "c")


def test_ids_from_elsewhere() -> None:
    """Are kept where they could be typed."""
    assert [id for id in ("5d0a61c2", "cow-1893", "a", "A1b2", "x y", "a--b", "ü12", "x" * 41) if well_formed(id)] == [
        "5d0a61c2",
        "cow-1893",
    ]
