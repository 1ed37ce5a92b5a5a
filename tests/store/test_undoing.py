"""Whatever a person does can be taken back, and brought again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tracker import resolve, store
from tracker.errors import InputError
from tracker.model import Document, Event, Filter, Place, Review, Status, TimeSpan
from tracker.store.record import Recorder

OKADA = "meeting 2021-11-23 JPN:participant AFG:participant Takashi_Okada/JPN @Kabul/AFG"
LINES = [OKADA, f"{OKADA} Abdul_Kabir/AFG", "meeting 2021-03 JPN AFG", "visit ~2025-02-18 AFG:visitor JPN:host"]

NAMES = ["Takashi Okada", "Abdul Kabir", "Japan", "Afghanistan"]
"""Parties that the articles tell."""

Act = Callable[[Recorder, list[str], list[int]], object]
CHANGES = st.sampled_from(
    [
        {"title": "A"},
        {"title": ""},
        {"when": TimeSpan.iso("2021-11-24")},
        {"when": TimeSpan.iso("2021-11")},
        {"note": "n", "tags": ("x", "y")},
        {"tags": ("y",)},
        {"status": Status.PLANNED, "place": Place("Doha", "QAT")},
        {"type": "meeting", "participants": ()},
        {"review": Review.CONFIRMED},
        {"review": Review.REJECTED},
    ]
)
PICKS = st.integers(0, 9)
ACTS = st.one_of(
    st.builds(lambda at, changes: lambda w, ids, _: w.edit(ids[at % len(ids)], changes), PICKS, CHANGES),
    st.builds(lambda changes: lambda w, ids, _: w.revise(ids, lambda _: changes), CHANGES),
    st.builds(lambda at: lambda w, ids, _: w.delete(ids[at % len(ids)]), PICKS),
    st.builds(lambda at: lambda w, ids, _: w.restore(ids[at % len(ids)]), PICKS),
    st.builds(
        lambda at, to: lambda w, ids, _: w.merge([ids[to % len(ids)], ids[at % len(ids)]], resolve), PICKS, PICKS
    ),
    st.builds(lambda at, to: lambda w, ids, _: w.part(ids[at % len(ids)], ids[to % len(ids)], resolve), PICKS, PICKS),
    st.builds(lambda at, to: lambda w, *_: w.join(NAMES[to % 4], [NAMES[at % 4]]), PICKS, PICKS),
    st.builds(lambda at, to: lambda w, *_: w.tell_apart(NAMES[at % 4], NAMES[to % 4]), PICKS, PICKS),
    st.builds(lambda at: lambda w, *_: w.name(NAMES[at % 4], ["Okada Sensei"]), PICKS),
    st.builds(
        lambda at, one: lambda w, ids, all: w.split(ids[at % len(ids)], [all[one % len(all)]], resolve), PICKS, PICKS
    ),
)


@pytest.fixture(scope="module")
def record(new_database, told) -> tuple[str, list[str], list[int]]:
    """A record of three events that articles tell and one by hand; its ids, and the numbers of its mentions."""
    url = new_database("sqlite")
    with store.open_recorder(url, author="Eve", command="ingest") as writer:
        for line in LINES:
            writer.article(Document(text=line, published=TimeSpan.iso("2021-11-25")), [told(line)], resolve)
        writer.add(replace(told(OKADA), confidence=None, title="By hand"), tags=["x"], note="seen")
    with store.open_reader(url) as reader:
        return url, [event.id for event in reader.events(Filter())], list(range(1, len(LINES) + 1))


def shown(url: str) -> tuple[dict[str, Event], list[str]]:
    """What is shown of every event, without the numbers of the operations on it, and which names are whose."""
    with store.open_reader(url) as reader:
        events = {event.id: replace(event, history=()) for event in reader.events(Filter(include_rejected=True))}
        live = {(one.party.name, one.verdict, one.other.name) for one in reader.parties.namings() if one.live}
        return events, sorted(map(str, live))


@settings(
    max_examples=12,
    phases=[Phase.generate],  # each step is several transactions: shrinking would take minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=st.lists(ACTS, min_size=1, max_size=8))
def test_any_sequence_of_edits_taken_back_gives_the_first_state(acts: list[Act], record, tmp_path) -> None:
    """Step by step, and brought again the last one; the record is sound throughout."""
    source, ids, mentions = record
    url = str(shutil.copy(source, Path(tmp_path) / "record.db"))
    states = [shown(url)]
    with store.open_recorder(url, author="Ada", command="test") as writer:
        for act in acts:
            before = store.info(url).changes, _judgements(url)
            with suppress(InputError):
                act(writer, ids, mentions)
            if (store.info(url).changes, _judgements(url)) != before:
                states.append(shown(url))
        for expected in states[-2::-1]:
            writer.undo(resolve)
            assert shown(url) == expected
        with pytest.raises(InputError, match="nothing that Ada did is left"):
            writer.undo(resolve)
        for expected in states[1:]:
            writer.redo(resolve)
            assert shown(url) == expected
        with pytest.raises(InputError, match="nothing that Ada took back is left"):
            writer.redo(resolve)
    assert store.check(url) == []


def _judgements(url: str) -> int:
    with store.open_reader(url) as reader:
        done = reader.operations(limit=999)
        return sum(len(operation.judgements) + len(operation.namings) for operation in done)


def test_what_was_read_since_shows_when_an_edit_is_taken_back(read, state, recorder, url) -> None:
    """The field is the articles' again, all of them."""
    read("visit ~2025-02-18 AFG:visitor JPN:host", text="first")
    [id] = state()
    with recorder() as writer:
        writer.edit(id, {"when": TimeSpan.iso("2025-02-20")})
    read("visit 2025-02-15..2025-02-21 AFG:visitor JPN:host", text="second")
    assert str(state()[id].when.start) == "2025-02-20"
    with recorder() as writer:
        writer.undo(resolve)
    assert str(state()[id].when.start) == "2025-02-15"
    assert store.check(url) == []


@pytest.mark.parametrize("number", [1, 99])
def test_what_cannot_be_taken_back_is_said(number: int, read, recorder) -> None:
    """What articles told, and what there is not."""
    read(OKADA)
    with recorder() as writer, pytest.raises(InputError, match=r"is the program's own|there is no change 99"):
        writer.undo(resolve, number)


def test_a_change_is_taken_back_once(recorder, told, state) -> None:
    """Until it is brought again."""
    with recorder() as writer:
        writer.add(told(OKADA))
        number = writer.undo(resolve).number
        with pytest.raises(InputError, match="was taken back already; `tracker redo` brings it again"):
            writer.undo(resolve, number)
        writer.redo(resolve)
        writer.undo(resolve, number)
    assert state() == {}
