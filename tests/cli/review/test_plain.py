"""`tracker review` in a plain terminal and in a pipe."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker import resolve, store
from tracker.model import Document, Mention, Sentence

Tracker = Callable[..., Any]


def waiting(tracker: Tracker, *asked: str) -> list[str]:
    """The ids that wait, in order."""
    return [json.loads(line)["id"] for line in tracker("review", *asked, "--format", "jsonl").out.splitlines()]


def recorded(tracker: Tracker, id: str) -> dict[str, Any]:
    """The event as its JSON object."""
    [event] = json.loads(tracker("show", id, "--format", "json").out)
    return event


def test_without_anybody_there_the_queue_is_printed(filled: Tracker) -> None:
    printed = filled("review")
    assert printed.code == 0
    assert printed.out.splitlines()[0].split("\t")[:4] == ["5ea3b2c7", "56.2", "≥2021-11-25", "meeting"]
    assert printed.err.startswith("9 to review; at a terminal `tracker review` asks about each")


def test_scripts_get_the_reasons(filled: Tracker) -> None:
    first = json.loads(filled("review", "--format", "jsonl").out.splitlines()[0])
    assert first["reasons"] == [
        {"kind": "doubtful", "weight": 31.2, "text": "read with a confidence of 0.55 only"},
        {"kind": "passed", "weight": 25.0, "text": "planned for after 25 November 2021, more than a year ago"},
    ]
    assert (first["weight"], first["review"], first["countries"]) == (56.2, "unreviewed", ["AFG", "JPN"])


def test_filters_are_those_of_the_timeline(filled: Tracker) -> None:
    assert waiting(filled, "--type", "meeting", "--until", "2021-10") == ["2b7730de"]
    assert waiting(filled, "--only", "passed") == ["5ea3b2c7"]
    assert waiting(filled, "--review", "confirmed") == []
    assert waiting(filled, "--limit", "2") == waiting(filled)[:2]


def test_each_key_does_what_it_says(filled: Tracker) -> None:
    first, second, third, *_ = waiting(filled)
    done = filled("review", stdin="a\nr\ns\nq\n")
    assert done.out.splitlines()[-1] == "1 accepted, 1 rejected, 1 skipped; 6 left of 9"
    assert (recorded(filled, first)["review"], recorded(filled, second)["review"]) == ("confirmed", "rejected")
    assert not {first, second, third}.intersection(waiting(filled))


def test_the_event_is_shown_with_its_place_in_the_queue_and_why_it_waits(filled: Tracker) -> None:
    shown = filled("review", stdin="q\n").out
    assert "── 1 of 9 ──" in shown
    assert "◈ meeting · planned · 5ea3b2c7" in shown
    assert "Why it is here\n  read with a confidence of 0.55 only\n  planned for after 25 November 2021" in shown
    assert "\x1b" not in shown


def test_nothing_is_wider_than_the_terminal(filled: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = filled("review", stdin="?\n" + "s\n" * 9).out
    assert max(map(len, shown.splitlines())) <= 80


def test_what_was_skipped_is_shown_when_asked_for(filled: Tracker) -> None:
    everything = waiting(filled)
    filled("review", stdin="s\ns\nq\n")
    assert waiting(filled) == everything[2:]
    assert waiting(filled, "--skipped") == everything
    assert "7 to review (2 skipped before; --skipped shows them)" in filled("review").err


def test_undo_goes_back_and_forgets_a_skip(filled: Tracker) -> None:
    everything = waiting(filled)
    done = filled("review", stdin="a\ns\nu\nu\nu\nq\n")
    assert "taken back: skipped" in done.out
    assert "taken back: accepted" in done.out
    assert "`tracker undo` takes back what you did before" in done.out
    assert done.out.splitlines()[-1] == "nothing decided; 9 left of 9"
    assert waiting(filled) == everything


def test_it_goes_into_another_by_number_or_id(filled: Tracker) -> None:
    by_id = filled("review", stdin="m\n\nm\n9\nm\n81d6\nq\n")
    assert "there is no 9 among them" in by_id.out
    assert "5ea3b2c7 went into 81d6e5fa" in by_id.out
    assert recorded(filled, "5ea3b2c7")["id"] == "81d6e5fa"
    by_number = filled("review", stdin="m\n1\nq\n")
    assert "3c81f0a5 went into 4d92a1b6" in by_number.out
    assert by_number.out.splitlines()[-1] == "1 merged; 7 left of 8"


def test_different_events_stay_apart(filled: Tracker) -> None:
    done = filled("review", stdin="d\n4d92\nd\n4d92\nq\n")
    assert "it is not 4d92" in done.out
    assert "that was decided before" in done.out
    assert "4d92a1b6 is not 5ea3b2c7" in filled("why", "5ea3").out


def test_a_mistake_asks_again(filled: Tracker) -> None:
    done = filled("review", stdin="m\nffff\nx\nq\n")
    assert "unknown id 'ffff'" in done.out
    assert "a  accept: it is right as a whole" in done.out
    assert done.out.splitlines()[-1] == "nothing decided; 9 left of 9"


def test_the_end_of_the_input_is_a_stop_that_loses_nothing(filled: Tracker) -> None:
    done = filled("review", stdin="a\n")
    assert (done.code, done.out.splitlines()[-1]) == (0, "1 accepted; 8 left of 9")
    assert len(waiting(filled)) == 8


def test_an_empty_queue_says_so(filled: Tracker) -> None:
    filled("confirm", *waiting(filled))
    assert filled("review").err == "nothing to review\n"


def test_the_quotation_stands_in_its_paragraph_and_the_article_can_be_read(
    tracker: Tracker, told: Callable[..., Mention], database: Path
) -> None:
    text = "It rained. Japan called on France. It cleared.\n\nThe end."
    quoted = told("visit 2021-11-23 JPN:visitor FRA:host", evidence=(Sentence("Japan called on France.", 11, 34),))
    with store.open_recorder(str(database), author="Ada", command="ingest") as recorder:
        recorder.article(Document(text=text, title="Two days"), [quoted], resolve)
    shown = tracker("review", stdin="t\nq\n").out
    assert "Two days\n  It rained. »Japan called on France.« It cleared.\n" in shown
    assert "\nThe end.\n" in shown


def test_corrections_are_made_in_the_editor(filled: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text("#!/bin/sh\nsed -i 's/^place:.*/place: Herat/' \"$1\"\n")
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    done = filled("review", stdin="e\na\nu\nu\ne\nq\n")
    assert "taken back: edited" in done.out
    assert recorded(filled, "5ea3")["place"]["name"] == "Herat"
    assert done.out.splitlines()[-1] == "1 edited; 9 left of 9"


@pytest.mark.usefixtures("filled")
def test_a_pipe_that_says_nothing_is_told_of() -> None:
    """As of `ssh HOST tracker review`, which waits for keys that nobody knows it waits for."""
    command = [sys.executable, "-m", "tracker", "review"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as asked:
        assert asked.stderr
        assert b"keys are read from standard input" in asked.stderr.readline()
        assert b"1 accepted; 8 left of 9" in asked.communicate(b"a\nq\n")[0]


@pytest.mark.usefixtures("filled")
def test_keys_pressed_ahead_of_the_question_count(terminal: Callable[..., Any]) -> None:
    asked = terminal("review")
    asked.expect("1 of 9")
    asked.send("aarq")
    asked.expect("2 accepted, 1 rejected; 6 left of 9")
    assert asked.code() == 0


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--full", "--format", "csv"], "give only one of --full"),
        (["--dry-run"], "--dry-run goes with --from-file"),
        (["--full"], "--full needs a terminal"),
        (["--only", "boredom"], "boredom"),
        (["--to-file", "queue.doc"], "its ending must be one of .csv"),
        (["--country", "Atlantis"], "unknown country 'Atlantis'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_meant_is_refused_in_one_line(filled: Tracker, arguments: list[str], complaint: str) -> None:
    refused = filled("review", *arguments)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert complaint in refused.err
