"""Who acts on whom: the source and the target of a row as parties in the roles that the type gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tracker import reference
from tracker.model import Participant, PartyKind
from tracker.views import parties
from tracker.views.dialects.dialect import SIDES, Dialect

_ACTORS = tuple(f"{side}{what}" for side in SIDES for what in ("", "_organisation", "_person", "_name"))
_TOGETHER = ("participant", "party")
"""Roles in which both sides act alike."""


def acting(cells: Mapping[str, str], dialect: Dialect) -> dict[str, str]:
    """The cells of the parties; none where the row tells no sides.

    Raises UnknownName when its type is not known.
    """
    if not any(map(cells.get, _ACTORS)):
        return {}
    kind = reference.require_event_type(cells.get("type", ""))
    found: dict[tuple[PartyKind, str], Participant] = {}
    for side, role in zip(SIDES, _roles(kind.roles), strict=True):
        for party in _parties(side, cells, dialect):
            found.setdefault((party.kind, party.name), replace(party, role=cells.get(f"{side}_role") or role))
    return parties.cells(kind.name, tuple(found.values()))


def _roles(known: tuple[str, ...]) -> tuple[str, str]:
    return (known[0], known[0]) if known[0] in _TOGETHER else (known[0], known[1])


def _parties(side: str, cells: Mapping[str, str], dialect: Dialect) -> Iterator[Participant]:
    code = cells.get(side) or None
    if code:
        yield parties.country(code)
    name = cells.get(f"{side}_name", "")
    body = reference.organisation(name) if name else None
    given = cells.get(f"{side}_organisation", "")
    if organisation := body.short if body else dialect.organisations.get(given, given):
        yield parties.organisation(organisation)
    person = cells.get(f"{side}_person") or (name if name and reference.office_holders(name) else "")
    if person:
        yield Participant(kind=PartyKind.PERSON, name=person, country=code)
