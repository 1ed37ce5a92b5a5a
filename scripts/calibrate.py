"""Fit how sure the extractor is of a mention, on labelled articles, and write the weights that it ships.

usage: calibrate.py GOLD [--check]

GOLD holds the folders `seeds`, `real` and `dev` of labelled texts and the `score.py` that says which predictions are
right. The odd-numbered articles and the seeds are fitted, the even-numbered ones only counted: the table shows, for
each step of confidence, how many mentions fall there and how many of them are right. `--check` writes nothing.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import numpy as np

from tracker.cli.extract import _event
from tracker.documents import Given, read
from tracker.extract import Extractor, confidence
from tracker.model import Document, TimeSpan
from tracker.views import record

DATA = Path(confidence.__file__).with_suffix(".toml")
PENALTY = 6.0  # how strongly weights are drawn to nought; by cross-validated likelihood 10 does a little better
FOLDS = 10
STEPS = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1.01)
HEAD = """# Weights of the signs of `confidence.py`, in log-odds, and the floor below which a mention is dropped:
# half of the best detected F1. Written by `scripts/calibrate.py`, not edited by hand.
"""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A prediction with the signs it shows and whether it is right; `article` keeps those of one text together."""

    article: str
    shown: frozenset[str]
    right: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--check", action="store_true", help="show the calibration of the weights as they are")
    options = parser.parse_args()
    fitted, wanted = labelled(options.gold, even=False)
    unread, unread_wanted = labelled(options.gold, even=True)
    if options.check:
        show("all, by the weights as they stand", [p.right for p in fitted + unread], stand(fitted + unread))
        return
    crossed = cross_validated(fitted)
    floor = best_floor(fitted, crossed, wanted)
    weights = fit(fitted)
    write(weights, floor)
    show("odd and seeds, cross-validated", [p.right for p in fitted], crossed)
    chances = chance(weights, design(unread))
    show("even, unread", [p.right for p in unread], chances)
    for name, labels, found, gold in (("odd", fitted, crossed, wanted), ("even", unread, chances, unread_wanted)):
        without, above = (f1(labels, found, gold, low) for low in (0.0, floor))
        print(f"{name}: detected F1 {without:.3f} without a floor, {above:.3f} above {floor}")


def stand(labels: Sequence[Labelled]) -> np.ndarray:
    """The probabilities that the shipped weights give."""
    return np.array([confidence.probability(p.shown) for p in labels])


def labelled(gold: Path, *, even: bool) -> tuple[list[Labelled], int]:
    """The predictions for the articles of one half, and how many events their labels hold."""
    scorer, extractor = load_scorer(gold), Extractor(floor=0.0)
    found: list[Labelled] = []
    wanted = 0
    for label in halves(gold, even=even):
        spec = json.loads(label.read_text(encoding="utf-8"))
        ((document, weighed),) = extractor.weigh_many([document_of(label, spec["published"])])
        rows = [record(_event(mention, document, number)) for number, (mention, _) in enumerate(weighed, start=1)]
        pairs = scorer.match(spec["events"], rows)
        optional = {j for i, j in pairs if spec["events"][i].get("optional")}
        right = {j for _, j in pairs}
        wanted += sum(not event.get("optional") for event in spec["events"])
        found += [Labelled(str(label), shown, j in right) for j, (_, shown) in enumerate(weighed) if j not in optional]
    return found, wanted


def halves(gold: Path, *, even: bool) -> Iterator[Path]:
    """The labels of one half of the articles; all the seeds belong to the odd half."""
    for folder in ("seeds", "real", "dev"):
        for label in sorted((gold / folder).glob("*.json")):
            number = int(re.sub(r"\D", "", label.stem.split("_")[0]))
            if (folder != "seeds" and number % 2 == 0) == even:
                yield label


def document_of(label: Path, published: str | None) -> Document:
    """The text beside a label, as the program reads it."""
    given = Given(published=TimeSpan.iso(published).read_as(basis="given") if published else None)
    (document,) = read([str(label.with_suffix(".txt"))], given=given)
    assert isinstance(document, Document), document
    return document


