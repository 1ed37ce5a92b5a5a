"""Records of any size, invented and written straight into the tables, for what is measured on big ones.

Each event has three parties on the average (two countries, of which a few are in most, and often a person or an
organisation); half of them are told by one article and half by two, one in five has a tag, one in ten a note, and every
field has the change that set it, so that `tracker db check` finds the record sound. The same seed gives the same.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from tracker import reference, store
from tracker.store.ids import fingerprint, public_id
from tracker.store.words import folded

_BATCH = 5_000
_FIRST, _DAYS = date(1995, 1, 1), 365 * 30
_SHAPES = {"meeting": "participant", "call": "participant", "agreement": "party", "summit": "participant"}
_GIVEN = ("Ana", "Omar", "Li", "Jan", "Maria", "Kofi", "Ingrid", "Raj", "José", "Zoë")
_SURNAMES = ("Silva", "Haddad", "Na", "Novak", "Rossi", "Mensah", "Berg", "Patel", "Muñoz", "Çelik")
_OFFICES = ("foreign minister", "president", "ambassador", "special envoy", "prime minister")
_BODIES = ("UN", "NATO", "EU", "ASEAN", "African Union")
_CITIES = tuple(filter(None, map(reference.place, ("Geneva", "Kabul", "Doha", "Tokyo", "Vienna", "Cairo"))))
_TAGS = ("priority", "to check", "water")

Row = dict[str, Any]


def fill(path: Path, size: int, *, seed: int = 1) -> None:
    """Makes an SQLite record of `size` events at a path."""
    store.upgrade(str(path))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        found = "select name, sql from sqlite_master where type = 'index' and sql is not null"
        indexes = connection.execute(found).fetchall()
        for name, _ in indexes:
            connection.execute(f"drop index {name}")
        for table, rows in _pages(size, seed):
            names = list(rows[0])
            places = ", ".join("?" * len(names))
            connection.executemany(
                f"insert into {table} ({', '.join(names)}) values ({places})", [tuple(row.values()) for row in rows]
            )
        for _, statement in indexes:
            connection.execute(statement)
        connection.commit()


def _pages(size: int, seed: int) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each table, some thousand events at a time."""
    world = _World(seed)
    for key in range(1, size + 1):
        world.add_event(key)
        if key % _BATCH == 0 or key == size:
            yield from world.rows.items()
            world.rows = defaultdict(list)


