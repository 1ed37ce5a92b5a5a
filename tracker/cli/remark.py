"""`tracker tag`, `note`, `confirm` and `reject`: what a person says of events, and not of what they tell."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.bulk import MaybeIds, Selection, Signed, Where, Yes, revise
from tracker.cli.options import Author, Database, Reason, examples
from tracker.errors import UsageError
from tracker.model import Event, Review


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command(
        epilog=examples(
            "tracker tag 7c1a 81d6 --add envoys --add kabul",
            "tracker tag --where country=Japan --where until=2021-08 --add before-takeover --yes",
            "tracker tag 7c1a --remove kabul",
            "tracker timeline --tag envoys",
        )
    )(tag)
    app.command(
        epilog=examples(
            "tracker note 7c1a --text 'the ministry gives another day'",
            "tracker note 7c1a --text 'settled' --replace",
        )
    )(note)
    app.command(
        epilog=examples("tracker confirm 7c1a 81d6", "tracker confirm --where tag=checked --where review=unreviewed")
    )(confirm)
    app.command(epilog=examples("tracker reject 7c1a --reason 'an opinion, no engagement'"))(reject)


def tag(
    ids: MaybeIds = [],
    *,
    add: Annotated[list[str], typer.Option("--add", "-a", metavar="WORD", help="A tag to give.")] = [],
    remove: Annotated[list[str], typer.Option("--remove", metavar="WORD", help="A tag to take away.")] = [],
    where: Where = [],
    yes: Yes = False,
    reason: Reason = "",
    author: Author = None,
    db: Database = None,
) -> None:
    """Give tags to events, or take them away."""
    if not (add or remove):
        raise UsageError("no tag is given; write --add WORD or --remove WORD")

    def revision(event: Event) -> dict[str, object]:
        return {"tags": tuple(one for one in (*event.tags, *add) if one not in remove)}

    revise(Selection(ids, where, yes), revision, Signed("tag", reason, author, db))


def note(
    ids: MaybeIds = [],
    *,
    text: Annotated[str, typer.Option("--text", "-m", metavar="TEXT", help="What to note.")],
    replace: Annotated[bool, typer.Option("--replace", help="Instead of what is noted; else below it.")] = False,
    where: Where = [],
    yes: Yes = False,
    reason: Reason = "",
    author: Author = None,
    db: Database = None,
) -> None:
    """Add a line to the note of events."""

    def revision(event: Event) -> dict[str, object]:
        return {"note": text if replace or not event.note else f"{event.note}\n{text}"}

    revise(Selection(ids, where, yes), revision, Signed("note", reason, author, db))


def confirm(
    ids: MaybeIds = [],
    *,
    where: Where = [],
    yes: Yes = False,
    reason: Reason = "",
    author: Author = None,
    db: Database = None,
) -> None:
    """Say that events are right as a whole; `tracker undo` takes it back."""
    _review(Selection(ids, where, yes), Review.CONFIRMED, Signed("confirm", reason, author, db))


def reject(
    ids: MaybeIds = [],
    *,
    where: Where = [],
    yes: Yes = False,
    reason: Reason = "",
    author: Author = None,
    db: Database = None,
) -> None:
    """Say that events are none.

    They leave the timeline, and articles that tell them again do not bring them back; `tracker undo` does.
    """
    _review(Selection(ids, where, yes), Review.REJECTED, Signed("reject", reason, author, db))


def _review(selection: Selection, review: Review, signed: Signed) -> None:
    revise(selection, lambda event: {"review": review}, signed)