def load_scorer(gold: Path) -> ModuleType:
    """The `score.py` beside the labels."""
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- the model -------------------------------------------------------------------------------------------------------


def design(labels: Sequence[Labelled]) -> np.ndarray:
    """One row a prediction: a one for the bias, then a one for each sign that it shows."""
    return np.array([[1.0, *(float(name in p.shown) for name in confidence.SIGNS)] for p in labels])


def fit(labels: Sequence[Labelled]) -> np.ndarray:
    """Weights of a logistic regression with a ridge penalty on all but the bias, by Newton's method."""
    rows, right = design(labels), np.array([float(p.right) for p in labels])
    ridge = np.diag([1e-3] + [PENALTY] * (rows.shape[1] - 1))
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        p = chance(weights, rows)
        slope = rows.T @ (p - right) + ridge @ weights
        weights -= np.linalg.solve(rows.T @ (rows * (p * (1 - p))[:, None]) + ridge, slope)
    return weights


def chance(weights: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """The probability of each row."""
    return np.asarray(1 / (1 + np.exp(-(rows @ weights))))


def cross_validated(labels: Sequence[Labelled]) -> np.ndarray:
    """The probability of each prediction by weights fitted on other articles."""
    articles = sorted({p.article for p in labels})
    fold_of = {article: number % FOLDS for number, article in enumerate(articles)}
    found = np.zeros(len(labels))
    for fold in range(FOLDS):
        inside = [i for i, p in enumerate(labels) if fold_of[p.article] == fold]
        weights = fit([p for p in labels if fold_of[p.article] != fold])
        found[inside] = chance(weights, design([labels[i] for i in inside]))
    return found


def f1(labels: Sequence[Labelled], found: np.ndarray, wanted: int, floor: float) -> float:
    """Detected F1 of the predictions at or above a floor."""
    kept = [p.right for p, chance_ in zip(labels, found, strict=True) if chance_ >= floor]
    return 2 * sum(kept) / (len(kept) + wanted)


def best_floor(labels: Sequence[Labelled], found: np.ndarray, wanted: int) -> float:
    """Half of the best detected F1, to a twentieth: a calibrated chance above it adds more than it spoils.

    Lipton, Elkan and Narayanaswamy, Thresholding Classifiers to Maximize F1 Score (2014), arXiv:1402.1892. The floor at
    which F1 happens to be best moves by a tenth with a handful of mentions.
    """
    best = max(f1(labels, found, wanted, step / 20) for step in range(12))
    return round(best * 10) / 20


# --- what is shown and written ---------------------------------------------------------------------------------------


def show(title: str, right: Sequence[bool], found: np.ndarray) -> None:
    """The calibration table: predicted against observed."""
    told = np.array(right, dtype=float)
    likelihood = float(np.mean(told * np.log(found) + (1 - told) * np.log(1 - found)))
    print(f"{title}: {len(told)} mentions, {told.mean():.2f} right, log-likelihood {likelihood:.3f}")
    for low, high in pairwise(STEPS):
        inside = (found >= low) & (found < high)
        if inside.any():
            means = f"predicted {found[inside].mean():.2f}  observed {told[inside].mean():.2f}"
            print(f"  {low:.1f}-{min(high, 1):.1f}  {inside.sum():4}  {means}")


def write(weights: np.ndarray, floor: float) -> None:
    """The data file beside `confidence.py`, the strongest signs first."""
    named = sorted(zip(confidence.SIGNS, weights[1:], strict=True), key=lambda pair: -abs(pair[1]))
    lines = [f'"{name}" = {weight:.2f}' for name, weight in named]
    text = [f"{HEAD}floor = {floor}", "", "[weights]", f"bias = {weights[0]:.2f}", *lines, ""]
    DATA.write_text("\n".join(text), encoding="utf-8")


if __name__ == "__main__":
    main()
