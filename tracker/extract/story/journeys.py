"""Who travels and who hosts, where the sentence of a visit leaves one out."""

from __future__ import annotations

import re

from tracker.extract.actors import Actor, state
from tracker.extract.acts.draft import Draft, party
from tracker.extract.story.against import home, host_of, topic
from tracker.extract.story.roles import add
from tracker.extract.story.thread import HEADLINES, Thread, beside
from tracker.model import PartyKind

_OUR_LAND = re.compile(r"\b(?:in|to|into) (?:the|our) (?:country|island|kingdom|republic|nation|capital)\b", re.I)
_OF_A_FIRM = re.compile(r"^(?:chairman|chairwoman|chief executive|managing director|vice president)$", re.I)
_ONE_MORE = re.compile(r"an? ", re.I)


def travellers_and_hosts(thread: Thread, draft: Draft) -> None:
    """Add who travels or who hosts, whichever is missing: "He landed after dark", "welcomed the delegation"."""
    if draft.role("visitor") and draft.role("visitor") == draft.role("host"):
        draft.roles["visitor"] = []  # "left from Cusco, ending his visit to Peru"
    visitors, hosts = draft.role("visitor"), draft.role("host")
    if visitors and not hosts and (told := _of_one_sentence(thread, draft)) is not None:
        draft.roles = {role: list(actors) for role, actors in told.roles.items()}
        return
    if not visitors and not hosts:
        _same_journey(thread, draft)
    if not visitors and hosts and not _private(draft.roles["visitor"]):
        add(draft, "visitor", _traveller(thread, draft, hosts))
    if visitors and not hosts:
        add(draft, "host", _host(thread, draft, visitors))


def _traveller(thread: Thread, draft: Draft, hosts: set[str]) -> Actor | None:
    """Who comes to those hosts: the traveller of the story, who is named next, or home: "a mission left for Lima"."""
    headed = draft.passage is not None and draft.passage.kind in HEADLINES
    own = home(thread, hosts) if headed or any(a.group for a in draft.roles["visitor"]) else None
    known = thread.traveller(but=hosts)
    come = next((a for a in thread.ahead if party(a) not in hosts and not thread.people), None)
    return (own or known) if _unheard_of(draft) else (known or come or own)


def _host(thread: Thread, draft: Draft, visitors: set[str]) -> Actor | None:
    """Whom those visitors come to: the host of the story, home ("in our country"), or the land told of last."""
    here = home(thread, visitors) if draft.passage and _OUR_LAND.search(draft.passage.text) else None
    return topic(thread, draft, visitors) or host_of(thread, visitors) or here or _last_land(thread, visitors)


def _last_land(thread: Thread, visitors: set[str]) -> Actor | None:
    """The land that the sentences before were about: "Lusaka was asleep. He landed after dark"."""
    land = thread.land
    return state(land.country) if land is not None and land.country and land.country not in visitors else None


def _of_one_sentence(thread: Thread, draft: Draft) -> Draft | None:
    """The visit that the same sentence has told: "welcomed her in Hanoi, marking the start of a state visit"."""
    last = thread.drafts[-1] if thread.drafts else None
    if last is None or last.type != "visit" or last.passage is not draft.passage:
        return None
    return last if draft.role("visitor") <= last.parties and draft.trigger.lower() == "visit" else None


def _unheard_of(draft: Draft) -> bool:
    """Whether travellers are told of for the first time: "A military delegation left for Lima"."""
    text = draft.passage.sentence.text if draft.passage else ""
    return any(_ONE_MORE.match(text, actor.start) for actor in draft.roles["visitor"])


def _same_journey(thread: Thread, draft: Draft) -> None:
    """Both sides of a visit of "the officials" or "the delegation", of whom the lines before have told."""
    before = next((visit for visit in thread.visits() if beside(visit, draft)), None)
    travellers = draft.roles["visitor"]
    pointing = draft.refers and not travellers  # "The visit will last until Friday"
    if before is not None and (pointing or (travellers and all(a.group for a in travellers))):
        draft.roles = {role: list(actors) for role, actors in before.roles.items()}
        draft.guessed += ["visitor", "host"]


def _private(actors: list[Actor]) -> bool:
    """Whether those named hold no office: "Lind is on a fortnight's tour" is nobody's visit."""
    named = [a for a in actors if a.kind is PartyKind.PERSON and a.name]
    return bool(actors) and named == actors and all(not a.office or _OF_A_FIRM.search(a.office) for a in actors)
