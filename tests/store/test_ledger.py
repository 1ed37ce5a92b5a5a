"""What a transaction holds back is there for whoever reads, and what a recorder remembers is never out of date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tracker import resolve, store
from tracker.errors import InputError
from tracker.model import Document, Filter, Mention, TimeSpan
from tracker.store import columns, schema
from tracker.store.address import Address
from tracker.store.engine import open_engine
from tracker.store.ledger import Ledger
from tracker.store.recollection import Recollection
from tracker.store.record import Recorder

Told = Callable[..., Mention]

PEOPLE = "JPN AFG Takashi_Okada/JPN Abdul_Kabir/AFG @Kabul/AFG"
PARTY = (1, "country:JPN", "country", "Japan", "japan", "JPN")


def test_what_is_held_back_is_there_for_whoever_reads(url: str) -> None:
    """And for nobody else before."""
    with open_engine(Address.read(url), wait=1).begin() as connection:
        ledger = Ledger(connection, Address.read(url), Recollection())
        ledger.add("party", columns.PARTY, [PARTY])
        assert connection.exec_driver_sql("select count(*) from party").scalar() == 0
        assert [row["name"] for row in ledger.rows("select name from party")] == ["Japan"]


def test_what_points_to_what_is_read_may_wait(url: str) -> None:
    """What that points to may not."""
    with open_engine(Address.read(url), wait=1).begin() as connection:
        ledger = Ledger(connection, Address.read(url), Recollection())
        ledger.add("naming", ("id", "party_id", "other_id", "verdict", "operation_id"), [(1, 1, 2, "different", 1)])
        ledger.add("party", columns.PARTY, [PARTY, (2, "country:AFG", "country", "Afghanistan", "afghanistan", "AFG")])
        ledger.add("operation", ("id", "author", "origin", "command", "at"), [(1, "Ada", "hand", "x", "2021-11-23")])
        assert len([*ledger.rows("select 1 from party")]) == 2
        assert connection.exec_driver_sql("select count(*) from naming").scalar() == 0
        assert len([*ledger.rows("select 1 from naming")]) == 1


def test_keys_follow_those_on_record(url: str) -> None:
    """One after another, whether their rows are written yet or not."""
    with open_engine(Address.read(url), wait=1).begin() as connection:
        ledger = Ledger(connection, Address.read(url), Recollection())
        [first] = ledger.keys(schema.party, 1)
        ledger.add("party", columns.PARTY, [(first, *PARTY[1:])])
        assert ledger.keys(schema.party, 2) == [first + 1, first + 2]


def moved_by_another(url: str, told: Told) -> store.ArticleOutcome:
    """What becomes of a report of a day to which another writer moved an event that the recorder has just read."""

    def article(recorder: Recorder, line: str) -> store.ArticleOutcome:
        return recorder.article(Document(text=line), [told(line)], resolve)

    with store.open_recorder(url, author="Eve", command="ingest") as recorder:
        article(recorder, f"meeting 2021-11-23 {PEOPLE}")
        article(recorder, "call 2021-11-24 JPN AFG")
        article(recorder, "meeting 2021-12-01 JPN AFG")
        with store.open_reader(url) as reader:
            [event] = [one for one in reader.events(Filter()) if one.people]
        with store.open_recorder(url, author="Ada", command="edit") as other:
            other.edit(event.id, {"when": TimeSpan.iso("2021-11-10")})
        return article(recorder, f"meeting 2021-11-10 {PEOPLE}")


def test_what_another_writer_set_is_seen(url: str, told: Told) -> None:
    """Between two transactions of one recorder."""
    assert moved_by_another(url, told).merged == 1


def test_a_memory_that_is_out_of_date_is_found_out(url: str, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the same report."""
    monkeypatch.setattr(Recollection, "begin", lambda *_: None)
    assert moved_by_another(url, told).merged == 0


def test_what_was_not_kept_is_not_remembered(url: str, told: Told) -> None:
    """A party of an article that could not be recorded is none."""
    sound = told("call 2024-05-01 AFG IRN")
    with store.open_recorder(url, author="Eve", command="ingest") as recorder:
        with pytest.raises(InputError):
            recorder.article(Document(text="a"), [sound, replace(sound, confidence=2.0)], resolve)
        assert recorder.article(Document(text=sound.evidence[0].text), [sound], resolve).new == 1
    assert store.check(url) == []
