"""A record of which some bytes are others than were written."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.cli.conftest import database, tracker

__all__ = ["database", "tracker"]

COMMANDS = (
    ("timeline", "--format", "json"),
    ("history", "--limit", "9999"),
    ("edit", "1f09ac32", "--note", "by hand"),
)


def flipped(sound: bytes, seed: int) -> bytes:
    """The file with up to a page of it zero, random, or with a bit of each byte turned; its first page is left."""
    chance, bytes_ = random.Random(seed), bytearray(sound)
    first, length = chance.randrange(4096, len(sound)), chance.choice((1, 4, 16, 512, 4096))
    change = chance.choice((lambda _: 0, lambda _: chance.randrange(256), lambda byte: byte ^ 1 << chance.randrange(8)))
    for at in range(first, min(first + length, len(sound))):
        bytes_[at] = change(bytes_[at])
    return bytes(bytes_)


@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_flipped_bytes(tracker, database, record, pytestconfig, found) -> None:
    """Are damage where they are come upon, and never a fault of the program."""
    sound, times, seen = Path(record).read_bytes(), 2 * pytestconfig.getoption("--kills"), 0
    for seed in range(times):
        for command in (*COMMANDS, ("export", database.with_suffix(".csv")), ("db", "check")):
            for old in database.parent.glob(f"{database.name}*"):
                old.unlink()
            database.write_bytes(flipped(sound, seed))
            result = tracker(*command)
            assert result.code in (0, 1), (seed, command)
            assert "fault in the program" not in result.err, (seed, command)
            assert "Traceback" not in result.err, (seed, command)
        seen += result.code
    found(f"{times} records with flipped bytes", f"no fault of the program; `db check` saw {seen}")
