"""`tracker import`: exports corrected and brought back, and other people's tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tracker import store
from tracker.model import Event, Filter
from tracker.views import rows, tables

Tracker = Callable[..., Any]

UNCHANGED = "0 new, 0 changed, 10 unchanged, 0 wrong\n"


def rewritten(path: Path, **changed: str) -> None:
    """Sets cells of the row of 2b7730de."""
    with path.open(newline="") as stream:
        table = list(csv.DictReader(stream))
    next(row for row in table if row["id"] == "2b7730de").update(changed)
    with path.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, table[0])
        writer.writeheader()
        writer.writerows(table)


@pytest.fixture
def table(filled: Tracker, tmp_path: Path) -> Path:
    """An export of the record."""
    path = tmp_path / "record.csv"
    assert filled("export", path).code == 0
    return path


@pytest.fixture
def foreign(tmp_path: Path) -> Callable[..., Path]:
    """A table of somebody else's."""

    def write(*lines: str, name: str = "table.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_text("\n".join((*lines, "")), encoding=encoding)
        return path

    return write


@pytest.mark.parametrize("ending", tables.ENDINGS)
def test_importing_an_export_changes_nothing(filled: Tracker, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"record{ending}"
    filled("export", path)
    before = filled("timeline", "--format", "json").out
    assert filled("import", path).out == UNCHANGED
    assert filled("timeline", "--format", "json").out == before


@pytest.mark.parametrize("ending", tables.ENDINGS)
def test_an_export_rebuilds_the_record_elsewhere(
    filled: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    path, again = tmp_path / f"record{ending}", tmp_path / "again.csv"
    filled("export", path)
    filled("export", tmp_path / "record.csv")
    monkeypatch.setenv("TRACKER_DATABASE_URL", str(tmp_path / "other.db"))
    assert filled("import", path).out == "10 new, 0 changed, 0 unchanged, 0 wrong\n"
    filled("export", again)
    assert again.read_text() == (tmp_path / "record.csv").read_text()


@pytest.fixture(scope="module")
def emptied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database without events."""
    path = tmp_path_factory.mktemp("empty") / "record.db"
    store.upgrade(str(path))
    return path


@given(data=st.data())
@hypothesis_settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_record_comes_back_from_every_format(
    emptied: Path, tmp_path: Path, any_event: st.SearchStrategy[Event], data: st.DataObject
) -> None:
    """As it is, whoever put on record whatever."""
    url = str(tmp_path / "record.db")
    Path(url).write_bytes(emptied.read_bytes())
    with store.open_recorder(url, author="Ada", command="import") as recorder:
        for event in data.draw(st.lists(any_event, max_size=3)):
            told = {"note": event.note, "tags": event.tags, "sources": event.sources}
            recorder.revise([recorder.add(event, **told)], lambda _, event=event: {"review": event.review})
        with store.open_reader(url) as reader:
            events = reader.events(Filter(include_rejected=True))
        for ending in tables.ENDINGS:
            path = tmp_path / f"record{ending}"
            with path.open("wb") as stream:
                tables.write(events, stream, ending=ending)
            assert recorder.import_rows(tables.read(path), rows) == store.ImportOutcome(same=len(events))


def test_a_corrected_cell_is_taken_over_by_id(filled: Tracker, table: Path) -> None:
    rewritten(table, note="=seen twice", place_name="Herat")
    assert filled("import", table, "--reason", "second reading").out == "0 new, 1 changed, 9 unchanged, 0 wrong\n"
    [event] = json.loads(filled("show", "2b77", "--format", "json").out)
    assert (event["note"], event["place"]["name"]) == ("=seen twice", "Herat")


def test_a_spreadsheet_is_an_edit_by_its_author(filled: Tracker, tmp_path: Path) -> None:
    """Which `history` shows, and `undo` takes back."""
    path = tmp_path / "record.xlsx"
    filled("export", path)
    book = load_workbook(path)
    sheet = book.active
    columns = {cell.value: cell.column for cell in sheet[1]}
    [row] = [row for row in sheet.iter_rows(min_row=2) if row[0].value == "4d92a1b6"]
    sheet.cell(row[0].row, columns["end"], None)
    sheet.cell(row[0].row, columns["note"], "the ministry says so")
    book.save(path)
    assert filled("import", path, "--author", "Grace", "--reason", "read-out").out.startswith("0 new, 1 changed")
    history = json.loads(filled("history", "4d92", "--format", "json").out)
    told = json.dumps(history, ensure_ascii=False)
    assert "Grace" in told
    assert "read-out" in told
    assert filled("undo", "--author", "Grace").code == 0
    assert filled("show", "4d92", "--format", "json").out.count("the ministry says so") == 0


def test_one_wrong_row_and_nothing_is_written(filled: Tracker, table: Path) -> None:
    before = filled("timeline", "--format", "json").out
    rewritten(table, start="2021-02-30", note="seen")
    refused = filled("import", table)
    assert (refused.code, refused.out) == (1, "0 new, 0 changed, 9 unchanged, 1 wrong; nothing was written\n")
    assert refused.err == (
        f"{table}: line 4, column start: '2021-02-30' is no date; write 2021-11-23, 2021-11 or 2021, or as DD.MM.YYYY,"
        " MM.YYYY, YYYY/MM/DD, DD Month YYYY, Month DD, YYYY, Month YYYY\n"
    )
    assert filled("timeline", "--format", "json").out == before


def test_with_keep_going_the_others_are_written(tracker: Tracker, foreign: Callable[..., Path]) -> None:
    path = foreign("type,start", "visit,2021", "party,2021", "visit", "call,2022")
    result = tracker("import", path, "--keep-going")
    assert (result.code, result.out) == (1, "2 new, 0 changed, 0 unchanged, 2 wrong\n")
    assert [line.partition(": ")[2][:22] for line in result.err.splitlines()] == [
        "line 3, column type: u",
        "line 4: has 1 cells, w",
    ]


def test_a_dry_run_tells_what_would_happen_and_writes_nothing(filled: Tracker, table: Path) -> None:
    """Row by row: what is new, what would change from what to what, what is wrong and where."""
    rewritten(table, note="seen", start="2021-11")
    with table.open("a") as stream:
        stream.write("cow-1,visit,,,2021,,,,Okada in Kabul,Japan; AFG" + "," * 11 + "\n")
        stream.write("cow-2,party" + "," * 19 + "\n")
    before = filled("timeline", "--format", "json").out
    result = filled("import", table, "--dry-run", "--format", "tsv")
    assert result.out.splitlines() == [
        "line\trow\tid\tfield\twhat",
        "4\tchanged\t2b7730de\tstart\t2021-10-01 → 2021-11-01",
        "4\tchanged\t2b7730de\tend\t2021-10-31 → 2021-11-30",
        "4\tchanged\t2b7730de\tnote\t— → seen",
        "12\tnew\tcow-1\t\tvisit 2021 AFG JPN Okada in Kabul",
        "13\twrong\t\ttype\tunknown type 'party'; `tracker --help` tells where to look up a type",
    ]
    assert (result.code, result.err) == (1, "1 new, 1 changed, 9 unchanged, 1 wrong; nothing was written\n")
    assert filled("timeline", "--format", "json").out == before


def test_a_dry_run_as_json_keeps_old_and_new_apart(filled: Tracker, table: Path) -> None:
    rewritten(table, status="planned")
    [told] = json.loads(filled("import", table, "--dry-run", "--format", "json").out)
    assert (told["line"], told["row"], told["field"], told["old"], told["new"]) == (
        *(4, "changed", "status"),
        *("occurred", "planned"),
    )


def test_columns_of_other_names(tracker: Tracker, foreign: Callable[..., Path]) -> None:
    """From a spreadsheet on Windows, which is told."""
    path = foreign("Datum;Art;Länder;Prüfung", "23.11.2021;meeting;Japan, Qatar;x", encoding="windows-1252")
    options = ("--map", "Datum=start", "--map", "Art=type", "--map", "Länder=title", "--map", "Prüfung=")
    result = tracker("import", path, *options)
    assert (result.code, result.out) == (0, "1 new, 0 changed, 0 unchanged, 0 wrong\n")
    assert result.err == f"{path}: read as Windows-1252, since it is not Unicode; --encoding names another\n"
    assert "2021-11-23" in tracker("timeline").out


def test_a_dataset_by_its_mapping(tracker: Tracker, foreign: Callable[..., Path]) -> None:
    """Again, it changes nothing."""
    path = foreign(
        "GLOBALEVENTID,SQLDATE,EventCode,Actor1CountryCode,Actor2CountryCode,AvgTone",
        "1,20211123,042,JPN,AFG,2.5",
        "2,20211123,190,JPN,AFG,2.5",
    )
    first = tracker("import", path, "--mapping", "gdelt")
    assert (first.code, first.out) == (0, "1 new, 0 changed, 0 unchanged, 0 wrong\n")
    assert first.err == f"{path}: 1 row left out: the code is that of no diplomatic engagement\n"
    assert tracker("import", path, "--mapping", "gdelt").out == "0 new, 0 changed, 1 unchanged, 0 wrong\n"


def test_days_in_the_order_that_is_told(tracker: Tracker, foreign: Callable[..., Path]) -> None:
    path = foreign("type,start", "visit,11/23/2021")
    assert tracker("import", path).code == 1
    assert tracker("import", path, "--dates", "MM/DD/YYYY").code == 0


def test_several_files_are_each_taken_whole_or_not_at_all(tracker: Tracker, foreign: Callable[..., Path]) -> None:
    """One that cannot be read does not stop the others, and each can be undone."""
    good, bad = foreign("type", "visit"), foreign("type", "recall", "party", name="bad.csv")
    none, last = foreign(name="none.csv"), foreign('{"type": "call"}', name="last.jsonl")
    none.unlink()
    result = tracker("import", good, bad, none, last)
    assert (result.code, result.out.splitlines()) == (
        1,
        [
            f"{good}: 1 new, 0 changed, 0 unchanged, 0 wrong",
            f"{bad}: 1 new, 0 changed, 0 unchanged, 1 wrong; nothing was written",
            f"{last}: 1 new, 0 changed, 0 unchanged, 0 wrong",
        ],
    )
    assert f"{none}: cannot be read: No such file" in result.err
    tracker("undo")
    assert len(json.loads(tracker("timeline", "--format", "json").out)) == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--map", "Datum"), "--map 'Datum': write THEIRS=OURS"),
        (("--map", "Datum=day"), "column 'Datum' cannot tell 'day'"),
        (("--mapping", "cow"), "it may be gdelt, icews, historian or a FILE.toml"),
        (("--encoding", "cow"), "--encoding 'cow' is not known"),
    ],
)
def test_an_option_that_cannot_be_meant_is_a_usage_error(
    tracker: Tracker, foreign: Callable[..., Path], arguments: tuple[str, ...], complaint: str
) -> None:
    refused = tracker("import", foreign("type", "visit"), *arguments)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert complaint in refused.err


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "is empty; the first line must name the columns"),
        (b"name,date\nx,y\n", "'name' is no column of events"),
    ],
)
def test_what_is_no_table_of_events_is_refused(
    tracker: Tracker, tmp_path: Path, content: bytes, complaint: str
) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    refused = tracker("import", path)
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert f"{path}: {complaint}" in refused.err


def test_mistakes_beyond_the_first_twenty_are_counted(tracker: Tracker, foreign: Callable[..., Path]) -> None:
    err = tracker("import", foreign("type", *["party"] * 25)).err.splitlines()
    assert len(err) == 21
    assert err[-1].endswith("… and 5 more; --dry-run lists them all")
