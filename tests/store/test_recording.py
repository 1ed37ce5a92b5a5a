"""What is written, who it is said to be from, and what may never be written over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.mentions import in_place
from tracker import resolve, store
from tracker.errors import InputError, UnknownName
from tracker.model import Document, Event, Filter, Origin, Place, Precision, Review, Source, Status, TimeSpan
from tracker.store import fields

OKADA = "meeting 2021-11-23 JPN:participant AFG:participant Takashi_Okada/JPN @Kabul/AFG"
VISIT = "visit ~2025-02-18 AFG:visitor JPN:host"
STAY = "visit 2025-02-15..2025-02-21 AFG:visitor JPN:host Abdul_Latif_Nazari/AFG @Tokyo/JPN"


@pytest.fixture
def events(url):
    """The events on record."""

    def find(**asked: object) -> list[Event]:
        with store.open_reader(url) as reader:
            return reader.events(Filter(**asked))

    return find


def test_an_article_becomes_events_with_their_quotations(read, events) -> None:
    """Every event keeps the sentence that tells it, and where it stands."""
    assert read(OKADA, VISIT, name="envoy.md") == store.ArticleOutcome("envoy.md", new=2)
    first, second = events()
    assert [source.quote for source in first.sources] == [OKADA]
    assert (first.sources[0].document, first.sources[0].title) == ("envoy.md", "An article")
    assert (first.when, second.type) == (TimeSpan.iso("2021-11-23"), "visit")


@pytest.mark.parametrize("again", [{}, {"name": "other.md"}, {"published": "2024-01-01"}])
def test_the_same_text_again_changes_nothing(again: dict[str, str], read, events, url) -> None:
    """Under its own name or another, with the same day of publication or another."""
    read(OKADA, VISIT)
    before, info = events(), store.info(url)
    assert read(OKADA, VISIT, **again).unchanged == 1
    assert (events(), store.info(url)) == (before, info)


def test_two_articles_on_one_visit_make_one_event(read, events) -> None:
    """With the dates of the more exact one, the parties of both, and two sources."""
    read(VISIT, text="first")
    outcome = read(STAY, text="second")
    [event] = events()
    assert (outcome.new, outcome.merged) == (0, 1)
    assert (str(event.when.start), str(event.when.end), event.place.name) == ("2025-02-15", "2025-02-21", "Tokyo")
    assert (event.people, len(event.sources)) == (("Abdul Latif Nazari",), 2)
    assert event.confidence == 0.96


def test_what_is_foreseen_becomes_what_was_held(read, events) -> None:
    """When a later article tells it."""
    read("summit planned 2023-05-19 JPN GBR @Hiroshima/JPN", text="before")
    read("summit 2023-05-19 JPN GBR @Hiroshima/JPN", text="after")
    assert [event.status for event in events()] == [Status.OCCURRED]


def test_two_mentions_of_one_article_stay_two_events(read, events) -> None:
    """Were they one, the article would say so; only what is the same to the letter is one."""
    call = "call 2024-05-01 AFG IRN"
    read(call, call, f"{call} @Tehran/IRN")
    assert len(events()) == 2


def test_an_unsure_mention_is_an_event_of_its_own(read, events, url, told) -> None:
    """Until a person says whether it is another's."""
    read(told("meeting 2021-10-27 AFG JPN", quote="Both sides sat down on Wednesday."))
    outcome = read(told("meeting 2021-10 AFG JPN", quote="The envoy had seen the minister in October."))
    assert (outcome.new, outcome.merged, outcome.unsure) == (1, 0, 1)
    assert len(events()) == 2
    assert store.check(url) == []


def test_what_a_person_set_no_article_sets_again(read, events, recorder) -> None:
    """Of one field the person answers for; the others follow the articles."""
    read(VISIT, text="one")
    with recorder() as writer:
        writer.edit(events()[0].id, {"when": TimeSpan.iso("2025-02-16"), "title": "Nazari in Tokyo"})
    read(STAY, text="two")
    [event] = events()
    assert (event.when.start, event.when.end) == (event.when.end, TimeSpan.iso("2025-02-16").end)
    assert (event.title, event.place.name, event.people) == ("Nazari in Tokyo", "Tokyo", ("Abdul Latif Nazari",))


def test_an_event_entered_by_hand_gains_sources_and_what_was_left_open(read, events, recorder, told) -> None:
    """It stays the person's, without the machine's confidence."""
    with recorder() as writer:
        id = writer.add(replace(told("visit 2025-02-15..2025-02-21 AFG JPN"), confidence=None))
    read(STAY)
    [event] = events()
    assert (event.id, event.origin, event.place.name) == (id, Origin.HAND, "Tokyo")
    assert (event.confidence, len(event.sources)) == (None, 1)
    assert event.roles == {}


def test_a_deleted_event_stays_deleted(read, events, recorder, url) -> None:
    """When its article is read again; and comes back when it is restored."""
    read(OKADA)
    [event] = events()
    with recorder() as writer:
        assert [(change.field, change.new) for change in writer.delete(event.id, "an opinion")] == [("deleted", "yes")]
    assert read(OKADA).unchanged == 1
    assert events() == []
    with recorder() as writer:
        writer.restore(event.id)
        assert writer.restore(event.id) == []
    assert [(one.id, one.title) for one in events()] == [(event.id, event.title)]
    assert store.check(url) == []


