"""`tracker agreement`: what is printed of two coders, whatever they wrote in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tracker = Callable[..., Any]

MEETING = {
    "id": "e1",
    "type": "meeting",
    "status": "occurred",
    **{"start": "2021-11-23", "end": "2021-11-23", "precision": "day"},
    "countries": ["AFG", "JPN"],
}
CALL = {"id": "e2", "type": "call", "countries": ["JPN", "USA"]}


def lines(path: Path, *events: dict[str, Any], document: str = "talks.txt") -> Path:
    """What `tracker extract --format jsonl` printed."""
    path.write_text(
        "".join(json.dumps(one | {"sources": [{"document": document, "quote": "They met."}]}) + "\n" for one in events)
    )
    return path


def labels(folder: Path, **articles: list[dict[str, Any]]) -> Path:
    """What `tracker annotate` wrote."""
    folder.mkdir()
    for name, events in articles.items():
        (folder / f"{name}.json").write_text(json.dumps({"doc": f"{name}.txt", "events": events}))
    return folder


def test_figures_and_differences_of_two_files(tracker: Tracker, tmp_path: Path) -> None:
    one = lines(tmp_path / "ada.jsonl", MEETING, CALL)
    other = lines(tmp_path / "grace.jsonl", MEETING | {"id": "x1", "status": "planned"})
    shown = tracker("agreement", one, other, "--differences")
    assert shown.out.splitlines()[:9] == [
        "differ  talks: status",
        "  A e1: meeting occurred 2021-11-23 AFG JPN",
        "  B x1: meeting planned 2021-11-23 AFG JPN",
        "    “They met.”",
        "only A  talks",
        "  A e2: call undated JPN USA",
        "    “They met.”",
        "",
        f"A {one}",
    ]
    assert "1 events in both, 50% of all; 1 only in A, 0 only in B" in shown.out
    assert ["status", "1", "0.000", "0.000", "nominal"] in [line.split() for line in shown.out.splitlines()]


def test_folders_of_labels_are_compared_by_their_names(tracker: Tracker, tmp_path: Path) -> None:
    """What only one has labelled is told and left out."""
    one = labels(tmp_path / "ada", a1=[MEETING], a2=[CALL])
    other = labels(tmp_path / "grace", a1=[MEETING], a3=[])
    result = tracker("agreement", one, other, "--format", "json")
    assert json.loads(result.out)["events"] == {"both": 1, "only_a": 0, "only_b": 0}
    assert result.err == f"left out, for only {one} has them: a2\nleft out, for only {other} has them: a3\n"


def test_a_folder_can_be_compared_with_lines(tracker: Tracker, tmp_path: Path) -> None:
    one = labels(tmp_path / "ada", talks=[MEETING])
    report = json.loads(tracker("agreement", one, lines(tmp_path / "b.jsonl", MEETING), "-f", "json").out)
    assert report["documents"] == 1
    assert report["share"] == 1.0


@pytest.mark.parametrize(("one", "other"), [("a.csv", "b.xlsx"), ("a.jsonl", "b.tsv"), ("a.json", "b.jsonl")])
def test_exports_are_compared_whole(filled: Tracker, tmp_path: Path, one: str, other: str) -> None:
    filled("export", tmp_path / one)
    filled("edit", "2b77", "--status", "planned")
    filled("export", tmp_path / other)
    report = json.loads(filled("agreement", tmp_path / one, tmp_path / other, "-f", "json", "--differences").out)
    assert report["events"] == {"both": 10, "only_a": 0, "only_b": 0}
    assert [(one["fields"], one["a"]["id"]) for one in report["differences"]] == [(["status"], "2b7730de")]


def test_nothing_in_common_is_an_error(tracker: Tracker, tmp_path: Path) -> None:
    one, other = labels(tmp_path / "ada", a1=[MEETING]), labels(tmp_path / "grace", a2=[MEETING])
    refused = tracker("agreement", one, other)
    assert refused.code == 1
    assert "have no article in common" in refused.err


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.jsonl", b'{"type": 1}\n', "a.jsonl, line 1: an event is an object"),
        ("a.jsonl", b"{\n", "a.jsonl, line 1: "),
        ("a.jsonl", b"\xe9", "is not UTF-8"),
        ("a.csv", b"id,type\na,party\n", "a.csv, line 2: unknown type 'party'"),
        ("a.csv", b"id,type\na\n", "a.csv, line 2: has 1 cells"),
    ],
)
def test_what_no_coder_wrote_is_refused(
    tracker: Tracker, tmp_path: Path, name: str, content: bytes, complaint: str
) -> None:
    (tmp_path / name).write_bytes(content)
    refused = tracker("agreement", tmp_path / name, tmp_path / name)
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert complaint in refused.err
