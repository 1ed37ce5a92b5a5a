"""The versions of the schema that this program knows, oldest first; Alembic's scripts bring one to the next.

Readers compare one row with the last of them and need no Alembic.
"""

from __future__ import annotations

from tracker.errors import StoreError

KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006")
HEAD = KNOWN[-1]


def require_head(revision: str | None, *, where: str) -> None:
    """Raises StoreError unless `revision` is the one this program reads; None stands for a database without any."""
    if revision == HEAD:
        return
    if revision is None:
        raise missing(where=where)
    if revision in KNOWN:
        raise StoreError(f"{where} is at {revision}, this program at {HEAD}; run `tracker db upgrade`")
    raise newer(revision, where=where)


def older(revision: str | None) -> bool:
    """Whether a database is of a version that this program can upgrade."""
    return revision in KNOWN and revision != HEAD


def missing(*, where: str) -> StoreError:
    """The error for a database that holds nothing yet."""
    return StoreError(f"no record yet at {where}; run `tracker ingest PATH`, or `tracker demo`")


def newer(revision: str, *, where: str) -> StoreError:
    """The error for a database that a later version of the program has written."""
    return StoreError(f"{where} is at {revision}, newer than this program knows ({HEAD}); upgrade tracker")
