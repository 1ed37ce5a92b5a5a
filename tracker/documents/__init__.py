"""Anything a person has, as documents: read, decoded, dated, its boilerplate marked.

    paths ─▶ sources ─▶ formats ─▶ metadata ──▶ published ─▶ Document
                        (text,     (given,      (given > metadata > URL > dateline > inferred)
                        decoding)   sidecar)    + headline, language, boilerplate

What cannot be read comes out as `Unreadable`, in its place among the documents, and never stops the rest.
A new format is one reader function in `formats.READERS`.
"""

from tracker.documents.metadata import Given
from tracker.documents.reading import read

__all__ = ["Given", "read"]
