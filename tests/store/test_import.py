"""Tables of events, there and back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker import store
from tracker.model import Filter, InvalidRow, Origin, Precision, Status, TableRow
from tracker.views import rows

MEETING = {"type": "meeting", "start": "2021-11-23", "countries": "Japan; AFG", "title": "Okada in Kabul"}


def numbered(*table: dict[str, str]) -> list[TableRow]:
    """Rows of a table, the first from line 2."""
    return [TableRow(line, cells) for line, cells in enumerate(table, 2)]


@pytest.fixture
def import_rows(url):
    """Imports rows in Ada's name."""

    def call(*table: dict[str, str], **options: bool) -> store.ImportOutcome:
        with store.open_recorder(url, author="Ada", command="import") as recorder:
            return recorder.import_rows(numbered(*table), rows, **options)

    return call


@pytest.fixture
def table(url):
    """Everything on record, as it would be exported."""

    def read() -> list[dict[str, str]]:
        with store.open_reader(url) as reader:
            return [rows.cells(event) for event in reader.stream(Filter(include_rejected=True))]

    return read


def test_rows_become_events(import_rows, table) -> None:
    """Under their own ids where those are well formed, and marked as imported."""
    outcome = import_rows({"id": "cow-1", **MEETING}, {"id": "No 2", **MEETING}, MEETING)
    assert outcome == store.ImportOutcome(new=3)
    first, second, third = table()
    assert (first["id"], first["origin"], first["precision"], first["countries"]) == (
        "cow-1",
        "import",
        "day",
        "AFG; JPN",
    )
    assert len({second["id"], third["id"], "No 2"}) == 3


def test_the_same_table_again_changes_nothing(import_rows, table) -> None:
    """With ids or without; rows that are alike within it stay several events."""
    rows_ = ({"id": "cow-1", **MEETING}, MEETING, MEETING)
    assert import_rows(*rows_).new == 3
    before = table()
    assert import_rows(*rows_) == store.ImportOutcome(same=3)
    assert table() == before


def test_what_was_exported_imports_as_the_same(import_rows, table, read) -> None:
    """Whoever put it on record."""
    read("visit ~2025-02-18 AFG:visitor JPN:host Abdul_Latif_Nazari/AFG @Tokyo/JPN", "summit planned 2025-05 JPN NATO")
    import_rows(MEETING)
    exported = table()
    assert import_rows(*exported) == store.ImportOutcome(same=3)
    assert table() == exported


def test_a_changed_cell_is_an_edit_by_its_author(import_rows, table, url) -> None:
    """Only of the fields that differ."""
    import_rows({"id": "cow-1", **MEETING})
    [row] = table()
    assert import_rows({**row, "status": "planned", "tags": "kabul; envoy"}) == store.ImportOutcome(changed=1)
    with store.open_reader(url) as reader:
        last = reader.changes("cow-1")[-2:]
    assert {(change.field, change.new, change.author, change.origin) for change in last} == {
        ("status", "planned", "Ada", Origin.IMPORT),
        ("tags", "envoy; kabul", "Ada", Origin.IMPORT),
    }


