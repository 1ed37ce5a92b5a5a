"""What must hold of the rows of a record, as statements that give a row for each that it does not hold of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tracker.model import Origin, Review
from tracker.store.sql import COUNTED


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)


FAULTS: Mapping[str, str] = {
    "event {id} has a state of review that there is not": f"""
        select e.id from event e where e.review not in ({_listed(Review)})
    """,
    "event {id} comes from nowhere: its origin is none that there is": f"""
        select e.id from event e where e.origin not in ({_listed(Origin)})
    """,
    "event {id} was put on record by nobody": """
        select e.id from event e where not exists (select 1 from change c where c.event_key = e.key)
    """,
    "event {id} has another origin than who put it on record": """
        select e.id from event e join change c on c.id = (select min(f.id) from change f where f.event_key = e.key)
            join operation o on o.id = c.operation_id
        where e.origin <> o.origin
    """,
    "event {id} is told by no article and was entered by nobody": """
        select e.id from event e where e.origin = 'machine' and not e.deleted and e.merged_into is null
            and not exists (select 1 from mention m where m.event_key = e.key and m.live)
    """,
    "event {id} has a party that is sorted by another day than it": """
        select distinct e.id from event e join participation c on c.event_key = e.key
        where c.day <> e.day or c.loose <> e.loose
    """,
    "event {id} has a party that is counted and should not be, or the other way round": f"""
        select distinct e.id from event e join participation c on c.event_key = e.key where c.counted <> ({COUNTED})
    """,
    "event {id} has parties out of count": """
        select e.id from event e where e.key in (
            select c.event_key from participation c group by c.event_key
                having min(c.ordinal) <> 0 or max(c.ordinal) <> count(*) - 1 or count(distinct c.ordinal) <> count(*)
            union select c.event_key from participation c group by c.event_key, c.party_id
                having min(c.repeat) <> 0 or max(c.repeat) <> count(*) - 1 or count(distinct c.repeat) <> count(*))
    """,
    "event {id} has a party that goes under the name of another": """
        select distinct e.id from event e join participation c on c.event_key = e.key join party p on p.id = c.party_id
        where p.alias_of is not null
    """,
    "event {id} names a party that is not the one under whose name it goes": """
        select distinct e.id from event e join participation c on c.event_key = e.key join party p on p.id = c.named_id
        where p.alias_of is null or p.alias_of <> c.party_id
    """,
    "event {id} has a mention that no judgement puts there": """
        with recursive home(key, root) as (
            select key, key from event where merged_into is null
            union select e.key, h.root from event e join home h on e.merged_into = h.key)
        select distinct e.id from event e join mention m on m.event_key = e.key and m.live where not exists (
            select 1 from judgement j join home h on h.key = j.event_key
            where j.mention_id = m.id and h.root = m.event_key and j.verdict = 'same' and j.withdrawn_by is null)
    """,
    "event {id} is merged where no judgement says so": """
        select e.id from event e where e.merged_into is not null and not exists (
            select 1 from judgement j where j.event_key = e.key and j.other_event_key = e.merged_into
                and j.verdict = 'same' and j.withdrawn_by is null)
    """,
    "event {id} is not merged though a judgement says so": """
        select e.id from judgement j join event e on e.key = j.event_key
        where j.verdict = 'same' and j.withdrawn_by is null and j.mention_id is null
            and (e.merged_into is null or e.merged_into <> j.other_event_key)
    """,
    "event {id} was merged into itself": """
        with recursive up(start, key) as (
            select key, merged_into from event where merged_into is not null
            union select up.start, e.merged_into from up join event e on e.key = up.key
                where e.merged_into is not null)
        select e.id from up join event e on e.key = up.start where up.key = up.start
    """,
    "event {id} has a change that takes back one of another event": """
        select distinct e.id from change c join change d on d.id = c.undoes join event e on e.key = c.event_key
        where c.event_key <> d.event_key or c.field <> d.field or d.id >= c.id
    """,
    "mention {id} stands and tells no event": """
        select m.id from mention m where m.live and m.event_key is null
    """,
    "the search holds words of an event {id} that is not there": """
        select s.{search_key} as id from event_search s where not exists (
            select 1 from event e where e.key = s.{search_key})
    """,
    "party {id} goes under a name that itself goes under another": """
        select p.id from party p join party q on q.id = p.alias_of where q.alias_of is not null
    """,
    "party {id} goes under the name of another where no decision says so": """
        select p.id from party p where p.alias_of is not null and not exists (
            select 1 from naming n where n.party_id = p.id and n.verdict = 'same' and n.withdrawn_by is null)
    """,
    "party {id} does not go under the name of another though a decision says so": """
        select n.party_id as id from naming n join party p on p.id = n.party_id
        where n.verdict = 'same' and n.withdrawn_by is null and p.alias_of is null
    """,
    "operation {id} takes back one that came after it": """
        select o.id from operation o where o.undoes >= o.id
    """,
    "article {id} takes the place of one that came after it": """
        select d.id from document d where d.replaces >= d.id
    """,
}
"""By what it means; `{search_key}` is as the dialect calls it."""

SPANS: Mapping[str, str] = {
    "mention": """
        select min(id) as id, count(*) as number, start_day, end_day, precision from mention
        group by start_day, end_day, precision
    """,
    "article": """
        select min(id) as id, count(*) as number, published_start as start_day, published_end as end_day,
            published_precision as precision
        from document where published_precision is not null
        group by published_start, published_end, published_precision
    """,
}
"""The days told, each once."""

ARTICLES = "select id, digest, text from document order by id"
EVIDENCE = """
    select m.id, m.evidence, d.text from mention m join document d on d.id = m.document_id order by m.document_id, m.id
"""
PARTIES = "select id, name, folded from party order by id"
KEPT_BESIDE = "select key, day, loose, place_folded, third_country from event where key in ({keys})"
EVENTS = "select count(*) as events from event"
INTEGRITY = "PRAGMA integrity_check"
FOREIGN_KEYS = "PRAGMA foreign_key_check"
