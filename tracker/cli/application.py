"""The commands put together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group

from tracker import __version__
from tracker.cli.options import examples, show_help
from tracker.cli.words import learn

if TYPE_CHECKING:
    from typer._click import Command, Context

NAMES = {
    "demo": ("demo",),
    "ingest": ("ingest",),
    "reread": ("reread",),
    "look": ("timeline", "show"),
    "people": ("people",),
    "extract": ("extract", "dates"),
    "review": ("review",),
    "add": ("add",),
    "edit": ("edit", "delete", "restore"),
    "remark": ("tag", "note", "confirm", "reject"),
    "merging": ("merge", "split", "same", "different", "why"),
    "party": ("party",),
    "history": ("history", "undo", "redo"),
    "blame": ("blame",),
    "exporting": ("export",),
    "importing": ("import",),
    "reference": ("countries", "types"),
    "evaluate": ("evaluate",),
    "agreement": ("agreement",),
    "annotate": ("annotate",),
    "backup": ("backup", "restore-backup"),
    "database": ("db",),
}
"""By module, the commands that it registers, in the order in which help lists them."""


class Commands(TyperGroup):
    """The commands by name; a module is imported, and its commands made of their functions, when one is asked for."""

    def list_commands(self, ctx: Context) -> list[str]:
        """All of their names."""
        return [name for names in NAMES.values() for name in names]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """The command of that name; where there is none, all are made, so that the nearest can be suggested."""
        known = cmd_name in self.list_commands(ctx)
        for module, names in NAMES.items():
            if (cmd_name in names or not known) and names[0] not in self.commands:
                self.commands.update(made_of(module))
        return self.commands.get(cmd_name)


def made_of(module: str) -> Mapping[str, Command]:
    """The commands that a module registers."""
    part = typer.Typer(rich_markup_mode=None)
    import_module(f"tracker.cli.{module}").register(part)
    return get_group(part).commands


app = typer.Typer(
    name="tracker",
    cls=Commands,
    rich_markup_mode=None,  # plain help can be piped, and loads at once
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def print_version(asked: bool) -> None:
    """Prints it and ends, when it is asked for."""
    if asked:
        print(f"tracker {__version__}")
        raise typer.Exit


@app.callback(
    invoke_without_command=True,
    epilog=examples(
        "tracker demo                                  look at what it does",
        "tracker ingest articles/                      read articles into your database",
        "tracker timeline --country Japan              what Japan did, and when",
        "tracker timeline --country Japan --with Afghanistan --since 2021-08",
        "tracker --install-completion                  complete names and ids in your shell",
    ),
)
def tracker(
    context: typer.Context,
    *,
    words: Annotated[
        str | None,
        typer.Option("--words", metavar="FILE", help="Event types and names of your own; see `tracker types --help`."),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error comes from.")] = False,
) -> None:
    """Diplomatic engagements, read from articles into a dated, sourced record, and shown as timelines."""
    context.obj = words
    if context.invoked_subcommand not in (None, "types"):  # which looks at a file that may be wrong
        learn(words)
    show_help(context)


@cache
def commands() -> Command:
    """The group of them, the same throughout a process."""
    return get_command(app)
