"""Command line > environment > config file > defaults."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker import settings
from tracker.errors import UsageError


@pytest.fixture
def config(own_home: Path) -> Path:
    """The config file's place, with its folder made."""
    path = settings.config_file()
    path.parent.mkdir(parents=True)
    return path


def test_the_default_database_lies_in_the_users_data_folder(own_home: Path) -> None:
    assert settings.load(given={}).database.startswith(str(own_home))


def test_the_config_file_beats_the_default(config: Path) -> None:
    config.write_text('database = "file.db"\nauthor = "Ada"\n')
    assert settings.load(given={}) == settings.Settings(database="file.db", author="Ada")


def test_the_environment_beats_the_config_file(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config.write_text('database = "file.db"\n')
    monkeypatch.setenv("TRACKER_DATABASE_URL", "environment.db")
    assert settings.load(given={}).database == "environment.db"


def test_the_command_line_beats_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_DATABASE_URL", "environment.db")
    assert settings.load(given={"database": "line.db"}).database == "line.db"


def test_another_config_file_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = tmp_path / "mine.toml"
    named.write_text('author = "Grace"\n')
    monkeypatch.setenv("TRACKER_CONFIG", str(named))
    assert settings.load(given={}).author == "Grace"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("database = ", "cannot read"),
        ('databse = "x.db"', "sets 'databse'; it may set database, author"),
        ("author = 3", "must give 'author' as text"),
    ],
)
def test_a_config_file_that_cannot_be_meant_is_refused(config: Path, content: str, complaint: str) -> None:
    config.write_text(content)
    with pytest.raises(UsageError, match=complaint):
        settings.load(given={})


def test_the_words_file_beside_the_config_file_is_used_where_no_other_is_set(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = config.with_name("words.toml")
    assert settings.load(given={}).words is None
    beside.touch()
    assert settings.load(given={}).words == beside
    config.write_text('words = "~/file.toml"\n')
    assert settings.load(given={}).words == Path.home() / "file.toml"
    monkeypatch.setenv("TRACKER_WORDS", "environment.toml")
    assert settings.load(given={}).words == Path("environment.toml")
    assert settings.load(given={"words": "line.toml"}).words == Path("line.toml")


def test_a_language_model_is_set_like_everything_else(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config.write_text('llm_url = "http://localhost/v1"\nllm_model = "small"\nllm_price_in = "0.15"\n')
    monkeypatch.setenv("TRACKER_LLM_MODEL", "large")
    monkeypatch.setenv("TRACKER_LLM_KEY", "secret")
    chosen = settings.load(given={}).llm
    assert chosen == settings.LanguageModel("http://localhost/v1", "large", "secret", price_in=0.15)
    assert "secret" not in repr(chosen)


def test_a_price_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_LLM_PRICE_OUT", "cheap")
    with pytest.raises(UsageError, match="llm_price_out is 'cheap'; write a number"):
        settings.load(given={})
