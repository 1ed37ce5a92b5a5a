"""One act told of several parties in turn, each with a time of its own: a tour, a day of audiences, a round of calls.

The minister will be in Lima on Monday, in Santiago on Tuesday and in Quito on Wednesday.      three visits
He received Peru's ambassador on 3 May and Chile's on the 4th.                                  two meetings
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Sentence, party, place_in
from tracker.extract.dates import TimeExpression
from tracker.model import PartyKind

_ROLES = {"visit": "host", "meeting": "participant", "call": "participant", "agreement": "party"}
"""The role in which those stand who are met or visited in turn."""
_GAP = re.compile(
    r"(?:['’]s)?(?:[\s,;()–—-]|\b(?:and|then|one|another|the|to|in|at|on|with|for|by|via|later|finally|next|also|again|from"
    r"|(?:his|her|its|their)(?! ))\b)*",
    re.I,
)
_LEAVING = re.compile(r"\bfrom\s+(?:the\s+)?$", re.I)


@dataclass(slots=True)
class Station:
    """Parties that share a time."""

    when: TimeExpression
    actors: list[Actor] = field(default_factory=list)


def itemised(draft: Draft, sentence: Sentence, *, behind: int) -> Iterator[Draft]:
    """One draft for each station that a sentence tells behind its trigger; the draft itself where it tells no two."""
    role = _ROLES.get(draft.type, "")
    stations = _stations(sentence, behind, visited=role == "host") if role in draft.roles else []
    members = {a.start for station in stations for a in station.actors}
    others = [a for a in draft.roles.get(role, ()) if a.start not in members]
    if len(stations) < 2 or len(others) == len(draft.roles[role]) or (role != "host" and not any(map(party, others))):
        yield draft
        return
    first = stations[0].actors[0].start
    if role == "host" and draft.roles[role][0].start != first:
        return  # told with the first station
    for station in stations:
        for actors in ([a] for a in _one_each(station.actors)) if role == "host" else [station.actors]:
            timing = replace(draft.timing, when=station.when, again=(), duration=None, began=None)
            place = place_in(actors) if role == "host" else draft.place
            yield replace(draft, roles={**draft.roles, role: [*others, *actors]}, timing=timing, place=place)


def _stations(sentence: Sentence, behind: int, *, visited: bool) -> list[Station]:
    """The first run of parties and times in turn, either of them first: "Lima on Monday, Quito on Friday".

    Who is `visited` is a land or a body, and nobody by name.
    """
    opening = next((e for e in reversed(sentence.expressions) if e.dated and e.end_char <= behind), None)
    run: list[Actor | TimeExpression] = []
    end = -1
    for item in _items(sentence, behind, visited=visited):
        start, stop = _span(item)
        if run and not _GAP.fullmatch(sentence.text[end:start]):
            if len(stations := _paired(run, opening)) > 1:
                return stations
            run = []
        run.append(item)
        end = stop
    return _paired(run, opening)


def _items(sentence: Sentence, behind: int, *, visited: bool) -> list[Actor | TimeExpression]:
    """The parties and dates behind the trigger in the order of the text, no two overlapping."""
    text = sentence.text
    found: list[Actor | TimeExpression] = [
        a
        for a in sentence.actors
        if party(a) and not (visited and a.kind is PartyKind.PERSON) and not _LEAVING.search(text[: a.start])
    ]
    found += [e for e in sentence.expressions if e.dated or e.anaphoric]
    ordered: list[Actor | TimeExpression] = []
    for item in sorted(found, key=_span):
        start, stop = _span(item)
        if behind <= start < stop and (not ordered or _span(ordered[-1])[1] <= start):
            ordered.append(item)
    return ordered


def _span(item: Actor | TimeExpression) -> tuple[int, int]:
    return (item.start, item.end) if isinstance(item, Actor) else (item.start_char, item.end_char)


def _paired(run: Sequence[Actor | TimeExpression], opening: TimeExpression | None) -> list[Station]:
    """The stations of a run: each time with the parties before it, or with those behind it where a time opens the run.

    `opening` is the last time before the trigger: "On Monday he goes to Lima, on Tuesday to Quito".
    """
    if opening is not None and run and isinstance(run[0], Actor) and isinstance(run[-1], Actor):
        run = [opening, *run]
    times_first = bool(run) and not isinstance(run[0], Actor)
    stations: list[Station] = []
    for item in run if times_first else reversed(run):
        if not isinstance(item, Actor):
            stations.append(Station(item))
        elif stations:
            stations[-1].actors.append(item)
        else:
            return []
    if not times_first:
        stations = [Station(s.when, s.actors[::-1]) for s in reversed(stations)]
    return stations if all(s.actors for s in stations) else []


def _one_each(actors: Sequence[Actor]) -> list[Actor]:
    """One actor for each country: "Lima, Peru"."""
    return list({party(a): a for a in reversed(actors)}.values())[::-1]
