"""An event as text, field by field, and back."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from tracker.model import (
    Change,
    Event,
    Origin,
    Participant,
    PartyKind,
    Place,
    Precision,
    Review,
    Source,
    Status,
    TimeSpan,
)
from tracker.store import fields
from tracker.store.history import held, replayed

WORDS = st.text(st.sampled_from("aB é\\:;|\n\"',"), min_size=1, max_size=8)
MAYBE = st.none() | WORDS
CODES = st.sampled_from(["JPN", "AFG", "XKX"])
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
COUNTRY = {"JPN": "Japan", "AFG": "Afghanistan", "XKX": "Kosovo"}

COUNTRIES = st.builds(
    lambda code, role: Participant(kind=PartyKind.COUNTRY, name=COUNTRY[code], country=code, role=role), CODES, MAYBE
)
ORGANISATIONS = st.builds(Participant, kind=st.just(PartyKind.ORGANISATION), name=WORDS, role=MAYBE)
PEOPLE = st.builds(
    Participant,
    kind=st.just(PartyKind.PERSON),
    name=WORDS,
    role=MAYBE,
    office=MAYBE,
    organisation=MAYBE,
    country=st.none() | CODES,
)
EVENTS = st.builds(
    Event,
    id=st.just("b234"),
    type=WORDS,
    subtype=MAYBE,
    status=st.sampled_from(Status),
    when=st.builds(TimeSpan, st.none() | DAYS, st.none() | DAYS, st.sampled_from(Precision), WORDS, WORDS),
    title=WORDS,
    note=WORDS,
    participants=st.builds(
        lambda *groups: tuple(party for group in groups for party in group),
        st.lists(COUNTRIES, max_size=3),
        st.lists(ORGANISATIONS, max_size=2),
        st.lists(PEOPLE, max_size=3),
    ),
    place=st.builds(Place, MAYBE, st.none() | CODES, st.none() | st.floats(-90, 90), st.none() | st.floats(-180, 180)),
    confidence=st.none() | st.floats(0, 1),
    tags=st.sets(WORDS, max_size=3).map(lambda tags: tuple(sorted(tags))),
    sources=st.lists(
        st.builds(
            lambda document, url, quote: Source(document=document, url=url, quote=quote, start=0, end=len(quote)),
            WORDS,
            WORDS,
            WORDS,
        ),
        max_size=2,
    ).map(tuple),
    review=st.sampled_from(Review),
    origin=st.just(Origin.HAND),
    conflicts=st.sampled_from([(), ("dates",), ("type", "dates")]),
)


@given(EVENTS)
def test_an_event_survives_being_written_as_text(event: Event) -> None:
    """Separators and line ends in names, quotations and tags included."""
    assert fields.event(event.id, event.origin, fields.state(event)) == event


@given(st.lists(EVENTS.map(fields.state), min_size=1, max_size=4))
def test_changes_replay_to_the_last_state(states: list[dict[str, str]]) -> None:
    """Each change is from one state to the next, field by field."""
    past, before = [], {}
    for state in states:
        for field in before.keys() | state.keys():
            if before.get(field) != state.get(field):
                past.append(_change(len(past), field, before.get(field), state.get(field)))
        before = state
    assert replayed(past) == states[-1]


def test_a_person_answers_for_the_whole_of_a_date() -> None:
    """Whoever sets one end of it."""
    assert held([_change(1, "start", None, "2021-11-23")]) == {"start", "end", "precision", "date_text", "date_basis"}


def test_what_was_taken_back_is_no_longer_a_persons() -> None:
    """And is again when the taking back is taken back."""
    machine = _change(1, "title", None, "a", origin=Origin.MACHINE)
    hand, undo, redo = _change(2, "title", "a", "b"), _change(3, "title", "b", "a", 2), _change(4, "title", "a", "b", 3)
    assert held([machine, hand]) == {"title"}
    assert held([machine, hand, undo]) == set()
    assert held([machine, hand, undo, redo]) == {"title"}
    later = _change(5, "title", "a", "c", origin=Origin.MACHINE)
    assert held([machine, hand, undo, later]) == set()
    assert held([machine, hand, undo, later, _change(6, "title", "c", "b", 3)]) == {"title"}


def _change(
    id: int, field: str, old: str | None, new: str | None, undoes: int | None = None, *, origin: Origin = Origin.HAND
) -> tuple[Change, int | None]:
    change = Change(
        id=id,
        event_id="b234",
        field=field,
        old=old,
        new=new,
        author="Ada",
        command="edit",
        origin=origin,
        at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    return change, undoes
