"""Which parties are one under several names, as a person decides it: joined and told apart, and that can be taken back.

A party that goes under another's name keeps its own in every event; whoever asks for either finds the events of both.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import ColumnElement, and_, func, or_, select, update

from tracker import reference
from tracker.errors import InputError
from tracker.model import Participant, Party, PartyKind
from tracker.store import fields, schema, sql_parties
from tracker.store.parties import identity
from tracker.store.work import Work

_named = schema.naming.c


def join(work: Work, into: Party, other: Party) -> None:
    """Lets a party, with all that go under it, go under another; raises InputError when it does, or cannot."""
    parties = work.reader.parties
    into, other = parties.root(into), parties.root(other)
    if into.number == other.number:
        raise InputError(f"{into} is one party already")
    if not _may_go_under(other, into):
        raise InputError(f"{other} is of kind {other.kind.value}, and so no other name of {into}, {into.kind.value}")
    _withdraw(work, into, other, "different")
    _decide(work, other, into, "same")
    follow(work)


def part(work: Work, one: Party, other: Party) -> bool:
    """Keeps two parties apart, taking one out of the other if need be; False when that is decided already.

    Raises InputError when they are the same.
    """
    if one.number == other.number:
        raise InputError(f"{one} is one party, under one name")
    standing = _standing(work)
    together = _root(one.number, standing) == _root(other.number, standing)
    if together:
        leaving = one if other.number in _path(one.number, standing) else other
        _leave(work, leaving, standing)
    elif _apart(work, one, other):
        return False
    _decide(work, other, one, "different")
    follow(work)
    return True


def add_name(work: Work, party: Party, name: str) -> Party:
    """Lets a name be another of a party's, whether any event tells it yet or not; the party of that name."""
    root = work.reader.parties.root(party)
    country = reference.country(root.principal or "")
    acts_for = {"country": country.code} if country else {"organisation": root.principal}
    meant = Participant(kind=_kind(root), name=fields.clean(name.strip()), **(acts_for if root.principal else {}))
    known = work.reader.parties.known(identity(meant))
    if known is None:
        work.add_party(meant)
        known = work.reader.parties.known(identity(meant))
    assert known is not None
    join(work, root, known)
    return known


def follow(work: Work) -> None:
    """Brings every party, and the events that tell it, to where the live decisions put it."""
    standing = _standing(work)
    present = {row["id"]: int(row["alias_of"]) for row in work.ledger.rows(sql_parties.ALL_ALIASES)}
    moved: set[int] = set()
    for key in sorted(standing.keys() | present.keys()):
        before, after = present.get(key, key), _root(key, standing)
        if before != after:
            _move(work, key, before, after)
            moved |= {before, after}
    if moved:
        _count_repeats(work, moved)
        work.ledger.parties.forget()


def require_consistent(work: Work, party: int, other: int) -> None:
    """Raises InputError when a party goes under another's name already, or that one under its."""
    standing = _standing(work)
    if party in standing or _root(other, standing) == party:
        raise InputError("what is to be brought back was decided otherwise since; take that back first")


def _move(work: Work, key: int, before: int, after: int) -> None:
    """Sets under whose name a party goes, and in the events that tell it."""
    table, told = schema.party, schema.participation
    alias_of = after if after != key else None
    work.execute(update(table).where(table.c.id == key).values(alias_of=alias_of))
    named = told.c.named_id.is_(None) if before == key else told.c.named_id == key
    work.execute(
        update(told)
        .where(told.c.party_id == before, named)
        .values(party_id=after, named_id=key if after != key else None)
    )


def _count_repeats(work: Work, keys: set[int]) -> None:
    """Numbers anew the times that an event tells a party."""
    told, earlier = schema.participation, schema.participation.alias()
    before = (
        select(func.count())
        .where(
            earlier.c.event_key == told.c.event_key,
            earlier.c.party_id == told.c.party_id,
            earlier.c.ordinal < told.c.ordinal,
        )
        .scalar_subquery()
    )
    work.execute(update(told).where(told.c.party_id.in_(keys)).values(repeat=before))


def _standing(work: Work) -> dict[int, int]:
    """By party, the one that it was joined with."""
    live = work.ledger.rows(sql_parties.NAMINGS_LIVE)
    return {row["party_id"]: row["other_id"] for row in live if row["verdict"] == "same"}


def _path(key: int, standing: Mapping[int, int]) -> list[int]:
    """A party and all under whose name it goes, one by one."""
    path = [key]
    while (above := standing.get(path[-1])) is not None and above not in path:
        path.append(above)
    return path


def _root(key: int, standing: Mapping[int, int]) -> int:
    return _path(key, standing)[-1]


def _leave(work: Work, party: Party, standing: Mapping[int, int]) -> None:
    above = standing[party.number]
    _withdraw_where(work, and_(_named.party_id == party.number, _named.other_id == above, _named.verdict == "same"))


def _apart(work: Work, one: Party, other: Party) -> bool:
    pair = {one.number, other.number}
    live = work.ledger.rows(sql_parties.NAMINGS_LIVE)
    return any(row["verdict"] == "different" and {row["party_id"], row["other_id"]} == pair for row in live)


def _withdraw(work: Work, one: Party, other: Party, verdict: str) -> None:
    """Withdraws what was decided of two parties."""
    pair = or_(
        and_(_named.party_id == one.number, _named.other_id == other.number),
        and_(_named.party_id == other.number, _named.other_id == one.number),
    )
    _withdraw_where(work, and_(pair, _named.verdict == verdict))


def _withdraw_where(work: Work, which: ColumnElement[bool]) -> None:
    live = update(schema.naming).where(which, _named.withdrawn_by.is_(None))
    if work.execute(select(_named.id).where(which, _named.withdrawn_by.is_(None))).first():
        work.execute(live.values(withdrawn_by=work.operation_id))


def _decide(work: Work, party: Party, other: Party, verdict: str) -> None:
    work.insert(
        schema.naming,
        party_id=party.number,
        other_id=other.number,
        verdict=verdict,
        operation_id=work.operation_id,
    )


def _kind(root: Party) -> PartyKind:
    """What another name of a party is of: a country's own names are those of the reference, others organisations."""
    return PartyKind.ORGANISATION if root.kind is PartyKind.COUNTRY else root.kind


def _may_go_under(other: Party, into: Party) -> bool:
    """Whether one can be another name of the other: an organisation that of a country, else both of one kind."""
    return other.kind is into.kind or (other.kind is PartyKind.ORGANISATION and into.kind is PartyKind.COUNTRY)
