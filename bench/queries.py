"""How long the record takes to answer as it grows, each answer whole: with parties, sources, tags and history.

usage: python -m bench.queries [--sizes N…] [--postgresql [URL]] [--runs N] [--keep FOLDER] [--json]

Each question is asked of invented records of each size (see `bench.invented`), the first fifty events where nothing
else is said. Told are the fastest of the runs in milliseconds; the growth exponent, by which power of the record's size
the time grows from the first to the last; and the time in multiples of what the same statements take on the driver
alone. `--postgresql` starts a server, or takes the one whose URL is given, with `{}` for a database's name.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence, Sized
from contextlib import closing, contextmanager, nullcontext
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bench.invented import BIG, COMMON, FIT, RARE, SMALL, fill
from tests import postgresql
from tracker.model import Filter, Status
from tracker.store.address import Address
from tracker.store.connect import Connection, reading
from tracker.store.query import Reader

SERVER = ("-c shared_buffers=1GB", "-c maintenance_work_mem=512MB", "-c max_wal_size=8GB")


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask, and what the answer may cost: in milliseconds, growth, and multiples of the driver's time."""

    name: str
    asked: Filter
    growth: float | None = None
    ratio: float | None = None
    milliseconds: float | None = None
    months: bool = False


def newest(limit: int = 50, **asked: Any) -> Filter:
    """The newest ones."""
    return Filter(limit=limit, latest_first=True, **asked)


