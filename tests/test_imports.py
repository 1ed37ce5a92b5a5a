"""The reading wing answers at once: it loads nothing that it does not use."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

HEAVY = {"alembic", "dateparser", "numpy", "spacy", "sqlalchemy"}

COMMANDS = [["timeline", "--country", "Japan", "--since", "2021-11"], ["show", "2b77"], ["countries"], ["--help"]]

PROGRAM = f"""
import sys
from tracker.cli import run
for command in {COMMANDS}:
    print(*command)
    assert run(command) == 0
print(*sorted({{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""


def test_looking_loads_nothing_heavy(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a process of their own, with its modules listed at the end."""
    monkeypatch.setenv("TRACKER_DATABASE_URL", str(record))
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    printed = done.stdout.splitlines()
    places = [printed.index(" ".join(command)) for command in COMMANDS]
    assert all(following - place > 1 for place, following in pairwise([*places, len(printed)]))
    assert HEAVY & set(done.stderr.split()) == set()
