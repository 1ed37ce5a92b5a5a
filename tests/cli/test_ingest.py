"""`tracker ingest`, `extract`, `dates` and `demo`: articles in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tracker = Callable[..., Any]

ARTICLE = "Japan's foreign minister visited France on Tuesday."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """One sentence of news, published on a Thursday."""
    path = tmp_path / "visit.md"
    path.write_text(f"---\ntitle: Minister in Paris\npublished: 2021-11-25\n---\n\n{ARTICLE}\n")
    return path


def test_what_an_article_tells_is_on_record(tracker: Tracker, article: Path) -> None:
    assert tracker("ingest", article).out == "1 article read: 1 new event, 0 merged, 0 unchanged, 0 failed\n"
    [event] = json.loads(tracker("timeline", "--country", "Japan", "--format", "json").out)
    assert (event["type"], event["start"], event["precision"]) == ("visit", "2021-11-23", "day")
    assert event["roles"] == {"visitor": ["JPN"], "host": ["FRA"]}
    assert [source["quote"] for source in event["sources"]] == [ARTICLE]


def test_the_same_article_twice_changes_nothing(tracker: Tracker, article: Path) -> None:
    tracker("ingest", article)
    before = tracker("timeline", "--format", "json").out
    assert tracker("ingest", article).out == "1 article read: 0 new events, 0 merged, 1 unchanged, 0 failed\n"
    assert tracker("timeline", "--format", "json").out == before


def test_one_bad_file_never_stops_the_rest(tracker: Tracker, article: Path) -> None:
    (article.parent / "broken.md").write_bytes(b"\xff\xfe\xfa")
    result = tracker("ingest", article.parent)
    assert result.code == 1
    assert result.out == "1 article read: 1 new event, 0 merged, 0 unchanged, 1 failed\n"
    assert result.err.count("\n") == 1
    assert "broken.md" in result.err


def test_extract_prints_one_object_a_line_and_stores_nothing(tracker: Tracker, article: Path, database: Path) -> None:
    result = tracker("extract", article, "--format", "jsonl")
    [event] = [json.loads(line) for line in result.out.splitlines()]
    assert (event["countries"], event["place"]["country"]) == (["FRA", "JPN"], "FRA")
    [source] = event["sources"]
    assert (source["document"], ARTICLE[source["start"] : source["end"]]) == ("visit.md", source["quote"])
    assert not database.exists()


def test_a_publication_day_given_beats_the_articles_own(tracker: Tracker, article: Path) -> None:
    result = tracker("extract", article, "--published", "2022-06-30", "--format", "jsonl")
    assert json.loads(result.out)["start"] == "2022-06-28"


def test_dates_tell_how_each_expression_is_read(tracker: Tracker) -> None:
    text = "They met in Doha last month and again on Tuesday."
    result = tracker("dates", text, "--published", "2021-11-25", "--format", "jsonl")
    month, tuesday = (json.loads(line) for line in result.out.splitlines())
    assert list(month) == ["text", "start_char", "end_char", "start", "end", "precision", "basis"]
    assert (month["text"], month["start"], month["end"], month["precision"]) == (
        "last month",
        "2021-10-01",
        "2021-10-31",
        "month",
    )
    assert text[tuesday["start_char"] : tuesday["end_char"]] == tuesday["text"]
    assert tuesday["start"] == "2021-11-23"


def test_dates_reads_standard_input(tracker: Tracker) -> None:
    result = tracker("dates", "-", "--published", "2021-11", stdin="Talks were held last month.")
    assert result.out.startswith("last month\t16\t26\t2021-10-01\t2021-10-31\tmonth\t")


def test_the_demo_leaves_the_own_database_alone(tracker: Tracker, database: Path) -> None:
    shown = tracker("demo")
    assert (shown.code, database.exists()) == (0, False)
    assert shown.out.startswith("2021-08-15\toccurred\tmission\tAFG JPN\t")
    assert "failed" not in shown.err.replace("0 failed", "")


CORRECTED = ARTICLE.replace("Tuesday", "Wednesday")


def test_a_corrected_article_shows_its_difference_first(tracker: Tracker, article: Path) -> None:
    """And changes nothing until that is agreed to; a hand's field it never touches."""
    tracker("ingest", article)
    [event] = json.loads(tracker("timeline", "--format", "json").out)
    tracker("edit", event["id"], "--title", "Mine")
    article.write_text(article.read_text().replace(ARTICLE, CORRECTED))
    refused = tracker("ingest", article, stdin="n\n")
    assert (refused.code, "start: 2021-11-23 → 2021-11-24" in refused.err) == (1, True)
    assert json.loads(tracker("timeline", "--format", "json").out)[0]["start"] == "2021-11-23"
    assert "add --yes" in tracker("ingest", article).err
    agreed = tracker("ingest", article, "--yes")
    assert agreed.out.startswith("1 article read: 0 new events, 0 merged, 0 unchanged, 0 failed, 1 corrected\n")
    [corrected] = json.loads(tracker("timeline", "--format", "json").out)
    assert (corrected["id"], corrected["start"], corrected["title"]) == (event["id"], "2021-11-24", "Mine")
    assert [source["quote"] for source in corrected["sources"]] == [CORRECTED]
    assert tracker("ingest", article).out.endswith("1 unchanged, 0 failed\n")


def test_several_processes_read_what_one_does(tracker: Tracker, article: Path, tmp_path: Path) -> None:
    """Started where there is more to read than one is given at a time."""
    texts = [f"It rained on day {number}." for number in range(39)]
    rows = [json.dumps({"id": text, "published": "2021-11-25", "text": text}) for text in [*texts, ARTICLE]]
    collection = tmp_path / "collection.jsonl"
    collection.write_text("\n".join(rows))
    told = "40 articles read: 1 new event, 0 merged, 0 unchanged, 0 failed\n"
    assert tracker("ingest", collection, "--jobs", "2").out == told
    printed = [tracker("extract", collection, "--jobs", jobs, "--format", "jsonl").out for jobs in "12"]
    assert printed[0] == printed[1] != ""


def test_where_to_read_is_said_once(tracker: Tracker, article: Path) -> None:
    """And a language model is asked from here."""
    both = tracker("ingest", article, "--jobs", "2", "--cluster", "tcp://127.0.0.1:9")
    assert (both.code, "give one of them" in both.err) == (2, True)
    asked = tracker("ingest", article, "--cluster", "tcp://127.0.0.1:9", "--extractor", "llm")
    assert (asked.code, "leave --jobs and --cluster out" in asked.err) == (2, True)
