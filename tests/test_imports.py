"""The reading wing answers at once: it loads nothing that it does not use."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"alembic", "dateparser", "hashlib", "numpy", "pydantic", "spacy", "sqlalchemy"}

PROGRAM = """
import sys
from tracker.cli import run
assert run(sys.argv[1:]) == 0
print(*{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""


def loaded(record: Path, *command: str, completing: str = "") -> set[str]:
    """What a command that prints something loads, in a process of its own."""
    asking = {"_TRACKER_COMPLETE": "complete_bash", "COMP_WORDS": completing, "COMP_CWORD": "3"} if completing else {}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *command],
        env={"TRACKER_DATABASE_URL": str(record), "TRACKER_CONFIG": "/nowhere", "PYTHONPATH": ":".join(sys.path)}
        | asking,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "command",
    [
        ["timeline", "--country", "Japan", "--since", "2021-11", "--limit", "5"],
        ["countries", "--format", "csv"],
        ["timeline", "--help"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_a_pipe_loads_nothing_heavy(command: list[str], record: Path) -> None:
    """Nor what draws tables."""
    assert (HEAVY | {"rich"}) & loaded(record, *command) == set()


@pytest.mark.parametrize(
    "command",
    [["timeline", "--country", "Japan", "--format", "table"], ["show", "2b77"]],
    ids=" ".join,
)
def test_looking_loads_nothing_heavy_but_what_draws(command: list[str], record: Path) -> None:
    """Rich, and no more."""
    assert (HEAVY | {"rich"}) & loaded(record, *command) == {"rich"}


def test_writing_loads_no_migrations(record: Path, tmp_path: Path) -> None:
    """Where the record is of this version."""
    assert HEAVY & loaded(Path(shutil.copy(record, tmp_path)), "confirm", "2b77") == {"hashlib", "sqlalchemy"}


def test_completing_loads_nothing_heavy(record: Path) -> None:
    """After Tab, a person waits for every letter."""
    assert (HEAVY | {"rich"}) & loaded(record, completing="tracker timeline --country Ja") == set()


def test_the_list_of_commands_imports_none_of_them() -> None:
    """It is told from what the table of commands says of each."""
    program = "import sys; from tracker.cli import run; run(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "tracker.cli.look" not in done.stderr.split()
    assert "timeline Events in order of time." in " ".join(done.stdout.split())
