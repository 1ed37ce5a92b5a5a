"""Mentions of diplomatic engagements, read from a document sentence by sentence.

    document ─▶ passages ─▶ casing ─▶ actors, people ─▶ prefilter ─▶ parser        one sentence by itself
                                                                       │
        mentions ◀─ confidence ◀─ fold ◀─ story, rosters, notices ◀─ acts ◀─ dates     and from the rest

`skim` cuts a document, sets its headlines in sentence case, and finds out who is named and for whom they act (`people`,
with `names`, `epithets` and `home`), who says "I" (`voices`), and of which day its paragraphs tell (`diaries`); what
the `prefilter` lets through is parsed. `acts` reads what `syntax` says of the trigger words into drafts, with the time
expressions that `timing` attaches by their `spots`; `story` completes them from the rest of the document, `rosters`,
`stands` and `notices` read its lists; `fold` makes those that tell one engagement one mention, and `confidence` weighs
it. The parser is known to `parser`, `syntax`, `acts`, `timing` and `spots` alone.
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
