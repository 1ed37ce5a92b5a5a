"""Articles on record read by another extractor."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.mentions import in_place
from tracker import resolve, store
from tracker.model import Document, Review, TimeSpan

OKADA = "meeting 2021-11-23 JPN:participant AFG:participant Takashi_Okada/JPN @Kabul/AFG"
BETTER = f"{OKADA} Abdul_Kabir/AFG"
VISIT = "visit ~2025-02-18 AFG:visitor JPN:host"


@pytest.fixture
def reread(recorder, told) -> Callable[..., store.Rereading]:
    """Reads the article of some text anew, now as the lines tell; each from the sentence `quote`."""

    def read(text: str, *lines: str, quote: str = OKADA, **options: bool) -> store.Rereading:
        words, mentions = in_place(text, [told(line, quote=quote, title="") for line in (*lines, quote)])
        with recorder(command="reread") as writer:
            return writer.reread([(Document(text=words), mentions[:-1])], resolve, extractor="new", **options)

    return read


@pytest.fixture
def article(read, told) -> str:
    """The text of an article that tells one meeting."""
    read(told(OKADA, title=""), text="one")
    return "one"


def test_reading_the_same_again_changes_nothing(article, reread, state, url) -> None:
    """But the version that the article was read by."""
    before = state()
    assert reread(article, OKADA) == store.Rereading(kept=1)
    assert state() == before
    with store.open_reader(url) as reader:
        assert list(reader.documents(but_read_by="new")) == []
        assert [document.text for document in reader.documents(but_read_by="newer")] == [f"{article} {OKADA}"]


def test_what_is_read_better_is_shown_of_the_same_event(article, reread, state, url) -> None:
    """Nothing of it when it is only tried."""
    before = state()
    [id] = before
    assert reread(article, BETTER, dry_run=True).altered == 1
    assert state() == before
    outcome = reread(article, BETTER)
    assert [(change.field, change.event_id) for change in outcome.changes] == [("people", id)]
    assert state()[id].people == ("Takashi Okada", "Abdul Kabir")
    assert store.check(url) == []


def test_what_a_person_set_stays(article, reread, state, recorder) -> None:
    """The other fields follow the better reading."""
    [id] = state()
    with recorder() as writer:
        writer.edit(id, {"when": TimeSpan.iso("2021-11-22")})
    reread(article, BETTER)
    assert (str(state()[id].when.start), state()[id].people) == ("2021-11-22", ("Takashi Okada", "Abdul Kabir"))


@pytest.mark.parametrize("no", ["delete", "reject"])
def test_what_was_rejected_does_not_come_back(no: str, article, reread, state, recorder) -> None:
    """Nor what was deleted, though it is read otherwise now."""
    [id] = state()
    with recorder() as writer:
        if no == "delete":
            writer.delete(id)
        else:
            writer.edit(id, {"review": Review.REJECTED})
    before = state().keys()
    outcome = reread(article, BETTER)
    assert (outcome.altered, outcome.found, state().keys()) == (1, 0, before)


@pytest.mark.usefixtures("article")
def test_what_was_split_stays_so(read, reread, state, recorder) -> None:
    """Whatever the better reading would have been taken for."""
    read(BETTER, text="two")
    [id] = state()
    with recorder() as writer:
        own = writer.split(id, [2], resolve)
    reread("two", f"{BETTER} QAT", quote=BETTER)
    assert (state()[id].countries, state()[own].countries) == (("AFG", "JPN"), ("AFG", "JPN", "QAT"))


def test_what_is_read_no_more_goes_unless_a_person_spoke_of_it(article, reread, state, recorder, url) -> None:
    """And comes back when the reading is taken back, or it is read again."""
    before = state()
    [id] = before
    assert reread(article).gone == 1
    assert state() == {}
    with store.open_reader(url) as reader:
        number = reader.operations(limit=1)[0].number
    with recorder() as writer:
        writer.undo(resolve, number)
        assert state() == before
        writer.edit(id, {"review": Review.CONFIRMED})
    assert reread(article).vouched == 1
    assert state().keys() == before.keys()
    assert store.check(url) == []


def test_what_was_not_read_before_is_found(article, reread, state, url) -> None:
    """Beside what was."""
    assert reread(article, OKADA, VISIT).found == 1
    assert sorted(event.type for event in state().values()) == ["meeting", "visit"]
    assert store.check(url) == []
