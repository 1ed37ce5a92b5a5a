"""An invented record of any size, put row by row into the tables that the program's own migrations make.

usage: python -m bench.invented PATH|URL [--events N] [--seed N]

Thirty years of events, each of 3 participations (two countries, and a person or an organisation), 1.5 mentions and six
changes, told by articles of 2.5 mentions. Of N events `BIG` takes part in every fiftieth, `SMALL` in 200, the others
the more often the earlier they stand in the list; one in seven is dated by no single day. The words `COMMON` and `FIT`
stand in a third and a hundredth of all events, `RARE` in 200. The same seed gives the same record.

Indexes are made when all rows are there, and a server does not look at foreign keys: this is how to have a record, not
how long the program takes to make one.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate, chain

from bench.tables import Row, opened
from tracker import reference, store
from tracker.model import TimeSpan
from tracker.store import columns
from tracker.store.words import folded

BIG, SMALL = "NOR", "BTN"
COMMON, FIT, RARE = "accord", "fisheries", "chandelier"
FIRST, DAYS = date(1995, 1, 1), 365 * 30
_TYPES = {"meeting": 40, "visit": 25, "call": 15, "agreement": 10, "summit": 5, "appointment": 4, "recognition": 1}
_FIELDS = ("type", "status", "start", "end", "title", "countries")
_NAMES = {one.code: one.name for one in reference.countries()}
_CODES = [BIG, SMALL, *(code for code in _NAMES if code not in (BIG, SMALL))]
_BODIES = list({folded(one.short): one.short for one in reference.organisations()}.values())
_SYLLABLES = ("ba", "do", "fe", "gu", "ka", "li", "mo", "na", "pe", "ra", "si", "to", "va", "we", "xi", "zu")
_FEW = 200
_LANGUAGE = 100_003
_COLUMNS = {
    "party": "id kind identity name folded country",
    "operation": "id author origin command at",
    "document": "id digest name title publisher url published_start published_end published_precision text extractor "
    "added_by",
    "event": "key id type status start_day end_day precision title place_name place_country confidence day loose "
    "place_folded third_country origin fingerprint",
    "participation": "event_key party_id ordinal repeat day loose counted name role country organisation office",
    "mention": "id document_id event_key type status start_day end_day precision title confidence participants "
    "evidence trigger_text extractor",
    "judgement": "mention_id event_key verdict score operation_id",
    "change": "operation_id event_key field new_value",
}


def fill(url: str, events: int, *, seed: int = 1) -> None:
    """Makes the database at a path or URL, and fills it; there must be no rows in it yet."""
    store.upgrade(url)
    invented = Invented(events, seed)
    with opened(url) as tables:
        for table, rows in invented.tables():
            tables.put(table, _COLUMNS[table].split(), rows)
        tables.find_by(invented.words())


class Invented:
    """The rows of each table. Events count from 1, and what was drawn of each stands at its number."""

    def __init__(self, events: int, seed: int) -> None:
        chance, count = random.Random(seed), events + 1
        weights = list(accumulate(1 / (rank + 5) for rank in range(len(_CODES) - 2)))
        self.numbers, self.told = range(1, count), range(1, events * 3 // 2 + 1)
        self.language = _language(chance)
        self.seed, self.small = seed, max(events // _FEW, 1)
        self.people = [self._person(number) for number in range(max(events // 50, 20))]
        self.days = chance.choices([FIRST + timedelta(days=day) for day in range(DAYS)], k=count)
        self.kinds = chance.choices(list(_TYPES), list(_TYPES.values()), k=count)
        self.others = chance.choices(range(2, len(_CODES)), cum_weights=weights, k=2 * count)
        self.third = [chance.random() ** 2 for _ in range(count)]
        self.planned = [chance.random() < 0.03 for _ in range(count)]
        places = [place.name for place in reference.places()]
        self.places = [places[int(chance.random() ** 3 * len(places))] for _ in range(count)]

    def tables(self) -> Iterator[tuple[str, Iterable[Row]]]:
        """Each table with its rows, in an order that foreign keys allow."""
        articles = range(1, self.article_of(len(self.told)) + 1)
        yield "party", self.parties()
        yield "operation", ((number, "reader", "machine", "ingest", "2025-01-01 00:00:00") for number in articles)
        yield "document", map(self.document, articles)
        yield "event", map(self.event, self.numbers)
        yield "participation", chain.from_iterable(map(self.participations, self.numbers))
        yield "mention", map(self.mention, self.told)
        yield "judgement", ((one, self.told_by(one), "same", 1.0, self.article_of(one)) for one in self.told)
        yield "change", chain.from_iterable(map(self.changes, self.numbers))

    def parties(self) -> Iterator[Row]:
        """Countries, then organisations, then people."""
        rows = [("country", f"country:{code}", _NAMES[code], code) for code in _CODES]
        rows += [("organisation", f"organisation:{folded(name)}", name, None) for name in _BODIES]
        rows += [("person", f"person:{folded(name)}:{code}", name, code) for name, code in self.people]
        for id, (kind, identity, name, code) in enumerate(rows, 1):
            yield id, kind, identity, name, folded(name), code

    def document(self, number: int) -> Row:
        """An article of some lines."""
        day = self.days[number]
        text = f"{number} " + " ".join(self._words(number, 40))
        address = f"https://example.org/{number}"
        return (
            number,
            f"{number:064x}",
            f"a{number}",
            "An article",
            "wire",
            address,
            day,
            day,
            "day",
            text,
            "",
            number,
        )

    def event(self, key: int) -> Row:
        """An event."""
        when, place, apart = self.when(key), self.places[key], key % 10 == 3
        pair = self.pair(key)
        code = _CODES[next(one for one in (key % len(_CODES), *range(3)) if one not in pair) if apart else pair[0]]
        id = "x" + f"{(key * 2654435761 + self.seed) % 2**32:08x}"
        told = (
            self.kinds[key],
            "planned" if self.planned[key] else "occurred",
            when.start,
            when.end,
            when.precision.value,
        )
        sorted_by = columns.day(when), columns.is_loose(when)
        where = place, code, 0.8, *sorted_by, folded(place), apart
        return (key, id, *told, self.title(key), *where, "machine", f"{id} {key}")

    def participations(self, key: int) -> Iterator[Row]:
        """Two countries, and twice of three times a person, else an organisation."""
        when = self.when(key)
        sorted_by = columns.day(when), columns.is_loose(when), not self.planned[key]
        for place, country in enumerate(self.pair(key)):
            code = _CODES[country]
            yield key, country + 1, place, 0, *sorted_by, _NAMES[code], None, code, None, None
        known = self.people if key % 3 else _BODIES
        number = int(self.third[key] * len(known))
        if key % 3:
            name, code = self.people[number]
            yield key, self.first_person + number, 2, 0, *sorted_by, name, None, code, None, "Foreign Minister"
        else:
            yield key, len(_CODES) + 1 + number, 2, 0, *sorted_by, _BODIES[number], None, None, None, None

    def mention(self, number: int) -> Row:
        """What an article claims of an event."""
        key = self.told_by(number)
        when, title = self.when(key), self.title(key)
        codes = [_CODES[country] for country in self.pair(key)]
        parties = json.dumps([{"kind": "country", "name": _NAMES[code], "country": code} for code in codes])
        evidence = json.dumps([{"text": title, "start": 0, "end": len(title), "field": "text"}])
        told = self.kinds[key], "occurred", when.start, when.end, when.precision.value, title, 0.8
        return (number, self.article_of(number), key, *told, parties, evidence, "meets", "bench")

    def changes(self, key: int) -> Iterator[Row]:
        """Who set the fields."""
        return ((self.article_of(key), key, field, field) for field in _FIELDS)

    def words(self) -> Iterator[tuple[int, str]]:
        """By event, what full-text search finds it by."""
        for key in self.numbers:
            yield key, self.title(key).lower() + " " + " ".join(self._words(key, 16))

    def told_by(self, mention: int) -> int:
        """The event that a mention tells: each once, then every other again."""
        return mention if mention < len(self.days) else (mention - len(self.days) + 1) * 2

    def article_of(self, mention: int) -> int:
        """The article that a mention stands in."""
        return mention * 2 // 5 + 1

    @property
    def first_person(self) -> int:
        """The id of the first person."""
        return len(_CODES) + len(_BODIES) + 1

    def title(self, key: int) -> str:
        """What an event is called."""
        marks = [word for word, every in ((COMMON, 3), (FIT, 101), (RARE, self.small)) if key % every == 0]
        return " ".join([*self._words(key, 1), "meets", *self._words(key * 3 + 1, 1), *marks])

    def pair(self, key: int) -> tuple[int, int]:
        """The places in the list of an event's two countries."""
        one, other = self.others[2 * key], self.others[2 * key + 1]
        first = 0 if key % 50 == 7 else 1 if key % self.small == self.small // 2 else one
        return first, other if other != first else 2 + (other - 1) % (len(_CODES) - 2)

    def when(self, key: int) -> TimeSpan:
        """An event's days, as exactly as its sources tell."""
        day, kind = self.days[key], key % 41
        if kind == 0:
            return TimeSpan.year(day.year)
        if kind == 1:
            return TimeSpan.unknown(end=day)
        if kind == 2:
            return TimeSpan.unknown(start=day)
        return TimeSpan.month(day.year, day.month) if kind < 6 else TimeSpan.day(day)

    def _person(self, number: int) -> tuple[str, str]:
        """A name that nobody else has, and the country acted for."""
        surname = "".join(_SYLLABLES[int(digit, 16)] for digit in f"{number:04x}")
        return f"{self._words(number, 1)[0]} {surname}".title(), _CODES[number % len(_CODES)]

    def _words(self, number: int, size: int) -> list[str]:
        """Some words, the same ones for the same number."""
        place = number * 7919 % _LANGUAGE
        return self.language[place : place + size]


def _language(chance: random.Random) -> list[str]:
    """A long text of some three thousand words, the earlier the more often."""
    words = ["".join(chance.choices(_SYLLABLES, k=3)) for _ in range(4096)]
    often = list(accumulate(1 / (rank + 5) for rank in range(len(words))))
    return chance.choices(words, cum_weights=often, k=_LANGUAGE + 50)


def main() -> None:
    """Makes one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database", metavar="PATH|URL")
    parser.add_argument("--events", type=int, default=100_000, metavar="N", help="(default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="(default: %(default)s)")
    options = parser.parse_args()
    begun = time.perf_counter()
    fill(options.database, options.events, seed=options.seed)
    print(f"{options.events:,} events in {options.database} after {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
