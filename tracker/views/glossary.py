"""What the event types are, and how often each stands on record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.text import Text

from tracker.reference import EventType, Words
from tracker.views import marks
from tracker.views.text import wrapped


def lines(kinds: Iterable[EventType], counts: Mapping[str, int], *, width: int | None) -> Iterator[Text]:
    """Each type with its sign and count, what it is, and the words that go with it."""
    for kind in kinds:
        count = counts.get(kind.name, 0)
        yield Text.assemble(
            (f"{kind.glyph} {kind.name}", f"bold {marks.type_style(kind.name)}"),
            (f"  yours, like {kind.like}" if kind.like else "", "dim"),
            (f"  {count} on record" if count else "", "dim"),
        )
        yield from wrapped(Text(kind.summary), width, "  ")
        yield from wrapped(Text(", ".join(kind.roles)), width, "  roles     ")
        if kind.subtypes:
            yield from wrapped(Text(", ".join(kind.subtypes)), width, "  subtypes  ")


def record(kind: EventType, count: int) -> dict[str, Any]:
    """The type as an object."""
    return {
        "type": kind.name,
        "events": count,
        "glyph": kind.glyph,
        "subtypes": list(kind.subtypes),
        "roles": list(kind.roles),
        "cameo": list(kind.cameo),
        "plover": list(kind.plover),
        "summary": kind.summary,
        "like": kind.like,
    }


def additions(words: Words) -> Iterator[str]:
    """What a words file adds, a line each."""
    for name, entry in words.types.items():
        told = ", ".join((*entry["verbs"], *entry["nouns"])) or "entered by hand only"
        yield f"type          {name}, like {entry['like']}: {told}"
    yield from (f"word          {one.word}, like {one.like} of {one.type}" for one in words.triggers)
    yield from (f"organisation  {short}: {entry['full']}" for short, entry in words.organisations.items())
    yield from (f"place         {name}, {country}" for name, country, *_ in words.places)
    yield from (f"office        {person}: {office}, {of}" for of, _, office, person, *_ in words.office_holders)
    for names in words.aliases.values():
        yield from (f"alias         {', '.join(others)} → {meant}" for meant, others in names.items())
