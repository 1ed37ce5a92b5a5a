"""What the extractor reads in a short article, one line an engagement, so that a test is a sentence and its lines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tracker.extract import Extractor
from tracker.model import Document, Mention, PartyKind, Precision, Status, TimeSpan

Told = Callable[..., list[str]]
_PAIRS = {"visitor", "sender", "expeller", "summoner", "initiator", "recogniser"}


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """One extractor for all tests: the language model takes a second to load."""
    return Extractor()


@pytest.fixture(scope="session")
def told_in_full(extractor: Extractor) -> Callable[[str], list[str]]:
    """Reads an article of 15 June 2023 into lines like `call occurred 2023-06-12 DNK+JPN Nils Lind @Oslo`."""
    published = TimeSpan.day(date(2023, 6, 15))
    return lambda text: [_full_line(m) for m in extractor.extract(Document(text=text, published=published))]


@pytest.fixture(scope="session")
def told(extractor: Extractor) -> Told:
    """Reads a text published on Thursday 15 June 2023 (or another day) into lines like `recall FRA>CHL 2023-06-12`."""

    def read(text: str, *, published: date = date(2023, 6, 15), only: tuple[str, ...] = ()) -> list[str]:
        document = Document(text=text, published=TimeSpan.day(published))
        return sorted(_line(m) for m in extractor.extract(document) if not only or m.type in only)

    return read


def _line(mention: Mention) -> str:
    status = "" if mention.status is Status.OCCURRED else f"{mention.status.value} "
    return f"{status}{mention.type} {_parties(mention)} {_when(mention.when)}"


def _full_line(mention: Mention) -> str:
    people = ", ".join(p.name for p in mention.participants if p.kind is PartyKind.PERSON)
    place = ", ".join(filter(None, (mention.place.name, mention.place.country)))
    line = f"{mention.type} {mention.status.value} {_when(mention.when)} {_parties(mention)}"
    return " ".join(filter(None, (line, people, f"@{place}" if place else "")))


def _parties(mention: Mention) -> str:
    """Codes of one role, an arrow, those of the other; a plus between equals."""
    by_role: dict[str, list[str]] = {}
    for participant in mention.participants:
        if participant.kind is not PartyKind.PERSON:
            by_role.setdefault(participant.role, []).append(participant.country or participant.name)
    sides = sorted(by_role.items(), key=lambda item: item[0] not in _PAIRS)
    return ">".join("+".join(sorted(codes)) for _, codes in sides)


def _when(span: TimeSpan) -> str:
    if span.precision is Precision.DAY:
        return str(span.start) if span.start == span.end else f"{span.start}..{span.end}"
    if span.precision is Precision.MONTH:
        return f"{span.start:%Y-%m}"
    if span.precision is Precision.YEAR:
        return f"{span.start:%Y}"
    return span.precision.value
