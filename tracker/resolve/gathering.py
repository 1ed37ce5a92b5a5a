"""The parties that several sources name, each once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from tracker.model import Engagement, Participant, PartyKind
from tracker.resolve.kinds import NEUTRAL_ROLES
from tracker.resolve.people import Match, match
from tracker.resolve.voices import Voice

_SHARED = re.compile(r"\b(deputy|vice|assistant|advis[eo]r|member|envoy|official|lawmaker|senator)", re.IGNORECASE)
"""What an office is called that several hold at a time."""

Roles = tuple[str, ...]


@dataclass(slots=True)
class _Party:
    """One party as its sources tell it."""

    told: list[Participant] = field(default_factory=list)
    roles: Counter[Roles] = field(default_factory=Counter)
    variants: dict[tuple[str | None, ...], Participant] = field(default_factory=dict)
    """One for each way in which it is named: of hundreds of sources, most name it alike."""

    def add(self, group: Iterable[Participant]) -> None:
        """Keeps how a source tells it."""
        for one in group:
            self.told.append(one)
            self.variants.setdefault((one.country, one.organisation, one.name), one)


def participants(heard: Sequence[Voice], *, type: str) -> tuple[Participant, ...]:
    """Countries, organisations and people in the order told; roles are taken from claims of `type` alone."""
    parties: list[_Party] = []
    for voice in heard:
        for claim in voice:
            for group in _by_party(claim.mention.participants):
                party = _home(parties, group[0])
                party.add(group)
                if claim.mention.type == type:
                    party.roles[tuple(p.role for p in group if p.role)] += 1
    return tuple(one for kind in PartyKind for party in parties if _kind(party) is kind for one in _shown(party))


def same_party(one: Participant, other: Participant) -> bool:
    """Whether two sources mean one party."""
    if one.kind is not other.kind:
        return False
    if one.kind is PartyKind.COUNTRY:
        return one.country == other.country
    if one.kind is PartyKind.ORGANISATION:
        return one.name.casefold() == other.name.casefold()
    return _same_principal(one, other) and match(one.name, other.name) is not Match.NO


def contradicted(party: Participant, told: Engagement) -> bool:
    """Whether a source gives a party another side only, or puts another person in the same office."""
    same = [one for one in told.participants if same_party(party, one)]
    sides = {one.role for one in same} - NEUTRAL_ROLES - {None}
    if party.role and party.role not in NEUTRAL_ROLES and sides and party.role not in sides:
        return True
    return not same and any(_successor(party, one) for one in told.participants)


def _successor(one: Participant, other: Participant) -> bool:
    """Whether two people hold one office, of which there is one."""
    both = one.kind is other.kind is PartyKind.PERSON and one.office and other.office
    shared = _SHARED.search(one.office or "")
    return bool(both and not shared and _same_office(one, other) and match(one.name, other.name) is Match.NO)


def _same_office(one: Participant, other: Participant) -> bool:
    here, there = one.country or one.organisation, other.country or other.organisation
    return here == there and (one.office or "").casefold() == (other.office or "").casefold()


def _by_party(participants: Iterable[Participant]) -> list[list[Participant]]:
    """A claim's participants, those together that are one party in several roles."""
    groups: dict[tuple[str, str | None, str], list[Participant]] = {}
    for one in participants:
        groups.setdefault((one.kind.value, one.country, one.name), []).append(one)
    return list(groups.values())


def _home(parties: list[_Party], one: Participant) -> _Party:
    """The party among `parties` that this is; a new one among them if it is none."""
    found = next((party for party in parties if any(same_party(one, other) for other in party.variants.values())), None)
    if found is None:
        found = _Party()
        parties.append(found)
    return found


def _same_principal(one: Participant, other: Participant) -> bool:
    here, there = one.country or one.organisation, other.country or other.organisation
    return here == there or not (here and there)


def _kind(party: _Party) -> PartyKind:
    return party.told[0].kind


def _shown(party: _Party) -> list[Participant]:
    """The party under its fullest name, once for each of its roles."""
    names = Counter(one.name for one in party.told)
    name = max(names, key=lambda name: (len(name.split()), names[name], len(name), name))
    shown = replace(
        party.told[0],
        name=name if _kind(party) is PartyKind.PERSON else party.told[0].name,
        country=next((one.country for one in party.told if one.country), None),
        organisation=next((one.organisation for one in party.told if one.organisation), None),
        office=next((one.office for one in party.told if one.office), None),
        role=None,
    )
    roles = max(party.roles, key=lambda roles: (bool(roles), party.roles[roles]), default=())
    return [replace(shown, role=role) for role in roles] or [shown]
