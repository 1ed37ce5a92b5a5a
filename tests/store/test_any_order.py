"""Whatever is done, taken back and brought again in whatever order, all of it can be taken back to the first state."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.mentions import mention
from tracker import resolve, store
from tracker.errors import InputError
from tracker.model import Document, Filter, Review, TimeSpan

LINES = ["meeting 2021-11-23 JPN AFG Takashi_Okada/JPN @Kabul/AFG", "meeting 2021-03 JPN AFG Abdul_Kabir/AFG"]
CHANGES = st.sampled_from(
    [{"title": "A"}, {"when": TimeSpan.iso("2021-11-20")}, {"review": Review.REJECTED}, {"tags": ("x",)}]
)
WHICH = st.integers(0, 1)


def shown(url: str) -> object:
    """What is shown of every event, and which names are whose."""
    with store.open_reader(url) as reader:
        events = {one.id: replace(one, history=()) for one in reader.events(Filter(include_rejected=True))}
        return events, sorted(str((one.party, one.other)) for one in reader.parties.namings() if one.live)


class Desk(RuleBasedStateMachine):
    """One analyst at one record; what was undone is expected to be what it was before."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.url = str(shutil.copy(source, Path(self.folder.name) / "record.db"))
        with store.open_reader(self.url) as reader:
            self.ids = [event.id for event in reader.events(Filter())]
        self.first = shown(self.url)
        self.recorder = store.open_recorder(self.url, author="Ada", command="test")
        self.writer = self.recorder.__enter__()

    @rule(at=WHICH, changes=CHANGES)
    def edit(self, at: int, changes: dict[str, object]) -> None:
        """Sets a field."""
        with suppress(InputError):
            self.writer.edit(self.ids[at], changes)

    @rule(at=WHICH)
    def delete_or_restore(self, at: int) -> None:
        """Takes an event out, or brings it back."""
        with suppress(InputError):
            if not self.writer.delete(self.ids[at]):
                self.writer.restore(self.ids[at])

    @rule(at=WHICH, apart=st.booleans())
    def join(self, at: int, apart: bool) -> None:
        """Makes one event of two, or two of one."""
        pair = self.ids[at], self.ids[1 - at]
        with suppress(InputError):
            if apart:
                self.writer.part(*pair, resolve)
            else:
                self.writer.merge(pair, resolve)

    @rule(at=WHICH, apart=st.booleans())
    def call(self, at: int, apart: bool) -> None:
        """Makes one person of two names, or two of one."""
        pair = ["Takashi Okada", "Abdul Kabir"]
        with suppress(InputError):
            if apart:
                self.writer.tell_apart(pair[at], pair[1 - at])
            else:
                self.writer.join(pair[at], [pair[1 - at]])

    @rule()
    def undo_and_redo(self) -> None:
        """Brings back what the last command did, exactly."""
        before = shown(self.url)
        with suppress(InputError):
            self.writer.undo(resolve)
            self.writer.redo(resolve)
            assert shown(self.url) == before

    @rule()
    def undo(self) -> None:
        """Takes the last command back."""
        with suppress(InputError):
            self.writer.undo(resolve)

    @rule()
    def redo(self) -> None:
        """Brings the last one again that was taken back, where that is still possible."""
        with suppress(InputError):
            self.writer.redo(resolve)

    @invariant()
    def sound(self) -> None:
        """Nothing is ever at odds with itself."""
        assert store.check(self.url) == []

    def teardown(self) -> None:
        """Everything taken back, it is as at first."""
        try:
            with suppress(InputError):
                while True:
                    self.writer.undo(resolve)
            assert shown(self.url) == self.first
        finally:
            self.recorder.__exit__(None, None, None)
            self.folder.cleanup()


@pytest.fixture(scope="module")
def source(new_database) -> str:
    """A record of two events that articles tell."""
    url = new_database("sqlite")
    with store.open_recorder(url, author="Eve", command="ingest") as writer:
        for line in LINES:
            writer.article(Document(text=line), [mention(line)], resolve)
    return url


def test_any_order_of_doing_and_undoing_leads_back(source: str) -> None:
    """Step by step sound."""
    quick = settings(max_examples=12, stateful_step_count=10, phases=[Phase.generate])
    run_state_machine_as_test(lambda: Desk(source), settings=quick)
