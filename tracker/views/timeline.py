"""Events in order of time, as a person reads them in a terminal.

    Japan · 2021-08 → 2025-02 · 3 events + 1 planned
    ── 2021 ───────────────────────────────────────────────────
     Nov  2021-11-23  ◆ meeting  JPN AFG  Okada meets Kabir            ●●● 2 src  7c1a

The title takes the width that is left and is cut only there; where too little is left it gets a line of its own. Below
60 columns confidence and sources go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from textwrap import wrap

from rich.cells import cell_len
from rich.text import Text

from tracker import reference
from tracker.model import Event, Filter, Precision, Status
from tracker.views import marks, spans
from tracker.views.text import cell, clean, widest

NARROW = 60
"""Columns below which confidence and sources go."""
WIDE = 100
"""Columns from which on there is room for words, gaps and more parties."""
_UNBOUNDED = 1000
_UNBOUNDED_RULE = 80
_SHORTEST_TITLE = 16
_MONTH = 4


@dataclass(frozen=True, slots=True)
class _Line:
    """One event's cells. `note` is what the title's end says: the status and, where there is room, the precision."""

    event: Event
    month: str
    when: str
    kind: str
    parties: str
    note: str
    trust: str


@dataclass(frozen=True, slots=True)
class _Widths:
    """Cells of the gap between columns and of each column; `title` holds the note too.

    With `below` the title stands on a line of its own.
    """

    gap: int
    when: int
    kind: int
    parties: int
    trust: int
    title: int
    below: bool = False


def lines(events: Sequence[Event], asked: Filter, *, width: int | None, today: date) -> Iterator[Text]:
    """The lines: a heading, then the events under their years, undated ones last.

    `width` is the terminal's, None to cut nothing.
    """
    for part in wrap(heading(events, asked), width or _UNBOUNDED):
        yield Text(part, style="bold")
    dated_first = sorted(events, key=lambda event: spans.anchor(event.when) is None)
    drafts = [_line(event, asked, today, width) for event in dated_first]
    widths = _widths(drafts, width)
    for group, members in groupby(drafts, key=lambda line: _group(line.event, today)):
        yield _rule(group, width)
        previous = ""
        for line in members:
            yield from _drawn(line, widths, month="" if line.month == previous else line.month)
            previous = line.month


def heading(events: Sequence[Event], asked: Filter) -> str:
    """Who, when, and how many; planned and cancelled engagements are counted apart."""
    if not events:
        return clean(f"{_subject(asked)} · no events")
    return clean(f"{_subject(asked)} · {_range(events, asked)} · {_counts(events, asked)}")


def _subject(asked: Filter) -> str:
    who = " and ".join(map(_country_name, asked.countries)) or "All countries"
    beside = f" with {' and '.join(map(_country_name, asked.partners))}" if asked.partners else ""
    narrower = (asked.types, asked.statuses, asked.people, asked.organisations, asked.places)
    return " · ".join([who + beside, *(", ".join(values) for values in narrower if values)])


def _country_name(code: str) -> str:
    country = reference.country(code)
    return country.name if country else code


def _range(events: Sequence[Event], asked: Filter) -> str:
    days = sorted(day for event in events if (day := spans.anchor(event.when)))
    first = asked.since or (days[0] if days else None)
    last = asked.until or (None if asked.since else days[-1] if days else None)
    if first is None:
        return f"until {last:%Y-%m}" if last else spans.UNDATED
    begin, end = f"{first:%Y-%m}", f"{last:%Y-%m}" if last else "now"
    return begin if begin == end else f"{begin} → {end}"


def _counts(events: Sequence[Event], asked: Filter) -> str:
    found = Counter(event.status for event in events)
    occurred = found[Status.OCCURRED]
    told = [f"{occurred} event{'' if occurred == 1 else 's'}"]
    told += [f"{found[status]} {status.value}" for status in (Status.PLANNED, Status.CANCELLED) if found[status]]
    end = "latest" if asked.latest_first else "earliest"
    return " + ".join(told) + (f" (the {end} {asked.limit} only)" if len(events) == asked.limit else "")


def _group(event: Event, today: date) -> str:
    """The heading that an event stands under: its year, or `planned` when it lies ahead."""
    day = spans.anchor(event.when)
    if day is None:
        return spans.UNDATED
    return "planned" if day > today and event.status is not Status.OCCURRED else f"{day:%Y}"


def _line(event: Event, asked: Filter, today: date, width: int | None) -> _Line:
    day = spans.anchor(event.when)
    wide = width is None or width >= WIDE
    status = "" if event.status is Status.OCCURRED else event.status.value
    sources = marks.source_count(event)
    counted = "" if not sources else f"{sources} src" if wide else f"×{sources}"
    return _Line(
        event=event,
        month="" if day is None or event.when.precision is Precision.YEAR else f"{day:%b}",
        when=spans.shown(event.when),
        kind=f"{marks.glyph(event.type)} {event.type}",
        parties=clean(_fitting(marks.parties(event, first=asked.countries), _party_room(width))),
        note=" ".join(filter(None, (status, spans.precision_word(event.when) if wide else ""))),
        trust=f"{marks.confidence(event):3} {counted}".rstrip(),
    )


def _party_room(width: int | None) -> int | None:
    return None if width is None else 23 if width >= WIDE else 7


def _fitting(names: list[str], room: int | None) -> str:
    """As many names as there is room for, then how many more."""
    for kept in range(len(names), 0, -1):
        more = len(names) - kept
        text = " ".join([*names[:kept], *([f"+{more}"] if more else [])])
        if room is None or cell_len(text) <= room:
            return text
    return names[0] if names else ""


def _widths(lines: Sequence[_Line], width: int | None) -> _Widths:
    def column(value: Callable[[_Line], str]) -> int:
        return widest([value(line) for line in lines])

    when, kind = column(lambda line: line.when), column(lambda line: line.kind)
    parties = column(lambda line: line.parties)
    trust = 0 if width is not None and width < NARROW else column(lambda line: line.trust)
    if width is None:
        return _Widths(2, when, kind, parties, trust, column(lambda line: f"{_headline(line)} {line.note}".rstrip()))
    gap = 2 if width >= WIDE else 1
    cells = [_MONTH, when, kind, parties, *([trust] if trust else []), column(lambda line: line.event.id)]
    left = width - sum(cells) - gap * len(cells)
    if left >= _SHORTEST_TITLE:
        return _Widths(gap, when, kind, parties, trust, left)
    left = width - sum(cells) - gap * (len(cells) - 1)
    return _Widths(gap, when, kind + min(left, 0), parties, trust, width - _MONTH - gap, below=True)


def _rule(group: str, width: int | None) -> Text:
    label = f"── {group} "
    return Text(label + "─" * ((width or _UNBOUNDED_RULE) - len(label)), style="bold" if group.isdigit() else "dim")


def _drawn(line: _Line, widths: _Widths, *, month: str) -> Iterator[Text]:
    """The event's line, or its two lines."""
    style = marks.STYLES.get(line.event.status, "")
    cells = [
        Text(f" {month:3}"),
        cell(line.when, widths.when, style=style),
        cell(line.kind, widths.kind, style=style or marks.type_style(line.event.type)),
        cell(line.parties, widths.parties, style=style or "bold"),
        *([] if widths.below else [_title(line, widths.title, style)]),
        *([cell(line.trust, widths.trust)] if widths.trust else []),
        Text(line.event.id, style="dim"),
    ]
    gap = Text(" " * widths.gap)
    yield gap.join(cells)
    if widths.below:
        yield gap.join([Text(" " * _MONTH), _title(line, widths.title, style)])


def _headline(line: _Line) -> str:
    return clean(marks.headline(line.event))


def _title(line: _Line, width: int, style: str) -> Text:
    """The title, cut or padded, and at its right end the note."""
    room = width - (cell_len(line.note) + 1 if line.note else 0)
    drawn = Text().append_text(cell(_headline(line), room, style=style))
    return drawn.append(f" {line.note}", style="italic") if line.note else drawn
