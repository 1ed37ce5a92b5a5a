"""A line that says who did what: what a timeline shows of an engagement, made from its parties alone."""

from __future__ import annotations

from collections.abc import Sequence

from tracker import reference
from tracker.model import Participant, PartyKind, Place, Status

_MOST = 3  # names before the rest is counted
_ACTS = {
    "visit": "visits", "call": "speaks with", "meeting": "meets", "appointment": "names envoy to",
    "accreditation": "accredited to", "recall": "recalls envoy from", "expulsion": "expels diplomats of",
    "summons": "summons envoy of", "recognition": "recognises", "rupture": "breaks with",
}  # fmt: skip
_MISSIONS = {
    "opening": "opens",
    "reopening": "reopens",
    "closure": "closes",
    "relocation": "moves",
    "upgrade": "upgrades",
    "downgrade": "downgrades",
}
_PAPERS = {"signed": "sign an agreement", "ratified": "ratify an agreement", "terminated": "end an agreement"}
_FIRST = ("visitor", "sender", "expeller", "summoner", "recogniser", "initiator")
_STATUS = {Status.OCCURRED: "", Status.PLANNED: " (planned)", Status.CANCELLED: " (cancelled)"}


def title(kind: str, subtype: str | None, status: Status, participants: Sequence[Participant], place: Place) -> str:
    """For example "Takashi Okada meets Abdul Kabir in Kabul"; never empty."""
    first = [p for p in participants if p.role in _FIRST]
    second = [p for p in participants if p not in first]
    if kind == "mission":
        change, site = _MISSIONS.get(subtype or "", "changes"), place.name or _lands(second)
        return f"{_lands(first)} {_agreeing(change, first)} mission in {site}{_STATUS[status]}"
    where = f" in {place.name}" if place.name and place.name not in _names(second) else ""
    return _line(kind, subtype, first, second, participants) + where + _STATUS[status]


def _line(
    kind: str,
    subtype: str | None,
    first: Sequence[Participant],
    second: Sequence[Participant],
    everyone: Sequence[Participant],
) -> str:
    if kind == "agreement":
        return f"{_lands(everyone)} {_PAPERS.get(subtype or '', 'sign an agreement')}"
    if kind == "summit":
        return f"Summit of {_lands(everyone)}" if everyone else "Summit"
    if kind in {"meeting", "call"} and not first:
        first, second = _sides(everyone)
    if kind == "recognition" and not (first and second):
        return f"{_lands(everyone)} establish relations"
    if kind == "call" and subtype == "letter":
        return f"{_names(first)} {_agreeing('writes to', first)} {_names(second)}"
    if kind not in _ACTS:
        return _added(reference.EVENT_TYPES[kind], first, second, everyone)
    return f"{_names(first)} {_agreeing(_ACTS[kind], first)} {_lands(second) if kind == 'visit' else _names(second)}"


def _added(
    kind: reference.EventType,
    first: Sequence[Participant],
    second: Sequence[Participant],
    everyone: Sequence[Participant],
) -> str:
    """A type of a words file: "Japan trains with India" where it says how, else "Exercise: India and Japan"."""
    if not kind.title:
        return f"{kind.name.replace('-', ' ').capitalize()}: {_lands(everyone)}"
    one, other = (first, second) if first and second else _sides(everyone)
    return f"{_names(one)} {kind.title} {_names(other)}"


def _sides(everyone: Sequence[Participant]) -> tuple[list[Participant], list[Participant]]:
    """The first party named with its people, and the others."""
    lead = _party(everyone[0]) if everyone else None
    return [p for p in everyone if _party(p) == lead], [p for p in everyone if _party(p) != lead]


def _party(participant: Participant) -> str | None:
    return participant.organisation or participant.country or participant.name


def _agreeing(verb: str, doers: Sequence[Participant]) -> str:
    """The verb as one or as several do it: "visits Tokyo", "visit Tokyo"."""
    people = {p.name for p in doers if p.kind is PartyKind.PERSON}
    several = len(people or {_short(p) for p in doers}) > 1
    first, *others = verb.split()
    return " ".join([first.removesuffix("s") if several else first, *others])


def _names(participants: Sequence[Participant]) -> str:
    """The people, else the countries and organisations."""
    people = [p.name for p in participants if p.kind is PartyKind.PERSON]
    return _join(people) if people else _lands(participants)


def _lands(participants: Sequence[Participant]) -> str:
    return _join([_short(p) for p in participants if p.kind is not PartyKind.PERSON]) or "?"


def _short(participant: Participant) -> str:
    country = reference.country(participant.country) if participant.country else None
    return country.name if country else participant.name


def _join(names: Sequence[str]) -> str:
    shown = list(dict.fromkeys(names))
    if len(shown) > _MOST:
        shown = [*shown[: _MOST - 1], f"{len(shown) - _MOST + 1} others"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
