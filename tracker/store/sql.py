"""Everything that is read from the database, as SQL with named binds that SQLite and PostgreSQL both run.

An event's `day` is what it is sorted by: its first day, else its last, else the earliest date there is. A participation
carries a copy of it, so that the newest events of a country are read off one index however many there are. An event is
`loose` when an end of it is open or it covers more than 31 days; all others lie close behind their day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from tracker import reference
from tracker.model import Filter, Mention, PartyKind, Review
from tracker.store.parties import country_identity, identities
from tracker.store.words import contains, contains_words, search_terms

Dialect = Literal["sqlite", "postgresql"]
Statement = tuple[str, dict[str, object]]

TABLES: Mapping[Dialect, str] = {
    "sqlite": "select name from sqlite_master where type = 'table'",
    "postgresql": "select table_name as name from information_schema.tables where table_schema = current_schema()",
}
REVISION = "select version_num from alembic_version"

_EVENT = """
    e.key, e.id, e.type, e.subtype, e.status, e.start_day, e.end_day, e.precision, e.date_text, e.date_basis, e.title,
    e.note, e.place_name, e.place_country, e.latitude, e.longitude, e.confidence, e.review, e.origin, e.conflicts,
    e.deleted, (select t.id from event t where t.key = e.merged_into) as merged_into
"""
LIVE = "not e.deleted and e.merged_into is null"

EVENT = f"select {_EVENT} from event e where e.id = :id"
EVENTS_BY_KEYS = f"select {_EVENT} from event e where e.key in ({{keys}})"
EVENT_BY_FINGERPRINT = "select id from event where fingerprint = :fingerprint"
EVERY_EVENT = f"select {_EVENT} from event e order by e.key"
EVENTS_BY_PREFIX = """
    select e.id from event e where e.id like :pattern and not e.deleted order by e.id limit 9
"""

PARTICIPANTS = """
    select c.event_key, p.kind, c.name, c.role, c.country, c.organisation, c.office
    from participation c join party p on p.id = coalesce(c.named_id, c.party_id)
    where c.event_key in ({keys}) order by c.event_key, c.ordinal
"""
SOURCES = """
    select m.event_key, m.evidence, m.trigger_text, m.date_text as mention_date_text, d.name, d.title, d.publisher,
        d.url, d.digest, d.published_start, d.published_end, d.published_precision, d.published_text, d.published_basis
    from mention m join document d on d.id = m.document_id
    where m.event_key in ({keys}) and m.live order by m.event_key, d.published_start, m.id
"""
CITATIONS = """
    select event_key, name, url, publisher, title, quote from citation
    where event_key in ({keys}) order by event_key, ordinal
"""
TAGS = "select event_key, name from tag where event_key in ({keys}) order by event_key, name"
HISTORY = """
    select distinct event_key, operation_id from change where event_key in ({keys}) order by event_key, operation_id
"""

_MOST_KNOWN = 2000
KNOWN_PARTIES = f"""
    select p.kind, c.name, null as role, c.country, c.organisation, c.office
    from participation c join party p on p.id = coalesce(c.named_id, c.party_id) join event e on e.key = c.event_key
    where {LIVE} group by p.kind, c.name, c.country, c.organisation, c.office
    order by max(c.day) desc, c.name limit {_MOST_KNOWN}
"""
KNOWN_PLACES = f"""
    select e.place_name, e.place_country from event e where e.place_name is not null and {LIVE}
    group by e.place_name, e.place_country order by max(e.day) desc, e.place_name limit {_MOST_KNOWN}
"""
KNOWN_TAGS = f"""
    select t.name from tag t join event e on e.key = t.event_key where {LIVE}
    group by t.name order by max(e.day) desc, t.name limit {_MOST_KNOWN}
"""
KNOWN_SOURCES = f"""
    select coalesce(nullif(t.url, ''), t.name) as name from citation t join event e on e.key = t.event_key where {LIVE}
    group by coalesce(nullif(t.url, ''), t.name) order by max(e.key) desc limit {_MOST_KNOWN}
"""
LAST_ADDED = f"""
    select c.event_key as key
    from operation o join change c on c.operation_id = o.id join event e on e.key = c.event_key
    where o.author = :author and o.command = 'add' and {LIVE} order by o.id desc limit 1
"""

_CLAIM = """
    select m.*, d.name, d.title as headline, d.digest, d.published_start, d.published_end, d.published_precision,
        d.published_text, d.published_basis
    from mention m join document d on d.id = m.document_id
