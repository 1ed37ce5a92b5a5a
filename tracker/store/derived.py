"""What the record keeps beside its facts so that they are found at once: days to sort by, folded names, searched words.

All of it follows from the facts, so that what is wrong of it can be told, and set right, without asking anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.model import Event
from tracker.store import columns, invariants, sql
from tracker.store.columns import Values
from tracker.store.connect import Connection, among
from tracker.store.rows import Stored, day
from tracker.store.words import folded

_WORDS = {"sqlite": "told.words", "postgresql": "to_tsvector('simple', told.words)"}


def unsearchable(connection: Connection, page: Sequence[Stored]) -> list[tuple[int, str]]:
    """The keys of the events of a page that the search knows by other words, or not at all, each with its own."""
    if not page:
        return []
    texts = {one.key: columns.words_of(one.event) for one in page}
    binds = {f"w{key}": text for key, text in texts.items()}
    told = ", ".join(f"({key}, :w{key})" for key in texts)
    statement = f"""
        with told(key, words) as (values {told})
        select told.key from told left join event_search s on s.{sql.SEARCH_KEY[connection.dialect]} = told.key
        where (s.words is null and told.words <> '') or s.words <> {_WORDS[connection.dialect]}
    """
    return [(row["key"], texts[row["key"]]) for row in connection.rows(statement, binds)]


def misplaced(connection: Connection, page: Sequence[Stored]) -> Iterator[tuple[Stored, Values]]:
    """The events of a page that are sorted by another day than theirs, or whose place is folded otherwise; as it is."""
    kept = {row["key"]: row for row in among(connection, invariants.KEPT_BESIDE, [one.key for one in page])}
    for one in page:
        row, right = kept[one.key], beside(one.event)
        if (day(row["day"]), bool(row["loose"]), row["place_folded"], bool(row["third_country"])) != (*right.values(),):
            yield one, right


def beside(event: Event) -> Values:
    """The columns of an event that follow from others."""
    whole = columns.of_event(event)
    return {name: whole[name] for name in ("day", "loose", "place_folded", "third_country")}


def misnamed(connection: Connection) -> Iterator[tuple[int, str]]:
    """The parties whose name is folded otherwise than it should be, each with how."""
    for row in connection.rows(invariants.PARTIES):
        if row["folded"] != folded(row["name"]):
            yield row["id"], folded(row["name"])
