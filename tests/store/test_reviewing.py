"""What a review asks of the record, and a table of decisions brought into it, on either database."""

from __future__ import annotations

from tracker import resolve, store
from tracker.model import InvalidRow, TableRow
from tracker.views import rows as codec

ONE = "meeting 2021-11-23 JPN AFG @Kabul/AFG"
OTHER = "meeting 2021-11-24 JPN AFG @Kabul/AFG"


def test_pairs_that_may_be_one_are_open_until_somebody_decides(url, recorder, read, told) -> None:
    read(told("meeting 2021-10-27 AFG JPN", quote="Both sides sat down on Wednesday."))
    read(told("meeting 2021-10 AFG JPN", quote="The envoy had seen the minister in October."))
    [(one, other)] = _open(url)
    with recorder() as writer:
        writer.part(one, other, resolve)
    assert _open(url) == []


def test_what_an_event_may_be_the_event_that_it_went_into_may_be(url, recorder, read, state, told) -> None:
    """Until the two are told apart."""
    read("meeting 2021-12-20 AFG QAT @Doha/QAT", text="Doha.")
    [survivor] = state()
    read(told("meeting 2021-10-27 AFG JPN", quote="Both sides sat down on Wednesday."))
    read(told("meeting 2021-10 AFG JPN", quote="The envoy had seen the minister in October."))
    [(one, other)] = _open(url)
    with recorder() as writer:
        writer.merge([survivor, other], resolve)
    [pair] = _open(url)
    assert set(pair) == {one, survivor}
    with recorder() as writer:
        writer.part(*pair, resolve)
    assert _open(url) == []


def _open(url: str) -> list[tuple[str, str | None]]:
    """The ids of the pairs that may be one."""
    with store.open_reader(url) as reader:
        return [(one.event_id, one.other_id) for one in reader.open_matches()]


def test_an_article_is_found_by_its_digest(url, read) -> None:
    read(ONE, text="The whole of it.")
    with store.open_reader(url) as reader:
        [known] = reader.documents()
        assert reader.article(known.digest) == known
        assert reader.article("0" * 64) is None


def test_decisions_are_one_operation_and_twice_is_as_once(url, recorder, read, state) -> None:
    read(ONE, text="One.")
    read(OTHER, text="Another.")
    ids = {event.title: id for id, event in state().items()}
    table = [
        TableRow(2, {"id": ids[ONE], "decision": f"merge:{ids[OTHER]}"}),
        TableRow(3, {"id": ids[OTHER], "decision": "accept", "note": "seen"}),
    ]
    before = state()
    with recorder() as writer:
        done = writer.review_rows(table, codec, resolve)
        assert (done.merged, done.accepted, done.edited, done.same) == (1, 1, 1, 0)
        assert set(state()) == {ids[OTHER]}
        assert writer.review_rows(table, codec, resolve).same == 2
        writer.undo(resolve)
    assert state() == before


def test_one_mistake_writes_nothing(recorder, read, state) -> None:
    read(ONE, text="One.")
    [id] = before = state()
    wrong = InvalidRow(4, "", "is no row")
    table = [TableRow(2, {"id": id, "decision": "reject"}), TableRow(3, {"id": "zz"}), wrong]
    with recorder() as writer:
        told = writer.review_rows(table, codec, resolve).invalid
    assert [str(row) for row in told] == [
        "line 3, column id: there is no event 'zz' on record",
        "line 4: is no row",
    ]
    assert state() == before
