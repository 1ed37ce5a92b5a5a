"""What the extractor reads in a short article, one line an engagement, so that a test is a sentence and its lines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tracker.extract import Extractor
from tracker.model import Document, Mention, PartyKind, Precision, Status, TimeSpan

Told = Callable[..., list[str]]
_PAIRS = {"sender", "expeller", "summoner", "initiator", "recogniser"}


@pytest.fixture(scope="session")
def told() -> Told:
    """Reads a text published on Thursday 15 June 2023 (or another day) into lines like `recall FRA>CHL 2023-06-12`."""
    extractor = Extractor()

    def read(text: str, *, published: date = date(2023, 6, 15), only: tuple[str, ...] = ()) -> list[str]:
        document = Document(text=text, published=TimeSpan.day(published))
        return sorted(_line(m) for m in extractor.extract(document) if not only or m.type in only)

    return read


def _line(mention: Mention) -> str:
    status = "" if mention.status is Status.OCCURRED else f"{mention.status.value} "
    return f"{status}{mention.type} {_parties(mention)} {_when(mention.when)}"


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
