"""How long commands take to answer, in multiples of a bare Python's start on the same machine.

usage: python bench/startup.py [--runs N]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

EVENTS = Path(__file__).parents[1] / "tests" / "events.csv"
COMMANDS = (["--version"], ["timeline", "--country", "Japan"], ["countries"], ["show", "2b77"])


def seconds(command: list[str], environment: dict[str, str], runs: int) -> float:
    """The median time of a command."""
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        subprocess.run(command, env=environment, check=True, capture_output=True)
        taken.append(time.perf_counter() - begun)
    return median(taken)


def main() -> None:
    """Prints a line for each command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=7, help="how often to run each (default: %(default)s)")
    runs = options.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TRACKER_DATABASE_URL": f"{folder}/record.db", "TRACKER_CONFIG": os.devnull}
        tracker = [sys.executable, "-m", "tracker"]
        subprocess.run([*tracker, "import", str(EVENTS)], env=environment, check=True, capture_output=True)
        bare = seconds([sys.executable, "-c", "pass"], environment, runs)
        print(f"{'bare python':40} {bare * 1000:6.0f} ms")
        for command in COMMANDS:
            taken = seconds([*tracker, *command], environment, runs)
            print(f"{'tracker ' + ' '.join(command):40} {taken * 1000:6.0f} ms   {taken / bare:5.1f} x")


if __name__ == "__main__":
    main()
