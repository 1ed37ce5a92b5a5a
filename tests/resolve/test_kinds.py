"""An added type has the habits of the type that it is told like, and is taken for no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker import reference
from tracker.resolve.kinds import compatible_types, habits


@pytest.mark.parametrize(("type", "like"), [("visit", "visit"), ("pilgrimage", "visit"), ("forgotten", "forgotten")])
def test_a_type_has_its_own_habits_or_those_of_its_pattern(tmp_path: Path, type: str, like: str) -> None:
    """One of a words file that is no longer there has none but its own."""
    file = tmp_path / "words.toml"
    file.write_text('[types.pilgrimage]\nlike = "visit"\nsummary = "A leader goes to pray."\n')
    reference.use(reference.read_words(file))
    assert habits(type) == like


def test_a_visit_is_not_taken_for_an_added_type() -> None:
    assert compatible_types("pilgrimage") == ("pilgrimage",)
