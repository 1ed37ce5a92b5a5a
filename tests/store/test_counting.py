"""How many events a country took part in, month by month; and the copies that such questions are answered from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest

from tracker import resolve, store
from tracker.model import Filter, Place, Review, Status
from tracker.store.record import Recorder

Opened = Callable[..., AbstractContextManager[Recorder]]


@pytest.fixture
def counted(url: str) -> Callable[[str], dict[str | None, int]]:
    """The counts of Iran."""

    def count(by: str = "month") -> dict[str | None, int]:
        with store.open_reader(url) as reader:
            return reader.counts("IRN", by=by)  # type: ignore[arg-type]

    return count


@pytest.fixture
def faults(url: str) -> Iterator[list[str]]:
    """What is wrong with the record in the end."""
    found: list[str] = []
    yield found
    found += store.check(url)
    assert found == []


def test_events_are_counted_by_month_and_year(recorder: Opened, counted, told, faults) -> None:
    """By the first day; what is dated less exactly stands last, and a season still lies in its year."""
    lines = [
        "call 2024-05-01 AFG IRN",
        "call 2024-05-31..2024-06-02 AFG IRN",
        "call 2024-07 AFG IRN",
        "call 2024 AFG IRN",
        "call <2024-08-01 AFG IRN",
        "call 2024-09-01 AFG TUR",
    ]
    with recorder() as writer:
        for line in lines:
            writer.add(told(line))
    assert list(counted("month").items()) == [("2024-05", 2), ("2024-07", 1), (None, 2)]
    assert list(counted("year").items()) == [("2024", 4), (None, 1)]


@pytest.mark.parametrize(
    "change",
    [{"status": Status.PLANNED}, {"status": Status.CANCELLED}, {"review": Review.REJECTED}],
    ids=str,
)
def test_what_does_not_count_is_not_counted(change: dict[str, object], recorder: Opened, counted, told, faults) -> None:
    """From the moment that it is said to the moment that it is taken back."""
    with recorder() as writer:
        id = writer.add(told("call 2024-05-01 AFG IRN"))
        writer.edit(id, change)
    assert counted() == {}
    with recorder() as writer:
        writer.edit(id, {"when": told("call 2024-06-01 AFG IRN").when})
    assert counted() == {}
    with recorder() as writer:
        writer.edit(id, {"status": Status.OCCURRED, "review": Review.CONFIRMED})
    assert counted() == {"2024-06": 1}


def test_a_deleted_event_is_counted_again_when_it_is_restored(recorder: Opened, counted, told, faults) -> None:
    """And not before."""
    with recorder() as writer:
        one, _ = (writer.add(told(f"call 2024-05-0{day} AFG IRN")) for day in (1, 2))
        writer.delete(one)
    assert counted() == {"2024-05": 1}
    with recorder() as writer:
        writer.restore(one)
    assert counted() == {"2024-05": 2}


def test_a_country_is_found_as_place_only_where_it_is_no_party(url: str, recorder: Opened, told, faults) -> None:
    """Whatever is set of the place and the parties later."""

    def found(**asked: object) -> int:
        with store.open_reader(url) as reader:
            return len(reader.events(Filter(countries=("QAT",), **asked)))  # type: ignore[arg-type]

    with recorder() as writer:
        id = writer.add(replace(told("call 2024-05-01 AFG IRN"), place=Place("Doha", "QAT")))
    assert (found(), found(country_as="party"), found(country_as="place")) == (1, 0, 1)
    with recorder() as writer:
        writer.edit(id, {"participants": told("call 2024-05-01 AFG QAT").participants})
    assert (found(), found(country_as="party"), found(country_as="place")) == (1, 1, 1)
    with recorder() as writer:
        writer.edit(id, {"place": Place("Kabul", "AFG")})
    assert (found(), found(country_as="party"), found(country_as="place")) == (1, 1, 0)


def test_an_event_that_went_into_another_is_counted_once(recorder: Opened, counted, told, faults) -> None:
    """And twice again when it came out."""
    with recorder() as writer:
        one, other = (writer.add(told(f"call 2024-05-0{day} AFG IRN")) for day in (1, 2))
        writer.merge([one, other], resolve)
    assert counted() == {"2024-05": 1}
    with recorder() as writer:
        writer.undo(resolve)
    assert counted() == {"2024-05": 2}
