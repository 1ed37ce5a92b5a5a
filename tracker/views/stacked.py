"""Things with much to say of each, below one another: a label, a headline, then lines that are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from tracker.views.text import clean, widest, wrapped


@dataclass(frozen=True, slots=True)
class Entry:
    """One of them; `details` are names and texts: an empty text is left out, and so is a name said just before."""

    label: str
    head: str
    details: Sequence[tuple[str, str]] = ()


def lines(entries: Sequence[Entry], *, width: int | None) -> Iterator[Text]:
    """The lines, wrapped at `width`; None wraps nothing."""
    labels = widest([entry.label for entry in entries])
    indent = labels + 2 if labels else 0
    names = widest([name for entry in entries for name, text in entry.details if text]) + 2
    for entry in entries:
        head = Text(clean(entry.head), style="bold" if entry.details else "")
        yield from wrapped(head, width, f"{entry.label:{indent}}")
        before = ""
        for name, text in entry.details:
            if text:
                label = "" if name == before else name
                yield from wrapped(Text(clean(text)), width, f"{'':{indent or 2}}{label:{names}}")
                before = name
