"""Two parties may be one under two names, as a person decides it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
STANDING = sa.text("verdict = 'same' and withdrawn_by is null")


def upgrade() -> None:
    """The decisions, and under whose name an event tells a party that goes under another's."""
    op.create_table(
        "naming",
        sa.Column("id", KEY, nullable=False),
        sa.Column("party_id", KEY, nullable=False),
        sa.Column("other_id", KEY, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("operation_id", KEY, nullable=False),
        sa.Column("withdrawn_by", KEY, nullable=True),
        sa.CheckConstraint("verdict in ('same', 'different')", name=op.f("ck_naming_verdict")),
        sa.CheckConstraint("party_id <> other_id", name=op.f("ck_naming_parties")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_naming_party_id")),
        sa.ForeignKeyConstraint(["other_id"], ["party.id"], name=op.f("fk_naming_other_id")),
        sa.ForeignKeyConstraint(["operation_id"], ["operation.id"], name=op.f("fk_naming_operation_id")),
        sa.ForeignKeyConstraint(["withdrawn_by"], ["operation.id"], name=op.f("fk_naming_withdrawn_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_naming")),
    )
    for column in ("party_id", "other_id", "operation_id", "withdrawn_by"):
        op.create_index(f"ix_naming_{column}", "naming", [column])
    op.create_index(
        "uq_naming_party", "naming", ["party_id"], unique=True, sqlite_where=STANDING, postgresql_where=STANDING
    )
    key = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    reference = "CONSTRAINT fk_participation_named_id REFERENCES party (id)"
    op.execute(f"ALTER TABLE participation ADD COLUMN named_id {key} {reference}")
