"""The timeline at the widths of real terminals; the pictures are in `snapshots/`, `pytest --update` draws them anew."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from tracker.model import Event, Filter, Source, Status, TimeSpan
from tracker.views import plain, rows, timeline

TODAY = date(2026, 11, 22)
JAPAN = Filter(countries=("JPN",))


@pytest.fixture(scope="module")
def events() -> list[Event]:
    """One event of every kind of date, status and party."""
    table = (Path(__file__).parents[1] / "events.csv").read_text(encoding="utf-8")
    return [rows.event(row) for row in csv.DictReader(io.StringIO(table))]


def drawn(events: list[Event], width: int | None, *, asked: Filter = JAPAN) -> str:
    """The timeline as text without colour."""
    return "".join(f"{line.plain}\n" for line in timeline.lines(events, asked, width=width, today=TODAY))


@pytest.mark.parametrize("width", [50, 80, 140, None])
def test_the_timeline_looks_as_it_should(
    events: list[Event], width: int | None, snapshot: Callable[[str, str], None]
) -> None:
    snapshot(f"timeline-{width or 'uncut'}.txt", drawn(events, width))


@pytest.mark.parametrize("width", [40, 50, 60, 70, 80, 100, 140])
def test_no_line_is_wider_than_the_terminal(events: list[Event], width: int) -> None:
    assert max(map(cell_len, drawn(events, width).splitlines())) <= width


@pytest.mark.parametrize("width", [60, 80, 140])
def test_columns_stay_straight_beside_wide_characters(events: list[Event], width: int) -> None:
    """Every id begins in the same column."""
    lines = [line for line in drawn(events, width).splitlines() if line.endswith(tuple(event.id for event in events))]
    assert len({cell_len(line) for line in lines}) == 1


def test_a_title_without_room_gets_a_line_of_its_own(events: list[Event]) -> None:
    assert "     Japan closes its embassy in Kabul" in [line.rstrip() for line in drawn(events, 60).splitlines()]


def test_below_sixty_columns_confidence_and_sources_go(events: list[Event]) -> None:
    assert "●" in drawn(events, 60)
    assert "●" not in drawn(events, 59)


def test_planned_and_cancelled_are_named_and_counted_apart(events: list[Event]) -> None:
    text = drawn(events, 140)
    assert "+ 2 planned + 1 cancelled" in text
    assert [line.count("cancelled") for line in text.splitlines() if "Nagoya" in line] == [1]


def test_planned_is_dim_and_cancelled_struck_in_colour(events: list[Event]) -> None:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system="standard", width=140)
    for line in timeline.lines(events, JAPAN, width=140, today=TODAY):
        console.print(line, soft_wrap=True)
    lines = stream.getvalue().splitlines()
    planned, cancelled = (next(line for line in lines if word in line) for word in ("G7", "Nagoya"))
    assert "\x1b[2m" in planned
    assert "\x1b[2;9m" in cancelled


def test_a_title_can_neither_style_nor_steer_the_terminal() -> None:
    event = Event(id="7c1a", type="visit", when=TimeSpan.year(2021), title="[red]\x1b[31mX\u202e[/nothing]")
    assert "[red][31mX[/nothing]" in drawn([event], 140)


def test_an_event_without_a_title_is_told_by_its_people_and_place() -> None:
    event = rows.event({"type": "meeting", "people": "Takashi Okada; Abdul Kabir", "place_name": "Kabul"})
    assert "Takashi Okada, Abdul Kabir · Kabul" in drawn([event], 140)


def test_two_quotations_of_one_article_are_one_source() -> None:
    source = Source(document="a.txt", quote="…", start=0, end=1)
    event = Event(id="7c1a", type="visit", when=TimeSpan.year(2021), sources=(source, replace(source, start=5)))
    assert plain.cells(event)["sources"] == "1"


def test_nothing_found_is_said() -> None:
    assert drawn([], 80) == "Japan · no events\n"


def test_what_is_planned_for_a_day_gone_by_stays_in_its_year() -> None:
    """Nobody has said yet that it took place."""
    past = Event(id="7c1a", type="visit", status=Status.PLANNED, when=TimeSpan.day(date(2021, 12, 1)))
    assert "── 2021 " in drawn([past], 80)
