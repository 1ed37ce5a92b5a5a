"""Names that tie a text to a time: people in their offices, states and bodies that came or went, new words.

Who is named with an office holds it, as a rule, when the text is written; who is a former president held it before.
A state is seldom named after its end, and never before its beginning. The reference data tell when that was.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tracker import reference
from tracker.documents.clues import Clue
from tracker.model import TimeSpan
from tracker.reference import OfficeHolder

_YEAR_DAYS = 366
_LEAST = 0.01
"""How likely the names of a text are, at least, in any year: it may be an account of the past."""
_MOST_PEOPLE = 8
_SHORTEST_ACRONYM = 4

_OFFICES = (
    (r"(?:King|Queen|Emperor|Emir|Sultan|Pope)", ("head of state", "leader")),
    (r"(?:Prime Minister|Premier|Chancellor|Taoiseach)", ("head of government", "leader")),
    (r"(?:Foreign Minister|Foreign Secretary|Secretary of State|External Affairs Minister)", ("foreign minister",)),
    (r"(?:Defen[cs]e Minister|Defen[cs]e Secretary|Secretary of Defen[cs]e)", ("defence minister",)),
    (r"(?:Finance Minister|Treasury Secretary|Secretary of the Treasury)", ("finance minister",)),
    (r"(?:President|leader|Leader|General Secretary)", ("head of state", "head of government", "leader")),
)
_NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]*[^\W_]"
_PARTICLE = r"(?:bin|de|van|von|der|da|al|el|ibn|ul|dos)"
_PERSON = re.compile(
    r"(?P<before>\b(?:[Ff]ormer|[Tt]hen|[Ll]ate|ex|[Ff]ormerly|[Vv]ice|[Dd]eputy|[Aa]cting|of)[- ]?(?:\w+ )?)?"
    r"\b(?:" + "|".join(f"(?P<office{n}>{title})" for n, (title, _) in enumerate(_OFFICES)) + r")\s+"
    rf"(?P<name>{_NAME}(?:\s(?:{_PARTICLE}\s)?(?:{_NAME}|[A-Z]\.)){{0,3}})"
)
_PAST = re.compile(r"\b(?:[Ff]ormer|[Tt]hen|[Ll]ate|ex|[Ff]ormerly)\b")
_DEPUTY = re.compile(r"\b(?:[Vv]ice|[Dd]eputy)\b")
_GONE = re.compile(r"\b(?:former(?:ly)?|ex|old|then|late|collapse of(?: the)?|break-?up of(?: the)?|in the)[- ]$", re.I)


class Landmark(NamedTuple):
    """When a name can have been printed as that of something that is."""

    name: str
    since: date | None
    until: date | None


def find(text: str) -> Iterator[Clue]:
    """What the names in a text tell: one clue for all people in office, one for all else that is bound to a time."""
    people = list(_people(text))
    if people:
        yield _together(people)
    if landmarks := [_bound(landmark, gone=gone) for landmark, gone in _landmarks(text)]:
        yield _together(landmarks)


def _together(clues: Sequence[Clue]) -> Clue:
    """Names that stand and fall together: a text about the past has many of them."""

    def likelihood(when: TimeSpan) -> float:
        product = 1.0
        for clue in clues:
            product *= clue.likelihood(when)
        return max(_LEAST, product)

    return Clue(", ".join(clue.text for clue in clues[:3]), likelihood)


def _people(text: str) -> Iterator[Clue]:
    seen: set[str] = set()
    for match in _PERSON.finditer(text):
        before = match["before"] or ""
        name = re.sub(r"['’]s?$", "", match["name"])
        if name in seen or _DEPUTY.search(before) or len(seen) >= _MOST_PEOPLE:
            continue
        kinds = next(kinds for n, (_, kinds) in enumerate(_OFFICES) if match[f"office{n}"])
        if rows := [
            row for row in _called(name) if row.kind in kinds and row.country and _concerned(row.country, text)
        ]:
            seen.add(name)
            yield _held(name, rows, past=bool(_PAST.search(before)))


def _called(name: str) -> list[OfficeHolder]:
    """Those who go by a name, and those of whom only a part of it is known ("Reagan")."""
    given, *others = name.split()
    alone = [row for word in {given, *others[-1:]} for row in reference.office_holders(word)]
    return [*reference.office_holders(name), *(row for row in alone if _compatible(row.person, name))]


def _compatible(known: str, printed: str) -> bool:
    """Whether a known person has no name but the printed ones, initials apart ("G.W. Bush", "Reagan")."""
    words = {word.casefold() for word in printed.split()}
    return all(word.casefold() in words or "." in word for word in known.split())


@cache
def _names_of(code: str) -> tuple[str, ...]:
    country = reference.country(code)
    former = [state for state in reference.former_states() if state.successor == code]
    return tuple(
        name
        for state in (*([country] if country else ()), *former)
        for name in (state.name, *state.aliases, *state.demonyms, state.capital)
        if name
    )


def _concerned(country: str, text: str) -> bool:
    """Whether a text speaks of the country at all: a namesake elsewhere is not meant."""
    return any(name in text for name in _names_of(country))


def _held(name: str, rows: Sequence[OfficeHolder], *, past: bool) -> Clue:
    return Clue(name, lambda when: max(_in_office(row, when, past=past) for row in rows))


def _in_office(row: OfficeHolder, when: TimeSpan, *, past: bool) -> float:
    """How likely the office is named with the person at that time."""
    assert when.start is not None
    assert when.end is not None
    first, last = row.since or row.as_of, row.until or row.as_of
    if when.end < first:
        years = (first - when.end).days / _YEAR_DAYS
        return 0.02 if row.since else _fading(years)
    if when.start <= last:
        return 0.25 if past else 1.0
    years = (when.start - last).days / _YEAR_DAYS
    if past:
        return 1.0
    return max(0.06, 0.3 - 0.1 * years) if row.until else _fading(years)


def _fading(years: float) -> float:
    """How likely somebody is still, or already, in office so long from when it is known."""
    return 1.0 if years <= 1 else max(0.05, 1 - years / 10)


@cache
def _dated_names() -> tuple[Landmark, ...]:
    bounds: dict[str, list[tuple[date | None, date | None]]] = {}
    for entry in reference.names():
        bounds.setdefault(entry.surface, []).append((entry.from_, entry.until))
        if entry.ambiguous or (entry.surface.isupper() and entry.kind != "organisation"):
            bounds[entry.surface].append((None, None))
    named = (_bounded(name, found) for name, found in bounds.items())
    lasting = {"Indochina", "Siamese", "Sikkim", "Zanzibar", "Zanzibari", "Zanzibaris", "Ceylon", "Tanganyika"}
    return tuple(mark for mark in (*named, *_own()) if (mark.since or mark.until) and mark.name not in lasting)


def _bounded(name: str, found: Sequence[tuple[date | None, date | None]]) -> Landmark:
    since = [first for first, _ in found if first]
    until = [last for _, last in found if last]
    if name.isupper() and len(name) < _SHORTEST_ACRONYM - (name in {"EEC", "WTO", "OAU"}):
        return Landmark(name, None, None)
    return Landmark(
        name,
        min(since) if len(since) == len(found) else None,
        max(until) if len(until) == len(found) else None,
    )


def _own() -> Iterator[Landmark]:
    text = (files(__package__) / "landmarks.toml").read_text(encoding="utf-8")
    for entry in tomllib.loads(text)["landmark"]:
        yield from (Landmark(name, entry.get("since"), entry.get("until")) for name in entry["names"])


def _landmarks(text: str) -> Iterator[tuple[Landmark, bool]]:
    """The dated names in a text, and whether they are spoken of as gone."""
    for mark in _dated_names():
        at = text.find(mark.name)
        if at < 0 or text[at - 1 : at].isalnum() or text[at + len(mark.name) :][:1].isalnum():
            continue
        yield mark, bool(_GONE.search(text[max(0, at - 20) : at]))


def _bound(mark: Landmark, *, gone: bool) -> Clue:
    def likelihood(when: TimeSpan) -> float:
        assert when.start is not None
        assert when.end is not None
        if mark.since and when.end < mark.since:
            return 0.02
        over = mark.until is not None and when.start > mark.until
        return (0.6 if over else 0.2) if gone and mark.until else 0.2 if over else 1.0

    return Clue(mark.name, likelihood)
