"""What it costs to place a mention as the record grows, and between two countries that are told of all the time.

usage: python -m bench.growth [--sizes N…] [--sample N] [--json]

The record is filled with invented mentions of thirty years, every other of an engagement that is on record already; a
tenth of them are of one pair of countries. At each size a sample of mentions is placed, each in an article of its own
and 32 articles in a transaction, as `tracker ingest` does, and the processor time is told apart: finding what is like
it in the database, deciding, and writing, its article too. The exponent is that of the time for all mentions, from the
first size to the last: 1 is as much for each however many there are.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Connection, func, select

from tracker import reference, resolve, store
from tracker.model import Document, Engagement, Event, Mention, Participant, PartyKind, Sentence, TimeSpan
from tracker.pipeline.reading import TOGETHER
from tracker.store import columns, schema
from tracker.store.address import Address
from tracker.store.engine import open_engine
from tracker.store.parties import identity
from tracker.store.record import Recorder
from tracker.store.rows import written
from tracker.store.words import folded

MOST = {"micros": 60.0, "exponent": 1.15}
"""The limits: microseconds a mention, and how the time for all of them grows with their number."""

HOT = ("CHN", "USA")
_CODES = [country.code for country in reference.countries()]
_TYPES = ("meeting", "visit", "call", "agreement")
_NAMES = ("Ana Silva", "Omar Haddad", "Li Na", "Jan Novak", "Maria Rossi", "Kofi Mensah", "Ingrid Berg", "Raj Patel")
_FIRST, _DAYS = date(1995, 1, 1), 365 * 30


def mentions(seed: int, *, hot: bool | None = None) -> Iterator[Mention]:
    """Mentions without end, every second one a retelling of one before; of the hot pair, of others, or of both."""
    chance = random.Random(seed)
    told: list[Mention] = []
    while True:
        if told and chance.random() < 0.5:
            one = chance.choice(told[-50:])
            words = f"Retold {chance.getrandbits(60):x}."
        else:
            busy = chance.random() < 0.1 if hot is None else hot
            one = _mention(chance, HOT if busy else tuple(chance.sample(_CODES, 2)))
            words = f"Told {chance.getrandbits(60):x}."
            told.append(one)
        yield replace(one, evidence=(Sentence(words, 0, len(words)),))


def _mention(chance: random.Random, pair: tuple[str, ...]) -> Mention:
    people = [Participant(kind=PartyKind.PERSON, name=chance.choice(_NAMES), country=code) for code in pair]
    countries = [Participant(kind=PartyKind.COUNTRY, name=code, country=code) for code in pair]
    day = _FIRST + timedelta(days=chance.randrange(_DAYS))
    when = TimeSpan.day(day) if chance.random() < 0.9 else TimeSpan.month(day.year, day.month)
    return Mention(
        type=chance.choice(_TYPES),
        when=when,
        participants=(*countries, *people),
        evidence=(Sentence("", 0, 0),),
        confidence=0.8,
    )


@dataclass(frozen=True, slots=True)
class Cost:
    """Median processor microseconds a mention."""

    size: int
    pair: str
    finding: float
    deciding: float
    writing: float

    @property
    def total(self) -> float:
        """All of them."""
        return self.finding + self.deciding + self.writing


class Filling:
    """Rows of mentions straight into the tables: to place a million one by one would take hours."""

    def __init__(self, url: str) -> None:
        self._engine = open_engine(Address.read(url), wait=10)
        self._parties: dict[str, int] = {}
        self._homes: dict[int, int] = {}
        self._last = dict.fromkeys(("key", "mention", "party"), 0)

    def add(self, mentions: Sequence[Mention]) -> None:
        """Puts them on record, a retelling with what it retells."""
        rows: dict[Any, list[dict[str, Any]]] = {
            table: [] for table in (schema.party, schema.event, schema.participation, schema.mention, schema.judgement)
        }
        with self._engine.begin() as connection:
            self._look(connection)
            signed = {"author": "tracker", "origin": "machine", "command": "ingest", "at": datetime.now(UTC)}
            operation = connection.execute(schema.operation.insert(), signed).inserted_primary_key[0]
            article = {"digest": f"filled {self._last}", "text": "", "added_by": operation}
            document = connection.execute(schema.document.insert(), article).inserted_primary_key[0]
            for mention in mentions:
                self._add(mention, rows, document, operation)
            for table, found in rows.items():
                if found:
                    connection.execute(table.insert(), found)

    def _look(self, connection: Connection) -> None:
        """What is on record by now, of what was placed as well."""
        tops = {"key": schema.event.c.key, "mention": schema.mention.c.id, "party": schema.party.c.id}
        self._last = {name: connection.scalar(select(func.max(column))) or 0 for name, column in tops.items()}
        self._parties = dict(connection.execute(select(schema.party.c.identity, schema.party.c.id)).all())

    def _next(self, what: str) -> int:
        self._last[what] += 1
        return self._last[what]

    def _add(self, mention: Mention, rows: dict[Any, list[dict[str, Any]]], document: int, operation: int) -> None:
        number = self._next("mention")
        key = self._homes.get(id(mention.participants))
        if key is None:
            key = self._homes[id(mention.participants)] = self._next("key")
            event = Event(**{one.name: getattr(mention, one.name) for one in fields(Engagement)}, id=f"b{key}")
            own = {"key": key, "id": event.id, "origin": "machine", "fingerprint": event.id}
            rows[schema.event].append(own | columns.of_event(event))
            rows[schema.participation] += [self._part(key, event, n, rows[schema.party]) for n in range(4)]
        told = {"id": number, "document_id": document, "event_key": key, "live": True}
        claim = {"participants": written(mention.participants), "evidence": written(mention.evidence)}
        rows[schema.mention].append(told | claim | columns.told(mention))
        judged = {"mention_id": number, "event_key": key, "verdict": "same", "operation_id": operation}
        rows[schema.judgement].append(judged)

    def _part(self, key: int, event: Event, ordinal: int, made: list[dict[str, Any]]) -> dict[str, Any]:
        party = event.participants[ordinal]
        name = identity(party)
        if name not in self._parties:
            self._parties[name] = self._next("party")
            known = {"identity": name, "kind": party.kind.value, "name": party.name, "folded": folded(party.name)}
            made.append({"id": self._parties[name], **known, "country": party.country})
        day = {"day": columns.day(event.when), "loose": columns.is_loose(event.when)}
        part = {"event_key": key, "party_id": self._parties[name], "ordinal": ordinal, "repeat": 0}
        return part | day | {"name": party.name, "country": party.country}


def cost(recorder: Recorder, url: str, size: int, *, hot: bool, sample: int) -> Cost:
    """What a mention costs at a size, of the hot pair or of others."""
    told = list(islice(mentions(size + hot, hot=hot), sample))
    finding, deciding, placing = [], [], []
    with store.open_reader(url) as reader:
        for mention in told:
            begun = time.process_time()
            found = reader.compared(reader.near(mention, resolve.compatible_types(mention.type)))
            middle = time.process_time()
            resolve.decide(mention, [one.event for one in found.values()])
            finding.append(middle - begun)
            deciding.append(time.process_time() - middle)
    for first in range(0, sample, TOGETHER):
        readings = [(Document(text=one.evidence[0].text), [one]) for one in told[first : first + TOGETHER]]
        begun = time.process_time()
        recorder.articles(readings, resolve)
        placing.append((time.process_time() - begun) / len(readings))
    find, decide, place = (median(each) * 1e6 for each in (finding, deciding, placing))
    return Cost(size, "hot" if hot else "others", round(find), round(decide), round(place - find - decide))


def main() -> None:
    """Prints a line for each size and kind of pair."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000], metavar="N")
    parser.add_argument("--sample", type=int, default=256, metavar="N", help="mentions timed (default: %(default)s)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        costs = list(measured(str(Path(folder) / "record.db"), options.sizes, options.sample))
    exponents = {f"{pair} {part}": exponent(costs, pair, part) for pair in ("others", "hot") for part in PARTS}
    if options.json:
        print(json.dumps({"costs": [asdict(one) for one in costs], "exponents": exponents, "limits": MOST}, indent=2))
    else:
        print("\n".join([*map(line, costs), *grown(exponents)]))


PARTS = ("finding", "deciding", "writing", "total")


def measured(url: str, sizes: Sequence[int], sample: int) -> Iterator[Cost]:
    """The costs at each size, as the record is filled."""
    source, size = mentions(1), 0
    with store.open_recorder(url, author="bench", command="ingest") as recorder:
        filling = Filling(url)
        for wanted in sizes:
            while size < wanted:
                batch = list(islice(source, min(1000, wanted - size)))
                filling.add(batch)
                size += len(batch)
            yield cost(recorder, url, wanted, hot=False, sample=sample)
            yield cost(recorder, url, wanted, hot=True, sample=sample)


def exponent(costs: Sequence[Cost], pair: str, part: str) -> float:
    """How the time for all mentions grows, from the first size to the last."""
    ours = [one for one in costs if one.pair == pair]
    first, last = ours[0], ours[-1]
    if first.size == last.size:
        return 1.0
    ratio = getattr(last, part) / getattr(first, part)
    return round(1 + math.log(ratio) / math.log(last.size / first.size), 2)


def line(one: Cost) -> str:
    """A cost as it is printed."""
    parts = "  ".join(f"{part} {getattr(one, part):6,.0f}" for part in PARTS)
    return f"{one.size:9,} mentions, {one.pair:6}  {parts} µs (at most {MOST['micros']:.0f})"


def grown(exponents: dict[str, float]) -> Iterator[str]:
    """The exponents as they are printed."""
    for pair in ("others", "hot"):
        parts = "  ".join(f"{part} {exponents[f'{pair} {part}']:6.2f}" for part in PARTS)
        yield f"         exponent, {pair:6}  {parts}    (at most {MOST['exponent']})"


if __name__ == "__main__":
    main()
