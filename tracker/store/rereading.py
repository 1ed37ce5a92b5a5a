"""Articles on record read again, by another extractor or in a corrected version: each mention is set to what is read
now, and left with its event.

A mention that is read no more goes, unless a person has spoken of its event; one that was not read before finds its
event as in a new article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import update

from tracker.model import Claim, Document, Mention, Origin
from tracker.store import correcting, fields, rows, schema, sql
from tracker.store.articles import Article
from tracker.store.connect import Row
from tracker.store.history import standing
from tracker.store.outcome import Rereading
from tracker.store.shown import Resolver, show
from tracker.store.work import Work


class Rereader:
    """Articles being read anew, in one operation."""

    def __init__(self, work: Work, resolver: Resolver, extractor: str) -> None:
        self._work, self._resolver, self._extractor = work, resolver, extractor
        self._counts: Counter[str] = Counter()

    def read(self, document: Document, mentions: Sequence[Mention]) -> None:
        """Sets the mentions of an article that is on record, or of one that another version of it takes the place of.

        An article that is neither is put on record.
        """
        document = replace(document, text=fields.clean(document.text))
        id, present = self._on_record(document)
        pairs = dict(self._matched(present, mentions))
        touched: dict[int, None] = {}
        for number, claim in enumerate(present):
            mention = mentions[pairs[number]] if number in pairs else None
            if claim.mention == mention and claim.digest == document.digest:
                self._counts["kept"] += 1
            else:
                touched |= dict.fromkeys(self._set(claim, mention, id))
        self._follow(list(touched))
        article = Article(self._work, document, self._resolver, extractor=self._extractor, id=id)
        found = [mention for number, mention in enumerate(mentions) if number not in pairs.values()]
        self._counts["found"] += len(found)
        article.record(found)
        table = schema.document
        self._work.execute(update(table).where(table.c.id == id).values(extractor=self._extractor))

    def _on_record(self, document: Document) -> tuple[int, list[Claim]]:
        """The article's key, and what is on record of it, as it stands in this version."""
        known = next((row["id"] for row in self._work.ledger.rows(sql.DOCUMENT, {"digest": document.digest})), None)
        if known is not None:
            return known, self._claims(known)
        before = correcting.former(self._work.ledger, document)
        id = self._work.add_document(document, self._extractor, replaces=before.id if before else None)
        if before is None:
            return id, []
        return id, [correcting.moved(claim, before.document, document) for claim in self._claims(before.id)]

    def _claims(self, document_id: int) -> list[Claim]:
        return [rows.claim(row) for row in self._work.ledger.rows(sql.CLAIMS_IN, {"document": document_id})]

    def outcome(self) -> Rereading:
        """What the articles read so far came to."""
        operation = self._work.begun
        changes = self._work.ledger.rows(sql.CHANGES_OF, {"operation": operation}) if operation else ()
        return Rereading(tuple(map(rows.change, changes)), **self._counts)

    def _matched(self, present: Sequence[Claim], mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
        """Which present mention is which of those read now, the likest first."""
        alike = [
            (_likeness(claim.mention, mention), one, other)
            for one, claim in enumerate(present)
            for other, mention in enumerate(mentions)
            if mention.type in self._resolver.compatible_types(claim.mention.type)
            and (_overlap(claim.mention, mention) or _rewritten(claim.mention, mention))
        ]
        ones, others = set(), set()
        for _, one, other in sorted(alike, key=lambda pair: (-pair[0], *pair[1:])):
            if one not in ones and other not in others:
                ones.add(one)
                others.add(other)
                yield one, other

    def _set(self, claim: Claim, mention: Mention | None, document_id: int) -> list[int]:
        """Sets a mention to what is read now, if anything; the keys of the events that it concerns."""
        judged = list(self._work.ledger.rows(sql.JUDGEMENTS_ON_MENTION, {"mention": claim.number}))
        keys = [row["event_key"] for row in judged if row["verdict"] == "same"]
        if mention is None and self._vouched(judged, keys):
            self._counts["vouched"] += 1
            return []
        self._withdraw(claim.number)
        if mention is None:
            self._counts["gone"] += 1
            return keys
        self._counts["kept" if claim.mention == mention else "altered"] += 1
        own = self._work.add_mention(
            mention, document_id=document_id, event_key=self._work.reader.root(keys[0]), extractor=self._extractor
        )
        for row in judged:
            kept = {name: row[name] for name in ("event_key", "verdict", "score", "reasons")}
            self._work.insert(schema.judgement, mention_id=own, **kept, operation_id=self._work.operation_id)
        return keys

    def _vouched(self, judged: Sequence[Row], keys: Sequence[int]) -> bool:
        """Whether a person decided what the mention tells, or set something of an event that it tells."""
        concerned = {key for one in keys for key in (one, self._work.reader.root(one))}
        set_by = [change for key in concerned for change in standing(self._work.reader.history(key)).values()]
        decided = any(row["score"] is None for row in judged)
        return decided or any(change.origin is not Origin.MACHINE for change in set_by)

    def _withdraw(self, number: int) -> None:
        judged = schema.judgement.c
        live = update(schema.judgement).where(judged.mention_id == number, judged.withdrawn_by.is_(None))
        self._work.execute(live.values(withdrawn_by=self._work.operation_id))

    def _follow(self, keys: Sequence[int]) -> None:
        for key in dict.fromkeys(map(self._work.reader.root, keys)):
            self._work.gather(key)
            show(self._work, self._work.reader.at(key), self._resolver)


def _overlap(one: Mention, other: Mention) -> bool:
    """Whether a sentence stands behind both."""
    return any(
        here.field == there.field and here.start < there.end and there.start < here.end
        for here in one.evidence
        for there in other.evidence
    )


def _rewritten(one: Mention, other: Mention) -> bool:
    """Whether no word of the sentences behind one is left in a corrected article, where it may be the other."""
    return not one.evidence and one.countries == other.countries


def _likeness(one: Mention, other: Mention) -> int:
    """How much two readings of one article have in common."""
    told = [
        one.type == other.type,
        one.when == other.when,
        one.status == other.status,
        one.place == other.place,
        one.countries == other.countries,
        one.people == other.people,
    ]
    shared = len({*one.participants} & {*other.participants}) + len({*one.evidence} & {*other.evidence})
    return sum(told) + shared
