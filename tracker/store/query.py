"""The record as it is read: its events and their history, what could be meant by a mention, counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from tracker.model import Change, Claim, Document, Event, Judgement, Listing, Mention, Operation, Place
from tracker.store import history, revisions, rows, search, sql
from tracker.store.events import EventReader
from tracker.store.faults import explained
from tracker.store.known import Known
from tracker.store.parties import country_identity, identities
from tracker.store.words import folded

if TYPE_CHECKING:
    from tracker.store.directory import Directory
    from tracker.store.outcome import CountrySummary, StoreInfo

_MOST_CANDIDATES = 48
_IN_PASSING = 12
"""Of the candidates, how many may share but one of several parties: of a busy country that is nearly nothing."""


class Reader(EventReader):
    """What can be asked of the record; everything it gives is of one moment."""

    def listings(self, *, min_confidence: float = 0.0) -> Iterator[Listing]:
        """Every event as a table lists it, rejected ones too, in the order of time and in the same small memory."""
        from tracker.store.listings import listings  # what only an export needs

        with explained(self._address):
            yield from listings(self._connection, min_confidence=min_confidence)

    def changes(self, id: str) -> list[Change]:
        """Every change of an event, oldest first."""
        return [change for change, _ in self.history(self.stored(id).key)]

    def history(self, key: int) -> list[tuple[Change, int | None]]:
        """Every change of an event, oldest first, with the id of the change that it takes back."""
        return [(rows.change(row), row["undoes"]) for row in self._rows(sql.CHANGES, {"key": key})]

    def histories(self, keys: Sequence[int]) -> dict[int, list[tuple[Change, int | None]]]:
        """Every change of those events, as `history` gives one's."""
        found: dict[int, list[tuple[Change, int | None]]] = {key: [] for key in keys}
        for row in self._of(sql.CHANGES_IN, keys):
            found[row["event_key"]].append((rows.change(row), row["undoes"]))
        return found

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

    def _with_what_it_did(self, operation: Operation) -> Operation:
        binds = {"operation": operation.number}
        return replace(
            operation,
            changes=tuple(rows.change(row) for row in self._rows(sql.CHANGES_OF, binds)),
            judgements=tuple(rows.judgement(row) for row in self._rows(sql.JUDGEMENTS_OF, binds)),
            namings=self.parties.done_by(operation.number),
        )
