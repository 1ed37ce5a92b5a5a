"""An article on its way into the record: each of its mentions finds its event, or makes one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from tracker.model import Claim, Decision, Document, Event, Mention, Origin, Settlement, Verdict
from tracker.store import fields, schema
from tracker.store.history import held
from tracker.store.ids import fingerprint
from tracker.store.outcome import ArticleOutcome
from tracker.store.rows import Stored
from tracker.store.work import Work


class Resolver(Protocol):
    """What tells whether two reports are of one engagement; the module `tracker.resolve` is one."""

    def compatible_types(self, type: str) -> tuple[str, ...]:
        """The types under which another source may report an event of this type."""

    def decide(self, mention: Mention, candidates: Sequence[Event]) -> Decision:
        """Whether the mention tells one of the candidates."""

    def settle(self, claims: Sequence[Claim]) -> Settlement:
        """What is shown of an event of which several documents tell."""


class Article:
    """A document that is not on record yet."""

    def __init__(self, work: Work, document: Document, resolver: Resolver, *, extractor: str) -> None:
        self._work, self._document, self._resolver, self._extractor = work, document, resolver, extractor
        self._id = work.add_document(document, extractor)
        self._seen: Counter[str] = Counter()

    def record(self, mentions: Iterable[Mention]) -> ArticleOutcome:
        """Puts the mentions on record, in their order."""
        verdicts = Counter(self._place(mention) for mention in mentions)
        return ArticleOutcome(
            self._document.name,
            new=verdicts[Verdict.NEW] + verdicts[Verdict.UNSURE],
            merged=verdicts[Verdict.SAME],
            unsure=verdicts[Verdict.UNSURE],
        )

    def _place(self, mention: Mention) -> Verdict:
        decision = self._resolver.decide(mention, self._candidates(mention))
        stored = self._found(decision) if decision.verdict is Verdict.SAME else self._create(mention)
        mention_id = self._work.add_mention(
            mention, document_id=self._id, event_key=stored.key, extractor=self._extractor
        )
        self._judge(decision, stored, mention_id=mention_id)
        if decision.verdict is Verdict.SAME:
            settle(self._work, stored, self._resolver)
        if decision.verdict is Verdict.UNSURE:
            self._judge(decision, stored, other=self._found(decision))
        return decision.verdict

    def _candidates(self, mention: Mention) -> list[Event]:
        """Events that the mention may tell; none that this document tells already, for it would say so."""
        types = self._resolver.compatible_types(mention.type)
        found = self._work.reader.candidates(mention, types=types)
        return [event for event in found if all(source.digest != self._document.digest for source in event.sources)]

    def _found(self, decision: Decision) -> Stored:
        assert decision.event_id is not None
        return self._work.reader.stored(decision.event_id)

    def _create(self, mention: Mention) -> Stored:
        claim = Claim(mention=mention, digest=self._document.digest, published=self._document.published)
        return self._work.create(as_event(self._resolver.settle([claim])), self._fingerprint(mention))

    def _fingerprint(self, mention: Mention) -> str:
        """Where the event comes from: the same whenever and after whatever else the article is read."""
        first = mention.evidence[0]
        place = (self._document.digest, f"{first.field}:{first.start}", mention.type, *mention.countries)
        found = fingerprint("article", *place)
        self._seen[found] += 1
        return fingerprint("article", *place, str(self._seen[found]))

    def _judge(
        self, decision: Decision, stored: Stored, *, mention_id: int | None = None, other: Stored | None = None
    ) -> None:
        """Keeps why: of a mention that it tells the event, of two events that they may be one."""
        self._work.insert(
            schema.judgement,
            mention_id=mention_id,
            event_key=stored.key,
            other_event_key=other and other.key,
            verdict=(Verdict.UNSURE if other else Verdict.SAME).value,
            score=decision.score,
            reasons=json.dumps(decision.reasons, ensure_ascii=False),
            operation_id=self._work.operation_id,
        )


def settle(work: Work, stored: Stored, resolver: Resolver) -> None:
    """Shows of an event what its claims come to, but for the fields that a person answers for."""
    told = as_event(resolver.settle(work.reader.claims(stored.key)))
    state = fields.state(told)
    kept = held(work.reader.history(stored.key))
    if "type" in kept and told.type != stored.event.type:
        kept |= {"countries", "organisations", "people"}  # their roles are another type's
    if stored.event.origin is not Origin.MACHINE:
        kept.add("confidence")
    work.assign(stored, {name: state.get(name) for name in fields.TOLD if name not in kept})


def as_event(settlement: Settlement) -> Event:
    """A settlement as an event that has no id yet."""
    engagement = settlement.engagement
    return Event(
        id="",
        type=engagement.type,
        subtype=engagement.subtype,
        status=engagement.status,
        when=engagement.when,
        title=engagement.title,
        participants=engagement.participants,
        place=engagement.place,
        confidence=engagement.confidence,
        conflicts=settlement.conflicts,
    )
