"""The statements that a filter or a mention asks for, built of conditions.

An event's `day` is what it is sorted by: its first day, else its last, else the earliest date there is. A participation
carries a copy of it, so that the newest events of a country are read off one index however many there are. An event is
`loose` when an end of it is open or it covers more than 31 days; all others lie close behind their day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tracker.model import Filter, Mention, Status
from tracker.store.conditions import (
    VERY_MANY,
    Query,
    Survey,
    called,
    holds,
    named,
    narrow,
    overlapping,
    restrict,
    takes_part,
    tells,
)
from tracker.store.parties import country_identity, identities
from tracker.store.sql import EVENT_COLUMNS, LIVE, SEARCH_KEY, Dialect, Statement
from tracker.store.words import search_terms

WINDOW = timedelta(days=21)
"""How far apart two sources may date one engagement."""

CLOSE = timedelta(days=31)
"""How many days an event that is not loose can cover."""

_PER_PARTY = 100
"""How many events of a party, before and after, a mention is compared with: no pair costs more than this."""

_MOST_PARTIES = 8

_MANY = 15_000
"""From so many events on that have what is asked for, the newest are not sought among all of them, but by day."""

_MANY_ON_A_SERVER = 1_000
"""The same of words on PostgreSQL, where counting further costs more than it saves."""

_COUNTED_TO = 1_000
"""Further than that nobody counts which of two countries has fewer events."""


_UNSEEN = Survey()


@dataclass(frozen=True, slots=True)
class _Path:
    """One way to the events: the tables to walk, and the one of them whose index gives the order."""

    tables: str
    by: str
    conditions: tuple[str, ...] = ()


def parties(asked: Filter) -> Statement | None:
    """What gives the `identity` and the `id` of each country asked for, those with fewest events first."""
    if not (codes := dict.fromkeys((*asked.countries, *asked.partners))):
        return None
    query = Query()
    return (
        "select p.identity, coalesce(p.alias_of, p.id) as id, (select count(*) from (select 1 from participation n "
        f"where n.party_id = coalesce(p.alias_of, p.id) limit {_COUNTED_TO}) counted) as events "
        f"from party p where p.identity in ({query.bind_all(map(country_identity, codes))}) order by events"
    ), query.binds


def matching(asked: Filter, dialect: Dialect) -> Statement | None:
    """What gives `events` and, of people and bodies, the `first` and the `last` party that are called so.

    None where nothing of the kind is asked for.
    """
    query = Query()
    match narrow(asked):
        case "text" if terms := search_terms(asked.text, dialect):
            most = VERY_MANY if dialect == "sqlite" else _MANY_ON_A_SERVER
            found = f"event_search s where {holds(terms, dialect, query)} limit {most}"
        case "people" | "organisations" as name:
            told = "(select count(*) from (select 1 from participation x where x.party_id in (select id from called)"
            return (
                f"with called(id) as materialized ({called(named(asked, name, query))}) select min(id) as first, "
                f"max(id) as last, {told} limit {_MANY}) found) as events from called"
            ), query.binds
        case "tags":
            found = f"tag t where t.name in ({query.bind_all(asked.tags)}) limit {_MANY}"
        case _:
            return None
    return f"select count(*) as events, null as first, null as last from (select 1 from {found}) found", query.binds


def events(asked: Filter, dialect: Dialect, *, survey: Survey = _UNSEEN) -> Statement:
    """The events that a filter asks for, in its order; its `survey` tells which way leads to them soonest."""
    query = Query(survey)
    paths = _paths(asked, query, dialect, survey)
    direction = "desc" if asked.latest_first else "asc"
    limit = f" limit {query.bind(asked.limit)}" if asked.limit is not None else ""
    walks = [_walk(path, query, direction, limit) for path in paths]
    if len(walks) == 1:
        return walks[0], query.binds
    both = " union all ".join(f"select * from ({walk}) walk{number}" for number, walk in enumerate(walks))
    return f"{both} order by day {direction}, key {direction}{limit}", query.binds


def _walk(path: _Path, query: Query, direction: str, limit: str) -> str:
    """The events on one way, read in order off its index, so that a limit stops it early."""
    key = "e.key" if path.by == "e" else f"{path.by}.event_key"
    return (
        f"select {EVENT_COLUMNS}, {path.by}.day as day from {path.tables} "
        f"where {' and '.join([*path.conditions, *query.conditions])} "
        f"order by {path.by}.day {direction}, {key} {direction}{limit}"
    )


def _paths(asked: Filter, query: Query, dialect: Dialect, survey: Survey) -> list[_Path]:
    """The ways that together lead to every event asked for, and never two of them to the same.

    What the ways leave of the question becomes conditions on the events that they lead to.
    """
    by, few = _by_few(asked, query, dialect, survey)
    restrict(asked, query, dialect, but=by)
    if asked.text and by != "text":
        query.where(tells(asked.text, dialect, query, survey))
    if few:
        return [few]
    ways = _by_country(asked, query) if asked.countries else _by_word(asked, query)
    return [way for path in ways for way in _in_time(path, asked, query)]


def _by_few(asked: Filter, query: Query, dialect: Dialect, survey: Survey) -> tuple[str, _Path | None]:
    """By what is asked for that few events have: the name of its field, and the way to all of these."""
    name = narrow(asked)
    if survey.party is not None:
        theirs = ("e.key = c.event_key", f"c.party_id = {query.bind(survey.party)}", "c.repeat = 0")
        return name, _Path("participation c cross join event e", "c", theirs)
    if survey.events >= (_MANY_ON_A_SERVER if name == "text" and dialect == "postgresql" else _MANY):
        return "", None
    match name:
        case "text":
            terms = search_terms(asked.text, dialect)
            held = holds(terms, dialect, query) if terms else "1 = 0"
            first = " offset 0" if dialect == "postgresql" else ""  # so that the server, too, begins with these
            told = f"select s.{SEARCH_KEY[dialect]} as event_key from event_search s where {held}{first}"
            way = _Path(f"({told}) few cross join event e", "e", ("e.key = few.event_key",))
        case "people" | "organisations":
            parties = called(named(asked, name, query))
            told = f"select distinct x.event_key, x.day from participation x where x.party_id in ({parties})"
            way = _Path(f"({told}) few cross join event e", "few", ("e.key = few.event_key",))
        case "tags":
            told = f"select distinct t.event_key from tag t where t.name in ({query.bind_all(asked.tags)})"
            way = _Path(f"({told}) few cross join event e", "e", ("e.key = few.event_key",))
        case _:
            return "", None
    return name, way


def _by_country(asked: Filter, query: Query) -> list[_Path]:
    """By the index of a country: as a party, as the place, or both."""
    country = asked.countries[0]
    party = query.party(country)
    place = f"e.place_country = {query.bind(country)}"
    if asked.country_as == "place":
        return [_Path("event e", "e", (place,))]
    fewest = next((code for code in query.survey.countries if code in (country, *asked.partners)), country)
    along = ("e.key = c.event_key", f"c.party_id = {query.party(fewest)}", "c.repeat = 0")
    together = () if fewest == country else (takes_part(party),)
    as_party = _Path("participation c cross join event e", "c", (*along, *together))
    if asked.country_as == "party":
        return [as_party]
    return [as_party, _Path("event e", "e", (place, "e.third_country", f"not {takes_part(party)}"))]


def _by_word(asked: Filter, query: Query) -> list[_Path]:
    """By the index of the type, the status or the place, where one is asked for; else through all days."""
    if asked.types:
        return [_Path("event e", "e", (f"e.type = {query.bind(kind)}",)) for kind in dict.fromkeys(asked.types)]
    if asked.statuses and Status.OCCURRED not in asked.statuses:
        return [
            _Path("event e", "e", (f"e.status = {query.bind(one.value)}",)) for one in dict.fromkeys(asked.statuses)
        ]
    return [_Path("event e", "e")]


def _in_time(path: _Path, asked: Filter, query: Query) -> list[_Path]:
    """Through the days of a window, where one is asked for; the loose events, being few, are looked through by day."""
    if not (asked.since or asked.until):
        return [path]
    days = _days(query, path.by, asked.since and _before(asked.since, CLOSE), asked.until)
    close = replace(path, conditions=(*path.conditions, f"not {path.by}.loose", *days))
    return [close, replace(path, conditions=(*path.conditions, f"{path.by}.loose"))]


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