MAY = {"since": date(2010, 5, 1), "until": date(2010, 5, 31)}
YEAR = {"since": date(2010, 1, 1), "until": date(2010, 12, 31)}
BUSY, NEXT = "AFG", "ALB"
ONE, SOME = "babababa", "baba"  # a part of one name, and one of every hundredth
QUESTIONS = (
    Question("newest of a country of a fiftieth", newest(countries=(BIG,)), growth=0.1, ratio=2),
    Question("newest of a country of 200 events", newest(countries=(SMALL,)), growth=0.1, ratio=2),
    Question("newest of the busiest country", newest(countries=(BUSY,)), growth=0.1, ratio=2),
    Question("a pair", newest(countries=(NEXT,), partners=(BUSY,)), growth=0.3),
    Question("a pair that seldom meets", newest(10, countries=(BIG,), partners=(BUSY,)), growth=0.3),
    Question("a busy and a small country", newest(10, countries=(BUSY,), partners=(SMALL,)), growth=0.3),
    Question("a person, by part of a name", newest(people=(ONE,)), growth=0.3),
    Question("people, by part of many names", newest(people=(SOME,))),
    Question("an organisation", newest(10, organisations=("NATO",)), growth=0.3),
    Question("a month of all", newest(10, **MAY), growth=0.3),
    Question("a month of all, earliest first", Filter(limit=10, **MAY), growth=0.3),
    Question("a year of a country", newest(10, countries=(BUSY,), **YEAR), growth=0.3),
    Question("a type", newest(types=("visit",)), growth=0.3),
    Question("a rare type", newest(types=("recognition",)), growth=0.3),
    Question("two types", newest(types=("recognition", "appointment")), growth=0.3),
    Question("a rare type of a country", newest(5, countries=(BUSY,), types=("recognition",)), growth=0.3),
    Question("what is planned", newest(statuses=(Status.PLANNED,)), growth=0.3),
    Question("a place", newest(10, places=("Zagreb",)), growth=0.3),
    Question("months of a country of a fiftieth", Filter(countries=(BIG,)), milliseconds=10, months=True),
    Question("a word in a third of all", newest(text=COMMON), milliseconds=50),
    Question("a word in a hundredth", newest(text=FIT), milliseconds=50),
    Question("a word in 200", newest(text=RARE), milliseconds=50),
    Question("two words", newest(10, text=f"{COMMON} {FIT}"), milliseconds=50),
    Question("a word, of a country", newest(text=FIT, countries=(BIG,)), milliseconds=50),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question took: by size of the record, milliseconds; and how that compares with what it may.

    There is no growth where the smallest record holds fewer answers than the largest.
    """

    database: str
    question: str
    milliseconds: dict[int, float]
    answers: dict[int, int]
    ratio: float
    growth: float | None
    limits: str
    kept: bool


def main() -> None:
    """Prints a line for each question."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000], metavar="N")
    parser.add_argument("--postgresql", nargs="?", const="", metavar="URL", help="measure a server instead of SQLite")
    parser.add_argument("--runs", type=int, default=15, metavar="N", help="(default: %(default)s)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="SQLite records to be used again")
    parser.add_argument("--only", default="", metavar="WORDS", help="questions whose name holds these words")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    questions = [one for one in QUESTIONS if options.only in one.name]
    with records(options.sizes, options.postgresql, options.keep) as urls:
        answers = list(measured(urls, questions, options.runs))
    if options.json:
        print(json.dumps([asdict(one) for one in answers], indent=2))
    else:
        print("\n".join(table(answers)))
    sys.exit(not all(one.kept for one in answers))


@contextmanager
def records(sizes: Sequence[int], server: str | None, keep: Path | None) -> Iterator[dict[int, str]]:
    """The address of a filled record for each size."""
    if server is not None:
        with nullcontext(server) if server else postgresql.started(*SERVER) as url:
            yield {size: _on_server(url, size) for size in sizes}
        return
    with tempfile.TemporaryDirectory() as folder:
        paths = {size: (keep or Path(folder)) / f"record-{size}.db" for size in sizes}
        for size, path in paths.items():
            if not path.exists():
                fill(str(path), size)
        yield {size: str(path) for size, path in paths.items()}


def _on_server(url: str, size: int) -> str:
    import psycopg

    with psycopg.connect(url.format("postgres"), autocommit=True) as connection:
        name = f"tracker_bench_{size}"
        if not connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            connection.execute(f"create database {name}")
            fill(url.format(name), size)
    return url.format(name)


def measured(urls: dict[int, str], questions: Sequence[Question], runs: int) -> Iterator[Answer]:
    """What each question takes, the sizes taking turns."""
    for question in questions:
        took = {size: timed(question, url, runs) for size, url in urls.items()}
        yield judged(question, "PostgreSQL" if any("://" in url for url in urls.values()) else "SQLite", took)


def timed(question: Question, url: str, runs: int) -> tuple[int, float, float]:
    """How many answers there are; milliseconds for them, and for the same statements on the driver alone."""
    with reading(Address.read(url)) as connection, driver(url) as alone:
        kept = Kept(connection)
        reader = Reader(kept, Address.read(url))
        found = len(ask(question, reader))
        asked = tuple(kept.asked)
        clock = time.perf_counter if "://" in url else time.process_time  # a server's work is not this process's
        return found, *fastest(runs, clock, lambda: ask(question, reader), lambda: alone(asked))


def ask(question: Question, reader: Reader) -> Sized:
    """The answer, whole."""
    return reader.counts(BIG, by="month") if question.months else reader.events(question.asked)


class Kept:
    """A connection that keeps the statements that it is asked."""

    def __init__(self, connection: Connection) -> None:
        self.dialect, self._connection = connection.dialect, connection
        self.asked: list[tuple[str, Any]] = []

    def rows(self, statement: str, binds: Mapping[str, object] = MappingProxyType({})) -> Any:
        """The rows of a statement."""
        self.asked.append((statement, binds))
        return self._connection.rows(statement, binds)


Alone = Callable[[Sequence[tuple[str, Any]]], object]


@contextmanager
def driver(url: str) -> Iterator[Alone]:
    """Runs statements on the driver alone, and fetches all of their rows."""
    if "://" not in url:
        with closing(sqlite3.connect(f"file:{url}?mode=ro", uri=True)) as connection:
            yield lambda asked: [connection.execute(*one).fetchall() for one in asked]
        return
    import psycopg

    with psycopg.connect(url) as server:
        yield lambda asked: [server.execute(_written(text), binds).fetchall() for text, binds in asked]


def _written(statement: str) -> bytes:
    """A statement with the binds as psycopg has them."""
    return re.sub(r"(?<!:):(\w+)", r"%(\1)s", statement.replace("%", "%%")).encode()


def fastest(runs: int, clock: Callable[[], float], *works: Callable[[], object]) -> list[float]:
    """The fewest milliseconds that each of several works takes, taking turns."""
    found = [math.inf] * len(works)
    for _ in range(runs):
        for place, work in enumerate(works):
            begun = clock()
            work()
            found[place] = min(found[place], (clock() - begun) * 1000)
    return found


def judged(question: Question, database: str, took: Mapping[int, tuple[int, float, float]]) -> Answer:
    """What was measured, held to what it may be."""
    first, last = min(took), max(took)
    answers = {size: found for size, (found, _, _) in took.items()}
    ours = {size: round(milliseconds, 3) for size, (_, milliseconds, _) in took.items()}
    ratio = took[last][1] / took[last][2]
    alike = last > first and answers[first] == answers[last]
    growth = math.log(took[last][1] / took[first][1]) / math.log(last / first) if alike else None
    bounds = (
        ("growth", question.growth, growth),
        ("× driver", question.ratio, ratio),
        ("ms", question.milliseconds, ours[last]),
    )
    held = [(name, limit, found) for name, limit, found in bounds if limit is not None and found is not None]
    limits = ", ".join(f"{name} ≤ {limit:g}" for name, limit, _ in held)
    kept = all(found <= limit for _, limit, found in held)
    return Answer(database, question.name, ours, answers, ratio, growth, limits, kept)


def table(answers: Sequence[Answer]) -> Iterator[str]:
    """The answers, a line each."""
    sizes = list(answers[0].milliseconds)
    yield f"{answers[0].database:36}" + "".join(f"{size:>11,}" for size in sizes) + "   growth  × driver  limits"
    for one in answers:
        took = "".join(f"{one.milliseconds[size]:8.2f} ms" for size in sizes)
        growth = "" if one.growth is None else f"{one.growth:.2f}"
        mark = "" if one.kept else "  MISSED"
        yield f"{one.question:36}{took}   {growth:>6}  {one.ratio:8.2f}  {one.limits}{mark}"


if __name__ == "__main__":
    main()
