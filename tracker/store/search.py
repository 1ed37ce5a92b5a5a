"""The statements that a filter or a mention asks for, built of conditions.

An event's `day` is what it is sorted by: its first day, else its last, else the earliest date there is. A participation
carries a copy of it, so that the newest events of a country are read off one index however many there are. An event is
`loose` when an end of it is open or it covers more than 31 days; all others lie close behind their day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tracker import reference
from tracker.model import Filter, Mention, Review, Status
from tracker.store.parties import country_identity, identities
from tracker.store.sql import EVENT_COLUMNS, LIVE, PLACES, SEARCH_KEY, Dialect, Statement
from tracker.store.words import contains, contains_words, search_terms

WINDOW = timedelta(days=21)
"""How far apart two sources may date one engagement."""

CLOSE = timedelta(days=31)
"""How many days an event that is not loose can cover."""

_PER_PARTY = 200
"""How many events of a party, before and after, a mention is compared with: no pair costs more than this."""

_MOST_PARTIES = 8

_MANY = 15_000
"""From so many events on that have what is asked for, the newest are not sought among all of them, but by day."""

_MANY_ON_A_SERVER = 1_000
"""The same of words on PostgreSQL, where counting further costs more than it saves."""

_VERY_MANY = 100_000
"""From so many on it is quicker to look into each event on the way than to list them all first."""

_COUNTED_TO = 1_000
"""Further than that nobody counts which of two countries has fewer events."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a question before the way to its answer is chosen: a server's planner has to see it too.

    `events` are how many have the words, people, bodies or tags asked for, counted no further than makes a difference;
    `party` is the only one of the name that is asked for, None where there are several, or none. `countries` are the
    keys, as parties, of the countries asked for that are on record, those with fewest events first.
    """

    events: int = 0
    party: int | None = None
    countries: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Query:
    """Conditions on `event e`, and the values bound in them."""

    known: Known = field(default_factory=Known)
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
        """The key of a country, 0 where it took part in nothing."""
        return self.bind(self.known.countries.get(country, 0))

    def known_as(self, identity: str) -> str:
        """The key of the party of that identity, or of the one under whose name it goes."""
        return f"(select coalesce(p.alias_of, p.id) from party p where p.identity = {self.bind(identity)})"


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
    match _narrow(asked):
        case "text" if terms := search_terms(asked.text, dialect):
            most = _VERY_MANY if dialect == "sqlite" else _MANY_ON_A_SERVER
            found = f"event_search s where {_holds(terms, dialect, query)} limit {most}"
        case "people" | "organisations" as name:
            told = "(select count(*) from (select 1 from participation x where x.party_id in (select id from called)"
            return (
                f"with called(id) as materialized ({_called(_named(asked, name, query))}) select min(id) as first, "
                f"max(id) as last, {told} limit {_MANY}) found) as events from called"
            ), query.binds
        case "tags":
            found = f"tag t where t.name in ({query.bind_all(asked.tags)}) limit {_MANY}"
        case _:
            return None
    return f"select count(*) as events, null as first, null as last from (select 1 from {found}) found", query.binds


def events(asked: Filter, dialect: Dialect, *, known: Known = Known()) -> Statement:
    """The events that a filter asks for, in its order; what is `known` of it tells which way leads to them soonest."""
    query = Query(known)
    paths = _paths(asked, query, dialect, known)
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


def _paths(asked: Filter, query: Query, dialect: Dialect, known: Known) -> list[_Path]:
    """The ways that together lead to every event asked for, and never two of them to the same.

    What the ways leave of the question becomes conditions on the events that they lead to.
    """
    by, few = _by_few(asked, query, dialect, known)
    _restrict(asked, query, dialect, but=by)
    if asked.text and by != "text":
        query.where(_found(asked.text, dialect, query, known))
    if few:
        return [few]
    ways = _by_country(asked, query) if asked.countries else _by_word(asked, query)
    return [way for path in ways for way in _in_time(path, asked, query)]


def _narrow(asked: Filter) -> str:
    """The field that few events have what is asked of it, mostly; empty where none is asked."""
    return next((name for name in ("text", "people", "organisations", "tags") if getattr(asked, name)), "")


def _by_few(asked: Filter, query: Query, dialect: Dialect, known: Known) -> tuple[str, _Path | None]:
    """By what is asked for that few events have: the name of its field, and the way to all of these."""
    name = _narrow(asked)
    if known.party is not None:
        theirs = ("e.key = c.event_key", f"c.party_id = {query.bind(known.party)}", "c.repeat = 0")
        return name, _Path("participation c cross join event e", "c", theirs)
    if known.events >= (_MANY_ON_A_SERVER if name == "text" and dialect == "postgresql" else _MANY):
        return "", None
    match name:
        case "text":
            terms = search_terms(asked.text, dialect)
            found = _holds(terms, dialect, query) if terms else "1 = 0"
            first = " offset 0" if dialect == "postgresql" else ""  # so that the server, too, begins with these
            told = f"select s.{SEARCH_KEY[dialect]} as event_key from event_search s where {found}{first}"
            way = _Path(f"({told}) few cross join event e", "e", ("e.key = few.event_key",))
        case "people" | "organisations":
            parties = _called(_named(asked, name, query))
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
    fewest = next((code for code in query.known.countries if code in (country, *asked.partners)), country)
    takes_part = ("e.key = c.event_key", f"c.party_id = {query.party(fewest)}", "c.repeat = 0")
    together = () if fewest == country else (_takes_part(party),)
    as_party = _Path("participation c cross join event e", "c", (*takes_part, *together))
    if asked.country_as == "party":
        return [as_party]
    return [as_party, _Path("event e", "e", (place, "e.third_country", f"not {_takes_part(party)}"))]


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


def _restrict(asked: Filter, query: Query, dialect: Dialect, *, but: str) -> None:
    """Everything that is asked for but the first country, the words, and the field that the way goes by."""
    own = "+" if dialect == "sqlite" else ""  # keeps SQLite from going by the keys, and not by the days
    query.where(LIVE)
    if not (asked.include_rejected or Review.REJECTED in asked.reviews):
        query.where("e.review <> 'rejected'")
    if asked.min_confidence > 0:
        query.where(f"(e.confidence is null or e.confidence >= {query.bind(asked.min_confidence)})")
    if asked.types:
        query.where(f"e.type in ({query.bind_all(asked.types)})")
    if asked.statuses:
        query.where(f"e.status in ({query.bind_all(status.value for status in asked.statuses)})")
    if asked.tags and but != "tags":
        query.where(f"{own}e.key in (select t.event_key from tag t where t.name in ({query.bind_all(asked.tags)}))")
    if asked.reviews:
        query.where(f"e.review in ({query.bind_all(review.value for review in asked.reviews)})")
    for country in asked.countries if but else asked.countries[1:]:
        query.any_of(_stands_as(asked.country_as, country, query))
    for partner in asked.partners:
        query.where(_takes_part(query.party(partner)))
    overlapping(query, asked.since, asked.until)
    for name in ("people", "organisations"):
        if getattr(asked, name) and but != name:
            parties = _called(_named(asked, name, query))
            told = f"select x.event_key from participation x where x.party_id in ({parties})"
            query.where(f"{own}e.key in ({told})")
    query.any_of([_place(name, query) for name in asked.places])


def _stands_as(country_as: str, country: str, query: Query) -> list[str]:
    party = [] if country_as == "place" else [_takes_part(query.party(country))]
    place = [] if country_as == "party" else [f"e.place_country = {query.bind(country)}"]
    return party + place


def _takes_part(party: str) -> str:
    """The day is that of the event, and named so that the party's index finds the one row.

    With its offset PostgreSQL asks it of one event after another, and does not join two long lists.
    """
    return (
        f"exists (select 1 from participation x where x.party_id = {party} and x.day = e.day and x.event_key = e.key "
        "limit 1 offset 0)"
    )


def overlapping(query: Query, since: date | None, until: date | None) -> None:
    """Within the days; an end that is not known is open."""
    if since:
        query.where(f"(e.end_day is null or e.end_day >= {query.bind(since.isoformat())})")
    if until:
        query.where(f"(e.start_day is null or e.start_day <= {query.bind(until.isoformat())})")


def _named(asked: Filter, field: str, query: Query) -> str:
    """Conditions on `party q`: a person of whose name one of the parts is, or a body of which whole words are."""
    if field == "people":
        likes = [f"q.kind = 'person' and q.folded like {query.bind(contains(name))}" for name in asked.people]
    else:
        words = [query.bind(contains_words(name)) for name in asked.organisations]
        likes = [f"q.kind = 'organisation' and ' ' || q.folded || ' ' like {one}" for one in words]
    return " or ".join(likes)


def _called(parties: str) -> str:
    """The parties that the conditions on `party q` find, under this or another of their names."""
    return f"select coalesce(q.alias_of, q.id) from party q where {parties}"


def _place(name: str, query: Query) -> str:
    country = reference.country(name)
    city = f"e.place_folded in ({PLACES} and ' ' || name || ' ' like {query.bind(contains_words(name))})"
    return f"({city} or e.place_country = {query.bind(country.code)})" if country else city


def _found(text: str, dialect: Dialect, query: Query, known: Known) -> str:
    """Whether an event holds the words: looked up in the list of all that do, or for each event where most would."""
    found = _holds(search_terms(text, dialect), dialect, query)
    key = SEARCH_KEY[dialect]
    if dialect == "sqlite" and known.events < _VERY_MANY:
        return f"+e.key in (select s.{key} from event_search s where {found})"
    return f"exists (select 1 from event_search s where s.{key} = e.key and {found} limit 1 offset 0)"


def _holds(terms: str, dialect: Dialect, query: Query) -> str:
    if dialect == "sqlite":
        return f"s.words match {query.bind(terms)}"
    return f"s.words @@ to_tsquery('simple', {query.bind(terms)})"


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
