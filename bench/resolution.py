"""How well reports of one engagement are brought together, and look-alikes kept apart, on labelled reports.

usage: python -m bench.resolution [--orders N] [--text] [--errors]

Every report is put on record as an article, in the order of the days and then in N shuffled orders, and the events that
come of it are compared with the labels in `tests/resolve/reports`. A report that only may tell an event stands alone
until a person decides, and so is no merge here; `reviewed` are the figures after every such question was answered as
labelled. With `--text` each mention is what the extractor reads in the report's sentence, and not what its line says;
only the reports in which it reads the engagement at all are counted then, and how many these are is told.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import mean

from tests.mentions import mention
from tracker import resolve, store
from tracker.model import Document, Filter, Mention, TimeSpan

REPORTS = Path(__file__).parents[1] / "tests" / "resolve" / "reports"
HALVES = ("first", "second")
_REPORT = re.compile(r"(?P<publisher>.+?) (?P<day>\d{4}-\d\d-\d\d) \| (?P<text>.+)")

Pair = tuple[int, int]
Reading = Callable[["Report"], Mention | None]


@dataclass(frozen=True, slots=True)
class Report:
    """One article of a sentence; `event` is the label, `kind` what makes it hard, `line` the mention as written."""

    publisher: str
    published: str
    text: str
    line: str
    event: str
    kind: str

    @property
    def document(self) -> Document:
        """The report as an article."""
        name = f"{self.publisher}, {self.published}, {self.event}"
        return Document(text=self.text, name=name, source=self.publisher, published=TimeSpan.iso(self.published))

    @property
    def mention(self) -> Mention:
        """What it claims, by its line."""
        return mention(self.line, quote=self.text, title="")


@dataclass(frozen=True, slots=True)
class Found:
    """The pairs of reports that stand together, those that may, and the share of events that hold more than one."""

    pairs: frozenset[Pair]
    unsure: frozenset[Pair]
    mixed: float


@dataclass(frozen=True, slots=True)
class Score:
    """Pairwise precision, recall and their harmonic mean; B³ the same by report; `wrong` and `missed` pairs."""

    precision: float
    recall: float
    f1: float
    b3: float
    wrong: frozenset[Pair]
    missed: frozenset[Pair]


def read(half: str) -> list[Report]:
    """The reports of a half, in the order of the file."""
    found: list[Report] = []
    kind = event = ""
    told: re.Match[str] | None = None
    for line in (REPORTS / f"{half}.txt").read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("["):
            kind = line.strip("[]")
        elif line.startswith("= "):
            event = line.removeprefix("= ")
        elif match := _REPORT.fullmatch(line):
            told = match
        elif told and line.startswith("    ") and event:
            found.append(Report(told["publisher"], told["day"], told["text"], line.strip(), event, kind))
    return found


def grouped(reports: Sequence[Report], reading: Reading, order: Sequence[int]) -> Found:
    """What becomes of the reports, put on record in an order of their numbers."""
    with tempfile.TemporaryDirectory() as folder:
        url = str(shutil.copy(_empty(), Path(folder) / "record.db"))
        with store.open_recorder(url, author="bench", command="ingest") as recorder:
            for number in order:
                recorder.article(reports[number].document, list(filter(None, [reading(reports[number])])), resolve)
        return _found(url, reports)


def _found(url: str, reports: Sequence[Report]) -> Found:
    numbers = {report.document.digest: number for number, report in enumerate(reports)}
    homes: dict[str, set[int]] = {}
    unsure: set[Pair] = set()
    with store.open_reader(url) as reader:
        for event in reader.events(Filter()):
            homes[event.id] = {numbers[claim.digest] for claim in reader.claims_of(event.id)}
        for id, home in homes.items():
            doubted = [one.other_id for one in reader.judgements(id) if one.verdict == "unsure"]
            others = {number for other in doubted if other for number in homes[other]} - home
            unsure |= {(min(one, other), max(one, other)) for one in home for other in others}
    labels = [{reports[number].event for number in home} for home in homes.values()]
    pairs = {pair for home in homes.values() for pair in combinations(sorted(home), 2)}
    return Found(frozenset(pairs), frozenset(unsure), mean(len(events) > 1 for events in labels))


_EMPTY: list[Path] = []


def _empty() -> Path:
    """A database without a record, made once."""
    if not _EMPTY:
        _EMPTY.append(Path(tempfile.mkdtemp()) / "empty.db")
        store.upgrade(str(_EMPTY[0]))
    return _EMPTY[0]


def labelled(reports: Sequence[Report]) -> frozenset[Pair]:
    """The pairs of reports of one engagement."""
    pairs = combinations(range(len(reports)), 2)
    return frozenset(pair for pair in pairs if reports[pair[0]].event == reports[pair[1]].event)


def score(found: frozenset[Pair], gold: frozenset[Pair], size: int) -> Score:
    """How the pairs that were found agree with those that there are, among `size` reports."""
    right = len(found & gold)
    precision, recall = right / len(found) if found else 1.0, right / len(gold) if gold else 1.0
    return Score(precision, recall, _f1(precision, recall), _b3(found, gold, size), found - gold, gold - found)


def _b3(found: frozenset[Pair], gold: frozenset[Pair], size: int) -> float:
    here, there = _beside(found, size), _beside(gold, size)
    shared = [len(here[one] & there[one]) for one in range(size)]
    precision = mean(shared[one] / len(here[one]) for one in range(size))
    return _f1(precision, mean(shared[one] / len(there[one]) for one in range(size)))


def _beside(pairs: Iterable[Pair], size: int) -> list[set[int]]:
    """What stands with each report, itself too."""
    beside = [{number} for number in range(size)]
    for one, other in pairs:
        beside[one].add(other)
        beside[other].add(one)
    return beside


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def orders(reports: Sequence[Report], shuffles: int) -> Iterator[list[int]]:
    """The reports' numbers by day, then shuffled."""
    numbers = sorted(range(len(reports)), key=lambda number: reports[number].published)
    yield numbers
    for seed in range(shuffles):
        yield random.Random(seed).sample(numbers, len(numbers))


