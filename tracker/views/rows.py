"""An event as one row of text cells, written by `export` and read back by `import`.

What is not known is an empty cell; several values of one cell are separated by semicolons. Reading a row that was
written and writing it again gives the same row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from tracker import reference
from tracker.errors import InputError
from tracker.model import Event, Listing, Origin, Place, Precision, Review, Source, Status, TimeSpan
from tracker.views import parties

COLUMNS = (
    *("id", "type", "subtype", "status", "start", "end", "precision", "date_text", "title"),
    *parties.COLUMNS,
    *("place_name", "place_country", "confidence", "review", "origin", "tags", "note", "sources"),
)

_FIELDS = {
    **{column: column for column in ("type", "subtype", "status", "title", "confidence", "review", "tags", "note")},
    "sources": "sources",
    **dict.fromkeys(("start", "end", "precision", "date_text"), "when"),
    **dict.fromkeys(parties.COLUMNS, "participants"),
    **dict.fromkeys(("place_name", "place_country"), "place"),
}
"""The field of an event that each column can change; the other columns tell where it comes from."""

_MOST_READ = 10_000
"""Cells whose meaning is kept for the next row that has them."""

Row = dict[str, str]
_Word = TypeVar("_Word", bound=StrEnum)


def cells(event: Event | Listing) -> Row:
    """The event's cells by column."""
    told = listing(event) if isinstance(event, Event) else event
    return {
        "id": told.id,
        "type": told.type,
        "subtype": told.subtype or "",
        "status": told.status,
        "start": told.start or "",
        "end": told.end or "",
        "precision": told.precision,
        "date_text": told.date_text,
        "title": told.title,
        **parties.cells(told.type, told.participants),
        "place_name": told.place_name or "",
        "place_country": told.place_country or "",
        "confidence": "" if told.confidence is None else str(told.confidence),
        "review": told.review,
        "origin": told.origin,
        "tags": parties.joined(told.tags),
        "note": told.note,
        "sources": parties.joined(told.sources),
    }


def listing(event: Event) -> Listing:
    """What a row tells of an event."""
    return Listing(
        id=event.id,
        type=event.type,
        subtype=event.subtype,
        status=event.status.value,
        start=event.when.start.isoformat() if event.when.start else None,
        end=event.when.end.isoformat() if event.when.end else None,
        precision=event.when.precision.value,
        date_text=event.when.text,
        title=event.title,
        participants=event.participants,
        place_name=event.place.name,
        place_country=event.place.country,
        confidence=event.confidence,
        review=event.review.value,
        origin=event.origin.value,
        tags=event.tags,
        note=event.note,
        sources=tuple(dict.fromkeys(map(_name, event.sources))),
    )


def event(row: Mapping[str, str]) -> Event:
    """The event that a row tells; a missing column counts as empty, a country may go by any of its names.

    Raises InputError when a cell cannot be meant.
    """
    told = {column: row.get(column, "").strip() for column in COLUMNS}
    kind = reference.require_event_type(told["type"])
    return Event(
        id=told["id"],
        type=kind.name,
        subtype=_known(told["subtype"], kind.subtypes, "subtype"),
        status=_word(Status, told["status"]) or Status.OCCURRED,
        when=_when(told["start"], told["end"], told["precision"], told["date_text"]),
        title=told["title"],
        participants=parties.participants(told, roles=kind.roles),
        place=place(told["place_name"], told["place_country"]),
        confidence=_confidence(told["confidence"]),
        review=_word(Review, told["review"]) or Review.UNREVIEWED,
        origin=_word(Origin, told["origin"]) or Origin.IMPORT,
        tags=parties.split(told["tags"]),
        note=told["note"],
        sources=tuple(source(name) for name in parties.split(told["sources"])),
    )


def changes(present: Event, row: Mapping[str, str]) -> dict[str, object]:
    """The event's fields that the row's columns tell otherwise, with their new values.

    Raises InputError when a cell cannot be meant, or changes where an event comes from.
    """
    written = cells(present)
    differing = [column for column in COLUMNS if column in row and row[column].strip() != written[column].strip()]
    fixed = [column for column in differing if column not in _FIELDS]
    if fixed:
        raise InputError(f"{fixed[0]} of {present.id} is '{written[fixed[0]]}' and stays so")
    told = event({**written, **row, **_following(present.when, row, differing)})
    told = replace(told, sources=_sources(present, told))
    values = {field: getattr(told, field) for field in (_FIELDS[column] for column in differing)}
    return {field: value for field, value in values.items() if value != getattr(present, field)}


