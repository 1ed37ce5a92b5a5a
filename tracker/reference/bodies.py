"""Organisations that take part in diplomacy, and the authorities that rule a country without being its state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from tracker.reference.added import in_force, kept, remembered
from tracker.reference.tables import fold, text


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation under its usual short name.

    `seat` is the city of its headquarters and `country` that city's country, both None where it has none. `part_of`
    is the short name of the organisation that it acts for, None where it stands alone. `from_` and `until` bound its
    life, inclusive, where that matters. `shared` lists those of its names that mean other things too.
    """

    short: str
    full: str
    aliases: tuple[str, ...] = ()
    seat: str | None = None
    country: str | None = None
    part_of: str | None = None
    from_: date | None = None
    until: date | None = None
    shared: tuple[str, ...] = ()

    def surfaces(self) -> Iterator[str]:
        """Every name it goes by, the usual one first."""
        return iter(dict.fromkeys((self.short, self.full, *self.aliases)))


@dataclass(frozen=True, slots=True)
class Authority:
    """Who rules or ruled a country in fact, and from when to when it counts for that country (bounds inclusive)."""

    name: str
    country: str
    aliases: tuple[str, ...]
    from_: date | None
    until: date | None

    def rules_on(self, on: date | None) -> bool:
        """Whether it counts for its country on that day; without a day, whether it still does."""
        if on is None:
            return self.until is None
        return (self.from_ is None or self.from_ <= on) and (self.until is None or on <= self.until)


@kept
def organisations() -> tuple[Organisation, ...]:
    """All known organisations, in the order of the data file; added ones last."""
    entries = {**_tables("organisations.toml"), **in_force().organisations}
    return tuple(_organisation(short, entry) for short, entry in entries.items())


@cache
def authorities() -> tuple[Authority, ...]:
    """All known de facto authorities, in the order of the data file."""
    return tuple(_authority(entry) for entry in _tables("authorities.toml")["authority"])


@remembered
def organisation(name: str) -> Organisation | None:
    """The organisation of that short name, full name or alias; None when it is unknown."""
    return _index().get(fold(name))


def authority(name: str, on: date | None = None) -> Authority | None:
    """The authority of that name that counts for a country on that day (without a day: that still does)."""
    wanted = fold(name)
    called = (a for a in authorities() if wanted in map(fold, (a.name, *a.aliases)))
    return next((a for a in called if a.rules_on(on)), None)


@kept
def _index() -> Mapping[str, Organisation]:
    index: dict[str, Organisation] = {}
    for found in organisations():
        for name in found.surfaces():
            index.setdefault(fold(name), found)
    return index


def _organisation(short: str, entry: Mapping[str, Any]) -> Organisation:
    return Organisation(
        short,
        entry["full"],
        aliases=(*entry.get("aliases", ()), *in_force().more("organisations", short)),
        seat=entry.get("seat"),
        country=entry.get("country"),
        part_of=entry.get("part_of"),
        from_=entry.get("since"),
        until=entry.get("until"),
        shared=tuple(entry.get("shared", ())),
    )


def _authority(entry: Mapping[str, Any]) -> Authority:
    aliases = tuple(entry.get("aliases", ()))
    return Authority(entry["name"], entry["country"], aliases, entry.get("since"), entry.get("until"))


def _tables(file: str) -> Mapping[str, Any]:
    import tomllib

    return tomllib.loads(text(file))
