"""Which found event is which labelled one: one to one, the best pairs first.

Two may be a pair when the type is one that the label allows, half of the countries that either names are named by
both, and neither begins more than three days after the other has ended.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.evaluation.coding import Coded
from tracker.model import Precision

SLACK_DAYS = 3
_LEAST_SHARED = 0.5
_SAME_TYPE, _COUNTRIES, _SAME_DATE = 4, 3, 3  # weights, where all people found weigh 1
_OPTIONAL_LAST = 0.01


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled event and the found one that is taken for it."""

    label: Coded
    found: Coded

    @property
    def date(self) -> bool:
        """Whether start, end and precision are exactly the label's."""
        return same_date(self.label, self.found)

    @property
    def countries(self) -> bool:
        """Whether the countries are exactly the label's."""
        return self.label.countries == self.found.countries

    @property
    def status(self) -> bool:
        """Whether the status is the label's."""
        return self.label.status == self.found.status

    @property
    def place(self) -> bool:
        """Whether the place lies in the label's country; true where the label tells none."""
        return self.label.place.country in (None, self.found.place.country)

    @property
    def roles(self) -> bool:
        """Whether every role is held by the label's countries."""
        return dict(self.label.roles) == dict(self.found.roles)

    @property
    def people(self) -> int:
        """How many of the label's people were found."""
        return people_found(self.label, self.found)

    @property
    def complete(self) -> bool:
        """Whether date, countries, status and the place's country are all the label's."""
        return self.date and self.countries and self.status and self.place


@dataclass(frozen=True, slots=True)
class Comparison:
    """One article's labels against what was found. Pairs with an optional label are `spared`: neither good nor bad."""

    name: str
    pairs: tuple[Pair, ...]
    spared: tuple[Pair, ...]
    missed: tuple[Coded, ...]
    invented: tuple[Coded, ...]


def compare(name: str, labels: Sequence[Coded], found: Sequence[Coded]) -> Comparison:
    """The match of one article; what optional labels nobody found is left out."""
    chosen = sorted(_chosen(labels, found))
    pairs = [Pair(labels[i], found[j]) for i, j in chosen]
    taken = {i for i, _ in chosen}, {j for _, j in chosen}
    return Comparison(
        name,
        tuple(pair for pair in pairs if not pair.label.optional),
        tuple(pair for pair in pairs if pair.label.optional),
        tuple(one for i, one in enumerate(labels) if i not in taken[0] and not one.optional),
        tuple(one for j, one in enumerate(found) if j not in taken[1]),
    )


def same_date(label: Coded, found: Coded) -> bool:
    """Whether the found date is exactly the label's; of one not known, whether the found is not known either."""
    if label.precision is Precision.UNKNOWN:
        return found.precision is Precision.UNKNOWN
    return (label.start, label.end, label.precision) == (found.start, found.end, found.precision)


def people_found(label: Coded, found: Coded) -> int:
    """How many of the label's people stand among the found, by two shared words of the name, or all of a shorter."""
    given = [words for name in found.people if (words := _words(name))]
    return sum(any(_same_name(_words(name), words) for words in given) for name in label.people)


def same_person(one: str, other: str) -> bool:
    """Whether two names are one person's: by two shared words, or all of a shorter one."""
    return _same_name(_words(one), _words(other))


def _same_name(wanted: set[str], given: set[str]) -> bool:
    return len(wanted & given) >= min(len(wanted), len(given), 2)


def _words(name: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return set(re.findall(r"[a-z]+", plain.lower()))


def _chosen(labels: Sequence[Coded], found: Sequence[Coded]) -> Iterator[tuple[int, int]]:
    """Indexes of the pairs; of equally good ones the earlier."""
    ranked = sorted(
        (-_likeness(label, one), i, j)
        for i, label in enumerate(labels)
        for j, one in enumerate(found)
        if _may_be(label, one)
    )
    taken: tuple[set[int], set[int]] = set(), set()
    for _, i, j in ranked:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield i, j


def _may_be(label: Coded, found: Coded) -> bool:
    kind = found.type in (label.type, *label.also)
    return kind and _shared(label, found) >= _LEAST_SHARED and not (_after(found, label) or _after(label, found))


def _after(one: Coded, other: Coded) -> bool:
    """Whether one begins clearly after the other has ended."""
    return bool(one.start and other.end and (one.start - other.end).days > SLACK_DAYS)


def _shared(label: Coded, found: Coded) -> float:
    """The part of all their countries that both have; a half where the label has none."""
    if not label.countries:
        return 0.5 if found.countries else 1.0
    return len(label.countries & found.countries) / len(label.countries | found.countries)


def _likeness(label: Coded, found: Coded) -> float:
    people = people_found(label, found) / len(label.people) if label.people else 0.5
    kind, date = found.type == label.type, same_date(label, found)
    score = _SAME_TYPE * kind + _COUNTRIES * _shared(label, found) + _SAME_DATE * date + people
    return score - _OPTIONAL_LAST * label.optional
