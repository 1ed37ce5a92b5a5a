"""The words that complete an answer: what the record knows first, then what the program knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tracker import reference
from tracker.errors import StoreError
from tracker.model import Place, Review, Status
from tracker.reference import EventType
from tracker.settings import Settings
from tracker.store import Known, open_reader
from tracker.views import parties
from tracker.views.fields import PARTIES

Word = tuple[str, str]
"""A word, and what it is."""


def known(chosen: Settings) -> Known:
    """What the record knows; nothing where there is none yet."""
    try:
        with open_reader(chosen.database) as reader:
            return reader.known(chosen.author)
    except StoreError:
        return Known()


@dataclass(frozen=True)
class Suggestions:
    """The words for each field."""

    known: Known

    def __call__(self, name: str, kind: EventType | None) -> Sequence[Word]:
        """Those of a field, of an event of that kind; most likely ones first."""
        match name:
            case "type":
                return [(one.name, one.summary) for one in reference.EVENT_TYPES.values()]
            case "subtype":
                return [(word, "") for word in kind.subtypes] if kind else []
            case "status" | "review":
                return [(word.value, "") for word in (Status if name == "status" else Review)]
            case "country" | "organisation" | "person":
                return _once((*self._parties(name), *_PROGRAM.get(name, tuple)()))
            case "place" | "place-country":
                return self._places if name == "place" else _countries()
            case _:
                return [(word, "") for word in self._noted.get(name, ())]

    def _parties(self, name: str) -> Iterator[Word]:
        for party in self.known.parties:
            if party.kind is PARTIES[name]:
                yield parties.typed(party), party.country or "" if name == "country" else "on record"

    @cached_property
    def _places(self) -> Sequence[Word]:
        atlas = (Place(one.name, one.country) for one in sorted(reference.places(), key=lambda one: not one.capital))
        return _once((place.name or "", place.country or "") for place in (*self.known.places, *atlas))

    @property
    def _noted(self) -> dict[str, Sequence[str]]:
        return {"tag": self.known.tags, "source": self.known.sources}


def _countries() -> list[Word]:
    return [(country.name, country.code) for country in reference.countries()]


def _organisations() -> list[Word]:
    return [(body.short, body.full) for body in reference.organisations()]


_PROGRAM = {"country": _countries, "organisation": _organisations}


def _once(words: Iterable[Word]) -> list[Word]:
    """The words, each as it is told first."""
    found: dict[str, str] = {}
    for word, told in words:
        found.setdefault(word, told)
    return list(found.items())
