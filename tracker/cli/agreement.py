"""`tracker agreement`: how far two coders agree, field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.evaluate import ReportFormat, told_in_a_line
from tracker.cli.options import examples
from tracker.cli.output import say
from tracker.errors import InputError

if TYPE_CHECKING:
    from tracker.evaluation import Agreement, Coded, Difference, FieldAgreement

Coder = Annotated[
    Path, typer.Argument(metavar="A", exists=True, help="A folder of labels, lines of events, or an export.")
]
Other = Annotated[Path, typer.Argument(metavar="B", exists=True, help="The same of the other coder.")]
Differences = Annotated[
    bool, typer.Option("--differences", help="List where they differ, with ids and quotations, before the figures.")
]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(
        epilog=examples(
            "tracker agreement ada.jsonl grace.jsonl",
            "tracker agreement labels-ada/ labels-grace/ --differences",
            "tracker agreement ada.xlsx grace.xlsx --format json | jq .fields.start.alpha",
        )
    )(agreement)


def agreement(
    one: Coder,
    other: Other,
    *,
    differences: Differences = False,
    format: Annotated[ReportFormat, typer.Option("--format", "-f", help="How to print it.")] = ReportFormat.TABLE,
) -> None:
    """Measure how far two coders agree: what both found, and in each field of it.

    Coders are folders that `tracker annotate` filled, what `tracker extract --format jsonl` printed, or exports. Events
    are paired as `tracker evaluate` pairs them; of the rest, those of the same date and countries whatever their types.

    "same" is the share of the pairs in which a field is exactly the same; alpha is Krippendorff's, which takes out
    what chance alone would give: 1 is perfect, 0 chance, and it is not defined where only one value occurs. Type,
    subtype, status, start, end, precision and place are nominal, "none" being a value; countries, organisations, people
    and roles are sets, whose distance is MASI, so that half a list counts for something.
    """
    from tracker.evaluation import agree, paired

    mine, theirs = _articles(one), _articles(other)
    folders = one.is_dir() and other.is_dir()
    for path, alone in ((one, mine.keys() - theirs.keys()), (other, theirs.keys() - mine.keys())):
        if folders and alone:
            say(f"left out, for only {path} has them: {', '.join(sorted(alone))}")
    codings = paired(mine, theirs, common=one.is_dir() or other.is_dir())
    if not codings:
        raise InputError(f"{one} and {other} have no article in common; they are matched by their names")
    found = agree(codings)
    if format is ReportFormat.JSON:
        listed = {"differences": [one.record() for one in found.differences]} if differences else {}
        print(json.dumps(found.record() | listed, ensure_ascii=False, indent=1))
    else:
        print(*_lines(found, differences=differences, names=(str(one), str(other))), sep="\n")


def _articles(path: Path) -> dict[str, list[Coded]]:
    """What a coder wrote, by article."""
    from tracker.evaluation import by_article, read_events, read_folder

    if path.is_dir():
        return read_folder(path)
    if path.suffix.lower() == ".jsonl" or (path.suffix.lower() == ".json" and _is_label(path)):
        return by_article(read_events(path))
    return {"": list(_exported(path))}


def _is_label(path: Path) -> bool:
    """Whether it is one article's labels, and no array of events."""
    return path.read_text(encoding="utf-8-sig").lstrip().startswith("{")


def _exported(path: Path) -> Iterator[Coded]:
    """The events of a table; raises InputError, naming the row, for one that cannot be read."""
    from tracker.evaluation import Coded
    from tracker.model import InvalidRow
    from tracker.views import rows, tables

    for row in tables.read(path):
        if isinstance(row, InvalidRow):
            raise InputError(f"{path}, {row}")
        try:
            event = rows.event(row.cells)
        except InputError as error:
            raise InputError(f"{path}, line {row.line}: {error}") from None
        yield Coded.of(event, id=event.id)


def _lines(found: Agreement, *, differences: bool, names: tuple[str, str]) -> Iterator[str]:
    """The report: differences first, so that the figures stay in sight."""
    if differences:
        for difference in found.differences:
            yield from _difference(difference)
        yield ""
    share = "" if found.share is None else f", {found.share:.0%} of all"
    yield f"A {names[0]}\nB {names[1]}\n"
    yield f"{found.both} events in both{share}; {found.only_one} only in A, {found.only_other} only in B"
    yield f"\n{'field':14} {'pairs':>5} {'same':>6} {'alpha':>6}  distance"
    for field in found.fields:
        yield _figures(field)


def _figures(field: FieldAgreement) -> str:
    shares = " ".join("     —" if value is None else f"{value:6.3f}" for value in (field.same, field.alpha))
    return f"{field.field:14} {field.pairs:5} {shares}  {field.distance}"


def _difference(found: Difference) -> Iterator[str]:
    """What they say of one event, with its ids, and the first quotation of each."""
    where = f"{found.document}: " if found.document else ""
    if found.one and found.other:
        yield f"differ  {where}{', '.join(found.fields)}"
    else:
        yield f"{'only A' if found.one else 'only B'}  {where}".rstrip(": ")
    sides = [(name, one) for name, one in (("A", found.one), ("B", found.other)) if one]
    for name, one in sides:
        yield f"  {name} {one.id or '—'}: {told_in_a_line(one)}{_values(one, found.fields)}"
    for quote in dict.fromkeys(quote for _, one in sides for quote in one.quotes[:1]):
        yield f"    “{quote}”"


def _values(one: Coded, fields: tuple[str, ...]) -> str:
    """The values that differ and do not stand in the line of an event."""
    told: dict[str, Any] = {
        "subtype": one.subtype,
        "people": "; ".join(sorted(one.people)),
        "roles": "; ".join(f"{role}: {', '.join(sorted(codes))}" for role, codes in sorted(one.roles.items())),
        "place": one.place.name,
    }
    return "".join(f" · {name} {told[name] or 'none'}" for name in fields if name in told)
