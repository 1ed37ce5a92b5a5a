"""The place that a sentence leaves out: a visit's host, a visit's country for what happens during it, a palace."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Sentence, place_in
from tracker.extract.acts.sides import is_envoy
from tracker.extract.days import overlap
from tracker.extract.passages import Passage
from tracker.extract.story.thread import Thread, beside
from tracker.model import Place, Status

_STANDS_WITH = {"visit": "host", "mission": "receiver"}
_SEAT = re.compile(
    r"\b(?:at|in) (?:the|his|her) (?:\w+ )?(?:secretariat|palace|ministry|office|residence|presidency|chancellery"
    r"|headquarters|house|parliament|kremlin)\b",
    re.I,
)
_DAYS_OF_A_STAY = 3  # after an arrival of which no end is told
_SPOTS = {"city", "capital", "seat"}
_WITHIN = re.compile(r"\b(?:in|at|into|inside|outside|near|reached) (?:\w+ )?$", re.I)
_MARGINS = re.compile(r"\b(?:side-?lines?|margins?|fringes?) of\b", re.I)


def place(thread: Thread, draft: Draft) -> None:
    """Set the country of a draft that has none, where something told tells it."""
    if not draft.place.country:
        draft.place = Place(None, next((code for code in _whereabouts(thread, draft) if code), None))


def spots(sentence: Sentence) -> Iterator[tuple[Passage, Actor]]:
    """The cities and seats that a sentence puts something in: "the garden of the villa in Arusha"."""
    for actor in sentence.actors:
        if actor.surface in _SPOTS and _WITHIN.search(sentence.text[: actor.start]):
            yield sentence.passage, actor


def stage(thread: Thread, draft: Draft) -> None:
    """Put a meeting that has no place where its own paragraph was last, in the land of one of those who meet."""
    at = draft.passage
    if draft.type != "meeting" or draft.place.country or at is None:
        return
    own = [a for p, a in thread.spots if p is at]
    near = (a for p, a in reversed(thread.spots) if p.paragraph == at.paragraph and p.index <= at.index)
    found = next((a for a in near if a.country in draft.countries), None)
    if len({a.country for a in own}) == 1:
        found = own[-1]
    if found is not None:
        draft.place = place_in([found])


def _whereabouts(thread: Thread, draft: Draft) -> Iterator[str | None]:
    if draft.type in _STANDS_WITH:
        yield next((a.country for a in draft.roles[_STANDS_WITH[draft.type]] if a.country), None)
    if draft.within is not None:
        yield draft.within.place.country
    if draft.type in {"meeting", "agreement"} and (stay := _stay_of(thread, draft)) is not None:
        yield stay.place.country
    if draft.type == "agreement" and (talks := _talks_of(thread, draft)) is not None:
        yield talks.place.country
    if draft.type == "meeting" and (trip := _trip_of(thread, draft)) is not None:
        yield trip.place.country
    if draft.type == "meeting" and (gathering := _gathering_of(thread, draft)) is not None:
        yield gathering.place.country
    if draft.type in {"meeting", "accreditation"} and any(map(at_a_seat, draft.evidence)):
        yield _receiving(thread, draft)


def at_a_seat(passage: Passage) -> bool:
    """Whether a passage puts something in a palace or ministry: "at the Presidential Secretariat"."""
    return bool(_SEAT.search(passage.text))


def _talks_of(thread: Thread, draft: Draft) -> Draft | None:
    """What those who sign have just told of: "met in Suva … The ministers then signed an accord"."""
    talks = (d for d in reversed(thread.drafts) if d.type in {"visit", "meeting", "summit"} and beside(d, draft))
    return next((d for d in talks if draft.parties <= d.parties and d.place.country), None)


def _stay_of(thread: Thread, draft: Draft) -> Draft | None:
    """The visit between the same parties on whose days a meeting falls."""
    ahead = draft.status is Status.PLANNED and draft.when is not None  # later in the visit under way
    stays = (v for v in thread.visits() if v.parties == draft.parties and (ahead or v.status is draft.status))
    return next((v for v in stays if overlap(v.when, draft.when) or _soon_after(v, draft)), None)


def _soon_after(visit: Draft, draft: Draft) -> bool:
    """Whether something is on one of the days after an arrival: "arrived last night … will hold talks today"."""
    if not (visit.opens and visit.when and visit.when.end and draft.when and draft.when.start):
        return False
    return 0 < (draft.when.start - visit.when.end).days <= _DAYS_OF_A_STAY


def _trip_of(thread: Thread, draft: Draft) -> Draft | None:
    """The visit to a third state that one side of a meeting was on that day."""
    trips = (v for v in thread.visits() if v.status is draft.status and v.role("visitor") & draft.parties)
    return next((v for v in trips if v.when and draft.when and overlap(v.when, draft.when)), None)


def _gathering_of(thread: Thread, draft: Draft) -> Draft | None:
    """The gathering on whose margins a meeting was: "met on the sidelines of the summit"."""
    if not any(_MARGINS.search(passage.text) for passage in draft.evidence):
        return None
    return next((d for d in reversed(thread.drafts) if d.type == "summit" and d.place.country), None)


def _receiving(thread: Thread, draft: Draft) -> str | None:
    """The country whose palace or ministry a meeting is held in: whoever receives an envoy or a body's officials."""
    home = thread.cast.home if thread.cast.home in draft.countries else None
    receiving = {a.country for a in draft.actors if a.country and not is_envoy(a)}
    guests = any(map(is_envoy, draft.actors)) or draft.organisations
    host = receiving.pop() if len(receiving) == 1 and guests else None
    return next((a.post for a in draft.actors if a.post), host or home)
