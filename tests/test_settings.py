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
    assert settings.load(given={}) == settings.Settings(database="file.db", named="Ada")


def test_the_environment_beats_the_config_file(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config.write_text('database = "file.db"\n')
    monkeypatch.setenv("TRACKER_DATABASE_URL", "environment.db")
    assert settings.load(given={}).database == "environment.db"


def test_the_command_line_beats_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_DATABASE_URL", "environment.db")
    assert settings.load(given={"database": "line.db"}).database == "line.db"


def test_git_signs_where_nobody_is_named(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(own_home / "gitconfig"))
    monkeypatch.chdir(own_home)
    (own_home / "gitconfig").write_text("[user]\nname = Ada Lovelace\n")
    assert settings.load(given={}).author == "Ada Lovelace"
    monkeypatch.setenv("TRACKER_AUTHOR", "Grace")
    assert settings.load(given={}).author == "Grace"
    assert settings.load(given={"author": "Eve"}).author == "Eve"


def test_the_login_signs_where_git_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setenv("LOGNAME", "ada")
    assert settings.load(given={}).author == "ada"


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
