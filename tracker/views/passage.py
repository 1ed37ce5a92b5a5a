"""A quotation where it stands: in its paragraph, between marks that need no colour.

… The ambassador stayed two days. »On Tuesday he met the deputy prime minister in Kabul.« Talks
will go on. …
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from tracker.model import Document, Source
from tracker.views import spans
from tracker.views.text import clean, wrapped

OPEN, CLOSE = "»", "«"
QUOTED = "bold reverse"
_AROUND = 400
"""Characters of a paragraph that are shown before a quotation, and after it."""

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation in the text around it; `heading` says which document it is from. All are on one line."""

    heading: str
    before: str
    quote: str
    after: str


def passage(source: Source, document: Document | None) -> Passage:
    """The paragraph of a quotation, cut where it is long; only the quotation where its document is not on record."""
    heading = " · ".join(filter(None, (source.title or source.document, source.publisher, _published(source))))
    text = _text(source, document)
    if text[source.start : source.end] != source.quote:
        return Passage(clean(heading), "", clean(source.quote), "")
    first, last = _paragraph(text, source.start, source.end)
    before, after = text[first : source.start], text[source.end : last]
    return Passage(clean(heading), _tail(clean(before)), clean(source.quote), _head(clean(after)))


def lines(shown: Passage, *, width: int | None) -> Iterator[Text]:
    """The passage under its heading, wrapped at `width`."""
    yield from wrapped(Text(shown.heading, style="bold"), width, "")
    yield from wrapped(marked(shown), width, "  ")


def marked(shown: Passage) -> Text:
    """The passage as one text, the quotation marked."""
    parts = (Text(shown.before), Text(f"{OPEN}{shown.quote}{CLOSE}", style=QUOTED), Text(shown.after))
    return Text(" ").join(part for part in parts if part)


def article(document: Document, quoted: Sequence[Source]) -> list[tuple[Text, bool]]:
    """The paragraphs of an article, its title first, with all quotations marked; each with whether it holds one."""
    titled = document.text.lstrip().startswith(document.title) and not any(one.field == "title" for one in quoted)
    found = [] if titled else [_title(document, quoted)]
    start = 0
    for gap in (*_BREAK.finditer(document.text), None):
        end = gap.start() if gap else len(document.text)
        if paragraph := _paragraph_text(document.text, start, end, quoted):
            found.append(paragraph)
        start = gap.end() if gap else end
    return found


def _title(document: Document, quoted: Sequence[Source]) -> tuple[Text, bool]:
    held = any(one.field == "title" for one in quoted)
    title = clean(document.title)
    return (Text(f"{OPEN}{title}{CLOSE}", style=QUOTED) if held else Text(title, style="bold")), held


def _paragraph_text(text: str, start: int, end: int, quoted: Sequence[Source]) -> tuple[Text, bool] | None:
    """A paragraph of an article; None where there is nothing in it."""
    inside = sorted((one.start, one.end) for one in quoted if one.field == "text" and start <= one.start < end)
    drawn: list[Text] = []
    at = start
    for first, last in inside:
        if first >= at:  # another mention may quote the same sentence
            drawn += [Text(clean(text[at:first])), Text(f"{OPEN}{clean(text[first:last])}{CLOSE}", style=QUOTED)]
            at = last
    drawn.append(Text(clean(text[at:end])))
    told = [part for part in drawn if part]
    return (Text(" ").join(told), bool(inside)) if told else None


def _text(source: Source, document: Document | None) -> str:
    if document is None:
        return ""
    return document.title if source.field == "title" else document.text


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the paragraph of the characters from `start` to `end` begins and ends."""
    first = max((gap.end() for gap in _BREAK.finditer(text, 0, start)), default=0)
    following = _BREAK.search(text, end)
    return first, following.start() if following else len(text)


def _tail(text: str) -> str:
    return text if len(text) <= _AROUND else "… " + text[-_AROUND:].partition(" ")[2]


def _head(text: str) -> str:
    return text if len(text) <= _AROUND else text[:_AROUND].rpartition(" ")[0] + " …"


def _published(source: Source) -> str:
    return (spans.iso(source.published) or "") if source.published else ""
