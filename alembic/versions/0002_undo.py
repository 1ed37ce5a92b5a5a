"""An operation may take another back."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Which operation it takes back, and the ways from an operation to the judgements that it made and withdrew."""
    key = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    reference = "CONSTRAINT fk_operation_undoes REFERENCES operation (id)"
    op.execute(f"ALTER TABLE operation ADD COLUMN undoes {key} {reference}")
    op.create_index("ix_operation_undoes", "operation", ["undoes"])
    op.create_index("ix_judgement_operation_id", "judgement", ["operation_id"])
    op.create_index("ix_judgement_withdrawn_by", "judgement", ["withdrawn_by"])
