"""The statements that a filter or a mention asks for, built of conditions.

An event's `day` is what it is sorted by: its first day, else its last, else the earliest date there is. A participation
carries a copy of it, so that the newest events of a country are read off one index however many there are. An event is
`loose` when an end of it is open or it covers more than 31 days; all others lie close behind their day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tracker import reference
from tracker.model import Filter, Mention, PartyKind, Review
from tracker.store.parties import country_identity, identities
from tracker.store.sql import EVENT_COLUMNS, LIVE, Dialect, Statement
from tracker.store.words import contains, contains_words, search_terms

WINDOW = timedelta(days=21)
"""How far apart two sources may date one engagement."""

CLOSE = timedelta(days=31)
"""How many days an event that is not loose can cover."""

_PER_PARTY = 100
"""How many events of a party, before and after, a mention is compared with: no pair costs more than this."""

_MOST_PARTIES = 8


@dataclass(slots=True)
class Query:
    """Conditions on `event e`, and the values bound in them."""

    conditions: list[str] = field(default_factory=list)
    binds: dict[str, object] = field(default_factory=dict)

    def bind(self, value: object) -> str:
        name = f"b{len(self.binds)}"
        self.binds[name] = value
        return f":{name}"

    def bind_all(self, values: Iterable[object]) -> str:
        return ", ".join(self.bind(value) for value in values)

    def where(self, condition: str) -> None:
        self.conditions.append(condition)

    def any_of(self, alternatives: Sequence[str]) -> None:
        """One of the alternatives; anything where there are none."""
        if alternatives:
            self.where(f"({' or '.join(alternatives)})")

    def party(self, country: str) -> str:
        return self.known_as(country_identity(country))

    def known_as(self, identity: str) -> str:
        """The key of the party of that identity, or of the one under whose name it goes."""
        return f"(select coalesce(p.alias_of, p.id) from party p where p.identity = {self.bind(identity)})"


@dataclass(frozen=True, slots=True)
class _Path:
    """One way to the events: the tables to walk, and the one of them whose index gives the order."""

    tables: str
    by: str
    conditions: tuple[str, ...] = ()


def events(asked: Filter, dialect: Dialect) -> Statement:
    """The events that a filter asks for, in its order."""
    query = _restricted(asked, dialect)
    paths = _paths(asked, query)
    direction = "desc" if asked.latest_first else "asc"
    limit = f" limit {query.bind(asked.limit)}" if asked.limit is not None else ""
    walks = [_walk(path, query, direction, limit) for path in paths]
    if len(walks) == 1:
        return walks[0], query.binds
    both = " union all ".join(f"select * from ({walk}) walk{number}" for number, walk in enumerate(walks))
    return f"{both} order by day {direction}, key {direction}{limit}", query.binds


def _walk(path: _Path, query: Query, direction: str, limit: str) -> str:
    """The events on one way, read in order off its index, so that a limit stops it early."""
    key = "c.event_key" if path.by == "c" else "e.key"
    return (
        f"select {EVENT_COLUMNS}, {path.by}.day as day from {path.tables} "
        f"where {' and '.join([*path.conditions, *query.conditions])} "
        f"order by {path.by}.day {direction}, {key} {direction}{limit}"
    )


def _paths(asked: Filter, query: Query) -> list[_Path]:
    """The ways that together lead to every event asked for, and never two of them to the same."""
    return [way for path in _by_country(asked, query) for way in _in_time(path, asked, query)]


def _by_country(asked: Filter, query: Query) -> list[_Path]:
    """By the index of the first country, where one is asked for: as a party, as the place, or both."""
    if not asked.countries:
        return [_Path("event e", "e")]
    country = asked.countries[0]
    party = query.party(country)
    takes_part = ("e.key = c.event_key", f"c.party_id = {party}", "c.repeat = 0")
    as_party = _Path("participation c cross join event e", "c", takes_part)
    place = f"e.place_country = {query.bind(country)}"
    if asked.country_as == "party":
        return [as_party]
    if asked.country_as == "place":
        return [_Path("event e", "e", (place,))]
    return [as_party, _Path("event e", "e", (place, f"not {_takes_part(party)}"))]


def _in_time(path: _Path, asked: Filter, query: Query) -> list[_Path]:
    """Through the days of a window, where one is asked for; the loose events, being few, are looked through by day."""
    if not (asked.since or asked.until):
        return [path]
    days = _days(query, path.by, asked.since and _before(asked.since, CLOSE), asked.until)
    close = replace(path, conditions=(*path.conditions, f"not {path.by}.loose", *days))
    return [close, replace(path, conditions=(*path.conditions, f"{path.by}.loose"))]


def _restricted(asked: Filter, dialect: Dialect) -> Query:
    """Everything that is asked for but the first country."""
    query = Query()
    query.where(LIVE)
    if not (asked.include_rejected or Review.REJECTED in asked.reviews):
        query.where("e.review <> 'rejected'")
    if asked.min_confidence > 0:
        query.where(f"(e.confidence is null or e.confidence >= {query.bind(asked.min_confidence)})")
    if asked.types:
        query.where(f"e.type in ({query.bind_all(asked.types)})")
    if asked.statuses:
        query.where(f"e.status in ({query.bind_all(status.value for status in asked.statuses)})")
    if asked.tags:
        query.where(f"e.key in (select t.event_key from tag t where t.name in ({query.bind_all(asked.tags)}))")
    if asked.reviews:
        query.where(f"e.review in ({query.bind_all(review.value for review in asked.reviews)})")
    for country in asked.countries[1:]:
        query.any_of(_stands_as(asked.country_as, country, query))
    for partner in asked.partners:
        query.where(_takes_part(query.party(partner)))
    overlapping(query, asked.since, asked.until)
    query.any_of([_person(name, query) for name in asked.people])
    query.any_of([_organisation(name, query) for name in asked.organisations])
    query.any_of([_place(name, query) for name in asked.places])
    if asked.text:
        query.where(_found(asked.text, dialect, query))
    return query


def _stands_as(country_as: str, country: str, query: Query) -> list[str]:
    party = [] if country_as == "place" else [_takes_part(query.party(country))]
    place = [] if country_as == "party" else [f"e.place_country = {query.bind(country)}"]
    return party + place


def _takes_part(party: str) -> str:
    """The day is that of the event, and named so that the party's index finds the one row."""
    return (
        f"exists (select 1 from participation x where x.party_id = {party} and x.day = e.day and x.event_key = e.key)"
    )


