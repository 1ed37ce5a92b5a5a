"""Text from articles, made safe and fit for a screen: nothing in it may steer the terminal or shift a column.

Rich is loaded for what is drawn, and not for a line of a pipe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

_SPACE = re.compile(r"\s+")
# C0 and C1 controls, lone surrogates, and the marks that turn the direction of writing round.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def clean(text: str) -> str:
    """Text on one line, without control and direction characters."""
    return _UNSAFE.sub("", _SPACE.sub(" ", text)).strip()


def cell(text: str, width: int, *, right: bool = False, style: str = "") -> Text:
    """Text cut with an ellipsis or padded to exactly `width` terminal cells, a CJK character taking two."""
    from rich.text import Text

    shown = Text(clean(text), style=style, no_wrap=True, end="")
    shown.truncate(max(width, 0), overflow="ellipsis")
    shown.align("right" if right else "left", max(width, 0))
    return shown


def widest(texts: list[str], *, most: int | None = None) -> int:
    """Cells of the widest text, at most `most`."""
    from rich.cells import cell_len

    width = max(map(cell_len, texts), default=0)
    return width if most is None else min(width, most)


def wrapped(text: Text, width: int | None, label: str) -> Iterator[Text]:
    """Lines of at most `width` cells, the label before the first, the others below its text; None wraps nothing."""
    from rich.console import Console
    from rich.text import Text

    if width is None:
        yield Text.assemble((label, "dim")).append_text(text)
        return
    indent = len(label)
    for number, line in enumerate(text.wrap(Console(width=width), max(width - indent, 10))):
        yield Text.assemble((" " * indent if number else label, "dim")).append_text(line)
