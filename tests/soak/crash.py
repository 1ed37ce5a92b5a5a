"""A writer killed at random moments, and what is left of its record.

    an undisturbed run ─▶ the state after every step
    a run that is killed ─▶ one of these states, none before the last acknowledged ─▶ the next run ─▶ the last of them

The kill is `SIGKILL` to the writer and all that it started. It comes as often after each step as after any other, at
any moment of the next one. The control is the same writer with every row committed by itself: it must leave states
that no undisturbed run passes through, or else the test could not find any.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.soak.state import damage, state
from tests.soak.tasks import Steps, Task
from tracker import store
from tracker.store import engine, revisions
from tracker.store.address import Address
from tracker.store.connect import revision


@dataclass(slots=True)
class Kills:
    """What became of a record whose writer was killed `kills` times; each of the others counts records, and must be 0.

    `lost` lacked something acknowledged, `torn` were in a state that no undisturbed run passes through, `damaged` had
    faults that SQLite or `tracker db check` found, `stuck` did not end as an undisturbed run does when run again.
    """

    task: str
    kills: int = 0
    lost: int = 0
    torn: int = 0
    damaged: int = 0
    stuck: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether nothing was ever lost."""
        return not (self.lost or self.torn or self.damaged or self.stuck)


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """The states that a record passes through, and how many seconds each step took, the end of the run too."""

    states: list[str]
    seconds: list[float]


def killed(task: Task, folder: Path, *, times: int, control: bool = False, seed: int = 1) -> Kills:
    """Kills a task that often and tells what was left; `folder` is made for it.

    A run that ended before its kill came does not count. The control ends with the first record that is torn.
    """
    folder.mkdir(parents=True)
    task.prepare(folder / "first.db")
    known = _undisturbed(task, folder)
    chance, tally = random.Random(f"{seed} {task.name}"), Kills(task.name)
    while tally.kills < times and not (control and tally.torn):
        path = _copy(folder, "killed")
        after = chance.randrange(len(known.seconds))
        wait = chance.random() * known.seconds[after] * 1.1
        acknowledged, came_in_time = _run_and_kill(task.steps, path, after=after, wait=wait, control=control)
        if came_in_time:
            tally.kills += 1
            for fault, found in _faults(task, path, acknowledged, known).items():
                setattr(tally, fault, getattr(tally, fault) + 1)
                tally.examples.append(f"{task.name}, killed {wait * 1000:.0f} ms after step {after}: {fault}: {found}")
    return tally


def _undisturbed(task: Task, folder: Path) -> Undisturbed:
    """One run for the states, and one that shows how long it takes when everything is loaded."""
    path = _copy(folder, "witnessed")
    states = [state(path), *(state(path) for _ in (task.witness or task.steps)(path, 0))]
    path, begun, seconds = _copy(folder, "timed"), time.monotonic(), []
    for _ in task.steps(path, 0):
        seconds.append(time.monotonic() - begun)
        begun = time.monotonic()
    seconds.append(time.monotonic() - begun)
    assert state(path) == states[-1], f"{task.name} does not end the same twice"
    return Undisturbed(states, seconds)


def _run_and_kill(steps: Steps, path: Path, *, after: int, wait: float, control: bool) -> tuple[int, bool]:
    """How many steps were acknowledged, and whether the kill came before the end."""
    here, there = os.pipe()
    process = os.fork()
    if process == 0:
        _tell(steps, path, there, control=control)
    os.close(there)
    acknowledged = 0
    while acknowledged < after and os.read(here, 1):
        acknowledged += 1
    time.sleep(wait)
    _kill(process)
    while os.read(here, 1):
        acknowledged += 1
    os.close(here)
    return acknowledged, os.WIFSIGNALED(os.waitpid(process, 0)[1])


def _tell(steps: Steps, path: Path, there: int, *, control: bool) -> None:
    """What the process does that will be killed: a byte is written when a step is acknowledged."""
    code = 1
    try:
        os.setpgid(0, 0)
        if control:
            engine._begin_immediate = lambda *_: None
        for _ in steps(path, 0):
            os.write(there, b".")
        code = 0
    finally:
        os._exit(code)


def _kill(process: int) -> None:
    """The process with all that it started; alone where it has not come to lead them yet."""
    try:
        os.killpg(process, signal.SIGKILL)
    except ProcessLookupError:
        os.kill(process, signal.SIGKILL)


def _faults(task: Task, path: Path, acknowledged: int, known: Undisturbed) -> dict[str, str]:
    """What is wrong with what is left, as `Kills` names it, and what was found."""
    faults = {}
    if problems := [*_problems(path), *damage(path)]:
        faults["damaged"] = problems[0]
    found = state(path)
    steps = len(known.states) - 1 - known.states[::-1].index(found) if found in known.states else -1
    if steps < 0:
        faults["torn"] = "a state that no undisturbed run passes through"
    elif steps < (len(known.states) - 1 if task.witness and acknowledged else acknowledged):
        faults["lost"] = f"{acknowledged} steps were acknowledged, {steps} are there"
    if stuck := _stuck(task, path, 0 if task.anew else max(steps, 0), known.states[-1]):
        faults["stuck"] = stuck
    return faults


def _stuck(task: Task, path: Path, first: int, last: str) -> str:
    """Why the next run does not end as an undisturbed run does; empty when it does."""
    try:
        for _ in task.steps(path, first):
            pass
    except Exception as error:  # whatever it is, a person could not go on
        return f"{type(error).__name__}: {error}"
    if state(path) != last:
        return "it ends in another state"
    return next(iter(_problems(path)), "")


def _problems(path: Path) -> list[str]:
    """What `tracker db check` finds; nothing in what is no record yet, or one of an older version."""
    if not path.exists() or revision(Address.read(str(path))) != revisions.HEAD:
        return []
    return store.check(str(path))


def _copy(folder: Path, name: str) -> Path:
    """The record that the task begins with, in a folder of its own."""
    shutil.rmtree(folder / name, ignore_errors=True)
    (folder / name).mkdir()
    path = folder / name / "record.db"
    if (folder / "first.db").exists():
        shutil.copy(folder / "first.db", path)
    return path
