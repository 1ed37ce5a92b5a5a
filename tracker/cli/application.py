"""The commands put together."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker import __version__
from tracker.cli import (
    add,
    agreement,
    annotate,
    blame,
    database,
    demo,
    edit,
    evaluate,
    extract,
    history,
    importing,
    ingest,
    look,
    merging,
    party,
    people,
    reference,
    remark,
    reread,
    review,
    transfer,
)
from tracker.cli.options import examples, show_help
from tracker.cli.words import learn

app = typer.Typer(
    name="tracker",
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


for group in (
    *(demo, ingest, reread, look, people, extract),
    *(review, add, edit, remark, merging, party, history, blame, transfer, importing),
    *(reference, evaluate, agreement, annotate, database),
):
    group.register(app)