"""
CLAIMS = f"{_CLAIM} where m.event_key = :key and m.live order by m.id"
CLAIMS_IN = f"{_CLAIM} where m.document_id = :document and m.live order by m.id"
_CHANGE = """
    select c.id, c.event_key, e.id as event_id, c.field, c.old_value, c.new_value, c.undoes, c.operation_id, o.author,
        o.origin, o.command, o.reason, o.at
    from change c join operation o on o.id = c.operation_id join event e on e.key = c.event_key
"""
CHANGES = f"{_CHANGE} where c.event_key = :key order by c.id"
CHANGES_OF = f"{_CHANGE} where c.operation_id = :operation order by c.id"

_UNDONE = """exists (select 1 from operation u where u.undoes = o.id
    and not exists (select 1 from operation r where r.undoes = u.id))"""
_OPERATION = f"""
    select o.id, o.author, o.origin, o.command, o.reason, o.at, o.undoes, {_UNDONE} as undone from operation o
"""
OPERATION = f"{_OPERATION} where o.id = :operation"
OPERATIONS = f"{_OPERATION} order by o.id desc limit :limit"
OPERATIONS_ON = f"""
    {_OPERATION} where o.id in (select c.operation_id from change c where c.event_key = :key)
        or o.id in (select j.operation_id from judgement j where j.event_key = :key or j.other_event_key = :key)
    order by o.id desc limit :limit
"""
LAST_DONE = f"""
    {_OPERATION} where o.author = :author and o.origin <> 'machine' and o.undoes is null and not {_UNDONE}
    order by o.id desc limit 1
"""
LAST_UNDONE = """
    select o.undoes as id from operation o join operation d on d.id = o.undoes
    where o.author = :author and d.undoes is null and not exists (select 1 from operation r where r.undoes = o.id)
    order by o.id desc limit 1
"""
BRINGING_AGAIN = """
    select r.id from operation r join operation u on u.id = r.undoes where u.undoes = :operation
    order by r.id desc limit 1
"""
TAKING_BACK = """
    select u.id from operation u where u.undoes = :operation
        and not exists (select 1 from operation r where r.undoes = u.id)
"""

_JUDGEMENT = """
    select j.*, e.id as event_id, x.id as other_id, o.author, o.command, o.reason as why, o.at
    from judgement j join event e on e.key = j.event_key join operation o on o.id = j.operation_id
        left join event x on x.key = j.other_event_key
"""
JUDGEMENTS_OF = f"{_JUDGEMENT} where j.operation_id = :operation order by j.id"
JUDGEMENTS_ON_MENTION = f"{_JUDGEMENT} where j.mention_id = :mention and j.withdrawn_by is null order by j.id"
JUDGEMENTS_WITHDRAWN = f"{_JUDGEMENT} where j.withdrawn_by = :operation order by j.id"
JUDGEMENTS_ON = f"{_JUDGEMENT} where j.event_key in ({{keys}}) or j.other_event_key in ({{keys}}) order by j.id"
OPEN_MATCHES = """
    with recursive up(key, above) as (
        select e.key, e.key from event e join judgement j on e.key in (j.event_key, j.other_event_key)
            where j.verdict = 'unsure' and j.withdrawn_by is null
        union select up.key, e.merged_into from up join event e on e.key = up.above where e.merged_into is not null)
    select j.*, e.id as event_id, x.id as other_id, o.author, o.command, o.reason as why, o.at
    from judgement j join operation o on o.id = j.operation_id
        join up here on here.key = j.event_key join event e on e.key = here.above and e.merged_into is null
        join up there on there.key = j.other_event_key join event x on x.key = there.above and x.merged_into is null
    where j.verdict = 'unsure' and j.withdrawn_by is null and e.key <> x.key
        and not e.deleted and not x.deleted and e.review <> 'rejected' and x.review <> 'rejected'
        and not exists (
            select 1 from judgement d where d.verdict = 'different' and d.withdrawn_by is null
                and e.key in (d.event_key, d.other_event_key) and x.key in (d.event_key, d.other_event_key))
    order by j.id
"""
MENTIONS_WITH = """
    select j.mention_id from judgement j join mention m on m.id = j.mention_id
    where j.event_key = :key and j.verdict = 'same' and j.withdrawn_by is null and m.live
"""

FAMILY = """
    with recursive family(key) as (
        select e.key from event e where e.key = :key
        union select e.key from event e join family f on e.merged_into = f.key)
    select key from family order by key
"""
ROOT = """
    with recursive up(key, above) as (
        select e.key, e.merged_into from event e where e.key = :key
        union select e.key, e.merged_into from event e join up on e.key = up.above)
    select key from up where above is null
