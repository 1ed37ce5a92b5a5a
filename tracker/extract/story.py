"""The thread of a document: who travels, who hosts, which two sides, on which days.

A sentence leaves out what the ones before it have told. The story reads the drafts of a document in order, names the
"he", "the two sides" and "his counterpart" of each, completes the side that is missing and dates it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, party
from tracker.extract.acts.sides import is_envoy
from tracker.extract.dates import Kind as ExpressionKind
from tracker.extract.dates import TimeExpression
from tracker.extract.passages import Kind
from tracker.extract.people import Cast
from tracker.extract.timing import ending, lasting, undated
from tracker.model import PartyKind, Place, Precision, Status, TimeSpan

_SIDES = {
    "visit": ("visitor", "host"),
    "appointment": ("sender", "receiver"),
    "accreditation": ("sender", "receiver"),
    "recall": ("sender", "receiver"),
    "expulsion": ("expeller", "expelled"),
    "summons": ("summoner", "summoned"),
    "mission": ("sender", "receiver"),
    "rupture": ("initiator", "target"),
}
_KIN_ACTS = (
    frozenset({"rupture", "recall", "expulsion"}),
    frozenset({"mission"}),
)  # told in a row, they share a target
_OPENS = re.compile(
    r"\b(arriv|land|beg[aiu]n|start|open|embark|depart|left|leav|flew|fly|from|since|kick|set off|set out|touched down)",
    re.I,
)
_CLOSES = re.compile(
    r"\b(ended|ends|ending|conclud|conclusion|closed|closes|finish|wrap|complet|return|final day|last day)", re.I
)
_DURING = re.compile(r"\bduring (?:the|this|his|her|their|its) (?:\w+[- ]){0,3}(?:visit|trip|stay|tour)\b", re.I)
_NTH_DAY = re.compile(
    r"\b(second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|6th) day\b(?! of (?:talks|discussions|negotiations))", re.I
)
_IN_THE_WAKE = re.compile(r"(?:After|Since|Following|When|In the wake of)\b")  # another event carries the time
_HERE_NOW = re.compile(r"\bhere (?:on|for) (?:a|an|his|her|their|\w+-day)\b|\bcurrently (?:on|visiting|in)\b", re.I)
_SEAT = re.compile(
    r"\b(?:at|in) (?:the|his|her) (?:\w+ )?(?:secretariat|palace|ministry|office|residence|presidency|chancellery|headquarters|house|parliament|kremlin)\b",
    re.I,
)
_LONGEST_STAY = 15  # days between the first telling of a visit and its stated days
_HEADLINES = {Kind.HEADLINE, Kind.HEADING}
_CENTRAL = 2  # countries that an article can be about
_OFTEN = 3  # namings from which a country is one of them
_TWO = 2
_PAIR_OF = re.compile(
    r"^(?:(?:foreign|prime|defen[cs]e|finance|trade) )?(?:leaders|ministers|presidents|secretaries|sides|heads of state|counterparts)$",
    re.I,
)
_LED_BY = re.compile(r"^,? ?(?:(?:was|were|which is|is) )?(?:led|headed|chaired|under)(?: by)? ?(?:the |its )?$", re.I)
_OWNED = re.compile(r"['’]s (?:\w+ )?")
_BACK = re.compile(
    r"^(?:delegation|team|mission|group|bloc|movement|regime|junta|government|administration|guests?)$", re.I
)
_TALKS = {"meeting", "call", "summit"}
_PAIR_WORDS = ("two", "both", "pair", "sides", "each", "they")


@dataclass(slots=True)
class Story:
    """What has been told so far."""

    cast: Cast
    published: TimeSpan | None
    here: Place | None = None
    salience: Counter[str] = field(default_factory=Counter)
    clocked: bool = False
    drafts: list[Draft] = field(default_factory=list)
    announced: list[Draft] = field(default_factory=list)
    subject: Actor | None = None
    people: tuple[Actor, ...] = ()
    body: Actor | None = None
    group: tuple[Actor, ...] = ()
    pair: tuple[str, ...] = ()

    # --- who ---------------------------------------------------------------------------------------------------------

    def name(self, text: str, actors: Iterable[Actor]) -> list[Actor]:
        """The actors of a sentence with their short forms resolved; who leads or serves another acts for the same party."""
        named: list[Actor] = []
        for actor in actors:
            found = self._name(self.cast.resolve(actor), named)
            master = named[-1] if named and party(named[-1]) else None
            if master is not None and (
                _LED_BY.search(text[master.end : actor.start])
                if master.group
                else not party(found) and _OWNED.fullmatch(text[master.end : actor.start])
            ):
                found = replace(found, country=master.country, organisation=master.organisation)
            named += self._pair(found) or [found]
        return named

    def _pair(self, actor: Actor) -> list[Actor]:
        """The two people whom "the two leaders" or "both ministers" are."""
        if not (actor.group and not party(actor) and len(self.group) == _TWO and _PAIR_OF.match(actor.office)):
            return []
        return [replace(a, start=actor.start, end=actor.end, head=actor.head) for a in self.group]

    def _name(self, actor: Actor, before: list[Actor]) -> Actor:
        if party(actor):
            return actor
        if actor.group and _BACK.match(actor.office):
            return self._collective(actor)
        if actor.possessor and not actor.opposite:
            owner = next((a for a in reversed(before) if party(a)), self.subject)
            if owner is not None:
                return replace(actor, country=owner.country, organisation=owner.organisation)
        return actor

    def _collective(self, actor: Actor) -> Actor:
        """Whom "the delegation" or "the group" stands for: the traveller, or the body last spoken of."""
        travels = re.match("deleg|team|mission|guest", actor.office, re.I)
        meant = self._traveller(set()) if travels else self.body or self.subject
        return replace(actor, country=meant.country, organisation=meant.organisation) if meant else actor

    def stand_ins(self, words: Iterable[tuple[str, int]], named: list[Actor]) -> list[Actor]:
        """Actors for the pronouns of a sentence: whom they stand for, at the place of the word."""
        found: list[Actor] = []
        for word, offset in words:
            meant = self._meant(word, [a for a in named if a.end <= offset])
            found += [replace(a, start=offset, end=offset + len(word), head=offset, possessor="") for a in meant]
        return found

    def _meant(self, word: str, before: list[Actor]) -> list[Actor]:
        if word in {"he", "she", "him", "her", "himself"}:
            people = [a for a in before if a.kind is PartyKind.PERSON and a.name and party(a)]
            if word in {"he", "she"}:
                return people[:1] or list(self.people[:1])
            own = {party(a) for a in before}
            return [a for a in reversed(self.people) if party(a) not in own][:1]
        if word in {"they", "both", "them", "two", "pair"}:
            return list(self.group)
        return [self.body] if word == "it" and self.body is not None else []

    def notice(self, actors: list[Actor]) -> None:
        """Remember whom a sentence is about: its first person, else its first party; and who stood together in it."""
        people = [a for a in actors if a.kind is PartyKind.PERSON and a.name and party(a)]
        first = people[0] if people else next((a for a in actors if party(a) and a.surface != "city"), None)
        if people:
            self.people = tuple(people)
        self.body = next(
            (a for a in actors if party(a) and a.kind is not PartyKind.PERSON and a.surface not in {"city", "demonym"}),
            self.body,
        )
        if len(people) > 1:
            self.group = tuple(people[:2])
        if first is not None:
            self.subject = first

    # --- completing --------------------------------------------------------------------------------------------------

    def complete(self, draft: Draft) -> Draft | None:
        """The draft with both its sides, or None when the document does not tell them."""
        if self._of_the_day(draft):
            draft.status = Status.OCCURRED
        if draft.type in _SIDES:
            self._two_sides(draft, *_SIDES[draft.type])
        elif draft.type != "summit":
            self._announced_sides(draft)
            self._participants(draft)
        self._unknown_officials(draft)
        self._date(draft)
        if self.published and self._of_the_day(draft):
            draft.when = self.published.read_as(text="", basis="remarks of the day")
        self._place(draft)
        if draft.type == "accreditation" and draft.role("receiver") and not draft.role("sender"):
            self.announced.append(draft)
        if (
            not _whole(draft)
            or (draft.weak and draft.guessed)
            or self._told_before(draft)
            or self._part_of_journey(draft)
        ):
            return None
        self.drafts.append(draft)
        if len(draft.parties) == 2:
            self.pair = tuple(sorted(draft.parties))
        return draft

    def _of_the_day(self, draft: Draft) -> bool:
        """Whether a draft is the meeting that a transcript's headline gives its remarks to."""
        return self.clocked and draft.type in _TALKS and draft.passage is not None and draft.passage.kind in _HEADLINES

    def _two_sides(self, draft: Draft, first: str, second: str) -> None:
        told_first, told_second = draft.role(first), draft.role(second)
        if draft.type == "visit":
            if not told_first and not told_second:
                self._same_journey(draft)
            if not told_first and told_second and not _private(draft.roles[first]):
                self._add(draft, first, self._traveller(exclude=told_second))
            if told_first and not told_second:
                self._add(draft, second, self._host_of(told_first))
            return
        if told_first and not told_second:
            self._add(
                draft, second, self._nearby(draft) or self._opposite(draft, told_first) or self._other(told_first)
            )
        elif told_second and not told_first:
            listed = any(a.group and is_envoy(a) for a in draft.roles.get(first, ()))  # told one by one further on
            self._add(
                draft,
                first,
                self._nearby(draft)
                or (None if listed else self._opposite(draft, told_second) or self._other(told_second)),
            )

    def _same_journey(self, draft: Draft) -> None:
        """Both sides of a visit of "the officials" or "the delegation", of whom the lines before have told."""
        before = next((d for d in reversed(self.drafts) if d.type == "visit" and _beside(d, draft)), None)
        travellers = draft.roles["visitor"]
        if before is not None and travellers and all(a.group for a in travellers):
            draft.roles = {role: list(actors) for role, actors in before.roles.items()}
            draft.guessed += ["visitor", "host"]

    def _nearby(self, draft: Draft) -> Actor | None:
        """The one other party that the sentence names."""
        others = {party(a) for a in draft.bystanders}
        if len(others) != 1:
            return None
        code = others.pop()
        organisation = draft.bystanders[0].organisation
        return Actor(
            PartyKind.ORGANISATION if organisation else PartyKind.COUNTRY,
            0,
            0,
            0,
            name=organisation or "",
            country=None if organisation else code,
            organisation=organisation,
            surface="country",
        )

    def _opposite(self, draft: Draft, told: set[str]) -> Actor | None:
        """The party that the last act of the kind was done to, or that all missions told of stand in; home for its own."""
        kin = next((kinds for kinds in _KIN_ACTS if draft.type in kinds), frozenset())
        for earlier in reversed(self.drafts):
            if earlier.type not in kin or draft.type == "accreditation":
                continue
            targets = earlier.role(_SIDES[earlier.type][1])
            if len(targets) == 1 and not targets & told:
                return _party(next(iter(targets)), earlier)
        if draft.type in {"mission", "appointment"} and self.cast.home and self.cast.home not in told:
            return Actor(PartyKind.COUNTRY, 0, 0, 0, country=self.cast.home, surface="country")
        return None

    def _traveller(self, exclude: set[str]) -> Actor | None:
        for draft in reversed(self.drafts):
            if draft.type == "visit" and draft.role("visitor") - exclude:
                return draft.roles["visitor"][0]
        return self.subject if self.subject is not None and party(self.subject) not in exclude else None

    def _host_of(self, visitors: set[str]) -> Actor | None:
        for draft in reversed(self.drafts):
            if draft.type == "visit" and draft.role("visitor") & visitors and draft.roles["host"]:
                return draft.roles["host"][0]
        if self.here is not None and self.here.country and self.here.country not in visitors:
            return Actor(PartyKind.COUNTRY, 0, 0, 0, country=self.here.country, surface="country")
        rest = set(self.pair) - visitors
        return (
            Actor(PartyKind.COUNTRY, 0, 0, 0, country=rest.pop(), surface="country")
            if set(self.pair) & visitors and len(rest) == 1
            else None
        )

    def _other(self, told: set[str]) -> Actor | None:
        """The side that stands against those told: of the current visit, of the pair, else home or the subject."""
        for draft in reversed(self.drafts[-6:]):
            rest = draft.parties - told
            if draft.parties & told and len(rest) == 1:
                return _party(rest.pop(), draft)
        if self.pair and set(self.pair) & told and len(set(self.pair) - told) == 1:
            return Actor(PartyKind.COUNTRY, 0, 0, 0, country=(set(self.pair) - told).pop(), surface="country")
        central = next((c for c, n in self.salience.most_common(_CENTRAL) if n >= _OFTEN and c not in told), None)
        if central is not None:
            return Actor(PartyKind.COUNTRY, 0, 0, 0, country=central, surface="country")
        if self.subject is not None and party(self.subject) and party(self.subject) not in told:
            return self.subject
        if self.cast.home and self.cast.home not in told:
            return Actor(PartyKind.COUNTRY, 0, 0, 0, country=self.cast.home, surface="country")
        return None

    def _add(self, draft: Draft, role: str, actor: Actor | None) -> None:
        if actor is not None:
            kept = [a for a in draft.roles.get(role, []) if a.kind is PartyKind.PERSON and a.name]
            if kept:
                draft.roles[role] = [replace(a, country=actor.country, organisation=actor.organisation) for a in kept]
            else:
                draft.roles[role] = [actor]
            draft.guessed.append(role)

    def _participants(self, draft: Draft) -> None:
        role = next((r for r in ("participant", "party", "sender", "recogniser") if r in draft.roles), "participant")
        told = draft.parties
        unknown = [a for a in draft.roles.get(role, ()) if not party(a)]
        if len(told) == 1:
            other = (self._venue(draft, told) if any(a.name for a in unknown) else None) or self._other(told)
            if other is not None:
                if unknown and any(a.name or a.office for a in unknown):
                    draft.roles[role] = [
                        replace(a, country=other.country, organisation=other.organisation) if a in unknown else a
                        for a in draft.roles[role]
                    ]
                else:
                    draft.roles[role] = [*draft.roles.get(role, []), other]
                draft.guessed.append(role)
        elif not told and (len(unknown) > 1 or _plural(unknown)) and len(self.pair) == 2:
            draft.roles[role] = [
                *unknown,
                *(Actor(PartyKind.COUNTRY, 0, 0, 0, country=c, surface="country") for c in self.pair if len(c) == 3),
            ]
            draft.guessed.append(role)

    def _announced_sides(self, draft: Draft) -> None:
        """A headline names its sides anywhere in its line: "Remarks by X and Prime Minister Y before bilateral meeting"."""
        if draft.passage is None or draft.passage.kind not in _HEADLINES or len(draft.parties) >= _TWO:
            return
        parties = {party(a) for a in draft.bystanders} | draft.parties
        if len(parties) == _TWO:
            role = next(iter(draft.roles))
            draft.roles[role] = [*(a for a in draft.roles[role] if party(a)), *draft.bystanders]

    def _venue(self, draft: Draft, told: set[str]) -> Actor | None:
        """The country of the city they met in, for somebody of whom nothing else is known; not against a known pair."""
        code = draft.place.country
        if not draft.place.name or code in told or set(self.pair) & told:
            return None
        return Actor(PartyKind.COUNTRY, 0, 0, 0, country=code, surface="country")

    def _unknown_officials(self, draft: Draft) -> None:
        for role, actors in draft.roles.items():
            sides = {party(a) for a in actors if party(a)}
            if len(sides) == 1 and role not in {"participant", "party"}:
                known = next(a for a in actors if party(a))
                draft.roles[role] = [
                    a if party(a) else replace(a, country=known.country, organisation=known.organisation)
                    for a in actors
                ]

    def _told_before(self, draft: Draft) -> bool:
        """Whether a definite or weak phrase only points back; what it dates is then dated by it."""
        if not (draft.refers or draft.weak or (self.clocked and draft.timing.when is None)):
            return False
        for earlier in reversed(self.drafts):
            if earlier.added != draft.added:
                continue
            kin = earlier.type == draft.type or {earlier.type, draft.type} <= _TALKS
            if (
                draft.refers
                and _beside(earlier, draft)
                and earlier.parties == draft.parties
                and _narrows(earlier.when, draft.when)
            ):
                earlier.when = draft.when
                earlier.evidence += draft.evidence
                return True
            if (
                draft.type == earlier.type == "visit"
                and draft.refers
                and earlier.parties == draft.parties
                and self._extends(earlier, draft)
            ):
                return True
            if kin and draft.parties <= earlier.parties and _overlap(earlier.when, draft.when):
                if (
                    earlier.when is None
                    and earlier.within is None
                    and draft.when is not None
                    and _beside(earlier, draft)
                ):
                    earlier.when = draft.when
                if draft.refers and draft.passage is not None:
                    earlier.evidence.append(draft.passage)
                return True
        return False

    def _extends(self, earlier: Draft, draft: Draft) -> bool:
        """Whether "the visit, from 14 to 17 January" or "will continue until the 17th" tells the days of a visit told before."""
        when, known = draft.when, earlier.when
        if (
            when is None
            or when.precision is not Precision.DAY
            or when.start is None
            or when.end is None
            or draft.passage is None
        ):
            return False
        start = known.start if known and known.precision is Precision.DAY else None
        if start is not None and abs((when.start - start).days) > _LONGEST_STAY:
            return False
        bound = draft.timing.when.bound if draft.timing.when else None
        if bound == "until" and start is not None and when.end >= start:
            when = TimeSpan(start, when.end, Precision.DAY, when.text, when.basis)
        elif when.start == when.end:
            return False
        earlier.when = when
        earlier.evidence.append(draft.passage)
        return True

    def _part_of_journey(self, draft: Draft) -> bool:
        """Whether a meeting is only what a visit to the other side was for (codebook §2: one visit)."""
        if not (draft.purpose and draft.kind == "meeting" and draft.passage):
            return False
        trips = [d for d in self.drafts if d.type == "visit" and d.passage and d.passage.index == draft.passage.index]
        for trip in trips:
            if (
                trip.parties != draft.parties
                and trip.role("visitor") <= draft.parties
                and not trip.role("host") & draft.parties
            ):
                self.drafts.remove(trip)  # the host is only the venue: the meeting is the event
                draft.place = draft.place if draft.place.country else trip.place
        return any(trip.parties == draft.parties for trip in trips)

    def _place(self, draft: Draft) -> None:
        """A place that the sentence leaves out: a visit's host, a visit's country for what happens during it, a seat."""
        if not draft.place.country:
            draft.place = Place(None, next((c for c in self._whereabouts(draft) if c), None))

    def _whereabouts(self, draft: Draft) -> Iterator[str | None]:
        if draft.type == "visit":
            yield next((a.country for a in draft.roles["host"] if a.country), None)
        if draft.within is not None:
            yield draft.within.place.country
        if draft.type == "meeting" and (stay := self._stay_of(draft)) is not None:
            yield stay.place.country
        if draft.type in {"meeting", "accreditation"} and draft.passage and _SEAT.search(draft.passage.text):
            yield self._receiving(draft)

    def _stay_of(self, draft: Draft) -> Draft | None:
        """The visit between the same parties on whose days a meeting falls."""
        stays = (
            d
            for d in reversed(self.drafts)
            if d.type == "visit" and d.parties == draft.parties and d.status is draft.status
        )
        return next(
            (d for d in stays if draft.when is None or (d.when is not None and _overlap(d.when, draft.when))), None
        )

    def _receiving(self, draft: Draft) -> str | None:
        """The country whose palace or ministry a meeting is held in: an envoy's post, else the article's home."""
        posts = [a.post for a in draft.actors if a.post]
        if posts:
            return posts[0]
        return self.cast.home if self.cast.home in draft.countries else None

    # --- when --------------------------------------------------------------------------------------------------------

    def _date(self, draft: Draft) -> None:
        timing = draft.timing
        tense = "past" if draft.status is Status.OCCURRED and not self._about_to(draft) else "future"
        when = self._planned_for(draft) if draft.status is Status.CANCELLED else self._read(timing.when, tense, draft)
        if when is None and timing.announced is not None and draft.status is not Status.PLANNED:
            when = self._read(timing.announced, "past", draft)
        if when is not None and timing.began is not None:
            when = _since(self._read(timing.began, "past", draft), when)
        if when is not None and timing.duration is not None and timing.duration.duration_days:
            when = self._with_duration(draft, when, timing.duration.duration_days)
        if when is None or (timing.when is not None and timing.when.anaphoric and not timing.when.offset_days):
            draft.within = self._visit_around(draft)
            when = None if draft.within else when
        draft.when = when

    def _read(self, expression: TimeExpression | None, tense: str, draft: Draft) -> TimeSpan | None:
        if expression is None:
            return None
        if expression.anaphoric:
            anchor = self._anchor(expression, draft)
            expression = expression.anchored(anchor) if anchor else expression
        if expression.kind is ExpressionKind.WEEKDAY or self._contradicts(expression, draft):
            expression = expression.with_tense(tense, self.published)  # type: ignore[arg-type]
        if self._contradicts(expression, draft):
            return None
        if not expression.dated:
            if expression.vague_reference and draft.status is Status.OCCURRED and self.published and self.published.end:
                return TimeSpan.unknown(end=self.published.end, text=expression.text, basis=expression.basis)
            return None
        return expression.span

    def _about_to(self, draft: Draft) -> bool:
        """Whether a present progressive with a day ahead tells a plan: "is sending its minister on Wednesday"."""
        return draft.reading.tense == "present" and draft.type == "visit" and not draft.reading.habitual

    def _anchor(self, expression: TimeExpression, draft: Draft) -> TimeSpan | None:
        """The event that "the next day" counts from: the last one dated; for "the second day", the visit itself."""
        dated = [d for d in reversed(self.drafts) if d.when and d.when.known]
        if expression.shift and expression.shift.unit.startswith("event"):
            dated = [d for d in dated if d.type == "visit" and d.parties & draft.parties] or dated
        return dated[0].when if dated else None

    def _planned_for(self, draft: Draft) -> TimeSpan | None:
        """The days a cancelled act was planned for; failing these, the time of the calling-off."""
        readings = [w for e in draft.timing.others if (w := self._read(e, "future", draft)) is not None and w.known]
        ahead = [
            w
            for w in readings
            if self.published and w.start and self.published.start and w.start >= self.published.start
        ]
        explicit = [w for w in readings if w.basis not in {"weekday", "relative"}]
        past = [w for e in draft.timing.others if (w := self._read(e, "past", draft)) is not None]
        return next(iter(explicit or ahead or past), None)

    def _contradicts(self, expression: TimeExpression, draft: Draft) -> bool:
        """Whether a date lies behind a plan, or ahead of what is told as done."""
        if self.published is None or not expression.dated or self.published.start is None or self.published.end is None:
            return False
        if draft.status is Status.PLANNED:
            return expression.end is not None and expression.end < self.published.start
        if draft.status is Status.OCCURRED and expression.start is not None and expression.start > self.published.end:
            if draft.reading.tense == "present":
                draft.status = Status.PLANNED
                return False
            return True
        return False

    def _with_duration(self, draft: Draft, when: TimeSpan, days: int) -> TimeSpan:
        """A length counts from a day that opens or closes the act; a day in its midst stays the only one told."""
        text = draft.passage.text if draft.passage else ""
        nth = _NTH_DAY.search(text)
        if nth and when.start and when.start == when.end:
            return _from_first_day(when, _ORDINALS[nth[1].lower()], days)
        if _CLOSES.search(text):
            return ending(when, days)
        return lasting(when, days) if _OPENS.search(text) or draft.status is Status.PLANNED else when

    def _visit_around(self, draft: Draft) -> Draft | None:
        """The visit that a meeting or signing without a day of its own belongs to."""
        if draft.type not in {"meeting", "agreement"} or draft.status is Status.CANCELLED:
            return None
        named = draft.passage is not None and bool(_DURING.search(draft.passage.text))
        visits = (
            d
            for d in reversed(self.drafts)
            if d.type == "visit" and (named or d.status is draft.status is Status.OCCURRED)
        )
        return next((v for v in visits if v.parties == draft.parties), None)

    def default(self, draft: Draft) -> TimeSpan:
        """The date of a draft that nothing dates."""
        passage = draft.passage
        if draft.type == "visit" and self.published and _HERE_NOW.search(draft.passage.text if draft.passage else ""):
            return self.published.read_as(text="here", basis="under way")
        listed = passage is not None and (passage.kind is Kind.ITEM or bool(_IN_THE_WAKE.match(passage.text)))
        current = not (draft.reading.background or draft.bygone or listed)
        return undated(draft.status, self.published, current=current)


