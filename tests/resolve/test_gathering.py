"""The parties that very many sources name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tracker.model import Claim, Participant
from tracker.resolve import gathering, settle


@pytest.fixture
def compared(claimed: Callable[..., Claim], monkeypatch: pytest.MonkeyPatch) -> Callable[[int], int]:
    """How often two parties are held against each other to settle what so many sources tell."""

    def count(sources: int) -> int:
        pairs: list[tuple[Participant, Participant]] = []
        same = gathering.same_party
        with monkeypatch.context() as patched:
            patched.setattr(gathering, "same_party", lambda *pair: pairs.append(pair) or same(*pair))
            told = "meeting 2021-11-24 JPN AFG Takashi_Okada/JPN"
            settle([claimed(told, article=f"{one}", quote=f"{one} says that they met.") for one in range(sources)])
        return len(pairs)

    return count


def test_hundreds_of_sources_are_settled_in_proportion(compared: Callable[[int], int]) -> None:
    """Since most name a party as others did."""
    assert compared(200) <= 10.5 * compared(20)
