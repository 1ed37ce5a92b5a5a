"""How much faster several processes, and a cluster of them, put articles on record than one does.

usage: python -m bench.scaling [--articles N] [--jobs N] [--rounds N] [--json] [FILE.jsonl…]

Articles of the files, over and over with other words in them until there are N, are put on record by one process, by a
pool, and by as many workers of a dask scheduler on this machine, set as docs/dask.yaml has it, in turn, a round after
another. The first N / 8 go before, untimed, and each worker reads some of them, so that every process has its model. A
pool is as many times faster as its rate is higher than one process's; the cluster is told in multiples of the pool.
Wall-clock time counts here, so nothing else should run.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import asdict, dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

from distributed import Client

from bench.articles import COLLECTIONS, articles
from tracker import pipeline, reference, store
from tracker.model import Document
from tracker.pipeline import Here, Readers, cluster
from tracker.pipeline.cluster import Cluster
from tracker.pipeline.pool import Pool
from tracker.pipeline.reading import rules

MAKE = partial(rules, reference.NO_WORDS)
SETTINGS = Path(__file__).parents[1] / "docs" / "dask.yaml"
LEAST = {"pool": 1.7, "cluster": 0.9}
"""The limits: the pool against one process on two cores, the cluster against the pool."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Median articles a second; `ratio` to one process for the pool, to the pool for the cluster."""

    who: str
    articles_a_second: float
    ratio: float
    limit: float | None


def rate(documents: Sequence[Document], readers: Readers) -> float:
    """Articles a second, from text to record, once everybody has read some."""
    warm = len(documents) // 8
    with (
        tempfile.TemporaryDirectory() as folder,
        store.open_recorder(f"{folder}/record.db", author="bench", command="ingest") as recorder,
    ):
        for _ in pipeline.ingest(documents[:warm], readers, recorder):
            pass
        begun = time.perf_counter()
        for _ in pipeline.ingest(documents[warm:], readers, recorder):
            pass
        return (len(documents) - warm) / (time.perf_counter() - begun)


@contextmanager
def scheduler(workers: int) -> Iterator[str]:
    """The address of a scheduler on this machine with so many workers of a thread each."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "scheduler.json"
        shared = ["--scheduler-file", str(told), "--no-dashboard"]
        commands = [["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"]]
        commands += [["distributed.cli.dask_worker", "--nthreads", "1", "--local-directory", folder]] * workers
        started = [
            subprocess.Popen(
                [sys.executable, "-m", *command, *shared],
                env=os.environ | {"DASK_CONFIG": str(SETTINGS)},
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            for command in commands
        ]
        try:
            while not told.exists():
                time.sleep(0.1)
            address = json.loads(told.read_text())["address"]
            with Client(address, set_as_default=False) as client:
                client.wait_for_workers(workers)
            yield address
        finally:
            for process in started:
                os.killpg(process.pid, signal.SIGKILL)


def warm(address: str, documents: Sequence[Document]) -> None:
    """Has every worker read some articles: a cluster is sent them in so large chunks that only one would."""
    with Client(address, set_as_default=False) as client:
        client.run(cluster._read, pickle.dumps(MAKE), pickle.dumps(list(documents)), cluster.running())


def main() -> None:
    """Prints a line for each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE.jsonl", default=COLLECTIONS)
    parser.add_argument("--articles", type=int, default=2000, metavar="N", help="(default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=1, metavar="N", help="(default: %(default)s)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not options.files:
        parser.error("no articles are there; name a file")
    documents = list(islice(articles(options.files), options.articles))
    with scheduler(options.jobs) as address:
        warm(address, documents[: options.articles // 8 // options.jobs])
        ways: dict[str, Callable[[], AbstractContextManager[Readers]]] = {
            "one process": lambda: nullcontext(Here(MAKE())),
            "pool": lambda: Pool(MAKE, jobs=options.jobs),
            "cluster": lambda: Cluster(address, MAKE),
        }
        found: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(options.rounds):
            for name, way in ways.items():
                with way() as readers:
                    found[name].append(rate(documents, readers))
    rates = compared({name: median(each) for name, each in found.items()})
    print(json.dumps([asdict(one) for one in rates], indent=2) if options.json else "\n".join(map(line, rates)))


def compared(found: dict[str, float]) -> list[Rate]:
    """The rates, each with what it is a multiple of."""
    against = {"one process": "one process", "pool": "one process", "cluster": "pool"}
    return [
        Rate(name, round(speed, 1), round(speed / found[against[name]], 2), LEAST.get(name))
        for name, speed in found.items()
    ]


def line(one: Rate) -> str:
    """A rate as it is printed."""
    limit = f" (at least {one.limit})" if one.limit else ""
    return f"{one.who:12} {one.articles_a_second:7.1f} articles/s   × {one.ratio:.2f}{limit}"


if __name__ == "__main__":
    main()
