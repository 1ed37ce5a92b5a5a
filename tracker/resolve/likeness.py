"""What speaks for and against a mention telling an event, each by its name and weight.

Points are logarithms of odds: they add up, and what is not told by both sides weighs nothing. They were set by hand and
then moved by what `python -m bench.resolution --errors` showed on one half of the labelled reports; the other half says
how far that holds for reports that nothing was fitted to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from tracker.model import Engagement, Event, Mention, PartyKind, Precision, Status, TimeSpan
from tracker.resolve.kinds import NEUTRAL_ROLES, RARE, SELDOM, TOLD_APART, compatible_types, habits
from tracker.resolve.people import Match, match
from tracker.resolve.spans import coarser, consistent, gap
from tracker.resolve.wording import copied, nearly_the_same

_SAME_CITY = 90
"""The least likeness, of 100, of two spellings of one city."""

_FRESH = 7
"""Days within which a report that gives no day is of the latest such act, and not of one before."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """One thing that a mention and an event have in common, or not; positive `points` speak for their being one."""

    name: str
    points: float
    note: str

    def __str__(self) -> str:
        """The likeness as a reason that a person reads."""
        return f"{self.name}: {self.note} ({self.points:+.1f})"


def likenesses(mention: Mention, event: Event) -> list[Likeness]:
    """All that can be said of the two, in a fixed order."""
    found = (_type, _subtype, _parties, _roles, _organisations, _people, _dates, _place, _status, _wording)
    return [likeness for compare in found for likeness in compare(mention, event)]


def _type(mention: Mention, event: Event) -> Iterator[Likeness]:
    if mention.type == event.type:
        yield Likeness("type", 1.0, f"both {event.type}")
    elif event.type not in compatible_types(mention.type):
        yield Likeness("type", -9.0, f"{mention.type} and {event.type} are different acts")
    else:
        points = -2.0 if frozenset((mention.type, event.type)) in TOLD_APART else -1.0
        yield Likeness("type", points, f"{mention.type} and {event.type} may be the same act")


def _subtype(mention: Mention, event: Event) -> Iterator[Likeness]:
    if mention.type == event.type and mention.subtype and event.subtype:
        if mention.subtype == event.subtype:
            yield Likeness("subtype", 0.5, f"both {event.subtype}")
        elif mention.type in ("mission", "recognition"):
            yield Likeness("subtype", -4.0, f"{mention.subtype} is not {event.subtype}")
        else:
            yield Likeness("subtype", -0.5, f"{mention.subtype} is not {event.subtype}")


def _parties(mention: Mention, event: Event) -> Iterator[Likeness]:
    here, there = set(mention.countries), set(event.countries)
    if not here or not there:
        return
    shared, listed = here & there, ", ".join(sorted(here & there))
    if here == there:
        yield Likeness("parties", 2.0 if len(here) > 1 else 1.0, f"both {listed}")
    elif not shared:
        yield Likeness("parties", -6.0, "no country in common")
    elif here < there or there < here:
        yield Likeness("parties", 1.3 if len(shared) > 1 else 0.3, f"{listed} in both, more in one")
    else:
        yield Likeness("parties", _overlapping(mention, event, len(shared)), f"{listed} in both, others in each")


def _overlapping(mention: Mention, event: Event, shared: int) -> float:
    """The points of countries in both, with others in each: of a gathering, a report names those that it cares for."""
    if mention.type == event.type == "summit":
        return 0.5 if shared > 1 else -0.5
    many = "summit" in (mention.type, event.type) or min(len(mention.countries), len(event.countries)) > 2
    return -0.5 if many else -4.0


def _roles(mention: Mention, event: Event) -> Iterator[Likeness]:
    here, there = _sides(mention), _sides(event)
    both = here.keys() & there.keys()
    if mention.type != event.type or not both:
        return
    if any(here[country].isdisjoint(there[country]) for country in both):
        yield Likeness("roles", -5.0, "the same countries the other way round")
    else:
        yield Likeness("roles", 0.5, "the same countries in the same roles")


def _sides(engagement: Engagement) -> dict[str, set[str]]:
    """The roles by country that tell one side from the other."""
    sides: dict[str, set[str]] = defaultdict(set)
    for role, countries in engagement.roles.items():
        if role not in NEUTRAL_ROLES:
            for country in countries:
                sides[country].add(role)
    return sides


def _organisations(mention: Mention, event: Event) -> Iterator[Likeness]:
    here, there = set(mention.organisations), set(event.organisations)
    if here and there:
        if shared := here & there:
            yield Likeness("organisations", 1.0, f"both {', '.join(sorted(shared))}")
        else:
            alone = not (mention.countries and event.countries)
            yield Likeness("organisations", -5.0 if alone else -1.5, "different ones")


def _people(mention: Mention, event: Event) -> Iterator[Likeness]:
    """By whom they act for: a counterpart who is another person is another meeting.

    Who travelled also sat at the table, so the same people do not make a visit and a meeting one.
    """
    if frozenset((mention.type, event.type)) in TOLD_APART:
        return
    here, there = _by_principal(mention), _by_principal(event)
    for principal in sorted(here.keys() & there.keys()):
        best, one, other = max((match(a, b), a, b) for a in here[principal] for b in there[principal])
        if best is Match.NO:
            yield Likeness("people", -3.0, f"{one} is not {other}")
        else:
            yield Likeness("people", 1.5 if best is Match.FULL else 1.0, one if one == other else f"{one} is {other}")


def _by_principal(engagement: Engagement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for party in engagement.participants:
        if party.kind is PartyKind.PERSON:
            found[party.country or party.organisation or ""].append(party.name)
    return found


def _dates(mention: Mention, event: Event) -> Iterator[Likeness]:
    here, there = mention.when, event.when
    rare = habits(mention.type) in RARE
    if not (here.known and there.known):
        yield _undated(mention, event, rare=rare)
        return
    apart, precision = gap(here, there), coarser(here, there)
    if apart == 0:
        points = {Precision.DAY: 3.0, Precision.WEEK: 2.0, Precision.MONTH: 1.0}.get(precision, 0.0)
        seldom = habits(mention.type) in SELDOM and precision is not Precision.DAY
        yield Likeness("dates", points + (1.0 if seldom else 0.0), f"agree to the {precision.value}")
    elif apart == 1 and precision in (Precision.DAY, Precision.WEEK):
        yield Likeness("dates", 2.0 if rare else 0.0, "one day apart")
    elif apart <= 3:
        yield Likeness("dates", 0.0 if rare else -2.5, f"{apart} days apart")
    elif apart == 7 and precision is Precision.DAY:
        yield Likeness("dates", -2.0, "a week apart, as a weekday misread is")
    else:
        yield Likeness("dates", -6.0, f"{apart} days apart")


def _undated(mention: Mention, event: Event, *, rare: bool) -> Likeness:
    here, there = mention.when, event.when
    if Status.CANCELLED in (mention.status, event.status):
        return Likeness("dates", 0.0, "called off, and not dated by both")
    if not consistent(here, there):
        return Likeness("dates", -5.0, "one lies outside the other's bounds")
    ahead = Status.PLANNED in (mention.status, event.status) and here.start and there.start
    if ahead and here.start and there.start:
        apart = abs((here.start - there.start).days)
        points = 2.5 if apart <= 7 else 0.5 if apart <= 60 else -2.0
        return Likeness("dates", points, f"foreseen {apart} days apart")
    if _just_before(here, there):
        return Likeness("dates", 2.5 if rare else 1.0, "one just before the other was reported")
    return Likeness("dates", 0.8 if rare else -1.0, "not dated by both")


def _just_before(here: TimeSpan, there: TimeSpan) -> bool:
    """Whether one is dated and the other, of which only a last possible day is known, was told within a week of it."""
    dated, bound = (here, there) if here.known else (there, here)
    told = bound.end if bound.start is None else None
    return dated.known and dated.start is not None and told is not None and (told - dated.start).days <= _FRESH


def _place(mention: Mention, event: Event) -> Iterator[Likeness]:
    here, there = mention.place, event.place
    if here.country and there.country and here.country != there.country:
        yield Likeness("place", -2.5, f"{here.name or here.country} is not {there.name or there.country}")
    elif here.name and there.name:
        same = fuzz.ratio(here.name.casefold(), there.name.casefold()) >= _SAME_CITY
        yield Likeness("place", 1.0 if same else -1.0, f"{here.name} and {there.name}")
    elif here.country and there.country:
        yield Likeness("place", 0.4, f"both in {here.country}")


def _status(mention: Mention, event: Event) -> Iterator[Likeness]:
    pair = {mention.status, event.status}
    if pair == {Status.OCCURRED, Status.CANCELLED}:
        yield Likeness("status", -2.0, "one held, one called off")
    elif pair == {Status.PLANNED, Status.OCCURRED}:
        yield Likeness("status", -0.2, "one foreseen, one held")
    elif pair == {Status.CANCELLED}:
        yield Likeness("status", 1.5, "both called off")


def _wording(mention: Mention, event: Event) -> Iterator[Likeness]:
    """An agency tells what happens every day in nearly the same words, with another day in them."""
    quotes = [source.quote for source in event.sources if source.quote]
    pairs = [(sentence.text, quote) for sentence in mention.evidence for quote in quotes]
    if any(copied(*pair) for pair in pairs):
        yield Likeness("wording", 4.0, "one sentence is a copy of the other")
    elif consistent(mention.when, event.when) and any(nearly_the_same(*pair) for pair in pairs):
        yield Likeness("wording", 2.0, "nearly the same sentence is printed in both")