class _World:
    """What is made up of events, articles and parties, and what of it is not written yet."""

    def __init__(self, seed: int) -> None:
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self._chance = random.Random(seed)
        self._codes = [country.code for country in reference.countries()]
        self._weights = [*accumulate(1 / (rank + 3) for rank in range(len(self._codes)))]
        self._names = {country.code: country.name for country in reference.countries()}
        self._parties: dict[str, int] = {}
        self._taken: set[str] = set()
        self._documents = 0
        signed = {"author": "tracker", "origin": "machine", "command": "ingest", "reason": ""}
        self.rows["operation"].append({"id": 1, **signed, "at": "2026-01-01 00:00:00.000000"})

    def add_event(self, key: int) -> None:
        """One event with all that belongs to it."""
        chance = self._chance
        kind = chance.choice((*_SHAPES, "visit"))
        when = self._when()
        parties = self._parties_of(kind)
        place = chance.choice(_CITIES) if chance.random() < 0.7 else None
        title = self._title(kind, parties)
        state = {
            **{"type": kind, "subtype": None, "status": "occurred" if chance.random() < 0.9 else "planned"},
            **when,
            **{"date_basis": "explicit", "title": title, **_told(parties)},
            **{"place_name": place and place.name, "place_country": place and place.country},
            **{"latitude": place and place.latitude, "longitude": place and place.longitude},
            **{"confidence": round(chance.uniform(0.3, 1), 2), "conflicts": "", "note": ""},
            **{"tags": "", "review": "unreviewed"},
        }
        if chance.random() < 0.1:
            state["note"] = f"Said to be about {chance.choice(('water', 'trade', 'visas'))}; =unclear"
        if chance.random() < 0.2:
            state["tags"] = chance.choice(_TAGS)
            self.rows["tag"].append({"event_key": key, "name": state["tags"]})
        self._record(key, state, parties, title)

    def _record(self, key: int, state: Row, parties: list[Row], title: str) -> None:
        told = {name: value for name, value in state.items() if name not in (*_PARTIES, "tags")}
        claim = {name: value for name, value in told.items() if name not in ("conflicts", "note", "review")}
        claim["start_day"], claim["end_day"] = told["start_day"], told["end_day"] = claim.pop("start"), claim.pop("end")
        del told["start"], told["end"]
        day, loose = told["start_day"] or told["end_day"] or "0001-01-01", told["precision"] in ("year", "unknown")
        mark = fingerprint("invented", str(key))
        id = public_id(mark, taken=self._taken.__contains__)
        self._taken.add(id)
        self.rows["event"].append(
            {"key": key, "id": id, **told, "day": day, "loose": loose}
            | {"place_folded": folded(told["place_name"] or ""), "origin": "machine", "fingerprint": mark}
        )
        self._participate(key, parties, day, loose)
        self._change(key, state)
        quotes = [self._mention(key, claim, parties, title) for _ in range(1 + self._chance.randrange(2))]
        words = folded(" ".join((title, told["note"], *quotes)))
        self.rows["event_search"].append({"rowid": key, "words": words})

    def _when(self) -> Row:
        first = _FIRST + timedelta(days=self._chance.randrange(_DAYS))
        if self._chance.random() < 0.9:
            last = first + timedelta(days=self._chance.choice((0, 0, 0, 1, 3)))
            return _days(str(first), str(last), "day", f"{first:%-d %B}")
        if self._chance.random() < 0.5:
            return _days(f"{first.year}-01-01", f"{first.year}-12-31", "year", "")
        return _days(None, None, "unknown", "recently")

    def _parties_of(self, kind: str) -> list[Row]:
        """Two countries, and often a person or an organisation; in the order in which a record keeps them."""
        chance = self._chance
        one, other = self._pair()
        roles = ("visitor", "host") if kind == "visit" else (_SHAPES[kind], _SHAPES[kind])
        found = [self._party("country", self._names[one], roles[0], one)]
        found.append(self._party("country", self._names[other], roles[1], other))
        if chance.random() < 0.3:
            found.append(self._party("organisation", chance.choice(_BODIES), None if kind == "visit" else roles[0]))
        if chance.random() < 0.7:
            name = f"{chance.choice(_GIVEN)} {chance.choice(_SURNAMES)}"
            found.append(self._party("person", name, roles[0], one, chance.choice(_OFFICES)))
        return found

    def _pair(self) -> tuple[str, str]:
        one = other = ""
        while one == other:
            one, other = self._chance.choices(self._codes, cum_weights=self._weights, k=2)
        return one, other

    @staticmethod
    def _party(kind: str, name: str, role: str | None, country: str | None = None, office: str | None = None) -> Row:
        return {"kind": kind, "name": name, "role": role, "country": country, "organisation": None, "office": office}

    def _title(self, kind: str, parties: list[Row]) -> str:
        words = ("", " on trade and water", ", says ministry", " – first in years")
        return f"{parties[0]['name']} and {parties[1]['name']}: {kind}{self._chance.choice(words)}"

    def _participate(self, key: int, parties: list[Row], day: str, loose: bool) -> None:
        for ordinal, party in enumerate(parties):
            told = {name: value for name, value in party.items() if name != "kind"}
            placed = {"event_key": key, "party_id": self._party_id(party), "ordinal": ordinal, "repeat": 0}
            self.rows["participation"].append({**placed, "day": day, "loose": loose, **told})

    def _party_id(self, party: Row) -> int:
        name = folded(party["name"])
        identity = {"country": f"country:{party['country']}", "organisation": f"organisation:{name}"}.get(
            party["kind"], f"person:{name}:{party['country']}"
        )
        if identity not in self._parties:
            self._parties[identity] = len(self._parties) + 1
            row = {"id": self._parties[identity], "kind": party["kind"], "identity": identity, "name": party["name"]}
            self.rows["party"].append({**row, "folded": name, "country": party["country"]})
        return self._parties[identity]

    def _change(self, key: int, state: Mapping[str, Any]) -> None:
        for field, value in state.items():
            if value not in (None, ""):
                text = repr(float(value)) if isinstance(value, float) else value
                row = {"operation_id": 1, "event_key": key, "field": field, "old_value": None, "new_value": text}
                self.rows["change"].append(row)

    def _mention(self, key: int, claim: Row, parties: list[Row], title: str) -> str:
        """An article that tells the event; the sentence that does."""
        self._documents += 1
        number = self._documents
        quote = f"{title} ({number})."
        self.rows["document"].append(
            {"id": number, "digest": fingerprint("article", str(number)), "name": f"{number}.txt", "title": title}
            | {"publisher": "News", "url": f"https://news.example/{number}", "published_start": claim["start_day"]}
            | {"published_end": claim["start_day"], "published_precision": claim["start_day"] and "day"}
            | {"language": "en", "text": quote, "added_by": 1, "extractor": "invented"}
        )
        evidence = [{"text": quote, "start": 0, "end": len(quote), "field": "text"}]
        self.rows["mention"].append(
            {"id": number, "document_id": number, "event_key": key, **claim, "participants": json.dumps(parties)}
            | {"evidence": json.dumps(evidence), "trigger_text": claim["type"], "extractor": "invented"}
        )
        self.rows["judgement"].append(
            {"mention_id": number, "event_key": key, "verdict": "same", "score": 1.0, "operation_id": 1}
        )
        return quote


_PARTIES = ("countries", "organisations", "people")


def _days(start: str | None, end: str | None, precision: str, text: str) -> Row:
    return {"start": start, "end": end, "precision": precision, "date_text": text}


def _told(parties: list[Row]) -> dict[str, str]:
    """The parties as the history keeps them."""
    kinds: dict[str, list[str]] = {"country": [], "organisation": [], "person": []}
    for party in parties:
        told = {
            "country": (party["country"], party["role"]),
            "organisation": (party["name"], party["role"]),
            "person": (party["name"], party["office"], party["country"], party["role"]),
        }[party["kind"]]
        kinds[party["kind"]].append(":".join(filter(None, told)))
    return dict(zip(_PARTIES, map("; ".join, kinds.values()), strict=True))
