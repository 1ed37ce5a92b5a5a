"""The reading wing answers at once: it loads nothing that it does not use."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"alembic", "dateparser", "numpy", "spacy", "sqlalchemy"}

PROGRAM = """
import sys
from tracker.cli import run
code = run(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with events in it."""
    path = tmp_path_factory.mktemp("record") / "record.db"
    table = Path(__file__).parent / "events.csv"
    command = [sys.executable, "-m", "tracker", "import", str(table), "--db", str(path)]
    subprocess.run(command, env={**os.environ, "TRACKER_CONFIG": os.devnull}, check=True)
    return path


@pytest.mark.parametrize(
    "arguments",
    [["timeline", "--country", "Japan", "--since", "2021-11"], ["show", "2b77"], ["countries"], ["--help"]],
    ids=" ".join,
)
def test_looking_loads_nothing_heavy(database: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """In a process of its own, with its modules listed at the end."""
    monkeypatch.setenv("TRACKER_DATABASE_URL", str(database))
    done = subprocess.run([sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, check=True)
    assert done.stdout
    assert HEAVY & set(done.stderr.split()) == set()
