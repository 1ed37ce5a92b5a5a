"""The README shows what the program prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"
COLUMNS = "100"

_TRANSCRIPT = re.compile(r"(<!-- transcript: .*? -->\n```console\n\$ tracker demo\n)(.*?)(```\n<!-- end)", re.DOTALL)


def test_the_transcript_is_what_the_demo_prints(request: pytest.FixtureRequest) -> None:
    """In a terminal of 100 columns; `pytest --update` draws it anew."""
    command = [sys.executable, "-m", "tracker", "demo", "--format", "table"]
    environment = {**os.environ, "COLUMNS": COLUMNS}
    printed = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
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
