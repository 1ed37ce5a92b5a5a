"""Every surface form that stands for a country, place, organisation or authority, for a matcher to look for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import chain
from typing import Literal

from tracker.reference.added import kept
from tracker.reference.atlas import places, seats
from tracker.reference.bodies import authorities, organisations
from tracker.reference.states import countries, former_states, shared_names
from tracker.reference.tables import plain, rows

NameKind = Literal["country", "demonym", "capital", "seat", "city", "organisation", "authority"]


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A surface form, as printed in the middle of a sentence, and what it stands for.

    `code` is an alpha-3 code, for organisations the usual short name. The name stands for it from `from_` to `until`,
    inclusive and open where None. `ambiguous` says that the form alone is weak evidence: something else is meant by
    it often enough to look at the context first. A form that means several things has an entry for each.
    """

    surface: str
    kind: NameKind
    code: str
    from_: date | None = None
    until: date | None = None
    ambiguous: bool = False


def names() -> Iterator[NameEntry]:
    """All surface forms, with unaccented and typographic spellings; the likelier meaning of a form comes first."""
    return iter(_names())


@cache
def decoys() -> frozenset[str]:
    """Names that are or contain a country's or city's and mean neither ("South China Sea", "Virginia")."""
    return frozenset(chain.from_iterable(_spellings(name) for (name, _) in rows("decoys.tsv")))


@kept
def _names() -> tuple[NameEntry, ...]:
    shared = {name for name, _, _ in shared_names()}
    meanings: dict[str, dict[tuple[str, str], NameEntry]] = defaultdict(dict)
    for entry in chain(_of_countries(), _of_former_states(), _of_authorities(), _of_organisations(), _of_places()):
        for surface in _spellings(entry.surface):
            flagged = entry.ambiguous or entry.surface in shared
            found = replace(entry, surface=surface, ambiguous=flagged)
            meanings[surface].setdefault((_family(entry.kind), entry.code), found)
    return tuple(chain.from_iterable(_flagged(found.values()) for found in meanings.values()))


def _flagged(meanings: Iterable[NameEntry]) -> Iterator[NameEntry]:
    """A form that stands for several things at one time is ambiguous in each of them."""
    entries = list(meanings)
    for entry in entries:
        clash = any(_clash(entry, other) for other in entries)
        yield replace(entry, ambiguous=entry.ambiguous or clash)


def _clash(one: NameEntry, other: NameEntry) -> bool:
    if one.code == other.code:
        return False
    apart = _before(one.until, other.from_) or _before(other.until, one.from_)
    return not apart


def _before(until: date | None, since: date | None) -> bool:
    return until is not None and since is not None and until < since


def _family(kind: NameKind) -> str:
    """Kinds that are one thing where the code is one: Monaco is a country and its capital."""
    return "place" if kind in ("capital", "city") else kind


def _of_countries() -> Iterator[NameEntry]:
    for c in countries():
        yield from (NameEntry(name, "country", c.code) for name in c.surfaces() if "," not in name)
        yield from (NameEntry(name, "demonym", c.code) for name in c.demonyms)


def _of_former_states() -> Iterator[NameEntry]:
    for c in former_states():
        yield from (NameEntry(name, "country", c.code, c.from_, c.until) for name in c.surfaces())
        yield from (NameEntry(name, "demonym", c.code, c.from_, c.until) for name in c.demonyms)


def _of_authorities() -> Iterator[NameEntry]:
    for a in authorities():
        yield from (NameEntry(name, "authority", a.country, a.from_, a.until) for name in (a.name, *a.aliases))


def _of_organisations() -> Iterator[NameEntry]:
    for o in organisations():
        for name in o.surfaces():
            yield NameEntry(name, "organisation", o.short, o.from_, o.until, name in o.shared)


def _of_places() -> Iterator[NameEntry]:
    for seat in seats():
        yield NameEntry(seat.name, "seat", seat.country, seat.from_, seat.until)
    governed_from = {
        (seat.city, seat.country) for seat in seats() if seat.city == seat.name and not (seat.from_ or seat.until)
    }
    for p in places():
        kind: NameKind = "capital" if p.capital or (p.name, p.country) in governed_from else "city"
        yield from (NameEntry(name, kind, p.country, ambiguous=p.namesake) for name in (p.name, *p.aliases))


def _spellings(name: str) -> Iterable[str]:
    """A name as it stands, without accents, and with the apostrophe that printers use."""
    forms: Mapping[str, None] = dict.fromkeys((name, plain(name)))
    return dict.fromkeys(chain(forms, (form.replace("'", "’") for form in forms)))
