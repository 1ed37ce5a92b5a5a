"""Every command tells what it does, what each option means, and shows how it is used."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import typer.main

from tracker.cli.application import app

Tracker = Callable[..., Any]


def commands() -> list[tuple[str, ...]]:
    """All command lines that ask for help, groups included."""
    found: list[tuple[str, ...]] = [()]
    group = typer.main.get_command(app)
    for name, command in group.commands.items():
        found.append((name,))
        found += [(name, inner) for inner in getattr(command, "commands", ())]
    return found


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_command_has_examples_of_itself(tracker: Tracker, command: tuple[str, ...]) -> None:
    shown = tracker(*command, "--help")
    assert shown.code == 0
    assert re.search(rf"Examples:\n(.*\n)*.*{' '.join(('tracker', *command))}", shown.out)


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_option_is_explained(tracker: Tracker, command: tuple[str, ...]) -> None:
    options = re.search(r"^Options:\n((?:  .*\n)+)", tracker(*command, "--help").out, re.MULTILINE)
    assert options is not None
    unexplained = re.findall(r"^  -.*\S$(?=\n  -|\n?\Z)", options[1], re.MULTILINE)
    assert [line for line in unexplained if "  " not in line.strip()] == []


def test_nothing_asked_shows_the_help(tracker: Tracker) -> None:
    shown = tracker()
    assert "Usage: tracker" in shown.out + shown.err
