"""Types and names of one's own, from `--words`, the environment, the config file or the usual place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker import settings
from tracker.cli import run
from tracker.cli.demo import seeds
from tracker.cli.options import complete_type

Tracker = Callable[..., Any]
WORDS = """
[types.exercise]
like = "meeting"
summary = "Armed forces train together."
nouns = ["joint exercise"]
glyph = "✣"
roles = ["army"]

[aliases.countries]
"Helvetia" = "Switzerland"

[aliases.organisations]
"Tin Alliance" = "NATO"
"""


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A words file."""
    path = tmp_path_factory.mktemp("words") / "mine.toml"
    path.write_text(WORDS, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def model(words: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of an exercise that an article tells."""
    folder = tmp_path_factory.mktemp("exercise")
    article, path = folder / "article.txt", folder / "record.db"
    article.write_text("Helvetia and Kenya held a joint exercise with the Tin Alliance on 3 May 2024.\n")
    ingest = ["--words", str(words), "ingest", str(article), "--published", "2024-05-14", "--db", str(path)]
    assert run(ingest) == 0
    return path


@pytest.fixture
def exercise(tracker: Tracker, model: Path, database: Path) -> Tracker:
    """That record at hand."""
    shutil.copy(model, database)
    return tracker


def test_an_event_in_the_files_words_is_read_stored_and_found(exercise: Tracker, words: Path) -> None:
    found = exercise("--words", words, "timeline", "--country", "Helvetia", "--type", "exercise").out.split("\t")
    assert found[:4] == ["2024-05-03", "occurred", "exercise", "CHE KEN NATO"]
    [event] = json.loads(exercise("--words", words, "timeline", "--organisation", "Tin Alliance", "-f", "json").out)
    assert event["roles"] == {"army": ["CHE", "KEN"]}


def test_its_glyph_and_name_stand_in_the_table(exercise: Tracker, words: Path) -> None:
    assert "✣ exercise" in exercise("--words", words, "timeline", "--format", "table").out


def test_an_added_type_can_be_entered_exported_and_imported(tracker: Tracker, words: Path, tmp_path: Path) -> None:
    added = ("add", "-t", "exercise", "-d", "2024-05-03", "-c", "Helvetia=army", "-c", "Kenya=army")
    assert tracker("--words", words, *added).code == 0
    table = tmp_path / "all.csv"
    tracker("--words", words, "export", table)
    again = tracker("--words", words, "import", table, "--db", tmp_path / "other.db")
    assert (again.code, tracker("--words", words, "db", "check").out) == (0, "sound\n")


def test_a_record_can_be_read_after_the_file_is_gone(exercise: Tracker, tmp_path: Path) -> None:
    """The type keeps its name and loses its sign; `db check` says what is missing."""
    shown = exercise("timeline", "--format", "table").out
    assert "· exercise" in shown
    assert exercise("export", tmp_path / "all.csv").code == 0
    id = exercise("timeline").out.split()[-1]
    assert "[army]" in exercise("show", id).out
    check = exercise("db", "check")
    assert (check.code, "a words file may add it" in check.out) == (1, True)


@pytest.mark.parametrize("where", ["environment", "config", "usual place"])
def test_the_file_is_found_where_it_is_set(
    tracker: Tracker, words: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = settings.config_file()
    config.parent.mkdir(parents=True)
    match where:
        case "environment":
            monkeypatch.setenv("TRACKER_WORDS", str(words))
        case "config":
            config.write_text(f'words = "{words}"\n')
        case _:
            shutil.copy(words, config.with_name("words.toml"))
    assert "exercise\t0" in tracker("types").out
    assert [name for name, _ in complete_type("ex")] == ["expulsion", "exercise"]


def test_without_a_file_a_later_command_does_not_know_its_words(tracker: Tracker, words: Path) -> None:
    assert "exercise\t0" in tracker("--words", words, "types").out
    assert "exercise" not in tracker("types").out


def test_types_tells_which_are_added(tracker: Tracker, words: Path) -> None:
    table = tracker("--words", words, "types", "--format", "table").out
    assert (
        "✣ exercise  yours, like meeting\n  Armed forces train together.\n  roles     army, host, mediator\n" in table
    )


def test_check_says_what_a_file_adds(tracker: Tracker, words: Path) -> None:
    checked = tracker("types", "--check", words)
    assert (checked.code, checked.err) == (0, "")
    assert checked.out.splitlines() == [
        "type          exercise, like meeting: joint exercise",
        "alias         Helvetia → CHE",
        "alias         Tin Alliance → NATO",
    ]


def test_check_finds_nothing_wrong_with_the_example_that_comes_along(tracker: Tracker) -> None:
    checked = tracker("types", "--check", seeds() / "words.toml")
    assert (checked.code, checked.err) == (0, "")


def test_check_explains_every_mistake_with_its_line(tracker: Tracker, tmp_path: Path) -> None:
    """Also of words that are like no word of their type, which only the lists of the extractor tell."""
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(
        '[triggers.meeting]\nverbs = { powwow = "meeet" }\n[aliases.countries]\n"Tin" = "Kenia"\n'
        '[triggers.summit]\nverbs = { gather = "zzz" }\n'
    )
    checked = tracker("types", "--check", wrong)
    assert (checked.code, checked.out) == (1, "")
    assert checked.err.splitlines() == [
        f"{wrong}, line 2: 'meeet' is none of the verbs of meeting; did you mean meet?",
        f"{wrong}, line 4: 'Kenia' is none of the countries that are known; write a name that is",
        f"{wrong}, line 6: 'zzz' is none of the verbs of summit; it has none",
    ]


def test_a_file_with_a_mistake_stops_every_command_but_the_one_that_explains_it(
    tracker: Tracker, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("[typos]\n")
    stopped = tracker("--words", wrong, "timeline")
    assert (stopped.code, stopped.err.count("\n")) == (1, 1)
    assert "line 1: 'typos' adds nothing" in stopped.err
    assert tracker("--words", wrong, "types", "--check", seeds() / "words.toml").code == 0


def test_a_file_that_is_not_there_is_said_to_be_missing(tracker: Tracker, tmp_path: Path) -> None:
    missing = tracker("--words", tmp_path / "none.toml", "timeline")
    assert (missing.code, missing.err) == (1, f"tracker: there is no words file {tmp_path / 'none.toml'}\n")
