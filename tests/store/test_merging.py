"""Events merged, split and told apart, and what is shown of them then."""

from __future__ import annotations

import pytest

from tracker import resolve, store
from tracker.errors import InputError
from tracker.model import Review, Source, TimeSpan

OKADA = "meeting 2021-11-23 JPN:participant AFG:participant Takashi_Okada/JPN @Kabul/AFG"
VAGUE = "meeting 2021-03 JPN AFG"
TEHRAN = "call 2024-05-01 AFG IRN"


@pytest.fixture
def two(read, state) -> list[str]:
    """The ids of a meeting on a day, and of one in a month before, each told by an article."""
    read(OKADA, text="first")
    read(VAGUE, text="second", published="2021-04-01")
    ids = {event.when.precision.value: id for id, event in state().items()}
    return [ids["day"], ids["month"]]


def test_a_merged_event_shows_what_the_claims_of_both_come_to(two, state, recorder, url) -> None:
    """Under the id of the first; the other's leads to it, and where they disagree is flagged."""
    one, other = two
    with recorder(command="merge") as writer:
        assert writer.merge([one, other], resolve) == one
    [event] = state().values()
    assert (event.id, len(event.sources), event.conflicts) == (one, 2, ("dates",))
    with store.open_reader(url) as reader:
        assert reader.event(other).id == one
    assert store.check(url) == []


def test_what_a_person_said_of_either_is_shown(two, state, recorder) -> None:
    """Of the first before the other, of the other before any article."""
    one, other = two
    with recorder() as writer:
        writer.edit(one, {"title": "Okada in Kabul", "tags": ("kabul",), "note": "mine"})
        writer.edit(other, {"title": "Spring", "when": TimeSpan.iso("2021-03-04"), "tags": ("spring",), "note": "too"})
        writer.merge(two, resolve)
    [event] = state().values()
    assert (event.title, str(event.when.start)) == ("Okada in Kabul", "2021-03-04")
    assert (event.tags, event.note) == (("kabul", "spring"), "mine\ntoo")


def test_an_event_entered_by_hand_speaks_for_the_one_it_goes_into(two, state, recorder, told) -> None:
    """With its source beside theirs."""
    with recorder() as writer:
        wire = Source(document="wire", quote="They met.", start=0, end=9)
        typed = writer.add(told("meeting 2021-11-24 JPN AFG QAT", title="", confidence=None), sources=[wire])
        writer.merge([two[0], typed], resolve)
    event = state()[two[0]]
    assert (str(event.when.start), event.countries) == ("2021-11-24", ("AFG", "JPN", "QAT"))
    assert [source.document for source in event.sources] == ["wire", "a"]
    assert event.place.name == "Kabul"


def test_what_is_read_beyond_an_event_entered_by_hand_stays(two, state, recorder, told) -> None:
    """Who else was named, and in which role."""
    with recorder() as writer:
        writer.merge([two[0], writer.add(told("meeting 2021-11-23 JPN Mullah_Omari/AFG", title=""))], resolve)
    event = state()[two[0]]
    assert (event.countries, event.people) == (("AFG", "JPN"), ("Mullah Omari", "Takashi Okada"))
    assert {party.role for party in event.participants if party.name == "Japan"} == {"participant"}


def test_parties_that_a_person_took_away_stay_away_in_another_event(two, state, recorder, told) -> None:
    with recorder() as writer:
        writer.edit(two[1], {"participants": told("meeting 2021-03 JPN").participants})
        writer.merge(two, resolve)
    assert state()[two[0]].countries == ("JPN",)


def test_a_later_article_is_compared_with_the_merged_event(two, state, recorder, read) -> None:
    """The other takes in nothing more."""
    with recorder() as writer:
        writer.merge(two, resolve)
    assert read(f"{OKADA} Abdul_Kabir/AFG", text="third").merged == 1
    assert state()[two[0]].people == ("Takashi Okada", "Abdul Kabir")


def test_parting_brings_both_back_as_they_were(two, state, recorder, url) -> None:
    """Tags, notes and sources to the one that had them."""
    with recorder() as writer:
        writer.edit(two[0], {"tags": ("shared", "first"), "note": "mine"})
        writer.edit(two[1], {"tags": ("shared", "second"), "note": "too", "review": Review.CONFIRMED})
        before = state()
        writer.merge(two, resolve)
        assert writer.part(*two, resolve)
        assert not writer.part(*reversed(two), resolve)
    assert state() == before
    assert store.check(url) == []


def test_splitting_off_what_came_with_an_event_brings_it_back(two, state, recorder, url) -> None:
    """Under its own id."""
    before = state()
    with store.open_reader(url) as reader:
        [second] = reader.mentions_with(reader.itself(two[1]).key)
    with recorder() as writer:
        writer.merge(two, resolve)
        assert writer.split(two[0], [second], resolve) == two[1]
    assert state() == before


def test_a_mention_split_off_is_an_event_of_its_own(read, state, recorder, url) -> None:
    """Which the program answers for, as for any that is read from an article."""
    read(OKADA, text="first")
    read(f"{OKADA} Abdul_Kabir/AFG", text="second")
    [(id, event)] = state().items()
    assert len(event.sources) == 2
    with store.open_reader(url) as reader:
        _, second = reader.mentions_with(reader.itself(id).key)
    with recorder() as writer:
        own = writer.split(id, [second], resolve)
    assert (state()[id].people, state()[own].people) == (("Takashi Okada",), ("Takashi Okada", "Abdul Kabir"))
    assert store.check(url) == []


def test_a_chain_of_merges_can_be_parted_in_its_middle(read, state, recorder, url) -> None:
    """What went into the middle one stays with it."""
    for number, line in enumerate([OKADA, VAGUE, TEHRAN]):
        read(line, text=str(number), published="2024-05-02")
    first, second, third = (event.id for event in sorted(state().values(), key=lambda event: event.title))
    with recorder() as writer:
        writer.merge([second, third], resolve)
        alone = state()[second]
        writer.merge([first, second], resolve)
        assert len(state()[first].sources) == 3
        writer.part(first, second, resolve)
    assert state()[second] == alone
    assert store.check(url) == []


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda writer, one, other: writer.merge([one, one], resolve), "is one event already"),
        (lambda writer, one, other: writer.part(one, one, resolve), "are the same id"),
        (lambda writer, one, other: writer.split(one, [99], resolve), "no mention 99 tells"),
        (lambda writer, one, other: writer.split(one, [1], resolve), "every mention of .* would go"),
    ],
)
def test_what_makes_no_sense_is_refused(two, recorder, state, attempt, message: str) -> None:
    """And changes nothing."""
    before = state()
    with recorder() as writer, pytest.raises(InputError, match=message):
        attempt(writer, *two)
    assert state() == before
