"""What every test rests on: its own empty home, so that nobody's database or settings are touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mentions import mention
from tracker import reference
from tracker.model import Mention


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh folder that everything below takes for the user's home; no words are added."""
    reference.use(reference.NO_WORDS)
    home = tmp_path_factory.mktemp("home")
    for variable in ("TRACKER_CONFIG", "TRACKER_DATABASE_URL", "TRACKER_AUTHOR", "TRACKER_WORDS"):
        monkeypatch.delenv(variable, raising=False)
    for variable in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(home))
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    return home


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes the snapshots anew instead of comparing with them."""
    parser.addoption("--update", action="store_true", help="write the snapshots anew")


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the file of that name in `snapshots/` beside the test."""

    def compare(name: str, text: str) -> None:
        path = Path(request.path).parent / "snapshots" / name
        if request.config.getoption("--update"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


Told = Callable[..., Mention]


@pytest.fixture(scope="session")
def told() -> Told:
    """Mentions written in a line, as `tests.mentions` reads it."""
    return mention
