"""An event as cells, there and back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InputError, UnknownName
from tracker.model import Event, Precision, Source, TimeSpan
from tracker.views import rows


@given(st.data())
def test_a_row_read_back_writes_the_same_row(any_event: st.SearchStrategy[Event], data: st.DataObject) -> None:
    """Whatever its names are made of."""
    event = data.draw(any_event)
    row = {column: cell.strip() for column, cell in rows.cells(event).items()}
    assert rows.cells(rows.event(row)) == row
    assert rows.changes(event, row) == {}


def test_people_keep_office_and_country() -> None:
    read = rows.event(
        {
            "type": "meeting",
            "countries": "Japan; Afghanistan",
            "organisations": "NATO",
            "people": "Takashi Okada (ambassador, JPN); Jens Stoltenberg (secretary-general, NATO); Abdul Kabir",
            "roles": "host: AFG; participant: JPN, NATO",
        }
    )
    assert [(p.name, p.role, p.country, p.organisation, p.office) for p in read.participants] == [
        ("Japan", "participant", "JPN", None, None),
        ("Afghanistan", "host", "AFG", None, None),
        ("NATO", "participant", None, None, None),
        ("Takashi Okada", "participant", "JPN", None, "ambassador"),
        ("Jens Stoltenberg", "participant", None, "NATO", "secretary-general"),
        ("Abdul Kabir", None, None, None, None),
    ]


def test_a_lone_month_is_a_month() -> None:
    assert rows.event({"type": "visit", "start": "2021-11"}).when == TimeSpan.month(2021, 11)


@pytest.mark.parametrize(
    ("present", "start", "now"),
    [
        (TimeSpan.day(date(2021, 11, 23)), "2021-11-22", TimeSpan.day(date(2021, 11, 22))),
        (TimeSpan.day(date(2021, 11, 23)), "2021-11", TimeSpan.month(2021, 11)),
        (TimeSpan.month(2021, 11), "2021", TimeSpan.year(2021)),
        (
            TimeSpan.day(date(2021, 11, 23), date(2021, 11, 24)),
            "2021-11-22",
            TimeSpan.day(date(2021, 11, 22), date(2021, 11, 24)),
        ),
    ],
)
def test_a_start_changed_alone_takes_a_lone_day_with_it(present: TimeSpan, start: str, now: TimeSpan) -> None:
    event = Event(id="7c1a", type="visit", when=present)
    assert rows.changes(event, rows.cells(event) | {"start": start}) == {"when": now}


def test_the_start_of_a_month_cannot_become_a_day_alone() -> None:
    event = Event(id="7c1a", type="visit", when=TimeSpan.month(2021, 11))
    with pytest.raises(InputError, match="start of a month became 2021-11-23; change end and precision too"):
        rows.changes(event, rows.cells(event) | {"start": "2021-11-23"})
    told = rows.cells(event) | {"start": "2021-11-23", "end": "", "precision": ""}
    assert rows.changes(event, told) == {"when": TimeSpan.day(date(2021, 11, 23))}


def test_two_months_are_months() -> None:
    when = rows.event({"type": "visit", "start": "2021-11", "end": "2021-12"}).when
    assert (when.precision, when.end) == (Precision.MONTH, date(2021, 12, 31))


def test_a_changed_cell_changes_its_field_only() -> None:
    event = rows.event({"id": "7c1a", "type": "visit", "start": "2021-11", "countries": "JPN"})
    changed = rows.cells(event) | {"note": "seen"}
    assert rows.changes(event, changed) == {"note": "seen"}


@pytest.mark.parametrize(
    ("cells", "complaint"),
    [
        ({"type": "visit", "start": "2021-02-30"}, "'2021-02-30' is no date"),
        ({"type": "visit", "start": "2021-03", "end": "2021-02"}, "lies before"),
        ({"type": "visit", "end": "2021-02", "precision": "month"}, "needs both"),
        ({"type": "visit", "roles": "guest: JPN"}, "'guest: JPN' gives no role"),
        ({"type": "visit", "subtype": "secret"}, "subtype 'secret' is not known"),
        ({"type": "visit", "confidence": "high"}, "no number from 0 to 1"),
        ({"type": "visit", "status": "maybe"}, "status 'maybe' is not known"),
    ],
)
def test_a_cell_that_cannot_be_meant_is_refused(cells: dict[str, str], complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        rows.event(cells)


def test_an_unknown_country_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="Japan"):
        rows.event({"type": "visit", "countries": "Jappan"})


def test_where_an_event_comes_from_cannot_be_changed() -> None:
    event = rows.event({"id": "7c1a", "type": "visit"})
    with pytest.raises(InputError, match="origin of 7c1a is 'import' and stays so"):
        rows.changes(event, {"origin": "hand"})


ARTICLE = Source(document="a.txt", quote="They met.", start=0, end=9, digest="ab12")
GIVEN = Source(document="Read-out", quote="We met.", start=0, end=7, url="https://example.org/r")


@pytest.mark.parametrize(
    ("cell", "sources"),
    [
        ("https://example.org/r; a.txt", None),
        ("a.txt", (ARTICLE,)),
        ("a.txt; https://example.org/r; Diary", (ARTICLE, GIVEN, rows.source("Diary"))),
    ],
)
def test_sources_that_a_person_gave_can_be_changed(cell: str, sources: tuple[Source, ...] | None) -> None:
    """What is known of the others stays."""
    event = Event(id="7c1a", type="visit", when=TimeSpan.unknown(), sources=(ARTICLE, GIVEN))
    assert rows.changes(event, {"sources": cell}) == ({"sources": sources} if sources else {})


def test_an_article_cannot_be_taken_out_in_a_table() -> None:
    event = Event(id="7c1a", type="visit", when=TimeSpan.unknown(), sources=(ARTICLE, GIVEN))
    with pytest.raises(InputError, match=r"'a\.txt' tells of 7c1a; `tracker split` takes out an article"):
        rows.changes(event, {"sources": "https://example.org/r"})
