"""Parties in a line of text, as a person types them and as a row of an export holds them.

    countries  AFG; JPN                              roles   visitor: AFG; host: JPN, UN
    people     Takashi Okada (ambassador, JPN); Jens Stoltenberg (secretary-general, NATO)

A person may be typed `Takashi Okada:ambassador:JPN` too. A person's role stands in `roles` only where it is not that of
the party he or she acts for. A separator inside a name is escaped with a backslash, as is a colon in a person's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from tracker import reference
from tracker.errors import InputError
from tracker.model import Participant, PartyKind

COLUMNS = ("countries", "organisations", "people", "roles")

_KINDS = (PartyKind.COUNTRY, PartyKind.ORGANISATION, PartyKind.PERSON)
_Roles = dict[str, tuple[str, ...]]
_COLON = re.compile(r"(?<!\\):")
_PERSON = re.compile(r"(?P<name>.*?)(?: \((?P<post>.*)\))?", re.DOTALL)


def cells(kind: str, participants: Sequence[Participant]) -> dict[str, str]:
    """The parties of an engagement of that type, by column."""
    countries, organisations, people = ([p for p in participants if p.kind is one] for one in _KINDS)
    return {
        "countries": joined(sorted({p.country for p in countries if p.country})),
        "organisations": joined(dict.fromkeys([p.name for p in organisations])),
        "people": joined(dict.fromkeys(map(_person, people))),
        "roles": _roles(kind, [*countries, *organisations], people),
    }


def participants(cells: Mapping[str, str], *, roles: Sequence[str]) -> tuple[Participant, ...]:
    """The parties that the four cells tell, a country by any of its names; `roles` are those that there may be.

    Raises InputError for a role, UnknownName for a country that is not known.
    """
    named = [country(name) for name in split(cells["countries"])]
    named += [organisation(name) for name in split(cells["organisations"])]
    people = [person(text) for text in split(cells["people"])]
    told = _read_roles(cells["roles"], roles, {_key(party) for party in (*named, *people)})
    parties = [acting for party in named for acting in _in_roles(party, told)]
    acting = _roles_by_principal(parties) if people else {}
    for one in people:
        inherited = acting.get(_principal(one), set())
        parties += _in_roles(one, told, otherwise=next(iter(inherited)) if len(inherited) == 1 else None)
    return tuple(parties)


@reference.remembered
def country(text: str) -> Participant:
    """The country of that name, alias or code; raises UnknownName."""
    found = reference.require_country(text)
    return Participant(kind=PartyKind.COUNTRY, name=found.name, country=found.code)


@reference.remembered
def organisation(text: str) -> Participant:
    """The organisation of that name, by its usual short one where it is known."""
    found = reference.organisation(text)
    return Participant(kind=PartyKind.ORGANISATION, name=found.short if found else text.strip())


@reference.remembered
def person(text: str) -> Participant:
    """The person that `Name (office, country or organisation)` or `Name:office:country or organisation` tells.

    The office, the principal, or both may be missing.
    """
    match = _PERSON.fullmatch(text.strip())
    named, post = (match["name"], match["post"] or "") if match else (text, "")
    name, *rest = re.split(r"(?<!\\):", text if _COLON.search(named) else named, maxsplit=2)
    office, principal = (*rest, "", "")[:2] if rest else _post(post)
    found = reference.country(principal.strip()) if principal.strip() else None
    return Participant(
        kind=PartyKind.PERSON,
        name=name.replace("\\:", ":").strip(),
        office=office.strip() or None,
        country=found.code if found else None,
        organisation=None if found else principal.strip() or None,
    )


def typed(party: Participant) -> str:
    """A party without its role as `country`, `organisation` and `person` read it."""
    if party.kind is PartyKind.COUNTRY:
        known = reference.country(party.country or party.name)
        return known.name if known else party.name
    return _person(party) if party.kind is PartyKind.PERSON else party.name


def joined(items: Iterable[str]) -> str:
    """A cell of several items."""
    listed = [*items]
    cell = "; ".join(listed)
    if "\\" not in cell and cell.count(";") == max(len(listed) - 1, 0):
        return cell
    return "; ".join([_escaped(item, ";") for item in listed])


@lru_cache(10_000)
def split(cell: str, separator: str = ";") -> tuple[str, ...]:
    """The items of a cell, without empty ones and in their own wording."""
    if "\\" not in cell:
        return tuple([part.strip() for part in cell.split(separator) if part.strip()])
    parts = re.findall(rf"(?:\\.|[^\\{separator}])+", cell, re.DOTALL)
    return tuple(re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL).strip() for part in parts if part.strip())


def _escaped(text: str, separator: str) -> str:
    return text.replace("\\", "\\\\").replace(separator, f"\\{separator}")


def _post(text: str) -> tuple[str, str]:
    """The office and the principal of what stands in brackets."""
    office, comma, principal = text.rpartition(",")
    if comma:
        return office, principal
    return ("", text) if reference.country(text) else (text, "")


def _person(party: Participant) -> str:
    office, principal = party.office or "", party.country or party.organisation or ""
    name = party.name.replace(":", "\\:")
    if not (office or principal):
        return name
    if party.country and not office:
        return f"{name} ({party.country})"
    if not principal and "," not in office and not reference.country(office):
        return f"{name} ({office})"
    return f"{name} ({office}, {principal})"


def _key(party: Participant) -> str:
    """What stands for a party among the roles: a country's code, another's name."""
    return party.country if party.kind is PartyKind.COUNTRY and party.country else party.name


def _principal(person: Participant) -> str:
    return person.country or person.organisation or ""


def _roles(kind: str, principals: Sequence[Participant], people: Sequence[Participant]) -> str:
    """Each role and who has it, in the order of the type's roles; countries sorted, then the others as told."""
    told: dict[str, dict[str, None]] = {role: {} for role in _roles_of(kind)}
    acting = _roles_by_principal(principals)
    bare = [p for p in people if acting.get(_principal(p)) != {p.role}]
    for party in (*sorted(principals, key=_rank), *sorted(bare, key=_rank)):
        if party.role:
            told.setdefault(party.role, {})[_escaped(_key(party), ",")] = None
    return joined([f"{role}: {', '.join(names)}" for role, names in told.items() if names])


