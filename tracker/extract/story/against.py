"""Who stands against those that an act names: beside them, in what was told before, at home, at the head of it all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tracker import reference
from tracker.extract.actors import Actor, state
from tracker.extract.acts.draft import Draft, party
from tracker.extract.acts.series import PAIRED
from tracker.extract.story.thread import Thread
from tracker.model import PartyKind

SIDES = {"visit": ("visitor", "host")} | {kind: roles for kind, roles in PAIRED.items() if kind != "recognition"}
"""The two roles of the types that have two sides, by the type's name."""
_KIN = ({"rupture", "recall", "expulsion"}, {"mission"})  # told in a row, they share a target
_AT_HOME = {"mission", "appointment", "accreditation", "summons"}  # what a state does with those who come to it
_OF_THE_NEWS = {"expeller", "sender"}  # who is not named where it is his own news
WITH = re.compile(r"\b(?:with|alongside)\s+(?:the\s+)?(?:(?:State|Republic|Kingdom) of\s+)?$", re.I)
_CENTRAL = 2  # countries that an article can be about
_OFTEN = 3  # namings from which a country is one of them
_RECENT = 6  # drafts back that still tell who stands against whom


def topic(thread: Thread, draft: Draft, told: set[str]) -> Actor | None:
    """The country that heads the paragraph, against the article's own."""
    code = thread.topic(draft)
    return state(code) if code is not None and code not in told and thread.cast.home in told else None


def nearby(draft: Draft) -> Actor | None:
    """The one other party that the sentence names."""
    if len({party(a) for a in draft.bystanders}) != 1:
        return None
    return _as_party(draft.bystanders[0])


def partner_of(draft: Draft) -> Actor | None:
    """With whom a paper is that a sentence says was signed by one: "the pact with Peru holds: Chile renewed it"."""
    text = draft.passage.sentence.text if draft.passage else ""
    partners = [a for a in draft.bystanders if a.country and WITH.search(text[: a.start])]
    return _as_party(partners[0]) if len({party(a) for a in partners}) == 1 else None


def opposite(thread: Thread, draft: Draft, told: set[str]) -> Actor | None:
    """The party that the last act of the kind was done to, or that all missions told of stand in; home for its own."""
    kin = next((kinds for kinds in _KIN if draft.type in kinds), set[str]())
    for earlier in reversed(thread.drafts):
        targets = earlier.role(SIDES[earlier.type][1]) if earlier.type in kin else set()
        if len(targets) == 1 and not targets & told:
            return _of_draft(next(iter(targets)), earlier)
    return home(thread, told) if draft.type in _AT_HOME else None


def host_of(thread: Thread, visitors: set[str]) -> Actor | None:
    """Whom they visit: the host of the visit under way, the land of the dateline, the other of the current pair."""
    visit = next((v for v in thread.visits() if v.role("visitor") & visitors and v.roles["host"]), None)
    if visit is not None:
        return visit.roles["host"][0]
    if thread.here is not None and thread.here.country and thread.here.country not in visitors:
        return state(thread.here.country)
    other = thread.opposite_of_pair(visitors)
    return _side(other) if other else None


def other_than(thread: Thread, told: set[str]) -> Actor | None:
    """The side that stands against those told: of a recent act, of the pair, else what the document is about."""
    for draft in reversed(thread.drafts[-_RECENT:]):
        rest = draft.parties - told
        if draft.parties & told and len(rest) == 1:
            return _of_draft(rest.pop(), draft)
    other = thread.opposite_of_pair(told) or _central(thread, told)
    return _side(other) if other is not None else None


def left_out(thread: Thread, draft: Draft, role: str, told: set[str]) -> Actor | None:
    """Who else it can be that nothing says of an envoy: the one other country that is named, the dateline's, the last.

    "Holm was expelled" where the news is from, "After the coup in Lomé Chad recalled its envoy" from there.
    """
    others = thread.salience.keys() - told
    if len(others) == 1:
        return state(others.pop())
    if role in _OF_THE_NEWS and thread.here is not None and thread.here.country == thread.cast.home:
        return home(thread, told)
    last = thread.land.country if thread.land is not None and draft.type == "recall" else None
    return state(last) if last and last not in told else None


def home(thread: Thread, told: set[str]) -> Actor | None:
    """The country whose officials the document does not trouble to introduce."""
    own = thread.cast.home
    return state(own) if own and own not in told else None


def _central(thread: Thread, told: set[str]) -> str | None:
    """The country that the document is about, beside those told."""
    often = (c for c, n in thread.salience.most_common(_CENTRAL) if n >= _OFTEN)
    return next((country for country in often if country not in told), None)


def venue(thread: Thread, draft: Draft) -> Actor | None:
    """The country of the city they met in, for somebody of whom nothing else is known; not against a known pair."""
    code = draft.place.country
    if code is None or not draft.place.name or code in draft.parties or set(thread.pair) & draft.parties:
        return None
    return state(code)


def states(codes: Iterable[str]) -> Iterator[Actor]:
    """The countries among the codes of parties."""
    return (state(code) for code in codes if _is_country(code))


def _side(code: str) -> Actor:
    """The country or organisation of a code."""
    if _is_country(code):
        return state(code)
    return Actor(PartyKind.ORGANISATION, 0, 0, 0, name=code, organisation=code)


def _is_country(code: str) -> bool:
    found = reference.country(code)
    return found is not None and found.code == code


def _of_draft(code: str, draft: Draft) -> Actor:
    """The party of a draft that goes by a code."""
    return _as_party(next(a for a in draft.actors if party(a) == code))


def _as_party(actor: Actor) -> Actor:
    """The country or organisation that an actor stands for, by itself."""
    code = party(actor)
    assert code is not None
    return _side(code)
