"""What speaks for and against a mention telling an event, each by its name and weight.

Points are logarithms of odds: they add up, and what is not told by both sides weighs nothing. They were set by hand and
then moved by what `python -m bench.resolution --errors` showed on one half of the labelled reports; the other half says
how far that holds for reports that nothing was fitted to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from rapidfuzz import fuzz

from tracker.model import Event, Mention, Precision, Status, TimeSpan
from tracker.resolve.kinds import RARE, SELDOM, TOLD_APART, compatible_types, habits
from tracker.resolve.people import Match, match
from tracker.resolve.spans import coarser, consistent, gap
from tracker.resolve.traits import Traits, traits
from tracker.resolve.wording import copied, nearly_the_same

_SAME_CITY = 90
"""The least likeness, of 100, of two spellings of one city."""

_FRESH = 7
"""Days within which a report that gives no day is of the latest such act, and not of one before."""


_COPIED, _REWORDED, _SAME_PERSON, _CALLED_OFF = 4.0, 2.0, 1.5, 1.5
"""The most points that the words of two reports can give, a person in both, and that both tell of no engagement."""

_FAR = -6.0
"""The points of days that are too far apart for any misreading."""

_ALL_ELSE = 6.0
"""The most points that everything but days, status, people and words can give together."""


class Likeness(NamedTuple):
    """One thing that a mention and an event have in common, or not; positive `points` speak for their being one."""

    name: str
    points: float
    note: str

    def __str__(self) -> str:
        """The likeness as a reason that a person reads."""
        return f"{self.name}: {self.note} ({self.points:+.1f})"


Compare = Callable[[Traits, Traits], Iterable[Likeness]]


def likenesses(mention: Mention, event: Event) -> list[Likeness]:
    """All that can be said of the two, in a fixed order."""
    return compared(traits(mention), traits(event))


def compared(mention: Traits, event: Traits) -> list[Likeness]:
    """The same of what is known of them."""
    return [likeness for compare in _IN_ORDER for likeness in compare(mention, event)]


def most(mention: Traits, event: Traits) -> float:
    """What the points of `compared` can add up to at most, in a fraction of its time."""
    points = sum(likeness.points for compare in _QUICK for likeness in compare(mention, event))
    return points + _most_of_people(mention, event) + _most_of_words(mention, event)


def too_far(mention: Traits, event: Event, *, least: float) -> bool:
    """Whether the days alone keep the points of `compared` below `least`, whatever else the two have in common."""
    apart = gap(mention.when, event.when)
    if apart <= 3 or apart == 7 or not (mention.when.known and event.when.known):
        return False
    called_off = _CALLED_OFF if mention.status is Status.CANCELLED else 0.0
    if _FAR + called_off + _ALL_ELSE + _SAME_PERSON * len(mention.people) >= least:
        return False
    return not any(copied(one, source.quote) for one in mention.words for source in event.sources)


def _type(mention: Traits, event: Traits) -> Iterator[Likeness]:
    if mention.type == event.type:
        yield Likeness("type", 1.0, f"both {event.type}")
    elif event.type not in compatible_types(mention.type):
        yield Likeness("type", -9.0, f"{mention.type} and {event.type} are different acts")
    else:
        points = -2.0 if frozenset((mention.type, event.type)) in TOLD_APART else -1.0
        yield Likeness("type", points, f"{mention.type} and {event.type} may be the same act")


def _subtype(mention: Traits, event: Traits) -> Iterator[Likeness]:
    if mention.type == event.type and mention.subtype and event.subtype:
        if mention.subtype == event.subtype:
            yield Likeness("subtype", 0.5, f"both {event.subtype}")
        elif mention.type in ("mission", "recognition"):
            yield Likeness("subtype", -4.0, f"{mention.subtype} is not {event.subtype}")
        else:
            yield Likeness("subtype", -0.5, f"{mention.subtype} is not {event.subtype}")


def _parties(mention: Traits, event: Traits) -> Iterator[Likeness]:
    here, there = mention.countries, event.countries
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


def _overlapping(mention: Traits, event: Traits, shared: int) -> float:
    """The points of countries in both, with others in each: of a gathering, a report names those that it cares for."""
    if mention.type == event.type == "summit":
        return 0.5 if shared > 1 else -0.5
    many = "summit" in (mention.type, event.type) or min(len(mention.countries), len(event.countries)) > 2
    return -0.5 if many else -4.0


def _roles(mention: Traits, event: Traits) -> Iterator[Likeness]:
    here, there = mention.sides, event.sides
    both = here.keys() & there.keys()
    if mention.type != event.type or not both:
        return
    if any(here[country].isdisjoint(there[country]) for country in both):
        yield Likeness("roles", -5.0, "the same countries the other way round")
    else:
        yield Likeness("roles", 0.5, "the same countries in the same roles")


def _organisations(mention: Traits, event: Traits) -> Iterator[Likeness]:
    here, there = mention.organisations, event.organisations
    if here and there:
        if shared := here & there:
            yield Likeness("organisations", 1.0, f"both {', '.join(sorted(shared))}")
        else:
            alone = not (mention.countries and event.countries)
            yield Likeness("organisations", -5.0 if alone else -1.5, "different ones")


def _people(mention: Traits, event: Traits) -> Iterator[Likeness]:
    """By whom they act for: a counterpart who is another person is another meeting.

    Who travelled also sat at the table, so the same people do not make a visit and a meeting one.
    """
    if frozenset((mention.type, event.type)) in TOLD_APART:
        return
    here, there = mention.people, event.people
    for principal in sorted(here.keys() & there.keys()):
        best, one, other = max((match(a, b), a, b) for a in here[principal] for b in there[principal])
        if best is Match.NO:
            yield Likeness("people", -3.0, f"{one} is not {other}")
        else:
            yield Likeness(
                "people", _SAME_PERSON if best is Match.FULL else 1.0, one if one == other else f"{one} is {other}"
            )


def _dates(mention: Traits, event: Traits) -> Iterator[Likeness]:
    here, there = mention.when, event.when
    if not (here.known and there.known):
        yield _undated(mention, event)
        return
    apart, precision = gap(here, there), coarser(here, there)
    if apart == 0:
        points = {Precision.DAY: 3.0, Precision.WEEK: 2.0, Precision.MONTH: 1.0}.get(precision, 0.0)
        seldom = precision is not Precision.DAY and habits(mention.type) in SELDOM
        yield Likeness("dates", points + (1.0 if seldom else 0.0), f"agree to the {precision.value}")
    elif apart == 1 and precision in (Precision.DAY, Precision.WEEK):
        yield Likeness("dates", 2.0 if _rare(mention) else 0.0, "one day apart")
    elif apart <= 3:
        yield Likeness("dates", 0.0 if _rare(mention) else -2.5, f"{apart} days apart")
    elif apart == 7 and precision is Precision.DAY:
        yield Likeness("dates", -2.0, "a week apart, as a weekday misread is")
    else:
        yield Likeness("dates", _FAR, f"{apart} days apart")


def _rare(mention: Traits) -> bool:
    return habits(mention.type) in RARE


def _undated(mention: Traits, event: Traits) -> Likeness:
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
        return Likeness("dates", 2.5 if _rare(mention) else 1.0, "one just before the other was reported")
    return Likeness("dates", 0.8 if _rare(mention) else -1.0, "not dated by both")


def _just_before(here: TimeSpan, there: TimeSpan) -> bool:
    """Whether one is dated and the other, of which only a last possible day is known, was told within a week of it."""
    dated, bound = (here, there) if here.known else (there, here)
    told = bound.end if bound.start is None else None
    return dated.known and dated.start is not None and told is not None and (told - dated.start).days <= _FRESH


def _place(mention: Traits, event: Traits) -> Iterator[Likeness]:
    here, there = mention.place, event.place
    if here.country and there.country and here.country != there.country:
        yield Likeness("place", -2.5, f"{here.name or here.country} is not {there.name or there.country}")
    elif here.name and there.name:
        same = fuzz.ratio(here.name.casefold(), there.name.casefold()) >= _SAME_CITY
        yield Likeness("place", 1.0 if same else -1.0, f"{here.name} and {there.name}")
    elif here.country and there.country:
        yield Likeness("place", 0.4, f"both in {here.country}")


def _status(mention: Traits, event: Traits) -> Iterator[Likeness]:
    pair = {mention.status, event.status}
    if pair == {Status.OCCURRED, Status.CANCELLED}:
        yield Likeness("status", -2.0, "one held, one called off")
    elif pair == {Status.PLANNED, Status.OCCURRED}:
        yield Likeness("status", -0.2, "one foreseen, one held")
    elif pair == {Status.CANCELLED}:
        yield Likeness("status", _CALLED_OFF, "both called off")


def _wording(mention: Traits, event: Traits) -> Iterator[Likeness]:
    """An agency tells what happens every day in nearly the same words, with another day in them."""
    pairs = [(one, other) for one in mention.words for other in event.words]
    if any(copied(*pair) for pair in pairs):
        yield Likeness("wording", _COPIED, "one sentence is a copy of the other")
    elif consistent(mention.when, event.when) and any(nearly_the_same(*pair) for pair in pairs):
        yield Likeness("wording", _REWORDED, "nearly the same sentence is printed in both")


def _most_of_people(mention: Traits, event: Traits) -> float:
    return _SAME_PERSON * len(mention.people.keys() & event.people.keys())


def _most_of_words(mention: Traits, event: Traits) -> float:
    """Looking for a copy is quick; for what is nearly the same it is not."""
    if any(copied(one, other) for one in mention.words for other in event.words):
        return _COPIED
    return _REWORDED if consistent(mention.when, event.when) else 0.0


_IN_ORDER: tuple[Compare, ...] = (
    *(_type, _subtype, _parties, _roles, _organisations, _people, _dates, _place, _status, _wording),
)
_QUICK: tuple[Compare, ...] = (_type, _subtype, _parties, _roles, _organisations, _dates, _place, _status)