@reference.remembered
def place(name: str, country: str = "") -> Place:
    """The place of that name, with its country and coordinates where they are known; raises UnknownName."""
    code = reference.require_country(country).code if country else None
    known = reference.place(name) if name else None
    if known and code in (None, known.country):
        return Place(name, known.country, known.latitude, known.longitude)
    return Place(name or None, code)


def source(name: str) -> Source:
    """A source of which only the name or the address is known."""
    return Source(document=name, quote="", start=0, end=0, url=name if "://" in name else "")


def _following(when: TimeSpan, row: Mapping[str, str], differing: Collection[str]) -> Row:
    """What follows for the end and precision of a date of which the start alone was changed.

    Whoever moves a day has no mind to stretch it, and `2021-11` tells all of a date. Raises InputError where the start
    of a month, say, became a day.
    """
    if "start" not in differing or {"end", "precision"}.intersection(differing):
        return {}
    if when.days == 1 or len(row["start"].strip()) in (4, 7):
        return {"end": "", "precision": ""}
    if when.known and when.precision is not Precision.DAY:
        raise InputError(
            f"the start of a {when.precision.value} became {row['start']}; change end and precision too, or empty them"
        )
    return {}


def _sources(present: Event, told: Event) -> tuple[Source, ...]:
    """The sources that are told, with all that is known of them; raises InputError where an article would go."""
    names = [source.document for source in told.sources]
    articles = [source for source in present.sources if source.digest]
    gone = [_name(source) for source in articles if _name(source) not in names]
    if gone:
        raise InputError(f"'{gone[0]}' tells of {present.id}; `tracker split` takes out an article, no table does")
    given = [source for source in present.sources if not source.digest and _name(source) in names]
    known = {_name(source) for source in (*articles, *given)}
    return (*articles, *given, *(source for source in told.sources if source.document not in known))


def _name(source: Source) -> str:
    """What stands for a source in a cell."""
    return source.url or source.document


@lru_cache(_MOST_READ)
def _when(first_cell: str, last_cell: str, precision_cell: str, text: str) -> TimeSpan:
    start, end = _span(first_cell), _span(last_cell)
    first, last = (start.start if start else None), (end.end if end else None)
    if first and last and last < first:
        raise InputError(f"the end {last} lies before the start {first}")
    precision = _word(Precision, precision_cell) or _shape(start, end)
    if precision is Precision.UNKNOWN:
        return TimeSpan.unknown(first, last, text=text)
    if not start or (not end and precision is not start.precision):
        raise InputError(f"a date of precision {precision.value} needs both a start and an end")
    return TimeSpan(first, last or start.end, precision, text)


def _shape(start: TimeSpan | None, end: TimeSpan | None) -> Precision:
    """The precision of dates that come without one: that of the start, days where the end has another."""
    if not start:
        return Precision.UNKNOWN
    return start.precision if end is None or end.precision is start.precision else Precision.DAY


@lru_cache(_MOST_READ)
def _span(cell: str) -> TimeSpan | None:
    try:
        return TimeSpan.iso(cell) if cell else None
    except ValueError:
        raise InputError(f"'{cell}' is no date; write 2021-11-23, 2021-11 or 2021") from None


def _confidence(cell: str) -> float | None:
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise InputError(f"confidence '{cell}' is no number from 0 to 1")
    return value


@lru_cache(_MOST_READ)
def _word(kind: type[_Word], cell: str) -> _Word | None:
    known = _known(cell, [word.value for word in kind], kind.__name__.lower())
    return kind(known) if known else None


def _known(cell: str, words: Iterable[str], column: str) -> str | None:
    """The cell in lower case, None when it is empty; raises InputError when it is none of `words`."""
    if cell and cell.lower() not in words:
        raise InputError(f"{column} '{cell}' is not known; it may be {', '.join(words)}")
    return cell.lower() or None
