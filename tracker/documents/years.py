"""The year of a date that is printed without one, or of a text that prints none: all clues weighed together.

Every year since the war is a candidate, each as likely as the others; each clue makes some of them less likely
(`clues`: what the words tell; `eras`: what the names tell, asked only where the words do not settle it). A year is
taken only when it is far likelier than all others together; otherwise it stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.documents import clues, dateline
from tracker.documents.clues import Clue
from tracker.documents.written import WrittenDate
from tracker.model import TimeSpan

FIRST_YEAR = 1945
_CERTAIN = 0.99
"""How much of all likelihood a year must hold for the names to be left unasked."""
_ENOUGH, _ENOUGH_ALONE = 0.78, 0.9
"""How much of all likelihood a year must hold to be taken; where no day speaks for it, more."""
_READ = 50_000
"""Characters of a text that are searched for clues: thirty pages tell their year, and longer texts repeat it."""
_NEARBY = timedelta(days=31)
_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Inferred:
    """A year and the words it rests on."""

    year: int
    evidence: tuple[str, ...]


def infer_year(printed: WrittenDate, text: str, start: int, end: int) -> Inferred | None:
    """The year in which a printed day fell, `text[start:end]`; None when the text does not tell it."""
    if year := _by_other_statements(printed, text):
        return Inferred(*year)
    elsewhere = text[:start] + " " * (end - start) + text[end:]
    candidates = {year: span for year in _candidates() if (span := printed.in_year(year))}
    return _weigh(candidates, elsewhere, lead=end)


def year_of(text: str) -> Inferred | None:
    """The year in which a text without any printed day was written; None when it does not tell it."""
    return _weigh({year: TimeSpan.year(year) for year in _candidates()}, text, lead=None)


def _candidates() -> range:
    return range(FIRST_YEAR, date.today().year + 1)


def _weigh(candidates: Mapping[int, TimeSpan], text: str, *, lead: int | None) -> Inferred | None:
    text = text[:_READ]
    told = list(clues.find(text, lead=lead))
    found = _likeliest(candidates, told)
    if found is None or found[1] < _CERTAIN:
        told.extend(_names(text))
        found = _likeliest(candidates, told)
    if found is None or found[1] < (_ENOUGH_ALONE if lead is None else _ENOUGH):
        return None
    return Inferred(found[0], tuple(_evidence(candidates, told, found[0])))


def _names(text: str) -> Iterator[Clue]:
    from tracker.documents import eras  # loads the reference data

    return eras.find(text)


def _likeliest(candidates: Mapping[int, TimeSpan], told: Iterable[Clue]) -> tuple[int, float] | None:
    """The likeliest year and its share of all likelihood."""
    weights = dict.fromkeys(candidates, 1.0)
    for clue in told:
        for year, when in candidates.items():
            weights[year] *= clue.likelihood(when)
    if not weights:
        return None
    best = max(weights, key=weights.__getitem__)
    return best, weights[best] / sum(weights.values())


def _evidence(candidates: Mapping[int, TimeSpan], told: Iterable[Clue], year: int) -> list[str]:
    """The clues that speak most for a year against the others."""
    average = {
        clue.text: clue.likelihood(candidates[year]) * len(candidates) / sum(map(clue.likelihood, candidates.values()))
        for clue in told
    }
    strongest = sorted(average, key=average.__getitem__, reverse=True)
    return [" ".join(text.split()) for text in strongest if average[text] > 1][:_MOST_SHOWN]


def _by_other_statements(day: WrittenDate, text: str) -> tuple[int, tuple[str]] | None:
    """The year of another date that the article states as its own, a month from this one at most."""
    for statement in dateline.statements(text):
        other = statement.date
        start = other.span.start if other.span and other.day else None
        for year in (start.year, start.year + 1, start.year - 1) if start else ():
            span = day.in_year(year)
            if start and span and span.start and abs(span.start - start) <= _NEARBY:
                return year, (other.text,)
    return None
