"""The keys of parties in a transaction: looked up once, and made for those that are not on record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tracker.model import Participant, Party
from tracker.store import columns, schema
from tracker.store.parties import identity

if TYPE_CHECKING:
    from tracker.store.ledger import Ledger

_MOST_KEPT = 20_000
"""Parties whose keys are kept."""

_KNOWN = "select identity, id, alias_of from party where identity in ({texts})"


class Enrolled:
    """What is known of parties by their identity, for as long as nobody decides on their names."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._keys: dict[str, tuple[int, int]] = {}
        self._roots: dict[str, Party] | None = None

    def learn(self, told: Mapping[str, Participant]) -> Mapping[str, tuple[int, int]]:
        """The keys of parties, these among them, and of those that they go under; the new ones are put on record."""
        if len(self._keys) > _MOST_KEPT:
            self._keys.clear()
        unknown = [name for name in told if name not in self._keys]
        if unknown:
            self._keys |= {name: (id, above or id) for name, id, above in self._ledger.among(_KNOWN, unknown)}
            self._make({name: told[name] for name in unknown if name not in self._keys})
        return self._keys

    def _make(self, new: Mapping[str, Participant]) -> None:
        keys = self._ledger.keys(schema.party, len(new))
        self._ledger.add("party", columns.PARTY, map(columns.of_party, keys, new.values()))
        self._keys |= {name: (key, key) for name, key in zip(new, keys, strict=True)}

    def root(self, party: Participant) -> Party | None:
        """The party under whose name one goes by a person's decision; None when it goes by its own."""
        if self._roots is None:
            self._roots = self._ledger.reader.parties.under_other_names()
        return self._roots.get(identity(party)) if self._roots else None

    def forget(self) -> None:
        """Has all of it looked up again."""
        self._keys.clear()
        self._roots = None
