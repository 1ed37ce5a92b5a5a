"""Two names of one person, and of two."""

from __future__ import annotations

import pytest

from tracker.resolve.people import Match, match


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Amir Khan Muttaqi", "Amir Khan Muttaki", Match.FULL),
        ("Sher Mohammad Abbas Stanikzai", "Sher Muhammad Abbas Stanekzai", Match.FULL),
        ("Latif Nazari", "Abdul Latif Nazari", Match.FULL),
        ("Mohammed bin Zayed Al Nahyan", "Mohamed bin Zayed", Match.FULL),
        ("Mevlüt Çavuşoğlu", "Mevlut Cavusoglu", Match.FULL),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", Match.FULL),
        ("Badr Albusaidi", "Badr al-Busaidi", Match.FULL),
        ("Albusaidi", "Badr al-Busaidi", Match.SURNAME),
        ("Abdulghani Baradar", "Abdul Ghani Baradar", Match.FULL),
        ("Siraj Haqqani", "Sirajuddin Haqqani", Match.FULL),
        ("Tom West", "Thomas West", Match.FULL),
        ("A. Guterres", "António Guterres", Match.FULL),
        ("Muttaki", "Amir Khan Muttaqi", Match.SURNAME),
        ("Yoon", "Yoon Suk Yeol", Match.SURNAME),
        ("Sirajuddin Haqqani", "Khalil Haqqani", Match.NO),
        ("Abdul Kabir", "Abdul Ghani Baradar", Match.NO),
        ("Wang Yi", "Wang Li", Match.NO),
        ("Wang Yi", "Wang Yang", Match.NO),
        ("Abdullah Kabir", "Abdul Kabir", Match.NO),
        ("Tahnoun bin Zayed", "Abdullah bin Zayed", Match.NO),
        ("Kishida", "Kishi", Match.NO),
        ("", "Okada", Match.NO),
    ],
)
def test_names_agree(one: str, other: str, expected: Match) -> None:
    """Whichever of them comes first."""
    assert match(one, other) is match(other, one) is expected