def extracted(reports: Sequence[Report]) -> Reading:
    """What the extractor reads in each report: of several mentions, the one most like what the line says."""
    from tracker.extract import Extractor

    extractor = Extractor()
    read = {d.text: found for d, found in extractor.extract_many(report.document for report in reports)}

    def reading(report: Report) -> Mention | None:
        meant = report.mention
        shared = {one: len(set(one.countries) & set(meant.countries)) for one in read[report.text]}
        alike = [one for one in shared if one.type in resolve.compatible_types(meant.type) and shared[one]]
        return max(alike, key=lambda one: (one.type == meant.type, shared[one]), default=None)

    return reading


def by_kind(reports: Sequence[Report], runs: Sequence[Score], gold: frozenset[Pair]) -> Iterator[str]:
    """A line for each kind: its pairs, and of these the share missed, beside pairs merged wrongly, over all orders."""
    there = Counter(reports[one].kind for one, _ in gold)
    missed, wrong = Counter[str](), Counter[str]()
    for run in runs:
        missed.update(reports[one].kind for one, _ in run.missed)
        wrong.update(reports[one].kind for one, _ in run.wrong)
    for kind, pairs in there.items():
        means = f"missed {missed[kind] / len(runs):5.1f}  wrong {wrong[kind] / len(runs):4.1f}"
        yield f"    {kind:40} {pairs:3} pairs  {means}"


def errors(reports: Sequence[Report], runs: Sequence[Score]) -> Iterator[str]:
    """The pairs that any order got wrong, and how often."""
    often: dict[str, Counter[Pair]] = defaultdict(Counter)
    for run in runs:
        often["wrong"].update(run.wrong)
        often["missed"].update(run.missed)
    for fault, pairs in often.items():
        for (one, other), times in pairs.most_common():
            yield f"    {fault} {times}×  {reports[one].line}  |  {reports[other].line}"


def main() -> None:
    """Prints the figures of both halves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--orders", type=int, default=5, metavar="N", help="shuffled orders (default: %(default)s)")
    parser.add_argument("--text", action="store_true", help="read the reports' sentences instead of their lines")
    parser.add_argument("--errors", action="store_true", help="list the wrong and the missed pairs of the first half")
    options = parser.parse_args()
    for half in HALVES:
        reports = read(half)
        reading = extracted(reports) if options.text else lambda report: report.mention
        print("\n".join(told(half, reports, reading, options.orders, list_errors=options.errors and half == "first")))


def told(half: str, reports: Sequence[Report], reading: Reading, shuffles: int, *, list_errors: bool) -> Iterator[str]:
    """What is printed of a half: its size, means over the orders with the worst, and its kinds."""
    given, reports = len(reports), [report for report in reports if reading(report)]
    gold, size = labelled(reports), len(reports)
    found = [grouped(reports, reading, order) for order in orders(reports, shuffles)]
    runs = [score(one.pairs, gold, size) for one in found]
    reviewed = [score(one.pairs | (one.unsure & gold), gold, size) for one in found]
    events = len({report.event for report in reports})
    yield f"{half} half: {size} of {given} reports, of {events} engagements; {len(gold)} pairs, {len(runs)} orders"
    yield (
        f"  F1 {mean(r.f1 for r in runs):.3f} (worst {min(r.f1 for r in runs):.3f})"
        f"  precision {mean(r.precision for r in runs):.3f}  recall {mean(r.recall for r in runs):.3f}"
        f"  B³ {mean(r.b3 for r in runs):.3f}  reviewed F1 {mean(r.f1 for r in reviewed):.3f}"
    )
    yield (
        f"  false merges {1 - mean(r.precision for r in runs):.2%} of pairs, "
        f"{mean(one.mixed for one in found):.2%} of events; unsure {mean(len(one.unsure) for one in found):.1f} pairs"
    )
    yield from by_kind(reports, runs, gold)
    if list_errors:
        yield from errors(reports, runs)


if __name__ == "__main__":
    main()
