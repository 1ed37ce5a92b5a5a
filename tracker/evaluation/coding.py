"""An engagement as a coder writes it down: the fields that labels hold and that are compared, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from tracker.errors import InputError
from tracker.model import Engagement, Mention, PartyKind, Place, Precision, Status

_Word = TypeVar("_Word", bound=StrEnum)
_NOWHERE = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One engagement of one article, labelled or found.

    `start` and `end` are inclusive, None where not known. `countries` and those in `roles` are codes. A label's `also`
    are further types that are no mistake, and one that is `optional` need not be found. Of what was found, `confidence`
    is the extractor's own. `quotes` are the sentences that tell it, where these are kept.
    """

    type: str
    subtype: str | None = None
    status: Status | None = Status.OCCURRED
    start: date | None = None
    end: date | None = None
    precision: Precision | None = Precision.UNKNOWN
    countries: frozenset[str] = frozenset()
    organisations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    roles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    place: Place = _NOWHERE
    id: str = ""
    also: tuple[str, ...] = ()
    optional: bool = False
    note: str = ""
    confidence: float | None = None
    quotes: tuple[str, ...] = ()

    @classmethod
    def of(cls, engagement: Engagement, *, id: str = "") -> Coded:
        """An engagement in this form; of a mention with its evidence."""
        evidence = engagement.evidence if isinstance(engagement, Mention) else ()
        return cls(
            type=engagement.type,
            subtype=engagement.subtype,
            status=engagement.status,
            start=engagement.when.start,
            end=engagement.when.end,
            precision=engagement.when.precision,
            countries=frozenset(engagement.countries),
            organisations=engagement.organisations,
            people=engagement.people,
            roles={role: frozenset(codes) for role, codes in engagement.roles.items()},
            place=Place(engagement.place.name, engagement.place.country),
            id=id,
            confidence=engagement.confidence,
            quotes=tuple(sentence.text for sentence in evidence),
        )

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> Coded:
        """The engagement of a JSON object, a label's or one that `tracker extract` printed.

        Raises InputError for a field that cannot be what it should be; what is absent is unknown.
        """
        if not isinstance(row, Mapping) or not isinstance(row.get("type"), str):
            raise InputError('an event is an object with a "type"')
        return cls(
            type=row["type"],
            subtype=row.get("subtype") or None,
            status=_word(row, "status", Status),
            start=_day(row, "start"),
            end=_day(row, "end"),
            precision=_word(row, "precision", Precision),
            countries=frozenset(_texts(row, "countries")),
            organisations=_texts(row, "organisations"),
            people=_texts(row, "people") if "people" in row else _people(row),
            roles=_roles(row),
            place=_place(row),
            id=str(row.get("id") or ""),
            also=_texts(row, "also"),
            optional=bool(row.get("optional")),
            note=str(row.get("note") or ""),
            confidence=_confidence(row),
            quotes=_texts(row, "quotes") or tuple(source.get("quote", "") for source in row.get("sources") or ()),
        )

    def label(self) -> dict[str, Any]:
        """The JSON object of a label, which `read` takes back."""
        told = {
            "id": self.id,
            "type": self.type,
            "subtype": self.subtype,
            "also": list(self.also),
            "status": self.status.value if self.status else None,
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "precision": self.precision.value if self.precision else None,
            "countries": sorted(self.countries),
            "organisations": list(self.organisations),
            "people": list(self.people),
            "roles": {role: sorted(codes) for role, codes in self.roles.items()},
            "place": {"name": self.place.name, "country": self.place.country},
            "optional": self.optional,
            "note": self.note,
            "quotes": list(self.quotes),
        }
        return {
            name: value for name, value in told.items() if value or name not in {"subtype", "also", "note", "quotes"}
        }


def _word(row: Mapping[str, Any], name: str, words: type[_Word]) -> _Word | None:
    value = row.get(name)
    try:
        return None if value is None else words(value)
    except ValueError:
        raise InputError(f'"{name}" is {value!r}; it may be {", ".join(words)}') from None


def _day(row: Mapping[str, Any], name: str) -> date | None:
    value = row.get(name)
    try:
        return date.fromisoformat(value[:10]) if value else None
    except (ValueError, TypeError):
        raise InputError(f'"{name}" is {value!r}; write a day, such as "2021-11-23", or null') from None


def _texts(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = row.get(name) or ()
    if isinstance(value, str) or not isinstance(value, Sequence) or not all(isinstance(one, str) for one in value):
        raise InputError(f'"{name}" is {value!r}; write a list of texts')
    return tuple(value)


def _place(row: Mapping[str, Any]) -> Place:
    told = row.get("place") or {}
    if not isinstance(told, Mapping):
        raise InputError(f'"place" is {told!r}; write {{"name": "Kabul", "country": "AFG"}}')
    return Place(told.get("name"), told.get("country"))


def _confidence(row: Mapping[str, Any]) -> float | None:
    value = row.get("confidence")
    if value is not None and not (isinstance(value, int | float) and 0 <= value <= 1):
        raise InputError(f'"confidence" is {value!r}; write a number from 0 to 1, or null')
    return value


def _people(row: Mapping[str, Any]) -> tuple[str, ...]:
    parties = row.get("participants") or ()
    return tuple(one["name"] for one in parties if one.get("kind") == PartyKind.PERSON and one.get("name"))


def _roles(row: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Codes by role; of one who has none told, "participant"."""
    told = row.get("roles") if "roles" in row else _listed(row.get("participants") or ())
    if not isinstance(told, Mapping):
        raise InputError(f'"roles" is {told!r}; write {{"visitor": ["JPN"], "host": ["FRA"]}}')
    return {role: frozenset(_texts(told, role)) for role in told}


def _listed(participants: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in participants:
        if one.get("country"):
            found.setdefault(one.get("role") or "participant", []).append(one["country"])
    return found
