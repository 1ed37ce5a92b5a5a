"""Names of one party joined and told apart by hand, and what is found by them then."""

from __future__ import annotations

import pytest

from tracker import resolve, store
from tracker.errors import AmbiguousName, InputError, UnknownName
from tracker.model import Document, Filter, PeopleFilter, TimeSpan

SIRAJ = "meeting 2024-06-04 AFG ARE Siraj_Hakkani/AFG"
SIRAJUDDIN = "meeting 2024-09-10 AFG UZB Sirajuddin_Haqqani/AFG Saidov/UZB"
KHALIL = "meeting 2024-06-05 AFG ARE Khalil_Haqqani/AFG"
EMIRATE = "call 2024-07-01 IEAF QAT"


@pytest.fixture
def record(recorder, told) -> None:
    """Four engagements: of one person under two names, of another of the same surname, and of an organisation."""
    with recorder(command="ingest") as writer:
        for line in (SIRAJ, SIRAJUDDIN, KHALIL, EMIRATE):
            writer.article(Document(text=line, published=TimeSpan.iso("2021-11-25")), [told(line)], resolve)


@pytest.fixture
def found(url):
    """How many events the filter of a person or country finds."""

    def count(**asked: tuple[str, ...]) -> int:
        with store.open_reader(url) as reader:
            return len(reader.events(Filter(**asked)))

    return count


@pytest.mark.usefixtures("record")
def test_whoever_asks_for_either_name_finds_both(recorder, found, url) -> None:
    """And the events keep the name that their sources print."""
    with recorder() as writer:
        writer.join("Sirajuddin Haqqani", ["Siraj Hakkani"])
    assert found(people=("hakkani",)) == found(people=("Sirajuddin",)) == 2
    with store.open_reader(url) as reader:
        names = {event.people[0] for event in reader.events(Filter(people=("Siraj",)))}
        [person] = reader.parties.people(PeopleFilter(name="hakkani"))
    assert names == {"Siraj Hakkani", "Sirajuddin Haqqani"}
    assert (person.party.name, person.party.aliases, person.events) == ("Sirajuddin Haqqani", ("Siraj Hakkani",), 2)
    assert store.check(url) == []


@pytest.mark.usefixtures("record")
def test_an_organisation_can_be_a_country_by_another_name(recorder, found, url) -> None:
    """Whoever asks for the country finds it, beside another country too, and each event once."""
    assert found(countries=("AFG",)) == 3
    with recorder() as writer:
        writer.join("Afghanistan", ["IEAF"])
    assert found(countries=("AFG",)) == 4
    assert found(countries=("QAT",), partners=("AFG",)) == 1
    with store.open_reader(url) as reader:
        summary = {one.country: one.events for one in reader.country_summaries()}
    assert summary["AFG"] == 4
    assert store.check(url) == []


@pytest.mark.usefixtures("record")
def test_what_is_read_later_is_found_too(recorder, read, found) -> None:
    """Under whichever of the names, even one that nobody had printed yet."""
    with recorder() as writer:
        writer.name("Sirajuddin Haqqani", ["Khalifa Saheb"])
    read("meeting 2025-01-21 AFG ARE Khalifa_Saheb/AFG")
    assert found(people=("Sirajuddin",)) == 2


@pytest.mark.usefixtures("record")
def test_reports_under_joined_names_are_of_one_event(recorder, read) -> None:
    """Two names of a person do not keep them apart any more."""
    again = "meeting 2024-09-10 AFG UZB Khalifa_Saheb/AFG Saidov/UZB"
    assert read(again, text="before").merged == 0
    with recorder() as writer:
        writer.join("Sirajuddin Haqqani", ["Khalifa Saheb"])
    assert read(again, text="after").merged == 1


