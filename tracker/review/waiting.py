"""Which events wait for a person, in which order, and what there is to say of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.model import Event, Filter
from tracker.review.doors import Reader, Resolver
from tracker.review.likely import Likely, as_mention, likely
from tracker.review.reasons import Kind, Match, Reason, reasons, weight

Matches = Mapping[str, Sequence[Match]]
"""By id, the events that each event may be, and of which nobody has decided."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event, and why it should be looked at."""

    event: Event
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Item(Entry):
    """The same, with the others that it may be."""

    likely: tuple[Likely, ...]


def waiting(reader: Reader, asked: Filter, *, today: date, kinds: Collection[Kind] = ()) -> list[Entry]:
    """The events that a filter asks for and something asks to be looked at, what matters most first.

    With `kinds`, only those that one of these reasons speaks for.
    """
    matches = open_matches(reader)
    entries = (Entry(event, reasons(event, matches.get(event.id, ()), today=today)) for event in reader.stream(asked))
    wanted = [entry for entry in entries if entry.reasons and _about(entry, kinds)]
    return sorted(wanted, key=lambda entry: (-weight(entry.reasons), entry.event.id))


def examined(reader: Reader, event: Event, matches: Matches, resolver: Resolver, *, today: date) -> Item:
    """An event with all that there is to say of it."""
    own = matches.get(event.id, ())
    candidates = _candidates(reader, event, own, resolver)
    found = likely(event, candidates, resolver, undecided=[match.id for match in own])
    return Item(event, reasons(event, own, today=today), tuple(found))


def open_matches(reader: Reader) -> Matches:
    """The pairs that may be one, seen from both sides."""
    found: dict[str, dict[str, Match]] = defaultdict(dict)
    for one in reader.open_matches():
        if one.other_id:
            found[one.event_id][one.other_id] = Match(one.other_id, one.score)
            found[one.other_id][one.event_id] = Match(one.event_id, one.score)
    return {id: list(others.values()) for id, others in found.items()}


def _candidates(reader: Reader, event: Event, matches: Sequence[Match], resolver: Resolver) -> Iterator[Event]:
    """The events that one may be, but those that a person said are others."""
    decided = [one for one in reader.judgements(event.id) if one.live and one.verdict == "different"]
    apart = {id for one in decided for id in (one.event_id, one.other_id)}
    near = reader.candidates(as_mention(event), types=resolver.compatible_types(event.type))
    known = {one.id for one in near}
    yield from (one for one in near if one.id not in apart)
    yield from (reader.event(match.id) for match in matches if match.id not in known)


def _about(entry: Entry, kinds: Collection[Kind]) -> bool:
    return not kinds or any(reason.kind in kinds for reason in entry.reasons)
