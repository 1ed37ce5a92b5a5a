"""Articles read on the workers of a scheduler, real processes on this machine, some of which end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from distributed import Client

from tests.pipeline.conftest import Ingest, everything
from tests.pipeline.lines import Lines, articles, none
from tracker import store
from tracker.errors import ServiceError, UsageError
from tracker.model import Unreadable
from tracker.pipeline import Here, cluster
from tracker.pipeline.cluster import Cluster, require_alike
from tracker.pipeline.reading import TOGETHER

ROOT = Path(__file__).parents[2]
TEXTS = [
    f"call 2024-{number // 16 + 1:02}-10 AFG IRN" if number % 16 == 0 else f"slow {number}" for number in range(160)
]
ENVIRONMENT = {
    "PYTHONPATH": str(ROOT),
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",  # a chunk comes back the first time that its worker ends
}


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers, each under a nurse that starts it again."""
    folder = tmp_path_factory.mktemp("cluster")
    told = folder / "scheduler.json"
    with ExitStack() as after:

        def start(*command: str) -> None:
            process = subprocess.Popen(
                [sys.executable, "-m", *command, "--scheduler-file", str(told)],
                cwd=folder,
                env=os.environ | ENVIRONMENT,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            after.callback(lambda: (os.killpg(process.pid, signal.SIGKILL), process.wait()))

        start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        for _ in range(2):
            start("distributed.cli.dask_worker", "--nthreads", "1", "--no-dashboard", "--local-directory", str(folder))
        while not told.exists():
            time.sleep(0.05)
        yield json.loads(told.read_text())["address"]


def test_a_cluster_leaves_the_record_that_one_process_does(ingest: Ingest, scheduler: str, tmp_path: Path) -> None:
    """To the last row, though a worker is killed in the middle."""
    alone = ingest(tmp_path / "alone.db", Here(Lines()), *TEXTS, "!")
    with Cluster(scheduler, Lines, chunk=TOGETHER) as readers:
        together = ingest(tmp_path / "together.db", Killing(readers), *TEXTS, "!")
    assert together == alone
    assert everything(tmp_path / "together.db") == everything(tmp_path / "alone.db")


class Killing:
    """Readers of whom one is killed once the first chunk is there."""

    def __init__(self, readers: Cluster) -> None:
        self._readers = readers

    def read(self, documents):
        """Chunks of readings, in order."""
        with Client(self._readers.address, set_as_default=False) as client:
            pids = list(client.run(os.getpid).values())
        for number, chunk in enumerate(self._readers.read(documents)):
            if number == 0:
                os.kill(pids[0], signal.SIGKILL)
            yield chunk


def test_an_article_that_ends_every_worker_is_told_and_passed_over(
    ingest: Ingest, scheduler: str, tmp_path: Path
) -> None:
    """And no other."""
    with Cluster(scheduler, Lines, chunk=4) as readers:
        outcomes = ingest(tmp_path / "record.db", readers, *TEXTS[:2], "kill", *TEXTS[2:6])
    assert [one.name for one in outcomes if isinstance(one, Unreadable)] == ["2"]
    assert [one.name for one in outcomes if isinstance(one, store.ArticleOutcome)] == ["0", "1", "3", "4", "5", "6"]
    assert "ended" in outcomes[2].message


def test_a_worker_that_cannot_read_is_told_once(scheduler: str) -> None:
    """Instead of failing on every article."""
    with Cluster(scheduler, none) as readers, pytest.raises(ServiceError, match="RuntimeError: no model"):
        list(readers.read(articles("a", "b")))


def test_a_worker_of_another_version_is_refused(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is read."""
    monkeypatch.setattr(cluster, "VERSION", "0")
    with pytest.raises(ServiceError, match=r"worker tcp://\S+ has its extractor \d+, here it is 0"):
        Cluster(scheduler, Lines).__enter__()


def test_a_worker_of_another_version_that_joins_later_is_refused(scheduler: str) -> None:
    """Before it reads anything."""
    with Cluster(scheduler, Lines) as readers:
        readers._running["its extractor"] = "0"
        with pytest.raises(ServiceError, match="worker of the cluster has its extractor"):
            list(readers.read(articles("a")))


def test_what_a_worker_lacks_is_named() -> None:
    """As what differs is."""
    ours = {"tracker": "1", "spacy": "3"}
    require_alike(dict(ours), worker="a", ours=ours)
    with pytest.raises(ServiceError, match="worker a has spacy not at all, here it is 3"):
        require_alike({"tracker": "1"}, worker="a", ours=ours)


def test_without_a_scheduler_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """And where it was looked for."""
    monkeypatch.setattr(cluster, "_ANSWER", 0.5)
    with (
        pytest.raises(ServiceError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9;"),
        Cluster("tcp://127.0.0.1:9", Lines),
    ):
        pass


def test_what_is_no_address_is_told_at_once() -> None:
    """With what one looks like."""
    with pytest.raises(UsageError, match=r"'scheduler' is no scheduler's address; give it as tcp://HOST:PORT"):
        Cluster("scheduler", Lines).__enter__()
