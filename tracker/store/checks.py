"""Whether a database is sound, fact by fact."""

from __future__ import annotations

from tracker.store.address import Address


def problems(address: Address) -> list[str]:
    """What is wrong with the record, a sentence each; empty when it is sound."""
    return []
