"""How long commands take to answer, in multiples of `sqlite-utils rows` on the same database, and of bare Python.

usage: python -m bench.startup [--events N] [--runs N] [--json]

Every command is a process of its own, byte code compiled as pip leaves it, its answer printed into a pipe or onto a
pseudo-terminal of 80 columns. All take turns; told are the fastest and the median of the runs.
"""

from __future__ import annotations

import argparse
import json
import os
import pty
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from shutil import which
from statistics import median

from bench.invented import BIG, fill

ROWS = 50
TRACKER = [sys.executable, "-m", "tracker"]
COMPLETING = {"_TRACKER_COMPLETE": "complete_bash", "COMP_WORDS": "tracker timeline --country Ja", "COMP_CWORD": "3"}


@dataclass(frozen=True, slots=True)
class Command:
    """Something to start, and how long it may take in multiples of `sqlite-utils rows`."""

    name: str
    words: list[str]
    limit: float | None = None
    terminal: bool = False
    completing: bool = False


@dataclass(frozen=True, slots=True)
class Start:
    """How long a command took, in milliseconds and as ratios of the fastest runs."""

    command: str
    fastest: float
    median: float
    of_sqlite_utils: float
    of_python: float
    limit: float | None
    kept: bool


def commands(database: str) -> list[Command]:
    """What is measured; the first two are what the others are measured by."""
    utils = which("sqlite-utils", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if utils is None:
        sys.exit("sqlite-utils is what everything is measured by; run `pip install sqlite-utils`")
    timeline = [*TRACKER, "timeline", "--country", BIG, "--limit", str(ROWS)]
    return [
        Command("sqlite-utils rows", [utils, "rows", database, "event", "--limit", str(ROWS)]),
        Command("bare python", [sys.executable, "-c", "pass"]),
        Command("timeline, piped", timeline, 1.0),
        Command("timeline, at a terminal", timeline, 1.0, terminal=True),
        Command("timeline --reverse, piped", [*timeline, "--reverse"], 1.0),
        Command("--help", [*TRACKER, "--help"], 0.7),
        Command("timeline --help", [*TRACKER, "timeline", "--help"], 0.7),
        Command("completion of a country", TRACKER, 0.7, completing=True),
        Command("--version", [*TRACKER, "--version"]),
        Command("counts, piped", [*TRACKER, "counts", "--country", BIG]),
        Command("countries, piped", [*TRACKER, "countries"]),
    ]


def main() -> None:
    """Prints a line for each command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=5_000, metavar="N", help="on record (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=15, metavar="N", help="of each (default: %(default)s)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = str(Path(folder) / "record.db")
        fill(database, options.events)
        starts = measured(commands(database), environment(folder, database), options.runs)
    if options.json:
        print(json.dumps([asdict(one) for one in starts], indent=2))
    else:
        print("\n".join(table(starts)))
    sys.exit(not all(one.kept for one in starts))


def environment(folder: str, database: str) -> dict[str, str]:
    """A home without settings, and byte code that is kept, as an installed program has it."""
    without = ("PYTHONDONTWRITEBYTECODE", "TRACKER_CONFIG", "TRACKER_WORDS", "NO_COLOR", "COLUMNS")
    own = {f"XDG_{kind}_HOME": folder for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    kept = {name: value for name, value in os.environ.items() if name not in without}
    code = str(Path(folder) / "code")
    path = os.pathsep.join([str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    return kept | own | {"TRACKER_DATABASE_URL": database, "PYTHONPYCACHEPREFIX": code, "PYTHONPATH": path}


def measured(asked: list[Command], environment: Mapping[str, str], runs: int) -> list[Start]:
    """What each takes, all taking turns after one round that compiles the byte code."""
    taken: dict[str, list[float]] = {one.name: [] for one in asked}
    for number in range(runs + 1):
        for one in asked:
            spent = seconds(one, environment) * 1000
            if number:
                taken[one.name].append(spent)
    least = {name: min(found) for name, found in taken.items()}
    rows, bare = least["sqlite-utils rows"], least["bare python"]
    return [
        Start(
            command=one.name,
            fastest=round(least[one.name], 1),
            median=round(median(taken[one.name]), 1),
            of_sqlite_utils=round(least[one.name] / rows, 3),
            of_python=round(least[one.name] / bare, 1),
            limit=one.limit,
            kept=one.limit is None or least[one.name] / rows <= one.limit,
        )
        for one in asked
    ]


def seconds(command: Command, environment: Mapping[str, str]) -> float:
    """How long a command takes from its start to its end; raises where it fails or prints nothing."""
    words = {**environment, **(COMPLETING if command.completing else {})}
    begun = time.perf_counter()
    printed = on_terminal(command.words, words) if command.terminal else piped(command.words, words)
    spent = time.perf_counter() - begun
    if not printed and command.words[-1] != "pass":
        sys.exit(f"{command.name} printed nothing")
    return spent


def piped(words: list[str], environment: Mapping[str, str]) -> bytes:
    """What a command prints into a pipe."""
    return subprocess.run(words, env=environment, check=True, capture_output=True).stdout


def on_terminal(words: list[str], environment: Mapping[str, str]) -> bytes:
    """What a command prints onto a terminal."""
    controller, terminal = pty.openpty()
    at_terminal = {**environment, "TERM": "xterm-256color"}
    with subprocess.Popen(words, env=at_terminal, stdin=terminal, stdout=terminal, stderr=terminal):
        os.close(terminal)
        printed = bytearray()
        try:
            while part := os.read(controller, 65536):
                printed += part
        except OSError:  # the other end is closed
            pass
    os.close(controller)
    return bytes(printed)


def table(starts: list[Start]) -> list[str]:
    """The figures, a line each."""
    lines = [f"{'':28}{'fastest':>10}{'median':>10}  × sqlite-utils  × python"]
    for one in starts:
        limit = "" if one.limit is None else f"≤ {one.limit:g}" + ("" if one.kept else "  MISSED")
        lines.append(
            f"{one.command:28}{one.fastest:7.0f} ms{one.median:7.0f} ms{one.of_sqlite_utils:16.2f}"
            f"{one.of_python:10.1f}  {limit}".rstrip()
        )
    return lines


if __name__ == "__main__":
    main()
