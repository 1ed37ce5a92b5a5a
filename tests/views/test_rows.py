"""An event as cells, there and back."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import reference
from tracker.errors import InputError, UnknownName
from tracker.model import Event, Participant, PartyKind, TimeSpan
from tracker.views import rows, writers

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12).map(str.strip)
NAMES = WORDS.filter(lambda text: bool(text) and "(" not in text and ")" not in text)
CODES = st.sampled_from(["JPN", "AFG", "QAT", "XKX"])
DAYS = st.dates(date(1945, 1, 1), date(2100, 1, 1))


@st.composite
def spans(draw: st.DrawFn) -> TimeSpan:
    """Time spans of every shape."""
    day = draw(DAYS)
    text = draw(WORDS)
    return draw(
        st.sampled_from(
            [
                TimeSpan.day(day, day + timedelta(days=draw(st.integers(0, 9))), text=text),
                TimeSpan.week(day, text=text),
                TimeSpan.month(day.year, day.month, text=text),
                TimeSpan.year(day.year, text=text),
                TimeSpan.unknown(end=day, text=text),
                TimeSpan.unknown(start=day, text=text),
                TimeSpan.unknown(text=text),
            ]
        )
    )


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Events whose names hold every separator that a cell uses."""
    kind = draw(st.sampled_from(list(reference.EVENT_TYPES.values())))
    roles = st.sampled_from([None, *kind.roles])
    countries = [
        Participant(kind=PartyKind.COUNTRY, name=code, role=draw(roles), country=code) for code in draw(st.sets(CODES))
    ]
    people = [
        Participant(
            kind=PartyKind.PERSON,
            name=draw(NAMES),
            role=draw(roles),
            office=draw(st.none() | NAMES),
            country=draw(st.none() | CODES),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    return Event(
        id="7c1a",
        type=kind.name,
        when=draw(spans()),
        title=draw(WORDS),
        participants=(*countries, *people),
        confidence=draw(st.none() | st.floats(0, 1)),
        tags=tuple(draw(st.lists(NAMES, max_size=2))),
        note=draw(WORDS),
    )


@given(events())
def test_a_row_read_back_writes_the_same_row(event: Event) -> None:
    """Through CSV and all, whatever its names are made of."""
    stream = io.StringIO(newline="")
    writers.write_csv([rows.cells(event)], rows.COLUMNS, stream)
    [(_, read)] = writers.read_csv(io.StringIO(stream.getvalue(), newline=""), rows.COLUMNS)
    assert read == rows.cells(event)
    assert rows.cells(rows.event(read)) == rows.cells(event)
    assert rows.changes(event, read) == {}


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
