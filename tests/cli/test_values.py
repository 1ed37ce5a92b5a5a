"""Values that are read without Typer are those that Typer would read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import typer

from tracker.cli.application import commands, made_of
from tracker.cli.contents import CONTENTS

TYPED = [
    "",
    "a b",
    "é",
    "\udce9",
    "0",
    "5",
    "007",
    "-5",
    "+5",
    "5_0",
    "٣",
    " 5",
    "0.5",
    "1.5",
    "1e3",
    ".5",
    "nan",
    "9" * 12,
]
WORDS = ["table", "TABLE", "json", "occurred", "any", "csv "]


def ours(module: str) -> Iterator[Any]:
    """The contexts of a module's commands and of the commands below them, made anew."""
    waiting = list(made_of(module).values())
    for command in waiting:
        waiting += getattr(command, "commands", {}).values()
        yield typer.Context(command)


def read(parameter: Any, value: object, context: Any) -> object:
    """What a parameter makes of a value, or what it says against it."""
    try:
        return parameter.get_runtime_param().coerce(value, param=parameter, ctx=context)
    except typer.BadParameter as error:
        return error.format_message()


@pytest.mark.parametrize("module", CONTENTS)
def test_every_option_reads_what_typer_reads(module: str) -> None:
    """Plain or not, given once, several times or not at all."""
    for context, other in zip(ours(module), ours(module), strict=True):
        alone = other.command.params  # of which nobody has asked for the values yet
        for plain, whole in zip(context.command.get_params(context), alone, strict=False):
            group = plain.multiple or plain.nargs == -1
            for text in (*TYPED, *WORDS, plain.default):
                value = (text, text) if group and isinstance(text, str) else text
                plain._runtime_param = None
                context.command.get_params(context)
                assert read(plain, value, context) == read(whole, value, other), (context.command.name, plain.name)


def test_a_plain_value_is_not_handed_to_typer() -> None:
    """And one that is not plain is, from then on."""
    context = next(one for one in ours("look") if one.command.name == "timeline")
    limit = next(one for one in context.command.get_params(context) if one.name == "limit")
    plainly = limit.get_runtime_param()
    assert (read(limit, "50", context), limit.get_runtime_param() is plainly) == (50, True)
    assert "greater than or equal to 1" in str(read(limit, "0", context))
    assert limit.get_runtime_param() is not plainly


def test_the_whole_group_reads_plainly() -> None:
    """Its own options too, among them the one that asks for help."""
    group = commands()
    found = group.get_params(typer.Context(group))
    assert {type(one.get_runtime_param()).__module__ for one in found} == {"tracker.cli.values"}
