"""`tracker timeline`, `show`, `countries` and `types` over the events of `tests/events.csv`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tracker = Callable[..., Any]
Snapshot = Callable[[str, str], None]


def ids(result: Any) -> list[str]:
    """The ids of what was printed into a pipe."""
    assert result.code == 0, result.err
    return [line.split("\t")[-1] for line in result.out.splitlines()]


def test_piped_lines_are_whole_and_separated_by_tabs(filled: Tracker, snapshot: Snapshot) -> None:
    snapshot("timeline-piped.txt", filled("timeline", "--country", "Japan").out)


@pytest.mark.parametrize("columns", [80, 140])
def test_a_table_can_be_piped_at_a_given_width(filled: Tracker, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    printed = filled("timeline", "--country", "Japan", "--format", "table").out
    assert printed.startswith("Japan · 2021-08 → ")
    assert "── 2021 ─" in printed
    assert "\x1b" not in printed


@pytest.mark.parametrize("name", ["Japan", "JPN", "jp", "Japanese", "Nippon"])
def test_a_country_goes_by_any_of_its_names(filled: Tracker, name: str) -> None:
    assert len(ids(filled("timeline", "--country", name))) == 10


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--country", "Japan", "--with", "Uzbekistan"], ["6fb4c3d8"]),
        (["--country", "Qatar"], ["2b7730de"]),
        (["--country", "Qatar", "--as", "party"], []),
        (["--country", "Qatar", "--as", "place"], ["2b7730de"]),
        (["--type", "mission", "--type", "summit"], ["1f09ac32", "70c5d4e9"]),
        (["--person", "muttaqi"], ["2b7730de"]),
        (["--organisation", "European Union"], ["70c5d4e9"]),
        (["--place", "Hiroshima"], ["70c5d4e9"]),
        (["--status", "cancelled"], ["81d6e5fa"]),
        (["--since", "2023", "--until", "2024-03", "--type", "summit"], ["70c5d4e9"]),
        (["--since", "2021-10", "--until", "2021-10-05", "--type", "meeting"], ["2b7730de"]),
        (["--text", "embassy"], ["1f09ac32", "5ea3b2c7"]),
        (["--type", "visit", "--reverse"], ["92e7f60b", "81d6e5fa"]),
        (["--country", "Afghanistan", "--limit", "2"], ["1f09ac32", "2b7730de"]),
    ],
    ids=" ".join,
)
def test_each_option_narrows_the_timeline(filled: Tracker, options: list[str], expected: list[str]) -> None:
    assert ids(filled("timeline", *options)) == expected


def test_finding_nothing_is_no_failure(filled: Tracker) -> None:
    found = filled("timeline", "--country", "Bhutan", "--type", "rupture")
    assert (found.code, found.out, found.err) == (0, "", "")


def test_a_database_that_is_not_there_is_said_to_be_missing(tracker: Tracker, database: Path) -> None:
    missing = tracker("timeline")
    assert (missing.code, missing.err.count("\n")) == (1, 1)
    assert str(database) in missing.err


def test_json_is_one_array_and_jsonl_one_object_a_line(filled: Tracker) -> None:
    events = json.loads(filled("timeline", "--format", "json").out)
    lines = [json.loads(line) for line in filled("timeline", "--format", "jsonl").out.splitlines()]
    assert events == lines
    assert {"id", "start", "precision", "countries", "sources", "review", "origin", "history"} <= events[0].keys()


def test_csv_has_the_columns_of_an_export(filled: Tracker, tmp_path: Any) -> None:
    filled("export", tmp_path / "all.csv")
    printed = filled("timeline", "--format", "csv").out
    assert sorted(csv.reader(io.StringIO(printed))) == sorted(csv.reader((tmp_path / "all.csv").open(newline="")))


def test_tsv_has_a_header_and_markdown_a_table(filled: Tracker) -> None:
    assert filled("timeline", "--format", "tsv").out.startswith("id\ttype\t")
    assert filled("timeline", "--format", "md").out.startswith("| date | status |")


def test_show_finds_an_event_by_the_beginning_of_its_id(filled: Tracker) -> None:
    shown = filled("show", "4d92").out
    assert "Okada holds talks with the acting deputy prime ministers" in shown
    assert "https://example.org/b" in shown


def test_show_tells_every_change(filled: Tracker) -> None:
    filled("edit", "4d92", "--title", "Talks in Kabul", "--reason", "shorter")
    assert "→ Talks in Kabul · Ada, edit (shorter)" in filled("show", "4d92").out


def test_show_as_json_is_the_record(filled: Tracker) -> None:
    [shown] = json.loads(filled("show", "4d92", "--format", "json").out)
    assert shown["id"] == "4d92a1b6"


def test_countries_are_counted_with_first_last_and_partners(filled: Tracker) -> None:
    lines = {line.split("\t")[0]: line.split("\t")[1:] for line in filled("countries").out.splitlines()}
    assert lines["AFG"] == ["Afghanistan", "4", "2021-08-15", "2021-11-28", "JPN 4"]


def test_types_can_be_looked_up_before_there_is_a_record(tracker: Tracker) -> None:
    listed = tracker("types")
    assert (listed.code, len(listed.out.splitlines()), listed.err.count("\n")) == (0, 13, 1)


def test_types_tell_their_roles_and_counts(filled: Tracker) -> None:
    table = filled("types", "--format", "table").out
    assert "◈ meeting  4 on record\n" in table
    types = {one["type"]: one for one in json.loads(filled("types", "--format", "json").out)}
    assert len(types) == 13
    assert (types["meeting"]["events"], types["visit"]["roles"]) == (4, ["visitor", "host"])


def test_counts_are_told_by_month_or_year(filled: Tracker) -> None:
    """A country goes by any of its names; the last line holds what is dated less exactly."""
    assert filled("counts", "--country", "Japanese", "--by", "year").out.splitlines()[0] == "2021\t4"
    assert json.loads(filled("counts", "-c", "JPN", "--format", "json").out)[0] == {"month": "2021-08", "events": 1}
    assert filled("counts", "--country", "Bhutan", "--by", "month").out == "no month\t1\n"
    assert filled("counts").code == 2