@pytest.mark.usefixtures("record")
def test_parting_brings_everything_back(recorder, found, state, url) -> None:
    """One of a chain of names takes those with it that went under it."""
    before = state()
    with recorder() as writer:
        writer.join("Siraj Hakkani", ["Khalil Haqqani"])
        writer.join("Sirajuddin Haqqani", ["Siraj Hakkani"])
        assert found(people=("Khalil",)) == 3
        assert writer.tell_apart("Sirajuddin Haqqani", "Siraj Hakkani")[2]
        assert not writer.tell_apart("Siraj Hakkani", "Sirajuddin Haqqani")[2]
    assert found(people=("Khalil",)) == 2
    assert found(people=("Sirajuddin",)) == 1
    assert state() == before
    assert store.check(url) == []


@pytest.mark.usefixtures("record")
def test_what_was_decided_is_taken_back_and_brought_again(recorder, found) -> None:
    """As any other change is."""
    with recorder() as writer:
        writer.join("Sirajuddin Haqqani", ["Siraj Hakkani"])
        [naming] = writer.undo(resolve).namings
        assert (naming.party.name, found(people=("Siraj",))) == ("Siraj Hakkani", 2)
        assert found(people=("Hakkani",)) == 1
        writer.redo(resolve)
        assert found(people=("Hakkani",)) == 2


@pytest.mark.usefixtures("record")
def test_what_was_brought_again_is_taken_back_first(recorder, url) -> None:
    """Before what was decided in between, however early it was decided at first."""
    pair = "Sirajuddin Haqqani", "Siraj Hakkani"
    with recorder() as writer:
        writer.join(pair[0], [pair[1]])
        writer.tell_apart(*pair)
        apart = writer.undo(resolve).number
        writer.tell_apart(*reversed(pair))
        writer.join(pair[0], [pair[1]])
        assert writer.redo(resolve).number == apart
        first, *others = (writer.undo(resolve).number for _ in range(4))
    assert (first, sorted(others, reverse=True)) == (apart, others)
    assert store.check(url) == []


@pytest.mark.usefixtures("record")
def test_what_was_decided_otherwise_since_is_not_brought_again(recorder, url) -> None:
    """Nobody goes under a name that goes under his own."""
    with recorder() as writer:
        writer.join("Sirajuddin Haqqani", ["Siraj Hakkani"])
        writer.undo(resolve)
        writer.join("Siraj Hakkani", ["Sirajuddin Haqqani"])
        with pytest.raises(InputError, match="was decided otherwise since"):
            writer.redo(resolve)
    assert store.check(url) == []


@pytest.mark.parametrize(
    ("attempt", "error"),
    [
        (lambda writer: writer.join("Haqqani", ["Saidov"]), AmbiguousName),
        (lambda writer: writer.join("Nobody", ["Saidov"]), UnknownName),
        (lambda writer: writer.join("Saidov", ["Saidov"]), InputError),
        (lambda writer: writer.join("Saidov", ["Japan"]), UnknownName),
        (lambda writer: writer.join("Saidov", ["Afghanistan"]), InputError),
        (lambda writer: writer.tell_apart("Saidov (UZB)", "Saidov"), InputError),
    ],
)
@pytest.mark.usefixtures("record")
def test_what_makes_no_sense_is_refused(recorder, attempt, error: type[InputError], url) -> None:
    """A part of two names, a name of nobody, one party with itself, a country as a person."""
    with recorder() as writer, pytest.raises(error):
        attempt(writer)
    with store.open_reader(url) as reader:
        assert reader.parties.namings() == []


def test_offices_and_people_met_stand_with_their_days(read, url) -> None:
    """Rejected and planned engagements are not counted, nor colleagues at the same table."""
    read("meeting 2022-03-07 AFG CHN Baradar/AFG Kabir/AFG Wang_Yu/CHN")
    read("meeting 2022-05-09 AFG CHN Baradar/AFG Wang_Yu/CHN")
    read("meeting planned 2022-06-09 AFG CHN Baradar/AFG Wang_Yi/CHN")
    with store.open_reader(url) as reader:
        [person] = reader.parties.people(PeopleFilter(name="baradar"))
    [met] = person.met
    assert (person.events, str(person.first), str(person.last)) == (2, "2022-03-07", "2022-05-09")
    assert (str(met.party), met.events, str(met.last)) == ("Wang Yu (CHN)", 2, "2022-05-09")
