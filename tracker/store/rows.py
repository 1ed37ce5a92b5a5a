"""Rows of the database as the nouns of the program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from tracker.errors import StoreError
from tracker.model import (
    Change,
    Claim,
    Document,
    Event,
    Judgement,
    Mention,
    Naming,
    Operation,
    Origin,
    Participant,
    Party,
    PartyKind,
    Place,
    Precision,
    Review,
    Sentence,
    Source,
    Status,
    TimeSpan,
)
from tracker.store.connect import Row
from tracker.store.fields import clean
from tracker.store.parties import code, principal

_MOST_KEPT = 10_000
"""Parties that are kept as they were read, for the next event that they are in."""

_MOST_CELLS = 2_048
"""Cells of claims that are kept as they were read: with each report of an event, all that tell it are read again."""

_ENCODER = json.JSONEncoder(ensure_ascii=False)

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stored:
    """An event with what only the store knows of it: its key, whether it was deleted, the id it was merged into."""

    key: int
    event: Event
    deleted: bool = False
    merged_into: str | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """What belongs to an event and stands in tables of its own."""

    participants: tuple[Participant, ...] = ()
    sources: tuple[Source, ...] = ()
    tags: tuple[str, ...] = ()
    history: tuple[int, ...] = ()


def _as_written(read: Callable[P, T]) -> Callable[P, T]:
    """Lets a reader of rows raise StoreError for one that holds what was never written there."""

    @wraps(read)
    def reading(*given: P.args, **named: P.kwargs) -> T:
        try:
            return read(*given, **named)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise StoreError(
                f"the database is damaged: a row of it cannot be read ({error}); run `tracker db check`, and restore a "
                "backup"
            ) from error

    return reading


@_as_written
def stored(row: Row, parts: Parts) -> Stored:
    """The event of a row of `search.events`, with its parts."""
    event = Event(
        id=row["id"],
        type=row["type"],
        subtype=row["subtype"],
        status=Status(row["status"]),
        when=TimeSpan(
            day(row["start_day"]), day(row["end_day"]), Precision(row["precision"]), row["date_text"], row["date_basis"]
        ),
        title=row["title"],
        participants=parts.participants,
        place=Place(row["place_name"], row["place_country"], row["latitude"], row["longitude"]),
        confidence=row["confidence"],
        note=row["note"],
        tags=parts.tags,
        review=Review(row["review"]),
        origin=Origin(row["origin"]),
        sources=parts.sources,
        conflicts=tuple(row["conflicts"].split()),
        history=parts.history,
    )
    return Stored(row["key"], event, bool(row["deleted"]), row["merged_into"])


@_as_written
def participant(row: Row) -> Participant:
    """The party of a row of `sql.PARTICIPANTS`."""
    return _participant(
        kind=row["kind"],
        name=row["name"],
        role=row["role"],
        country=row["country"],
        organisation=row["organisation"],
        office=row["office"],
    )


@lru_cache(_MOST_KEPT)
def _participant(*, kind: str, **told: str) -> Participant:
    return Participant(kind=PartyKind(kind), **told)


@_as_written
def sources(row: Row) -> list[Source]:
    """The quotations of a row of `sql.SOURCES`, one for each sentence."""
    of_document = {
        "document": row["name"],
        "title": row["title"],
        "publisher": row["publisher"],
        "url": row["url"],
        "published": published(row),
        "digest": row["digest"],
        "trigger": row["trigger_text"],
        "date_text": row["mention_date_text"],
    }
    return [
        Source(
            quote=sentence["text"], start=sentence["start"], end=sentence["end"], field=sentence["field"], **of_document
        )
        for sentence in json.loads(row["evidence"])
    ]


@_as_written
def quotations(row: Row) -> list[Source]:
    """The words of a row of `sql.QUOTATIONS`, and the document that they stand in."""
    return [
        Source(document="", quote=one["text"], start=one["start"], end=one["end"], digest=row["digest"])
        for one in json.loads(row["evidence"])
    ]


@_as_written
def citation(row: Row) -> Source:
    """The source that a person gave, of a row of `sql.CITATIONS`."""
    return Source(
        document=row["name"],
        quote=row["quote"],
        start=0,
        end=len(row["quote"]),
        url=row["url"],
        publisher=row["publisher"],
        title=row["title"],
    )


@_as_written
def claim(row: Row) -> Claim:
    """The claim of a row of `sql.CLAIMS`."""
    mention = Mention(
        type=row["type"],
        subtype=row["subtype"],
        status=Status(row["status"]),
        when=TimeSpan(
            day(row["start_day"]), day(row["end_day"]), Precision(row["precision"]), row["date_text"], row["date_basis"]
        ),
        title=row["title"],
        participants=_participants(row["participants"]),
        place=Place(row["place_name"], row["place_country"], row["latitude"], row["longitude"]),
        confidence=row["confidence"],
        evidence=evidence(row["evidence"]),
        trigger=row["trigger_text"],
        reasons=_texts(row["reasons"]),
    )
    return Claim(
        mention=mention,
        digest=row["digest"],
        published=published(row),
        number=row["id"],
        document=row["headline"] or row["name"],
    )


@_as_written
def change(row: Row) -> Change:
    """The change of a row of `sql.CHANGES`."""
    return Change(
        id=row["id"],
        event_id=row["event_id"],
        field=row["field"],
        old=row["old_value"],
        new=row["new_value"],
        author=row["author"],
        origin=Origin(row["origin"]),
        command=row["command"],
        reason=row["reason"],
        at=moment(row["at"]),
        operation=row["operation_id"],
    )


@_as_written
def document(row: Row) -> Document:
    """The article of a row of `sql.DOCUMENTS`."""
    return Document(
        text=row["text"],
        name=row["name"],
        title=row["title"],
        source=row["publisher"],
        url=row["url"],
        published=published(row),
        language=row["language"],
        boilerplate=tuple((start, end) for start, end in json.loads(row["boilerplate"])),
    )


@_as_written
def judgement(row: Row) -> Judgement:
    """The judgement of a row of `sql.JUDGEMENTS_ON`."""
    return Judgement(
        event_id=row["event_id"],
        mention=row["mention_id"],
        other_id=row["other_id"],
        verdict=row["verdict"],
        score=row["score"],
        reasons=tuple(json.loads(row["reasons"])),
        author=row["author"],
        command=row["command"],
        reason=row["why"],
        at=moment(row["at"]),
        live=row["withdrawn_by"] is None,
    )


@_as_written
def party(row: Row, of: str = "") -> Party:
    """The party of a row of `sql_parties.PARTY`; the columns of another row may begin with `of`."""
    return Party(
        number=row[f"{of}id"],
        kind=PartyKind(row[f"{of}kind"]),
        name=row[f"{of}name"],
        principal=principal(row[f"{of}identity"]),
        code=code(row[f"{of}identity"]),
    )


@_as_written
def naming(row: Row) -> Naming:
    """The decision of a row of `sql_parties.NAMINGS`."""
    return Naming(
        party=party(row, "party_"),
        other=party(row, "other_"),
        verdict=row["verdict"],
        author=row["author"],
        command=row["command"],
        reason=row["why"],
        at=moment(row["at"]),
        live=row["withdrawn_by"] is None,
    )


@_as_written
def operation(row: Row) -> Operation:
    """The operation of a row of `sql.OPERATIONS`, without what it did."""
    return Operation(
        number=row["id"],
        author=row["author"],
        origin=Origin(row["origin"]),
        command=row["command"],
        reason=row["reason"],
        at=moment(row["at"]),
        undoes=row["undoes"],
        undone=bool(row["undone"]),
    )


def published(row: Row) -> TimeSpan | None:
    """When a document was published, as exactly as is known; None when nothing tells it."""
    if row["published_precision"] is None:
        return None
    return TimeSpan(
        day(row["published_start"]),
        day(row["published_end"]),
        Precision(row["published_precision"]),
        row["published_text"],
        row["published_basis"],
    )


@lru_cache(_MOST_CELLS)
def evidence(cell: str) -> tuple[Sentence, ...]:
    """The sentences of a cell."""
    return tuple(Sentence(**sentence) for sentence in json.loads(cell))


@lru_cache(_MOST_CELLS)
def _participants(cell: str) -> tuple[Participant, ...]:
    return tuple(_participant(**party) for party in json.loads(cell))


@lru_cache(_MOST_CELLS)
def _texts(cell: str) -> tuple[str, ...]:
    return tuple(json.loads(cell))


def written(values: Iterable[Participant | Sentence | str]) -> str:
    """A list as a cell holds it, without what a database refuses and JSON would hide from it."""
    return _ENCODER.encode([clean(one) if isinstance(one, str) else _written(one) for one in values])


def _written(value: Participant | Sentence) -> dict[str, object]:
    told = {name: getattr(value, name) for name in value.__slots__}
    return {name: clean(part) if isinstance(part, str) else part for name, part in told.items()}


def day(value: date | str | None) -> date | None:
    """A day as either driver gives it."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def moment(value: datetime | str) -> datetime:
    """A moment as either driver gives it; all are stored in UTC."""
    read = datetime.fromisoformat(value) if isinstance(value, str) else value
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
