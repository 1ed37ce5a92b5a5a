"""The countries of ISO 3166-1 with Kosovo, and the states that are gone, by every name that they go by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from tracker.errors import UnknownName
from tracker.reference.added import in_force, kept, remembered
from tracker.reference.tables import day, fold, listed, rows

# What may stand before any country's name without changing what is meant.
_STYLE = re.compile(r"^(government|kingdom|republic) of (the )?")


@dataclass(frozen=True, slots=True)
class Country:
    """A country, or a former state (`former`) that counts as its main successor.

    `code` is the ISO 3166-1 alpha-3 code that the record files it under, which for a former state is that of its
    `successor`; so `country(text).code` is always a present code. `alpha2` is None for former states. `name` is the
    usual short English name. `capital` is None for territories without one. `from_` and `until` bound a former
    state's life, both inclusive; they are None for present countries.
    """

    code: str
    name: str
    official: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    former: bool = False
    successor: str | None = None
    from_: date | None = None
    until: date | None = None
    alpha2: str | None = None

    def surfaces(self) -> Iterator[str]:
        """Every name it goes by, codes and demonyms aside, the usual one first."""
        return iter(dict.fromkeys((self.name, self.official, *self.aliases)))


@kept
def countries() -> tuple[Country, ...]:
    """All present countries and territories, by code."""
    return tuple(_country(row) for row in rows("countries.tsv"))


@cache
def former_states() -> tuple[Country, ...]:
    """States that news since 1945 names and that are gone, or were renamed for good."""
    return tuple(_former_state(row) for row in rows("former_states.tsv"))


@remembered
def country(text: str) -> Country | None:
    """The country that a name, alias, demonym or code stands for, in any case, with or without accents.

    None when it is unknown, or when it is shared evenly ("Congo"): `countries_called` tells them all.
    """
    called = countries_called(text)
    if len(called) < 2:
        return called[0] if called else None
    meant = mostly_meant().get(fold(text))
    return next((c for c in called if c.code == meant), None)


def countries_called(text: str) -> tuple[Country, ...]:
    """All countries that a name, alias, demonym or code stands for."""
    folded = fold(text)
    for name in (folded, _STYLE.sub("", folded)):
        for index in (_by_name, _by_alias, _by_former_name):
            if found := index().get(name):
                return found
    return ()


def require_country(text: str) -> Country:
    """As `country`, but an unknown or shared name raises `UnknownName` with the nearest ones."""
    found = country(text)
    if found is None:
        raise UnknownName("country", text, nearest=[c.name for c in countries_called(text)] or _nearest(text))
    return found


@cache
def shared_names() -> tuple[tuple[str, str, str], ...]:
    """Names that stand for more than one thing: the name, the code mostly meant by it (or ""), and why."""
    return tuple((name, code, why) for name, code, why in rows("ambiguous.tsv"))


@cache
def mostly_meant() -> Mapping[str, str]:
    """By folded name, the code of the country that a shared name mostly means."""
    return {fold(name): code for name, code, _ in shared_names() if code}


def _country(row: list[str]) -> Country:
    code, alpha2, name, official, capital, demonyms, aliases = row
    names = listed(aliases) + in_force().more("countries", code)
    peoples = listed(demonyms) + in_force().more("demonyms", code)
    return Country(code, name, official, names, peoples, capital or None, alpha2=alpha2)


def _former_state(row: list[str]) -> Country:
    name, official, code, iso, capital, demonyms, aliases, since, until = row
    names = listed(aliases) + ((iso,) if iso else ())
    return Country(code, name, official, names, listed(demonyms), capital or None, True, code, day(since), day(until))


# Three indexes, asked in this order: what a country is called by name or code hides what others are called else, and
# present countries hide former ones. Most questions are answered by the first, so the others are seldom made.
@kept
def _by_name() -> Mapping[str, tuple[Country, ...]]:
    return _index((name, c) for c in countries() for name in (c.name, c.official, c.code, c.alpha2) if name)


@kept
def _by_alias() -> Mapping[str, tuple[Country, ...]]:
    return _index((name, c) for c in countries() for name in (*c.aliases, *c.demonyms))


@cache
def _by_former_name() -> Mapping[str, tuple[Country, ...]]:
    return _index((name, c) for c in former_states() for name in (*c.surfaces(), *c.demonyms))


def _index(names: Iterable[tuple[str, Country]]) -> Mapping[str, tuple[Country, ...]]:
    """Countries by folded name; of several with one code the first."""
    found: dict[str, dict[str, Country]] = defaultdict(dict)
    for name, owner in names:
        found[fold(name)].setdefault(owner.code, owner)
    return {name: tuple(owners.values()) for name, owners in found.items()}


def _nearest(text: str) -> list[str]:
    from rapidfuzz import fuzz, process  # only to explain an error

    indexes = (_by_former_name(), _by_alias(), _by_name())
    known = {name: owners[0].name for index in indexes for name, owners in index.items()}
    spellings = {name: meant for name, meant in known.items() if len(name) > 3}  # codes are near everything
    near = process.extract(fold(text), list(spellings), scorer=fuzz.WRatio, limit=8, score_cutoff=70)
    return list(dict.fromkeys(spellings[name] for name, _, _ in near))[:3]
