"""The fixed statements that read the database, with named binds that SQLite and PostgreSQL both run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Dialect = Literal["sqlite", "postgresql"]
Statement = tuple[str, dict[str, object]]

TABLES: Mapping[Dialect, str] = {
    "sqlite": "select name from sqlite_master where type = 'table'",
    "postgresql": "select tablename as name from pg_catalog.pg_tables where schemaname = current_schema()",
}
REVISION = "select version_num from alembic_version"

EVENT_COLUMNS = """
    e.key, e.id, e.type, e.subtype, e.status, e.start_day, e.end_day, e.precision, e.date_text, e.date_basis, e.title,
    e.note, e.place_name, e.place_country, e.latitude, e.longitude, e.confidence, e.review, e.origin, e.conflicts,
    e.deleted, (select t.id from event t where t.key = e.merged_into) as merged_into
"""
LIVE = "not e.deleted and e.merged_into is null"
SEARCH_KEY: Mapping[Dialect, str] = {"sqlite": "rowid", "postgresql": "event_key"}
"""What the full-text search calls an event's key."""

# What is planned, cancelled or rejected is no engagement to count.
COUNTED = f"{LIVE} and e.review <> 'rejected' and e.status = 'occurred'"

LAST_OPERATION = "select coalesce(max(id), 0) as last from operation"
ANY_OPERATION = "select 1 from operation limit 1"
EVENT = f"select {EVENT_COLUMNS} from event e where e.id = :id"
EVENTS_BY_KEYS = f"select {EVENT_COLUMNS} from event e where e.key in ({{keys}})"
TITLES = "select key, title, note from event where key in ({keys}) order by key"
EVENTS_BY_IDS = f"select {EVENT_COLUMNS} from event e where e.id in ({{keys}})"
EVENT_BY_FINGERPRINT = "select id from event where fingerprint = :fingerprint"
EVERY_EVENT = f"select {EVENT_COLUMNS} from event e order by e.key"
NEXT_IDS = "select key, id from event where key > :after order by key limit :limit"
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
QUOTATIONS = """
    select m.event_key, m.evidence, d.digest from mention m join document d on d.id = m.document_id
    where m.event_key in ({keys}) and m.live order by m.event_key, d.published_start, m.id
"""
PLACES = """
    with recursive place(name) as (
        select min(place_folded) from event
        union all select (select min(n.place_folded) from event n where n.place_folded > place.name) from place
            where place.name is not null)
    select name from place where name <> ''
"""
"""Every place once, by as many steps along the index: more conditions may follow."""

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
CHANGED_BY_HAND = """
    select 1 as found from change c join operation o on o.id = c.operation_id
    where c.event_key = :key and o.origin <> 'machine' limit 1
"""
CHANGES_IN = f"{_CHANGE} where c.event_key in ({{keys}}) order by c.event_key, c.id"
CHANGES_OF = f"{_CHANGE} where c.operation_id = :operation order by c.id"

EVENTS_CHANGED = """
    select count(*) as events from (
        select distinct event_key from change where operation_id in (:own, :program) limit :most) changed
"""

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
_DONE = f"o.author = :author and o.origin <> 'machine' and o.undoes is null and not {_UNDONE}"
LAST_DONE = f"""
    select id from (
        select * from (select o.id, o.id as since from operation o where {_DONE} order by o.id desc limit 1) done
        union all select * from (
            select o.id, r.id as since from operation r cross join operation u cross join operation o
            where r.undoes is not null and u.id = r.undoes and o.id = u.undoes and {_DONE}
            order by +r.id desc limit 1) again
    ) last order by since desc limit 1
"""
"""Last by when it was done or, taken back meanwhile, brought again; written so that SQLite walks along those alone that
take something back."""
LAST_UNDONE = """
    select o.undoes as id from operation o join operation d on d.id = o.undoes
    where o.author = :author and o.origin <> 'machine' and d.undoes is null
        and not exists (select 1 from operation r where r.undoes = o.id)
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

COUNTS = f"""
    select (select count(*) from event e where {LIVE}) as events,
        (select count(*) from document) as documents, (select count(*) from mention where live) as mentions,
        (select count(*) from change) as changes
"""
TYPE_COUNTS = f"select e.type, count(*) as events from event e where {LIVE} and e.review <> 'rejected' group by e.type"
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

_COUNTED_OF_A_PARTY = """
    c.party_id = (select coalesce(p.alias_of, p.id) from party p where p.identity = :party)
    and c.counted and c.repeat = 0
"""


def months(dialect: Dialect) -> str:
    """In how many events of each month a party took part. What is loose is of no month: it is longer, or open.

    All of it stands in one index.
    """
    return f"""
        select {_part("c.day", 7, dialect)} as period, count(*) as events from participation c
        where {_COUNTED_OF_A_PARTY} and not c.loose group by 1
        union all select null, count(*) from participation c where {_COUNTED_OF_A_PARTY} and c.loose order by 1
    """


def years(dialect: Dialect) -> str:
    """The same of each year; the loose ones, being few, are looked up."""
    begun, ended = (_part(day, 4, dialect) for day in ("e.start_day", "e.end_day"))
    return f"""
        select period, count(*) as events from (
            select {_part("c.day", 4, dialect)} as period from participation c
                where {_COUNTED_OF_A_PARTY} and not c.loose
            union all select case when {begun} = {ended} then {begun} end from participation c
                join event e on e.key = c.event_key where {_COUNTED_OF_A_PARTY} and c.loose) counted
        group by 1 order by 1
    """


def _part(day: str, length: int, dialect: Dialect) -> str:
    """The beginning of a day in ISO form."""
    return f"substr({day}, 1, {length})" if dialect == "sqlite" else f"substr(to_char({day}, 'YYYY-MM'), 1, {length})"
