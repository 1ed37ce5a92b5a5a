"""The README shows what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tracker.cli import run

README = Path(__file__).parents[1] / "README.md"
COLUMNS = "100"

_TRANSCRIPT = re.compile(r"(<!-- transcript: .*? -->\n```console\n\$ tracker demo\n)(.*?)(```\n<!-- end)", re.DOTALL)


def test_the_transcript_is_what_the_demo_prints(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a terminal of 100 columns; `pytest --update` draws it anew."""
    monkeypatch.setenv("COLUMNS", COLUMNS)
    assert run(["demo", "--format", "table"]) == 0
    printed = capsys.readouterr().out
    readme = README.read_text(encoding="utf-8")
    if request.config.getoption("--update"):
        readme = _TRANSCRIPT.sub(lambda match: match[1] + printed + match[3], readme)
        README.write_text(readme, encoding="utf-8")
    shown = _TRANSCRIPT.search(readme)
    assert shown is not None
    assert shown[2] == printed


def test_the_two_commands_stand_on_lines_of_their_own() -> None:
    """As the CI script reads and runs them."""
    assert re.findall(r"^make \w+$", README.read_text(encoding="utf-8"), re.MULTILINE) == ["make demo", "make test"]
