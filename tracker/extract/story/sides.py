"""The side of an act that its sentence leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.extract.actors import Actor, state
from tracker.extract.acts.draft import Draft, party
from tracker.extract.acts.sides import is_envoy
from tracker.extract.story import meant
from tracker.extract.story.against import (
    SIDES,
    WITH,
    home,
    left_out,
    nearby,
    opposite,
    other_than,
    partner_of,
    states,
    topic,
    venue,
)
from tracker.extract.story.journeys import travellers_and_hosts
from tracker.extract.story.roles import add, join_party, unknown_officials
from tracker.extract.story.thread import HEADLINES, Thread, beside
from tracker.model import PartyKind

_RECEIVED = {"summons": ("summoned", "summoner"), "accreditation": ("sender", "receiver")}
_BOTH = re.compile(r"\b(?:both|the two) (?:countries|sides|states|nations|neighbou?rs|governments|parties)\b", re.I)
_TWO = 2  # sides
_ROUNDS = {"round", "rounds", "session", "sessions"}


def complete(thread: Thread, draft: Draft) -> None:
    """Add the side that is missing, and put officials of unknown party on the side they stand with."""
    meant.told_of(thread, draft)
    if draft.type == "visit":
        travellers_and_hosts(thread, draft)
    elif draft.type in SIDES:
        _two_sides(thread, draft)
    elif draft.type != "summit":
        _announced_sides(draft)
        _participants(thread, draft)
    unknown_officials(draft)


def whole(draft: Draft) -> bool:
    """Whether a draft has the parties that its type needs."""
    if draft.type == "summit":
        return bool(draft.parties) or bool(draft.place.country)
    if draft.type in SIDES:
        first, second = (draft.role(role) for role in SIDES[draft.type])
        return bool(first and second and first != second)
    return len(draft.parties) >= (1 if draft.alone else _TWO)


def of_a_company(thread: Thread, draft: Draft) -> bool:
    """Whether only a company's news makes states of those who talk: "Acme is negotiating with the Chadian firm"."""
    officials = any(a.office and a.kind is PartyKind.PERSON for a in draft.actors)
    return thread.business and bool(draft.guessed) and not officials and draft.type in {"meeting", "visit", "agreement"}


def of_envoys_to_come(draft: Draft) -> bool:
    """Whether envoys are announced in a group, to be named one by one: "received five new ambassadors"."""
    if draft.type == "accreditation":
        return bool(draft.role("receiver") and not draft.role("sender"))
    group = any(a.group and is_envoy(a) and not party(a) for a in draft.actors)
    host = any(party(a) and not a.group for a in draft.actors)  # "envoys and representatives from Peru" are none
    return draft.type == "meeting" and group and host and len(draft.parties) == 1


def _two_sides(thread: Thread, draft: Draft) -> None:
    """Add the missing one of two unlike sides: who recalls from whom, who recognises whom."""
    first, second = SIDES[draft.type]
    told, against = draft.role(first), draft.role(second)
    if not told and not against:
        _received_at_home(thread, draft)
        _beside(draft)
        _as_before(thread, draft)
    if bool(told) is bool(against):
        return
    missing = second if told else first
    # Envoys in a group without a country are told one by one further on.
    one_by_one = against and any(a.group and is_envoy(a) for a in draft.roles.get(first, ()))
    other = nearby(draft) or (None if one_by_one else _unlike(thread, draft, missing, told or against))
    add(draft, missing, other)


def _unlike(thread: Thread, draft: Draft, missing: str, known: set[str]) -> Actor | None:
    """Who stands against the side known: of the heading, of the acts before, else of the whole document."""
    other = topic(thread, draft, known) or opposite(thread, draft, known) or other_than(thread, known)
    return other or left_out(thread, draft, missing, known)


def _beside(draft: Draft) -> None:
    """Ties of which only the end is told are those of the two beside: "Oslo is done with Lima: relations were cut"."""
    beside = sorted(draft.bystanders, key=lambda actor: actor.start)
    if draft.type == "rupture" and len(beside) == len({party(a) for a in beside}) == _TWO:
        draft.roles = {role: [actor] for role, actor in zip(SIDES[draft.type], beside, strict=True)}


def _as_before(thread: Thread, draft: Draft) -> None:
    """Ties or a mission of which only the change is told are those just told of: "Relations were cut in 1967"."""
    kinds = {"rupture": {"rupture", "recall", "expulsion"}, "mission": {"mission"}}.get(draft.type, set())
    last = thread.drafts[-1] if thread.drafts else None
    if last is not None and last.type in kinds and beside(last, draft) and not draft.bystanders:
        mine, theirs = SIDES[draft.type], SIDES[last.type]
        draft.roles = {own: list(last.roles[its]) for own, its in zip(mine, theirs, strict=True)}
        draft.guessed += mine


def _received_at_home(thread: Thread, draft: Draft) -> None:
    """Under a country's heading, its envoy is who the ministry at home summons or accepts."""
    guest, host = _RECEIVED.get(draft.type, ("", ""))
    own, code = thread.cast.home, thread.topic(draft)
    if guest and own and code and code != own:
        add(draft, guest, state(code))
        add(draft, host, state(own))


