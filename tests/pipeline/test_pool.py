"""Articles read by several processes, some of which end."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.conftest import Ingest, everything
from tests.pipeline.lines import Lines, articles, none
from tracker import store
from tracker.errors import ServiceError
from tracker.model import Document, Unreadable
from tracker.pipeline import Here
from tracker.pipeline import pool as pool_module
from tracker.pipeline.pool import Pool
from tracker.pipeline.reading import TOGETHER

ROOT = Path(__file__).parents[2]
CALLS = [f"call 2024-{number // 10 + 1:02}-10 AFG IRN" if number % 10 == 0 else f"# {number}" for number in range(90)]


def test_several_processes_leave_the_record_that_one_does(ingest: Ingest, tmp_path: Path) -> None:
    """To the last row, whatever the articles do to who reads them."""
    texts = [*CALLS[:40], "!", "memory", *CALLS[40:], *CALLS[:9]]
    alone = ingest(tmp_path / "alone.db", Here(Lines()), *texts)
    with Pool(Lines, jobs=3) as pool:
        assert ingest(tmp_path / "together.db", pool, *texts) == alone
    assert everything(tmp_path / "together.db") == everything(tmp_path / "alone.db")


def test_a_process_that_is_killed_loses_nothing(ingest: Ingest, tmp_path: Path) -> None:
    """Its chunk is read again."""
    texts = [*CALLS[:50], f"kill once {tmp_path / 'killed'}\ncall 2025-01-01 AFG IRN", *CALLS[50:]]
    with Pool(Lines, jobs=2) as pool:
        outcomes = ingest(tmp_path / "record.db", pool, *texts)
    assert (tmp_path / "killed").exists()
    assert [outcome.name for outcome in outcomes] == [str(number) for number in range(len(texts))]
    assert outcomes[50] == store.ArticleOutcome("50", new=1)
    assert sum(outcome.new for outcome in outcomes if isinstance(outcome, store.ArticleOutcome)) == 10


def test_an_article_that_ends_every_process_is_told_and_passed_over(ingest: Ingest, tmp_path: Path) -> None:
    """And no other."""
    texts = [*CALLS[:50], "kill", *CALLS[50:]]
    with Pool(Lines, jobs=2) as pool:
        outcomes = ingest(tmp_path / "record.db", pool, *texts)
    [failed] = [outcome for outcome in outcomes if isinstance(outcome, Unreadable)]
    assert (failed.name, "ended" in failed.message) == ("50", True)
    assert sum(outcome.new for outcome in outcomes if isinstance(outcome, store.ArticleOutcome)) == 9


def test_few_articles_are_read_without_starting_a_process() -> None:
    """Unless they are more than one process is given at a time."""
    with Pool(PidOf, jobs=2) as pool:
        few, more = ([*pool.read(articles(*"a" * number))] for number in (TOGETHER, TOGETHER + 1))
    assert {_reader(one) for chunk in few for one in chunk} == {os.getpid()}
    assert os.getpid() not in {_reader(one) for chunk in more for one in chunk}


def test_a_process_is_renewed_after_some_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that what it remembers of words never fills the memory."""
    monkeypatch.setattr(pool_module, "_RENEWED", 2)
    with Pool(PidOf, jobs=2) as pool:
        pids = [_reader(chunk[0]) for chunk in pool.read(articles(*"a" * (TOGETHER * 8)))]
    assert (len(pids), max(map(pids.count, pids))) == (8, 2)


def test_no_more_articles_are_taken_than_are_under_way() -> None:
    """However many there are, and however slowly they are written."""
    taken: list[Document] = []

    def endless() -> Iterator[Document]:
        while True:
            taken.append(Document(text=""))
            yield taken[-1]

    with Pool(Lines, jobs=2) as pool:
        chunks = pool.read(endless())
        for _ in range(3):
            next(chunks)
        assert len(taken) == TOGETHER * (pool.ahead + 2)


def test_a_pool_that_cannot_read_says_so_once() -> None:
    """Instead of failing on every article."""
    with Pool(none, jobs=2) as pool, pytest.raises(ServiceError, match="RuntimeError: no model"):
        list(pool.read(articles(*"a" * 40)))


def test_leaving_in_the_middle_ends_the_processes() -> None:
    """As Ctrl-C does."""
    with Pool(PidOf, jobs=2) as pool:
        chunks = pool.read(articles(*"a" * 400))
        pids = {_reader(one) for one in next(chunks)}
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_processes_end_with_the_one_that_started_them() -> None:
    """Though that is killed, and can tell them nothing."""
    script = (
        "from tests.pipeline.test_pool import *; chunks = Pool(PidOf, jobs=2).__enter__().read(articles(*'a' * 400))"
    )
    script = f"{script}\nif __name__ == '__main__': print(next(chunks)[0][1][0], flush=True); os.kill(os.getpid(), 9)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=False)
    for _ in range(100):
        try:
            os.kill(int(told.stdout), 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("a process is left over")


class PidOf(Lines):
    """Tells in each document's place who read it."""

    def extract_many(self, documents):
        """Each document with the number of this process."""
        for document in documents:
            yield document, [os.getpid()]


def _reader(one: object) -> int:
    return one[1][0]
