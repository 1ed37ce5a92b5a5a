"""Everything known of one event, as `tracker show` prints it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from rich.cells import cell_len
from rich.console import Console

from tracker.model import (
    Change,
    Event,
    Origin,
    Participant,
    PartyKind,
    Place,
    Source,
    TimeSpan,
)
from tracker.views import card

QUOTE = "Japanese ambassador Takashi Okada met Amir Khan Muttaqi in Doha last month, the ministry said."
EVENT = Event(
    id="2b7730de",
    type="meeting",
    subtype="bilateral",
    title="Okada meets Muttaqi",
    when=TimeSpan.month(2021, 10, text="last month"),
    participants=(
        Participant(kind=PartyKind.COUNTRY, name="Japan", role="participant", country="JPN"),
        Participant(kind=PartyKind.COUNTRY, name="Afghanistan", role="participant", country="AFG"),
        Participant(kind=PartyKind.PERSON, name="Takashi Okada", office="ambassador", country="JPN"),
        Participant(kind=PartyKind.PERSON, name="Amir Khan Muttaqi", country="AFG"),
    ),
    place=Place("Doha", "QAT"),
    confidence=0.62,
    tags=("kabul embassy",),
    note="No day is known.",
    conflicts=("start",),
    sources=(
        Source(
            document="envoy.md",
            title="Envoy in Kabul",
            publisher="Example Wire",
            url="https://example.org/envoy",
            published=TimeSpan.day(date(2021, 11, 25)),
            quote=QUOTE,
            start=0,
            end=len(QUOTE),
            trigger="met",
            date_text="last month",
        ),
    ),
)
CHANGE = Change(
    id=1,
    event_id="2b7730de",
    field="title",
    old=None,
    new="Okada meets Muttaqi",
    author="Ada",
    command="edit",
    reason="shorter",
    origin=Origin.HAND,
    at=datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
)


@pytest.mark.parametrize("width", [80, None])
def test_the_card_looks_as_it_should(width: int | None, snapshot: Callable[[str, str], None]) -> None:
    lines = card.lines(EVENT, [CHANGE], width=width)
    snapshot(f"card-{width or 'uncut'}.txt", "".join(f"{line.plain.rstrip()}\n" for line in lines))


@pytest.mark.parametrize("width", [60, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(cell_len(line.plain.rstrip()) for line in card.lines(EVENT, [CHANGE], width=width)) <= width


def test_the_words_that_count_stand_out() -> None:
    """The act in reverse, the date underlined, the names bold; nothing else."""
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system="standard", highlight=False)
    for line in card.lines(EVENT, width=120):
        console.print(line, soft_wrap=True)
    [quote] = [line for line in stream.getvalue().splitlines() if "the ministry said" in line]
    assert "\x1b[1;7mmet\x1b[0m" in quote
    assert "\x1b[1;4mlast month\x1b[0m" in quote
    for name in ("Japanese", "Takashi Okada", "Amir Khan Muttaqi", "Doha"):
        assert f"\x1b[1m{name}\x1b[0m" in quote


def test_a_quotation_can_not_steer_the_terminal() -> None:
    hostile = replace(EVENT, sources=(replace(EVENT.sources[0], quote="\x1b]0;x\x07 [bold]met[/] \u202eX"),))
    text = "".join(line.plain for line in card.lines(hostile, width=None))
    assert "“]0;x [bold]met[/] X”" in text
