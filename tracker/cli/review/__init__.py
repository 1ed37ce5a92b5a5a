"""`tracker review`: the events that a person should look at, what matters most first, and what is decided of them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker import settings
from tracker.cli import filters
from tracker.cli.filters import (
    As,
    Countries,
    CountryAs,
    Organisations,
    Partners,
    People,
    Places,
    Reviews,
    Statuses,
    Tags,
    Types,
    Words,
)
from tracker.cli.options import Author, Database, EventFormat, Format, MinConfidence, Reason, Since, Until, examples
from tracker.cli.output import say
from tracker.errors import UsageError
from tracker.model import Review
from tracker.review import Kind

if TYPE_CHECKING:
    from tracker.cli.review.desk import Desk, Waiting

_GO_ON = "at a terminal `tracker review` asks about each; --to-file FILE takes them to a spreadsheet"

Only = Annotated[
    list[Kind],
    typer.Option("--only", metavar="WHY", help=f"Only for this reason: {', '.join(Kind)}; given twice, either."),
]
Limit = Annotated[
    int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="At most so many, those that matter most.")
]
Skipped = Annotated[bool, typer.Option("--skipped", help="What you skipped before, too.")]
Full = Annotated[bool, typer.Option("--full", help="On the full screen, with the article beside; takes a mouse.")]
ToFile = Annotated[
    Path | None,
    typer.Option(
        "--to-file",
        metavar="FILE",
        dir_okay=False,
        help="Write the queue to a .csv, .tsv, .xlsx or .jsonl file to decide in.",
    ),
]
FromFile = Annotated[
    Path | None,
    typer.Option(
        "--from-file", metavar="FILE", dir_okay=False, help="Do what was decided in such a file, all or nothing."
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="With --from-file: say what would happen, and change nothing.")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(
        epilog=examples(
            "tracker review                                one after another, a key each",
            "tracker review -c Japan --only passed         plans whose day has passed",
            "tracker review --full                         with the article beside",
            "tracker review --to-file queue.xlsx           decide in a spreadsheet",
            "tracker review --from-file queue.xlsx --dry-run",
            "tracker review --format jsonl | jq -r '.reasons[].text'",
        )
    )(review)


def review(
    *,
    country: Countries = [],
    partner: Partners = [],
    country_as: As = CountryAs.ANY,
    kind: Types = [],
    person: People = [],
    organisation: Organisations = [],
    place: Places = [],
    status: Statuses = [],
    tag: Tags = [],
    review: Reviews = [],
    since: Since = None,
    until: Until = None,
    text: Words = "",
    min_confidence: MinConfidence = 0.0,
    only: Only = [],
    limit: Limit = None,
    skipped: Skipped = False,
    full: Full = False,
    to_file: ToFile = None,
    from_file: FromFile = None,
    dry_run: DryRun = False,
    format: EventFormat = None,
    reason: Reason = "",
    author: Author = None,
    db: Database = None,
) -> None:
    """Look at what matters most, and decide: one event after another, each with its quotation.

    What is read with little confidence comes first, then what may be on record twice, what sources differ on, and
    plans whose day has passed; then all that nobody has looked at. Each decision is on record at once and signed;
    stop when you like, and the same command goes on. Piped, keys are read from standard input, one a line; where
    there are none, the queue is printed.
    """
    _require_one_way(full=full, to_file=to_file, from_file=from_file, format=format, dry_run=dry_run)
    from tracker.cli.review import desk, files, listing

    asked = desk.Asked(
        filters.asked(
            country=country,
            partner=partner,
            country_as=country_as.value,
            kind=kind,
            person=person,
            organisation=organisation,
            place=place,
            status=status,
            tag=tag,
            review=review or [Review.UNREVIEWED],
            since=since,
            until=until,
            text=text,
            min_confidence=min_confidence,
        ),
        tuple(only),
        limit,
        skipped,
    )
    chosen = settings.load(given={"database": db, "author": author})
    if from_file:
        files.apply(from_file, chosen, reason, dry_run=dry_run)
        return
    waiting = desk.waiting(asked, chosen.database)
    if to_file:
        files.write(to_file, waiting.entries, chosen.database)
    elif format:
        listing.print_queue(waiting.entries, format)
    elif waiting.entries:
        _sit(waiting, chosen, reason, full=full)
    else:
        say(f"nothing to review{waiting.put_off_told}")


def _require_one_way(
    *, full: bool, to_file: Path | None, from_file: Path | None, format: Format | None, dry_run: bool
) -> None:
    given = [bool(way) for way in (full, to_file, from_file, format)]
    if sum(given) > 1:
        raise UsageError("give only one of --full, --to-file, --from-file and --format")
    if dry_run and not from_file:
        raise UsageError("--dry-run goes with --from-file")


def _sit(waiting: Waiting, chosen: settings.Settings, reason: str, *, full: bool) -> None:
    """Asks a person about one event after another, or prints them where nobody is there."""
    from tracker.cli.review import desk, listing, plain
    from tracker.cli.review.keys import keys

    run: Callable[[Desk], object]
    if full:
        run = _full_screen()
    elif answers := keys():
        run = partial(plain.sit, answers)
    else:
        listing.print_queue(waiting.entries, None)
        say(f"{len(waiting.entries)} to review{waiting.put_off_told}; {_GO_ON}")
        return
    with desk.opened(waiting, chosen, reason) as sitting:
        run(sitting)
    print(sitting.summary())


def _full_screen() -> Callable[[Desk], object]:
    """What runs the full screen; raises UsageError where it cannot."""
    try:
        from tracker.cli.review.screen import Screen
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] != "textual":
            raise
        raise UsageError(
            "--full needs Textual: `pip install 'diplomatic-tracker[full]'`; without --full it asks in lines"
        ) from None
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("--full needs a terminal; without it, --to-file and --format take the queue elsewhere")
    return lambda desk: Screen(desk).run()
