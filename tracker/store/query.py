"""The record as it is read: events by filter or id, what could be meant by a mention, counts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

from tracker.errors import AmbiguousId, InputError, UnknownName
from tracker.model import Change, Claim, Document, Event, Filter, Judgement, Listing, Mention, Operation, Place
from tracker.store import history, revisions, rows, search, sql
from tracker.store.address import Address
from tracker.store.conditions import Survey
from tracker.store.connect import Connection, Row, among
from tracker.store.faults import explained
from tracker.store.known import Known
from tracker.store.parties import code, country_identity, identities
from tracker.store.rows import Stored
from tracker.store.words import folded

if TYPE_CHECKING:
    from tracker.store.directory import Directory
    from tracker.store.outcome import CountrySummary, StoreInfo

_PAGE = 400
"""Events completed at a time: five statements a page, however many events are asked for."""

_MOST_CANDIDATES = 48
_IN_PASSING = 12
"""Of the candidates, how many may share but one of several parties: of a busy country that is nearly nothing."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


class Reader:
    """What can be asked of the record; everything it gives is of one moment."""

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

    def listings(self, *, min_confidence: float = 0.0) -> Iterator[Listing]:
        """Every event as a table lists it, rejected ones too, in the order of time and in the same small memory."""
        from tracker.store.listings import listings  # what only an export needs

        with explained(self._address):
            yield from listings(self._connection, min_confidence=min_confidence)

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

    def histories(self, keys: Sequence[int]) -> dict[int, list[tuple[Change, int | None]]]:
        """Every change of those events, as `history` gives one's."""
        found: dict[int, list[tuple[Change, int | None]]] = {key: [] for key in keys}
        for row in self._of(sql.CHANGES_IN, keys):
            found[row["event_key"]].append((rows.change(row), row["undoes"]))
        return found

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

    def changes(self, id: str) -> list[Change]:
        """Every change of an event, oldest first."""
        return [change for change, _ in self.history(self.stored(id).key)]

    def history(self, key: int) -> list[tuple[Change, int | None]]:
        """Every change of an event, oldest first, with the id of the change that it takes back."""
        return [(rows.change(row), row["undoes"]) for row in self._rows(sql.CHANGES, {"key": key})]

    def operations(self, id: str | None = None, *, limit: int) -> list[Operation]:
        """What was done, with an event if one is given, the latest first."""
        if id:
            found = self._rows(sql.OPERATIONS_ON, {"limit": limit, "key": self.itself(id).key})
        else:
            found = self._rows(sql.OPERATIONS, {"limit": limit})
        return [self._with_what_it_did(rows.operation(row)) for row in list(found)]

    def judgements(self, id: str) -> list[Judgement]:
        """All that was ever decided of an event, of those that went into it, and of what tells them."""
        return self.judgements_on(self.family(self.stored(id).key))

    def judgements_on(self, keys: Sequence[int]) -> list[Judgement]:
        """The same of the events of those keys."""
        with explained(self._address):
            return [rows.judgement(row) for row in self._of(sql.JUDGEMENTS_ON, keys)]

    def open_matches(self) -> list[Judgement]:
        """The pairs of events that may be one and of which nobody has decided, as what they went into since."""
        return [rows.judgement(row) for row in self._rows(sql.OPEN_MATCHES)]

    def mentions_with(self, key: int) -> list[int]:
        """The numbers of the mentions that tell an event itself, and not one that went into it."""
        return [row["mention_id"] for row in self._rows(sql.MENTIONS_WITH, {"key": key})]

    def documents(self, *, but_read_by: str = "") -> Iterator[Document]:
        """The articles on record, in the order of their coming, but those that an extractor of that version read."""
        return map(rows.document, self._rows(sql.DOCUMENTS, {"extractor": but_read_by}))

    def article(self, digest: str) -> Document | None:
        """The article whose text has that SHA-256; None when it is not on record."""
        return next(map(rows.document, self._rows(sql.ARTICLE, {"digest": digest})), None)

    def standing(self, id: str) -> dict[str, Change]:
        """By field as `store.fields` names it, the change that an event's present value stands on."""
        return history.standing(self.history(self.stored(id).key))

    def claims_of(self, id: str) -> list[Claim]:
        """What the documents say of an event, those of events that went into it too."""
        return self.claims(self.stored(id).key)

    def claims(self, key: int) -> list[Claim]:
        """What the documents say of an event."""
        return [rows.claim(row) for row in self._rows(sql.CLAIMS, {"key": key})]

    def candidates(self, mention: Mention, *, types: Sequence[str] = ()) -> list[Event]:
        """The events that a mention could tell: of one of `types`, if given, sharing a party and near in time.

        At most 48: those that share most parties first, then the nearest.
        """
        return list(self.by_keys(self.near(mention, types)).values())

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

    def near(self, mention: Mention, types: Sequence[str]) -> list[int]:
        """The keys of the events that a mention could tell, as `candidates` has them."""
        statement = search.candidates(mention, types)
        if statement is None:
            return []
        shared: Counter[int] = Counter()
        days: dict[int, date] = {}
        for row in self._rows(*statement):
            shared[row["event_key"]] += 1
            days[row["event_key"]] = rows.day(row["day"]) or date.min
        day = mention.when.start or mention.when.end or date.max
        nearest = sorted(shared, key=lambda key: (-shared[key], abs(days[key] - day), key))
        alone = len(identities(mention)) == 1
        several = sum(alone or count > 1 for count in shared.values())
        return nearest[: min(_MOST_CANDIDATES, several + _IN_PASSING)]

    def words(self, keys: Sequence[int]) -> list[tuple[int, str]]:
        """The words by which the events of those keys are found: what `columns.words_of` tells of each as a whole."""
        found = {row["key"]: [row["title"], row["note"]] for row in self._paged(sql.TITLES, keys)}
        for row in self._paged(sql.CITATIONS, keys):
            found[row["event_key"]].append(row["quote"])
        for row in self._paged(sql.QUOTATIONS, keys):
            found[row["event_key"]] += [one.quote for one in rows.quotations(row)]
        return [(key, folded(" ".join(texts))) for key, texts in found.items()]

    def known(self, author: str) -> Known:
        """What the record calls things already, and what that author added last."""
        last = next((int(row["key"]) for row in self._rows(sql.LAST_ADDED, {"author": author})), None)
        return Known(
            parties=tuple(map(rows.participant, self._rows(sql.KNOWN_PARTIES))),
            places=tuple(Place(row["place_name"], row["place_country"]) for row in self._rows(sql.KNOWN_PLACES)),
            tags=tuple(row["name"] for row in self._rows(sql.KNOWN_TAGS)),
            sources=tuple(row["name"] for row in self._rows(sql.KNOWN_SOURCES)),
            last=None if last is None else self.at(last).event,
        )

    def set_by_hand(self, key: int) -> bool:
        """Whether anybody but the program ever set something of an event."""
        return next(self._rows(sql.CHANGED_BY_HAND, {"key": key}), None) is not None

    def by_keys(self, keys: Sequence[int]) -> dict[int, Event]:
        """The events of those keys, in that order."""
        found: dict[int, Event] = {}
        for first in range(0, len(keys), _PAGE):
            page = keys[first : first + _PAGE]
            with explained(self._address):
                read = {row["key"]: row for row in self._of(sql.EVENTS_BY_KEYS, page)}
                found |= {one.key: one.event for one in self._completed([read[key] for key in page])}
        return found

    def country_summaries(self) -> list[CountrySummary]:
        """Each country that took part in something, by code."""
        from tracker.store.outcome import CountrySummary

        partners: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for row in self._rows(sql.PARTNERS):
            partners[row["country"]].append((row["partner"], row["events"]))
        return [
            CountrySummary(
                country=row["country"],
                events=row["events"],
                first=rows.day(row["first_day"]),
                last=rows.day(row["last_day"]),
                partners=tuple(partners[row["country"]]),
            )
            for row in self._rows(sql.COUNTRIES)
        ]

    def counts(self, country: str, *, by: Literal["month", "year"]) -> dict[str | None, int]:
        """How many events a country took part in, by month or year in ISO form, without planned and rejected ones.

        Those that are not dated as exactly as that stand last, under None.
        """
        asked = (sql.months if by == "month" else sql.years)(self._connection.dialect)
        found = {row["period"]: int(row["events"]) for row in self._rows(asked, {"party": country_identity(country)})}
        less_exact = found.pop(None, 0)
        return found | ({None: less_exact} if less_exact else {})

    def type_counts(self) -> dict[str, int]:
        """How many events of each type are on record, rejected ones left out."""
        return {row["type"]: row["events"] for row in self._rows(sql.TYPE_COUNTS)}

    def info(self) -> StoreInfo:
        """Where the database is, its version, and how much it holds."""
        from tracker.store.outcome import StoreInfo

        counts = next(self._rows(sql.COUNTS))
        return StoreInfo(
            database=str(self._address),
            kind="SQLite" if self._connection.dialect == "sqlite" else "PostgreSQL",
            revision=revisions.HEAD,
            **{name: counts[name] for name in ("events", "documents", "mentions", "changes")},
        )

    @property
    def parties(self) -> Directory:
        """What can be asked of the parties on record."""
        from tracker.store.directory import Directory

        return Directory(self._rows)

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

    def _with_what_it_did(self, operation: Operation) -> Operation:
        binds = {"operation": operation.number}
        return replace(
            operation,
            changes=tuple(rows.change(row) for row in self._rows(sql.CHANGES_OF, binds)),
            judgements=tuple(rows.judgement(row) for row in self._rows(sql.JUDGEMENTS_OF, binds)),
            namings=self.parties.done_by(operation.number),
        )

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

    def _paged(self, statement: str, keys: Sequence[int]) -> Iterator[Row]:
        """The same on events however many."""
        for first in range(0, len(keys), _PAGE):
            yield from self._of(statement, keys[first : first + _PAGE])

    def _of(self, statement: str, keys: Sequence[int] | Sequence[str]) -> Iterator[Row]:
        """The rows of a statement on several events."""
        return among(self._connection, statement, keys)
