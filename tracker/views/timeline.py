"""Events in order of time, as a person reads them in a terminal.

    Japan · 2021-08 → 2025-02 · 3 events + 1 planned
    ── 2021 ───────────────────────────────────────────────────
     Nov  2021-11-23  ◆ meeting  JPN AFG  Okada meets Kabir            ●●● 2 src  7c1a

The title takes the width that is left and is cut only there; below 60 columns confidence and sources go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from tracker import reference
from tracker.model import Event, Filter, Status
from tracker.views import marks, spans
from tracker.views.text import cell, clean, widest

PLAIN_COLUMNS = ("date", "status", "type", "parties", "title", "precision", "confidence", "sources", "id")

NARROW = 60
"""Columns below which confidence and sources go."""
WIDE = 100
"""Columns from which on words are spelt out and more parties are named."""
_UNBOUNDED_RULE = 80
_SHORTEST_TITLE = 12


@dataclass(frozen=True, slots=True)
class _Line:
    """One event's cells. `note` is what the title's end says: the status, the precision."""

    event: Event
    month: str
    when: str
    kind: str
    parties: str
    note: str
    trust: str


@dataclass(frozen=True, slots=True)
class _Widths:
    """Cells of each column; `title` holds the note too, and is None when nothing is to be cut."""

    when: int
    kind: int
    parties: int
    trust: int
    title: int | None


def lines(events: Sequence[Event], asked: Filter, *, width: int | None, today: date) -> Iterator[Text]:
    """The lines: a heading, then the events under their years. `width` is the terminal's, None to cut nothing."""
    yield Text(heading(events, asked), style="bold")
    drafts = [_line(event, asked, today, width) for event in events]
    widths = _widths(drafts, width)
    for group, members in groupby(drafts, key=lambda line: _group(line.event, today)):
        yield _rule(group, width)
        previous = ""
        for line in members:
            yield _drawn(line, widths, month="" if line.month == previous else line.month)
            previous = line.month


def heading(events: Sequence[Event], asked: Filter) -> str:
    """Who, when, and how many; planned and cancelled engagements are counted apart."""
    if not events:
        return clean(f"{_subject(asked)} · no events")
    return clean(f"{_subject(asked)} · {_range(events, asked)} · {_counts(events, asked)}")


def plain(event: Event) -> dict[str, str]:
    """The cells of one event for a pipe, nothing cut."""
    return {
        "date": spans.shown(event.when),
        "status": event.status.value,
        "type": event.type,
        "parties": " ".join(marks.parties(event)),
        "title": marks.headline(event),
        "precision": event.when.precision.value,
        "confidence": "" if event.confidence is None else f"{event.confidence:.2f}",
        "sources": str(_source_count(event)),
        "id": event.id,
    }


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
    return f"{first:%Y-%m} → {f'{last:%Y-%m}' if last else 'now'}" if first else spans.UNDATED


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
    status = "" if event.status is Status.OCCURRED else event.status.value
    sources = _source_count(event)
    counted = "" if not sources else f"{sources} src" if width is None or width >= WIDE else f"×{sources}"
    return _Line(
        event=event,
        month="" if day is None or spans.precision_word(event.when) == "year" else f"{day:%b}",
        when=spans.shown(event.when),
        kind=f"{marks.glyph(event.type)} {event.type}",
        parties=clean(_fitting(marks.parties(event, first=asked.countries), _party_room(width))),
        note=" ".join(filter(None, (status, spans.precision_word(event.when)))),
        trust=f"{marks.confidence(event):3} {counted}".rstrip(),
    )


def _party_room(width: int | None) -> int | None:
    return None if width is None else 23 if width >= WIDE else 11


def _fitting(names: list[str], room: int | None) -> str:
    """As many names as there is room for, then how many more."""
    for kept in range(len(names), 0, -1):
        more = len(names) - kept
        text = " ".join([*names[:kept], *([f"+{more}"] if more else [])])
        if room is None or cell_len(text) <= room:
            return text
    return names[0] if names else ""


def _widths(lines: Sequence[_Line], width: int | None) -> _Widths:
    def column(value: Callable[[_Line], str], most: int | None = None) -> int:
        return widest([value(line) for line in lines], most=most)

    when, kind = column(lambda line: line.when), column(lambda line: line.kind)
    parties = column(lambda line: line.parties, _party_room(width))
    trust = 0 if width is not None and width < NARROW else column(lambda line: line.trust)
    if width is None:
        return _Widths(when, kind, parties, trust, None)
    identity = column(lambda line: line.event.id)
    taken = 6 + when + 2 + kind + 2 + parties + 2 + (2 + trust if trust else 0) + 2 + identity
    return _Widths(when, kind, parties, trust, max(width - taken, _SHORTEST_TITLE))


def _rule(group: str, width: int | None) -> Text:
    label = f"── {group} "
    return Text(label + "─" * ((width or _UNBOUNDED_RULE) - len(label)), style="bold" if group.isdigit() else "dim")


def _drawn(line: _Line, widths: _Widths, *, month: str) -> Text:
    style = marks.STYLES.get(line.event.status, "")
    drawn = Text(f" {month:3}  ", end="")
    drawn.append_text(cell(line.when, widths.when, style=style))
    drawn.append("  ").append_text(cell(line.kind, widths.kind, style=style or marks.type_style(line.event.type)))
    drawn.append("  ").append_text(cell(line.parties, widths.parties, style=style or "bold"))
    drawn.append("  ").append_text(_title(line, widths.title, style))
    if widths.trust:
        drawn.append("  ").append_text(cell(line.trust, widths.trust))
    return drawn.append("  ").append(line.event.id, style="dim")


def _title(line: _Line, width: int | None, style: str) -> Text:
    """The title, cut or padded, and at its right end the note."""
    title = clean(marks.headline(line.event))
    if width is None:
        return Text(title, style=style).append(f"  {line.note}" if line.note else "", style="italic")
    room = width - (cell_len(line.note) + 1 if line.note else 0)
    drawn = Text().append_text(cell(title, room, style=style))
    return drawn.append(f" {line.note}", style="italic") if line.note else drawn


def _source_count(event: Event) -> int:
    """Documents that tell it, not quotations."""
    return len({source.digest or source.document for source in event.sources})
