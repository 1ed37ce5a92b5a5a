"""The keys of parties in a transaction: looked up once, and made for those that are not on record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tracker.model import Participant, Party
from tracker.store import columns, schema
from tracker.store.parties import identity

if TYPE_CHECKING:
    from tracker.store.ledger import Ledger
    from tracker.store.recollection import Recollection

_KNOWN = "select identity, id, alias_of from party where identity in ({texts})"


class Enrolled:
    """What is known of parties by their identity, for as long as nobody decides on their names."""

    def __init__(self, ledger: Ledger, known: Recollection) -> None:
        self._ledger, self._known = ledger, known

    def learn(self, told: Mapping[str, Participant]) -> Mapping[str, tuple[int, int]]:
        """The keys of parties, these among them, and of those that they go under; the new ones are put on record."""
        self._known.make_room()
        keys = self._known.parties
        unknown = [name for name in told if name not in keys]
        if unknown:
            keys |= {name: (id, above or id) for name, id, above in self._ledger.among(_KNOWN, unknown)}
            self._make({name: told[name] for name in unknown if name not in keys})
        return keys

    def _make(self, new: Mapping[str, Participant]) -> None:
        keys = self._ledger.keys(schema.party, len(new))
        self._ledger.add("party", columns.PARTY, map(columns.of_party, keys, new.values()))
        self._known.parties |= {name: (key, key) for name, key in zip(new, keys, strict=True)}

    def root(self, party: Participant) -> Party | None:
        """The party under whose name one goes by a person's decision; None when it goes by its own."""
        if self._known.other_names is None:
            self._known.other_names = self._ledger.reader.parties.under_other_names()
        return self._known.other_names.get(identity(party)) if self._known.other_names else None

    def forget(self) -> None:
        """Has all of it looked up again, since somebody decided on names."""
        self._known.forget_parties()
