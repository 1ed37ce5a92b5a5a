"""The record: documents, events, parties, mentions, judgements, changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")  # SQLite's row ids are INTEGER, of 64 bits


def upgrade() -> None:
    """The record: documents, events, parties, mentions, judgements, changes."""
    op.create_table(
        "event",
        sa.Column("key", KEY, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("subtype", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("start_day", sa.Date(), nullable=True),
        sa.Column("end_day", sa.Date(), nullable=True),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("date_text", sa.Text(), server_default="", nullable=False),
        sa.Column("date_basis", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("place_name", sa.Text(), nullable=True),
        sa.Column("place_country", sa.Text(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("loose", sa.Boolean(), nullable=False),
        sa.Column("place_folded", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("review", sa.Text(), server_default="unreviewed", nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("conflicts", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("merged_into", KEY, nullable=True),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "precision in ('day', 'week', 'month', 'season', 'year', 'unknown')", name=op.f("ck_event_precision")
        ),
        sa.CheckConstraint("status in ('occurred', 'planned', 'cancelled')", name=op.f("ck_event_status")),
        sa.CheckConstraint("end_day >= start_day", name=op.f("ck_event_days")),
        sa.ForeignKeyConstraint(["merged_into"], ["event.key"], name=op.f("fk_event_merged_into")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_event")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_event_fingerprint")),
        sa.UniqueConstraint("id", name=op.f("uq_event_id")),
    )
    op.create_index("ix_event_day", "event", ["day"])
    op.create_index(
        "ix_event_merged_into",
        "event",
        ["merged_into"],
        sqlite_where=sa.text("merged_into is not null"),
        postgresql_where=sa.text("merged_into is not null"),
    )
    op.create_index(
        "ix_event_loose",
        "event",
        ["day"],
        sqlite_where=sa.text("loose"),
        postgresql_where=sa.text("loose"),
    )
    op.create_index("ix_event_place_country_day", "event", ["place_country", "day"])
    op.create_index("ix_event_type_day", "event", ["type", "day"])

    op.create_table(
        "operation",
        sa.Column("id", KEY, nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operation")),
    )
    op.create_table(
        "party",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("alias_of", KEY, nullable=True),
        sa.CheckConstraint("kind in ('country', 'organisation', 'person')", name=op.f("ck_party_kind")),
        sa.ForeignKeyConstraint(["alias_of"], ["party.id"], name=op.f("fk_party_alias_of")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
        sa.UniqueConstraint("identity", name=op.f("uq_party_identity")),
    )
    op.create_table(
        "change",
        sa.Column("id", KEY, nullable=False),
        sa.Column("operation_id", KEY, nullable=False),
        sa.Column("event_key", KEY, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("old_value", sa.Text(), nullable=True),
        sa.Column("new_value", sa.Text(), nullable=True),
        sa.Column("undoes", KEY, nullable=True),
        sa.ForeignKeyConstraint(["event_key"], ["event.key"], name=op.f("fk_change_event_key")),
        sa.ForeignKeyConstraint(["operation_id"], ["operation.id"], name=op.f("fk_change_operation_id")),
        sa.ForeignKeyConstraint(["undoes"], ["change.id"], name=op.f("fk_change_undoes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    op.create_index("ix_change_event_key", "change", ["event_key"])
    op.create_index("ix_change_operation_id", "change", ["operation_id"])

    op.create_table(
        "citation",
        sa.Column("event_key", KEY, nullable=False),
        sa.Column("ordinal", sa.SmallInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), server_default="", nullable=False),
        sa.Column("publisher", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("quote", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["event_key"], ["event.key"], name=op.f("fk_citation_event_key")),
        sa.PrimaryKeyConstraint("event_key", "ordinal", name=op.f("pk_citation")),
    )
    op.create_table(
        "document",
        sa.Column("id", KEY, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("publisher", sa.Text(), server_default="", nullable=False),
        sa.Column("url", sa.Text(), server_default="", nullable=False),
        sa.Column("published_start", sa.Date(), nullable=True),
        sa.Column("published_end", sa.Date(), nullable=True),
        sa.Column("published_precision", sa.Text(), nullable=True),
        sa.Column("published_text", sa.Text(), server_default="", nullable=False),
        sa.Column("published_basis", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("boilerplate", sa.Text(), server_default="[]", nullable=False),
        sa.Column("extractor", sa.Text(), server_default="", nullable=False),
        sa.Column("added_by", KEY, nullable=False),
        sa.ForeignKeyConstraint(["added_by"], ["operation.id"], name=op.f("fk_document_added_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("digest", name=op.f("uq_document_digest")),
    )
    op.create_table(
        "participation",
        sa.Column("id", KEY, nullable=False),
        sa.Column("event_key", KEY, nullable=False),
        sa.Column("party_id", KEY, nullable=False),
        sa.Column("ordinal", sa.SmallInteger(), nullable=False),
        sa.Column("repeat", sa.SmallInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("loose", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("organisation", sa.Text(), nullable=True),
        sa.Column("office", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["event_key"], ["event.key"], name=op.f("fk_participation_event_key")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_participation_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation")),
    )
    op.create_index("ix_participation_event_key", "participation", ["event_key"])
    op.create_index("ix_participation_party_id_day_event_key", "participation", ["party_id", "day", "event_key"])
    op.create_index(
        "ix_participation_loose",
        "participation",
        ["party_id", "day"],
        sqlite_where=sa.text("loose"),
        postgresql_where=sa.text("loose"),
    )

    op.create_table(
        "saved_view",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("filter", sa.Text(), nullable=False),
        sa.Column("operation_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["operation_id"], ["operation.id"], name=op.f("fk_saved_view_operation_id")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_saved_view")),
    )
    op.create_table(
        "tag",
        sa.Column("event_key", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_key"], ["event.key"], name=op.f("fk_tag_event_key")),
        sa.PrimaryKeyConstraint("event_key", "name", name=op.f("pk_tag")),
    )
    op.create_index("ix_tag_name", "tag", ["name"])

    op.create_table(
        "mention",
        sa.Column("id", KEY, nullable=False),
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("event_key", KEY, nullable=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("subtype", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("start_day", sa.Date(), nullable=True),
        sa.Column("end_day", sa.Date(), nullable=True),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("date_text", sa.Text(), server_default="", nullable=False),
        sa.Column("date_basis", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("place_name", sa.Text(), nullable=True),
        sa.Column("place_country", sa.Text(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("participants", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("trigger_text", sa.Text(), server_default="", nullable=False),
        sa.Column("reasons", sa.Text(), server_default="[]", nullable=False),
        sa.Column("extractor", sa.Text(), server_default="", nullable=False),
        sa.Column("live", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.CheckConstraint(
            "precision in ('day', 'week', 'month', 'season', 'year', 'unknown')", name=op.f("ck_mention_precision")
        ),
        sa.CheckConstraint("status in ('occurred', 'planned', 'cancelled')", name=op.f("ck_mention_status")),
        sa.CheckConstraint("end_day >= start_day", name=op.f("ck_mention_days")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_mention_document_id")),
        sa.ForeignKeyConstraint(["event_key"], ["event.key"], name=op.f("fk_mention_event_key")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
    )
    op.create_index("ix_mention_document_id", "mention", ["document_id"])
    op.create_index("ix_mention_event_key", "mention", ["event_key"])

    op.create_table(
        "judgement",
        sa.Column("id", KEY, nullable=False),
        sa.Column("mention_id", KEY, nullable=True),
        sa.Column("event_key", KEY, nullable=False),
        sa.Column("other_event_key", KEY, nullable=True),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("reasons", sa.Text(), server_default="[]", nullable=False),
        sa.Column("operation_id", KEY, nullable=False),
        sa.Column("withdrawn_by", KEY, nullable=True),
        sa.CheckConstraint("verdict in ('same', 'different', 'unsure')", name=op.f("ck_judgement_verdict")),
        sa.CheckConstraint("(mention_id is null) <> (other_event_key is null)", name=op.f("ck_judgement_subject")),
        sa.ForeignKeyConstraint(["event_key"], ["event.key"], name=op.f("fk_judgement_event_key")),
        sa.ForeignKeyConstraint(["mention_id"], ["mention.id"], name=op.f("fk_judgement_mention_id")),
        sa.ForeignKeyConstraint(["operation_id"], ["operation.id"], name=op.f("fk_judgement_operation_id")),
        sa.ForeignKeyConstraint(["other_event_key"], ["event.key"], name=op.f("fk_judgement_other_event_key")),
        sa.ForeignKeyConstraint(["withdrawn_by"], ["operation.id"], name=op.f("fk_judgement_withdrawn_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    op.create_index("ix_judgement_event_key", "judgement", ["event_key"])
    op.create_index("ix_judgement_other_event_key", "judgement", ["other_event_key"])
    op.create_index(
        "uq_judgement_home",
        "judgement",
        ["mention_id"],
        unique=True,
        sqlite_where=sa.text("verdict = 'same' and withdrawn_by is null"),
        postgresql_where=sa.text("verdict = 'same' and withdrawn_by is null"),
    )
    _create_search()


def _create_search() -> None:
    """Folded titles, notes and quotations, as each dialect searches them."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE event_search USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')")
        return
    op.execute(
        """
        CREATE TABLE event_search (
            event_key BIGINT PRIMARY KEY REFERENCES event (key),
            words TSVECTOR NOT NULL
        )
        """
    )
    op.execute("CREATE INDEX ix_event_search_words ON event_search USING gin (words)")
