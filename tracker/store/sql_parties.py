"""What is read from the database of parties: their names, what was decided of them, and what people did."""

from __future__ import annotations

from tracker.model import PeopleFilter
from tracker.store.conditions import Query, overlapping
from tracker.store.sql import COUNTED, LIVE, Statement
from tracker.store.words import contains

_PARTY = "select p.id, p.kind, p.identity, p.name, p.alias_of from party p"
PARTY = f"{_PARTY} where p.id = :id"
BY_IDENTITY = f"{_PARTY} where p.identity = :identity"
BY_NAME = f"{_PARTY} where p.kind in ('country', 'organisation', 'person') and p.folded = :folded order by p.id"
BY_PART = f"{_PARTY} where p.folded like :pattern order by p.id limit 9"
ALIASES = f"{_PARTY} where p.alias_of in ({{keys}}) order by p.id"
ALL_ALIASES = f"{_PARTY} where p.alias_of is not null order by p.id"
ROOTS = """
    select a.identity as alias, p.id, p.kind, p.identity, p.name, p.alias_of
    from naming n join party a on a.id = n.party_id join party p on p.id = a.alias_of
    where n.verdict = 'same' and n.withdrawn_by is null
"""
PEOPLE_BY_NAME = f"{_PARTY} where p.kind = 'person' and p.alias_of is null order by p.id"

_NAMING = """
    select n.*, p.kind as party_kind, p.identity as party_identity, p.name as party_name, q.kind as other_kind,
        q.identity as other_identity, q.name as other_name, o.author, o.command, o.reason as why, o.at
    from naming n join party p on p.id = n.party_id join party q on q.id = n.other_id
        join operation o on o.id = n.operation_id
"""
NAMINGS = f"{_NAMING} order by n.id"
NAMINGS_OF = f"{_NAMING} where n.operation_id = :operation order by n.id"
NAMINGS_WITHDRAWN = f"{_NAMING} where n.withdrawn_by = :operation order by n.id"
NAMINGS_ON = f"{_NAMING} where n.party_id in ({{keys}}) or n.other_id in ({{keys}}) order by n.id"
NAMINGS_LIVE = f"{_NAMING} where n.withdrawn_by is null order by n.id"

_DAYS = """
    count(distinct c.event_key) as events, min(case when e.precision <> 'unknown' then e.start_day end) as first_day,
    max(case when e.precision <> 'unknown' then e.end_day end) as last_day
"""
OFFICES = f"""
    select c.party_id, c.office, coalesce(c.country, c.organisation) as principal, {_DAYS}
    from participation c join event e on e.key = c.event_key
    where c.party_id in ({{keys}}) and c.office <> '' and {COUNTED}
    group by c.party_id, c.office, coalesce(c.country, c.organisation) order by first_day, c.office
"""
MET = f"""
    select c.party_id as met_by, q.id, q.kind, q.identity, q.name, q.alias_of, {_DAYS}
    from participation c join event e on e.key = c.event_key
        join participation d on d.event_key = c.event_key and d.party_id <> c.party_id
        join party q on q.id = d.party_id
    where c.party_id in ({{keys}}) and q.kind = 'person' and {COUNTED}
        and coalesce(c.country, c.organisation, '') <> coalesce(d.country, d.organisation, '')
    group by c.party_id, q.id, q.kind, q.identity, q.name, q.alias_of order by events desc, last_day desc, q.name
"""
EVENTS_WITH = f"""
    select distinct e.key, e.day from participation c join event e on e.key = c.event_key
    where c.party_id = :id and {LIVE} and e.review <> 'rejected' order by e.day desc, e.key desc limit :limit
"""


def people(asked: PeopleFilter) -> Statement:
    """The people that are asked for, those with most engagements first."""
    query = Query()
    query.where("p.kind = 'person'")
    query.where(COUNTED)
    if asked.name:
        query.where(f"c.party_id in {_called(asked.name, query)}")
    if asked.number:
        query.where(f"c.party_id = {query.bind(asked.number)}")
    if asked.countries:
        query.where(f"c.country in ({query.bind_all(asked.countries)})")
    if asked.office:
        query.where(f"lower(c.office) like {query.bind(f'%{asked.office.lower()}%')}")
    if asked.met:
        query.where(
            "exists (select 1 from participation x where x.event_key = c.event_key and x.party_id <> c.party_id "
            f"and x.party_id in {_called(asked.met, query)})"
        )
    overlapping(query, asked.since, asked.until)
    limit = f" limit {query.bind(asked.limit)}" if asked.limit is not None else ""
    return (
        f"select p.id, p.kind, p.identity, p.name, p.alias_of, {_DAYS} from participation c "
        "join party p on p.id = c.party_id join event e on e.key = c.event_key "
        f"where {' and '.join(query.conditions)} group by p.id, p.kind, p.identity, p.name, p.alias_of "
        f"order by events desc, last_day desc, p.name{limit}"
    ), query.binds


def _called(name: str, query: Query) -> str:
    """The people of whom one name holds the words given."""
    like = f"q.folded like {query.bind(contains(name))}"
    return f"(select coalesce(q.alias_of, q.id) from party q where q.kind = 'person' and {like})"