"""
INDEX: Mapping[Dialect, tuple[str, str]] = {
    "sqlite": (
        "delete from event_search where rowid = :key",
        "insert into event_search (rowid, words) values (:key, :words)",
    ),
    "postgresql": (
        "delete from event_search where event_key = :key",
        "insert into event_search (event_key, words) values (:key, to_tsvector('simple', :words))",
    ),
}
"""The only text here that writes: each dialect keeps its search in its own way."""

DOCUMENT = "select id from document where digest = :digest"
_STANDING = f"""
    not exists (select 1 from operation o where o.id = d.added_by and {_UNDONE})
    and not exists (select 1 from document n join operation o on o.id = n.added_by
        where n.replaces = d.id and not {_UNDONE})
"""
DOCUMENTS = f"select d.* from document d where d.extractor <> :extractor and {_STANDING} order by d.id"
SAME_ADDRESS = f"select d.* from document d where d.url = :url and {_STANDING} order by d.id"
SAME_NAME = f"""
    select d.* from document d where d.name = :name and d.publisher = :publisher and d.url = '' and {_STANDING}
    order by d.id
"""
ARTICLE = "select * from document where digest = :digest"

# What must give no row: each with what it would mean.
FAULTS: Mapping[str, str] = {
    "is told by no article and was entered by nobody": """
        select e.id from event e where e.origin = 'machine' and not e.deleted and e.merged_into is null
            and not exists (select 1 from mention m where m.event_key = e.key and m.live)
    """,
    "has a party that is sorted by another day than it": """
        select distinct e.id from event e join participation c on c.event_key = e.key
        where c.day <> e.day or c.loose <> e.loose
    """,
    "has a mention that no judgement puts there": """
        with recursive home(key, root) as (
            select key, key from event where merged_into is null
            union select e.key, h.root from event e join home h on e.merged_into = h.key)
        select distinct e.id from event e join mention m on m.event_key = e.key and m.live where not exists (
            select 1 from judgement j join home h on h.key = j.event_key
            where j.mention_id = m.id and h.root = m.event_key and j.verdict = 'same' and j.withdrawn_by is null)
    """,
    "is merged where no judgement says so": """
        select e.id from event e where e.merged_into is not null and not exists (
            select 1 from judgement j where j.event_key = e.key and j.other_event_key = e.merged_into
                and j.verdict = 'same' and j.withdrawn_by is null)
    """,
    "has a party that goes under the name of another": """
        select distinct e.id from event e join participation c on c.event_key = e.key join party p on p.id = c.party_id
        where p.alias_of is not null
    """,
    "is not in the full-text search": """
        select e.id from event e where e.title <> ''
            and not exists (select 1 from event_search s where s.{search_key} = e.key)
    """,
}
SEARCH_KEY: Mapping[Dialect, str] = {"sqlite": "rowid", "postgresql": "event_key"}
INTEGRITY = "PRAGMA integrity_check"
FOREIGN_KEYS = "PRAGMA foreign_key_check"

COUNTS = """
    select (select count(*) from event e where not e.deleted and e.merged_into is null) as events,
        (select count(*) from document) as documents, (select count(*) from mention where live) as mentions,
        (select count(*) from change) as changes
"""
TYPE_COUNTS = f"select e.type, count(*) as events from event e where {LIVE} and e.review <> 'rejected' group by e.type"

# What is planned, cancelled or rejected is no engagement to count.
COUNTED = f"{LIVE} and e.review <> 'rejected' and e.status = 'occurred'"
COUNTRIES = f"""
    select p.country, count(*) as events, min(case when e.precision <> 'unknown' then e.start_day end) as first_day,
        max(case when e.precision <> 'unknown' then e.end_day end) as last_day
    from participation c join party p on p.id = c.party_id join event e on e.key = c.event_key
    where p.kind = 'country' and c.repeat = 0 and {COUNTED} group by p.country order by p.country
"""
PARTNERS = f"""
    select p.country, q.country as partner, count(*) as events
    from participation c join party p on p.id = c.party_id
        join participation d on d.event_key = c.event_key join party q on q.id = d.party_id
        join event e on e.key = c.event_key
    where p.kind = 'country' and q.kind = 'country' and p.country <> q.country and c.repeat = 0 and d.repeat = 0
        and {COUNTED}
    group by p.country, q.country order by p.country, events desc, q.country
"""

WINDOW = timedelta(days=21)
"""How far apart two sources may date one engagement."""

CLOSE = timedelta(days=31)
"""How many days an event that is not loose can cover."""

_PER_PARTY = 200
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
        f"select {_EVENT}, {path.by}.day as day from {path.tables} "
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
    query.where("not e.deleted and e.merged_into is null")
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
