"""Labels and found events written in a line each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tracker.evaluation import Coded, Comparison, compare

Code = Callable[..., Coded]
Compared = Callable[[list[str], list[str]], Comparison]


@pytest.fixture(scope="session")
def code(told: Callable[..., Any]) -> Code:
    """An event as `told` reads it; `optional` and `also=TYPE` among its words make it a label with those."""

    def read(line: str, **fields: Any) -> Coded:
        words = line.split()
        also = tuple(word[5:] for word in words if word.startswith("also="))
        return replace(Coded.of(told(line)), **{"also": also, "optional": "optional" in words, **fields})

    return read


@pytest.fixture(scope="session")
def compared(code: Code) -> Compared:
    """Labels compared with found events."""

    def read(labels: list[str], found: list[str]) -> Comparison:
        return compare("doc", [code(line) for line in labels], [code(line) for line in found])

    return read
