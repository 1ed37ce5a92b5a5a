"""The fields of an event as a person types them, each named as its option: what is typed of one, and its value.

    country  Japan=host            person  Takashi Okada:ambassador:JPN=visitor, Takashi Okada (ambassador, JPN)=visitor
    date     as `ReadDate` reads it, which knows about "last month"

What is typed of a field is a tuple of texts, empty where nothing is; of a field of one value they are its lines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self, TypeVar

from tracker import reference
from tracker.errors import InputError
from tracker.model import Participant, PartyKind, Review, Status, TimeSpan
from tracker.reference import EventType
from tracker.views import parties

Typed = Mapping[str, tuple[str, ...]]
ReadDate = Callable[[str, bool], TimeSpan]
"""The days that a text stands for; of a day without a year the next where the second argument is true."""

PARTIES: Mapping[str, PartyKind] = {
    "country": PartyKind.COUNTRY,
    "organisation": PartyKind.ORGANISATION,
    "person": PartyKind.PERSON,
}
LISTS = (*PARTIES, "tag")
"""Fields of several values, of which none is a whole sentence."""

PAIRED = ("source", "quote")
"""Fields of as many values, which belong together by their order."""

FIELDS = (
    *("type", "subtype", "status", "date", *PARTIES),
    *("place", "place-country", "title", "note", "tag", *PAIRED),
)
REVIEWED = (*FIELDS, "review")
"""The same, with what is only said of an event on record."""

_NAMES = {
    PartyKind.COUNTRY: parties.country,
    PartyKind.ORGANISATION: parties.organisation,
    PartyKind.PERSON: parties.person,
}
_Word = TypeVar("_Word", Status, Review)


@dataclass(frozen=True, slots=True)
class Context:
    """What other fields tell of how one is meant; `kind` is None while the type is not known."""

    kind: EventType | None = None
    status: Status = Status.OCCURRED

    @classmethod
    def of(cls, told: Typed) -> Self:
        """The type and the status that are typed, as far as they can be meant."""
        return cls(_meant("type", told), _meant("status", told) or Status.OCCURRED)


def read(field: str, texts: Sequence[str], known: Context, read_date: ReadDate) -> Any:
    """The value of one field; raises InputError with the reason why it has none."""
    if field == "date":
        return read_date(text(texts), known.status is Status.PLANNED)
    if field in PARTIES:
        return [_party(one, PARTIES[field], known.kind) for one in filter(None, texts)]
    return _READERS.get(field, _plain)(texts, known)


def text(texts: Sequence[str]) -> str:
    """The lines of one value."""
    return "\n".join(texts).strip()


def without_strange_roles(told: Typed) -> dict[str, tuple[str, ...]]:
    """What is typed, but the subtype and the roles that an event of the type that is typed does not have."""
    kind = Context.of(told).kind
    if kind is None:
        return dict(told)
    kept = {name: tuple(_without_strange_role(one, kind) for one in told.get(name, ())) for name in PARTIES}
    return {**told, **kept, "subtype": tuple(word for word in told.get("subtype", ()) if word in kind.subtypes)}


def _without_strange_role(party: str, kind: EventType) -> str:
    name, equals, role = party.rpartition("=")
    return name if equals and role.strip() not in kind.roles else party


def _meant(name: str, told: Typed) -> Any:
    """The value of a field, None where it has none."""
    try:
        return _READERS[name](told.get(name, ()), Context())
    except InputError:
        return None


def _party(typed: str, party: PartyKind, kind: EventType | None) -> Participant:
    """The party of `NAME` or `NAME=ROLE`."""
    name, equals, role = (part.strip() for part in typed.rpartition("=")) if "=" in typed else (typed.strip(), "", "")
    if not name:
        raise InputError(f"'{typed}' names nobody")
    if equals and kind and role not in kind.roles:
        raise InputError(f"'{role}' ({name}) is no role of a {kind.name}; {', '.join(kind.roles)} are")
    return replace(_NAMES[party](name), role=role or None)


def _type(texts: Sequence[str], known: Context) -> EventType:
    if not text(texts):
        raise InputError(f"no type is given; it may be {', '.join(reference.EVENT_TYPES)}")
    return reference.require_event_type(text(texts))


def _subtype(texts: Sequence[str], known: Context) -> str | None:
    word = text(texts).lower()
    if word and known.kind and word not in known.kind.subtypes:
        may = f"may be {', '.join(known.kind.subtypes)}" if known.kind.subtypes else "has none"
        raise InputError(f"'{word}': the subtype of a {known.kind.name} {may}")
    return word or None


def _status(texts: Sequence[str], known: Context) -> Status:
    return _word(Status, text(texts) or Status.OCCURRED)


def _review(texts: Sequence[str], known: Context) -> Review:
    return _word(Review, text(texts) or Review.UNREVIEWED)


def _word(kind: type[_Word], typed: str) -> _Word:
    """The word that is typed, or that alone begins so."""
    found = [word for word in kind if word.value.startswith(typed.lower())]
    if len(found) != 1:
        raise InputError(f"'{typed}' is no {kind.__name__.lower()}; {', '.join(kind)} are")
    return found[0]


def _place_country(texts: Sequence[str], known: Context) -> str | None:
    return reference.require_country(text(texts)).code if text(texts) else None


def _tags(texts: Sequence[str], known: Context) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


def _plain(texts: Sequence[str], known: Context) -> str:
    return text(texts)


_READERS: Mapping[str, Callable[[Sequence[str], Context], Any]] = {
    "type": _type,
    "subtype": _subtype,
    "status": _status,
    "review": _review,
    "place-country": _place_country,
    "tag": _tags,
    "source": lambda texts, known: tuple(texts),
    "quote": lambda texts, known: tuple(texts),
}
