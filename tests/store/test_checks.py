"""`check` finds what is wrong with a record, one fault at a time, and `repair` sets right what needs no decision."""

from __future__ import annotations

from contextlib import closing, nullcontext

import pytest
from sqlalchemy import Connection, text

from tests.mentions import mention
from tests.store.conftest import shown
from tracker import resolve, store
from tracker.model import Document, TimeSpan
from tracker.store import checks
from tracker.store.address import Address
from tracker.store.connect import Core
from tracker.store.engine import open_engine

FAULTS = {
    "update event set precision = 'month'": "is no whole month",
    "update event set title = 'another'": "is not as its history says",
    "update event set origin = 'import'": "has another origin than who put it on record",
    "update event set origin = 'thin air'": "comes from nowhere",
    "update event set review = 'so-so'": "has a state of review that there is not",
    "update event set day = '2021-11-22'": "has a party that is sorted by another day than it",
    "update event set day = '2021-11-22'; update participation set day = '2021-11-22'": "is sorted by another day",
    "update event set loose = true; update participation set loose = true": "is sorted by another day",
    "update event set place_folded = 'kabull'": "found by another place, than its own",
    "update event set merged_into = key": "was merged into itself",
    "update event set merged_into = (select max(key) from event) where key = 1": "merged where no judgement says so",
    "update event set type = 'party'": "is no type of event",
    "update participation set role = 'host'": "is not as its history says",
    "update participation set ordinal = ordinal + 1": "has parties out of count",
    "update participation set repeat = 1 where ordinal = 0": "has parties out of count",
    "update participation set named_id = party_id": "names a party that is not the one under whose name it goes",
    "update party set name = ''; update participation set name = ''": "among the parties has no name",
    "update party set folded = 'x'": "is not found by its name",
    "update party set alias_of = 2 where id = 1": "party 1 goes under the name of another where no decision says so",
    "update party set alias_of = 1": "goes under a name that itself goes under another",
    "insert into naming (party_id, other_id, verdict, operation_id) values (1, 2, 'same', 1)": "does not go under the",
    "update mention set live = false": "is told by no article and was entered by nobody",
    "update mention set event_key = null": "stands and tells no event",
    "update mention set evidence = '[]'": "has no quotation that can be read",
    "update mention set evidence = 'x'": "has no quotation that can be read",
    "update document set text = upper(text)": "quotes what its article does not say there",
    "update mention set start_day = '2021-11-22', precision = 'year'": "2021-11-22 to 2021-11-23 is no whole",
    "update document set published_precision = 'month'": "2021-11-25 to 2021-11-25 is no whole month",
    "update document set text = 'another'": "is not the text that was read",
    "update document set replaces = id": "takes the place of one that came after it",
    "update judgement set withdrawn_by = operation_id": "has a mention that no judgement puts there",
    "insert into judgement (event_key, other_event_key, verdict, operation_id) values (1, 2, 'same', 1)": "not merged",
    "delete from change": "was put on record by nobody",
    "delete from change where field = 'title'": "is not as its history says",
    "update change set old_value = 'x' where field = 'title'": "does not follow from the one before",
    "update change set undoes = id": "takes back one of another event",
    "update operation set undoes = id": "takes back one that came after it",
    "delete from event_search": "is not in the full-text search",
}
"""Each by what does it, with what is said."""

IN_THE_FILE = {
    "update event set start_day = '2021-11-24'": "the end 2021-11-23 lies before the start 2021-11-24",
    "update event_search set words = 'other words'": "is not in the full-text search as it is",
    "insert into event_search (rowid, words) values (99, 'x')": "the search holds words of an event 99 that is not",
    "update event set start_day = '2021-02-31'": "day is out of range for month",
    "update mention set precision = 'hour'": "is no span of days",
    "update mention set document_id = 99": "belongs to a row of document that is not there",
}
"""What a server would not let happen, or says otherwise."""


LINES = (
    "meeting 2021-11-23 JPN:participant AFG:participant Takashi_Okada/JPN @Kabul/AFG",
    "visit 2023-03-16 KOR:visitor JPN:host",
)


