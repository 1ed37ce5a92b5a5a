"""The nouns that every room shares: plain frozen values, no behaviour beyond what follows from them.

Conventions, stated once: days are calendar days without a time zone; `start` and `end` are inclusive; countries are
ISO 3166-1 alpha-3 codes (Kosovo `XKX`); character offsets count Python code points, `end` exclusive; a value that the
source does not tell is `None` or empty, never guessed.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Literal, NamedTuple, Self


class Precision(StrEnum):
    """How exactly a source dates something (codebook §4)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Whether an engagement took place (codebook §3)."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class PartyKind(StrEnum):
    """What a party is."""

    COUNTRY = "country"
    ORGANISATION = "organisation"
    PERSON = "person"


class Origin(StrEnum):
    """Who first put an event into the record."""

    MACHINE = "machine"
    HAND = "hand"
    IMPORT = "import"


class Review(StrEnum):
    """What a person has said of an event as a whole."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Verdict(StrEnum):
    """How a mention relates to the events already on record."""

    NEW = "new"
    SAME = "same"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The days something took or takes, as exactly as its source says.

    `start` is None when only an upper bound is known, `end` when only a lower bound is; both are set at every
    precision but `unknown`. `text` is the expression as printed, `basis` how it was read ("explicit", "weekday", …).
    """

    start: date | None
    end: date | None
    precision: Precision
    text: str = ""
    basis: str = ""

    @classmethod
    def day(cls, start: date, end: date | None = None, *, text: str = "", basis: str = "") -> Self:
        """One day, or the days from `start` to `end`."""
        return cls(start, end or start, Precision.DAY, text, basis)

    @classmethod
    def week(cls, end: date, *, text: str = "", basis: str = "") -> Self:
        """The seven days that end on `end`."""
        return cls(end - timedelta(days=6), end, Precision.WEEK, text, basis)

    @classmethod
    def month(cls, year: int, month: int, *, text: str = "", basis: str = "") -> Self:
        """A whole calendar month."""
        last = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), Precision.MONTH, text, basis)

    @classmethod
    def year(cls, year: int, *, text: str = "", basis: str = "") -> Self:
        """A whole calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, text, basis)

    @classmethod
    def unknown(cls, start: date | None = None, end: date | None = None, *, text: str = "", basis: str = "") -> Self:
        """Not dated, but for the bound that is given."""
        return cls(start, end, Precision.UNKNOWN, text, basis)

    @classmethod
    def iso(cls, text: str) -> Self:
        """The day, month or year that `text` writes in ISO form: 2021-11-23, 2021-11, 2021; ValueError on any other."""
        if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
            raise ValueError(f"'{text}' is no ISO day, month or year")
        year, *rest = (int(part) for part in text.split("-"))
        if not rest:
            return cls.year(year, text=text)
        if len(rest) == 1:
            return cls.month(year, rest[0], text=text)
        return cls.day(date(year, rest[0], rest[1]), text=text)

    def read_as(self, *, text: str | None = None, basis: str | None = None) -> Self:
        """The same days with another wording or reading noted."""
        return replace(self, text=self.text if text is None else text, basis=self.basis if basis is None else basis)

    @property
    def known(self) -> bool:
        """Whether the source dates it at all."""
        return self.precision is not Precision.UNKNOWN

    @property
    def days(self) -> int | None:
        """How many days it covers; None when an end is open."""
        return (self.end - self.start).days + 1 if self.start and self.end else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened. `country` is the code of the country that `name` lies in; coordinates in degrees."""

    name: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A party of an engagement in its role.

    `name` is a country's short English name, an organisation's usual short name, or a person's fullest name in the
    text. `country` is a country's own code, or the code of the country that a person acts for; `organisation` the
    organisation that a person acts for. `role` is one of the type's roles, None when the source does not tell it.
    """

    kind: PartyKind
    name: str
    role: str | None = None
    country: str | None = None
    organisation: str | None = None
    office: str | None = None

    def __hash__(self) -> int:
        """Of what tells most parties apart: they are looked up by the million."""
        return hash((self.name, self.country))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as printed, with its offsets into its document's `field`."""

    text: str
    start: int
    end: int
    field: Literal["title", "text"] = "text"


