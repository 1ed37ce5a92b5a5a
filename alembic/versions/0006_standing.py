"""What a person decides takes no longer as the record grows: what stands, nearly everything, is in no index as such.

An index on what was withdrawn, or taken back, led to all that was not.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """The same indexes of the few rows alone that were withdrawn or take something back, and a way to what stands."""
    _only("judgement", "withdrawn_by", where="withdrawn_by is not null", instead=True)
    _only("naming", "withdrawn_by", where="withdrawn_by is not null", instead=True)
    _only("operation", "undoes", where="undoes is not null", instead=True)
    # What was decided on a mention.
    _only("judgement", "mention_id", where="withdrawn_by is null")
    # What may be one and waits for a person.
    _only("judgement", "other_event_key", where="verdict = 'unsure' and withdrawn_by is null", name="unsure")
    # What a person did last.
    _only("operation", "author", where="origin <> 'machine'")
    # Who goes under another's name.
    _only("party", "alias_of", where="alias_of is not null")


def _only(table: str, column: str, *, where: str, name: str = "", instead: bool = False) -> None:
    index, rows = f"ix_{table}_{name or column}", sa.text(where)
    if instead:
        op.drop_index(index, table)
    op.create_index(index, table, [column], sqlite_where=rows, postgresql_where=rows)
