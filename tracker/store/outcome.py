"""What the store tells of itself, and of what became of what it was handed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tracker.model import Change, Event, InvalidRow, Naming

What = Literal["new", "changed", "same"]


@dataclass(frozen=True, slots=True)
class ArticleOutcome:
    """What became of one article.

    `new` events were told for the first time, `merged` mentions tell events that were on record; `unsure` counts those
    of the new events that may be on record already. `unchanged` is 1 for an article that was read before, `corrected`
    for one that is another version of one on record: nothing of it is written yet.
    """

    name: str
    new: int = 0
    merged: int = 0
    unchanged: int = 0
    unsure: int = 0
    corrected: int = 0


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What became of a sound row of a table: the event that it tells, and what it set of one that was on record."""

    line: int
    what: What
    event: Event
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What became of a table of events.

    Nothing was written when there are `invalid` rows, unless they were to be kept apart. `rows` are the sound ones, one
    by one, and only where nothing was to be written: the history tells what was.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    invalid: tuple[InvalidRow, ...] = ()
    rows: tuple[RowOutcome, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOutcome:
    """What became of a table of decisions. Nothing was written when there are `invalid` rows.

    `edited` counts the events whose fields were corrected, whatever else was said of them; `same` those of which all
    that is said was on record. `skipped` are the ids of those put off.
    """

    accepted: int = 0
    rejected: int = 0
    merged: int = 0
    parted: int = 0
    edited: int = 0
    same: int = 0
    skipped: tuple[str, ...] = ()
    invalid: tuple[InvalidRow, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An operation that was taken back, or brought again, by its number; what that changed, and what it had decided
    of the names of parties."""

    number: int
    changes: tuple[Change, ...]
    namings: tuple[Naming, ...] = ()


@dataclass(frozen=True, slots=True)
class Rereading:
    """What reading articles anew came to: what was set of which events.

    Of mentions, `kept` are as they were, `altered` tell the same event otherwise, `found` are new, `gone` are told no
    more, and `vouched` would be, had not a person spoken of their event.
    """

    changes: tuple[Change, ...] = ()
    kept: int = 0
    altered: int = 0
    found: int = 0
    gone: int = 0
    vouched: int = 0


@dataclass(frozen=True, slots=True)
class CountrySummary:
    """A country's events on record, without planned, cancelled and rejected ones.

    `first` and `last` are None when none is dated; `partners` are the countries beside it and how often, most first.
    """

    country: str
    events: int
    first: date | None
    last: date | None
    partners: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """Where a database is, its version, and how much it holds."""

    database: str
    kind: str
    revision: str
    events: int
    documents: int
    mentions: int
    changes: int