@reference.remembered
def _roles_of(kind: str) -> tuple[str, ...]:
    """The roles of a type; none where a words file that added it is no longer there."""
    known = reference.EVENT_TYPES.get(kind)
    return known.roles if known else ()


def _rank(party: Participant) -> tuple[bool, str]:
    return party.kind is not PartyKind.COUNTRY, party.country or ""


def _roles_by_principal(parties: Iterable[Participant]) -> dict[str, set[str | None]]:
    """The roles of countries and organisations, by what stands for them."""
    found: dict[str, set[str | None]] = {}
    for party in parties:
        found.setdefault(_key(party), set()).add(party.role)
    return found


def _in_roles(party: Participant, told: _Roles, *, otherwise: str | None = None) -> list[Participant]:
    """The party once for each role that it is told in."""
    roles: list[str | None] = [role for role, names in told.items() if _key(party) in names]
    return [_acting(party, role) for role in roles or [otherwise]]


@lru_cache(10_000)
def _acting(party: Participant, role: str | None) -> Participant:
    return replace(party, role=role)


def _read_roles(cell: str, known: Sequence[str], keys: Collection[str]) -> _Roles:
    """The parties' keys by role, a country or organisation by any of its names."""
    told: dict[str, tuple[str, ...]] = {}
    for part in split(cell):
        role, colon, names = (piece.strip() for piece in part.partition(":"))
        if not colon or role not in known:
            raise InputError(f"'{part}' gives no role; write {' or '.join(f'`{one}: …`' for one in known)}")
        told[role] = (*told.get(role, ()), *(name if name in keys else _known_key(name) for name in split(names, ",")))
    return told


def _known_key(name: str) -> str:
    found = reference.country(name)
    return found.code if found else organisation(name).name
