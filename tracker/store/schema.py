"""The tables, for those who write them; Alembic's scripts make them, and a test holds the two together.

    document ──< mention >── event ──< participation >── party ──┐ alias_of
                    │          │ merged_into                │     └──▶ party
                    └ judgement┤                            └ naming
    operation ──< change >─────┘──< tag, citation

A `judgement` says that a mention is (not) an event, or that two events are (not) one; a merge is one, and can be taken
back. `mention.event_key` and `event.merged_into` are what the live judgements come to. A `naming` says the same of two
parties; `party.alias_of` and `participation.party_id` are what the live ones come to: always the party that goes under
no other's name, while `participation.named_id` is the one that the event names, where that is another. An `operation`
is one command of one author, and may take another one back; every field that it set is a `change`. Full-text search
stands beside, in `event_search`. A corrected article is a `document` of its own that `replaces` the one before it, for
as long as the operation that added it stands.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    Table,
    Text,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


_KEY = BigInteger().with_variant(Integer(), "sqlite")


def _text(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False, server_default="")


def _claim() -> list[Column[Any]]:
    """What a mention claims and an event shows."""
    return [
        Column("type", Text, nullable=False),
        Column("subtype", Text),
        Column("status", Text, nullable=False),
        Column("start_day", Date),
        Column("end_day", Date),
        Column("precision", Text, nullable=False),
        _text("date_text"),
        _text("date_basis"),
        _text("title"),
        Column("place_name", Text),
        Column("place_country", Text),
        Column("latitude", Float),
        Column("longitude", Float),
        Column("confidence", Float),
    ]


def _only(where: str, *columns: str, name: str | None = None) -> Index:
    """An index of some of the rows."""
    rows = text(where)
    return Index(name, *columns, sqlite_where=rows, postgresql_where=rows)


def _told() -> list[CheckConstraint]:
    return [
        CheckConstraint("status in ('occurred', 'planned', 'cancelled')", name="status"),
        CheckConstraint("precision in ('day', 'week', 'month', 'season', 'year', 'unknown')", name="precision"),
        CheckConstraint("end_day >= start_day", name="days"),
    ]


operation = Table(
    "operation",
    metadata,
    Column("id", _KEY, primary_key=True),
    Column("author", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("command", Text, nullable=False),
    _text("reason"),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("undoes", ForeignKey("operation.id")),
    _only("undoes is not null", "undoes"),
    _only("origin <> 'machine'", "author"),
)

document = Table(
    "document",
    metadata,
    Column("id", _KEY, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    _text("name"),
    _text("title"),
    _text("publisher"),
    _text("url"),
    Column("published_start", Date),
    Column("published_end", Date),
    Column("published_precision", Text),
    _text("published_text"),
    _text("published_basis"),
    _text("language"),
    Column("text", Text, nullable=False),
    Column("boilerplate", Text, nullable=False, server_default="[]"),
    _text("extractor"),
    Column("added_by", ForeignKey(operation.c.id), nullable=False),
    Column("replaces", ForeignKey("document.id")),
    Index(None, "replaces"),
    Index(None, "url"),
    Index(None, "name"),
)

event = Table(
    "event",
    metadata,
    Column("key", _KEY, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    *_claim(),
    Column("day", Date, nullable=False),
    Column("loose", Boolean, nullable=False),
    _text("place_folded"),
    Column("third_country", Boolean, nullable=False, server_default=text("false")),
    _text("note"),
    Column("review", Text, nullable=False, server_default="unreviewed"),
    Column("origin", Text, nullable=False),
    _text("conflicts"),
    Column("deleted", Boolean, nullable=False, server_default=text("false")),
    Column("merged_into", ForeignKey("event.key")),
    Column("fingerprint", Text, nullable=False, unique=True),
    *_told(),
    Index(None, "day"),
    _only("loose", "day", name="ix_event_loose"),
    Index(None, "type", "day"),
    Index(None, "status", "day"),
    Index(None, "place_country", "day"),
    Index(None, "place_folded", "day"),
    _only("third_country", "place_country", "day", name="ix_event_third_country"),
    _only("merged_into is not null", "merged_into"),
)

party = Table(
    "party",
    metadata,
    Column("id", _KEY, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("identity", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("country", Text),
    Column("alias_of", ForeignKey("party.id")),
    CheckConstraint("kind in ('country', 'organisation', 'person')", name="kind"),
    Index(None, "kind", "folded", "alias_of"),
    _only("alias_of is not null", "alias_of"),
)

participation = Table(
    "participation",
    metadata,
    Column("id", _KEY, primary_key=True),
    Column("event_key", ForeignKey(event.c.key), nullable=False),
    Column("party_id", ForeignKey(party.c.id), nullable=False),
    Column("named_id", ForeignKey(party.c.id)),
    Column("ordinal", SmallInteger, nullable=False),
    Column("repeat", SmallInteger, nullable=False),
    Column("day", Date, nullable=False),
    Column("loose", Boolean, nullable=False),
    Column("counted", Boolean, nullable=False, server_default=text("true")),
    Column("name", Text, nullable=False),
    Column("role", Text),
    Column("country", Text),
    Column("organisation", Text),
    Column("office", Text),
    Index(None, "event_key"),
    Index(None, "party_id", "day", "event_key"),
    Index("ix_participation_counted", "party_id", "counted", "loose", "repeat", "day"),
    _only("loose", "party_id", "day", name="ix_participation_loose"),
)

mention = Table(
    "mention",
    metadata,
    Column("id", _KEY, primary_key=True),
    Column("document_id", ForeignKey(document.c.id), nullable=False),
    Column("event_key", ForeignKey(event.c.key)),
    *_claim(),
    Column("participants", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    _text("trigger_text"),
    Column("reasons", Text, nullable=False, server_default="[]"),
    _text("extractor"),
    Column("live", Boolean, nullable=False, server_default=text("true")),
    *_told(),
    Index(None, "event_key"),
    Index(None, "document_id"),
)

judgement = Table(
    "judgement",
    metadata,
    Column("id", _KEY, primary_key=True),
    Column("mention_id", ForeignKey(mention.c.id)),
    Column("event_key", ForeignKey(event.c.key), nullable=False),
    Column("other_event_key", ForeignKey(event.c.key)),
    Column("verdict", Text, nullable=False),
    Column("score", Float),
    Column("reasons", Text, nullable=False, server_default="[]"),
    Column("operation_id", ForeignKey(operation.c.id), nullable=False),
    Column("withdrawn_by", ForeignKey(operation.c.id)),
    CheckConstraint("verdict in ('same', 'different', 'unsure')", name="verdict"),
    CheckConstraint("(mention_id is null) <> (other_event_key is null)", name="subject"),
    Index(None, "event_key"),
    Index(None, "other_event_key"),
    Index(None, "operation_id"),
    _only("withdrawn_by is not null", "withdrawn_by"),
    _only("withdrawn_by is null", "mention_id"),
    _only("verdict = 'unsure' and withdrawn_by is null", "other_event_key", name="ix_judgement_unsure"),
    Index(
        "uq_judgement_home",
        "mention_id",
        unique=True,
        sqlite_where=text("verdict = 'same' and withdrawn_by is null"),
        postgresql_where=text("verdict = 'same' and withdrawn_by is null"),
    ),
)

naming = Table(
    "naming",
    metadata,
    Column("id", _KEY, primary_key=True),
    Column("party_id", ForeignKey(party.c.id), nullable=False),
    Column("other_id", ForeignKey(party.c.id), nullable=False),
    Column("verdict", Text, nullable=False),
    Column("operation_id", ForeignKey(operation.c.id), nullable=False),
    Column("withdrawn_by", ForeignKey(operation.c.id)),
    CheckConstraint("verdict in ('same', 'different')", name="verdict"),
    CheckConstraint("party_id <> other_id", name="parties"),
    Index(None, "party_id"),
    Index(None, "other_id"),
    Index(None, "operation_id"),
    _only("withdrawn_by is not null", "withdrawn_by"),
    Index(
        "uq_naming_party",
        "party_id",
        unique=True,
        sqlite_where=text("verdict = 'same' and withdrawn_by is null"),
        postgresql_where=text("verdict = 'same' and withdrawn_by is null"),
    ),
)

change = Table(
    "change",
    metadata,
    Column("id", _KEY, primary_key=True),
    Column("operation_id", ForeignKey(operation.c.id), nullable=False),
    Column("event_key", ForeignKey(event.c.key), nullable=False),
    Column("field", Text, nullable=False),
    Column("old_value", Text),
    Column("new_value", Text),
    Column("undoes", ForeignKey("change.id")),
    Index(None, "event_key"),
    Index(None, "operation_id"),
)

tag = Table(
    "tag",
    metadata,
    Column("event_key", ForeignKey(event.c.key), primary_key=True),
    Column("name", Text, primary_key=True),
    Index(None, "name"),
)

citation = Table(
    "citation",
    metadata,
    Column("event_key", ForeignKey(event.c.key), primary_key=True),
    Column("ordinal", SmallInteger, primary_key=True),
    Column("name", Text, nullable=False),
    _text("url"),
    _text("publisher"),
    _text("title"),
    _text("quote"),
)

saved_view = Table(
    "saved_view",
    metadata,
    Column("name", Text, primary_key=True),
    Column("filter", Text, nullable=False),
    Column("operation_id", ForeignKey(operation.c.id), nullable=False),
)
