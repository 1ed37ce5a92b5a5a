"""`tracker annotate`: labels made at a terminal and by scripts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tracker = Callable[..., Any]

VISIT = "Japan's foreign minister visited France on Tuesday."
MEETING = "Norway's prime minister met the president of Finland in Helsinki last month."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article with a visit and a meeting."""
    path = tmp_path / "talks.md"
    path.write_text(f"---\ntitle: Two journeys\npublished: 2021-11-25\n---\n\n{VISIT}\n\n{MEETING}\n")
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where labels go."""
    return tmp_path / "labelled"


def labels(out: Path) -> list[dict[str, Any]]:
    """The labels of the article."""
    return json.loads((out / "talks.json").read_text())["events"]


def ids(tracker: Tracker, article: Path) -> list[str]:
    """The ids of its events."""
    return [json.loads(line)["id"] for line in tracker("extract", article, "--format", "jsonl").out.splitlines()]


def test_all_accepted_is_measured_as_perfect(tracker: Tracker, article: Path, out: Path) -> None:
    done = tracker("annotate", article, "--out", out, "--accept-all")
    assert (done.code, done.out) == (0, f"1 article labelled in {out}: 2 events, 0 rejected\n")
    assert json.loads(tracker("evaluate", out, "--format", "json").out)["complete"]["f1"] == 1.0


def test_the_labels_hold_the_article_with_its_title(tracker: Tracker, article: Path, out: Path) -> None:
    tracker("annotate", article, "--out", out, "--accept-all")
    assert (out / "talks.txt").read_text() == f"Two journeys\n\n{VISIT}\n\n{MEETING}\n"
    visit, meeting = labels(out)
    assert json.loads((out / "talks.json").read_text())["published"] == "2021-11-25"
    assert (visit["id"], visit["type"], visit["start"], visit["quotes"]) == ("e1", "visit", "2021-11-23", [VISIT])
    assert (meeting["precision"], meeting["countries"]) == ("month", ["FIN", "NOR"])


def test_each_event_is_shown_with_its_sentence(tracker: Tracker, article: Path, out: Path) -> None:
    shown = tracker("annotate", article, "--out", out, stdin="q\n").out
    assert "talks.md: Two journeys\npublished 2021-11-25; 2 events found\n" in shown
    assert "1 of 2  visit  occurred  2021-11-23\n  countries     FRA; JPN\n" in shown
    assert f"  “{VISIT}”\n" in shown
    assert "\x1b" not in shown


def test_accept_reject_and_add(tracker: Tracker, article: Path, out: Path) -> None:
    new = ["n", "call", "planned", ">2021-11-25", "Japan=participant; USA=participant", "NATO", "", "", "", ""]
    tracker("annotate", article, "--out", out, stdin="\n".join(["a", "r", *new]) + "\n")
    visit, call = labels(out)
    assert visit["type"] == "visit"
    assert (call["type"], call["status"], call["countries"]) == ("call", "planned", ["JPN", "USA"])
    assert (call["start"], call["end"], call["precision"]) == ("2021-11-25", None, "unknown")
    assert (call["organisations"], call["roles"]) == (["NATO"], {"participant": ["JPN", "USA"]})


def test_a_correction_asks_for_each_field_and_keeps_what_is_not_typed(
    tracker: Tracker, article: Path, out: Path
) -> None:
    typed = ["c", "", "", "2021-11-22..24", "Japan; Ruritania", "Japan=visitor; Germany", "", "Yoko Kamikawa"]
    typed += ["Berlin", "o", ""]
    told = tracker("annotate", article, "--out", out, stdin="\n".join(typed) + "\n").err
    assert "unknown country 'Ruritania'" in told
    assert "'2021-11-22..24' read as 2021-11-22→24, day (Mon to Wed)" in told
    visit, meeting = labels(out)
    assert (visit["start"], visit["end"], visit["precision"]) == ("2021-11-22", "2021-11-24", "day")
    assert (visit["countries"], visit["people"], visit["roles"]) == (
        *(["DEU", "JPN"], ["Yoko Kamikawa"]),
        {"visitor": ["JPN"]},
    )
    assert (visit["place"], visit["quotes"]) == ({"name": "Berlin", "country": "DEU"}, [VISIT])
    assert (visit["optional"], meeting["optional"]) == (False, True)


@pytest.mark.parametrize(
    ("typed", "dates"),
    [
        ("2021-11", ("2021-11-01", "2021-11-30", "month")),
        ("2021-11-22..28 week", ("2021-11-22", "2021-11-28", "week")),
        ("<2021-11-20", (None, "2021-11-20", "unknown")),
        ("-", (None, None, "unknown")),
    ],
)
def test_dates_are_typed_at_any_precision(
    tracker: Tracker, article: Path, out: Path, typed: str, dates: tuple[str | None, ...]
) -> None:
    tracker("annotate", article, "--out", out, stdin=f"c\n\n\n{typed}\n\n\n\n\n\na\n\n")
    assert tuple(labels(out)[0][name] for name in ("start", "end", "precision")) == dates


def test_who_stops_goes_on_where_he_was(tracker: Tracker, article: Path, out: Path) -> None:
    stopped = tracker("annotate", article, "--out", out, stdin="r\nq\n")
    assert stopped.code == 0
    assert "unfinished.jsonl keeps what is not finished" in stopped.err
    assert not (out / "talks.json").exists()
    shown = tracker("annotate", article, "--out", out, stdin="a\n\n").out
    assert "1 of 2" not in shown
    assert [label["type"] for label in labels(out)] == ["meeting"]
    assert not (out / "unfinished.jsonl").exists()


def test_an_end_of_input_is_a_stop(tracker: Tracker, article: Path, out: Path) -> None:
    assert tracker("annotate", article, "--out", out, stdin="a\n").code == 0
    assert len((out / "unfinished.jsonl").read_text().splitlines()) == 1


def test_an_event_left_for_later_leaves_the_article_unfinished(tracker: Tracker, article: Path, out: Path) -> None:
    result = tracker("annotate", article, "--out", out, stdin="s\na\n")
    assert "talks.md: 1 of 2 events not decided; not labelled" in result.err
    assert not (out / "talks.json").exists()


def test_other_keys_help_and_show_the_text(tracker: Tracker, article: Path, out: Path) -> None:
    shown = tracker("annotate", article, "--out", out, stdin="?\nt\na\na\nt\n\n").out
    assert "it is right" in shown
    assert shown.count(MEETING) == 3
    assert len(labels(out)) == 2


def test_what_is_labelled_is_passed_over(tracker: Tracker, article: Path, out: Path) -> None:
    tracker("annotate", article, "--out", out, "--accept-all")
    again = tracker("annotate", article, "--out", out, "--accept-all")
    assert again.out == f"0 articles labelled in {out}: 0 events, 0 rejected; 1 labelled before\n"


def test_articles_of_one_name_do_not_share_labels(tracker: Tracker, article: Path, out: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "talks.md"
    other.parent.mkdir()
    other.write_text(f"---\npublished: 2021-11-25\n---\n{MEETING}\n")
    tracker("annotate", article, other, "--out", out, "--accept-all")
    assert len(list(out.glob("talks*.json"))) == 2


def test_a_script_decides(tracker: Tracker, article: Path, out: Path, tmp_path: Path) -> None:
    visit, meeting = ids(tracker, article)
    script = tmp_path / "mine.jsonl"
    rows = [
        {"document": "talks.md", "event": visit, "decision": "reject"},
        {"document": "talks.md", "event": meeting, "decision": "correct", "set": {"people": ["Sauli Niinistö"]}},
        {"document": "talks.md", "decision": "add", "set": {"type": "call", "countries": ["JPN", "FRA"]}},
        {"document": "elsewhere.md", "event": "x-1", "decision": "accept"},
    ]
    script.write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = tracker("annotate", article, "--out", out, "--decisions", script)
    assert (done.code, done.out) == (0, f"1 article labelled in {out}: 2 events, 1 rejected\n")
    meeting_label, call = labels(out)
    assert (meeting_label["people"], call["type"]) == (["Sauli Niinistö"], "call")


def test_a_script_that_leaves_events_open_labels_nothing(
    tracker: Tracker, article: Path, out: Path, tmp_path: Path
) -> None:
    script = tmp_path / "mine.jsonl"
    script.write_text('{"document": "talks.md", "event": "0000-9", "decision": "accept"}\n')
    result = tracker("annotate", article, "--out", out, "--decisions", script)
    assert result.code == 1
    assert "talks.md: there is no event 0000-9" in result.err
    assert "2 of 2 events not decided" in result.err
    assert not (out / "talks.json").exists()
