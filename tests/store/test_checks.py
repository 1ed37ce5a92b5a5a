"""`check` finds what is wrong with a record, one fault at a time."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from tracker import store
from tracker.store.address import Address
from tracker.store.engine import open_engine

FAULTS = {
    "update event set start_day = '2021-11-24'": "the end 2021-11-23 lies before the start 2021-11-24",
    "update event set precision = 'month'": "is no whole month",
    "update event set title = 'another'": "is not as its history says",
    "update participation set role = 'host'": "is not as its history says",
    "update event set day = '2021-11-22'": "has a party that is sorted by another day than it",
    "update mention set live = false": "is told by no article and was entered by nobody",
    "update judgement set withdrawn_by = operation_id": "has a mention that no judgement puts there",
    "delete from event_search": "is not in the full-text search",
    "update event set merged_into = key": "was merged into itself",
    "update party set name = ''; update participation set name = ''": "among the parties has no name",
    "update event set type = 'party'": "is no type of event",
}


@pytest.fixture
def url(own_url) -> str:
    """A database that can be damaged."""
    return own_url


@pytest.fixture
def told_by_an_article(url, read) -> str:
    """A sound record of one event, read from an article."""
    read("meeting 2021-11-23 JPN:participant AFG:participant Takashi_Okada/JPN @Kabul/AFG")
    return url


def test_a_sound_record_has_no_faults(told_by_an_article, recorder, told) -> None:
    """Whatever was read, added, edited and deleted."""
    with recorder() as writer:
        writer.delete(writer.add(told("call 2024-05-01 AFG IRN")))
        writer.edit(writer.add(told("call 2024-05-02 AFG IRN")), {"note": "n", "tags": ("a",)})
    assert store.check(told_by_an_article) == []


@pytest.mark.parametrize(("damage", "fault"), FAULTS.items(), ids=str)
def test_a_fault_is_found(damage: str, fault: str, told_by_an_article) -> None:
    """And said of its event."""
    with open_engine(Address.read(told_by_an_article), wait=1).begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA ignore_check_constraints = 1")
        elif "start_day" in damage:
            connection.execute(text("alter table event drop constraint ck_event_days"))
        for statement in damage.split(";"):
            connection.execute(text(statement))
    problems = store.check(told_by_an_article)
    assert any(fault in problem for problem in problems), problems


def test_a_row_without_what_it_belongs_to_is_found(sqlite, told) -> None:
    """Which a server would not let happen."""
    with store.open_recorder(sqlite, author="Ada", command="add") as recorder:
        recorder.add(told("call 2024-05-01 AFG IRN"))
    with open_engine(Address.read(sqlite), wait=1, foreign_keys=False).begin() as connection:
        connection.execute(text("delete from operation"))
    assert "belongs to a row of operation that is not there" in " ".join(store.check(sqlite))
