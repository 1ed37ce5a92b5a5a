"""`tracker evaluate`: how well articles are read, measured on labelled ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from tracker import settings
from tracker.cli.extractors import Choice, Which, opened, sure_enough
from tracker.cli.options import MinConfidence, examples
from tracker.cli.output import say_unreadable
from tracker.errors import InputError
from tracker.model import Document, Precision, TimeSpan, Unreadable

if TYPE_CHECKING:
    from tracker.evaluation import Bin, Coded, Fault, Figures, Half, Labelled, Scored


class Only(StrEnum):
    """Which of the numbered articles."""

    ODD = "odd"
    EVEN = "even"


class ReportFormat(StrEnum):
    """How figures are printed."""

    TABLE = "table"
    JSON = "json"


Folder = Annotated[
    Path, typer.Argument(metavar="GOLD_DIR", exists=True, file_okay=False, help="NAME.txt, each with its NAME.json.")
]
Predictions = Annotated[
    Path | None,
    typer.Option(
        "--predictions",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="Measure NAME.jsonl of this folder, which any program may have written, instead of reading the articles.",
    ),
]
OnlyHalf = Annotated[Only | None, typer.Option("--only", help="Only the files whose number is odd, or even.")]
Errors = Annotated[bool, typer.Option("--errors", help="List what was missed, invented or wrong, with its quotes.")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(
        epilog=examples(
            "tracker evaluate labelled/",
            "tracker evaluate labelled/ --only odd --errors",
            "tracker evaluate labelled/ --min-confidence 0.8 --format json | jq .detected",
            "tracker evaluate labelled/ --predictions elsewhere/",
        )
    )(evaluate)


def evaluate(
    folder: Folder,
    *,
    predictions: Predictions = None,
    extractor: Choice = Which.RULES,
    only: OnlyHalf = None,
    min_confidence: MinConfidence = 0.0,
    errors: Errors = False,
    format: Annotated[ReportFormat, typer.Option("--format", "-f", help="How to print it.")] = ReportFormat.TABLE,
) -> None:
    """Measure how well articles are read, on articles that somebody has labelled.

    An event is detected when one of its type, countries and time was found; dated when its days and precision are
    exactly the label's; complete when its countries, status and the country of its place are too. The last table
    tells what confidence is worth: of the events at 0.9, nine in ten should have been right.
    """
    from tracker.evaluation import calibrate, compare, faults, measure, read_labels, read_predictions

    labelled = read_labels(folder, only=cast("Half | None", only and only.value))
    failures: list[Unreadable] = []
    found = read_predictions(predictions, labelled) if predictions else _extracted(labelled, extractor, failures)
    compared = [
        compare(one.name, one.events, [event for event in events if sure_enough(event, min_confidence)])
        for one, events in found
    ]
    figures, bins = measure(compared), calibrate(compared)
    wrong = list(faults(compared)) if errors else []
    if format is ReportFormat.JSON:
        _print_json(figures, bins, wrong if errors else None)
    else:
        print(*_lines(figures, bins, wrong), sep="\n")
    if failures:
        raise typer.Exit(1)


def _extracted(
    labelled: Sequence[Labelled], which: Which, failures: list[Unreadable]
) -> Iterator[tuple[Labelled, list[Coded]]]:
    """Each article with what the extractor finds; one that it fails on counts as read without finding anything."""
    from tracker import pipeline
    from tracker.evaluation import Coded

    with opened(which, settings.load(given={})) as (readers, _):
        read = pipeline.extract(map(_article, labelled), readers)
        for one, outcome in zip(labelled, read, strict=True):
            if isinstance(outcome, Unreadable):
                failures.append(outcome)
                say_unreadable(outcome)
                yield one, []
            else:
                yield one, [Coded.of(mention) for mention in outcome[1]]


def _article(labelled: Labelled) -> Document:
    """The text of labels; raises InputError where it cannot be read."""
    from tracker.documents import Given, read

    published = labelled.published.read_as(basis="given") if labelled.published else None
    [document] = read([str(labelled.text)], given=Given(published=published))
    if isinstance(document, Unreadable):
        raise InputError(f"{document.name} {document.message}")
    return document


def _print_json(figures: Figures, bins: Iterable[Bin], wrong: Sequence[Fault] | None) -> None:
    import json

    report: dict[str, Any] = figures.record() | {"calibration": [one.record() for one in bins]}
    if wrong is not None:
        report["errors"] = [fault.record() for fault in wrong]
    print(json.dumps(report, ensure_ascii=False, indent=1))


def _lines(figures: Figures, bins: Sequence[Bin], wrong: Sequence[Fault]) -> Iterator[str]:
    """The report: errors first, so that the figures stay in sight."""
    for fault in wrong:
        yield from _fault(fault)
    yield f"{figures.documents} documents: {figures.detected.labelled} events labelled, {figures.detected.found} found"
    yield f"\n{'':15} precision  recall     F1"
    for name in ("detected", "dated", "complete"):
        yield f"{name:15} {_scored(getattr(figures, name))}"
    yield "\nright in the detected"
    for name, part in figures.attributes.items():
        yield f"  {name:13} {'   —' if part is None else f'{part:9.3f}'}"
    yield "\ntype            precision  recall     F1  detected  labelled  invented"
    for name, scored in figures.by_type.items():
        counts = f"{scored.right:9} {scored.labelled:9} {scored.found - scored.right:9}"
        yield f"{name:15} {_scored(scored)} {counts}"
    if bins:
        yield "\nconfidence         events   mean  detected  complete"
        for one in bins:
            parts = f"{one.predicted:6.3f} {one.detected:9.3f} {one.complete:9.3f}"
            yield f"{one.low:.1f} to {one.high:.1f} {one.events:14} {parts}"


def _scored(scored: Scored) -> str:
    return f"{scored.precision:9.3f} {scored.recall:7.3f} {scored.f1:6.3f}"


def _fault(fault: Fault) -> Iterator[str]:
    told = " → ".join(told_in_a_line(one) for one in (fault.label, fault.found) if one)
    what = f" ({', '.join(fault.wrong)})" if fault.wrong else ""
    yield f"{fault.kind:8} {fault.document}{what}: {told}"
    if fault.quote:
        yield f"         “{fault.quote}”"


def told_in_a_line(one: Coded) -> str:
    """A coded event in a line."""
    from tracker.views.spans import shown

    when = shown(TimeSpan(one.start, one.end, one.precision or Precision.UNKNOWN))
    parties = " ".join([*sorted(one.countries), *one.organisations])
    place = one.place.country and f"@{one.place.country}"
    return " ".join(filter(None, (one.type, one.status, when, parties, place)))
