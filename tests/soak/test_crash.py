"""A writer that is killed loses nothing that it acknowledged, and leaves nothing half-written."""

from __future__ import annotations

import pytest

from tests.soak.commands import commands
from tests.soak.conftest import QUICK
from tests.soak.crash import Kills, killed
from tests.soak.tasks import tasks

_CONTROLS = 60
"""The most kills of a control: one of them must tear."""


def told(kills: Kills) -> str:
    """One row of the table."""
    return f"{kills.kills:4} kills: {kills.lost} lost, {kills.torn} torn, {kills.damaged} damaged, {kills.stuck} stuck"


@pytest.mark.parametrize("task", tasks(), ids=lambda task: task.name)
def test_a_killed_writer(task, tmp_path, pytestconfig, found) -> None:
    """Whatever was acknowledged is on record, all else is there whole or not at all, and the next run goes on."""
    kills = killed(task, tmp_path / "soak", times=pytestconfig.getoption("--kills"))
    found(task.name, told(kills))
    assert kills.sound, "\n".join(kills.examples)


def test_a_killed_command(tmp_path, pytestconfig, found) -> None:
    """The same of the commands themselves; in the long run with the extractor that comes with them."""
    times = pytestconfig.getoption("--kills")
    for number, task in enumerate(commands(tmp_path, reading=times > QUICK)):
        kills = killed(task, tmp_path / f"{number}", times=times)
        found(task.name, told(kills))
        assert kills.sound, "\n".join(kills.examples)


def test_a_writer_that_commits_row_by_row(tmp_path, pytestconfig, found) -> None:
    """Is found out: one of its kills leaves what no undisturbed run passes through."""
    chosen = [task for task in tasks() if task.name == "ingest" or pytestconfig.getoption("--kills") > QUICK]
    for number, task in enumerate(chosen):
        kills = killed(task, tmp_path / f"{number}", times=_CONTROLS, control=True)
        found(f"control: {task.name}", f"torn by kill {kills.kills}")
        assert kills.torn, f"{task.name} was killed {_CONTROLS} times, and nothing was torn"
