"""What is known of a kind of table: which of its columns are ours, and how it writes what stands in them.

A mapping file is TOML; each table of it may be missing:

    like = "gdelt"                  what is not told here is as it is there
    dates = ["YYYYMMDD"]            how days are written, besides 2021-11-23, 2021-11 and 2021
    [columns]                       their column = ours, or "" for one to leave out; several may tell one of ours
    [when.THEIRS]                   the same, where the table has that column
    [constants]                     our column = what stands there where a row tells nothing
    [templates]                     our column = a text with their columns in braces
    [countries] [organisations]     their name or code = ours, or "" for what is none
    [codes]                         their code = a type, a table of type, subtype, status and roles, or "" for no event

Besides the columns of an export these can be told: `date`, one day or several; `code`, a CAMEO code; `location`, a
city with its country; `source` and `target`, the countries of which one acts on the other, in the roles that the type
gives them, with `source_person`, `source_organisation`, `source_name` (whichever it turns out to be) and the same of a
target.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

from tracker.errors import InputError, UsageError
from tracker.views import rows
from tracker.views.dialects import days

NAMES = ("gdelt", "icews", "historian")
"""The kinds of tables that come with the program."""

SIDES = ("source", "target")
TARGETS = (
    *rows.COLUMNS,
    *("date", "code", "location", *SIDES),
    *(f"{side}_{what}" for side in SIDES for what in ("person", "organisation", "name")),
)
"""What a column can tell."""

_HERE = Path(__file__).parent

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One kind of table, as its file tells it (see above); the empty one is that of our own.

    Where `closed` is set, a column that is not known is a mistake, else it is passed over. `headings` name the columns
    of files without a heading. A row with fewer countries and organisations than `least_parties` is no engagement.
    """

    name: str = ""
    about: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    when: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    dates: tuple[str, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str | Table] = field(default_factory=dict)
    headings: tuple[tuple[str, ...], ...] = ()
    least_parties: int = 0
    closed: bool = True

    def with_columns(self, given: Mapping[str, str], *, dates: tuple[str, ...] = ()) -> Self:
        """The same with further columns and patterns of dates; raises InputError for what a column cannot tell."""
        for theirs, ours in given.items():
            _require_target(ours, f"column '{theirs}'")
        patterns = tuple(map(days.require_pattern, dates))
        return replace(self, columns={**self.columns, **given}, dates=(*patterns, *self.dates))


def named(name: str) -> Dialect:
    """The dialect of that name, or of that file; raises UsageError where there is none, InputError for a wrong one."""
    path = _HERE / f"{name}.toml" if name in NAMES else Path(name)
    if name not in NAMES and path.suffix != ".toml":
        raise UsageError(f"--mapping '{name}' is not known; it may be {', '.join(NAMES)} or a FILE.toml")
    told = _read(path)
    try:
        return _dialect(path.stem, told)
    except (InputError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"{path}: {error}") from None


def _read(path: Path) -> dict[str, Any]:
    """The tables of a file, on top of those of the one that it is like."""
    import tomllib

    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}") from None
    except ValueError as error:
        raise InputError(f"{path} is no TOML: {error}") from None
    base = _read(_HERE / f"{told.pop('like')}.toml") if "like" in told else {}
    return {name: _above(base.get(name), told.get(name)) for name in {**base, **told}}


def _above(base: Any, told: Any) -> Any:
    return {**base, **told} if isinstance(base, dict) and isinstance(told, dict) else base if told is None else told


def _dialect(name: str, told: dict[str, Any]) -> Dialect:
    known = [one.name for one in fields(Dialect) if one.name not in ("name", "closed")]
    unknown = [one for one in told if one not in known]
    if unknown:
        raise InputError(f"'{unknown[0]}' is nothing that a mapping tells; that is {', '.join(known)}")
    when = told.get("when", {})
    for table in (told.get("columns", {}), *when.values()):
        for theirs, ours in table.items():
            _require_target(ours, f"column '{theirs}'")
    for ours in (*told.get("constants", {}), *told.get("templates", {})):
        _require_target(ours, "a constant or template")
    told |= {"dates": tuple(map(days.require_pattern, told.get("dates", ())))}
    told |= {"headings": tuple(map(tuple, told.get("headings", ())))}
    return Dialect(name=name, closed=False, **told)


def _require_target(ours: str, what: str) -> None:
    if ours and ours not in TARGETS:
        raise UsageError(f"{what} cannot tell '{ours}'; it may tell {', '.join(TARGETS)}, or nothing")
