"""What a recorder knows from its last transaction, for as long as nobody else has written since.

Whatever changes what is on record is an operation, so that the number of the last one tells whether anybody has.
"""

from __future__ import annotations

from tracker.model import Party
from tracker.store.rows import Stored

_MOST_PARTIES = 20_000
_MOST_EVENTS = 4_000
"""So many are kept: some ten MB."""


class Recollection:
    """Parties by identity, each with its key and that of the one that it goes under, and events by key."""

    def __init__(self) -> None:
        self.parties: dict[str, tuple[int, int]] = {}
        self.events: dict[int, Stored] = {}
        self.other_names: dict[str, Party] | None = None
        self._last: int | None = None

    def begin(self, last: int) -> None:
        """Forgets all of it where the `last` operation on record is not the one that it was kept after."""
        if self._last != last:
            self.forget_parties()
            self.events = {}
        self.make_room()
        self._last = None

    def keep(self, last: int) -> None:
        """Has all of it hold after the `last` operation, which is on record."""
        self._last = last

    def make_room(self) -> None:
        """Forgets what has become too much; whoever has asked for it keeps it."""
        if len(self.parties) > _MOST_PARTIES:
            self.parties = {}
        if len(self.events) > _MOST_EVENTS:
            self.events = {}

    def forget_parties(self) -> None:
        """Has parties looked up again."""
        self.parties = {}
        self.other_names = None
