"""Capitals, seats of government and cities, with their countries and coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain

from tracker.reference.added import in_force, kept, place_key, remembered
from tracker.reference.tables import day, fold, listed, rows


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A city or another place where diplomacy happens. `country` is alpha-3; coordinates in degrees, WGS 84.

    `aliases` are its other names and spellings. `population` is None for what is not a town. `namesake` tells that
    another place, a person or a common word is often meant by its name.
    """

    name: str
    country: str
    latitude: float
    longitude: float
    population: int | None = None
    capital: bool = False
    namesake: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """A building, street or town that stands for a government ("the Kremlin"), while it did (bounds inclusive)."""

    name: str
    country: str
    city: str
    from_: date | None
    until: date | None


@kept
def places() -> tuple[PlaceEntry, ...]:
    """All known places, capitals first, then by size; added ones last."""
    return tuple(_place(row) for row in chain(rows("places.tsv"), in_force().places))


@cache
def seats() -> tuple[Seat, ...]:
    """What stands for a government without being its capital."""
    return tuple(Seat(name, code, city, day(since), day(until)) for name, code, city, since, until in rows("seats.tsv"))


@remembered
def place(name: str) -> PlaceEntry | None:
    """The place of that name, the capital or largest where several share it; a seat is found at its city."""
    return _index().get(fold(name))


def places_called(name: str, country: str | None = None) -> tuple[PlaceEntry, ...]:
    """All known places of that name, the likeliest first; of one country only where its code is given."""
    wanted = fold(name)
    called = (p for p in places() if wanted in map(fold, (p.name, *p.aliases)))
    return tuple(p for p in called if country in (None, p.country))


@kept
def _index() -> Mapping[str, PlaceEntry]:
    index: dict[str, PlaceEntry] = {}
    for name, found in chain(_own_names(), _other_names()):
        index.setdefault(fold(name), found)
    for seat in seats():
        city = index[fold(seat.city)]
        index.setdefault(fold(seat.name), PlaceEntry(seat.name, seat.country, city.latitude, city.longitude))
    return index


def _own_names() -> Iterator[tuple[str, PlaceEntry]]:
    return ((p.name, p) for p in places())


def _other_names() -> Iterator[tuple[str, PlaceEntry]]:
    return ((alias, p) for p in places() for alias in p.aliases)


def _place(row: list[str]) -> PlaceEntry:
    name, code, latitude, longitude, size, marks, aliases = row
    population = int(size) if size else None
    where = (float(latitude), float(longitude))
    names = listed(aliases) + in_force().more("places", place_key(name, code))
    return PlaceEntry(name, code, *where, population, "capital" in marks, "namesake" in marks, names)
