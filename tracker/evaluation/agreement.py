"""How far two coders agree: what both found, what only one did, and field by field what they say of the former.

Their events are paired as labels and what was read are. What is left of both is paired once more whatever its type, for
that is one of the fields; but then date and countries must be the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tracker import reference
from tracker.evaluation.alpha import alpha
from tracker.evaluation.coding import Coded
from tracker.evaluation.matching import Comparison, Pair, compare, same_person

Value = Callable[[Coded], Hashable]

SINGLE: Mapping[str, Value] = {
    "type": lambda one: one.type,
    "subtype": lambda one: one.subtype or "",
    "status": lambda one: one.status or "",
    "start": lambda one: one.start or "",
    "end": lambda one: one.end or "",
    "precision": lambda one: one.precision or "",
    "place": lambda one: one.place.name or "",
    "place country": lambda one: one.place.country or "",
}
"""Fields of one value, "" where there is none: nothing is an answer too."""

SETS: Mapping[str, Value] = {
    "countries": lambda one: one.countries,
    "organisations": lambda one: frozenset(one.organisations),
    "people": lambda one: frozenset(one.people),
    "roles": lambda one: frozenset((role, code) for role, codes in one.roles.items() for code in codes),
}
"""Fields of several values."""

FIELDS: Mapping[str, Value] = {**SINGLE, **SETS}


@dataclass(frozen=True, slots=True)
class Coding:
    """An article, or a whole record, as two coders have it."""

    name: str
    one: Sequence[Coded]
    other: Sequence[Coded]


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """Of so many pairs, the share in which a field is the same, None without any; alpha where it is defined."""

    field: str
    pairs: int
    same: float | None
    alpha: float | None

    @property
    def distance(self) -> str:
        """How two values of the field are compared."""
        return "MASI" if self.field in SETS else "nominal"

    def record(self) -> dict[str, Any]:
        """The JSON object of it."""
        shares = {name: None if value is None else round(value, 3) for name, value in self._shares().items()}
        return {"pairs": self.pairs, **shares, "distance": self.distance}

    def _shares(self) -> dict[str, float | None]:
        return {"same": self.same, "alpha": self.alpha}


@dataclass(frozen=True, slots=True)
class Difference:
    """An event that only one coder found, or of which they say different things in `fields`."""

    document: str
    one: Coded | None
    other: Coded | None
    fields: tuple[str, ...] = ()

    def record(self) -> dict[str, Any]:
        """The JSON object of it."""
        return {
            "document": self.document,
            "fields": list(self.fields),
            "a": self.one.label() if self.one else None,
            "b": self.other.label() if self.other else None,
        }


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two coders' codings come to; the numbers are of events, `codings` of articles."""

    codings: int
    both: int
    only_one: int
    only_other: int
    fields: tuple[FieldAgreement, ...]
    differences: tuple[Difference, ...]

    @property
    def share(self) -> float | None:
        """The share of all events that both found; None without any."""
        whole = self.both + self.only_one + self.only_other
        return self.both / whole if whole else None

    def record(self) -> dict[str, Any]:
        """The JSON object of the figures."""
        return {
            "documents": self.codings,
            "events": {"both": self.both, "only_a": self.only_one, "only_b": self.only_other},
            "share": None if self.share is None else round(self.share, 3),
            "fields": {one.field: one.record() for one in self.fields},
        }


def agree(codings: Iterable[Coding]) -> Agreement:
    """The agreement of two coders over all that both have coded."""
    pairs: list[Pair] = []
    differences: list[Difference] = []
    count = 0
    for coding in codings:
        count += 1
        found = _paired(coding)
        pairs += found.pairs
        differences += _differences(found)
    alone = [one for one in differences if not one.fields]
    return Agreement(
        codings=count,
        both=len(pairs),
        only_one=sum(one.other is None for one in alone),
        only_other=sum(one.one is None for one in alone),
        fields=tuple(_field(name, pairs) for name in FIELDS),
        differences=tuple(differences),
    )


def _paired(coding: Coding) -> Comparison:
    """The pairs of an article, and what only one coder found in it."""
    alike = compare(coding.name, [replace(one, optional=False) for one in coding.one], coding.other)
    any_type = [replace(one, also=tuple(reference.EVENT_TYPES)) for one in alike.missed]
    rest = compare(coding.name, any_type, alike.invented).pairs
    taken = [pair for pair in rest if pair.date and pair.countries]
    gone = {id(one) for pair in taken for one in (pair.label, pair.found)}
    return Comparison(
        coding.name,
        pairs=tuple(_of_one_spelling(pair) for pair in (*alike.pairs, *taken)),
        spared=(),
        missed=tuple(one for one in any_type if id(one) not in gone),
        invented=tuple(one for one in alike.invented if id(one) not in gone),
    )


def _of_one_spelling(pair: Pair) -> Pair:
    """The pair with the people of the one called as the other calls them."""
    names = pair.label.people
    people = tuple(next((mine for mine in names if same_person(mine, name)), name) for name in pair.found.people)
    return replace(pair, found=replace(pair.found, people=people))


def _differences(found: Comparison) -> Iterator[Difference]:
    for pair in found.pairs:
        if differing := tuple(field for field, value in FIELDS.items() if value(pair.label) != value(pair.found)):
            yield Difference(found.name, pair.label, pair.found, differing)
    yield from (Difference(found.name, one, None) for one in found.missed)
    yield from (Difference(found.name, None, one) for one in found.invented)


def _field(name: str, pairs: Sequence[Pair]) -> FieldAgreement:
    value = FIELDS[name]
    coders = [[value(pair.label) for pair in pairs], [value(pair.found) for pair in pairs]]
    same = sum(one == other for one, other in zip(*coders, strict=True))
    return FieldAgreement(name, len(pairs), same / len(pairs) if pairs else None, alpha(coders))
