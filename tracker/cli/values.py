"""Values of options, read at once where they are plain; all others are left to Typer, which says what is wrong.

Typer loads Pydantic to make values of what was typed, which takes as long as all else that a timeline does. A text, a
number within its bounds and one of an enumeration's words need no such help.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Any, get_args, get_origin

if TYPE_CHECKING:
    from typer._click import Command, Context, Parameter
    from typer.models import ParameterInfo

_NUMBERS: dict[Any, re.Pattern[str]] = {
    int: re.compile(r"\d{1,9}", re.ASCII),
    float: re.compile(r"\d{1,9}(\.\d{1,9})?", re.ASCII),
}


def read_plainly(command: Command) -> None:
    """Has the plain values of a command's parameters, and of the commands below it, read here.

    Should a later Typer keep its own reading elsewhere, that goes on to read everything.
    """
    parameters = command.get_params

    def ours(ctx: Context) -> list[Parameter]:
        for parameter in (found := parameters(ctx)):
            if getattr(parameter, "_runtime_param", None) is None:
                parameter._runtime_param = _Plain()  # type: ignore[attr-defined]
        return found

    command.get_params = ours  # type: ignore[method-assign]
    for one in getattr(command, "commands", {}).values():
        read_plainly(one)


class _NotPlainError(Exception):
    """It takes Typer to read the value, or to say why it cannot be read."""


class _Plain:
    """Reads the values of one parameter until it meets one that is not plain, and then makes way for Typer."""

    def coerce(self, value: Any, param: Any, ctx: Context) -> Any:
        """The value that a command is called with, as Typer would make it."""
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        asked = param.type_descriptor
        try:
            return _read(value, asked.annotation, asked.parameter_info)
        except _NotPlainError:
            param._runtime_param = None
            return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def _read(value: Any, kind: Any, asked: ParameterInfo) -> Any:
    if get_origin(kind) is list and isinstance(value, (list, tuple)):
        return [_read(one, get_args(kind)[0], asked) for one in value]
    if asked.parser is None and kind is str and isinstance(value, str) and _in_the_encoding(value):
        return value
    if kind in _NUMBERS and not asked.clamp:
        return _number(value, kind, asked)
    if isinstance(kind, type) and issubclass(kind, Enum) and asked.case_sensitive:
        return _member(value, kind)
    raise _NotPlainError


def _in_the_encoding(text: str) -> bool:
    """Whether it holds no byte that is no letter where it was typed."""
    return text.isascii() or not re.search("[\ud800-\udfff]", text)


def _number(value: Any, kind: Any, asked: ParameterInfo) -> Any:
    if isinstance(value, str) and _NUMBERS[kind].fullmatch(value):
        value = kind(value)
    below = asked.min is not None and isinstance(value, kind) and value < asked.min
    above = asked.max is not None and isinstance(value, kind) and value > asked.max
    if type(value) is not kind or below or above:
        raise _NotPlainError
    return value


def _member(value: Any, kind: type[Enum]) -> Enum:
    for one in kind:
        if value in (one, one.value):
            return one
    raise _NotPlainError
