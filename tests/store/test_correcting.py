"""Another version of an article on record: what it changes, what it leaves, and the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tracker import resolve, store
from tracker.model import Document, Mention, Review, Sentence, TimeSpan

URL = "https://example.org/okada"
FIRST = "Ambassador Takashi Okada met Abdul Kabir in Kabul on Tuesday. Trade was discussed at length, it was said."
SECOND = FIRST.replace("Tuesday", "Wednesday")
ELSE = "Prices of wheat rose in Herat for the third week. Traders blame the snow and the closed passes, he said."
OKADA = "meeting 2021-11-23 JPN AFG Takashi_Okada/JPN @Kabul/AFG"
LATER = "meeting 2021-11-24 JPN AFG Takashi_Okada/JPN @Kabul/AFG"
VISIT = "visit 2021-11-24 JPN:visitor AFG:host"

Correct = Callable[..., store.Rereading]


def document(text: str, **known: str) -> Document:
    """A version of the article."""
    return Document(text=text, published=TimeSpan.iso("2021-11-25"), **({"url": URL} | known))


@pytest.fixture
def mention(told) -> Callable[[str, str], Mention]:
    """What a line tells, from the first sentence of a text."""

    def make(line: str, text: str) -> Mention:
        end = text.index(".") + 1
        return told(line, title="", evidence=(Sentence(text[:end], 0, end),))

    return make


@pytest.fixture
def event(recorder, mention, state) -> str:
    """The id of the meeting that the first version tells."""
    with recorder(command="ingest") as writer:
        writer.article(document(FIRST), [mention(OKADA, FIRST)], resolve, extractor="test")
    [id] = state()
    return id


@pytest.fixture
def correct(recorder, mention) -> Correct:
    """Lets another version take the first one's place, which tells what the lines say."""

    def take(*lines: str, text: str = SECOND, **options: bool) -> store.Rereading:
        with recorder(command="reread") as writer:
            reading = document(text), [mention(line, text) for line in lines]
            return writer.reread([reading], resolve, extractor="test", **options)

    return take


def test_another_version_waits_until_its_difference_is_seen(event: str, recorder, mention, state) -> None:
    """Reading it in writes nothing."""
    before = state()
    with recorder(command="ingest") as writer:
        outcome = writer.article(document(SECOND), [mention(LATER, SECOND)], resolve)
    assert (outcome.corrected, outcome.new, outcome.merged, state()) == (1, 0, 0, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"url": ""}, {"url": ""}),
        ({"url": "", "name": "x"}, {"url": "", "name": "y"}),
        ({"url": URL}, {"url": f"{URL}/2"}),
        ({"url": "", "name": "a", "source": "Kyodo"}, {"url": "", "name": "a", "source": "Tolo"}),
    ],
    ids=["of no name", "under another name", "at another address", "of another publisher"],
)
def test_a_like_article_of_others_is_its_own(before, after, recorder, mention) -> None:
    """Two papers may print a text that is nearly one."""
    with recorder(command="ingest") as writer:
        writer.article(document(FIRST, **before), [mention(OKADA, FIRST)], resolve)
        outcome = writer.article(document(SECOND, **after), [mention(LATER, SECOND)], resolve)
    assert outcome.corrected == 0


def test_a_file_is_known_by_its_name_and_publisher(recorder, mention) -> None:
    """Where it has no address."""
    known = {"url": "", "name": "a", "source": "Kyodo"}
    with recorder(command="ingest") as writer:
        writer.article(document(FIRST, **known), [mention(OKADA, FIRST)], resolve)
        assert writer.article(document(SECOND, **known), [mention(LATER, SECOND)], resolve).corrected == 1


def test_an_address_that_shows_something_else_is_no_correction(event: str, recorder, mention) -> None:
    """A page of the latest news has other words every day."""
    with recorder(command="ingest") as writer:
        assert writer.article(document(ELSE), [mention(VISIT, ELSE)], resolve).new == 1


