"""Several writers and readers at once."""

from __future__ import annotations

import shutil

import pytest

from tests.soak.crowd import crowd
from tracker.store import migrate
from tracker.store.address import Address


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_crowd(kind, new_database, tmp_path, pytestconfig, found) -> None:
    """Nothing acknowledged is lost, no event is seen half, and nobody is refused.

    On SQLite the record is one of the first version, which whoever comes first upgrades while the others wait.
    """
    url = new_database(kind, empty=kind == "sqlite")
    if kind == "sqlite":
        old = tmp_path / "scripts"
        shutil.copytree(migrate.scripts(), old, ignore=shutil.ignore_patterns("000[2-9]_*", "__pycache__"))
        migrate.upgrade(Address.read(url), wait=1, folder=old)
    here = crowd(url, writers=4, readers=8, seconds=pytestconfig.getoption("--seconds"))
    found(
        f"4 writers, 8 readers, {kind}",
        f"{here.articles} articles and {here.edits} edits acknowledged, {len(here.lost)} lost; "
        f"{here.seen} events read, {len(here.half)} half; {here.checks} checks, {len(here.refused)} refused",
    )
    assert here.sound, "\n".join([*here.refused, *here.half, *here.lost, *here.unsound][:20])
    assert here.articles
    assert here.seen
