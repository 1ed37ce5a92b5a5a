"""Every command tells what it does, what each option means, and shows how it is used."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tracker.cli.application import commands, made_of
from tracker.cli.contents import CONTENTS

Tracker = Callable[..., Any]


def names() -> list[tuple[str, ...]]:
    """All command lines that ask for help, groups included."""
    group = commands()
    made = {name: group.get_command(None, name) for name in group.list_commands(None)}
    return [(), *((name,) for name in made), *((name, inner) for name in made for inner in _inner(made[name]))]


def _inner(command: Any) -> list[str]:
    return list(getattr(command, "commands", ()))


@pytest.mark.parametrize("command", names(), ids=" ".join)
def test_every_command_has_examples_of_itself(tracker: Tracker, command: tuple[str, ...]) -> None:
    shown = tracker(*command, "--help")
    assert shown.code == 0
    assert re.search(rf"Examples:\n(.*\n)*.*{' '.join(('tracker', *command))}", shown.out)


@pytest.mark.parametrize("command", names(), ids=" ".join)
def test_every_option_is_explained(tracker: Tracker, command: tuple[str, ...]) -> None:
    options = re.search(r"^Options:\n((?:  .*\n)+)", tracker(*command, "--help").out, re.MULTILINE)
    assert options is not None
    unexplained = re.findall(r"^  -.*\S$(?=\n  -|\n?\Z)", options[1], re.MULTILINE)
    assert [line for line in unexplained if "  " not in line.strip()] == []


def test_nothing_asked_shows_the_help(tracker: Tracker) -> None:
    shown = tracker()
    assert "Usage: tracker" in shown.out + shown.err


@pytest.mark.parametrize("module", CONTENTS)
def test_a_module_has_the_commands_that_it_is_imported_for(module: str) -> None:
    """And each says of itself what the list of commands says of it."""
    made = {name: command.get_short_help_str(1000) for name, command in made_of(module).items()}
    assert made == CONTENTS[module]
