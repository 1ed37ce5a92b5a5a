"""Journeys listed by their stops, without a verb: "Accra on Monday, Lomé yesterday, Niamey today."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Sentence, land, place_in
from tracker.extract.dates import TimeExpression
from tracker.extract.syntax import Reading
from tracker.extract.timing import Timing
from tracker.model import Status, TimeSpan

_FEWEST = 2  # stops
_TO_ITS_DAY = re.compile(r",? ?\(?(?:(?:on|from|in|for|until|till|by|all|there|again)\b ?)*(?:the )?")
_BEGINS = re.compile(r"(?:^|[:;(–—-] ?)(?:(?:first|in) )?(?:the )?$", re.I)
_ENDS = re.compile(r"\)?\s*(?:$|[.:;!)–—])")
_TO_THE_NEXT = re.compile(r"\)?[\s,;:–—-]*(?:(?:and|then|finally|lastly|before|followed by|to)\b ?)*(?:the )?")
_TO_COME = re.compile(r"\b(?:itinerary|schedule|programme)\b", re.I)


class _Stop(NamedTuple):
    """A land or city, and the days that stand behind it."""

    where: Actor
    when: TimeExpression


def itinerary(sentence: Sentence, told: Iterable[Draft], published: TimeSpan | None) -> Iterator[Draft]:
    """One visit for each stop of a list; who travels is told beside it, or by the verb that has told the first."""
    visits = [draft for draft in told if draft.type == "visit"]
    stops = _listed(sentence)
    if len({s.where.country for s in stops}) < _FEWEST or not (visits or _alone(stops, sentence.text)):
        return
    read = _reading(stops, sentence.text, published)
    known = {side for draft in visits for side in draft.role("host")}
    for stop in stops:
        if stop.where.country not in known:
            draft = Draft("visit", {"visitor": [], "host": [stop.where]}, place=place_in([stop.where]))
            draft.status, draft.reading = read.status or draft.status, read
            draft.timing, draft.trigger = Timing(when=stop.when), "on"
            draft.passage, draft.evidence = sentence.passage, [sentence.passage]
            yield draft


def _alone(stops: Sequence[_Stop], text: str) -> bool:
    """Whether nothing but the list stands in a sentence, or before or behind its colon or dash."""
    return bool(_BEGINS.search(text[: stops[0].where.start]) and _ENDS.match(text, stops[-1].when.end_char))


def _reading(stops: Iterable[_Stop], text: str, published: TimeSpan | None) -> Reading:
    """Whether a list without a verb tells what has been or what is to come."""
    ahead = any(_ahead(stop.when, published, text) for stop in stops)
    return Reading(Status.PLANNED, "future") if ahead else Reading(Status.OCCURRED, "past")


def _ahead(when: TimeExpression, published: TimeSpan | None, text: str) -> bool:
    """Whether a stop is yet to come; of a bare weekday only the words beside it tell."""
    today = published.end if published else None
    known = not when.tense_sensitive and bool(today and when.start and when.start > today)
    return known or bool(_TO_COME.search(text))


def _listed(sentence: Sentence) -> list[_Stop]:
    """The longest run of stops, each right behind the other."""
    runs: list[list[_Stop]] = [[]]
    for stop in _stops(sentence):
        last = runs[-1]
        gap = sentence.text[last[-1].when.end_char : stop.where.start] if last else ""
        if last and not _TO_THE_NEXT.fullmatch(gap):
            runs.append([])
        runs[-1].append(stop)
    return max(runs, key=len)


def _stops(sentence: Sentence) -> Iterator[_Stop]:
    """Every place of a sentence with its days next behind it."""
    for where in sentence.actors:
        behind = (e for e in sentence.expressions if e.start_char >= where.end and (e.dated or e.anaphoric))
        when = next(behind, None)
        near = when is not None and _TO_ITS_DAY.fullmatch(sentence.text[where.end : when.start_char])
        if land(where) and where.surface != "demonym" and near and when is not None:
            yield _Stop(where, when)
