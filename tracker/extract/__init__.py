"""Mentions of diplomatic engagements, read from a document sentence by sentence.

    document ─▶ passages ─▶ actors, dates ─▶ parser ─▶ acts ─▶ story ─▶ fold ─▶ mentions
                (prefilter)                 (syntax)          (people)

`passages` cuts the text; `actors` and `dates` find who and when in a sentence; `acts` reads what `parser` and `syntax`
say of its trigger words into drafts; `story` completes them from the rest of the document; `fold` makes those that
tell one engagement one mention. The language model is known to `parser`, `syntax` and `acts` alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.extract.extractor import Extractor

__all__ = ["VERSION", "Extractor"]

VERSION = "1"
"""Raised when the same document can give other mentions than before."""


def __getattr__(name: str) -> Any:
    """The extractor, with the language model's library behind it, when it is first asked for."""
    if name == "Extractor":
        from tracker.extract.extractor import Extractor

        return Extractor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
