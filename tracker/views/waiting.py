"""An event that waits for a person: what is recorded, the words it was read from, why it waits, what it may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rich.text import Text

from tracker.model import Event
from tracker.views import card, claims, marks, passage, spans
from tracker.views.text import clean, wrapped

_PASSAGES = 3
"""How many paragraphs are shown."""


@dataclass(frozen=True, slots=True)
class Other:
    """An event that another may be, with the probability of it and what speaks for and against it."""

    event: Event
    probability: float
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to say of an event beside its fields; `rivals` are what sources say otherwise than is shown."""

    why: Sequence[str]
    rivals: Sequence[str]
    passages: Sequence[passage.Passage]
    others: Sequence[Other]


def lines(event: Event, told: Told, *, width: int | None) -> Iterator[Text]:
    """All of it, wrapped at `width`; None wraps nothing."""
    yield from _fields(event, told, width)
    yield from passage.lines(told.passages[:_PASSAGES], width=width)
    if len(told.passages) > _PASSAGES:
        yield Text(f"… and {len(told.passages) - _PASSAGES} more: `tracker show {event.id}`", style="dim")
    if told.others:
        yield from (Text(), Text("May be the same as", style="bold"))
        for number, likely in enumerate(told.others, start=1):
            yield from other(number, likely, width=width)
    yield from _why(told.why, width)


def facts(event: Event, told: Told, *, width: int | None) -> Iterator[Text]:
    """The event and why it waits, without the words that it was read from."""
    yield from _fields(event, told, width)
    yield from _why(told.why, width)


def other(number: int, one: Other, *, width: int | None) -> Iterator[Text]:
    """An event that another may be, under the number to name it by."""
    told = Text.assemble((one.event.id, "bold"), f"  {one.probability:.2f}  {clean(claims.told(one.event))}")
    yield from wrapped(told, width, f"  {number}  ")
    if one.event.title:
        yield from wrapped(Text(clean(one.event.title)), width, "     ")
    yield from wrapped(Text(clean("; ".join(one.reasons)), style="dim"), width, "     ")


def summary(event: Event) -> str:
    """An event in a line: its days, type, parties and headline."""
    who = " ".join(marks.parties(event))
    told = (spans.shown(event.when), marks.glyph(event.type), event.type, who, marks.headline(event))
    return clean(" ".join(filter(None, told)))


def record(event: Event, why: Sequence[str], weight: float) -> dict[str, object]:
    """The row of an event in a list of those that wait."""
    return {
        "id": event.id,
        "weight": round(weight, 1),
        "date": spans.shown(event.when),
        "type": event.type,
        "title": marks.headline(event) or claims.told(event),
        "why": list(why),
    }


def decided(counts: Mapping[str, int]) -> str:
    """What was done, in words: "3 accepted, 1 merged"."""
    return ", ".join(f"{number} {act}" for act, number in counts.items() if number) or "nothing decided"


def _fields(event: Event, told: Told, width: int | None) -> Iterator[Text]:
    return card.lines(replace(event, sources=()), rivals=told.rivals, width=width)


def _why(why: Sequence[str], width: int | None) -> Iterator[Text]:
    yield from (Text(), Text("Why it is here", style="bold"))
    for reason in why:
        yield from wrapped(Text(clean(reason)), width, "  ")