def test_a_column_that_is_not_there_leaves_its_field_alone(import_rows, table) -> None:
    """And an empty cell empties it."""
    import_rows({"id": "cow-1", **MEETING})
    import_rows({"id": "cow-1", "note": "seen"})
    import_rows({"id": "cow-1", "title": ""})
    [row] = table()
    assert (row["note"], row["title"], row["start"]) == ("seen", "", "2021-11-23")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({**MEETING, "type": "party"}, "line 3, column type: unknown type 'party'"),
        ({**MEETING, "start": "2021-13-01"}, "line 3, column start: '2021-13-01' is no date"),
        ({**MEETING, "start": "2021-11-23", "end": "2021-11-22"}, "line 3: the end 2021-11-22 lies before"),
        ({**MEETING, "countries": "Atlantis"}, "line 3, column countries: unknown country 'Atlantis'"),
        ({**MEETING, "id": "cow-1"}, "line 3: the id cow-1 stands in line 2 already"),
        ({"id": "cow-0", "status": "held"}, "line 3, column status: status 'held' is not known"),
        ({"id": "cow-0", "type": "visit", "subtype": "bilateral"}, "line 3, column subtype: "),
        ({"id": "gone"}, "line 3: event gone was deleted"),
    ],
    ids=str,
)
def test_an_invalid_row_keeps_all_out(row: dict[str, str], fault: str, sqlite, told) -> None:
    """Told with its line and column; with `keep_going` it keeps out only itself."""
    with store.open_recorder(sqlite, author="Ada", command="import") as recorder:
        recorder.import_rows(numbered({**MEETING, "id": "cow-0"}, {**MEETING, "id": "gone"}), rows)
        recorder.delete("gone")
        before = store.info(sqlite)
        table = numbered({"id": "cow-1", **MEETING}, row)
        outcome = recorder.import_rows(table, rows)
        assert str(outcome.invalid[0]).startswith(fault)
        assert store.info(sqlite) == before
        assert recorder.import_rows(table, rows, keep_going=True).new == 1
    assert store.check(sqlite) == []


def test_a_dry_run_writes_nothing(import_rows, url) -> None:
    """And tells what would have become of the rows."""
    import_rows({"id": "cow-1", **MEETING})
    before = store.info(url)
    outcome = import_rows(MEETING, {"id": "cow-1", "title": "Okada"}, {"id": "cow-1"}, dry_run=True)
    assert (outcome.new, outcome.changed, len(outcome.invalid)) == (1, 1, 1)
    new, changed = outcome.rows
    assert (new.line, new.what, new.event.title) == (2, "new", "Okada in Kabul")
    assert [(one.field, one.old, one.new) for one in changed.changes] == [("title", "Okada in Kabul", "Okada")]
    assert store.info(url) == before


def test_a_row_that_could_not_be_read_keeps_its_place(import_rows, sqlite) -> None:
    """And a column is told by the name that its file gives it."""
    unread = InvalidRow(2, "", "is not JSON")
    misread = TableRow(3, {**MEETING, "start": "soon"}, {"start": "Datum"})
    with store.open_recorder(sqlite, author="Ada", command="import") as recorder:
        outcome = recorder.import_rows([unread, misread], rows)
    assert [str(one).partition(":")[0] for one in outcome.invalid] == ["line 2", "line 3, column Datum"]


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=12).map(str.strip)
EVENTS = st.fixed_dictionaries(
    {
        "type": st.just("meeting"),
        "title": WORDS,
        "note": WORDS,
        "status": st.sampled_from([status.value for status in Status]),
        "start": st.dates().map(str),
        "precision": st.just(Precision.DAY.value),
        "countries": st.sets(st.sampled_from(["JPN", "AFG", "QAT"])).map(lambda codes: "; ".join(sorted(codes))),
        "tags": st.sets(st.text("ab;\\", min_size=1, max_size=4), max_size=2).map(
            lambda tags: rows.parties.joined(sorted(tags))
        ),
    }
)


@given(st.lists(EVENTS, max_size=4))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_table_comes_back_as_it_went(new_database, table: list[dict[str, str]]) -> None:
    """Exported and imported into another database, it is exported as before."""
    one, other = new_database("sqlite"), new_database("sqlite")
    first = _imported(one, table)
    assert _imported(other, first) == [{**row, "origin": "import"} for row in first]
    assert _imported(one, first) == first


def _imported(url: str, table: list[dict[str, str]]) -> list[dict[str, str]]:
    """What is on record after a table was imported."""
    with store.open_recorder(url, author="Ada", command="import") as recorder:
        assert recorder.import_rows(numbered(*table), rows).invalid == ()
    with store.open_reader(url) as reader:
        return [rows.cells(event) for event in reader.stream(Filter())]
