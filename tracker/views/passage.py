"""Quotations where they stand: in their paragraphs, between marks that need no colour.

The ambassador stayed two days. »On Tuesday he met the deputy prime minister in Kabul.« Talks
will go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.text import Text

from tracker.model import Document, Source
from tracker.views import spans
from tracker.views.text import clean, wrapped

OPEN, CLOSE = "»", "«"
QUOTED = "bold reverse"
_AROUND = 400
"""Characters of a paragraph that are shown before its first quotation, and after its last."""

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with the quotations in it marked, on one line; `heading` says which document it is from."""

    heading: str
    text: Text


def passages(quoted: Sequence[Source], documents: Mapping[str, Document]) -> list[Passage]:
    """The paragraphs of quotations, in the order given, long ones cut; `documents` are known by their digests.

    A quotation whose document is not there, or says something else in its place, stands alone.
    """
    told = [source for source in quoted if source.quote]
    found: list[Passage] = []
    for _, group in groupby(told, key=lambda source: (source.digest, source.document, source.field)):
        sources = list(group)
        text, heading = _text(sources[0], documents), _heading(sources[0])
        standing = [(one.start, one.end) for one in sources if text[one.start : one.end] == one.quote]
        found += [
            Passage(heading, _marked(text, span, own, cut=True)) for span, own in _paragraphs(text, standing) if own
        ]
        gone = [one.quote for one in sources if text[one.start : one.end] != one.quote]
        found += [Passage(heading, _marked(quote, (0, len(quote)), [(0, len(quote))])) for quote in gone]
    return found


def lines(shown: Sequence[Passage], *, width: int | None) -> Iterator[Text]:
    """The passages, each document's under its heading, wrapped at `width`."""
    for heading, group in groupby(shown, key=lambda passage: passage.heading):
        yield Text()
        yield from wrapped(Text(heading, style="bold"), width, "")
        for passage in group:
            yield from wrapped(passage.text, width, "  ")


def article(document: Document, quoted: Sequence[Source]) -> list[tuple[Text, bool]]:
    """The paragraphs of an article, its title first, with all quotations marked; each with whether it holds one."""
    in_title = any(source.field == "title" for source in quoted)
    places = [(source.start, source.end) for source in quoted if source.field == "text"]
    drawn = [(_marked(document.text, span, own), bool(own)) for span, own in _paragraphs(document.text, places)]
    if in_title or not document.text.lstrip().startswith(document.title):
        whole = (0, len(document.title))
        drawn.insert(0, (_marked(document.title, whole, [whole] if in_title else []), in_title))
    return [(text, holds) for text, holds in drawn if text]


def _heading(source: Source) -> str:
    published = (spans.iso(source.published) or "") if source.published else ""
    return clean(" · ".join(filter(None, (source.title or source.document, source.publisher, published))))


def _text(source: Source, documents: Mapping[str, Document]) -> str:
    """The text that a quotation is of; empty where it is not there."""
    document = documents.get(source.digest)
    return "" if document is None else document.title if source.field == "title" else document.text


def _paragraphs(text: str, places: Sequence[_Span]) -> Iterator[tuple[_Span, list[_Span]]]:
    """Where each paragraph begins and ends, with those of the places that begin in it."""
    start = 0
    for end, following in [*((gap.start(), gap.end()) for gap in _BREAK.finditer(text)), (len(text), len(text))]:
        yield (start, end), sorted(place for place in places if start <= place[0] < end)
        start = following


def _marked(text: str, span: _Span, quoted: Sequence[_Span], *, cut: bool = False) -> Text:
    """A paragraph with its quotations between marks; with `cut` without most of what stands far from them."""
    at, end = span
    parts: list[Text] = []
    for first, last in quoted:
        if first >= at:  # another mention may quote the same sentence
            parts += [Text(_tail(text[at:first]) if cut and not parts else clean(text[at:first]))]
            parts += [Text(f"{OPEN}{clean(text[first:last])}{CLOSE}", style=QUOTED)]
            at = last
    parts.append(Text(_head(text[at:end]) if cut else clean(text[at:end])))
    return Text(" ").join(part for part in parts if part)


def _tail(text: str) -> str:
    shown = clean(text)
    return shown if len(shown) <= _AROUND else "… " + shown[-_AROUND:].partition(" ")[2]


def _head(text: str) -> str:
    shown = clean(text)
    return shown if len(shown) <= _AROUND else shown[:_AROUND].rpartition(" ")[0] + " …"