@pytest.fixture
def told_by_articles(url, read) -> str:
    """A sound record of two events, each read from an article."""
    for line in LINES:
        read(line)
    return url


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def unharmed(request, new_database) -> str:
    """The same, of one kind and then of the other; whoever damages it takes that back."""
    url = new_database(request.param)
    with store.open_recorder(url, author="Ada", command="ingest") as recorder:
        for line in LINES:
            document = Document(text=line, name=line[:5], published=TimeSpan.iso("2021-11-25"))
            recorder.article(document, [mention(line)], resolve, extractor="test")
    return url


def found_after(damage: str, url: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is found wrong after statements that no command makes, which are taken back then."""
    engine = open_engine(Address.read(url), wait=1, foreign_keys=False)
    with engine.connect() as connection, closing(connection.begin()):
        carry_out(damage, connection)
        monkeypatch.setattr(checks, "reading", lambda _: nullcontext(Core(connection)))
        return store.check(url)


def carry_out(damage: str, connection: Connection) -> None:
    """Each of the statements."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = 1")
    for statement in damage.split("; "):
        connection.execute(text(statement))


def test_a_sound_record_has_no_faults(told_by_articles, recorder, told) -> None:
    """Whatever was read, added, edited and deleted."""
    with recorder() as writer:
        writer.delete(writer.add(told("call 2024-05-01 AFG IRN")))
        writer.edit(writer.add(told("call 2024-05-02 AFG IRN")), {"note": "n", "tags": ("a",)})
    assert store.check(told_by_articles) == []


@pytest.mark.parametrize(("damage", "fault"), FAULTS.items(), ids=str)
def test_a_fault_is_found(damage: str, fault: str, unharmed, monkeypatch) -> None:
    """And said of what has it."""
    problems = found_after(damage, unharmed, monkeypatch)
    assert any(fault in problem for problem in problems), problems


@pytest.mark.parametrize("unharmed", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("damage", "fault"), IN_THE_FILE.items(), ids=str)
def test_a_fault_of_a_file_is_found(damage: str, fault: str, unharmed, monkeypatch) -> None:
    """Which a server guards against."""
    test_a_fault_is_found(damage, fault, unharmed, monkeypatch)


def test_what_was_damaged_is_unharmed_again(unharmed) -> None:
    """So that each fault is found by itself."""
    assert store.check(unharmed) == []


def damage(url: str, statements: str) -> None:
    """Does what no command does, for good."""
    with open_engine(Address.read(url), wait=1, foreign_keys=False).begin() as connection:
        carry_out(statements, connection)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_of_many_faults_the_first_are_told_and_the_rest_counted(url, recorder, told) -> None:
    """So that a million of them are a page."""
    with recorder() as writer:
        for day in range(1, 29):
            writer.add(told(f"call 2024-05-{day:02} AFG IRN"))
    damage(url, "delete from event_search")
    problems = store.check(url)
    assert (len(problems), problems[-1]) == (21, "… and 8 more faults of events")


REPAIRED = {
    "update event set day = '2021-11-22'": "2 × event sorted by its own day and place again",
    "update participation set day = '2021-11-22', loose = true": "× party of an event sorted by its day again",
    "update participation set repeat = 1 where ordinal = 0": "2 × party of an event counted again",
    "update party set folded = 'x'": "× party found by its name again",
    "delete from event_search": "2 × event in the full-text search as it is again",
}


@pytest.mark.parametrize(("statements", "done"), REPAIRED.items(), ids=str)
def test_what_follows_from_the_facts_is_set_right(statements: str, done: str, told_by_articles) -> None:
    """And nothing else is touched; a sound record needs nothing."""
    before = shown(told_by_articles)
    damage(told_by_articles, statements)
    repaired = store.repair(told_by_articles)
    assert [done in one for one in repaired.done] == [True]
    assert (repaired.left, store.check(told_by_articles), shown(told_by_articles)) == ((), [], before)
    assert store.repair(told_by_articles).done == ()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_what_was_there_before_a_repair_is_kept(told_by_articles) -> None:
    """And what only a person can decide is left as it is, and told."""
    damage(told_by_articles, "delete from event_search; update event set title = 'another' where key = 1")
    repaired = store.repair(told_by_articles)
    assert repaired.kept is not None
    assert any("not in the full-text search" in one for one in store.check(str(repaired.kept)))
    [left] = repaired.left
    assert "is not as its history says" in left