def test_the_event_shows_what_the_corrected_article_says(event: str, correct: Correct, state, url) -> None:
    """Under its id, from the new sentence alone, and nothing when it is only tried."""
    before = state()
    tried = correct(LATER, dry_run=True)
    assert {change.field for change in tried.changes} == {"start", "end", "date_text"}
    assert state() == before
    correct(LATER)
    [(id, shown)] = state().items()
    assert (id, str(shown.when.start), shown.conflicts) == (event, "2021-11-24", ())
    assert [source.quote for source in shown.sources] == [SECOND[: SECOND.index(".") + 1]]
    assert store.check(url) == []


def test_what_a_person_set_stays(event: str, correct: Correct, recorder, state) -> None:
    """The title that was written by hand, while the day follows the article."""
    with recorder() as writer:
        writer.edit(event, {"title": "Okada in Kabul", "note": "seen"})
    correct(LATER)
    shown = state()[event]
    assert (shown.title, shown.note, str(shown.when.start)) == ("Okada in Kabul", "seen", "2021-11-24")


def test_a_day_set_by_hand_stays(event: str, correct: Correct, recorder, state) -> None:
    """Whatever the article says now."""
    with recorder() as writer:
        writer.edit(event, {"when": TimeSpan.iso("2021-11-22")})
    correct(LATER)
    assert str(state()[event].when.start) == "2021-11-22"


@pytest.mark.parametrize("text", [SECOND, "Okada was received on Wednesday. " + FIRST.split(". ")[1] * 2])
@pytest.mark.parametrize(
    "no",
    [lambda writer, id: writer.delete(id), lambda writer, id: writer.edit(id, {"review": Review.REJECTED})],
    ids=["deleted", "rejected"],
)
@pytest.mark.usefixtures("event")
def test_what_was_rejected_does_not_come_back(no, text: str, correct: Correct, recorder, state) -> None:
    """Nor what was deleted, though the sentence was written anew."""
    with recorder() as writer:
        no(writer, *state())
    before = {id: shown.review for id, shown in state().items()}
    correct(LATER, text=text)
    assert {id: shown.review for id, shown in state().items()} == before


def test_what_is_told_no_more_goes_unless_a_person_spoke_of_it(event: str, correct: Correct, recorder, state) -> None:
    """A confirmed event keeps the sentence that it was read from."""
    with recorder() as writer:
        writer.edit(event, {"review": Review.CONFIRMED})
    assert correct().vouched == 1
    assert list(state()) == [event]
    with recorder() as writer:
        writer.undo(resolve)
    assert state()[event].review is Review.UNREVIEWED


def test_the_way_back_and_forth(event: str, correct: Correct, recorder, state, url) -> None:
    """The first version stands again, and is what a better extractor reads."""
    before = state()
    number = correct(LATER).changes[0].operation
    after = state()
    with recorder() as writer:
        writer.undo(resolve, number)
        assert state() == before
        with store.open_reader(url) as reader:
            assert [one.text for one in reader.documents(but_read_by="new")] == [FIRST]
        writer.redo(resolve)
    assert state() == after
    with store.open_reader(url) as reader:
        assert [one.text for one in reader.documents(but_read_by="new")] == [SECOND]
    assert store.check(url) == []


def test_what_was_merged_stays_so(event: str, correct: Correct, recorder, told, state) -> None:
    """Nothing that went into it comes out."""
    with recorder() as writer:
        typed = writer.add(told("meeting 2021-11-20 JPN AFG", title="By hand", confidence=None))
        writer.merge([event, typed], resolve)
    correct(LATER)
    assert list(state()) == [event]


def test_each_version_takes_the_place_of_the_one_before(event: str, correct: Correct, state, url) -> None:
    """One source, however often it was corrected."""
    correct(LATER)
    correct(OKADA, text=FIRST.replace("at length", "in short"))
    assert len(state()[event].sources) == 1
    with store.open_reader(url) as reader:
        assert len(list(reader.documents())) == 1
