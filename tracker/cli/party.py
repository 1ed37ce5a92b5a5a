"""`tracker party`: which names are one party's, as a person decides it."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker import settings
from tracker.cli.options import Author, Database, EventFormat, Reason, examples, show_help
from tracker.cli.output import print_rows, say
from tracker.views.people import decided

Into = Annotated[
    str,
    typer.Argument(metavar="PARTY", help="Its number in `tracker people`, or its name, 'Name (AFG)' if need be."),
]
Others = Annotated[list[str], typer.Argument(metavar="OTHER...", help="Those that go under its name.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The other one.")]
Names = Annotated[list[str], typer.Argument(metavar="NAME...", help="Other names of the same party.")]


def register(app: typer.Typer) -> None:
    """Adds the group."""
    group = typer.Typer(help="Names of people, organisations and countries: joined, and told apart.")
    group.callback(invoke_without_command=True)(show_help)
    group.command(
        epilog=examples(
            "tracker party merge 12 15",
            "tracker party merge 'Sirajuddin Haqqani' 'Siraj Haqqani' --reason 'one minister'",
            "tracker party merge Afghanistan 'Islamic Emirate'",
        )
    )(merge)
    group.command(
        epilog=examples("tracker party separate 12 15", "tracker party separate 'Khalil Haqqani' 'Haqqani (AFG)'")
    )(separate)
    group.command(epilog=examples("tracker party alias 'Amir Khan Muttaqi' 'Mawlawi Muttaqi' 'Mottaki'"))(alias)
    group.command("list", epilog=examples("tracker party list", "tracker party list --all --format json"))(decisions)
    app.add_typer(group, name="party", epilog=examples("tracker party merge 12 15", "tracker party list"))


def merge(into: Into, others: Others, *, reason: Reason = "", author: Author = None, db: Database = None) -> None:
    """Say that several names are one party's: the others go under the first's name.

    Events keep the name that their sources print; `timeline --person`, `--country` and `people` find all of them.
    `separate` and `tracker undo` take it back.
    """
    from tracker.store import open_recorder

    chosen = settings.load(given={"database": db, "author": author})
    with open_recorder(chosen.database, author=chosen.author, command="party merge", existing=True) as recorder:
        party, joined = recorder.join(into, others, reason)
    verb = "is" if len(joined) == 1 else "are"
    print(f"{', '.join(map(str, joined))} {verb} {party} from now on; `tracker undo` takes it back")


def separate(one: Into, other: Other, *, reason: Reason = "", author: Author = None, db: Database = None) -> None:
    """Say that two names are two parties'; one that went under the other's name stands for itself again."""
    from tracker.store import open_recorder

    chosen = settings.load(given={"database": db, "author": author})
    with open_recorder(chosen.database, author=chosen.author, command="party separate", existing=True) as recorder:
        first, second, news = recorder.tell_apart(one, other, reason)
    if news:
        print(f"{second} is not {first}; `tracker undo` takes it back")
    else:
        say("that was decided before; nothing changed")


def alias(party: Into, names: Names, *, reason: Reason = "", author: Author = None, db: Database = None) -> None:
    """Give a party other names, whether any article prints them yet or not."""
    from tracker.store import open_recorder

    chosen = settings.load(given={"database": db, "author": author})
    with open_recorder(chosen.database, author=chosen.author, command="party alias", existing=True) as recorder:
        named = recorder.name(party, names, reason)
    print(f"{named} is also called {'; '.join(named.aliases)}; `tracker undo` takes it back")


def decisions(
    *,
    withdrawn: Annotated[bool, typer.Option("--all", help="What was withdrawn since, too.")] = False,
    format: EventFormat = None,
    db: Database = None,
) -> None:
    """What was decided of names, the oldest first."""
    from tracker.store import open_reader

    with open_reader(settings.load(given={"database": db}).database) as reader:
        namings = [one for one in reader.parties.namings() if withdrawn or one.live]
    print_rows(
        [
            {
                "party": one.party.number,
                "decided": decided(one) + ("" if one.live else " (withdrawn)"),
                "by": one.author,
                "command": one.command,
                "when": f"{one.at:%Y-%m-%d %H:%M}",
                "reason": one.reason,
            }
            for one in namings
        ],
        format,
    )
