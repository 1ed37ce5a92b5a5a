"""A row of another table as a row of ours, cell by cell; what cannot be meant is told with the column it stands in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tracker import reference
from tracker.errors import InputError
from tracker.model import InvalidRow, TableRow
from tracker.views import parties, rows
from tracker.views.dialects import days
from tracker.views.dialects.codes import NO_EVENT, all_codes, coded
from tracker.views.dialects.dialect import SIDES, Dialect
from tracker.views.dialects.sides import acting

_DERIVED = {
    "start": "date",
    "end": "date",
    **dict.fromkeys(("type", "subtype", "status"), "code"),
    **dict.fromkeys(("place_name", "place_country"), "location"),
}
"""Where a column that is in fault may have been read from."""

_HEADINGS = 1_000
"""Of rows that bring their own names for the columns, as in JSON, so many sets of names are kept."""

_DAYS = 10_000
"""So many days are kept as they were read."""

_KNOWN = frozenset(rows.COLUMNS)

Cells = dict[str, str]
Step = tuple[str, Callable[[str], Mapping[str, str]]]
"""A column of ours, and what reads the cells that follow from what stands in it."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """What columns mean: ours by theirs; theirs by ours where it is another; and the same of what follows from ours."""

    columns: Mapping[str, str]
    names: Mapping[str, str]
    origins: Mapping[str, str]


def translated(
    found: Iterable[TableRow | InvalidRow], dialect: Dialect, left_out: Counter[str]
) -> Iterator[TableRow | InvalidRow]:
    """The rows that tell an engagement, in our columns; `left_out` counts the others, by the reason.

    Raises InputError for a column that is not known where every one must be.
    """
    steps = tuple(_steps(dialect))
    heading = lru_cache(_HEADINGS)(lambda theirs: _heading(theirs, dialect))
    for row in found:
        told = row if isinstance(row, InvalidRow) else _translated(row, dialect, steps, heading(tuple(row.cells)))
        if isinstance(told, str):
            left_out[told] += 1
        else:
            yield told


def _translated(
    row: TableRow, dialect: Dialect, steps: Sequence[Step], heading: _Heading
) -> TableRow | InvalidRow | str:
    cells, names = _renamed(row, heading.columns), heading.names
    for ours, value in dialect.constants.items():
        cells[ours] = cells.get(ours) or value
    for column, read in steps:
        if cells.get(column):
            try:
                cells |= read(cells[column])
            except InputError as error:
                return InvalidRow(row.line, names.get(column, column), str(error))
            if cells.get("type") == NO_EVENT:
                return "the code is that of no diplomatic engagement"
    try:
        cells |= acting(cells, dialect)
    except InputError as error:
        return InvalidRow(row.line, "", str(error))
    if dialect.least_parties and _number_of_parties(cells) < dialect.least_parties:
        return f"fewer than {dialect.least_parties} countries or organisations"
    for ours, text in dialect.templates.items():
        cells[ours] = _filled(text, row.cells)
    if not _KNOWN.issuperset(cells):
        cells = {column: cells[column] for column in rows.COLUMNS if column in cells}
    return TableRow(row.line, cells, heading.origins)


def _steps(dialect: Dialect) -> Iterator[Step]:
    """What is to be read of each column: first whether it is an event at all, then what each cell means."""
    patterns = dialect.dates or days.COMMON
    codes = all_codes(dialect)
    country = _country_of(dialect)
    yield "code", lambda text: coded(text, codes)
    read = lru_cache(_DAYS)(lambda text: days.read(text, patterns))
    yield "start", read
    yield "end", lambda text: {"end": [*read(text).values()][-1]}
    yield "date", read
    yield "location", cache(_place)
    for side in SIDES:
        yield side, lambda text, side=side: {side: country(text)}  # type: ignore[misc]
    if dialect.countries:
        yield "countries", lambda text: {"countries": parties.joined(filter(None, map(country, parties.split(text))))}
        yield "place_country", lambda text: {"place_country": country(text)}


def _country_of(dialect: Dialect) -> Callable[[str], str]:
    """What tells the code of a country by any of their names for it, or of ours; empty for what is none."""

    @cache
    def known(text: str) -> str | None:
        meant = dialect.countries.get(text, text)
        found = reference.country(meant) if meant else None
        return found.code if found else None if meant else ""

    def code(text: str) -> str:
        if (found := known(text)) is None:
            raise InputError(f"'{text}' is no country that is known; a mapping file can say which it is")
        return found

    return code


def _renamed(row: TableRow, columns: Mapping[str, str]) -> Cells:
    """The cells by our columns; of several that tell one of ours, all that they tell."""
    cells = {ours: row.cells[theirs].strip() for theirs, ours in columns.items()}
    if len(cells) == len(columns):
        return cells
    told: dict[str, list[str]] = {}
    for theirs, ours in columns.items():
        told.setdefault(ours, []).append(row.cells[theirs].strip())
    return {ours: "; ".join(filter(None, dict.fromkeys(values))) for ours, values in told.items()}


def _heading(theirs: Iterable[str], dialect: Dialect) -> _Heading:
    """What the columns of a row mean here."""
    columns = _columns(theirs, dialect)
    names: dict[str, str] = {}
    for one, ours in columns.items():
        names.setdefault(ours, one)
    names = {ours: one for ours, one in names.items() if ours != one}
    return _Heading(columns, names, {**{ours: names[one] for ours, one in _DERIVED.items() if one in names}, **names})


def _columns(heading: Iterable[str], dialect: Dialect) -> Mapping[str, str]:
    """What the columns of a row are called here, without those that are left out."""
    meant = dict(dialect.columns)
    for column, others in dialect.when.items():
        meant |= others if column in heading else {}
    unknown = [theirs for theirs in heading if theirs not in meant] if dialect.closed else []
    meant |= {theirs: _ours(theirs) for theirs in unknown}
    return {theirs: meant[theirs] for theirs in heading if meant.get(theirs)}


def _ours(theirs: str) -> str:
    """Our name for a column that is called like it; raises InputError where there is none."""
    name = re.sub(r"[\s-]+", "_", theirs.strip().lower())
    if name not in rows.COLUMNS:
        hint = f"`--map '{theirs}=COLUMN'` says which it is, `--map '{theirs}='` leaves it out"
        raise InputError(f"'{theirs}' is no column of events; those are {', '.join(rows.COLUMNS)}; {hint}")
    return name


def _place(text: str) -> Cells:
    """The place of a city, a country, or both with what lies between them, separated by commas."""
    first, *rest = (part.strip() for part in text.split(","))
    country = reference.country(rest[-1] if rest else first)
    name = first if rest or not country else ""
    return {"place_name": name, "place_country": country.code if country else ""}


def _number_of_parties(cells: Cells) -> int:
    return sum(len({*parties.split(cells.get(column, ""))}) for column in ("countries", "organisations"))


def _filled(template: str, cells: Mapping[str, str]) -> str:
    """The text with their cells in it; without the marks at its ends where these are empty."""
    text = re.sub(r"\{([^}]*)\}", lambda found: cells.get(found[1], "").strip(), template)
    return text.strip(" –-·:,")
