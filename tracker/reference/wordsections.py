"""The sections of a words file: what each tells, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast, get_args

from tracker.reference.added import AliasKind, Trigger, TriggerPart, Words, place_key
from tracker.reference.atlas import place
from tracker.reference.bodies import organisation
from tracker.reference.event_types import event_types
from tracker.reference.keylines import Path
from tracker.reference.offices import office_holders, office_kind
from tracker.reference.states import countries, countries_called, country
from tracker.reference.wordfields import (
    HOLDER,
    ORGANISATION,
    PLACE,
    TRIGGERS,
    TYPE,
    Field,
    Wrong,
    hint,
    name,
    slug,
    text,
)

_SECTIONS = ("types", "triggers", "organisations", "places", "office_holders", "aliases")
_BARE_TYPE = {"title": "", "glyph": "◇", "roles": (), "subtypes": {}, "verbs": (), "nouns": (), "carriers": ()}


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong on a line (from 1) of a words file, in a sentence that says what to do."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Known:
    """A thing that has a name already: what it is filed under, and what a person calls it."""

    key: str
    name: str


class Reading:
    """One file's tables on their way to `Words`; `mistakes` are those found so far."""

    def __init__(self, tables: Mapping[str, Any], lines: Mapping[Path, int], *, people: bool) -> None:
        self.mistakes: list[Mistake] = []
        self._tables, self._lines, self._people = tables, lines, people
        self._organisations: dict[str, dict[str, Any]] = {}
        self._places: dict[str, list[str]] = {}

    def words(self, file: str) -> Words:
        """All that can be used."""
        for section in self._tables.keys() - set(_SECTIONS):
            self._wrong((section,), f"'{section}' adds nothing{hint(section, _SECTIONS)}")
        self._organisations |= self._organisations_told()
        self._places |= self._places_told()
        return Words(
            types=dict(self._types()),
            triggers=tuple(self._triggers()),
            organisations=self._organisations,
            places=tuple(self._places.values()),
            office_holders=tuple(self._office_holders()),
            aliases=self._aliases(),
            file=file,
        )

    def _wrong(self, path: Path, message: str) -> None:
        known = (self._lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self._lines)
        self.mistakes.append(Mistake(next(known, 1), message))

    def _entries(self, *path: str) -> Iterator[tuple[Path, str, Any]]:
        """Where each thing of a section stands, its name, and what stands there."""
        table: Any = self._tables
        for key in path:
            table = table.get(key, {})
        if isinstance(table, dict):
            yield from (((*path, key), key, value) for key, value in table.items())
        else:
            self._wrong(path, f"'{path[-1]}' must be a table, headed [{'.'.join(path)}]")

    def _fields(self, path: Path, table: Any, known: Mapping[str, Field], *required: str) -> dict[str, Any]:
        """The values of an entry; none where one of them is wrong."""
        if not isinstance(table, dict):
            self._wrong(path, f"'{path[-1]}' must be a table, headed [{'.'.join(path)}]")
            return {}
        values = {key: self._value((*path, key), value, known) for key, value in table.items()}
        for key in required:
            if key not in table:
                self._wrong(path, f"'{path[-1]}' needs a line `{key} = …`")
        return {} if None in values.values() or set(required) - values.keys() else values

    def _value(self, path: Path, value: Any, known: Mapping[str, Field]) -> Any:
        key = path[-1]
        try:
            if key not in known:
                raise Wrong(f"is not known here{hint(key, known)}")
            return known[key](value)
        except Wrong as wrong:
            self._wrong(path, f"'{key}' {wrong}")
            return None

    def _called(self, path: Path, read: Field) -> bool:
        """Whether the name of an entry is one that it can have."""
        try:
            read(path[-1])
        except Wrong as wrong:
            self._wrong(path, f"'{path[-1]}' {wrong}")
            return False
        return True

    def _in_order(self, path: Path, entry: Mapping[str, Any]) -> bool:
        since, until = entry.get("since"), entry.get("until")
        if since and until and until < since:
            self._wrong((*path, "until"), f"'until' lies before 'since', {since}; exchange them")
            return False
        return True

    def _types(self) -> Iterator[tuple[str, dict[str, Any]]]:
        owners: dict[tuple[str, str], str] = {}
        for path, kind, table in self._entries("types"):
            entry = self._fields(path, table, TYPE, "like", "summary")
            if kind in event_types():
                self._wrong(path, f"'{kind}' comes with the program; add words to it under [triggers.{kind}]")
            elif self._called(path, slug) and entry and self._distinct(path, entry, owners):
                yield kind, _BARE_TYPE | entry

    def _distinct(self, path: Path, entry: Mapping[str, Any], owners: dict[tuple[str, str], str]) -> bool:
        """Whether roles differ from each other, and words from those of the types before."""
        roles, theirs = entry.get("roles", ()), event_types()[entry["like"]].roles
        if len({*roles, *theirs[len(roles) :]}) != len(theirs):
            names = f"one for each of {', '.join(theirs)}, in this order; those left out keep their names"
            self._wrong((*path, "roles"), f"'roles' must be different words, at most {names}")
            return False
        for part in ("verbs", "nouns"):
            for word in entry.get(part, ()):
                if (owner := owners.setdefault((part, word), path[-1])) != path[-1]:
                    self._wrong((*path, part), f"'{word}' tells {owner} already; leave it to one of the two")
                    return False
        return True

    def _triggers(self) -> Iterator[Trigger]:
        for path, kind, table in self._entries("triggers"):
            if kind in self._tables.get("types", {}):
                self._wrong(path, f"'{kind}' is added here; its verbs and nouns are lines of [types.{kind}]")
            elif kind not in event_types():
                self._wrong(path, f"'{kind}' is no event type{hint(kind, event_types())}")
            else:
                for part, synonyms in self._fields(path, table, TRIGGERS).items():
                    for word, like in synonyms.items():
                        line = self._lines.get((*path, part, word), self._lines.get((*path, part), 1))
                        yield Trigger(kind, cast(TriggerPart, part), word, like, line)

    def _organisations_told(self) -> dict[str, dict[str, Any]]:
        told: dict[str, dict[str, Any]] = {}
        for path, short, table in self._entries("organisations"):
            entry = self._fields(path, table, ORGANISATION, "full")
            if known := organisation(short):
                self._wrong(path, f"'{short}' is known as {known.full}; add names under [aliases.organisations]")
            elif self._called(path, name) and entry and self._new_body(path, entry) and self._in_order(path, entry):
                told[short] = entry
        return told

    def _new_body(self, path: Path, entry: Mapping[str, Any]) -> bool:
        names = (path[-1], entry["full"], *entry.get("aliases", ()))
        taken = next((known for one in names if (known := organisation(one))), None)
        strange = next((one for one in entry.get("shared", ()) if one not in names), None)
        part_of = entry.get("part_of")
        if taken:
            self._wrong(path, f"one of its names means the {taken.full} already; leave it to that")
        elif strange:
            self._wrong((*path, "shared"), f"'{strange}' is none of its names; 'shared' repeats those that mean more")
        elif part_of and not self._body(part_of):
            self._wrong((*path, "part_of"), f"'{part_of}' is no known organisation; add it too, or leave the line out")
        else:
            return True
        return False

    def _places_told(self) -> dict[str, list[str]]:
        told: dict[str, list[str]] = {}
        for path, called, table in self._entries("places"):
            entry = self._fields(path, table, PLACE, "country", "latitude", "longitude")
            if self._called(path, name) and entry:
                position = (str(entry["latitude"]), str(entry["longitude"]))
                told[called] = [called, entry["country"], *position, "", "", "; ".join(entry.get("aliases", ()))]
        return told

    def _office_holders(self) -> Iterator[list[str]]:
        listed = self._tables.get("office_holders", [])
        if not isinstance(listed, list):
            self._wrong(("office_holders",), "each office holder begins with a line of its own, [[office_holders]]")
            return
        for number, table in enumerate(listed, start=1):
            path = ("office_holders", str(number))
            entry = self._fields(path, table, HOLDER, "person", "of", "office")
            if entry and self._in_order(path, entry) and (row := self._holder(path, entry)):
                yield row

    def _holder(self, path: Path, entry: Mapping[str, Any]) -> list[str] | None:
        land = country(entry["of"])
        side = land.code if land else self._body(entry["of"])
        seen = entry.get("as_of") or entry.get("until") or entry.get("since")
        if side is None:
            near = hint(entry["of"], [one.name for one in countries()])
            self._wrong((*path, "of"), f"'{entry['of']}' is no known country or organisation{near}")
        elif seen is None:
            self._wrong(path, f"nothing says when {entry['person']} held the office; add since, until or as_of")
        else:
            days = (str(entry.get("since", "")), str(entry.get("until", "")), str(seen))
            kind = office_kind(entry["office"]) or ""
            return [side, kind, entry["office"], entry["person"], *days, entry.get("source", "added by hand")]
        return None

    def _body(self, called: str) -> str | None:
        """The short name of an organisation told here, or known."""
        known = organisation(called)
        return called if called in self._tables.get("organisations", {}) else known.short if known else None

    def _aliases(self) -> dict[AliasKind, dict[str, tuple[str, ...]]]:
        told: dict[AliasKind, dict[str, tuple[str, ...]]] = {}
        for path, kind, _ in self._entries("aliases"):
            if kind not in get_args(AliasKind):
                self._wrong(path, f"'{kind}' have no aliases{hint(kind, get_args(AliasKind))}")
                continue
            names = told.setdefault(cast(AliasKind, kind), {})
            for at, alias, meant in self._entries("aliases", kind):
                if key := self._meant(at, kind, alias, meant):
                    names[key] = (*names.get(key, ()), alias)
        return told

    def _meant(self, path: Path, kind: str, alias: str, meant: Any) -> str | None:
        """What an alias stands for; None where that is not known or the alias is taken."""
        try:
            wanted = self._known(kind, text(meant))
            name(alias)
        except Wrong as wrong:
            self._wrong(path, f"'{alias}' {wrong}")
            return None
        taken = _FINDERS[kind](alias)
        if wanted is None:
            self._wrong(
                path, f"'{meant}' is none of the {_PLURALS.get(kind, kind)} that are known; write a name that is"
            )
        elif taken and taken.key != wanted:
            self._wrong(path, f"'{alias}' means {taken.name} already; leave it to that")
        else:
            return wanted
        return None

    def _known(self, kind: str, called: str) -> str | None:
        """The key of what goes by a name, told in this file or known."""
        if kind == "people":
            return called if not self._people or self._in_office(called) else None
        if kind == "organisations" and called in self._organisations:
            return called
        if kind == "places" and called in self._places:
            return place_key(called, self._places[called][1])
        found = _FINDERS[kind](called)
        return found.key if found else None

    def _in_office(self, called: str) -> bool:
        told = (holder.get("person") for holder in self._tables.get("office_holders", ()) if isinstance(holder, dict))
        return called in told or bool(office_holders(called))


def _country(called: str) -> Known | None:
    if found := country(called):
        return Known(found.code, found.name)
    shared = countries_called(called)
    return Known("", " or ".join(one.name for one in shared)) if shared else None


def _organisation(called: str) -> Known | None:
    found = organisation(called)
    return Known(found.short, found.full) if found else None


def _place(called: str) -> Known | None:
    found = place(called)
    return Known(place_key(found.name, found.country), found.name) if found else None


_FINDERS: Mapping[str, Callable[[str], Known | None]] = {
    "countries": _country,
    "demonyms": _country,
    "organisations": _organisation,
    "places": _place,
    "people": lambda _: None,
}
_PLURALS = {"demonyms": "countries", "people": "office holders"}
