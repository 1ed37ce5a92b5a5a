"""Questions that take no longer as the record grows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

THIRD_COUNTRY = """
    update event set third_country = true where place_country is not null and not exists (
        select 1 from participation c join party p on p.id = coalesce(c.named_id, c.party_id)
        where c.event_key = event.key and p.kind = 'country' and c.country = event.place_country)
"""
NOT_COUNTED = """
    update participation set counted = false where event_key in (
        select key from event
        where deleted or merged_into is not null or review = 'rejected' or status <> 'occurred')
"""


def upgrade() -> None:
    """What an event and those who took part say again, and an index for each question."""
    op.add_column("event", sa.Column("third_country", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("participation", sa.Column("counted", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.execute(THIRD_COUNTRY)
    op.execute(NOT_COUNTED)
    # What was planned or cancelled, in order of time.
    op.create_index("ix_event_status_day", "event", ["status", "day"])
    # What happened in a city, in order of time; and which cities there are.
    op.create_index("ix_event_place_folded_day", "event", ["place_folded", "day"])
    # What happened in a country without it.
    here = sa.text("third_country")
    op.create_index(
        "ix_event_third_country", "event", ["place_country", "day"], sqlite_where=here, postgresql_where=here
    )
    # In how many events a month a party took part, read off the index alone.
    op.create_index("ix_participation_counted", "participation", ["party_id", "counted", "loose", "repeat", "day"])
    # Who is called so, by part of a name.
    op.create_index("ix_party_kind_folded_alias_of", "party", ["kind", "folded", "alias_of"])
