"""What the long tests found, told in a table at the end; how long they are is set by `--kills`, `--seconds` and
`--articles`, and as they stand they take seconds."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import new_database, server

__all__ = ["new_database", "server"]

QUICK = 2
"""The kills of a task that take no longer than a test may; with more, everything is tried."""

_FOUND = "soak"


@pytest.fixture
def found(record_property: Callable[[str, object], None]) -> Callable[[str, str], None]:
    """Keeps what was found, for the table: what was done, and what came of it."""
    return lambda what, told: record_property(_FOUND, (what, told))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Prints the table."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    rows = [value for report in reports for name, value in report.user_properties if name == _FOUND]
    if file := config.getoption("--findings"):
        Path(file).write_text(json.dumps([{"what": what, "found": told} for what, told in rows], indent=2))
    if rows and config.getoption("--kills") > QUICK:
        terminalreporter.section("soak")
        for what, told in rows:
            for line in textwrap.wrap(f"{what:26} {told}", 78, subsequent_indent=" " * 27, drop_whitespace=False):
                terminalreporter.line(line.rstrip())
