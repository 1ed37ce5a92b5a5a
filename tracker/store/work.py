"""One operation on the record: all that it sets, in one transaction, with the changes that say so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any

from sqlalchemy import CursorResult, Executable, Table, select, update

from tracker.errors import InputError
from tracker.model import Change, Document, Event, Mention, Origin, Participant
from tracker.store import batch, bulk, columns, fields, rules, schema, sql
from tracker.store.columns import Cells
from tracker.store.history import present_state
from tracker.store.ledger import Ledger
from tracker.store.parties import identity
from tracker.store.query import Reader
from tracker.store.rows import Stored, written

MACHINE = "tracker"
"""Who signs what the program sets by itself."""

_COUNTED_BY = {"status", "review", "deleted", "merged_into"}
"""What says whether those who took part are counted."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who does something, with which command, and why."""

    origin: Origin
    author: str
    command: str
    reason: str = ""


class Work:
    """What one operation does in a transaction; nothing of it stands before that ends."""

    def __init__(self, ledger: Ledger, signature: Signature) -> None:
        self.ledger = ledger
        self.at = datetime.now(UTC)
        self.undoes: int | None = None
        """The operation that this one takes back."""
        self._signature, self._signed = signature, asdict(signature)

    @property
    def reader(self) -> Reader:
        """What can be asked of the record as it stands now."""
        return self.ledger.reader

    def execute(self, statement: Executable) -> CursorResult[Any]:
        """What comes of any other statement, once everything before it is written."""
        return self.ledger.connection.execute(statement)

    @cached_property
    def operation_id(self) -> int:
        """The operation's row, made with the first thing that it sets."""
        signed = {**self._signed, "origin": self._signature.origin.value}
        return self.insert(schema.operation, **signed, at=self.ledger.moment(self.at), undoes=self.undoes)

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
        return Work(self.ledger, signature)

    def changes_events(self, number: int) -> bool:
        """Whether it sets fields of that many events, or more."""
        binds = {"own": self.begun, "program": self.program.begun, "most": number}
        changed: int = next(self.ledger.rows(sql.EVENTS_CHANGED, binds))["events"]
        return changed >= number

    def present(self, id: str) -> Stored:
        """The event of that id or prefix, which must not be deleted."""
        return self.reader.stored(self.reader.event(id).id)

    def create(self, event: Event, fingerprint: str) -> Stored:
        """Puts a new event on record, under its own id if it has one; raises InputError when it is not sound."""
        draft = batch.Draft.of(event, event.id, event.origin)
        [(key, id)] = batch.put(self.ledger, self.operation_id, [draft], [fingerprint])
        self.ledger.index([key])
        return Stored(key, draft.event(id))

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
        on_record = not after.get("deleted") and not after.get("merged_into")
        self.ledger.changed([stored.key])
        self._set(stored, event, after)
        self._write_parts(stored.key, event, set(differing), counted=columns.is_counted(event) and on_record)
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
        self.ledger.index([event_key])
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
        [key] = self.ledger.keys(table, 1)
        row = columns.plain(values)
        self.ledger.add(table.name, ("id", *row), [(key, *row.values())])
        return key

    def gather(self, key: int) -> None:
        """Brings what tells an event, or any that went into it, to where the live judgements put it."""
        family = self.reader.family(key)
        judged, mention = schema.judgement.c, schema.mention
        at_home = select(judged.mention_id).where(
            judged.event_key.in_(family), judged.verdict == "same", judged.withdrawn_by.is_(None)
        )
        self.execute(update(mention).where(mention.c.event_key == key).values(live=False))
        self.execute(update(mention).where(mention.c.id.in_(at_home)).values(event_key=key, live=True))
        self.ledger.index(family)

    def _set(self, stored: Stored, event: Event, after: fields.State) -> None:
        """Sets the columns of an event's own row that are to be others; an index costs more than to look."""
        before = columns.of_event(stored.event) | {"deleted": stored.deleted, "merged_into": stored.merged_into}
        row = columns.of_event(event) | {"deleted": "deleted" in after, "merged_into": after.get("merged_into")}
        changed = {name: value for name, value in row.items() if value != before[name]}
        if changed.get("merged_into"):
            changed["merged_into"] = self._key(changed["merged_into"])
        bulk.update(self.ledger.connection, "event", "key", stored.key, columns.plain(changed))

    def _key(self, id: str) -> int | None:
        found = self.reader.find(id)
        return found.key if found else None

    def _ids(self, statement: str, **binds: object) -> list[str]:
        return [row["id"] for row in self.ledger.rows(statement, binds)]

    def _write_parts(self, key: int, event: Event, differing: set[str], *, counted: bool) -> None:
        """The rows that belong to an event, where its fields differ from what they say."""
        if differing.intersection((*fields.PARTIES, *fields.WHEN)):
            parties = self.ledger.parties.learn({identity(party): party for party in event.participants})
            told = columns.participations(key, event.participants, event.when, parties, counted=counted)
            self._replace("participation", columns.PARTICIPATION, key, told)
        elif differing.intersection(_COUNTED_BY):
            bulk.update(self.ledger.connection, "participation", "event_key", key, {"counted": counted})
        if "tags" in differing:
            self._replace("tag", columns.TAG, key, columns.tags(key, event.tags))
        if "sources" in differing:
            self._replace("citation", columns.CITATION, key, columns.citations(key, fields.cited(fields.state(event))))
        if differing.intersection(("title", "note", "sources")):
            self.ledger.index([key])

    def _replace(self, table: str, names: tuple[str, ...], key: int, rows: Iterable[Cells]) -> None:
        bulk.delete(self.ledger.connection, table, "event_key", key)
        self.ledger.add(table, names, rows)

    def add_party(self, party: Participant) -> int:
        """Puts a party on record that is not there yet; its key."""
        return self.ledger.parties.learn({identity(party): party})[identity(party)][0]

    def _log(
        self,
        key: int,
        values: Mapping[str, tuple[str | None, str | None]],
        *,
        id: str,
        undoes: Mapping[str, int] = MappingProxyType({}),
    ) -> list[Change]:
        """Keeps who set what, and why."""
        own = self.operation_id
        keys = self.ledger.keys(schema.change, len(values))
        told = [*zip(keys, values.items(), strict=True)]
        rows = [(number, own, key, name, old, new, undoes.get(name)) for number, (name, (old, new)) in told]
        self.ledger.add("change", columns.CHANGE, rows)
        return [
            Change(id=number, event_id=id, field=name, old=old, new=new, **self._signed, at=self.at, operation=own)
            for number, (name, (old, new)) in told
        ]


def _changed(event: Event, changes: Mapping[str, Any]) -> Event:
    """The event with values set; raises InputError for an empty one where there must be one."""
    wrong = [name for name, value in changes.items() if value is None and name not in ("subtype", "confidence")]
    if wrong:
        raise InputError(f"'{wrong[0]}' cannot be empty")
    return replace(event, **changes)
