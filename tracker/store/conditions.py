"""What must hold of the events that a filter asks for, each condition on `event e`, with the values bound in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tracker import reference
from tracker.model import Filter, Review
from tracker.store.sql import LIVE, PLACES, SEARCH_KEY, Dialect
from tracker.store.words import contains, contains_words, search_terms

VERY_MANY = 100_000
"""Events that hold the words asked for, from which on each is looked into on the way, and not all listed first."""


@dataclass(frozen=True, slots=True)
class Survey:
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

    survey: Survey = field(default_factory=Survey)
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
        return self.bind(self.survey.countries.get(country, 0))

    def known_as(self, identity: str) -> str:
        """The key of the party of that identity, or of the one under whose name it goes."""
        return f"(select coalesce(p.alias_of, p.id) from party p where p.identity = {self.bind(identity)})"


def narrow(asked: Filter) -> str:
    """The field that few events have what is asked of it, mostly; empty where none is asked."""
    return next((name for name in ("text", "people", "organisations", "tags") if getattr(asked, name)), "")


def restrict(asked: Filter, query: Query, dialect: Dialect, *, but: str) -> None:
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
        query.where(takes_part(query.party(partner)))
    overlapping(query, asked.since, asked.until)
    for name in ("people", "organisations"):
        if getattr(asked, name) and but != name:
            parties = called(named(asked, name, query))
            told = f"select x.event_key from participation x where x.party_id in ({parties})"
            query.where(f"{own}e.key in ({told})")
    query.any_of([_place(name, query) for name in asked.places])


def _stands_as(country_as: str, country: str, query: Query) -> list[str]:
    party = [] if country_as == "place" else [takes_part(query.party(country))]
    place = [] if country_as == "party" else [f"e.place_country = {query.bind(country)}"]
    return party + place


def takes_part(party: str) -> str:
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


def named(asked: Filter, field: str, query: Query) -> str:
    """Conditions on `party q`: a person of whose name one of the parts is, or a body of which whole words are."""
    if field == "people":
        likes = [f"q.kind = 'person' and q.folded like {query.bind(contains(name))}" for name in asked.people]
    else:
        words = [query.bind(contains_words(name)) for name in asked.organisations]
        likes = [f"q.kind = 'organisation' and ' ' || q.folded || ' ' like {one}" for one in words]
    return " or ".join(likes)


def called(parties: str) -> str:
    """The parties that the conditions on `party q` find, under this or another of their names."""
    return f"select coalesce(q.alias_of, q.id) from party q where {parties}"


def _place(name: str, query: Query) -> str:
    country = reference.country(name)
    city = f"e.place_folded in ({PLACES} and ' ' || name || ' ' like {query.bind(contains_words(name))})"
    return f"({city} or e.place_country = {query.bind(country.code)})" if country else city


def tells(text: str, dialect: Dialect, query: Query, survey: Survey) -> str:
    """Whether an event holds the words: looked up in the list of all that do, or for each event where most would."""
    held = holds(search_terms(text, dialect), dialect, query)
    key = SEARCH_KEY[dialect]
    if dialect == "sqlite" and survey.events < VERY_MANY:
        return f"+e.key in (select s.{key} from event_search s where {held})"
    return f"exists (select 1 from event_search s where s.{key} = e.key and {held} limit 1 offset 0)"


def holds(terms: str, dialect: Dialect, query: Query) -> str:
    if dialect == "sqlite":
        return f"s.words match {query.bind(terms)}"
    return f"s.words @@ to_tsquery('simple', {query.bind(terms)})"
