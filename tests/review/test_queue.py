"""The queue: what waits, in which order, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker import store
from tracker.errors import InputError
from tracker.model import Event, Review
from tracker.review import Act, Queue
from tracker.store.record import Recorder

Read = Callable[..., None]
Sit = Callable[..., Queue]
Shown = Callable[[], dict[str, Event]]

FIRST = "meeting 2025-03-03 JPN AFG @Kabul/AFG"
SECOND = "meeting 2025-03-04 JPN AFG @Kabul/AFG"
OTHER = "visit 2025-05-01 FRA:visitor DEU:host"


@pytest.fixture
def three(read: Read) -> None:
    """Two meetings that may be one, and a visit that is doubtful."""
    read(FIRST, confidence=0.9)
    read(SECOND, confidence=0.9)
    read(OTHER, confidence=0.4)


def titles(queue: Queue) -> list[str]:
    """What waits, in order."""
    return [entry.event.title for entry in queue.entries]


def at_hand(queue: Queue) -> str | None:
    """The title of the event at hand."""
    item = queue.look()
    return item.event.title if item else None


@pytest.mark.usefixtures("three")
def test_the_weightiest_comes_first(queue: Sit) -> None:
    assert titles(queue())[0] == OTHER


@pytest.mark.usefixtures("three")
def test_what_is_accepted_and_rejected_leaves_the_queue(queue: Sit, shown: Shown) -> None:
    sitting = queue()
    sitting.accept()
    rejected = at_hand(sitting) or ""
    sitting.reject()
    assert (shown()[OTHER].review, shown()[rejected].review) == (Review.CONFIRMED, Review.REJECTED)
    assert len(queue().entries) == 1
    assert (sitting.left, sitting.acts) == (1, {Act.ACCEPTED: 1, Act.REJECTED: 1})


@pytest.mark.usefixtures("three")
def test_each_decision_is_signed_and_on_record_at_once(queue: Sit, url: str) -> None:
    queue().accept()
    with store.open_reader(url) as reader:
        [latest] = reader.operations(limit=1)
    assert (latest.author, latest.command, latest.changes[0].new) == ("Ada", "review", "confirmed")


@pytest.mark.usefixtures("three")
def test_the_likeliest_duplicate_is_shown_and_takes_the_event_in(queue: Sit, shown: Shown) -> None:
    sitting = queue()
    sitting.accept()
    item = sitting.look()
    assert item
    [twin] = [other.event for other in item.likely]
    assert {item.event.title, twin.title} == {FIRST, SECOND}
    assert sitting.merge(twin.id) == twin.id
    assert len(shown()) == 2
    assert sitting.acts[Act.MERGED] == 1


@pytest.mark.usefixtures("three")
def test_what_is_kept_apart_is_shown_no_more_and_stays_at_hand(queue: Sit) -> None:
    sitting = queue()
    sitting.accept()
    item = sitting.look()
    assert item
    assert sitting.part(item.likely[0].event.id)
    again = sitting.look()
    assert again
    assert (again.event.id, again.likely) == (item.event.id, ())
    assert sitting.undo() is Act.PARTED
    assert sitting.look() == item


@pytest.mark.usefixtures("three")
def test_a_skipped_event_comes_back_when_something_of_it_changes(
    queue: Sit, recorder: Callable[..., AbstractContextManager[Recorder]]
) -> None:
    sitting = queue()
    sitting.skip()
    assert OTHER not in titles(queue())
    with recorder() as another:
        another.edit(sitting.entries[0].event.id, {"note": "asked the ministry"})
    assert OTHER in titles(queue())


@pytest.mark.usefixtures("three")
def test_what_others_decide_in_the_meantime_is_passed_over(
    queue: Sit, recorder: Callable[..., AbstractContextManager[Recorder]]
) -> None:
    sitting = queue()
    with recorder(author="Ben") as another:
        another.edit(sitting.entries[0].event.id, {"review": Review.REJECTED})
        another.delete(sitting.entries[1].event.id)
    assert at_hand(sitting) == sitting.entries[2].event.title
    assert sitting.closed == {0: Act.ELSEWHERE, 1: Act.ELSEWHERE}


@pytest.mark.usefixtures("three")
def test_a_correction_leaves_the_event_at_hand(queue: Sit) -> None:
    sitting = queue()
    assert sitting.edit({"title": "Better"})
    assert not sitting.edit({"title": "Better"})
    assert at_hand(sitting) == "Better"
    assert sitting.undo() is Act.EDITED
    assert at_hand(sitting) == OTHER


@pytest.mark.usefixtures("three")
def test_what_the_record_refuses_changes_nothing(queue: Sit) -> None:
    sitting = queue()
    with pytest.raises(InputError):
        sitting.merge("ffff")
    with pytest.raises(InputError):
        sitting.merge(sitting.entries[0].event.id)
    assert (sitting.left, sitting.acts, at_hand(sitting)) == (3, {}, OTHER)


@pytest.mark.usefixtures("three")
def test_nothing_is_left_to_undo_but_what_was_done_here(queue: Sit) -> None:
    queue().accept()
    assert queue().undo() is None


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=st.lists(st.sampled_from("armdse"), max_size=5))
@pytest.mark.usefixtures("three")
def test_all_undone_is_as_it_was(keys: list[str], queue: Sit, shown: Shown) -> None:
    """Whatever was done, and in whatever order."""
    sitting, before = queue(), {event.id: event.review for event in shown().values()}
    waited = titles(sitting)
    for key in keys:
        _press(key, sitting)
    while sitting.undo():
        pass
    assert {event.id: event.review for event in shown().values()} == before
    assert (titles(queue()), sitting.left) == (waited, 3)


def _press(key: str, sitting: Queue) -> None:
    item = sitting.look()
    if item is None:
        return
    other = item.likely[0].event.id if item.likely else None
    match key:
        case "a":
            sitting.accept()
        case "r":
            sitting.reject()
        case "m" if other:
            sitting.merge(other)
        case "d" if other:
            sitting.part(other)
        case "s":
            sitting.skip()
        case "e":
            sitting.edit({"note": "seen"})
