"""`tracker countries` and `tracker types`: what the record holds of each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker import reference, settings
from tracker.cli.options import Database, EventFormat, Format, examples
from tracker.cli.output import chosen, print_lines, print_rows, say, width
from tracker.cli.words import learn
from tracker.errors import StoreError

PARTNERS = 3
"""Partners that a table at a terminal names."""


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command(
        epilog=examples(
            "tracker countries",
            "tracker countries --format csv > countries.csv",
            "tracker countries | sort -t $'\\t' -k 3 -n",
        )
    )(countries)
    app.command(
        epilog=examples(
            "tracker types",
            "tracker types --format json",
            "tracker types --check words.toml              what a words file adds, or what is wrong with it",
            "tracker --words words.toml types              the types with those that it adds",
        )
    )(types)


def countries(format: EventFormat = None, db: Database = None) -> None:
    """Each country on record, and whom it engaged most.

    Planned and cancelled engagements are not counted.
    """
    from tracker.store import open_reader

    with open_reader(settings.load(given={"database": db}).database) as reader:
        summaries = reader.country_summaries()
    most = PARTNERS if chosen(format) is Format.TABLE else None
    print_rows(
        [
            {
                "code": one.country,
                "country": _name(one.country),
                "events": one.events,
                "first": one.first.isoformat() if one.first else None,
                "last": one.last.isoformat() if one.last else None,
                "partners": dict(one.partners[:most]),
            }
            for one in summaries
        ],
        format,
    )


def types(
    context: typer.Context,
    check: Annotated[
        Path | None, typer.Option("--check", metavar="FILE", help="Say what a words file adds; 1 when it has mistakes.")
    ] = None,
    format: EventFormat = None,
    db: Database = None,
) -> None:
    """The event types, and how many events are on record.

    A words file adds types, the words that tell them, organisations, places and names. It is `words.toml` beside your
    config file, or what TRACKER_WORDS, the config file's `words` or `tracker --words` names.
    """
    from tracker.store import open_reader
    from tracker.views import glossary

    if check:
        check_file(check)
        return
    learn(context.obj)

    counts: dict[str, int] = {}
    try:
        with open_reader(settings.load(given={"database": db}).database) as reader:
            counts = reader.type_counts()
    except StoreError as error:
        say(f"without counts: {error}")
    kinds = reference.EVENT_TYPES.values()
    if chosen(format) is Format.TABLE:
        print_lines(glossary.lines(kinds, counts, width=width()))
    else:
        print_rows([glossary.record(kind, counts.get(kind.name, 0)) for kind in kinds], format)


def check_file(file: Path) -> None:
    """Prints what a words file adds, and says what is wrong with it; exit code 1 when anything is."""
    from tracker.views import glossary

    words, mistakes = reference.check_words(file)
    if words.triggers:
        from tracker.extract.lexicon import strangers, unlike

        mistakes += [reference.Mistake(one.line, unlike(one)) for one in strangers(words)]
    for mistake in sorted(mistakes):
        say(f"{file}, {mistake}")
    if mistakes:
        raise typer.Exit(1)
    print("\n".join(glossary.additions(words)) or "it adds nothing")


def _name(code: str) -> str:
    country = reference.country(code)
    return country.name if country else code
