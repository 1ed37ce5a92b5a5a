"""`tracker merge`, `split`, `same`, `different` and `why`: which reports are of one engagement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from tracker import settings
from tracker.cli.options import Author, Database, EventFormat, Id, Reason, complete_id, examples
from tracker.cli.output import print_stacked, say
from tracker.errors import UsageError
from tracker.model import Claim, Judgement
from tracker.views import claims
from tracker.views.stacked import Entry

Ids = Annotated[
    list[str],
    typer.Argument(
        metavar="ID ID...", help="The event that stays, then those that go into it.", autocompletion=complete_id
    ),
]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The other event's id.", autocompletion=complete_id)]
Mentions = Annotated[
    list[int], typer.Option("--mention", "-m", metavar="N", help="Its number in `tracker why ID`; may be given again.")
]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command(epilog=examples("tracker merge 7c1a 81d6", "tracker merge 7c1a 81d6 92e7 --reason 'one visit'"))(merge)
    app.command(epilog=examples("tracker split 7c1a --mention 12", "tracker split 7c1a -m 12 -m 15"))(split)
    app.command(epilog=examples("tracker same 7c1a 81d6"))(same)
    app.command(epilog=examples("tracker different 7c1a 81d6 --reason 'two meetings in one week'"))(different)
    app.command(epilog=examples("tracker why 7c1a", "tracker why 7c1a --format json | jq '.[].reasons'"))(why)


def merge(ids: Ids, *, reason: Reason = "", author: Author = None, db: Database = None) -> None:
    """Make one event of several.

    The first keeps its id, and the others' ids lead to it. What articles say of all of them is weighed together; what
    a person said stands before it. `split`, `different` and `undo` take it apart again.
    """
    if len(ids) < 2:
        raise UsageError("give the event that stays, and at least one that goes into it")
    _merge(ids, "merge", reason=reason, author=author, db=db)


def same(id: Id, other: Other, *, reason: Reason = "", author: Author = None, db: Database = None) -> None:
    """Say that two events are one: the other goes into the first, as with `merge`."""
    _merge([id, other], "same", reason=reason, author=author, db=db)


def different(id: Id, other: Other, *, reason: Reason = "", author: Author = None, db: Database = None) -> None:
    """Say that two events are not one; if one went into the other, it comes out again as it was."""
    from tracker import resolve
    from tracker.store import open_recorder

    chosen = settings.load(given={"database": db, "author": author})
    with open_recorder(chosen.database, author=chosen.author, command="different", existing=True) as recorder:
        if recorder.part(id, other, resolve, reason):
            print(f"{other} is not {id}")
        else:
            say("that was decided before; nothing changed")


def split(id: Id, *, mention: Mentions, reason: Reason = "", author: Author = None, db: Database = None) -> None:
    """Give some of an event's quotations to an event of their own; print its id.

    When they are all that came with an event merged into it, that event comes back.
    """
    from tracker import resolve
    from tracker.store import open_recorder

    chosen = settings.load(given={"database": db, "author": author})
    with open_recorder(chosen.database, author=chosen.author, command="split", existing=True) as recorder:
        print(recorder.split(id, set(mention), resolve, reason))


def why(
    id: Id,
    *,
    withdrawn: Annotated[bool, typer.Option("--all", help="What was withdrawn since, too.")] = False,
    format: EventFormat = None,
    db: Database = None,
) -> None:
    """Why the quotations of an event were taken for one, and which others it may be.

    Each with what its source claims, the probability that was found, and what spoke for and against it.
    """
    from tracker.store import open_reader

    with open_reader(settings.load(given={"database": db}).database) as reader:
        judgements = reader.judgements(id)
        told = {claim.number: claim for claim in reader.claims_of(id)}
    shown = [one for one in judgements if withdrawn or one.live]
    if not shown:
        withdrawn_too = ", or what did was withdrawn (`--all` shows it)" if judgements else ""
        say(f"no quotation supports {id}, as none does an event entered by hand{withdrawn_too}")
    print_stacked([_row(one, told.get(one.mention or 0)) for one in shown], _entry, format)


def _row(judgement: Judgement, claim: Claim | None) -> dict[str, Any]:
    return {
        "mention": judgement.mention,
        "decided": claims.decided(judgement) + ("" if judgement.live else " (withdrawn)"),
        "probability": None if judgement.score is None else round(judgement.score, 2),
        "by": judgement.author,
        "command": judgement.command,
        "when": f"{judgement.at:%Y-%m-%d %H:%M}",
        "claims": claims.told(claim.mention) if claim else "",
        "reasons": [*judgement.reasons, *filter(None, (judgement.reason,))],
        "sources": [claims.quoted(claim)] if claim else [],
    }


def _entry(row: Mapping[str, Any]) -> Entry:
    """A judgement as it is read at a terminal: what was decided, by whom, of what, and why."""
    sure = "" if row["probability"] is None else f"{row['probability']:.2f} probable"
    return Entry(
        "",
        " · ".join(filter(None, (row["decided"], sure))),
        [
            ("by", f"{row['by']}, {row['command']}, {row['when']}"),
            ("claims", row["claims"]),
            *(("quoted", quotation) for quotation in row["sources"]),
            *(("because", reason) for reason in row["reasons"]),
        ],
    )


def _merge(ids: list[str], command: str, *, reason: str, author: str | None, db: str | None) -> None:
    from tracker import resolve
    from tracker.store import open_recorder

    chosen = settings.load(given={"database": db, "author": author})
    with open_recorder(chosen.database, author=chosen.author, command=command, existing=True) as recorder:
        into = recorder.merge(ids, resolve, reason)
    print(f"{', '.join(ids[1:])} went into {into}; `tracker undo` takes it back")
