"""Several writers and readers at once."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from tests.soak.crowd import crowd, half
from tracker.model import Event, Source, TimeSpan
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
    assert here.reads


def test_half_an_event_is_seen_to_be_one(told) -> None:
    """Or else no reader would ever see one."""
    quoted = Source(document="7-1", quote="Article 7-1a of 3 parties", start=0, end=25)
    whole = Event(
        id="x",
        type="meeting",
        when=TimeSpan.unknown(),
        title=quoted.quote,
        sources=(quoted,),
        history=(1,),
        participants=told("meeting JPN AFG Abdul_Kabir/AFG").participants,
    )
    assert half(whole) is None
    assert half(replace(whole, participants=whole.participants[1:])) == "Article 7-1a of 3 parties: 2 parties"
    assert half(replace(whole, sources=())) == "Article 7-1a of 3 parties: 0 sources"
    assert half(replace(whole, note="revised 5")) is not None
