"""Who a party is: what two participations of one country, organisation or person have in common."""

from __future__ import annotations

from functools import lru_cache

from tracker.model import Engagement, Participant, PartyKind
from tracker.store.words import folded


@lru_cache(10_000)
def identity(party: Participant) -> str:
    """The key of a party: a country's code, an organisation's folded name, a person's with whom he or she acts for."""
    if party.kind is PartyKind.COUNTRY:
        return country_identity(party.country or party.name)
    acts_for = f":{party.country or party.organisation or ''}" if party.kind is PartyKind.PERSON else ""
    return f"{party.kind.value}:{folded(party.name)}{acts_for}"


def country_identity(code: str) -> str:
    """The key of a country."""
    return f"country:{code}"


def code(identity: str) -> str | None:
    """The code of a country of that key, None for any other party."""
    kind, _, rest = identity.partition(":")
    return rest if kind == PartyKind.COUNTRY else None


def principal(identity: str) -> str | None:
    """Whom a party of that key acts for: a country's code or an organisation, None where nobody is known."""
    kind, _, rest = identity.partition(":")
    return rest.partition(":")[2] or None if kind == PartyKind.PERSON else None


def identities(engagement: Engagement) -> list[str]:
    """The keys of the parties by which an engagement is looked up: its countries, else organisations, else people."""
    for kind in PartyKind:
        found = dict.fromkeys(identity(party) for party in engagement.participants if party.kind is kind)
        if found:
            return list(found)
    return []
