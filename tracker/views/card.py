"""Everything that is known of one event, with the words of its sources that count made to stand out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.text import Text

from tracker import reference
from tracker.model import Change, Event, Origin, Participant, PartyKind, Source, Status
from tracker.views import changed, marks, spans
from tracker.views.text import clean, wrapped

_LABEL = 15
_ORIGINS = {Origin.MACHINE: "read from articles", Origin.HAND: "entered by hand", Origin.IMPORT: "imported"}


def lines(
    event: Event, changes: Sequence[Change] = (), *, rivals: Sequence[str] = (), width: int | None
) -> Iterator[Text]:
    """The lines, wrapped at `width`; None wraps nothing. `rivals` are what sources say otherwise than is shown."""
    yield Text.assemble(
        (f"{marks.glyph(event.type)} {event.type}", marks.type_style(event.type)),
        f" ({event.subtype})" if event.subtype else "",
        f" · {event.status.value} · ",
        (event.id, "bold"),
    )
    if event.title:
        yield from wrapped(Text(clean(event.title), style=f"bold {marks.STYLES.get(event.status, '')}"), width, "")
    yield Text()
    for label, value in _facts(event):
        if value:
            yield from wrapped(Text(clean(value)), width, f"{label:{_LABEL}}")
    for rival in rivals:
        yield from wrapped(Text(clean(rival), style="dim"), width, f"{'  otherwise':{_LABEL}}")
    for number, source in enumerate(event.sources, start=1):
        yield Text()
        yield from _source(number, source, event, width)
    if changes:
        yield from (Text(), Text("History", style="bold"))
        for told in _history(changes):
            yield from wrapped(Text(clean(told)), width, "  ")


def _facts(event: Event) -> Iterator[tuple[str, str]]:
    yield "When", _when(event)
    yield "Where", _where(event)
    for kind, label in (
        (PartyKind.COUNTRY, "Countries"),
        (PartyKind.ORGANISATION, "Organisations"),
        (PartyKind.PERSON, "People"),
    ):
        yield label, "; ".join(dict.fromkeys(_party(party) for party in event.participants if party.kind is kind))
    yield "Confidence", f"{marks.confidence(event)}{'' if event.confidence is None else f' {event.confidence:.2f}'}"
    yield "Review", f"{event.review.value}; {_ORIGINS[event.origin]}"
    yield "Sources differ", ", ".join(event.conflicts)
    yield "Tags", ", ".join(event.tags)
    yield "Note", event.note


def _when(event: Event) -> str:
    when = event.when
    exactness = f" (to the {when.precision.value})" if when.known and spans.precision_word(when) else ""
    undated = f" ({spans.UNDATED})" if not when.known and (when.start or when.end) else ""
    printed = f", printed “{when.text}”" if when.text else ""
    status = "" if event.status is Status.OCCURRED else f", {event.status.value}"
    return f"{spans.shown(when)}{exactness}{undated}{printed}{status}"


def _where(event: Event) -> str:
    place = event.place
    return ", ".join(filter(None, (place.name, _country_name(place.country))))


def _party(party: Participant) -> str:
    """A party with its office, whom it acts for, and its role."""
    name = _country_name(party.country) if party.kind is PartyKind.COUNTRY else party.name
    acts_for = party.organisation or (_country_name(party.country) if party.kind is PartyKind.PERSON else "")
    return ", ".join(filter(None, (name, party.office, acts_for))) + (f" [{party.role}]" if party.role else "")


def _country_name(code: str | None) -> str:
    country = reference.country(code) if code else None
    return country.name if country else code or ""


def _source(number: int, source: Source, event: Event, width: int | None) -> Iterator[Text]:
    published = spans.iso(source.published) if source.published else ""
    told = " · ".join(filter(None, (source.title or source.document, source.publisher, published)))
    yield from wrapped(Text(clean(told), style="bold"), width, f"{number}  ")
    if source.url and source.url != source.document:
        yield Text(f"   {clean(source.url)}", style="dim")
    if source.quote:
        quote = Text(f"“{clean(source.quote)}”")
        _emphasise(quote, [source.trigger], "bold reverse")
        _emphasise(quote, [source.date_text], "bold underline")
        _emphasise(quote, _names(event), "bold")
        yield from wrapped(quote, width, "   ")


def _names(event: Event) -> Iterator[str]:
    """What the parties may be called in a sentence: full and family names, a country's names and demonyms."""
    for party in event.participants:
        yield party.name
        if party.kind is PartyKind.PERSON:
            yield party.name.split()[-1] if party.name.strip() else ""
        country = reference.country(party.country) if party.kind is PartyKind.COUNTRY and party.country else None
        if country:
            yield from (country.name, *country.aliases, *country.demonyms)
    yield event.place.name or ""


def _emphasise(text: Text, words: Iterable[str], style: str) -> None:
    alternatives = "|".join(re.escape(word) for word in sorted(filter(None, map(clean, words)), key=len, reverse=True))
    if alternatives:
        text.highlight_regex(re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)"), style)


def _history(changes: Sequence[Change]) -> Iterator[str]:
    """Each change: when, what, by whom, with which command, and why; those that made the event are told as one."""
    for _, together in groupby(changes, key=lambda change: (change.at, change.author, change.command)):
        operation = list(together)
        first = operation[0]
        by = f"{first.author}, {first.command}{f' ({first.reason})' if first.reason else ''}"
        if any(change.field == "type" and change.old is None for change in operation):
            yield f"{first.at:%Y-%m-%d %H:%M} · put on record · {by}"
        else:
            for change in operation:
                yield f"{change.at:%Y-%m-%d %H:%M} · {changed.told(change.field, change.old, change.new)} · {by}"
