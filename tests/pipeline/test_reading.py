"""Articles cut into chunks for whoever reads them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from types import SimpleNamespace

import pytest

from tests.pipeline.lines import Lines, articles
from tracker.model import Document
from tracker.pipeline.reading import TOGETHER, Found, read_by, read_together


class Workers:
    """Two of them, that keep how many articles they are sent at a time."""

    ahead = 4

    def __init__(self, chunk: int) -> None:
        self.chunk = chunk
        self.sent: list[int] = []

    def submit(self, documents: Sequence[Document]) -> SimpleNamespace:
        """Reads them when they are asked for."""
        self.sent.append(len(documents))

        def result() -> Sequence[Found]:
            return read_together(documents, Lines())

        return SimpleNamespace(result=result)


@pytest.mark.parametrize(
    ("chunk", "number", "sent"),
    [
        (512, 2000, [512, 384, 288, 224, 160, 128, 96, 64, 64, 32, 32, 16]),
        (512, 100, [32, 32, 32, 4]),
        (TOGETHER, 100, [32, 32, 32, 4]),
        (4, 10, [4, 4, 2]),
    ],
)
def test_chunks_grow_smaller_towards_the_end(chunk: int, number: int, sent: list[int]) -> None:
    """So that all workers end at about the same time; every article is read, in its order."""
    workers = Workers(chunk)
    read = [one for part in read_by(workers, articles(*["#"] * number)) for one in part]
    assert workers.sent == sent
    assert [document.name for document, _ in read] == [str(place) for place in range(number)]


def test_what_waits_is_bounded() -> None:
    """However many articles there are."""
    taken, workers = count(), Workers(512)
    endless = (Document(text="#", name=str(next(taken))) for _ in count())
    chunks = read_by(workers, endless)
    for _ in range(3):
        next(chunks)
    assert set(workers.sent) == {512}
    assert next(taken) <= 512 * (2 * workers.ahead + 3)