@dataclass(frozen=True, kw_only=True)
class Document:
    """One article or read-out.

    `name` is what its reader knows it by: the file's name, or the id of its row in a collection. `published` is the
    publication day, month or year, None when nothing tells it; its `basis` says how it was learnt (`given`,
    `metadata`, `url`, `dateline`, `inferred`). `boilerplate` are the spans of `text` that belong to the page and not
    to the article; nothing is read from them, and nothing is cut.
    """

    text: str
    name: str = ""
    title: str = ""
    source: str = ""
    url: str = ""
    published: TimeSpan | None = None
    language: str = "en"
    boilerplate: tuple[tuple[int, int], ...] = ()

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the text, in hexadecimal: what makes two documents the same."""
        import hashlib  # loads OpenSSL, which nobody needs who only reads the record

        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Input that could not be read, and why, in a sentence that says what to do. `line` counts from 1."""

    name: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table, or an object of a JSON file, as text by column.

    `line` counts from 1 and is where the row begins; in a workbook it is the row's number. `names` tells what its file
    calls the columns that it calls otherwise.
    """

    line: int
    cells: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InvalidRow:
    """A row that cannot be used; `line` counts from 1, `column` is empty when no single cell is at fault."""

    line: int
    column: str
    message: str

    def __str__(self) -> str:
        """The row's fault, with its place in the file."""
        return f"line {self.line}{f', column {self.column}' if self.column else ''}: {self.message}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """What a mention claims and an event records: who engaged whom, how, when and where.

    `type`, `subtype` and the participants' roles are those of `reference.EVENT_TYPES`. `confidence` is the
    probability that the engagement is told as recorded, from 0 to 1; None for what a person entered.
    """

    type: str
    when: TimeSpan
    subtype: str | None = None
    status: Status = Status.OCCURRED
    title: str = ""
    participants: tuple[Participant, ...] = ()
    place: Place = Place()
    confidence: float | None = None

    @property
    def countries(self) -> tuple[str, ...]:
        """Codes of the countries that took part, sorted."""
        codes = {p.country for p in self.participants if p.kind is PartyKind.COUNTRY and p.country}
        return tuple(sorted(codes))

    @property
    def organisations(self) -> tuple[str, ...]:
        """Names of the organisations that took part, in the order told."""
        return self._names(PartyKind.ORGANISATION)

    @property
    def people(self) -> tuple[str, ...]:
        """Names of the people who took part, in the order told."""
        return self._names(PartyKind.PERSON)

    @property
    def roles(self) -> dict[str, tuple[str, ...]]:
        """Country codes by role, sorted."""
        found: dict[str, set[str]] = {}
        for p in self.participants:
            if p.kind is PartyKind.COUNTRY and p.role and p.country:
                found.setdefault(p.role, set()).add(p.country)
        return {role: tuple(sorted(codes)) for role, codes in found.items()}

    def _names(self, kind: PartyKind) -> tuple[str, ...]:
        return tuple(dict.fromkeys(p.name for p in self.participants if p.kind is kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Engagement):
    """An engagement as one document tells it, in the sentences of `evidence` (never empty).

    `trigger` is the word or phrase that names the act. `reasons` say what raised or lowered the confidence.
    """

    evidence: tuple[Sentence, ...]
    trigger: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One quotation behind an event, with the document that it stands in."""

    document: str
    quote: str
    start: int
    end: int
    field: Literal["title", "text"] = "text"
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: TimeSpan | None = None
    digest: str = ""
    trigger: str = ""
    date_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Engagement):
    """An engagement on record, with everything that is known of it.

    `id` is short, stable and public. `conflicts` name the fields on which its sources disagree; `history` are the
    numbers of the operations that set something of it.
    """

    id: str
    note: str = ""
    tags: tuple[str, ...] = ()
    review: Review = Review.UNREVIEWED
    origin: Origin = Origin.MACHINE
    sources: tuple[Source, ...] = ()
    conflicts: tuple[str, ...] = ()
    history: tuple[int, ...] = ()


