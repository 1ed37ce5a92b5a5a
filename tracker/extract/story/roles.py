"""Parties put into the roles of a draft."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, party
from tracker.model import PartyKind


def add(draft: Draft, role: str, actor: Actor | None) -> None:
    """Fill a role with a party, or give the party to the people named in it."""
    if actor is not None:
        people = [a for a in draft.roles.get(role, ()) if a.kind is PartyKind.PERSON and a.name]
        draft.roles[role] = join_party(people, actor) or [actor]
        draft.guessed.append(role)


def join_party(actors: Iterable[Actor], side: Actor) -> list[Actor]:
    """The actors, those of unknown party as acting for `side`."""
    return [a if party(a) else replace(a, country=side.country, organisation=side.organisation) for a in actors]


def unknown_officials(draft: Draft) -> None:
    """Officials of unknown party serve the one that stands in the same role."""
    for role, actors in draft.roles.items():
        known = {party(a): a for a in actors if party(a)}
        if len(known) == 1 and role not in {"participant", "party"}:
            draft.roles[role] = join_party(actors, *known.values())
