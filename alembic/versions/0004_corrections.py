"""An article may be another one, corrected."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Which article it stands for now, and the ways to it by its address and its name."""
    key = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    reference = "CONSTRAINT fk_document_replaces REFERENCES document (id)"
    op.execute(f"ALTER TABLE document ADD COLUMN replaces {key} {reference}")
    for column in ("replaces", "url", "name"):
        op.create_index(f"ix_document_{column}", "document", [column])