class Listing(NamedTuple):
    """An event as a table lists it: what a row of an export tells, and no more, since they are made by the million.

    Days are in ISO form, `status`, `precision`, `review` and `origin` the values of their enums. `sources` are the
    addresses, or else the names, of the documents and of what a person gave, each once.
    """

    id: str
    type: str
    subtype: str | None
    status: str
    start: str | None
    end: str | None
    precision: str
    date_text: str
    title: str
    participants: tuple[Participant, ...]
    place_name: str | None
    place_country: str | None
    confidence: float | None
    review: str
    origin: str
    tags: tuple[str, ...]
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one document says of an event on record: a mention, with what tells how much it counts beside others.

    `number` is the mention's own on record, 0 before it is there; `document` the title or name it is known by.
    """

    mention: Mention
    digest: str
    published: TimeSpan | None = None
    number: int = 0
    document: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What an event's claims come to; `conflicts` name the fields on which they disagree."""

    engagement: Engagement
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a mention tells an event on record. `event_id` is None exactly when the verdict is `new`."""

    verdict: Verdict
    event_id: str | None = None
    score: float = 0.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of one event set to another value: by whom, when, with which command, and why.

    `origin` tells a person's change from the machine's. None stands for an empty field. `operation` is the number of
    the operation that it is part of.
    """

    id: int
    event_id: str
    field: str
    old: str | None
    new: str | None
    author: str
    command: str
    reason: str = ""
    origin: Origin = Origin.HAND
    at: datetime
    operation: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """That a mention tells an event, or does not; or that an event is, is not, or may be another one.

    Exactly one of `mention`, by its number, and `other_id` is set. `score` is the probability that was found, None for
    what a person decided. One that is not `live` was withdrawn since.
    """

    event_id: str
    mention: int | None = None
    other_id: str | None = None
    verdict: Literal["same", "different", "unsure"]
    score: float | None = None
    reasons: tuple[str, ...] = ()
    author: str
    command: str
    reason: str = ""
    at: datetime
    live: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A country, organisation or person on record, by its `number`.

    `principal` is the country's code or the organisation that a person acts for, None where that is not known and for
    what is no person; `code` a country's own; `aliases` the other names that it was joined with.
    """

    number: int
    kind: PartyKind
    name: str
    principal: str | None = None
    code: str | None = None
    aliases: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The name as it tells one from another of the same name: `Takashi Okada (JPN)`."""
        return f"{self.name} ({self.principal})" if self.principal else self.name


@dataclass(frozen=True, slots=True)
class Office:
    """An office as sources print it, whom it is held for, and between which days it is told; None when none is."""

    name: str
    principal: str | None
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody whom a person met, how often, and when last; None when nothing dates it."""

    party: Party
    events: int
    last: date | None


@dataclass(frozen=True, slots=True)
class Person:
    """What is on record of a person; planned, cancelled and rejected engagements left out.

    `offices` stand in the order of time, `met` with the most frequent first.
    """

    party: Party
    events: int
    first: date | None
    last: date | None
    offices: tuple[Office, ...]
    met: tuple[Counterpart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """That a party is another one under a second name, or is not; one that is not `live` was withdrawn since."""

    party: Party
    other: Party
    verdict: Literal["same", "different"]
    author: str
    command: str
    reason: str = ""
    at: datetime
    live: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What one command did, all of which is taken back together; `undone` when it was.

    `undoes` is the number of the operation that it takes back.
    """

    number: int
    author: str
    origin: Origin
    command: str
    reason: str
    at: datetime
    undoes: int | None = None
    undone: bool = False
    changes: tuple[Change, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    namings: tuple[Naming, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which events to show. Empty fields ask for nothing; several values of one field are alternatives.

    `countries` must each stand in the event as `country_as` says; `partners` must all be parties beside them. An
    event is inside `since`..`until` when its days overlap them. `latest_first` reverses the order of time.
    """

    countries: tuple[str, ...] = ()
    country_as: Literal["party", "place", "any"] = "any"
    partners: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    tags: tuple[str, ...] = ()
    reviews: tuple[Review, ...] = ()
    since: date | None = None
    until: date | None = None
    text: str = ""
    min_confidence: float = 0.0
    limit: int | None = None
    latest_first: bool = False
    include_rejected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFilter:
    """Which people to tell of. Empty fields ask for nothing.

    `name` and `met` are part of a name, of a person and of one whom he or she met, `office` part of an office;
    `countries` are alternatives that a person acts for. The days bound the engagements that are counted.
    """

    name: str = ""
    number: int | None = None
    countries: tuple[str, ...] = ()
    office: str = ""
    met: str = ""
    since: date | None = None
    until: date | None = None
    limit: int | None = None
