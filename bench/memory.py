"""How much memory a process holds that reads article after article.

usage: python -m bench.memory [--articles N] [--steps N] [--json] [FILE.jsonl…]

The articles of the files are read over and over, each time with other words in them, by an extractor as every process
of a pool has one; what the process holds is told at each step, and in multiples of what it held at the first.
"""

from __future__ import annotations

import argparse
import json
from itertools import islice
from pathlib import Path

import psutil

from bench.articles import COLLECTIONS, articles
from tracker import reference
from tracker.pipeline.reading import TOGETHER, read_together, rules

MOST = 400
"""The megabytes that a process may hold."""


def main() -> None:
    """Prints a line for each step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE.jsonl", default=COLLECTIONS)
    parser.add_argument("--articles", type=int, default=2000, metavar="N", help="(default: %(default)s)")
    parser.add_argument("--steps", type=int, default=8, metavar="N", help="(default: %(default)s)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not options.files:
        parser.error("no articles are there; name a file")
    found = held(options.files, options.articles, options.steps)
    if options.json:
        print(json.dumps({"held_mb": found, "limit_mb": MOST}, indent=2))


def held(files: list[Path], size: int, steps: int) -> dict[int, float]:
    """Megabytes held after so many articles; printed as they are known, for it can take hours."""
    process, source = psutil.Process(), articles(files)
    extractor = rules(reference.NO_WORDS)
    found: dict[int, float] = {}
    for step in range(1, steps + 1):
        until = size * step // steps
        done = max(found, default=0)
        while batch := list(islice(source, min(TOGETHER, until - done))):
            read_together(batch, extractor)
            done += len(batch)
        found[until] = round(process.memory_info().rss / 1e6, 1)
        print(f"{until:8,} articles: {found[until]:6.1f} MB (× {found[until] / next(iter(found.values())):.2f})")
    return found


if __name__ == "__main__":
    main()
