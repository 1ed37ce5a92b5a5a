"""Mentions of diplomatic engagements, read from a document sentence by sentence.

    document ─▶ passages ─▶ actors, dates ─▶ parser ─▶ acts ─▶ story ─▶ fold ─▶ mentions
                (prefilter)                 (syntax)          (people)

`passages` cuts the text; `actors` and `dates` find who and when in a sentence; `acts` reads what `parser` and `syntax`
say of its trigger words into drafts; `story` completes them from the rest of the document; `fold` makes those that
tell one engagement one mention. The language model is known to `parser`, `syntax` and `acts` alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.extract.extractor import VERSION, Extractor

__all__ = ["VERSION", "Extractor"]
