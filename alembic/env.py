"""How Alembic runs the scripts beside it: on the connection that `tracker.store.migrate` hands over.

A developer's `alembic` command opens the database of `TRACKER_DATABASE_URL` or of the settings instead.
"""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from tracker import settings
from tracker.store.address import Address
from tracker.store.engine import open_engine
from tracker.store.schema import metadata


def include_name(name: str | None, kind: str, parents: object) -> bool:
    """Full-text search is written in the scripts, in each dialect's own way, and is not compared."""
    return not (kind == "table" and (name or "").startswith("event_search"))


def run(connection: Connection) -> None:
    """All scripts in the transaction of the connection: SQLite rolls back tables too, which Alembic does not assume."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        include_name=include_name,
        render_as_batch=connection.dialect.name == "sqlite",
        transactional_ddl=True,
    )
    context.run_migrations()


handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    run(handed_over)
else:
    address = Address.read(settings.load(given={}).database)
    with open_engine(address, wait=10.0, foreign_keys=False).begin() as opened:
        run(opened)
