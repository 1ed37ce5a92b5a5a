"""The only writer of the record: every field that it sets of an event leaves a change that says who, why and when.

Each method is one transaction. What a person set, no later reading of articles sets again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from types import TracebackType
from typing import Self

from tracker import settings
from tracker.errors import InputError
from tracker.model import Change, Document, Engagement, Event, InvalidRow, Mention, Origin, Party, Source, TableRow
from tracker.store import backups, correcting, fields, naming, sql, undoing
from tracker.store.address import Address
from tracker.store.articles import Article
from tracker.store.engine import open_engine
from tracker.store.faults import explained
from tracker.store.ids import fingerprint
from tracker.store.ledger import Ledger
from tracker.store.merging import Merging
from tracker.store.outcome import ArticleOutcome, ImportOutcome, Rereading, ReviewOutcome, TakenBack
from tracker.store.recollection import Recollection
from tracker.store.rereading import Rereader
from tracker.store.reviewing import ReviewedTable
from tracker.store.shown import Resolver, is_told
from tracker.store.table import Codec, EventTable
from tracker.store.work import MACHINE, Signature, Work

Revision = Callable[[Event], Mapping[str, object]]
"""What is to be set of an event, given as it is: fields as `fields.EDITABLE` names them, values as in `model.Event`."""


class Recorder:
    """Writes for one author in the course of one command; to be used in a `with` statement."""

    def __init__(self, address: Address, *, author: str, command: str, wait: float) -> None:
        self._address, self._author, self._command = address, author, command
        self._engine = open_engine(address, wait=wait)
        self._known = Recollection()

    def __enter__(self) -> Self:
        """Opens the connection that all of its transactions use."""
        with explained(self._address):
            self._connection = self._engine.connect()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Closes it; of a transaction that did not end, nothing is on record."""
        self._connection.close()
        self._engine.dispose()

    def article(
        self, document: Document, mentions: Sequence[Mention], resolver: Resolver, *, extractor: str = ""
    ) -> ArticleOutcome:
        """Puts on record what a document tells; one whose text was read before changes nothing, whatever its name.

        Nor does another version of one that was: it is for `reread`, since what it changes is to be seen first.
        Mentions of one document never become one event, unless they are the same to the letter.
        """
        return self.articles([(document, mentions)], resolver, extractor=extractor)[0]

    def articles(
        self, readings: Iterable[tuple[Document, Sequence[Mention]]], resolver: Resolver, *, extractor: str = ""
    ) -> list[ArticleOutcome]:
        """The same for several articles in their order, each an operation of its own, all in one transaction.

        All of them are on record when this returns; none is when it raises.
        """
        with self._transaction() as ledger:
            return [self._article(ledger, *reading, resolver, extractor) for reading in readings]

    def add(
        self,
        engagement: Engagement,
        *,
        note: str = "",
        tags: Sequence[str] = (),
        sources: Sequence[Source] = (),
        reason: str = "",
    ) -> str:
        """Puts an event on record by hand and returns its id. Raises InputError when something is wrong with it."""
        told = {field.name: getattr(engagement, field.name) for field in dataclass_fields(Engagement)}
        event = Event(**told, id="", note=note, tags=tuple(tags), sources=tuple(sources), origin=Origin.HAND)
        with self._work(Origin.HAND, reason) as work:
            return work.create(event, fingerprint("hand", self._author, work.at.isoformat(), repr(event))).event.id

    def edit(self, id: str, changes: Mapping[str, object], reason: str = "") -> list[Change]:
        """Sets fields of an event by hand, named and valued as in `model.Event`; the changes made, none if it says so.

        `fields.EDITABLE` are those that can be set. Raises UnknownName, AmbiguousId, and InputError when the event
        would not be sound.
        """
        return self.revise([id], lambda _: changes, reason)

    def revise(
        self, ids: Iterable[str], revision: Revision, reason: str = "", *, dry_run: bool = False
    ) -> list[Change]:
        """The same for several events, all or none of them, by what `revision` makes of each as it is at this moment.

        With `dry_run` nothing is written, and the changes are those that would be made.
        """
        with self._work(Origin.HAND, reason) as work:
            meant = {stored.key: stored for stored in map(work.present, ids)}
            made = [change for stored in meant.values() for change in work.edit(stored, revision(stored.event))]
            work.ledger.discarded = dry_run
            return made

    def delete(self, id: str, reason: str = "") -> list[Change]:
        """Takes an event out of the record; its fields, sources and history stay behind."""
        with self._work(Origin.HAND, reason) as work:
            return work.assign(work.present(id), {"deleted": "yes"})

    def restore(self, id: str, reason: str = "") -> list[Change]:
        """Brings a deleted event back as it was; no change for one that was not deleted.

        Raises InputError for one that was withdrawn because nothing tells it any more.
        """
        with self._work(Origin.HAND, reason) as work:
            stored = work.reader.stored(id)
            if not is_told(work, stored):
                raise InputError(f"nothing tells {stored.event.id} any more; `tracker history` says where it went")
            return work.assign(stored, {"deleted": None})

    def merge(self, ids: Sequence[str], resolver: Resolver, reason: str = "") -> str:
        """Makes one event of several, the first, whose id the others' lead to from then on and which is returned.

        Raises InputError when two of them are one already.
        """
        with self._work(Origin.HAND, reason) as work:
            into, *others = [work.present(id) for id in ids]
            merging = Merging(work, resolver)
            for other in others:
                merging.merge(work.reader.at(into.key), other)
            return into.event.id

    def part(self, one: str, other: str, resolver: Resolver, reason: str = "") -> bool:
        """Keeps two events apart, taking one out of the other if need be; False when that was decided before."""
        with self._work(Origin.HAND, reason) as work:
            return Merging(work, resolver).part(work.reader.itself(one), work.reader.itself(other))

    def split(self, id: str, mentions: Collection[int], resolver: Resolver, reason: str = "") -> str:
        """Gives mentions of an event, by number, to one of their own, whose id is returned.

        That is the event that they came with when they are all that did. Raises InputError when a number is none of
        the event's, or nothing would be left of it.
        """
        with self._work(Origin.HAND, reason) as work:
            return Merging(work, resolver).split(work.present(id), mentions)

    def join(self, party: str, others: Sequence[str], reason: str = "") -> tuple[Party, list[Party]]:
        """Lets parties, each by number or name, go under the name of one; that one, and those as they were.

        Raises UnknownName, AmbiguousName, and InputError for two that are one already or cannot be.
        """
        with self._work(Origin.HAND, reason) as work:
            parties = work.reader.parties
            into, joined = parties.party(party), [parties.party(other) for other in others]
            for other in joined:
                naming.join(work, into, other)
            return parties.root(into), joined

    def tell_apart(self, one: str, other: str, reason: str = "") -> tuple[Party, Party, bool]:
        """Keeps two parties apart, taking one out of the other if need be; both, and whether that is news."""
        with self._work(Origin.HAND, reason) as work:
            first, second = work.reader.parties.party(one), work.reader.parties.party(other)
            return first, second, naming.part(work, first, second)

    def name(self, party: str, names: Sequence[str], reason: str = "") -> Party:
        """Gives a party other names, whether any event tells them yet or not; the party with all that it has now."""
        with self._work(Origin.HAND, reason) as work:
            meant = work.reader.parties.party(party)
            for name in names:
                naming.add_name(work, meant, name)
            return work.reader.parties.root(meant)

    def reread(
        self,
        readings: Iterable[tuple[Document, Sequence[Mention]]],
        resolver: Resolver,
        *,
        extractor: str,
        dry_run: bool = False,
    ) -> Rereading:
        """Sets the mentions of articles on record to what an extractor reads in them now, all or none.

        A document that is a corrected version of one on record takes its place; what it no longer tells goes.
        A mention keeps its event, so that what was merged, split, rejected or deleted stays so, and what a person set
        is not touched. With `dry_run` nothing is written, and the outcome is what would be.
        """
        with self._work(Origin.MACHINE) as work:
            reader = Rereader(work, resolver, extractor)
            for document, mentions in readings:
                reader.read(document, list(dict.fromkeys(mentions)))
            work.ledger.discarded = dry_run
            return reader.outcome()

    def undo(self, resolver: Resolver, number: int | None = None, reason: str = "") -> TakenBack:
        """Takes back the operation of that number, or else the author's last; `redo` brings it again.

        Raises InputError when there is none, or something of it was decided otherwise since.
        """
        with self._work(Origin.HAND, reason) as work:
            meant = undoing.undoable(work, number) if number else undoing.last_done(work, self._author)
            made = tuple(undoing.undo(work, meant, resolver))
            return TakenBack(meant, made, work.reader.parties.done_by(meant))

    def redo(self, resolver: Resolver, reason: str = "") -> TakenBack:
        """Brings again what the author took back last; raises InputError as `undo` does."""
        with self._work(Origin.HAND, reason) as work:
            meant = undoing.last_undone(work, self._author)
            made = tuple(undoing.redo(work, meant, resolver))
            return TakenBack(meant, made, work.reader.parties.done_by(meant))

    def import_rows(
        self,
        rows: Iterable[TableRow | InvalidRow],
        codec: Codec,
        *,
        reason: str = "",
        keep_going: bool = False,
        dry_run: bool = False,
    ) -> ImportOutcome:
        """Brings the rows of a table into the record by their column `id`.

        A row whose id is on record changes what it tells otherwise; any other is a new event, under its own id where
        that is well formed. A row without an id that was imported before is left alone. All rows or none are written,
        but with `keep_going` the sound ones; with `dry_run` none, and the outcome tells row by row what would have
        become of them.
        """
        with self._work(Origin.IMPORT, reason) as work:
            outcome = EventTable(work, codec, kept=dry_run).record(rows)
            work.ledger.discarded = dry_run or (bool(outcome.invalid) and not keep_going)
            return outcome

    def review_rows(
        self,
        rows: Iterable[TableRow | InvalidRow],
        codec: Codec,
        resolver: Resolver,
        *,
        reason: str = "",
        dry_run: bool = False,
    ) -> ReviewOutcome:
        """Does what a person decided in a table of events on record: all of it in one operation, or nothing.

        The column `decision` holds accept, reject, skip, merge:ID, different:ID or nothing; `seen` the number of the
        last operation on the event when the table was written. With `dry_run` nothing is written.
        """
        with self._work(Origin.HAND, reason) as work:
            outcome = ReviewedTable(work, codec, resolver).record(rows)
            work.ledger.discarded = dry_run or bool(outcome.invalid)
            return outcome

    def _article(
        self, ledger: Ledger, document: Document, mentions: Sequence[Mention], resolver: Resolver, extractor: str
    ) -> ArticleOutcome:
        """An article put on record in the transaction under way."""
        text = fields.clean(document.text)
        document = document if text == document.text else replace(document, text=text)
        work = self._begun(ledger, Origin.MACHINE)
        if next(work.ledger.rows(sql.DOCUMENT, {"digest": document.digest}), None):
            return ArticleOutcome(document.name, unchanged=1)
        if correcting.former(work.ledger, document):
            return ArticleOutcome(document.name, corrected=1)
        return Article(work, document, resolver, extractor=extractor).record(dict.fromkeys(mentions))

    @contextmanager
    def _work(self, origin: Origin, reason: str = "") -> Iterator[Work]:
        """A transaction in the name of the author or, for what articles tell, of the program.

        When it changes many events, what was on record before is kept in a copy.
        """
        with self._transaction() as ledger:
            work = self._begun(ledger, origin, reason)
            yield work
            if not ledger.discarded:
                ledger.finish()
                self._keep_what_was(work)

    @contextmanager
    def _transaction(self) -> Iterator[Ledger]:
        """What a transaction reads and writes; all of it stands when it ends, or nothing where that is `discarded`."""
        with explained(self._address), self._connection.begin() as transaction:
            ledger = Ledger(self._connection, self._address, self._known)
            yield ledger
            if ledger.discarded:
                transaction.rollback()
                return
            ledger.finish()
            last = ledger.last_operation
        self._known.keep(last)

    def _begun(self, ledger: Ledger, origin: Origin, reason: str = "") -> Work:
        """An operation in the transaction under way."""
        author = MACHINE if origin is Origin.MACHINE else self._author
        return Work(ledger, Signature(origin, author, self._command, reason))

    def _keep_what_was(self, work: Work) -> None:
        """A file's last state on record, which every other connection still sees; a server's can be taken back."""
        bulk = settings.load(given={}).backups.bulk
        if self._address.path and bulk and work.changes_events(bulk):
            backups.before(self._address, self._command)