def test_a_rejected_event_takes_in_what_tells_it_again(read, events, recorder) -> None:
    """And stays rejected."""
    read(VISIT, text="one")
    with recorder() as writer:
        writer.edit(events()[0].id, {"review": Review.REJECTED})
    assert read(STAY, text="two").merged == 1
    assert (events(), len(events(include_rejected=True))) == ([], 1)


def test_every_field_that_is_set_leaves_a_change(recorder, url, told) -> None:
    """Of an event entered by hand, each that is not empty; by whom, with which command, and why."""
    source = Source(document="wire", url="https://example.org/1", quote="They met.", start=0, end=9)
    with recorder(author="Grace", command="add") as writer:
        id = writer.add(told(OKADA), note="seen", tags=["b", "a"], sources=[source], reason="asked to")
    with store.open_reader(url) as reader:
        changes = reader.changes(id)
        state = fields.state(reader.event(id))
    assert {change.field: change.new for change in changes} == state
    assert {(c.old, c.author, c.command, c.reason, c.origin) for c in changes} == {
        (None, "Grace", "add", "asked to", Origin.HAND)
    }
    assert state["people"] == "Takashi Okada::JPN"
    assert (state["tags"], state["sources"]) == ("a; b", "wire|https://example.org/1|||They met.")


def test_what_articles_say_is_signed_by_the_program(read, events, url) -> None:
    """Not by whoever ran the command."""
    read(OKADA)
    with store.open_reader(url) as reader:
        assert {(c.author, c.origin, c.command) for c in reader.changes(events()[0].id)} == {
            ("tracker", Origin.MACHINE, "ingest")
        }


def test_an_edit_returns_what_it_changed(recorder, told, events) -> None:
    """Field by field, and nothing for what is so already."""
    with recorder() as writer:
        id = writer.add(told(OKADA))
        made = writer.edit(id[:3], {"status": Status.PLANNED, "subtype": "bilateral", "place": Place("Kabul", "AFG")})
        assert {change.field: (change.old, change.new) for change in made} == {
            "status": ("occurred", "planned"),
            "subtype": (None, "bilateral"),
        }
        assert writer.edit(id, {"status": Status.PLANNED, "tags": ()}) == []
        writer.edit(id, {"subtype": None, "tags": ("x", "x"), "note": "n"})
    [event] = events(text="n")
    assert (event.subtype, event.tags, event.note) == (None, ("x",), "n")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"type": "party"}, "'party' is no type of event"),
        ({"type": "visit"}, "'participant' (Japan) is no role of a visit"),
        ({"subtype": "state"}, "'state' is no subtype of a meeting; it may be bilateral, multilateral"),
        ({"status": None}, "'status' cannot be empty"),
        ({"origin": Origin.MACHINE}, "'origin' cannot be edited"),
        ({"place": Place("Kabul", "XYZ")}, "'XYZ' is no country code"),
        (
            {"when": TimeSpan(date(2021, 11, 2), date(2021, 11, 30), Precision.MONTH)},
            "no whole month",
        ),
        ({"when": TimeSpan.day(date(2021, 11, 2), date(2021, 11, 1))}, "lies before"),
        ({"confidence": 2.0}, "confidence 2.0 is not between 0 and 1"),
    ],
    ids=str,
)
def test_an_edit_that_would_make_no_sense_is_refused(changes: dict[str, object], message: str, sqlite, told) -> None:
    """And changes nothing."""
    with store.open_recorder(sqlite, author="Ada", command="edit") as writer:
        id = writer.add(told(OKADA))
        with pytest.raises(InputError) as raised:
            writer.edit(id, {"note": "half", **changes})
        assert message in str(raised.value)
        with pytest.raises(UnknownName):
            writer.edit("zzz", {"note": "n"})
    with store.open_reader(sqlite) as reader:
        assert reader.event(id).note == ""


def test_what_a_database_refuses_is_replaced_at_the_same_length(read, events, told, url) -> None:
    """NUL and half a character, wherever they come from; the offsets of quotations still fit."""
    broken = "AFG\0JPN\ud800 met"
    read(replace(told(OKADA, quote=broken), title=broken), text=broken, name=broken)
    [event] = events()
    assert event.title == event.sources[0].quote == event.sources[0].document == "AFG\ufffdJPN\ufffd met"
    assert read(told(OKADA, quote=broken), text=broken).unchanged == 1
    assert store.check(url) == []


def test_an_event_added_twice_is_two_events(recorder, told, events) -> None:
    """Whoever enters the same again is taken to mean another."""
    with recorder() as writer:
        assert writer.add(told(OKADA)) != writer.add(told(OKADA))
    assert len(events()) == 2


def test_ids_say_where_an_event_comes_from(new_database, read, events, told) -> None:
    """The same article gives the same ids in another database, whatever was read before it."""
    read("call 2020-01-01 FRA DEU", text="before")
    read(OKADA, VISIT)
    other = new_database("sqlite")
    with store.open_recorder(other, author="Bob", command="ingest") as writer:
        text, mentions = in_place("", [told(OKADA), told(VISIT)])
        writer.article(Document(text=text), mentions, resolve)
    with store.open_reader(other) as reader:
        assert [event.id for event in reader.events(Filter())] == [event.id for event in events()][1:]