def overlapping(query: Query, since: date | None, until: date | None) -> None:
    """Within the days; an end that is not known is open."""
    if since:
        query.where(f"(e.end_day is null or e.end_day >= {query.bind(since.isoformat())})")
    if until:
        query.where(f"(e.start_day is null or e.start_day <= {query.bind(until.isoformat())})")


def _person(name: str, query: Query) -> str:
    return _party_like(PartyKind.PERSON, f"q.folded like {query.bind(contains(name))}")


def _organisation(name: str, query: Query) -> str:
    return _party_like(PartyKind.ORGANISATION, f"' ' || q.folded || ' ' like {query.bind(contains_words(name))}")


def _party_like(kind: PartyKind, condition: str) -> str:
    """Whether a party of that name takes part, under this or another of its names."""
    return f"""e.key in (select x.event_key from participation x where x.party_id in (
            select coalesce(q.alias_of, q.id) from party q where q.kind = '{kind.value}' and {condition}))"""


def _place(name: str, query: Query) -> str:
    country = reference.country(name)
    city = f"' ' || e.place_folded || ' ' like {query.bind(contains_words(name))}"
    return f"({city} or e.place_country = {query.bind(country.code)})" if country else city


def _found(text: str, dialect: Dialect, query: Query) -> str:
    terms = search_terms(text, dialect)
    if not terms:
        return "1 = 0"
    if dialect == "sqlite":
        return f"e.key in (select rowid from event_search where event_search match {query.bind(terms)})"
    return (
        f"e.key in (select s.event_key from event_search s where s.words @@ to_tsquery('simple', {query.bind(terms)}))"
    )


def candidates(mention: Mention, types: Sequence[str]) -> Statement | None:
    """Keys and days of events that a mention could tell, once for each party it shares; None when it has none.

    Looked at are, for each party, the events nearest in time and those that nothing dates.
    """
    query = Query()
    if types:
        query.where(f"e.type in ({query.bind_all(types)})")
    query.where(LIVE)
    overlapping(query, *_window(mention))
    walks = [
        walk
        for identity in identities(mention)[:_MOST_PARTIES]
        for walk in _near(mention, query.known_as(identity), query)
    ]
    text = " union ".join(f"select * from ({walk}) walk{number}" for number, walk in enumerate(walks))
    return (text, query.binds) if walks else None


def _near(mention: Mention, party: str, query: Query) -> Iterator[str]:
    """The ways along a party's index: back from the mention's day, on from it, and over the loose events."""
    first, last = _window(mention)
    pivot = mention.when.start if mention.when.known else mention.when.end or mention.when.start
    yield _step(party, query, _days(query, "c", first and _before(first, CLOSE), pivot), "desc")
    if pivot:
        yield _step(party, query, _days(query, "c", _after(pivot, timedelta(days=1)), last), "asc")
    yield _step(party, query, ["c.loose"], "desc")


def _step(party: str, query: Query, along: Sequence[str], direction: str) -> str:
    conditions = ["e.key = c.event_key", f"c.party_id = {party}", "c.repeat = 0", *along, *query.conditions]
    return (
        "select c.event_key, c.party_id, c.day from participation c cross join event e "
        f"where {' and '.join(conditions)} order by c.day {direction} limit {_PER_PARTY}"
    )


def _days(query: Query, table: str, first: date | None, last: date | None) -> list[str]:
    after = [f"{table}.day >= {query.bind(first.isoformat())}"] if first else []
    return after + ([f"{table}.day <= {query.bind(last.isoformat())}"] if last else [])


def _window(mention: Mention) -> tuple[date | None, date | None]:
    """The days within which the mention's engagement may be dated by another source."""
    when = mention.when
    return when.start and _before(when.start, WINDOW), when.end and _after(when.end, WINDOW)


def _before(day: date, days: timedelta) -> date:
    return day - days if day - date.min > days else date.min


def _after(day: date, days: timedelta) -> date:
    return day + days if date.max - day > days else date.max
