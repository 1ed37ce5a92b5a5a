"""`--extractor llm` on the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.cli import run

ARTICLE = "Japan's foreign minister, Yoko Kamikawa, arrived in Paris on Tuesday."


@pytest.fixture
def article(tmp_path: Path, model, monkeypatch: pytest.MonkeyPatch) -> str:
    """One article; the service stands in the settings."""
    monkeypatch.setenv("TRACKER_LLM_URL", model.url)
    monkeypatch.setenv("TRACKER_LLM_MODEL", "small")
    monkeypatch.setenv("TRACKER_DATABASE_URL", str(tmp_path / "record.db"))
    path = tmp_path / "paris.txt"
    path.write_text(ARTICLE)
    return str(path)


def test_extract_prints_the_models_events_and_tells_the_cost(article, model, claim, capsys) -> None:
    model.claims(claim())
    assert run(["extract", article, "--extractor", "llm", "--published", "2024-05-02", "--format", "jsonl"]) == 0
    printed = capsys.readouterr()
    event = json.loads(printed.out)
    assert (event["type"], event["start"], event["sources"][0]["quote"]) == ("visit", "2024-04-30", ARTICLE)
    assert printed.err.startswith("small: 1 answers paid")


def test_ingest_records_the_models_events(article, model, claim, capsys) -> None:
    model.claims(claim())
    assert run(["ingest", article, "--extractor", "llm", "--published", "2024-05-02"]) == 0
    assert capsys.readouterr().out == "1 article read: 1 new event, 0 merged, 0 unchanged, 0 failed\n"


def test_evaluate_measures_the_models_events(article, model, claim, capsys) -> None:
    model.claims(claim())
    labels = {"published": "2024-05-02", "events": [{"type": "visit", "countries": ["JPN", "FRA"]}]}
    Path(article).with_suffix(".json").write_text(json.dumps(labels))
    assert run(["evaluate", str(Path(article).parent), "--extractor", "llm", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["detected"]["f1"] == 1.0


def test_one_bad_answer_never_stops_the_rest(article, model, claim, tmp_path, capsys) -> None:
    (tmp_path / "a.txt").write_text("Another article.")
    model.says("no")
    model.says("no")
    model.claims(claim())
    assert run(["extract", str(tmp_path / "a.txt"), article, "--extractor", "llm", "--format", "jsonl"]) == 1
    printed = capsys.readouterr()
    assert printed.err.startswith("a.txt: the model answers what does not fit the schema")
    assert json.loads(printed.out)["type"] == "visit"
    assert len(model.asked) == 3


def test_a_service_that_refuses_is_not_asked_about_each_article(article, model, tmp_path, capsys) -> None:
    (tmp_path / "a.txt").write_text("Another article.")
    model.answers(401, "no such key")
    assert run(["ingest", str(tmp_path), "--extractor", "llm"]) == 1
    assert "check llm_url, llm_model and llm_key" in capsys.readouterr().err
    assert len(model.asked) == 1


def test_without_settings_nothing_is_sent_anywhere(article, monkeypatch, capsys) -> None:
    monkeypatch.delenv("TRACKER_LLM_URL")
    assert run(["extract", article, "--extractor", "llm"]) == 2
    assert "TRACKER_LLM_URL" in capsys.readouterr().err


def test_without_its_extra_it_says_what_to_install(article, monkeypatch, capsys) -> None:
    for name in [name for name in sys.modules if name.startswith("tracker.extract.llm")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "httpx", None)
    assert run(["extract", article, "--extractor", "llm"]) == 2
    assert "pip install 'diplomatic-tracker[llm]'" in capsys.readouterr().err


def test_the_rules_load_nothing_of_it() -> None:
    """In a process of its own, since this one has loaded everything."""
    program = "import sys, tracker.cli, tracker.extract; print('tracker.extract.llm' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
