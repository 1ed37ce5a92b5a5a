"""An article on its way into the record: each of its mentions finds its event, or makes one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from tracker.model import Claim, Decision, Document, Event, Mention, Participant, Verdict
from tracker.store import schema
from tracker.store.ids import fingerprint
from tracker.store.outcome import ArticleOutcome
from tracker.store.rows import Stored, written
from tracker.store.shown import Resolver, as_event, show
from tracker.store.work import Work

Told = TypeVar("Told", Event, Mention)


class Article:
    """A document whose mentions are not on record yet; `id` is its own where it is on record itself."""

    def __init__(
        self, work: Work, document: Document, resolver: Resolver, *, extractor: str, id: int | None = None
    ) -> None:
        self._work, self._document, self._resolver, self._extractor = work, document, resolver, extractor
        self._id = work.add_document(document, extractor) if id is None else id
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
        near = {one.event.id: one for one in self._candidates(mention)}
        decision = self._resolver.decide(self._named(mention), [self._named(one.event) for one in near.values()])
        likest = near.get(decision.event_id or "")
        told = likest if decision.verdict is Verdict.SAME else None
        stored = told or self._create(mention)
        mention_id = self._work.add_mention(
            mention, document_id=self._id, event_key=stored.key, extractor=self._extractor
        )
        self._judge(decision, stored, mention_id=mention_id)
        if told:
            show(self._work, told, self._resolver)
        elif likest:
            self._judge(decision, stored, other=likest)
        return decision.verdict

    def _candidates(self, mention: Mention) -> list[Stored]:
        """Events that the mention may tell; none that this document tells already, for it would say so."""
        found = self._work.ledger.compared(mention, self._resolver.compatible_types(mention.type))
        own = self._document.digest
        return [one for one in found if all(source.digest != own for source in one.event.sources)]

    def _named(self, told: Told) -> Told:
        """The same with every party under the name that a person has decided it goes by."""
        named = tuple(map(self._known_as, told.participants))
        return told if named == told.participants else replace(told, participants=named)

    def _known_as(self, party: Participant) -> Participant:
        other = self._work.ledger.parties.root(party)
        if other is None:
            return party
        return replace(party, kind=other.kind, name=other.name, country=other.code or party.country)

    def _create(self, mention: Mention) -> Stored:
        claim = Claim(mention=mention, digest=self._document.digest, published=self._document.published)
        return self._work.create(as_event(self._resolver.settle([claim])), self._fingerprint(mention))

    def _fingerprint(self, mention: Mention) -> str:
        """Where the event comes from: the same whenever and after whatever else the article is read."""
        first = mention.evidence[0]
        place = (self._document.digest, f"{first.field}:{first.start}", mention.type, *mention.countries)
        found = fingerprint("article", *place)
        while True:
            self._seen[found] += 1
            own = fingerprint("article", *place, str(self._seen[found]))
            if not self._work.known(own):
                return own

    def _judge(
        self, decision: Decision, stored: Stored, *, mention_id: int | None = None, other: Stored | None = None
    ) -> None:
        """Keeps why: of a mention that it tells the event, of two events that they may be one.

        That a mention tells the event that was made of it is certain; how like another it was, the reasons say.
        """
        made_of_it = mention_id is not None and decision.verdict is not Verdict.SAME
        self._work.insert(
            schema.judgement,
            mention_id=mention_id,
            event_key=stored.key,
            other_event_key=other and other.key,
            verdict=(Verdict.UNSURE if other else Verdict.SAME).value,
            score=1.0 if made_of_it else decision.score,
            reasons=written(decision.reasons),
            operation_id=self._work.operation_id,
        )
