"""Events on record, found by filter, id or key, and read whole: with their participants, sources, tags and history."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from tracker.errors import AmbiguousId, InputError, UnknownName
from tracker.model import Event, Filter
from tracker.store import rows, search, sql
from tracker.store.address import Address
from tracker.store.conditions import Survey
from tracker.store.connect import Connection, Row, among
from tracker.store.faults import explained
from tracker.store.parties import code
from tracker.store.rows import Stored

_PAGE = 400
"""Events completed at a time: five statements a page, however many events are asked for."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


class EventReader:
    """The events of a record and no more: what a `Reader` builds upon."""

    def __init__(self, connection: Connection, address: Address) -> None:
        self._connection = connection
        self._address = address

    def events(self, asked: Filter) -> list[Event]:
        """The events that a filter asks for, in its order: by first day, then as they came into the record."""
        return list(self.stream(asked))

    def stream(self, asked: Filter) -> Iterator[Event]:
        """The same one by one, in the same small memory however many they are."""
        statement, binds = search.events(asked, self._connection.dialect, survey=self._survey(asked))
        for one in self._walked(statement, binds):
            yield one.event

    def everything(self) -> Iterator[Stored]:
        """Every event ever put on record, deleted and merged ones too, in the order of their coming."""
        yield from self._walked(sql.EVERY_EVENT, {})

    def event(self, id: str) -> Event:
        """The event of that id, or of the only id that begins so; a merged id gives the event it went into.

        Raises UnknownName, AmbiguousId, and InputError when the event was deleted.
        """
        found = self.stored(id)
        if found.deleted:
            raise InputError(f"event {found.event.id} was deleted; its history is kept")
        return found.event

    def stored(self, id: str) -> Stored:
        """The same with what only the store knows, deleted events too."""
        with explained(self._address):
            found = self._meant(id)
            passed = {found["id"]}
            while found["merged_into"] and found["merged_into"] not in passed:
                passed.add(found["merged_into"])
                found = self._exact(found["merged_into"]) or found
            return self._completed([found])[0]

    def itself(self, id: str) -> Stored:
        """The event of that id or prefix as it stands, though it went into another."""
        with explained(self._address):
            return self._completed([self._meant(id)])[0]

    def at(self, key: int) -> Stored:
        """The event of that key."""
        return self._completed([next(self._of(sql.EVENTS_BY_KEYS, [key]))])[0]

    def ids(self, after: int = 0) -> dict[int, str]:
        """The ids of the next events by key, deleted and merged ones too, a page of them."""
        return {row["key"]: row["id"] for row in self._rows(sql.NEXT_IDS, {"after": after, "limit": _PAGE})}

    def of_keys(self, keys: Sequence[int]) -> list[Stored]:
        """The events of those keys by key, at most a page; raises ValueError where a row is none."""
        return self._completed(sorted(self._of(sql.EVENTS_BY_KEYS, keys), key=lambda row: int(row["key"])))

    def by_keys(self, keys: Sequence[int]) -> dict[int, Event]:
        """The events of those keys, in that order."""
        found: dict[int, Event] = {}
        for first in range(0, len(keys), _PAGE):
            page = keys[first : first + _PAGE]
            with explained(self._address):
                read = {row["key"]: row for row in self._of(sql.EVENTS_BY_KEYS, page)}
                found |= {one.key: one.event for one in self._completed([read[key] for key in page])}
        return found

    def compared(self, keys: Sequence[int]) -> dict[int, Stored]:
        """The events of those keys, with what mentions are compared with, and what articles tell: no tags, no history.

        Of their sources only the words and the document are told.
        """
        if not keys:
            return {}
        participants = self._parts(sql.PARTICIPANTS, keys, lambda row: [rows.participant(row)])
        cited = self._parts(sql.CITATIONS, keys, lambda row: [rows.citation(row)])
        quoted = self._parts(sql.QUOTATIONS, keys, rows.quotations)
        return {
            key: rows.stored(row, rows.Parts(tuple(participants[key]), (*cited[key], *quoted[key])))
            for row in self._of(sql.EVENTS_BY_KEYS, keys)
            for key in (row["key"],)
        }

    def family(self, key: int) -> list[int]:
        """The keys of an event and of all that went into it, in the order of their coming."""
        return [row["key"] for row in self._rows(sql.FAMILY, {"key": key})]

    def root(self, key: int) -> int:
        """The key of the event that one went into, its own if it went into none."""
        return next((int(row["key"]) for row in self._rows(sql.ROOT, {"key": key})), key)

    def find(self, id: str) -> Stored | None:
        """The event of exactly that id, as it stands; None when there is none."""
        found = self._exact(id)
        return self._completed([found])[0] if found else None

    def find_all(self, ids: Sequence[str]) -> dict[str, Stored]:
        """The events of exactly those ids that are on record, as they stand, by id."""
        if not ids:
            return {}
        found = list(self._of(sql.EVENTS_BY_IDS, ids))
        return {one.event.id: one for one in self._completed(found)} if found else {}

    def _rows(self, statement: str, binds: Mapping[str, object] = {}) -> Iterator[Row]:
        with explained(self._address):
            yield from self._connection.rows(statement, binds)

    def _walked(self, statement: str, binds: Mapping[str, object]) -> Iterator[Stored]:
        with explained(self._address):
            found = self._connection.rows(statement, binds)
            while page := list(islice(found, _PAGE)):
                yield from self._completed(page)

    def _survey(self, asked: Filter) -> Survey:
        """What is to be known of a question before the way to its answer is chosen."""
        called = search.parties(asked)
        on_record = self._rows(*called) if called else ()
        countries = {code(row["identity"]) or "": int(row["id"]) for row in on_record}
        counted = search.matching(asked, self._connection.dialect) if asked.limit else None
        if counted is None:
            return Survey(countries=countries)
        row = next(self._rows(*counted))
        return Survey(row["events"], row["first"] if row["first"] == row["last"] else None, countries)

    def _meant(self, id: str) -> Row:
        return self._exact(id.strip().lower()) or self._by_prefix(id.strip().lower())

    def _exact(self, id: str) -> Row | None:
        return next(self._connection.rows(sql.EVENT, {"id": id}), None)

    def _by_prefix(self, prefix: str) -> Row:
        if not _ID.fullmatch(prefix):
            raise UnknownName("id", prefix)
        ids = [row["id"] for row in self._connection.rows(sql.EVENTS_BY_PREFIX, {"pattern": f"{prefix}%"})]
        if len(ids) > 1:
            raise AmbiguousId(prefix, matches=ids)
        found = self._exact(ids[0]) if ids else None
        if found is None:
            raise UnknownName("id", prefix)
        return found

    def _completed(self, page: Sequence[Row]) -> list[Stored]:
        """The events with their participants, sources, tags and history, in as many statements for any number."""
        keys = [row["key"] for row in page]
        participants = self._parts(sql.PARTICIPANTS, keys, lambda row: [rows.participant(row)])
        cited = self._parts(sql.CITATIONS, keys, lambda row: [rows.citation(row)])
        quoted = self._parts(sql.SOURCES, keys, rows.sources)
        tags = self._parts(sql.TAGS, keys, lambda row: [row["name"]])
        history = self._parts(sql.HISTORY, keys, lambda row: [row["operation_id"]])
        return [
            rows.stored(
                row,
                rows.Parts(
                    participants=tuple(participants[key]),
                    sources=(*cited[key], *quoted[key]),
                    tags=tuple(tags[key]),
                    history=tuple(history[key]),
                ),
            )
            for key, row in zip(keys, page, strict=True)
        ]

    def _parts(self, statement: str, keys: Sequence[int], read: Callable[[Row], list[Any]]) -> Mapping[int, list[Any]]:
        """What belongs to each event, by its key, in the order of the statement."""
        parts: defaultdict[int, list[Any]] = defaultdict(list)
        for row in self._of(statement, keys):
            parts[row["event_key"]] += read(row)
        return parts

    def _of(self, statement: str, keys: Sequence[int] | Sequence[str]) -> Iterator[Row]:
        """The rows of a statement on several events."""
        return among(self._connection, statement, keys)

    def _paged(self, statement: str, keys: Sequence[int]) -> Iterator[Row]:
        """The same on events however many."""
        for first in range(0, len(keys), _PAGE):
            yield from self._of(statement, keys[first : first + _PAGE])