def _since(began: TimeSpan | None, when: TimeSpan) -> TimeSpan:
    """From the day something began to the day told of its end: "returned on the 30th from a visit that began on the 28th"."""
    if began is None or not (began.precision is when.precision is Precision.DAY) or not (began.start and when.end):
        return when
    if not 0 <= (when.end - began.start).days <= _LONGEST_STAY:
        return when
    return TimeSpan(began.start, when.end, Precision.DAY, when.text, when.basis)


def _narrows(known: TimeSpan | None, when: TimeSpan | None) -> bool:
    """Whether a date lies inside a vaguer one: "next month", then "the talks will take place April 13-16"."""
    if known is None or when is None or not (known.start and known.end and when.start and when.end):
        return False
    finer = list(Precision).index(when.precision) < list(Precision).index(known.precision)
    return finer and known.start <= when.start and when.end <= known.end


def _beside(a: Draft, b: Draft) -> bool:
    """Whether two drafts stand in the same or in neighbouring paragraphs."""
    return a.passage is not None and b.passage is not None and abs(a.passage.paragraph - b.passage.paragraph) <= 1


_ORDINALS = {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "5th": 5,
    "6th": 6,
}


def _from_first_day(when: TimeSpan, number: int, days: int) -> TimeSpan:
    """The days of a stay of which one is told by its number: "the third day (16) of his four-day visit"."""
    assert when.start
    first = when.start - timedelta(days=number - 1)
    return lasting(TimeSpan.day(first, text=when.text, basis=when.basis), max(days, number))


def _overlap(a: TimeSpan | None, b: TimeSpan | None) -> bool:
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return True
    return a.start <= b.end and b.start <= a.end


def _party(code: str, draft: Draft) -> Actor:
    found = next((a for a in draft.actors if party(a) == code), None)
    if found is not None and found.organisation:
        return Actor(PartyKind.ORGANISATION, 0, 0, 0, name=code, organisation=code)
    return Actor(PartyKind.COUNTRY, 0, 0, 0, country=code, surface="country")


def _private(actors: list[Actor]) -> bool:
    """Whether those named hold no office: "Mahlmann is on a two-week tour" is nobody's visit."""
    return bool(actors) and all(a.kind is PartyKind.PERSON and a.name and not a.office for a in actors)


def _plural(actors: list[Actor]) -> bool:
    return any(a.group for a in actors)


def _whole(draft: Draft) -> bool:
    """Whether a draft has the parties that its type needs."""
    if draft.type == "summit":
        return bool(draft.parties) or bool(draft.place.country)
    if draft.type in _SIDES:
        first, second = (draft.role(role) for role in _SIDES[draft.type])
        return bool(first and second and first != second)
    return len(draft.parties) >= 2
