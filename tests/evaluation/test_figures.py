"""Precision, recall and F1: by hand on small numbers, and the reference scorer's own on many."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tracker.evaluation import compare, faults, measure, read_labels, read_predictions

GOLD = Path(__file__).parents[3] / "shared" / "gold"
SCORER = GOLD / "score.py"


def test_the_figures_of_three_labels_and_four_found_events(compared) -> None:
    labels = ["visit 2021-11-23 JPN FRA", "meeting 2021-11-24 JPN FRA", "call 2021-11-25 JPN USA"]
    found = [labels[0], "meeting 2021-11-25 JPN FRA", "summit 2021 GBR", "summit 2022 GBR"]
    figures = measure([compared(labels, found)])
    assert figures.detected.rounded() == {"precision": 0.5, "recall": 0.667, "f1": 0.571}
    assert figures.dated.rounded() == {"precision": 0.25, "recall": 0.333, "f1": 0.286}
    assert figures.attributes["date"] == 0.5
    assert figures.attributes["place"] is None
    assert figures.record()["by_type"]["summit"] == {
        **{"hit": 0, "gold": 0, "invented": 2},
        **{"precision": 0.0, "recall": 0.0, "f1": 0.0},
    }


def test_nothing_labelled_and_nothing_found_is_no_division_by_zero() -> None:
    assert measure([]).detected.rounded() == {"precision": 0.0, "recall": 0.0, "f1": 0.0}


@pytest.mark.skipif(not SCORER.exists(), reason="the reference scorer is not part of the project")
@pytest.mark.parametrize("only", [None, "odd", "even"])
def test_the_figures_are_the_reference_scorers(tmp_path: Path, only: Any) -> None:
    """On labels and predictions by chance, from identical to unlike."""
    chance = random.Random(only)
    for number in range(60):
        labels = [_event(chance, f"e{i}") for i in range(chance.randrange(6))]
        found = [_found(chance, label) for label in labels for _ in range(chance.choice((0, 1, 1, 1, 2)))]
        _write(tmp_path, f"a{number:02}", labels, found)
    _same_figures(tmp_path, tmp_path, only)


@pytest.mark.skipif(not SCORER.exists(), reason="the reference scorer is not part of the project")
def test_the_figures_of_labelled_articles_are_the_reference_scorers(tmp_path: Path) -> None:
    """The labels of the seeds against themselves, each second event left out."""
    for path in (GOLD / "seeds").glob("*.json"):
        events = json.loads(path.read_text())["events"]
        (tmp_path / f"{path.stem}.jsonl").write_text("\n".join(json.dumps(event) for event in events[::2]))
    _same_figures(GOLD / "seeds", tmp_path, None)


def _same_figures(gold: Path, predicted: Path, only: Any) -> None:
    command = [sys.executable, SCORER, gold, predicted, *(("--only", only) if only else ())]
    theirs = json.loads(subprocess.run([*command, "--json"], capture_output=True, text=True, check=True).stdout)
    listed = subprocess.run([*command, "--errors"], capture_output=True, text=True, check=True).stdout
    compared = [compare(one.name, one.events, found) for one, found in _read(gold, predicted, only)]
    ours = measure(compared).record()
    for kind, counts in theirs["by_type"].items():
        assert counts.items() <= ours["by_type"][kind].items()
    assert {**ours, "by_type": theirs["by_type"]} == theirs
    for kind in ("WRONG", "MISSED", "INVENTED"):
        assert sum(fault.kind == kind.lower() for fault in faults(compared)) == listed.count(f"{kind} ")


def _read(gold: Path, predicted: Path, only: Any) -> Any:
    return read_predictions(predicted, read_labels(gold, only=only))


def _event(chance: random.Random, id: str) -> dict[str, Any]:
    day = f"2021-11-{chance.randrange(1, 29):02}"
    countries = chance.sample(["JPN", "AFG", "QAT", "FRA"], chance.randrange(4))
    unknown = chance.random() < 0.2
    return {
        "id": id,
        "type": chance.choice(["visit", "meeting", "call"]),
        "also": chance.choice([[], [], ["visit"]]),
        "status": chance.choice(["occurred", "occurred", "planned"]),
        "start": None if unknown else day,
        "end": day,
        "precision": "unknown" if unknown else chance.choice(["day", "week"]),
        "countries": countries,
        "organisations": [],
        "people": chance.sample(["Abdul Kabir", "Takashi Okada", "Okada", "José Sócrates"], chance.randrange(3)),
        "roles": chance.choice([{}, {"participant": countries}]),
        "place": {"name": None, "country": chance.choice([None, "JPN", "QAT"])},
        "optional": chance.random() < 0.2,
    }


def _found(chance: random.Random, label: dict[str, Any]) -> dict[str, Any]:
    """The label with some of its fields as another event has them."""
    other = _event(chance, label["id"])
    found = {name: other[name] if chance.random() < 0.15 else value for name, value in label.items()}
    if chance.random() < 0.3:
        del found["roles"]
        found["participants"] = [{"kind": "country", "country": code, "role": None} for code in found["countries"]]
    return found


def _write(folder: Path, name: str, labels: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    row = {"doc": f"{name}.txt", "published": None, "events": labels}
    (folder / f"{name}.json").write_text(json.dumps(row))
    (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, found)))