def _participants(thread: Thread, draft: Draft) -> None:
    """Whom the one party told of has met or signed with; or the current pair, of "both delegations"."""
    role = next((r for r in ("participant", "party", "sender", "recogniser") if r in draft.roles), "participant")
    actors = draft.roles.get(role, [])
    unknown = [a for a in actors if not party(a)]
    if draft.alone or _signed_before(thread, draft) or any(a.group and is_envoy(a) for a in unknown):
        return  # they are told one by one further on
    told = draft.parties
    if len(told) == 1:
        everyone = _with_the_other(thread, draft, actors, unknown)
    elif told:
        everyone = _at_home(thread, told, actors)
    else:
        everyone = [*actors, *_the_two(thread, draft, unknown)]
    if everyone not in (None, actors):
        draft.roles[role] = everyone
        draft.guessed.append(role)


def _signed_before(thread: Thread, draft: Draft) -> bool:
    """Whether a paper that is only pointed at is the one told before: "Lind and Rey signed; Odera looked on"."""
    papers = (d for d in thread.drafts if d.type == "agreement" and d.status is draft.status)
    return draft.refers and bool(draft.parties) and any(draft.parties <= paper.parties for paper in papers)


def _with_the_other(thread: Thread, draft: Draft, actors: list[Actor], unknown: list[Actor]) -> list[Actor] | None:
    """The actors with whomever the one party told of stands against; None when nobody is known."""
    told = draft.parties
    if thread.pair and not told & set(thread.pair) and _of_both(draft, unknown):
        return [*actors, *states(thread.pair)]
    met_there = venue(thread, draft) if any(a.name for a in unknown) else None
    other = topic(thread, draft, told) or _headed_by_place(draft, told) or met_there
    other = other or (partner_of(draft) if draft.type == "agreement" else None) or other_than(thread, told)
    somebody = any(a.name or (a.office and not a.group) for a in unknown)
    if other is None and (somebody or thread.era(draft) is not None or _ours(draft)):  # an agenda is its issuer's
        other = home(thread, told)
    if other is None and draft.type == "agreement":
        other = left_out(thread, draft, "party", told)
    if other is None:
        return None
    return join_party(actors, other) if any(a.name or a.office for a in unknown) else [*actors, other]


def _ours(draft: Draft) -> bool:
    """Whether a paper names only with whom it is: "The Agreement with Peru on Air Services ceases"."""
    text = draft.passage.sentence.text if draft.passage and draft.type == "agreement" else ""
    return any(WITH.search(text[: actor.start]) for actor in draft.actors if party(actor))


def _headed_by_place(draft: Draft, told: set[str]) -> Actor | None:
    """Whom a headline means that only says where: "Readout of the adviser's meetings in Israel"."""
    headed = draft.passage is not None and draft.passage.kind in HEADLINES
    place = draft.place.country
    return state(place) if headed and place and place not in told else None


def _at_home(thread: Thread, told: set[str], actors: list[Actor]) -> list[Actor]:
    """The actors, officials whom nobody introduces acting for home: "Sullivan met the Saudi …"."""
    own = home(thread, told)
    if own is None:
        return actors
    unknown = (a.name and a.office and not a.group and not party(a) for a in actors)
    return [join_party([a], own)[0] if joins else a for a, joins in zip(actors, unknown, strict=True)]


def _the_two(thread: Thread, draft: Draft, unknown: list[Actor]) -> list[Actor]:
    """The two whom nobody of an act names: beside it in its sentence, else the pair of the acts before."""
    if any(a.group for a in unknown) and len({party(a) for a in draft.bystanders}) == _TWO:
        return list(draft.bystanders)
    several = len(unknown) > 1 or any(a.group for a in unknown)
    return list(states(thread.pair)) if several or (not unknown and _of_the_pair(thread, draft)) else []


def _of_both(draft: Draft, unknown: Iterable[Actor]) -> bool:
    """Whether a third brings together "the two countries' ministers"."""
    return any(a.group for a in unknown) and draft.passage is not None and bool(_BOTH.search(draft.passage.text))


def _of_the_pair(thread: Thread, draft: Draft) -> bool:
    """Whether an act told without its parties is that of the two just told of: "An accord was signed", "round two"."""
    last = thread.drafts[-1] if thread.drafts else None
    pointing = draft.type in {"agreement", "recognition"} or (
        draft.type == "meeting" and draft.trigger.lower() in _ROUNDS
    )
    return pointing and last is not None and beside(last, draft) and len(last.parties) == 2


def _announced_sides(draft: Draft) -> None:
    """A headline names its sides anywhere: "Remarks by Prime Minister X and President Y before bilateral meeting"."""
    if draft.passage is None or draft.passage.kind not in HEADLINES or len(draft.parties) >= 2:
        return
    if len({party(a) for a in draft.bystanders} | draft.parties) == 2:
        role = next(iter(draft.roles))
        draft.roles[role] = [*(a for a in draft.roles[role] if party(a)), *draft.bystanders]
