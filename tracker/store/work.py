"""One operation on the record: all that it sets, in one transaction, with the changes that say so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, text, update

from tracker.errors import InputError
from tracker.model import Change, Document, Event, Mention, Origin, Participant
from tracker.store import columns, fields, rules, schema, sql
from tracker.store.address import Address
from tracker.store.columns import Values
from tracker.store.connect import Core
from tracker.store.history import present_state
from tracker.store.ids import public_id
from tracker.store.parties import identity
from tracker.store.query import Reader
from tracker.store.rows import Stored, written

MACHINE = "tracker"
"""Who signs what the program sets by itself."""

_COUNTED_BY = {"status", "review", "deleted", "merged_into", *fields.PARTIES, *fields.WHEN}
"""What says whether those who took part are counted, and what writes their rows anew."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who does something, with which command, and why."""

    origin: Origin
    author: str
    command: str
    reason: str = ""


class Work:
    """The transaction under way on a connection; nothing of it stands before its operation ends."""

    def __init__(self, connection: Connection, address: Address, signature: Signature) -> None:
        self.connection = connection
        self.core = Core(connection)
        self.reader = Reader(self.core, address)
        self.at = datetime.now(UTC)
        self.discarded = False
        self.undoes: int | None = None
        """The operation that this one takes back."""
        self._address, self._signature = address, signature
        self._touched: set[int] = set()

    @cached_property
    def operation_id(self) -> int:
        """The operation's row, made with the first thing that it sets."""
        signed = asdict(self._signature) | {"origin": self._signature.origin.value}
        return self.insert(schema.operation, **signed, at=self.at, undoes=self.undoes)

    @property
    def begun(self) -> int | None:
        """The operation's row; None when nothing was set yet."""
        return self.__dict__.get("operation_id")

    @cached_property
    def program(self) -> Work:
        """The same transaction in the name of the program: for what follows from what a person decides."""
        if self._signature.origin is Origin.MACHINE:
            return self
        signature = Signature(Origin.MACHINE, MACHINE, self._signature.command)
        return Work(self.connection, self._address, signature)

    def changes_events(self, number: int) -> bool:
        """Whether it sets fields of that many events, or more."""
        binds = {"own": self.begun, "program": self.program.begun, "most": number}
        changed: int = next(self.core.rows(sql.EVENTS_CHANGED, binds))["events"]
        return changed >= number

    def present(self, id: str) -> Stored:
        """The event of that id or prefix, which must not be deleted."""
        return self.reader.stored(self.reader.event(id).id)

    def create(self, event: Event, fingerprint: str) -> Stored:
        """Puts a new event on record, under its own id if it has one; raises InputError when it is not sound."""
        id = event.id or public_id(fingerprint, taken=lambda id: bool(self._ids(sql.EVENT, id=id)))
        state = fields.state(event)
        event = fields.event(id, event.origin, state)
        rules.require_sound(event)
        key = self.insert(
            schema.event, id=id, origin=event.origin.value, fingerprint=fingerprint, **columns.of_event(event)
        )
        self._write_parts(key, event, set(fields.ALL), new=True)
        self._log(key, {field: (None, value) for field, value in state.items()}, id=id)
        return Stored(key, event)

    def known(self, fingerprint: str) -> bool:
        """Whether an event of that origin is on record."""
        return bool(self._ids(sql.EVENT_BY_FINGERPRINT, fingerprint=fingerprint))

    def edit(self, stored: Stored, changes: Mapping[str, object]) -> list[Change]:
        """Sets fields of an event, with values as in `model.Event`; the changes that it takes, none if it says so."""
        names = fields.set_by(changes)
        wanted = fields.state(_changed(stored.event, changes))
        return self.assign(stored, {name: wanted.get(name) for name in fields.ALL if name in names})

    def assign(
        self, stored: Stored, wanted: Mapping[str, str | None], *, undoes: Mapping[str, int] = MappingProxyType({})
    ) -> list[Change]:
        """Sets fields of an event as text; raises InputError when it would not be sound.

        `undoes` are, by field, the changes that are taken back by it.
        """
        before = present_state(stored)
        differing = {name: (before.get(name), value) for name, value in wanted.items() if before.get(name) != value}
        if not differing:
            return []
        after = {name: value for name, value in {**before, **wanted}.items() if value}
        event = fields.event(stored.event.id, stored.event.origin, after)
        if not differing.keys() <= {"deleted", "merged_into"}:
            rules.require_sound(event)
        row = columns.of_event(event) | {
            "deleted": "deleted" in after,
            "merged_into": self._key(after.get("merged_into")),
        }
        self.connection.execute(update(schema.event).where(schema.event.c.key == stored.key).values(row))
        self._write_parts(stored.key, event, set(differing))
        if not _COUNTED_BY.isdisjoint(differing):
            on_record = not row["deleted"] and row["merged_into"] is None
            self._count(stored.key, columns.is_counted(event) and on_record)
        return self._log(stored.key, differing, id=stored.event.id, undoes=undoes)

    def add_document(self, document: Document, extractor: str, *, replaces: int | None = None) -> int:
        """Keeps an article, which may be a corrected version of one on record; its id."""
        published = document.published
        return self.insert(
            schema.document,
            digest=document.digest,
            name=document.name,
            title=document.title,
            publisher=document.source,
            url=document.url,
            published_start=published and published.start,
            published_end=published and published.end,
            published_precision=published and published.precision.value,
            published_text=published.text if published else "",
            published_basis=published.basis if published else "",
            language=document.language,
            text=document.text,
            boilerplate=json.dumps(document.boilerplate),
            extractor=extractor,
            added_by=self.operation_id,
            replaces=replaces,
        )

    def add_mention(self, mention: Mention, *, document_id: int, event_key: int, extractor: str) -> int:
        """Keeps what an article claims of an event; its id."""
        self._touched.add(event_key)
        return self.insert(
            schema.mention,
            document_id=document_id,
            event_key=event_key,
            participants=written(mention.participants),
            evidence=written(mention.evidence),
            trigger_text=mention.trigger,
            reasons=written(mention.reasons),
            extractor=extractor,
            **columns.told(mention),
        )

    def insert(self, table: Table, **values: Any) -> int:
        """A new row; its key."""
        result = self.connection.execute(insert(table), columns.cleaned(values))
        return int(result.inserted_primary_key[0])  # type: ignore[index]  # every table here has one

    def gather(self, key: int) -> None:
        """Brings what tells an event, or any that went into it, to where the live judgements put it."""
        family = self.reader.family(key)
        judged, mention = schema.judgement.c, schema.mention
        at_home = select(judged.mention_id).where(
            judged.event_key.in_(family), judged.verdict == "same", judged.withdrawn_by.is_(None)
        )
        self.connection.execute(update(mention).where(mention.c.event_key == key).values(live=False))
        self.connection.execute(update(mention).where(mention.c.id.in_(at_home)).values(event_key=key, live=True))
        self._touched.update(family)

    def finish(self) -> None:
        """Brings the full-text search up to date with what was set."""
        if self.program is not self:
            self.program.finish()
        for key, event in self.reader.by_keys(sorted(self._touched)).items():
            self._index(key, event)
        self._touched.clear()

    def _key(self, id: str | None) -> int | None:
        found = self.reader.find(id) if id else None
        return found.key if found else None

    def _ids(self, statement: str, **binds: object) -> list[str]:
        return [row["id"] for row in self.core.rows(statement, binds)]

    def _write_parts(self, key: int, event: Event, differing: set[str], *, new: bool = False) -> None:
        """The rows that belong to an event, where its fields differ from what they say; a `new` one has none yet."""
        if differing.intersection((*fields.PARTIES, *fields.WHEN)):
            ids = self._party_ids(event.participants)
            self._replace(schema.participation, key, columns.participations(event, ids), new=new)
        if "tags" in differing:
            self._replace(schema.tag, key, [{"name": tag} for tag in event.tags], new=new)
        if "sources" in differing:
            self._replace(schema.citation, key, columns.citations(event.sources), new=new)
        if differing.intersection(("title", "note", "sources")):
            self._touched.add(key)

    def _count(self, key: int, counted: bool) -> None:
        """Has those who took part counted with an event, or not."""
        told = schema.participation
        self.connection.execute(update(told).where(told.c.event_key == key).values(counted=counted))

    def _replace(self, table: Table, key: int, rows: list[Values], *, new: bool) -> None:
        if not new:
            self.connection.execute(delete(table).where(table.c.event_key == key))
        if rows:
            self.connection.execute(insert(table), [columns.cleaned({**row, "event_key": key}) for row in rows])

    def _party_ids(self, participants: Iterable[Participant]) -> dict[str, tuple[int, int]]:
        """The keys of the parties by identity, and of those that they go under; those not known yet are made."""
        parties = {identity(party): party for party in participants}
        table = schema.party
        known = select(table.c.identity, table.c.id, table.c.alias_of).where(table.c.identity.in_(parties))
        ids = {row.identity: (row.id, row.alias_of or row.id) for row in self.connection.execute(known)}
        for name in [name for name in parties if name not in ids]:
            own = self.add_party(parties[name])
            ids[name] = own, own
        return ids

    def add_party(self, party: Participant) -> int:
        """Puts a party on record that is not there yet; its key."""
        return self.insert(schema.party, **columns.of_party(party))

    def _log(
        self,
        key: int,
        values: Mapping[str, tuple[str | None, str | None]],
        *,
        id: str,
        undoes: Mapping[str, int] = MappingProxyType({}),
    ) -> list[Change]:
        """Keeps who set what, and why."""
        table, signed = schema.change, asdict(self._signature)
        rows: list[Values] = [
            {
                "operation_id": self.operation_id,
                "event_key": key,
                "field": name,
                "old_value": old,
                "new_value": new,
                "undoes": undoes.get(name),
            }
            for name, (old, new) in values.items()
        ]
        logged = self.connection.execute(insert(table).returning(table.c.id, sort_by_parameter_order=True), rows)
        return [
            Change(
                id=change_id,
                event_id=id,
                field=row["field"],
                old=row["old_value"],
                new=row["new_value"],
                **signed,
                at=self.at,
                operation=self.operation_id,
            )
            for change_id, row in zip(logged.scalars(), rows, strict=True)
        ]

    def _index(self, key: int, event: Event) -> None:
        """The words by which an event is found."""
        words = columns.words(event.title, event.note, event.sources)
        for statement in sql.INDEX[self.core.dialect]:
            self.connection.execute(text(statement), {"key": key, "words": words})


def _changed(event: Event, changes: Mapping[str, Any]) -> Event:
    """The event with values set; raises InputError for an empty one where there must be one."""
    wrong = [name for name, value in changes.items() if value is None and name not in ("subtype", "confidence")]
    if wrong:
        raise InputError(f"'{wrong[0]}' cannot be empty")
    return replace(event, **changes)
