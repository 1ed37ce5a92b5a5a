"""Events as a table lists them, read in one walk: what belongs to each is gathered by the database.

    event, by day ──▶ its parties, tags, citations, articles ──▶ a Listing

SQLite joins what belongs to an event with NUL, which no text on record holds; PostgreSQL gives arrays.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from tracker.model import Listing, Participant, PartyKind
from tracker.store.connect import Connection
from tracker.store.sql import LIVE, Dialect

_PARTY = ("c.name", "c.role", "c.country", "c.organisation", "c.office", "p.kind")
_NUL = "\0"
_BETWEEN = _NUL * len(_PARTY)
"""Between parties: longer than what stands between the parts of one, of which the last is never empty."""

_PARTIES, _TAGS, _SOURCES = map(Listing._fields.index, ("participants", "tags", "sources"))
"""The places of what is gathered; the citations stand in that of the sources."""

_MOST_KEPT = 20_000
"""Parties in a role that are kept for the next event that they are in."""

_CACHE = 4096
"""KiB of the file kept in memory, and of rows before they are sorted on disk: each page is wanted once."""

_Gathered = str | Sequence[str] | Sequence[Sequence[str]] | None


def listings(connection: Connection, *, min_confidence: float = 0.0) -> Iterator[Listing]:
    """Every event on record, rejected ones too, in the order of time; unsure ones are left out as in a filter."""
    known: dict[str, Participant] = {}
    if connection.dialect == "sqlite":
        deque(connection.tuples(f"PRAGMA cache_size = {-_CACHE}"), maxlen=0)
    for row in connection.tuples(_statement(connection.dialect), {"confidence": min_confidence}):
        *cells, quoted = row
        cells[_PARTIES] = _participants(cells[_PARTIES], known)
        cells[_TAGS] = tuple(_texts(cells[_TAGS]))
        cells[_SOURCES] = tuple(dict.fromkeys((*_texts(cells[_SOURCES]), *_texts(quoted))))
        yield Listing._make(cells)
        if len(known) > _MOST_KEPT:
            known.clear()


def _statement(dialect: Dialect) -> str:
    """The events with what belongs to them, in the order of a listing; the addresses of their articles behind.

    SQLite walks them as they lie on disk, as what belongs to them does, and sorts the rows: the sign keeps it from the
    index of the days.
    """
    name = "coalesce(nullif({0}.url, ''), {0}.name)"
    parties = _gathered(
        dialect,
        _PARTY,
        "participation c join party p on p.id = coalesce(c.named_id, c.party_id) where c.event_key = e.key",
        order="c.ordinal",
    )
    tags = _gathered(dialect, ["t.name"], "tag t where t.event_key = e.key", order="t.name")
    cited = _gathered(dialect, [name.format("t")], "citation t where t.event_key = e.key", order="t.ordinal")
    quoted = _gathered(
        dialect,
        [name.format("d")],
        "mention m join document d on d.id = m.document_id where m.event_key = e.key and m.live",
        order="d.published_start, m.id",
    )
    return f"""
        select e.id, e.type, e.subtype, e.status, cast(e.start_day as text), cast(e.end_day as text), e.precision,
            e.date_text, e.title, {parties}, e.place_name, e.place_country, e.confidence, e.review, e.origin, {tags},
            e.note, {cited}, {quoted}
        from event e where {LIVE} and (e.confidence is null or e.confidence >= :confidence)
        order by {"+" if dialect == "sqlite" else ""}e.day, e.key
    """


def _gathered(dialect: Dialect, parts: Sequence[str], tables: str, *, order: str) -> str:
    """All rows of a part as one value, each as one text, or in PostgreSQL as an array where it has several columns."""
    texts = [f"coalesce({part}, '')" for part in parts] if len(parts) > 1 else parts
    if dialect == "postgresql":
        one = f"array[{', '.join(texts)}]" if len(parts) > 1 else texts[0]
        return f"array(select {one} from {tables} order by {order})"
    between = f"char({', '.join('0' * len(parts))})"
    return (
        f"(select group_concat(one, {between}) "
        f"from (select {' || char(0) || '.join(texts)} as one from {tables} order by {order}))"
    )


def _participants(gathered: _Gathered, known: dict[str, Participant]) -> tuple[Participant, ...]:
    """The parties; one that was met before, in the same role, is not made again."""
    if not gathered:
        return ()
    texts = gathered.split(_BETWEEN) if isinstance(gathered, str) else [*map(_NUL.join, gathered)]
    for text in texts:
        if text not in known:
            known[text] = _participant(text)
    return tuple([known[text] for text in texts])


def _participant(text: str) -> Participant:
    name, *said, kind = text.split(_NUL)
    role, country, organisation, office = (part or None for part in said)
    return Participant(
        kind=PartyKind(kind), name=name, role=role, country=country, organisation=organisation, office=office
    )


def _texts(gathered: _Gathered) -> Sequence[str]:
    if isinstance(gathered, str):
        return gathered.split(_NUL)
    return gathered or ()  # type: ignore[return-value]  # an array of texts
