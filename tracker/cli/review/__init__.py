"""`tracker review`: the events that a person should look at, what matters most first, and what is decided of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
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
from tracker.cli.output import print_rows, say
from tracker.errors import UsageError
from tracker.model import Filter, Review
from tracker.review import Kind

if TYPE_CHECKING:
    from tracker.cli.review.desk import Desk
    from tracker.review import Entry

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


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of the queue is meant; with `skipped` what was put off, too."""

    filter: Filter
    kinds: tuple[Kind, ...] = ()
    limit: int | None = None
    skipped: bool = False


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
    asked = Asked(
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
        from tracker.cli.review import files

        files.apply(from_file, chosen, reason, dry_run=dry_run)
    elif to_file:
        from tracker.cli.review import files

        files.write(to_file, _entries(asked, chosen)[0], chosen.database)
    elif format:
        _print(_entries(asked, chosen)[0], format)
    else:
        _sit(asked, chosen, reason, full=full)


def _require_one_way(
    *, full: bool, to_file: Path | None, from_file: Path | None, format: Format | None, dry_run: bool
) -> None:
    given = [bool(way) for way in (full, to_file, from_file, format)]
    if sum(given) > 1:
        raise UsageError("give only one of --full, --to-file, --from-file and --format")
    if dry_run and not from_file:
        raise UsageError("--dry-run goes with --from-file")


def _sit(asked: Asked, chosen: settings.Settings, reason: str, *, full: bool) -> None:
    """Asks a person about one event after another, or prints them where nobody is there."""
    from tracker.cli.review.keys import keys
    from tracker.cli.review.plain import sit

    entries, put_off = _entries(asked, chosen)
    if not entries:
        say(f"nothing to review{_before(put_off)}")
        return
    run: Callable[[Desk], object]
    if full:
        run = _full_screen()
    elif answers := keys():
        run = partial(sit, answers)
    else:
        _print(entries, None)
        say(f"{len(entries)} to review{_before(put_off)}; {_GO_ON}")
        return
    with _desk(entries, put_off, chosen, reason) as desk:
        run(desk)
    print(desk.summary())


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


@contextmanager
def _desk(entries: Sequence[Entry], put_off: int, chosen: settings.Settings, reason: str) -> Iterator[Desk]:
    """The queue with everything that it takes to decide on it."""
    from tracker import resolve, store
    from tracker.cli.editor import by_editor
    from tracker.cli.review.desk import Desk
    from tracker.review import Queue, Skips

    with store.open_recorder(chosen.database, author=chosen.author, command="review") as recorder:
        queue = Queue(
            entries=entries,
            read=lambda: store.open_reader(chosen.database),
            recorder=recorder,
            resolver=resolve,
            skips=Skips(settings.skips_file(chosen.database)),
            today=date.today(),
            reason=reason,
        )
        yield Desk(queue, chosen.database, by_editor, put_off)


def _entries(asked: Asked, chosen: settings.Settings) -> tuple[list[Entry], int]:
    """What waits, and how many more were put off before."""
    from tracker import store
    from tracker.review import Skips, waiting

    skips = Skips(settings.skips_file(chosen.database))
    with store.open_reader(chosen.database) as reader:
        found = waiting(reader, asked.filter, today=date.today(), kinds=asked.kinds)
    left = [entry for entry in found if asked.skipped or not skips.covers(entry.event, entry.reasons)]
    return left[: asked.limit], len(found) - len(left)


def _print(entries: Sequence[Entry], format: Format | None) -> None:
    """The queue as a list: whole objects where they can be told, else a line each."""
    from tracker.review import weight
    from tracker.views import objects, waiting

    if format in (Format.JSON, Format.JSONL):
        print_rows([objects.stored_record(one.event) | _reasons(one) for one in entries], format)
    else:
        rows = [waiting.record(one.event, [why.text for why in one.reasons], weight(one.reasons)) for one in entries]
        print_rows(rows, format)


def _reasons(entry: Entry) -> dict[str, object]:
    from tracker.review import weight

    told = [{"kind": one.kind.value, "weight": one.weight, "text": one.text} for one in entry.reasons]
    return {"weight": round(weight(entry.reasons), 1), "reasons": told}


def _before(put_off: int) -> str:
    return f" ({put_off} skipped before; --skipped shows them)" if put_off else ""
